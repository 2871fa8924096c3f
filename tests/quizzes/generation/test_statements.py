"""Statements turned round: what a false one says, what it may not say, and how the text's own statements stay true."""

from __future__ import annotations

from collections import Counter

from quizzes.generation import Question, generate
from quizzes.generation.facts import facts
from quizzes.generation.items import Form, rejected, stated
from quizzes.generation.source import sources
from quizzes.generation.store import Store

from .texts import document

TEXT = (
    "Peru raised the wages of the Fisheries Board in the spring of 1930. The Fisheries Board moved from Callao to Lima in 1931.",
    "Chilean bankers supported the Fisheries Board with loans for new harbours in the south. Captains praised the Fisheries Board for its honest scales.",
    "Chile accepted the tariffs of the Fisheries Board after a quarrel over coal. Peru gave the Fisheries Board a monopoly on frozen anchovies.",
    "Ecuador paid the Fisheries Board in silver. Peruvian lawyers welcomed the Fisheries Board before the courts of Quito.",
    "The canal strengthened the Fisheries Board in its trade with the northern ports. The storm of the winter weakened the Fisheries Board in Callao and Lima.",
)


def made_by(form: Form) -> list[Question]:
    read = sources([document(*TEXT)])
    return [question for question in form(Store(read, facts(read[0], Counter()))) if question.distractors]


def agreeing() -> list[Question]:
    return made_by(stated.items)


def test_the_right_statement_is_the_text_s_own():
    blocks = " ".join(TEXT)

    assert agreeing()
    assert all(f"{question.key}." in blocks for question in agreeing())


def test_wrong_statements_are_not_in_the_text():
    blocks = " ".join(TEXT)

    assert all(text not in blocks for question in agreeing() for text in question.distractors)


def test_the_false_statement_among_true_ones_is_the_answer():
    blocks = " ".join(TEXT)
    found = made_by(rejected.items)

    assert found
    assert all(
        question.key not in blocks and all(text in blocks for text in question.distractors) for question in found
    )


def test_the_reason_of_a_false_statement_quotes_the_true_one():
    whys = [option["why"] for q in made_by(rejected.items) for option in q.data["options"] if option["correct"]]

    assert whys
    assert all("Lindqvist writes “" in why for why in whys)


def test_no_statement_is_true_in_one_question_and_false_in_another():
    for seed in range(4):
        questions = [
            q
            for q in generate(document(*TEXT), seed=seed).questions
            if q.pattern == "statement" and q.kind == "multiple_choice"
        ]
        keys = {fact for question in questions for fact in question.facts}

        assert not keys & {fact for question in questions for fact in question.used}
