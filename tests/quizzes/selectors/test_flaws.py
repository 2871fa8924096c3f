"""Questions are checked within the course that they were made from, as it is now."""

from __future__ import annotations

import pytest

from quizzes.models import Option, Question
from quizzes.selectors import course as selection
from quizzes.selectors.flaws import flaw_finder, flaws_of
from quizzes.services.generation import questions_generate, questions_generate_across
from tests.factories import make_question, make_reading, make_section
from tests.quizzes.generation.test_across import FILLER, VIEWS


def written(course, position, author, *texts):
    """A reading of that author; its blocks have keys of their own, as contents give them."""
    metadata = {"authors": [{"given": "Ada", "family": author}]}
    reading = make_reading(course, author.casefold(), title=f"By {author}", metadata=metadata, position=position)
    reading.sections.all().delete()
    section = make_section(reading, 3, "The pact", *texts)
    for block in reading.blocks.all():
        block.key = f"{author}-{block.key}"
        block.save(update_fields=["key"])
    section.key = f"{author}-s"
    section.save(update_fields=["key"])
    return reading


@pytest.fixture
def compared(course):
    for position, (author, *told) in enumerate(VIEWS):
        written(course, position, author, *told, *[f"{FILLER} It was number {n}." for n in range(3)])
    return course


def codes(question):
    return {flaw.code for flaw in flaws_of(Question.objects.get(pk=question.pk), question.data)}


def test_what_was_made_within_the_course_has_no_other_flaw_there(compared):
    questions_generate_across(course=compared)
    for reading in compared.readings.all():
        questions_generate(reading=reading)
    made = list(Question.objects.all())
    assert {question.kind for question in made} >= {"multiple_choice", "select_passage"}
    for question in made:
        assert codes(question) <= set(question.soft_flaws), question.stem


def claimed(reading, stem):
    """A question on the expansion of a short form, which another reading may spell out otherwise."""
    block = reading.blocks.get(number=1)
    question = make_question(reading, stem, pattern="acronym")
    question.evidence_block, question.evidence_quote, question.evidence_end = block, block.text, len(block.text)
    question.save()
    question.options.all().delete()
    texts = ("Copper Pact League", "Coal Port League", "Coast Pilot League", "Cork Press League")
    for place, text in enumerate(texts):
        Option.objects.create(question=question, position=place, text=text, is_correct=not place)
    return question


@pytest.fixture
def settled(course):
    first = "The Copper Pact League (CPL) was founded in 1898 by three towns of the coast."
    reading = written(course, 0, "Okafor", first, "The CPL kept its seat in Orne.")
    written(course, 1, "Dahl", "Nobody on the river wrote of such things.", "The CPL kept its seat in Tarn.")
    return claimed(reading, "What does the abbreviation CPL stand for?")


def test_a_reading_that_comes_to_contradict_another_is_seen_at_once(settled, course):
    assert "D4" not in codes(settled)
    other = course.readings.get(slug="dahl")
    other.blocks.filter(number=1).update(
        text="The Coal Port League (CPL) was founded in 1899 by two towns of the river."
    )
    other.revision += 1
    other.save()
    assert {"D2", "D4"} <= codes(settled)


def test_a_new_term_of_the_glossary_is_seen_at_once(settled, course):
    make_question(settled.reading)
    stem = "Which body does the ZZTOP of the coast belong to, according to Okafor?"
    Question.objects.filter(pk=settled.pk).update(stem=stem, pattern="claim")
    assert "B9" in codes(settled)
    course.terms.create(slug="zztop", head="ZZTOP")
    assert "B9" not in codes(settled)


def test_the_texts_are_read_once_for_many_questions(settled, django_assert_max_num_queries):
    flaws_of(settled, settled.data)
    with django_assert_max_num_queries(8):
        flaw_finder(settled, settled.data)(settled.data)


def test_a_question_that_names_a_reading_far_off_is_checked_against_it(settled, course, monkeypatch):
    monkeypatch.setattr(selection, "MOST_NEIGHBOURS", 1)
    written(course, 2, "Ortega", "The inns were full.")
    near = [reading.slug for reading in selection.readings_behind(settled, settled.data)]
    settled.pattern, settled.stem = "sources", "Who says that the CPL failed?"
    data = {"options": [{"text": "Ortega"}, {"text": "Okafor"}]}
    assert near == ["okafor", "dahl"]
    assert [r.slug for r in selection.readings_behind(settled, data)] == ["okafor", "dahl", "ortega"]
    assert [r.slug for r in selection.readings_behind(settled, {"options": []})] == near
