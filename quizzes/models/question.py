"""Questions as rows: stem, options or pairs, evidence, status and version.

An approved question never changes: an edit makes a new row with the next version and retires the old one, so an
attempt keeps showing what was asked.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models

from quizzes.kinds import KINDS
from readings.models import Block, Reading

#: Kinds whose rows of Option are no options to choose from.
OTHER_ENTRIES = frozenset(["ordering", "select_passage", "typed"])


def kind_choices() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ").capitalize()) for name in KINDS]


class QuestionQuerySet(models.QuerySet["Question"]):
    def drafts(self) -> QuestionQuerySet:
        return self.filter(status=Question.Status.DRAFT)

    def approved(self) -> QuestionQuerySet:
        return self.filter(status=Question.Status.APPROVED)

    def stale(self) -> QuestionQuerySet:
        """Approved, but the passage is gone: they wait for a look."""
        return self.approved().filter(is_stale=True)

    def askable(self) -> QuestionQuerySet:
        """Approved, and its passage still stands in the reading."""
        return self.approved().filter(is_stale=False)


class Question(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        REJECTED = "rejected", "Rejected"
        RETIRED = "retired", "Retired"

    class Level(models.TextChoices):
        REMEMBER = "remember", "Remember"
        UNDERSTAND = "understand", "Understand"
        APPLY = "apply", "Apply"

    class RejectReason(models.TextChoices):
        WRONG_KEY = "wrong_key", "The key is wrong"
        TWO_KEYS = "two_keys", "More than one answer is right"
        TRIVIAL = "trivial", "Not worth asking"
        UNCLEAR = "unclear", "Unclear"
        OUT_OF_CONTEXT = "out_of_context", "Not understandable without the page"
        BAD_DISTRACTOR = "bad_distractor", "A distractor is no good"
        STYLE = "style", "Wording or style"

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="questions")
    kind = models.CharField(max_length=20, choices=kind_choices)
    pattern = models.CharField(max_length=30, blank=True, help_text="Which rule made it; empty for one's own question.")
    level = models.CharField(max_length=10, choices=Level, default=Level.REMEMBER)
    stem = models.TextField()
    feedback = models.TextField(blank=True)
    evidence_block = models.ForeignKey(
        Block, on_delete=models.SET_NULL, null=True, blank=True, related_name="questions", verbose_name="passage"
    )
    evidence_start = models.PositiveIntegerField(default=0)
    evidence_end = models.PositiveIntegerField(default=0)
    evidence_quote = models.TextField(blank=True)
    checked_revision = models.PositiveIntegerField(
        default=1, editable=False, help_text="Of the reading, when the passage was last seen in its place."
    )
    is_stale = models.BooleanField(
        default=False, editable=False, help_text="The passage changed; no new attempt asks it before it is looked at."
    )
    extra = models.JSONField(
        default=dict, blank=True, help_text="What the kind needs besides entries: value, tolerance, unit of a number."
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    reject_reason = models.CharField(max_length=16, choices=RejectReason, blank=True)
    version = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    replaces = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaced_by", editable=False
    )
    generated_key = models.CharField(max_length=80, blank=True, editable=False, help_text="The generator's id.")
    score = models.FloatField(default=0, editable=False)
    soft_flaws = models.JSONField(default=list, blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["reading", "-score", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "generated_key", "version"],
                condition=~models.Q(generated_key=""),
                name="generated_question_once_per_reading",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="rejected") | ~models.Q(reject_reason=""), name="rejection_has_a_reason"
            ),
        ]
        indexes = [
            # The review queue and the choice of questions for a quiz.
            models.Index(fields=["reading", "status"], name="question_by_status"),
        ]

    def __str__(self) -> str:
        return self.stem

    @property
    def data(self) -> dict[str, Any]:
        """The form that ``quizzes.kinds`` checks and grades. Costs a query each unless options and pairs are prefetched.

        What stands in the rows in the order of the key (the responses of a matching question, the entries of an
        ordering one) is put in the order of the alphabet, which gives nothing away.
        """
        return {**self.extra, **entry_data(self.kind, list(self.options.all())), **pair_data(list(self.pairs.all()))}

    @property
    def key(self) -> str:
        """The right answer in words, where there is a single one."""
        if self.kind == "numeric":
            return number_text(self.extra.get("value"), self.extra.get("unit", ""))
        return next((option.text for option in self.options.all() if option.is_correct), "")


def number_text(value: Any, unit: str = "") -> str:
    """1960.0 km as "1960 km"."""
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return f"{'' if whole is None else whole} {unit}".strip()


def entry_data(kind: str, options: list[Option]) -> dict[str, Any]:
    """The options under the name by which their kind knows them; a new kind finds its entries as options."""
    entries = [option.as_data() for option in options]
    return {
        "options": [] if kind in OTHER_ENTRIES else entries,
        "passages": entries if kind == "select_passage" else [],
        "accepted": [option.text for option in options] if kind == "typed" else [],
        "items": sorted(entries, key=lambda item: item["text"]) if kind == "ordering" else [],
        "order": [entry["id"] for entry in entries] if kind == "ordering" else [],
    }


def pair_data(pairs: list[Pair]) -> dict[str, Any]:
    response_ids = {pair.response: f"r{pair.pk}" for pair in reversed(pairs)}
    return {
        "premises": [{"id": f"p{pair.pk}", "text": pair.premise} for pair in pairs if pair.premise],
        "responses": [{"id": response_ids[text], "text": text} for text in sorted(response_ids)],
        "pairs": {f"p{pair.pk}": response_ids[pair.response] for pair in pairs if pair.premise},
    }


class Option(models.Model):
    """What a question offers or accepts: an option, a passage with its block, an accepted answer, or an entry of an
    ordering question, where ``position`` is the right place."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=600)
    is_correct = models.BooleanField(default=False)
    why = models.CharField(max_length=600, blank=True, help_text="Why it is right or wrong; shown as feedback.")
    block = models.ForeignKey(
        Block,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where a passage to select stands.",
    )

    class Meta:
        ordering = ["question", "position", "pk"]

    def __str__(self) -> str:
        return self.text

    def as_data(self) -> dict[str, Any]:
        return {"id": str(self.pk), "text": self.text, "correct": self.is_correct, "why": self.why}


class Pair(models.Model):
    """A premise and its response in a matching question; a response without a premise is an extra one."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="pairs")
    position = models.PositiveSmallIntegerField(default=0)
    premise = models.CharField(max_length=400, blank=True)
    response = models.CharField(max_length=400)
    why = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ["question", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.premise} – {self.response}"
