"""Arguments: what the author gives as reason, sets against, concludes."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question
from quizzes.generation.checks import hard_flaws
from quizzes.generation.facts import facts
from quizzes.generation.items import argued
from quizzes.generation.language.statements import has_verb, problem, simple, statement, with_subject
from quizzes.generation.ranking import in_reserve
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources

from .texts import document

TIED = "Norway closed the consulate in Lisbon. {} the merchants of Bergen kept a clerk in Porto."
ELSEWHERE = (
    "Prices rose.",
    "The merchants of Lisbon bought salt in every year of war.",
    "Prices fell.",
    "The captains of Norway sold licences to all ships.",
    "Prices rose.",
    "Norway paid for a school in the harbour of Stavanger.",
)


def store(*paragraphs: str) -> Store:
    read = sources([document(*paragraphs)])
    return Store(read, facts(read[0], Counter()))


def made(*paragraphs: str) -> list[Question]:
    return list(argued.items(store(*paragraphs)))


@pytest.mark.parametrize(
    ("connector", "asks"),
    [
        ("However,", "set against the statement that"),
        ("As a result,", "conclude from the statement that"),
        ("For example,", "give as an example for the statement that"),
        ("Indeed,", "bring forward in support of the statement that"),
    ],
)
def test_each_tie_is_asked_for_in_its_own_words(connector, asks):
    asked = made(TIED.format(connector), *ELSEWHERE)[0]

    assert asked.stem == f"Which of these does Lindqvist {asks} Norway closed the consulate in Lisbon?"
    assert asked.key == "The merchants of Bergen kept a clerk in Porto"


def test_a_reason_is_asked_for_with_why_and_is_no_lesser_question():
    asked = made(TIED.format("This was because"), *ELSEWHERE)[0]

    assert asked.stem == "According to Lindqvist, why did Norway close the consulate in Lisbon?"
    assert not in_reserve(asked)


def test_the_wrong_statements_stand_in_other_paragraphs_and_name_what_the_first_names():
    asked = made(TIED.format("However,"), *ELSEWHERE)[0]

    assert set(asked.distractors) == {text.rstrip(".") for text in ELSEWHERE[1::2]}


def test_no_wrong_statement_goes_on_with_the_argument():
    following = "The king of Norway gave the new school a roof."
    asked = made(TIED.format("However,"), following, *ELSEWHERE[:4])[0]

    assert set(asked.distractors) == {text.rstrip(".") for text in ELSEWHERE[1:4:2]}


def test_a_tie_whose_rivals_are_further_from_it_than_the_answer_is_not_asked():
    far = tuple("The mills of Zealand were idle for the winter." for _ in range(6))

    assert made(TIED.format("However,"), *far) == []


def test_a_statement_may_say_what_was_not_and_what_the_author_holds():
    read = store("Norway could not keep the consulate in Lisbon. However, the merchants of Bergen would send a clerk to Porto.", *ELSEWHERE)  # fmt: skip
    asked = next(argued.items(read))

    assert {"B1", "B12"} & set(hard_flaws(asked, read)) == set()


def test_asides_are_left_out_and_long_sentences_end_where_they_are_whole():
    assert simple("Norway – the richest of all – closed the port (in May).") == "Norway closed the port."
    assert statement("however, the port, which was old, was closed.") == "The port was closed"


def test_a_clause_without_subject_takes_that_of_the_clause_before():
    assert with_subject("lost the trade", "The port of Bergen was closed") == "The port of Bergen lost the trade"
    assert with_subject("not the trade", "The port of Bergen was closed") == "not the trade"
    assert with_subject("was lost", "What the port, a town, sold was dear") == "was lost"


def test_a_whole_sentence_needs_no_verb_that_is_known_but_what_was_cut_does():
    assert problem("The mills of Zealand ground barley", "The mills of Zealand ground barley.") is None
    assert problem("The mills of Zealand ground barley", "The mills of Zealand ground barley and rye.") is not None


def test_what_is_half_a_sentence_is_no_statement():
    assert problem("The disputed border of the two Frisian provinces") is not None
    assert problem("Closed the old consulate in Lisbon by decree") is not None
    assert problem("We closed the old consulate in Lisbon") is not None
    assert problem("The old consulate in Lisbon was closed") is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The mills closed early", True),
        ("The newly disputed border by the sea", False),
        ("Norway sells herring", True),
    ],
)
def test_a_verb_is_told_from_a_participle(text, whole):
    assert has_verb(text) is whole


def test_the_reasons_name_the_link():
    question = made(TIED.format("As a result,"), *ELSEWHERE)[0]
    told = {row["correct"]: str(row["why"]) for row in question.data["options"]}

    assert told[True].endswith("draws this conclusion from it.")
    assert told[False].endswith("but not as a conclusion from the statement.")
