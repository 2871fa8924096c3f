"""Questions that compare the readings of a course, as rows."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quizzes.models import Question
from quizzes.selectors.course import neighbours
from quizzes.services.generation import questions_generate, questions_generate_across
from tests.factories import make_reading, make_section

TEXTS = {
    "okafor": ("Okafor", "In 1897, the Tarn Council opened a ferry school in Orne.", "Chile left the Copper Pact in 1902."),
    "dahl": ("Dahl", "In 1899, the Tarn Council opened a ferry school in Orne.", "Peru joined the Avel League in 1905."),
}  # fmt: skip


@pytest.fixture
def compared(course):
    """Two readings that date one thing differently."""
    for slug, (author, *texts) in TEXTS.items():
        reading = make_reading(
            course, slug, title=f"Of {author}", metadata={"authors": [{"given": "Ada", "family": author}]}
        )
        make_section(reading, 3, "Schools", *texts)
        for block in reading.blocks.all():
            block.key = f"{slug}-{block.key}"
            block.save(update_fields=["key"])
    return course


def run(**options):
    out = StringIO()
    call_command("generate_quiz", stdout=out, **options)
    return out.getvalue()


def test_a_question_across_readings_stays_with_the_reading_of_its_passage(compared):
    made = questions_generate_across(course=compared)

    assert made.created == Question.objects.count() > 0
    for question in Question.objects.all():
        assert question.status == "draft"
        assert question.evidence_block.reading == question.reading
        assert question.evidence_block.quote(question.evidence_start, question.evidence_end) == question.evidence_quote


def test_a_second_comparison_adds_nothing(compared):
    first = questions_generate_across(course=compared)

    assert (first.created, first.known) == (Question.objects.count(), 0)
    assert questions_generate_across(course=compared).created == 0


def test_where_two_readings_disagree_each_keeps_its_date(compared):
    questions_generate_across(course=compared)
    question = Question.objects.get(stem__contains="different years")

    assert {"1897", "1899"} <= {option.text for option in question.options.all()}


def test_a_reading_is_asked_about_within_its_course(compared):
    """What another reading contradicts is asked as this one's account only; passages are its own."""
    questions_generate(reading=compared.readings.get(slug="okafor"))

    disputed = [question.stem for question in Question.objects.all() if "ferry school" in question.stem]
    assert disputed
    assert all("date it to different years" in stem for stem in disputed)
    assert {question.evidence_block.reading.slug for question in Question.objects.all()} == {"okafor"}


def test_a_reading_alone_in_its_course_is_asked_about_alone(reading):
    assert neighbours(reading) == []


def test_no_more_of_a_course_is_read_along_than_can_be_compared_in_seconds(compared, monkeypatch):
    okafor = compared.readings.get(slug="okafor")
    monkeypatch.setattr("quizzes.selectors.course.MOST_CHARACTERS", 10)

    assert neighbours(okafor) == []


def test_a_course_without_readings_has_nothing_to_compare(course):
    assert questions_generate_across(course=course).created == 0


def test_the_command_compares_the_readings_of_a_course(compared):
    assert "across its readings" in run(course=compared.slug, across=True)


@pytest.mark.parametrize("options", [{}, {"course": "caucasus", "publish": True}])
def test_comparing_needs_a_course_and_a_reviewer(compared, options):
    with pytest.raises(CommandError, match="--across takes a course"):
        run(across=True, **options)
