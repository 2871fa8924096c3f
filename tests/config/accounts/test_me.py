"""One's own account: the name, the data, the e-mail address and the way out."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.db.models.fields.reverse_related import ForeignObjectRel

from config.accounts.farewell import CoursesLeftAlone, account_delete
from config.accounts.models import User
from quizzes.models import Attempt
from readings.models import Annotation, BlockRead, ReadingPosition
from tests.config.clients import browser
from tests.factories import make_member, make_question, make_quiz

DELETE = "/accounts/me/delete/"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def work(sam, course, reading):
    """What Sam has done: read, annotated, answered."""
    enrolment, block = sam.enrolments.get(), reading.blocks.first()
    BlockRead.objects.create(enrolment=enrolment, block=block)
    ReadingPosition.objects.create(enrolment=enrolment, reading=reading, block=block)
    Annotation.objects.create(
        reading=reading, block=block, author=sam, start=0, end=3, quote="The", comment="Why?", visibility="class"
    )
    question = make_question(reading, status="approved")
    quiz = make_quiz(course, question)
    attempt = Attempt.objects.create(quiz=quiz, enrolment=enrolment, pass_mark=60, feedback="never")
    attempt.responses.create(question=question, position=1, answer={"choice": "1"})


def test_the_name_can_be_changed(sam):
    client = browser(sam)
    assert client.post("/accounts/me/", {"first_name": "Sam", "last_name": "Reed"}).status_code == 302
    assert "Your name is saved." in client.get("/accounts/me/").content.decode()
    sam.refresh_from_db()
    assert sam.display_name == "Sam Reed"


def test_a_name_that_is_too_long_is_refused_at_the_field(sam):
    page = browser(sam).post("/accounts/me/", {"first_name": "S" * 200})
    assert 'class="wrong"' in page.content.decode()


def test_a_new_address_counts_only_when_it_is_confirmed(sam, mailoutbox):
    client = browser(sam)
    client.post("/accounts/email/", {"action_add": "1", "email": "new@example.org"})
    page = client.get("/accounts/email/").content.decode()
    assert "sam@example.org" in page
    assert "new@example.org" in page
    sam.refresh_from_db()
    assert sam.email == "sam@example.org"
    assert mailoutbox[0].to == ["new@example.org"]
    path = re.search(r"http://testserver(/accounts/confirm-email/\S+)", mailoutbox[0].body).group(1)
    assert "Is this your address?" in client.get(path).content.decode()
    client.post(path)
    sam.refresh_from_db()
    assert sam.email == "new@example.org"


def test_a_link_that_confirms_nothing_says_so(sam):
    page = browser(sam).get("/accounts/confirm-email/no-such-key/")
    assert "This link no longer works" in page.content.decode()


def test_the_download_has_everything_one_has_done(sam, work):
    response = browser(sam).get("/accounts/me/data/")
    assert response["Content-Disposition"] == 'attachment; filename="glossa-my-data.json"'
    data = response.json()
    assert data["profile"]["username"] == "sam"
    enrolment = data["enrolments"][0]
    assert (enrolment["course"], enrolment["role"]) == ("caucasus", "student")
    assert [read["paragraph"] for read in enrolment["paragraphs_read"]] == [1]
    assert [place["reading"] for place in enrolment["places_to_resume"]] == ["bridges"]
    assert data["annotations"][0]["comment"] == "Why?"
    assert data["attempts"][0]["answers"][0]["answer"] == {"choice": "1"}


def test_the_download_tells_neither_keys_nor_marks_of_an_open_attempt(sam, work):
    attempt = browser(sam).get("/accounts/me/data/").json()["attempts"][0]
    assert attempt["points"] is None
    assert set(attempt["answers"][0]) == {"question", "answer", "saved"}


def test_the_download_has_nothing_of_others(ines, work):
    data = browser(ines).get("/accounts/me/data/").json()
    assert (data["annotations"], data["attempts"]) == ([], [])


def test_the_download_takes_the_same_number_of_queries_for_much_work(sam, work, reading, django_assert_num_queries):
    enrolment = sam.enrolments.get()
    for block in reading.blocks.all()[1:]:
        BlockRead.objects.create(enrolment=enrolment, block=block)
        Annotation.objects.create(reading=reading, block=block, author=sam, start=0, end=3, quote="The")
    client = browser(sam)
    with django_assert_num_queries(18):
        client.get("/accounts/me/data/")


#: What points at a person in the database, and why it needs no place in the download where it has none.
RELATIONS = {
    "enrolments": "told",
    "annotations": "told",
    "faults": "told",
    "uploads": "told",
    "emailaddress": "told",
    "logentry": "told",
    "oauth2_provider_application": "told",
    "oauth2_provider_accesstoken": "only clients have tokens",
    "oauth2_provider_grant": "only clients have tokens",
    "oauth2_provider_idtoken": "only clients have tokens",
    "oauth2_provider_refreshtoken": "only clients have tokens",
    "oauth2_provider_devicegrant": "only clients have tokens",
}


def test_no_table_that_points_at_a_person_is_forgotten():
    relations = [field for field in User._meta.get_fields(include_hidden=False) if isinstance(field, ForeignObjectRel)]
    assert {relation.name for relation in relations} <= set(RELATIONS)


def test_deleting_needs_the_right_password(sam):
    page = browser(sam).post(DELETE, {"password": "wrong"})
    assert "That is not your password." in page.content.decode()
    assert User.objects.filter(username="sam").exists()


def test_guessing_the_password_there_is_limited(sam):
    client = browser(sam)
    for _ in range(10):
        client.post(DELETE, {"password": "wrong"})
    page = client.post(DELETE, {"password": "correct horse battery"})
    assert "Too many tries" in page.content.decode()
    assert User.objects.filter(username="sam").exists()


def test_everything_goes_with_the_account_shared_annotations_too(sam, work):
    client = browser(sam)
    response = client.post(DELETE, {"password": "correct horse battery"}, follow=True)
    assert "Your account and everything in it is deleted." in response.content.decode()
    assert not User.objects.filter(username="sam").exists()
    for model in (Annotation, Attempt, BlockRead, ReadingPosition):
        assert not model.objects.exists()
    assert client.get("/accounts/me/").status_code == 302


def test_who_has_no_password_confirms_with_the_username(sam):
    sam.set_unusable_password()
    sam.save()
    client = browser(sam)
    assert "That is not your username." in client.post(DELETE, {"username": "pat"}).content.decode()
    assert client.post(DELETE, {"username": "sam"}).status_code == 302
    assert not User.objects.filter(username="sam").exists()


def test_the_only_instructor_of_a_course_cannot_leave_its_students_alone(ines, sam):
    client = browser(ines)
    assert "South Caucasus" in client.get(DELETE).content.decode()
    assert client.post(DELETE, {"password": "correct horse battery"}).status_code == 409
    with pytest.raises(CoursesLeftAlone):
        account_delete(user=ines)
    assert User.objects.filter(username="ines").exists()


def test_an_instructor_with_a_colleague_can_go(ines, sam, course):
    make_member("carla", course, role="instructor")
    assert browser(ines).post(DELETE, {"password": "correct horse battery"}).status_code == 302
    assert not User.objects.filter(username="ines").exists()
