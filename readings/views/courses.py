"""A person's courses, joining one, and the page of a course."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from readings.forms import JoinForm
from readings.selectors.courses import seat_list
from readings.selectors.overview import course_overview, own_progress
from readings.services.enrolments import JoinError, enrolment_join
from readings.views.access import in_course, seat_or_404


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    seats = seat_list(request.user)
    context = {"seats": own_progress(seats), "teaches": any(seat.teaches for seat in seats), "form": JoinForm()}
    return render(request, "readings/home.html", context)


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    form = JoinForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if form.is_valid():
        try:
            enrolment, is_new = enrolment_join(user=request.user, code=form.cleaned_data["code"])
        except JoinError as error:
            form.add_error("code", str(error))
        else:
            welcome = "Welcome to the course." if is_new else "You were in this course already."
            messages.success(request, welcome)
            return redirect(enrolment.course)
    return render(request, "readings/join.html", {"form": form}, status=400 if form.errors else 200)


@require_GET
def course(request: HttpRequest, course: str) -> HttpResponse:
    seat = seat_or_404(request, course)
    return render(request, "readings/course.html", {**in_course(seat), **course_overview(seat)})
