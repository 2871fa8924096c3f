"""The ungraded questions at the end of a page of the text."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from quizzes.models import Attempt, PracticeRule, Question, Quiz
from quizzes.selectors.asked import PASSAGE_OF_QUESTION
from readings.models import Reading, Section
from readings.selectors.courses import Seat
from readings.selectors.outline import outline_of

MOST = 3


@dataclass(frozen=True, slots=True)
class Practice:
    section: Section
    """The page."""
    questions: list[Question]


def practice_of(reading: Reading, slug: str, seat: Seat) -> Practice:
    """The best questions on what stands on the page, in the order of the text; in six queries.

    Section.DoesNotExist where the reading has no such section.
    """
    outline = outline_of(reading)
    entry = outline.entry(slug)
    if entry is None:
        raise Section.DoesNotExist
    page = entry.page or entry.section
    sections = [part.section.pk for part in outline.on_page(page)]
    return Practice(page, chosen(reading, sections, seat))


def chosen(reading: Reading, sections: list[int], seat: Seat) -> list[Question]:
    """Approved ones first, one from each paragraph."""
    rule = PracticeRule.objects.filter(course=reading.course_id).first() or PracticeRule()
    rows = reading.questions.filter(allowed(rule), is_stale=False, evidence_block__section__in=sections)
    if not rule.with_quiz_questions:
        rows = rows.exclude(quizzes__in=quizzes_kept_back(seat))
    rows = rows.select_related(*PASSAGE_OF_QUESTION).prefetch_related("options__block__section__reading", "pairs")
    best: dict[int | None, Question] = {}
    # "approved" comes before "draft".
    for question in rows.order_by("status", "-score", "pk"):
        best.setdefault(question.evidence_block_id, question)
    return sorted(list(best.values())[:MOST], key=lambda row: row.evidence_block.position if row.evidence_block else 0)


def allowed(rule: PracticeRule) -> Q:
    approved = Q(status=Question.Status.APPROVED)
    if not rule.with_clean_drafts:
        return approved
    return approved | (Q(status=Question.Status.DRAFT, soft_flaws=[]) & ~Q(generated_key=""))


def quizzes_kept_back(seat: Seat) -> QuerySet[Quiz]:
    """Quizzes not yet over whose answers the person has not been shown; practice shows them."""
    quizzes = Quiz.objects.filter(Q(closes_at__isnull=True) | Q(closes_at__gt=timezone.now()), course=seat.course)
    seen = Attempt.objects.submitted().filter(
        quiz=OuterRef("pk"), enrolment=seat.enrolment_id, feedback=Quiz.Feedback.AFTER_SUBMIT
    )
    return quizzes.exclude(Exists(seen))
