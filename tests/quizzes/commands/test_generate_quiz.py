"""The command that generates questions, and the service behind it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quizzes.models import Question
from quizzes.services.generation import questions_generate
from quizzes.services.questions import question_edit, question_reject
from tests.factories import make_course, make_question, make_reading, make_section

TEXTS = (
    "The Tarn Valley Railway (TVR) was founded in 1871 by Edmund Hale in the town of Orne.",
    "In 1902 the Tarn Valley Railway opened the long bridge at Orne after nine years of work.",
    "In May 1911 the Orne Harbour Company closed the old ferry below the town for good.",
    "The Bridge Board (BB) was created in 1931 by the council of Orne after the flood.",
    "In 1934 the Bridge Board rebuilt the middle arch of the long bridge with stone from Avel.",
    "On 3 June 1950 the Tarn Valley Railway sold its last steam engine to the museum of Avel.",
)


@pytest.fixture
def rich(course):
    """A reading that several patterns can ask about."""
    reading = make_reading(course, "railway", title="The Tarn Valley Railway")
    make_section(reading, 3, "From the ferry to the railway", *TEXTS)
    return reading


def run(*arguments, **options):
    out, err = StringIO(), StringIO()
    call_command("generate_quiz", *arguments, stdout=out, stderr=err, **options)
    return out.getvalue() + err.getvalue()


def test_questions_start_as_drafts_bound_to_their_passage(rich):
    made = questions_generate(reading=rich)
    assert made.created > 0
    for question in Question.objects.all():
        assert question.status == "draft"
        assert question.generated_key
        block = question.evidence_block
        assert block.quote(question.evidence_start, question.evidence_end) == question.evidence_quote


def test_a_second_run_adds_nothing_and_touches_nothing(rich, ines):
    first = questions_generate(reading=rich)
    edited = Question.objects.first()
    question_edit(question=edited, by=ines, fields={"stem": "My own words?"})
    for question in Question.objects.exclude(pk=edited.pk)[:1]:
        question_reject(question=question, reason="trivial", by=ines)
    before = list(Question.objects.order_by("pk").values())
    second = questions_generate(reading=rich)
    assert (second.created, second.known) == (0, first.created)
    assert list(Question.objects.order_by("pk").values()) == before


def test_a_reading_without_facts_gives_no_question_and_no_error(course):
    reading = make_reading(course, "empty")
    reading.blocks.all().delete()
    assert questions_generate(reading=reading).created == 0


def test_the_command_says_what_it_made_and_why_not_more(rich):
    said = run("railway")
    assert "new questions" in said
    assert "not asked" in said


def test_publishing_makes_one_quiz_however_often_it_runs(rich):
    make_question(rich)
    assert "published" in run("railway", publish=True)
    assert "has a quiz already" in run("railway", publish=True)
    assert rich.quizzes.get().is_published


def test_a_reading_without_questions_is_not_published(course):
    make_reading(course, "empty").blocks.all().delete()
    assert "no approved question" in run("empty", publish=True)


def test_all_readings_of_a_course_are_taken(rich, reading):
    said = run(course="caucasus")
    assert "Bridges of Tarn" in said
    assert "The Tarn Valley Railway" in said


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ([], {}, "Name a reading"),
        (["nowhere"], {}, "no reading “nowhere”. Readings: bridges, bridges"),
        ([], {"course": "nowhere"}, "no course “nowhere”"),
        (["bridges"], {}, "2 courses have a reading “bridges”"),
        (["bridges"], {"course": "caucasus", "count": 0}, "1 or more"),
    ],
)
def test_wrong_names_are_refused_with_what_is_there(reading, arguments, options, message):
    make_reading(make_course(slug="elsewhere"))
    with pytest.raises(CommandError, match=message):
        run(*arguments, **options)


def test_course_and_reading_can_be_named_together(reading):
    make_reading(make_course(slug="elsewhere"))
    assert "Bridges of Tarn" in run("caucasus/bridges")
