"""Why a student may need help: inactive, far behind the class, or out of attempts; each reason says so in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median

INACTIVE_AFTER = timedelta(days=7)
#: Behind is who has read less than this share of what the student in the middle of the class has read.
FAR_BEHIND = 0.5
#: Who has read this much and passed what is open may rest: an absence then needs no help.
NEARLY_THROUGH = 80
#: While the class has hardly begun nobody is behind.
CLASS_HAS_BEGUN = 10


def class_middle(percents: Sequence[int]) -> float:
    """What the student in the middle of the class has read, in per cent."""
    return median(percents) if percents else 0


def inactive(last_active: datetime, now: datetime, *, percent: int, quizzes_left: bool) -> list[str]:
    idle = now - last_active
    may_rest = percent >= NEARLY_THROUGH and not quizzes_left
    return [f"inactive for {idle.days} days"] if idle >= INACTIVE_AFTER and not may_rest else []


def behind(percent: int, middle: float) -> list[str]:
    if middle < CLASS_HAS_BEGUN or percent >= FAR_BEHIND * middle:
        return []
    return [f"behind: has read {percent} %, the middle of the class {middle:.0f} %"]


def stuck(titles: Sequence[str]) -> list[str]:
    """Quizzes that were not passed and allow no further attempt."""
    return [f"no attempts left at “{title}”" for title in titles]
