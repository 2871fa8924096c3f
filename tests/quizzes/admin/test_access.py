"""Who reaches which page of the desk: a table of addresses and roles; another course's rows do not exist."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quizzes.services.attempts import attempt_start
from readings.models import Enrolment
from tests.factories import make_course, make_question, make_quiz, make_reading, make_user

PAGES = {
    "desk": ("admin:index", None),
    "questions": ("admin:quizzes_question_changelist", None),
    "question": ("admin:quizzes_question_change", "question"),
    "generate": ("admin:quizzes_question_generate", None),
    "quizzes": ("admin:quizzes_quiz_changelist", None),
    "quiz": ("admin:quizzes_quiz_change", "quiz"),
    "new quiz": ("admin:quizzes_quiz_add", None),
    "delete quiz": ("admin:quizzes_quiz_delete", "quiz"),
    "assemble": ("admin:quizzes_quiz_assemble", None),
    "progress": ("admin:quizzes_studentprogress_changelist", None),
    "student": ("admin:quizzes_studentprogress_change", "enrolment"),
    "file": ("admin:quizzes_studentprogress_csv", None),
}
OF_THE_COURSE = ("question", "quiz", "delete quiz", "student")


@pytest.fixture
def rows(course, reading, ines, sam, olga):
    question = make_question(reading, status="approved")
    quiz = make_quiz(course, question)
    attempt_start(quiz=quiz, user=sam)
    return {"question": question, "quiz": quiz, "enrolment": Enrolment.objects.get(user=sam)}


def address(page, rows):
    name, row = PAGES[page]
    return reverse(name, args=[rows[row].pk] if row else [])


@pytest.mark.parametrize("place", PAGES)
@pytest.mark.parametrize("person", ["nobody", "student", "elsewhere", "instructor", "superuser"])
def test_who_reaches_which_page(client, place, person, rows, ines, sam, olga):
    users = {"student": sam, "elsewhere": olga, "instructor": ines}
    user = make_user("root", is_superuser=True) if person == "superuser" else users.get(person)
    if user:
        client.force_login(user)
    status = client.get(address(place, rows)).status_code
    if person in ("nobody", "student"):
        assert status == 302
    elif person == "elsewhere" and place in OF_THE_COURSE:
        assert status in (302, 404)  # Django's own pages lead back to the desk and say that the row does not exist
    else:
        assert status == 200


def test_another_courses_rows_are_in_no_list_filter_or_form(client, rows, ines, course):
    other = make_reading(make_course(slug="secret", title="Secret course"), title="Secret reading")
    secret = make_question(other, stem="Secret question?", status="approved")
    make_quiz(other.course, secret, title="Secret quiz")
    client.force_login(ines)
    for page in PAGES:
        assert "Secret" not in client.get(address(page, rows)).content.decode(), page


@pytest.mark.parametrize("name", ["quizzes_studentprogress_changelist", "quizzes_studentprogress_csv"])
def test_the_progress_of_another_course_is_not_found(client, rows, olga, name):
    client.force_login(olga)
    assert client.get(reverse(f"admin:{name}"), {"course": "caucasus"}).status_code == 404


def test_questions_of_another_course_cannot_be_posted_into_a_quiz(client, rows, ines):
    other = make_question(make_reading(make_course(slug="secret")), status="approved")
    client.force_login(ines)
    quiz = rows["quiz"]
    item = quiz.items.get()
    data = {
        "course": quiz.course_id, "title": quiz.title, "position": 0, "attempts_allowed": 2, "pass_mark": 60,
        "feedback": "never", "items-TOTAL_FORMS": 1, "items-INITIAL_FORMS": 1, "items-0-id": item.pk,
        "items-0-quiz": quiz.pk, "items-0-position": 0, "items-0-points": 1, "items-0-question": other.pk,
    }  # fmt: skip
    reply = client.post(address("quiz", rows), data)
    assert reply.status_code == 200
    assert "Select a valid choice" in reply.content.decode()


def test_actions_reach_own_rows_only(client, rows, olga):
    client.force_login(olga)
    data = {"action": "unpublish_selected", "_selected_action": [rows["quiz"].pk]}
    client.post(reverse("admin:quizzes_quiz_changelist"), data)
    rows["quiz"].refresh_from_db()
    assert rows["quiz"].is_published


def test_a_reading_of_another_course_cannot_be_generated_from(client, rows, olga, reading):
    client.force_login(olga)
    reply = client.post(address("generate", rows), {"reading": reading.pk, "count": 5, "seed": 1})
    assert "Select a valid choice" in reply.content.decode()
