"""The demo fills a course with people and plausible work, and takes all of it and nothing else away again."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from config.accounts.models import User
from config.demo.people import CLASS, STUDENT, TEACHER
from config.demo.services import demo_clear
from quizzes.models import Attempt, Question, Quiz, Response
from quizzes.selectors.progress import course_progress
from readings.models import Annotation, BlockRead, Course, Enrolment, Reading
from readings.services.importing import reading_import
from readings.services.packs import PACKS
from tests.factories import make_course, make_reading, make_user

TEXT = (PACKS / "south-caucasus" / "readings" / "minsk-group.md").read_bytes()
TABLES = (User, Enrolment, BlockRead, Annotation, Question, Quiz, Attempt, Response)


@pytest.fixture(autouse=True)
def development(settings):
    settings.DEBUG = True


@pytest.fixture
def text(db):
    return reading_import(course=make_course(slug="demo", title="Demo"), data=TEXT, name="minsk-group.md")


def load(slug: str = "demo") -> str:
    out = StringIO()
    call_command("load_demo", course=slug, stdout=out)
    return out.getvalue()


def counts() -> list[int]:
    return [table.objects.count() for table in TABLES]


def test_a_class_of_24_a_student_and_a_teacher_are_there_and_marked(text):
    load()
    assert User.objects.filter(is_demo=True).count() == len(CLASS) + 2 == 26
    assert Course.objects.get().is_demo
    assert Enrolment.objects.students().count() == 25
    assert Enrolment.objects.teaching().get().user.username == "instructor"


def test_the_logins_are_printed_and_work(text, client):
    out = load()
    for person in (TEACHER, STUDENT):
        assert f"log in as {person.username} with demo-{person.username}" in out
        assert User.objects.get(username=person.username).check_password(f"demo-{person.username}")
    assert not User.objects.get(username=CLASS[0].username).has_usable_password()
    assert not User.objects.filter(is_superuser=True).exists()


def test_people_read_to_different_extents_over_weeks_and_never_in_the_future(text):
    load()
    done = {row.readings[0].percent for row in course_progress(text.course).students}
    assert len(done) > 5
    assert {0, 100} <= done
    moments = list(BlockRead.objects.values_list("read_at", flat=True))
    assert max(moments) <= timezone.now()
    assert (max(moments) - min(moments)).days >= 7


def test_some_annotations_are_shared_and_some_private_each_on_its_words(text):
    load()
    notes = list(Annotation.objects.select_related("block"))
    assert {note.visibility for note in notes} == {"class", "private"}
    assert {bool(note.comment) for note in notes} == {True, False}
    assert all(note.block.text[note.start : note.end] == note.quote for note in notes)
    comments = [note.comment for note in notes if note.comment]
    assert len(comments) == len(set(comments))
    assert all(note.created_at <= timezone.now() for note in notes)


def test_a_quiz_of_approved_questions_is_published(text):
    load()
    quiz = Quiz.objects.get()
    assert quiz.is_published
    assert all(question.status == "approved" for question in quiz.questions.all())
    assert Question.objects.approved().filter(reviewed_by__username="instructor").exists()


def test_marks_vary_and_belong_to_their_answers(text):
    load()
    attempts = list(Attempt.objects.prefetch_related("responses"))
    assert len({attempt.percent for attempt in attempts}) > 2
    for attempt in attempts:
        assert attempt.points == sum(response.points for response in attempt.responses.all())
        assert attempt.started_at < attempt.submitted_at <= timezone.now()


def test_loading_twice_adds_nothing(text):
    load()
    before = counts()
    load()
    assert counts() == before


def test_a_reading_that_comes_later_gets_its_share(text):
    load()
    later = make_reading(text.course, slug="later")
    load()
    assert BlockRead.objects.filter(block__reading=later).exists()
    assert Quiz.objects.count() == 1


def test_clearing_removes_all_of_it_and_nothing_else(text, course, sam, reading):
    before = counts()
    load()
    out = StringIO()
    call_command("clear_demo", stdout=out)
    assert "Removed 26 demo people and 1 demo courses." in out.getvalue()
    assert counts() == before
    assert Course.objects.get() == course
    assert Reading.objects.get() == reading


def test_a_course_that_a_real_person_has_joined_is_kept_without_the_demo(text, nora):
    load()
    Enrolment.objects.create(course=text.course, user=nora)
    _, _, kept = demo_clear()
    assert kept == [text.course]
    assert Course.objects.get().is_demo is False
    assert User.objects.get() == nora
    assert not Attempt.objects.exists()


def test_a_course_with_people_of_its_own_is_no_place_for_a_demo(course, sam, reading):
    with pytest.raises(CommandError, match="people of its own"):
        load(course.slug)
    assert not User.objects.filter(is_demo=True).exists()


def test_a_person_with_a_demo_s_name_is_left_alone(text):
    make_user("student")
    with pytest.raises(CommandError, match="already a person called student"):
        load()


def test_there_is_no_demo_in_production(text, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="never in production"):
        load()
    assert not User.objects.exists()


def test_an_unknown_course_says_how_to_load_one(db):
    with pytest.raises(CommandError, match="load_course atlantis"):
        load("atlantis")


def test_a_course_without_text_gets_people_only(db):
    make_course(slug="demo")
    load()
    assert User.objects.count() == 26
    assert not Quiz.objects.exists()
