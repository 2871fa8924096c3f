"""The demo's teacher asks questions of her own: sound ones, each on a passage that stands in its reading."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from config.accounts.models import User
from config.demo.people import STUDENT
from config.demo.writing import questions_write, written_questions
from quizzes.models import Option, Pair, Question, Quiz
from quizzes.selectors.flaws import verdict_on
from quizzes.selectors.practice import practice_of
from quizzes.services.evidence import only_place
from readings.models import Course, Reading
from readings.selectors.courses import seat_find
from tests.factories import make_reading, make_user

READINGS = sorted(written_questions())


@pytest.fixture
def course(db, settings) -> Course:
    settings.DEBUG = True
    call_command("load_course", "south-caucasus", verbosity=0, stdout=StringIO())
    return Course.objects.get(slug="south-caucasus")


@pytest.fixture
def demo(course) -> Course:
    load(course)
    return course


def load(course: Course) -> None:
    call_command("load_demo", course=course.slug, stdout=StringIO())


@pytest.mark.parametrize("slug", READINGS)
def test_each_reading_has_eight_questions_of_many_kinds_and_all_levels(slug):
    rows = written_questions()[slug]
    levels = [row["level"] for row in rows]
    assert len(rows) == 8
    assert len({row["kind"] for row in rows}) >= 5
    assert set(levels) == {"remember", "understand", "apply"}
    assert levels.count("apply") >= 3


@pytest.mark.parametrize("slug", READINGS)
def test_every_quotation_and_passage_stands_in_its_reading_once(course, slug):
    blocks = list(course.readings.get(slug=slug).blocks.all())
    rows = written_questions()[slug]
    quotations = [row["quote"] for row in rows] + [entry["text"] for row in rows for entry in row.get("passages", ())]
    assert [words for words in quotations if not only_place(words, blocks)] == []


def test_the_generator_s_own_checks_find_no_hard_flaw(demo):
    written = Question.objects.filter(pattern="").select_related("evidence_block").prefetch_related("options", "pairs")
    verdicts = {row.stem: verdict_on(row, row.data) for row in written}
    assert len(verdicts) == 8 * len(READINGS)
    faults = {
        stem: [*found.problems, *(flaw.code for flaw in found.flaws if flaw.hard)] for stem, found in verdicts.items()
    }
    assert {stem: codes for stem, codes in faults.items() if codes} == {}


def test_every_answer_that_is_offered_has_its_reason(demo):
    offered = Option.objects.filter(question__pattern="").exclude(question__kind="typed")
    assert not offered.filter(why="").exists()
    assert not Pair.objects.filter(question__pattern="", why="").exclude(premise="").exists()
    assert not Question.objects.filter(pattern="", feedback="").exists()


@pytest.mark.parametrize("slug", READINGS)
def test_each_reading_has_a_published_quiz_of_eight(demo, slug):
    quiz = Quiz.objects.get(reading__slug=slug)
    assert quiz.is_published
    assert quiz.questions.askable().count() == 8
    assert len(set(quiz.questions.values_list("kind", flat=True))) >= 4


def test_drafts_are_left_to_review(demo):
    assert Question.objects.drafts().exclude(generated_key="").exists()
    assert not Question.objects.drafts().filter(pattern="").exists()


@pytest.mark.parametrize("slug", READINGS)
def test_students_find_practice_in_most_sections(demo, slug):
    reading = demo.readings.get(slug=slug)
    seat = seat_find(User.objects.get(username=STUDENT.username), demo.slug)
    pages = [section.slug for section in reading.sections.filter(matter="body", level=1)]
    practised = [page for page in pages if practice_of(reading, page, seat).questions]
    assert len(practised) >= len(pages) - 1


def test_a_second_run_doubles_nothing_and_clearing_leaves_nothing(demo):
    load(demo)
    assert Question.objects.filter(pattern="").count() == 8 * len(READINGS)
    call_command("clear_demo", stdout=StringIO())
    assert not Question.objects.exists()
    assert not Quiz.objects.exists()


def test_a_text_that_has_lost_the_passages_is_asked_nothing(course):
    other = make_reading(course, slug="other")
    Reading.objects.filter(slug="minsk-group").update(slug="moved")
    Reading.objects.filter(pk=other.pk).update(slug="minsk-group")
    other.refresh_from_db()
    assert questions_write(other, make_user("nora")) == []
