"""Checks: which flaws are found in a question and which are not, by the case file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.generation.checks import FLAWS, hard_flaws, soft_flaws
from quizzes.generation.checks.quiz import duplicate, key_bias
from quizzes.generation.store import Store
from quizzes.generation.types import Question

from .texts import Case, cases, question, store

ALL = cases("checks")


def flaws_of(case: Case) -> set[str]:
    part = dict(line.split(": ", 1) for line in case.text.splitlines())
    asked = question(part["stem"], part["options"].split(" / "), part["passage"])
    known = store(part["passage"])
    return {*hard_flaws(asked, known), *soft_flaws(asked, known)} - {
        "C10",
        "C11",
        "D6",
        "D7",
        "R1",
    }  # these need a longer text, or lie in the form


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_a_question_has_the_flaws_its_case_names(case: Case):
    expected = set() if case.expected == ["clean"] else set(case.expected[0].split())

    assert flaws_of(case) == expected


def test_every_flaw_has_a_case_in_which_it_is_found():
    found = {code for case in ALL for code in case.expected[0].split()}

    assert {flaw.code for flaw in FLAWS} - found <= {
        "C10",
        "C11",
        "D2",
        "D4",
        "D6",
        "D7",
        "D9",
        "D10",
        "E1",
        "R1",
    }  # in tests of their own


def test_codes_are_used_once():
    assert len({flaw.code for flaw in FLAWS}) == len(FLAWS)


def test_a_quotation_that_does_not_stand_at_its_offsets_is_a_flaw():
    asked = question(
        "Which harbour did Norway open in 1897?", ["*Askvoll", "Bodin", "Calder"], "In 1897 Norway opened Askvoll."
    )

    assert "D1" in hard_flaws(asked, store("In 1897 Norway opened the harbour of Askvoll."))


def two_years(first: str, second: str) -> tuple[Question, Store]:
    """A question for the year of an event that the text dates twice."""
    passage = "Norway opened Askvoll in 1897."
    facts = [
        replace(question("x", ["*1897"], passage).facts[0], subject="Norway opened Askvoll", value=year)
        for year in (first, second)
    ]
    asked = question("In which year did Norway open Askvoll?", ["*1897", "1899", "1903"], passage)
    return replace(asked, facts=(facts[0],)), Store(store(passage).sources, facts)


def test_two_dates_for_one_event_are_a_flaw():
    assert {"D2", "D4"} <= set(hard_flaws(*two_years("1897", "1899")))


def test_the_same_date_twice_is_none():
    assert not {"D2", "D4"} & set(hard_flaws(*two_years("1897", "1897")))


def test_a_text_of_rare_words_is_a_detail():
    asked = question(
        "Which harbour did Norway open in 1897?", ["*Askvoll", "Bodin", "Calder"], "Norway opened Askvoll."
    )

    asked = replace(asked, facts=(replace(asked.facts[0], subject="Norway opened Askvoll"),))

    assert "D7" in soft_flaws(asked, store("Norway opened Askvoll."))


def test_the_fall_of_the_soviet_union_needs_no_reading():
    asked = question("When did the Soviet Union end?", ["1989", "*1991", "1993"], "The Soviet Union ended in 1991.")

    assert "D9" in soft_flaws(asked, store("The Soviet Union ended in 1991."))


TEXT = "Norway opened the harbour of Askvoll in 1897 to please the herring fleet. The harbour of Bodin is older."
DEED = "Norway opened the harbour of Askvoll in 1897 to please the herring fleet"


def test_words_that_the_text_never_uses_are_foreign_to_it():
    told = question("What did Norway do?", [f"*{DEED}", "Synergies leverage disruptive ecosystems"], TEXT)
    kin = question("What did Norway do?", [f"*{DEED}", "The harbour of Bodin is older"], TEXT)

    assert "C10" in soft_flaws(told, store(TEXT))
    assert "C10" not in soft_flaws(kin, store(TEXT))


def test_a_right_option_that_alone_stands_in_the_text_is_a_cue():
    alone = question("What did Norway do?", [f"*{DEED}", "Norway closed many ports of the south"], TEXT)
    among = question("What did Norway do?", [f"*{DEED}", "Sweden opened the harbour of Askvoll in 1897"], TEXT)

    assert "C11" in soft_flaws(alone, store(TEXT))
    assert "C11" not in soft_flaws(among, store(TEXT))


def test_a_name_that_the_text_never_uses_tempts_nobody():
    asked = question("Which harbour did Norway open in 1897?", ["*Askvoll", "Bodin", "Timbuktu"], TEXT)
    fine = question("Which harbour did Norway open in 1897?", ["*Askvoll", "Bodin", "Norway"], TEXT)

    assert "D6" in soft_flaws(asked, store(TEXT))
    assert "D6" not in soft_flaws(fine, store(TEXT))


def test_a_number_of_today_needs_its_date():
    passage = "Norway has 14 ships."
    undated = question("How many ships does Norway have?", ["*14", "18", "22"], passage, pattern="number")
    dated = question("How many ships did Norway have in 1897?", ["*14", "18", "22"], passage, pattern="number")

    assert "D10" in hard_flaws(undated, store(passage))
    assert "D10" not in hard_flaws(dated, store(passage))


def test_right_options_at_one_place_are_a_flaw_of_the_quiz():
    first = [question("Which harbour?", ["*Askvoll", "Bodin", "Calder"], TEXT) for _ in range(12)]
    mixed = [
        question("Which harbour?", [("*" if n % 3 == place else "") + name for place, name in enumerate("ABC")], TEXT)
        for n in range(12)
    ]

    assert key_bias(first)
    assert not key_bias(mixed)
    assert not key_bias(first[:3])


def test_the_same_question_in_nearly_the_same_words_is_a_duplicate():
    one = question(
        "Which harbour did the Norwegian state open for its herring fleet in 1897?", ["*Askvoll", "Bodin"], TEXT
    )
    two = question(
        "Which harbour did the Norwegian state open for its herring fleet in May 1897?", ["*Askvoll", "Calder"], TEXT
    )
    three = question("Which fleet of Norway did the harbour of Askvoll please?", ["*Herring", "Cod"], TEXT)

    assert duplicate(one, two)
    assert not duplicate(one, three)


def test_a_passage_that_is_the_longest_by_far_gives_itself_away():
    asked = question("Which harbour did Norway open?", ["*Askvoll", "Bodin"], "Norway opened the harbour of Askvoll.")
    rows = [
        {"text": "the long and sunny harbour of Askvoll", "correct": True},
        {"text": "that of Bodin", "correct": False},
    ]
    even = [{"text": "the harbour", "correct": True}, {"text": "that of Bodin", "correct": False}]

    assert "C1" in hard_flaws(replace(asked, kind="select_passage", data={"passages": rows}), store("Norway."))
    assert "C1" not in hard_flaws(replace(asked, kind="select_passage", data={"passages": even}), store("Norway."))
