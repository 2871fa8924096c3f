"""Answers that are typed: asked only where the text leaves no doubt."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question, Term
from quizzes.generation.checks import hard_flaws
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.typed import written_otherwise
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources
from quizzes.kinds import check, grade

from .texts import cases, document

GLOSSARY = (
    Term("HAF", ("Harbour Assurance Fund", "Bergen Quay Fund")),
    Term("Ingrid Solheim", ("I. Solheim",)),
)


def made(form: str, *paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)], GLOSSARY)
    store = Store(read, facts(read[0], Counter()))
    return [question for question in FORMS[form](store) if not hard_flaws(question, store)]


def shown(question: Question) -> str:
    if question.kind == "typed":
        return " / ".join(question.data["accepted"])
    return f"{question.data['value']} ± {question.data['tolerance']:g} {question.data['unit']}".strip()


@pytest.mark.parametrize("case", cases("answers"), ids=lambda case: case.name)
def test_answers_are_accepted_as_the_cases_say(case):
    found = [question for form in ("typed", "numeric") for question in made(form, *case.text.split("\n\n"))]

    assert [shown(question) for question in found] == case.expected
    assert all(check(question.kind, question.data) == [] for question in found)


def test_every_accepted_variant_is_marked_right():
    told = (
        "The Harbour Assurance Fund (HAF) paid for new quays.",
        "The HAF had friends.",
        "The HAF lent money.",
        "The HAF lost it.",
    )
    asked = made("typed", *told)[0]

    assert all(
        grade("typed", asked.data, {"text": text}).correct for text in ("bergen quay fund", "Harbor Assurance Fund")
    )
    assert not grade("typed", asked.data, {"text": "Herring Assurance Fund"}).correct


def test_a_full_name_is_right_in_the_singular_and_in_the_other_spelling():
    assert "Nominated Member of the Harbour Board" in written_otherwise("Nominated Members of the Harbour Board")
    assert "Old Quays Program" in written_otherwise("Old Quays Programme")
    assert "United Port" not in written_otherwise("United Ports")
