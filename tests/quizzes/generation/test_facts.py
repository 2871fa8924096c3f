"""Patterns: what each finds in a text, by the case files."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation.facts import PATTERNS
from quizzes.generation.text.source import sources

from .texts import CASES, Case, cases, document

ALL = [(name, case) for name in PATTERNS if (CASES / f"{name}.md").exists() for case in cases(name)]


@pytest.mark.parametrize(("pattern", "case"), ALL, ids=[f"{name}: {case.name}" for name, case in ALL])
def test_a_pattern_finds_what_its_case_expects(pattern: str, case: Case):
    source = sources([document(*case.text.split("\n\n"))])[0]

    found = [f"{f.subject} | {f.value}" for f in PATTERNS[pattern](source, Counter()) if f.askable]

    assert found == case.expected


def test_every_pattern_has_a_case_file():
    assert {name for name in PATTERNS if not (CASES / f"{name}.md").exists()} == {"table"}  # has tests of its own


def test_every_case_file_has_a_case_that_is_refused():
    assert {name for name in PATTERNS if name != "table" and all(case.expected for case in cases(name))} == set()
