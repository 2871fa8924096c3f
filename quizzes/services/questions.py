"""Review of questions: approve, reject, edit (an approved one gets a new version) and retire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.kinds import check
from quizzes.models import Option, Pair, Question, QuizItem
from quizzes.services.decisions import Action, decisions_store
from quizzes.services.errors import QuestionInvalid, QuestionNotChangeable
from quizzes.services.evidence import stands
from readings.models import Reading
from readings.permissions import Someone

Rows = Sequence[Mapping[str, Any]]
EVIDENCE = ("evidence_block", "evidence_start", "evidence_end", "evidence_quote")
EDITABLE = frozenset(["stem", "feedback", "level", "extra", "soft_flaws", *EVIDENCE])


@transaction.atomic
def question_approve(*, question: Question, by: Someone) -> Question:
    """A draft or rejected question that passes the checks of its kind may be asked from now on."""
    question = locked(question, Question.Status.DRAFT, Question.Status.REJECTED, Question.Status.APPROVED)
    if problems := check(question.kind, question.data):
        raise QuestionInvalid(problems)
    decisions_store(questions=[question], action=Action.ACCEPT, by=by)
    question.is_stale = False  # It was looked at with its passage as it is now.
    return reviewed(question, Question.Status.APPROVED, by)


@transaction.atomic
def questions_approve(*, questions: QuerySet[Question], by: Someone | None) -> int:
    """Approves those drafts that have no flaw and pass the checks of their kind; returns how many. ``by`` is None
    where a command does it, without anybody's look at them."""
    drafts = Question.objects.drafts().filter(pk__in=list(questions.values_list("pk", flat=True)))
    drafts = drafts.filter(soft_flaws=[], is_stale=False)
    rows = drafts.select_for_update().prefetch_related("options", "pairs")
    ready = [question for question in rows if not check(question.kind, question.data)]
    decisions_store(questions=ready, action=Action.ACCEPT, by=by)
    return Question.objects.filter(pk__in=[question.pk for question in ready]).update(
        status=Question.Status.APPROVED, reviewed_by_id=by and by.pk, reviewed_at=timezone.now()
    )


@transaction.atomic
def question_reject(*, question: Question, reason: str, by: Someone) -> Question:
    """A draft is refused with a reason from the list, so that patterns can be judged by it later."""
    if reason not in Question.RejectReason.values:
        raise QuestionInvalid(["Choose a reason from the list."])
    question = locked(question, Question.Status.DRAFT, Question.Status.REJECTED)
    decisions_store(questions=[question], action=Action.REJECT, by=by, reason=reason)
    question.reject_reason = reason
    return reviewed(question, Question.Status.REJECTED, by)


@transaction.atomic
def question_retire(*, question: Question, by: Someone) -> Question:
    """No new attempt asks it any more; attempts already made keep it."""
    question = locked(question, Question.Status.APPROVED)
    QuizItem.objects.filter(question=question).delete()
    decisions_store(questions=[question], action=Action.RETIRE, by=by)
    return reviewed(question, Question.Status.RETIRED, by)


@transaction.atomic
def question_edit(
    *, question: Question, by: Someone, fields: Mapping[str, Any], options: Rows = (), pairs: Rows = ()
) -> Question:
    """Stores new wording and returns the row that holds it.

    A draft changes in place and a rejected question becomes a draft again; an approved one is retired by its next
    version, to which its quizzes move for attempts still to come. ``fields`` may hold any of EDITABLE; ``options`` rows
    of text, correct, why and block; ``pairs`` rows of premise, response and why.
    """
    question = locked(question, Question.Status.DRAFT, Question.Status.REJECTED, Question.Status.APPROVED)
    decisions_store(questions=[question], action=Action.EDIT, by=by)
    if question.status == Question.Status.APPROVED:
        question = next_version(question)
    else:
        question.status, question.reject_reason = Question.Status.DRAFT, ""
    for name in EDITABLE & fields.keys():
        setattr(question, name, fields[name])
    question.is_stale, question.checked_revision = not stands(question), question.reading.revision
    question.reviewed_by_id, question.reviewed_at = by.pk, timezone.now()
    question.save()
    parts_replace(question, options, pairs)
    if problems := check(question.kind, question.data):
        raise QuestionInvalid(problems)
    return question


@transaction.atomic
def question_create(
    *,
    reading: Reading,
    kind: str,
    by: Someone,
    fields: Mapping[str, Any],
    options: Rows = (),
    pairs: Rows = (),
) -> Question:
    """A question of one's own, as a draft; ``fields``, ``options`` and ``pairs`` as in ``question_edit``."""
    question = Question(reading=reading, kind=kind, checked_revision=reading.revision)
    for name in EDITABLE & fields.keys():
        setattr(question, name, fields[name])
    question.reviewed_by_id, question.reviewed_at = by.pk, timezone.now()
    question.save()
    parts_replace(question, options, pairs)
    if problems := check(kind, question.data):
        raise QuestionInvalid(problems)
    return question


def next_version(old: Question) -> Question:
    """A copy that takes the old one's place in its quizzes, saved without options and pairs."""
    Question.objects.filter(pk=old.pk).update(status=Question.Status.RETIRED)
    new = Question.objects.get(pk=old.pk)
    new.pk, new._state.adding = None, True
    new.status, new.version, new.replaces = Question.Status.APPROVED, old.version + 1, old
    new.save()
    QuizItem.objects.filter(question=old).update(question=new)
    return new


def parts_replace(question: Question, options: Rows, pairs: Rows) -> None:
    question.options.all().delete()
    question.pairs.all().delete()
    Option.objects.bulk_create(
        Option(
            question=question,
            position=position,
            text=row["text"],
            is_correct=bool(row.get("correct")),
            why=row.get("why") or "",
            block=row.get("block"),
        )
        for position, row in enumerate(options)
    )
    Pair.objects.bulk_create(
        Pair(
            question=question,
            position=position,
            premise=row.get("premise") or "",
            response=row["response"],
            why=row.get("why") or "",
        )
        for position, row in enumerate(pairs)
    )


def locked(question: Question, *statuses: str) -> Question:
    """The row as it is now, held until the transaction ends; refused in any other status."""
    row = Question.objects.select_for_update().get(pk=question.pk)
    if row.status not in statuses:
        raise QuestionNotChangeable(
            f"This question is {row.get_status_display().lower()}; reload the page to see its present state."
        )
    return row


def reviewed(question: Question, status: str, by: Someone) -> Question:
    question.status = status
    if status != Question.Status.REJECTED:
        question.reject_reason = ""
    question.reviewed_by_id, question.reviewed_at = by.pk, timezone.now()
    question.save()
    return question
