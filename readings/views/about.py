"""About this text: what the import did to it, and where a reader reports what is wrong with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from readings.forms import FaultForm
from readings.selectors.about import about_text
from readings.selectors.source_card import source_facts
from readings.services.faults import FaultError, fault_report
from readings.views.access import in_course, reading_or_404


@require_http_methods(["GET", "POST"])
def about(request: HttpRequest, course: str, reading: str) -> HttpResponse:
    seat, row = reading_or_404(request, course, reading)
    form = FaultForm(request.POST or None, initial={"paragraph": request.GET.get("paragraph", "")})
    if form.is_valid():
        try:
            fault = fault_report(reading=row, by=request.user, **form.cleaned_data)
        except FaultError as error:
            form.add_error("paragraph", str(error))
        else:
            messages.success(request, f"Thank you. Your instructor will look at paragraph {fault.block.number}.")
            return redirect("readings:about", course, reading)
    known = about_text(row, request.user, request.GET.get("page"))
    context = {**in_course(seat), "reading": row, "form": form, "facts": source_facts(row), **known}
    return render(request, "readings/about.html", context, status=400 if form.errors else 200)
