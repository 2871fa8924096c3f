"""Views: what the author reports of somebody, beside what the author says in the own name."""

from __future__ import annotations

from collections import Counter

from quizzes.generation import Question
from quizzes.generation.facts import claim, statement
from quizzes.generation.items import views
from quizzes.generation.source import sources
from quizzes.generation.store import Store
from quizzes.kinds import check

from .texts import document

REPORTED = (
    "The Norwegian farmers believe that cheap coal can do more for the harbour of Bergen than any treaty of the kings."
)
OWN = (
    "The harbour of Bergen has more need of deep water than of a second railway to the mines.",
    "A treaty with Peru would open the harbour of Callao to the herring of the western coast.",
    "The coal of Newcastle is the cheapest fuel that the steamers of the northern line can burn.",
)
EVENT = "The harbour of Bergen burnt down with all the coal of the northern steamers in 1702."


def made(*paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    facts = [*claim.find(read[0], Counter()), *statement.find(read[0], Counter())]
    return list(views.items(Store(read, facts)))


def test_the_reported_view_stands_among_the_author_s_own_statements():
    [asked] = made(REPORTED, *OWN)

    assert asked.stem == "Which of these views does Lindqvist attribute to the Norwegian farmers?"
    assert asked.key.startswith("Cheap coal can do more")
    assert set(asked.distractors) <= {text.rstrip(".") for text in OWN}
    assert check(asked.kind, asked.data) == []


def test_an_event_is_no_view_that_one_can_hold():
    [asked] = made(REPORTED, *OWN, EVENT)

    assert not any("1702" in option for option in asked.distractors)


def test_what_the_author_ascribes_to_others_is_no_statement_of_the_own():
    others = [f"It is argued that {text[0].lower()}{text[1:]}" for text in OWN]

    assert made(REPORTED, *others) == []
