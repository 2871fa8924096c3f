"""An old and a new text with all that is equal in them, and what each of them has alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from .align import Run
from .layout import Layout
from .lookalikes import Lookalikes
from .types import Span


class Alignment:
    """Two texts and their equal runs, rising in the old one; no character is in two runs."""

    def __init__(self, old: Layout, new: Layout, runs: Sequence[Run]) -> None:
        self.old, self.new = old, new
        self.runs = list(runs)
        self._ends = [run.old_end for run in self.runs]

    @cached_property
    def runs_by_new(self) -> list[Run]:
        return sorted(self.runs, key=lambda run: run.new)

    @cached_property
    def old_lookalikes(self) -> Lookalikes:
        """The old passages that have no place in the new text."""
        return Lookalikes(self.old.text, [Span(run.old, run.old_end) for run in self.runs])

    @cached_property
    def new_lookalikes(self) -> Lookalikes:
        """The new passages that come from no old one."""
        return Lookalikes(self.new.text, [Span(run.new, run.new_end) for run in self.runs_by_new])

    def inside(self, span: Span) -> list[Run]:
        """The parts of runs that lie in a span of the old text."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self.runs, (span.end,))
        return [_clipped(run, span) for run in self.runs[first:last]]

    def beside(self, span: Span) -> tuple[Run | None, Run | None]:
        """The last run that ends before a span of the old text, and the first that begins after it."""
        before, after = bisect_right(self._ends, span.start) - 1, bisect_left(self.runs, (span.end,))
        return (self.runs[before] if before >= 0 else None), (self.runs[after] if after < len(self.runs) else None)

    def shared_with(self, span: Span) -> Counter[int]:
        """How many characters of an old span stand in which new block."""
        shared: Counter[int] = Counter()
        for run in self.inside(span):
            for index, length in self.new.shares(run.new, run.new_end):
                shared[index] += length
        return shared

    def origins(self, span: Span) -> list[Run]:
        """The parts of runs that lie in a span of the new text."""
        runs = self.runs_by_new
        first = bisect_right(runs, span.start, key=lambda run: run.new_end)
        last = bisect_left(runs, span.end, key=lambda run: run.new)
        return [clipped_to_new(run, span) for run in runs[first:last]]

    def foreign(self, old: Span, new: Span) -> float:
        """The share of a new passage that comes from outside the old one."""
        count = sum(run.length - _shared(run.old, run.old_end, old) for run in self.origins(new))
        return count / new.length if new.length else 0.0

    def elsewhere(self, old: Span, new: Span) -> float:
        """The share of an old passage that stands outside the new one."""
        count = sum(run.length - _shared(run.new, run.new_end, new) for run in self.inside(old))
        return count / old.length if old.length else 0.0


def _shared(start: int, end: int, span: Span) -> int:
    return max(0, min(end, span.end) - max(start, span.start))


def _clipped(run: Run, span: Span) -> Run:
    skipped = max(0, span.start - run.old)
    return Run(run.old + skipped, run.new + skipped, min(run.old_end, span.end) - run.old - skipped)


def clipped_to_new(run: Run, span: Span) -> Run:
    """The part of a run that lies in a span of the new text."""
    skipped = max(0, span.start - run.new)
    return Run(run.old + skipped, run.new + skipped, min(run.new_end, span.end) - run.new - skipped)
