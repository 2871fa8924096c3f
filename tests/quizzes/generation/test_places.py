"""Where something happened: which towns are asked for, and which stand beside them."""

from __future__ import annotations

import pytest

from quizzes.generation.language.towns import is_town, towns_of
from quizzes.generation.text.source import sources

from .test_items import made
from .texts import document

SIGNED = "On 16 January 1896 the Herring Board and the Copper League signed a contract on salted cod in Vienna."
TOWNS = "The Herring Board met in Geneva, and the Copper League in Zurich. Ada Lind wrote books in Lausanne and in Istanbul."


def test_the_town_of_a_contract_is_asked_for_among_towns_of_the_text():
    asked = made("places", SIGNED, TOWNS)

    assert [(q.stem, q.key) for q in asked] == [
        (
            "Where, according to Lindqvist, did the Herring Board and the Copper League sign a contract on salted cod in January 1896?",
            "Vienna",
        )
    ]
    assert set(asked[0].distractors) <= {"Geneva", "Zurich", "Lausanne", "Istanbul"}
    assert all(o["why"].startswith("Lindqvist ") for o in asked[0].data["options"] if not o["correct"])


def test_too_few_other_towns_ask_nothing():
    assert not made("places", SIGNED, "The Herring Board met in Geneva, and the Copper League in Zurich.")


def test_a_town_of_a_country_that_the_question_names_is_not_asked_for():
    told = SIGNED.replace("the Copper League", "the Copper League of Norway")

    assert made("places", told, TOWNS)
    assert not made("places", told.replace("Vienna", "Oslo"), TOWNS)


def test_a_town_tied_to_the_same_event_is_no_wrong_answer():
    again = "The Herring Board and the Copper League signed a second contract on salted cod in Geneva."
    asked = made("places", SIGNED, TOWNS, again)

    assert [q.key for q in asked] == ["Vienna"]
    assert "Geneva" not in asked[0].distractors


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Oslo", True),
        ("Norway", False),
        ("Geneva", True),
        ("Sandvik", True),
        ("Lofoten", False),
        ("Kremlin", False),
        ("Herring Board", False),
    ],
)
def test_towns_are_known_or_called_so(name: str, town: bool):
    text = "The port of Sandvik was new. Talks were held in Lofoten, for the Lofoten islands and the Lofoten region were rich."

    assert is_town(name, sources([document(text)])[0]) is town


def test_towns_where_somebody_met_come_first():
    text = "Ada Lind slept in Zurich. Ada Lind wrote in Zurich. The Herring Board met in Geneva, Istanbul and Bonn."

    assert towns_of(sources([document(text)])[0])[-1] == "Zurich"


def test_where_somebody_only_met_makes_a_lesser_question():
    towns = "Ada Lind lived in Geneva and in Zurich. Ada Lind wrote books in Lausanne and in Istanbul."
    met = "The Herring Board and the Copper League met in Vienna in January 1896."

    assert [q.lesser for q in made("places", SIGNED, towns)] == [False]
    assert [q.lesser for q in made("places", met, towns)] == [True]
