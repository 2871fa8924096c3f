"""What a student may know of how a text came to be on the page: repairs, doubts, changes, revision, own reports."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, Value, When

from readings.models import Fault, Reading
from readings.permissions import Someone
from readings.selectors.source import findings_shown

FINDINGS_ON_A_PAGE = 25
MOST_UNSURE = 50


def about_text(reading: Reading, user: Someone, page: str | None) -> dict[str, Any]:
    """The figures and lists of the page about a text, in a number of queries that does not grow with it."""
    first = Case(When(action="flagged", then=Value(0)), When(action="repaired", then=Value(1)), default=Value(2))
    findings = Paginator(reading.findings.order_by(first, "position"), FINDINGS_ON_A_PAGE).get_page(page)
    unsure = reading.blocks.filter(confidence__lt=1).select_related("section").order_by("position")
    return {
        "counts": reading.findings.aggregate(
            repaired=Count("pk", filter=Q(action="repaired")),
            flagged=Count("pk", filter=Q(action="flagged")),
            dropped=Count("pk", filter=Q(action="dropped")),
        ),
        "page": findings,
        "findings": findings_shown(reading, findings),
        "unsure": list(unsure[:MOST_UNSURE]),
        "edits": [edit.message for edit in reading.edits.filter(fits=True)],
        "revisions": list(reading.revisions.defer("data").order_by("-number")),
        "faults": list(Fault.objects.filter(reading=reading, by=user.pk).select_related("block__section")),
    }
