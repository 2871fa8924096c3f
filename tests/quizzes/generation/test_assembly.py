"""A quiz gives none of its own answers away."""

from __future__ import annotations

from quizzes.generation.assembly import cue

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
