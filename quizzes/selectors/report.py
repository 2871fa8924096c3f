"""How questions fared in review, by the pattern that made them: the figures by which a pattern is kept or mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from quizzes.models import Question, ReviewDecision
from readings.models import Course

Action = ReviewDecision.Action
OWN = "(own questions)"


@dataclass(slots=True)
class PatternLine:
    pattern: str
    accepted: int = 0
    """As they were."""
    edited: int = 0
    """Accepted after an edit, or edited since."""
    rejected: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def decided(self) -> int:
        return self.accepted + self.edited + self.rejected

    @property
    def percent(self) -> int:
        """Accepted as they were, of all that were decided."""
        return round(100 * self.accepted / self.decided) if self.decided else 0

    def add(self, decisions: list[ReviewDecision]) -> None:
        """One question: its last verdict counts, and whether it was ever edited."""
        verdicts = [row for row in decisions if row.action in (Action.ACCEPT, Action.REJECT)]
        if not verdicts:
            return
        if verdicts[-1].action == Action.REJECT:
            self.rejected += 1
            self.reasons[Question.RejectReason(verdicts[-1].reason).label] += 1
        elif any(row.action == Action.EDIT for row in decisions):
            self.edited += 1
        else:
            self.accepted += 1


def pattern_lines(course: Course | None = None) -> list[PatternLine]:
    """A line for each pattern that was decided on, the most decided first."""
    rows = ReviewDecision.objects.order_by("question", "pk")
    if course is not None:
        rows = rows.filter(question__reading__course=course)
    lines: dict[str, PatternLine] = {}
    for _, group in groupby(rows, key=lambda row: row.question_id):
        decisions = list(group)
        name = decisions[0].pattern or OWN
        lines.setdefault(name, PatternLine(name)).add(decisions)
    return sorted((line for line in lines.values() if line.decided), key=lambda line: (-line.decided, line.pattern))


def total(lines: Iterable[PatternLine]) -> PatternLine:
    """All patterns together; one's own questions are none."""
    found = PatternLine("all patterns")
    for line in lines:
        if line.pattern != OWN:
            found.accepted += line.accepted
            found.edited += line.edited
            found.rejected += line.rejected
            found.reasons += line.reasons
    return found
