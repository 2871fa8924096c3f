"""Short forms among names with the same initials."""

from __future__ import annotations

from collections import Counter

from quizzes.generation import Question
from quizzes.generation.facts import PATTERNS
from quizzes.generation.items import FORMS
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources

from .texts import document


def asked(long: str, short: str, paragraphs: int = 5) -> list[Question]:
    told = [f"Traders of Norway founded the {long} ({short}) after the storm of 1902."]
    told += [f"The {short} paid for {number} new quays." for number in range(2, paragraphs + 1)]
    read = sources([document(*told)])
    return list(FORMS["expanded"](Store(read, list(PATTERNS["acronym"](read[0], Counter())))))


def test_two_words_are_exchanged_in_each_way_so_that_none_gives_the_name_away():
    (question,) = asked("Interstate Commission for Salt Coordination", "ICSC")
    shown = [set(name.split()) for name in (question.key, *question.distractors)]
    words = Counter(word for name in shown for word in name)

    assert question.stem == "According to Lindqvist, what does the short form ICSC stand for?"
    assert sorted(set(words.values())) == [2, 4]
    assert all("".join(word[0] for word in name.split() if word != "for") == "ICSC" for name in question.distractors)


def test_one_word_is_exchanged_in_three_ways():
    (question,) = asked("Herring Sailors Council", "HSC")

    assert {name.rsplit(" ", 1)[0] for name in question.distractors} == {"Herring Sailors"}


def test_what_is_no_central_body_is_not_asked_for():
    assert asked("Interstate Commission for Salt Coordination", "ICSC", paragraphs=4) == []
    assert asked("Herring Sailors Quay", "HSQ") == []
