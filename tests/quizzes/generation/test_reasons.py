"""Reasons that are no help: they are found, and an option without a better one gives way."""

from __future__ import annotations

import pytest

from quizzes.generation.checks import soft_flaws
from quizzes.generation.checks.reasons import no_help
from quizzes.generation.items.build import Option, choice

from .texts import question, store

USELESS = {
    "The text says nothing of the kind of Ada Lind.": "nothing of the kind",
    "This is the answer to another question: who sold cod? (“Cod”, paragraph 3).": "answer to another question",
    "Dahl says of Hull: “1912\t40\t50” (“Cod”, paragraph 3).": "rows of a table",
    "Dahl says of Hull: “The cod was “dear” (“Cod”, paragraph 3).": "an open quotation",
    "Dahl says of Hull: “As Ada Lind once described it,” (“Cod”, paragraph 3).": "a fragment: As Ada Lind once described it,",
    "Dahl says of Hull: “Its cod was sold in Lima.” (“Cod”, paragraph 3).": "a fragment: Its cod was sold in Lima.",
    "Hull sold cod to Lima.": "no place",
}
USEFUL = (
    "Dahl says of Hull: “Hull sold cod to Lima.” (“Cod”, paragraph 3).",
    "“Cod”, paragraph 3, spells it out as “Harbour Assurance Fund of the North”.",
    "Too low: the passage gives 40.",
    "Hull sold cod to Lima (“Cod”, paragraph 3).",
)


@pytest.mark.parametrize(("reason", "fault"), USELESS.items())
def test_a_reason_that_helps_nobody_is_found(reason, fault):
    assert no_help(reason) == fault


@pytest.mark.parametrize("reason", USEFUL)
def test_a_whole_sentence_with_its_place_helps(reason):
    assert no_help(reason) is None


def options_with(*wrong: Option) -> dict[str, str]:
    """The wrong options that are shown, each with its reason."""
    known = store("Norway sold cod to Hull.")
    fact = question("Who sold cod?", ["*Norway", "Chile"], "Norway sold cod to Hull.").facts[0]
    made = choice(
        fact, "Who sold cod?", Option("Norway", "So the passage says."), wrong, level="understand",
        source=known.sources[0], order=known.chance("reasons"),
    )  # fmt: skip
    return {row["text"]: row["why"] for row in made.data["options"] if not row["correct"]}


def test_an_option_without_a_helpful_reason_gives_way_to_the_next_one():
    fine = "Hull sold cod to Lima (“Cod”, paragraph 3)."
    shown = options_with(
        Option("Chile", "Hull sold it."), Option("Peru", fine), Option("Hull", fine), Option("Lima", fine)
    )

    assert set(shown) == {"Peru", "Hull", "Lima"}


def test_an_option_with_a_place_says_at_least_where_it_stands():
    shown = options_with(Option("Chile", "Dahl says of Chile: “Its cod was dear.” (“Cod”, paragraph 3)."))

    assert shown["Chile"] == "In this text “Chile” stands only in another place: “Cod”, paragraph 3."


def test_a_question_with_a_useless_reason_loses_rank():
    asked = question("Who sold cod?", ["*Norway", "Chile"], "Norway sold cod.")
    asked.data["options"][1]["why"] = "Chile sold none."

    assert "E1" in soft_flaws(asked, store("Norway sold cod."))
