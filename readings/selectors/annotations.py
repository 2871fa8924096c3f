"""Annotations as lists: those beside a page of the text, and a person's own in a course."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from readings.models import Annotation, Course, Enrolment, Section
from readings.permissions import Someone, annotations_visible_to


def annotations_of(user: Someone) -> QuerySet[Annotation]:
    """All that the person may see, with what a card shows: author, place, and whether a teacher speaks."""
    teaching = Enrolment.objects.active().teaching()
    of_teacher = teaching.filter(user=OuterRef("author"), course=OuterRef("reading__course"))
    rows = annotations_visible_to(user).select_related("author", "block__section", "reading__course")
    return rows.annotate(by_teacher=Exists(of_teacher)).order_by(
        F("block__position").asc(nulls_last=True), "start", "pk"
    )


def annotations_beside(annotations: QuerySet[Annotation], sections: Iterable[Section]) -> QuerySet[Annotation]:
    """Of these, the ones whose passage stands in one of the sections."""
    return annotations.filter(block__section__in=[section.pk for section in sections])


def annotations_own(user: Someone, course: Course) -> QuerySet[Annotation]:
    """The person's own in the course, by reading and place; those whose passage was lost come last in theirs."""
    own = annotations_of(user).filter(author=user.pk, reading__course=course)
    return own.order_by("reading__position", "reading", F("block__position").asc(nulls_last=True), "start", "pk")


def unsettled(annotations: QuerySet[Annotation]) -> dict[str, int]:
    """How many of them moved when their text was corrected, and how many lost their place."""
    states = Annotation.State
    return annotations.order_by().aggregate(
        moved=Count("pk", filter=Q(state=states.MOVED)), detached=Count("pk", filter=Q(state=states.DETACHED))
    )
