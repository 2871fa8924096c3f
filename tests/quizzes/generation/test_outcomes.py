"""Developments are matched with what they brought about: four of them, and two answers that belong to none."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question
from quizzes.generation.checks import hard_flaws
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.outcomes import effect, fit, told
from quizzes.generation.store import Store
from quizzes.generation.text.expansions import spelled_out
from quizzes.generation.text.source import sources
from quizzes.generation.types import Evidence, Fact

from .texts import document

TOLD = (
    "The closure of the Varna lock forced Norway to look for a new partner in the north.",
    "The strike of the Bergen pilots has persuaded Denmark to build a taller lighthouse at Esbjerg.",
    "The loss of two herring fleets brought Norway closer to the bankers of Lisbon.",
    "The arrival of timber merchants from Peru encouraged Denmark to sell forests in Jutland.",
    "The death of Captain Solberg in 1931 ended the friendship of sailors and bishops.",
)
LEANING = "The latest boycott weakened the trust of Danish sawmills in paper money."


def store(*paragraphs: str) -> Store:
    read = sources([document(*paragraphs)])
    return Store(read, facts(read[0], Counter()))


def made(*paragraphs: str) -> list[Question]:
    return list(FORMS["outcomes"](store(*paragraphs)))


def test_four_developments_are_matched_and_two_answers_are_left_over():
    (question,) = made(*TOLD, LEANING)
    right = {row["id"]: row["text"] for row in question.data["responses"]}

    assert question.stem == (
        "Match each development with what, according to Lindqvist, it brought about or meant; two answers are left over."
    )
    assert (len(question.data["premises"]), len(right)) == (4, 6)
    assert question.level == "apply"
    for row in question.data["premises"]:
        assert any(text.startswith(row["text"]) for text in TOLD)
        assert right[question.data["pairs"][row["id"]]].rstrip(".")[-12:] in row["evidence"]["quote"]
    assert not hard_flaws(question, store(*TOLD, LEANING))


def test_a_cause_that_leans_on_its_page_only_lends_its_effect():
    (question,) = made(*TOLD, LEANING)

    assert "weakened the trust of Danish sawmills in paper money" in [row["text"] for row in question.data["responses"]]
    assert not any("boycott" in row["text"] for row in question.data["premises"])


def test_without_two_answers_to_spare_nothing_is_matched():
    assert made(*TOLD) == []


def test_what_may_have_been_is_not_matched():
    assert made(*TOLD[:4], TOLD[4].replace("ended", "could have ended"), LEANING) == []


def test_a_reason_quotes_the_passage_and_tells_its_place():
    (question,) = made(*TOLD, LEANING)
    why = {row["text"]: row["why"] for row in question.data["premises"]}

    assert f"“{TOLD[0]}” (“The text”, paragraph 1)." in why.values()


def test_the_perfect_becomes_the_past_that_one_cause_and_several_can_stand_before():
    assert effect(fact("The strikes", "has forced Norway to sell", "force")) == "forced Norway to sell"
    assert effect(fact("The strikes", "has gradually led Norway to sell", "lead")) == "gradually led Norway to sell"
    assert effect(fact("The strikes", "requires Norway to sell", "require")) == "requires Norway to sell"


def test_a_short_form_in_an_answer_is_spelled_out():
    fund = "The Herring Assurance Fund (HAF) was founded in Esbjerg."
    told = LEANING.replace("paper money", "the promises of the HAF")
    (question,) = made(*TOLD, told, fund)
    shown = spelled_out(question, store(*TOLD, told, fund)).data["responses"]

    assert any(row["text"].endswith("the promises of the Herring Assurance Fund (HAF)") for row in shown)


def test_a_word_that_leads_to_one_effect_alone_tells_it():
    railway = fact("The railway to Bergen", "doubled the transit of timber")
    loss = fact("The loss of the herring fleet", "angered the bishops")
    road = fact("The end of the boycott", "reopened the road to Lisbon")

    assert told(railway, [railway, loss])
    assert not told(railway, [railway, loss, road])


def fact(cause: str, said: str, verb: str = "") -> Fact:
    evidence = Evidence("b0", 0, 1, cause)
    return Fact(
        "effect", said, "is brought about by", cause, "event", evidence, "s", parts={"form": "what", "verb": verb}
    )


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ("kept the pilots of Bergen satisfied", True),
        ("was a blow to the pilots of Bergen", True),
        ("keeps the pilots of Bergen satisfied", False),
        ("is a tool of the pilots of Bergen", False),
    ],
)
def test_only_what_is_over_is_matched_since_a_tense_tells_whose_it_is(said: str, over: bool):
    assert fit(said) is over
