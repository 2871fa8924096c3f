"""A student's own progress: the same figures that the instructor sees."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from quizzes.selectors.student import student_progress
from quizzes.services.attempts import attempts_close_due
from readings.models import Enrolment
from readings.permissions import courses_visible_to, teaches


@require_GET
def progress_show(request: HttpRequest, course: str) -> HttpResponse:
    """Whoever teaches the course is sent to the table of the class."""
    found = get_object_or_404(courses_visible_to(request.user), slug=course)
    if teaches(request.user, found):
        return redirect(reverse("admin:quizzes_studentprogress_changelist", query={"course": found.slug}))
    enrolment = get_object_or_404(Enrolment.objects.active().students(), course=found, user=request.user)
    attempts_close_due(course=found)
    context = {"course": found, "progress": student_progress(enrolment), "teaches": False}
    return render(request, "quizzes/progress_show.html", context)
