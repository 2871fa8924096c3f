"""A quiz gives none of its own answers away."""

from __future__ import annotations

from dataclasses import replace

from quizzes.generation import Question
from quizzes.generation.assembly import FEW, assemble, cue, whose
from quizzes.generation.ranking import rank

from .test_reserve import asked
from .texts import question

PASSAGE = "The Tarn Reading Room was established in Corran in 1911."
YEAR = question(
    "In which year was the Tarn Reading Room established in Corran?", ["1902", "*1911", "1924", "1930"], PASSAGE
)


def test_a_long_option_that_tells_another_answer_is_a_cue():
    other = question(
        "Which of these statements about Corran contradicts the account of Allison?",
        [
            "The Tarn Reading Room was established in Corran in 1911",
            "*The harbour of Corran was closed",
            "Trade grew in Corran",
        ],
        PASSAGE,
        pattern="statement",
    )

    assert cue(YEAR, other)


def test_the_same_year_in_another_matter_is_no_cue():
    other = question("In which year was the Bridge Board dissolved?", ["1902", "*1911", "1924", "1930"], PASSAGE)

    assert not cue(YEAR, other)


def view(number: int, *, kind: str = "multiple_choice", told: tuple[str, ...] = ()) -> Question:
    """A question for whose a statement is, in a paragraph of its own; the wrong statements are its own, or those told."""
    own = " ".join(f"{word}{number}" for word in ("weir", "sluice", "lock", "barge", "tow"))
    wrong = told or tuple(f"{own} said other {n}" for n in range(2))
    row = question(f"Which of these is by Lind{number}?", [f"*{own}", *wrong], own, pattern="sources")
    evidence = replace(row.evidence, block=f"v{number}")
    fact = replace(row.facts[0], subject=own, evidence=evidence, type="statement")
    data = row.data if kind == "multiple_choice" else {"premises": row.data["options"]}
    return replace(
        row, kind=kind, data=data, evidence=evidence, facts=(fact,), level="understand", score=0.6, id=f"v{number}"
    )


def quiz(*offered: Question, count: int | None = None) -> list[Question]:
    return assemble(sorted(offered, key=rank), count, {}, 10_000)[0]


def test_a_third_of_a_quiz_asks_whose_a_statement_is_where_there_is_enough_else():
    chosen = quiz(*(view(n) for n in range(12)), *(asked(n, "term") for n in range(20)), count=12)

    assert len(chosen) == 12
    assert sum(map(whose, chosen)) == 4


def test_more_of_a_quiz_asks_whose_a_statement_is_where_only_the_reserve_is_left():
    chosen = quiz(*(view(n) for n in range(12)), asked(1, "term"), asked(2, "enumeration"))

    assert len(chosen) == FEW
    assert sum(map(whose, chosen)) == FEW - 1


def test_statements_are_matched_with_their_authors_twice_at_most():
    chosen = quiz(*(view(n, kind="matching") for n in range(6)), asked(1, "term"))

    assert sum(question.kind == "matching" for question in chosen) == 2


def test_a_statement_comes_back_once_at_most():
    told = ("the sluice of Orne will fail the barges", "the lock of Orne will fail the pilots")

    assert len(quiz(*(view(n, told=told) for n in range(6)))) == 2


def test_where_readings_are_compared_and_nothing_else_asked_whose_a_statement_is_may_fill_the_quiz():
    assert len(quiz(*(view(n) for n in range(20)), count=15)) == 15


def test_where_readings_are_compared_a_name_is_seldom_the_answer():
    named = [
        replace(view(n), stem=f"Who says that weir{n} sank lock{n} by tow{n} at quay{n}?", score=0.7) for n in range(20)
    ]
    chosen = quiz(*named, *(view(100 + n) for n in range(20)), count=20)

    assert len(chosen) == 20
    assert sum(question.stem.startswith("Who says") for question in chosen) == 8


def test_of_two_that_turn_one_thing_round_one_is_asked():
    first, second = view(1), view(2)

    assert len(quiz(replace(first, used=second.facts), replace(second, used=first.facts), view(3))) == 2


def test_one_statement_is_not_asked_for_twice_in_two_forms():
    first = view(1)
    passages = {"passages": [{**row, "text": f"{row['text']}."} for row in first.data["options"]]}
    again = replace(first, kind="select_passage", data=passages, stem="What does Lind say of weirs?", id="again")

    assert len(quiz(first, again, view(2))) == 2
