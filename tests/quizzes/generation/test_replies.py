"""A text that cites another one's figure and sets its own against it: both figures are asked for, each with its passage."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question
from quizzes.generation.items import disputed
from quizzes.generation.pipeline import clean, store_of

from .texts import course

FIRST = (
    "Okafor",
    "We put the yearly loss of the Orne ferries, with all its causes, at around $4.5 million in a fair season.",
    "The Orne barrage is, when finished, expected to hold 10 km³ a year from the river.",
)
SECOND = (
    "Dahl",
    "Okafor puts the yearly loss of the Orne ferries at $4.5 million, which is bold.",
    "When old debts are left out, we are left with about $1.7 million for every season.",
    "Okafor speaks as well of the ten cubic kilometres which the Orne barrage is expected to hold.",
    "Our own reckoning is of a yield of between 4 and 5.5 km³ a year: call it 5.",
)


def asked(*texts: tuple[str, ...]) -> list[Question]:
    store = store_of(course(*texts), (), Counter())
    return clean(list(disputed.items(store)), store, Counter())


def test_each_of_the_two_figures_is_asked_for_and_the_other_one_stands_among_the_wrong():
    found = {
        question.stem.partition(". ")[2]: (question.key, question.distractors) for question in asked(FIRST, SECOND)
    }

    loss, held = (
        "what is the yearly loss of the Orne ferries?",
        "how many cubic kilometres is the Orne barrage expected to hold a year?",
    )
    assert {stem: key for stem, (key, _) in found.items()} == {
        f"According to Okafor, {loss}": "$4.5 million",
        f"According to Dahl, {loss}": "$1.7 million",
        f"According to Okafor, {held}": "10 km³",
        f"According to Dahl, {held}": "5 km³",
    }
    assert all({"$4.5 million", "$1.7 million", "10 km³", "5 km³"} & set(wrong) for _, wrong in found.values())


def test_both_passages_stand_with_the_question():
    question = next(question for question in asked(FIRST, SECOND) if question.key == "$1.7 million")

    assert question.evidence.quote == SECOND[2]
    assert [row["evidence"]["quote"] for row in question.data["options"] if "evidence" in row] == [FIRST[1]]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "When old debts are left out, we are left with about $4.4 million for every season."),
        (1, "When old debts are left out, others are left with about $1.7 million for every season."),
        (1, "When old debts are left out, we are left with between $1 million and $1.7 million for every season."),
        (0, "The harbour books put the yearly loss of the Orne ferries at $3.9 million, which is bold."),
    ],
    ids=["hardly another figure", "a figure of somebody else", "a span", "a figure that the other text does not give"],
)
def test_what_is_no_plain_reply_is_not_asked_for(place: int, text: str):
    told = [*SECOND[1:]]
    told[place] = text

    assert not [question for question in asked(FIRST, ("Dahl", *told)) if "loss" in question.stem]


def test_what_may_be_at_most_is_not_asked_for_as_what_is_expected():
    bound = "The Orne barrage could, when finished, hold up to 10 km³ a year from the river."

    assert [q.key for q in asked((*FIRST[:2], bound), SECOND) if "barrage" in q.stem] == ["5 km³"]


@pytest.mark.parametrize(
    ("whose", "more", "shown"),
    [
        (" to the Norwegian crews", "", " to the Norwegian crews"),
        (" to the two towns", " The river parts the two towns of Jutland.", " to the two towns of Jutland"),
        (" to the two towns", "", ""),
    ],
)
def test_the_question_says_of_whom_a_loss_is_where_one_of_the_texts_does(whose: str, more: str, shown: str):
    told = f"We put the yearly loss of the Orne ferries{whose}, with all its causes, at around $4.5 million.{more}"

    stems = {question.stem.partition("what is ")[2] for question in asked((FIRST[0], told), SECOND)}
    assert stems == {f"the yearly loss of the Orne ferries{shown}?"}


def test_each_reason_names_its_own_passage():
    question = next(question for question in asked(FIRST, SECOND) if question.key == "$1.7 million")

    whys = {row["text"]: row["why"] for row in question.data["options"]}
    assert whys["$1.7 million"] == "Dahl gives this (“Of Dahl”, paragraph 2)."
    assert whys["$4.5 million"] == "Okafor gives this (“Of Okafor”, paragraph 1)."


def test_a_text_that_never_names_the_other_author_replies_to_nobody():
    silent = [text.replace("Okafor", "The report") for text in SECOND]

    assert asked(FIRST, tuple(silent)) == []
