"""Answers that are typed, and passages that are selected: asked only where the text leaves no doubt."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question, Term
from quizzes.generation.checks import hard_flaws
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.source import sources
from quizzes.generation.store import Store
from quizzes.kinds import check, grade

from .texts import cases, document

GLOSSARY = (
    Term("HAF", ("Harbour Assurance Fund", "Bergen Quay Fund")),
    Term("Ingrid Solheim", ("I. Solheim",)),
)
REASON = "Norway closed the consulate in Lisbon because herring had become too dear for most merchants."
OTHERS = (
    "The consulate in Lisbon sold maps of Norway to captains from the whole western coast.",
    "Norway paid the clerks of the consulate in Lisbon with barrels of salted herring in winter.",
    "The merchants of Lisbon gave the consulate of Norway a bell for the long staircase.",
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
    found = [question for form in ("typed", "numeric") for question in made(form, case.text)]

    assert [shown(question) for question in found] == case.expected
    assert all(check(question.kind, question.data) == [] for question in found)


def test_every_accepted_variant_is_marked_right():
    asked = made("typed", "The Harbour Assurance Fund (HAF) paid for new quays. The HAF had friends in Lisbon.")[0]

    assert all(
        grade("typed", asked.data, {"text": text}).correct for text in ("bergen quay fund", "Harbor Assurance Fund")
    )
    assert not grade("typed", asked.data, {"text": "Herring Assurance Fund"}).correct


def test_the_passage_that_explains_stands_among_passages_on_the_same_subject():
    asked = made("passage", REASON, *OTHERS)[0]

    assert asked.stem == ("In which of these passages does Lindqvist say why Norway closed the consulate in Lisbon?")
    assert asked.key == REASON
    assert set(asked.distractors) <= set(OTHERS)
    assert check("select_passage", asked.data) == []


def test_a_passage_that_explains_too_is_no_wrong_option():
    too = "Norway kept the consulate in Lisbon small since the clerks of the town were dear."

    assert all(too not in question.distractors for question in made("passage", REASON, *OTHERS, too))
    assert made("passage", REASON, too) == []
