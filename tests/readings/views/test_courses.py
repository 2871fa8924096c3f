"""A person's courses, joining one, and the page of a course."""

from __future__ import annotations

import pytest

from readings.models import BlockRead, Enrolment, ReadingPosition
from tests.config.clients import browser
from tests.factories import make_course, make_reading

COURSE = "/courses/caucasus/"


def test_nobody_sees_courses_without_logging_in(client, course):
    for address in ("/", "/join/", COURSE, f"{COURSE}glossary/", f"{COURSE}notes/"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/")


def test_one_sees_the_own_courses_only(sam, olga):
    page = browser(sam).get("/").content.decode()
    assert "South Caucasus" in page
    assert "Another course" not in page


def test_who_has_no_course_is_told_how_to_join_one(nora):
    page = browser(nora).get("/")
    assert "You are not in a course yet" in page.content.decode()


def test_the_desk_is_offered_to_those_who_teach(ines, sam):
    assert 'href="/admin/"' in browser(ines).get("/").content.decode()
    assert 'href="/admin/"' not in browser(sam).get("/").content.decode()
    assert 'href="/admin/"' not in browser(sam).get(COURSE).content.decode()


def test_a_code_leads_to_the_course_page(nora, course):
    client = browser(nora)
    response = client.post("/join/", {"code": course.join_code.lower()})
    assert response["Location"] == COURSE
    assert "Welcome to the course" in client.get(COURSE).content.decode()


def test_a_wrong_code_says_what_to_do(nora, course):
    response = browser(nora).post("/join/", {"code": "WRONG234"})
    assert response.status_code == 400
    assert "ask your instructor" in response.content.decode()


@pytest.mark.parametrize("address", [COURSE, f"{COURSE}glossary/", f"{COURSE}notes/", f"{COURSE}readings/bridges/"])
def test_a_course_one_is_not_in_does_not_exist_for_one(nora, olga, reading, address):
    for person in (nora, olga):
        assert browser(person).get(address).status_code == 404


def test_the_page_for_a_missing_address_helps(sam):
    response = browser(sam).get("/courses/nowhere/")
    assert response.status_code == 404
    assert "Go to your courses" in response.content.decode()


def test_an_inactive_seat_is_none(sam, reading):
    Enrolment.objects.filter(user=sam).update(is_active=False)
    assert browser(sam).get(COURSE).status_code == 404


def test_the_course_page_lists_readings_with_the_own_progress(sam, course, reading):
    seat = Enrolment.objects.get(user=sam)
    block = reading.blocks.get(number=1)
    BlockRead.objects.create(enrolment=seat, block=block)
    ReadingPosition.objects.create(enrolment=seat, reading=reading, block=block)
    page = browser(sam).get(COURSE).content.decode()
    assert "Bridges of Tarn" in page
    assert "1 of 3 paragraphs read" in page
    assert "You stopped in" in page
    assert f"{COURSE}readings/bridges/s1/#b1" in page


def test_students_do_not_see_what_is_not_published(sam, ines, course):
    make_reading(course, slug="draft", title="A draft reading", is_published=False)
    assert "A draft reading" not in browser(sam).get(COURSE).content.decode()
    assert browser(sam).get(f"{COURSE}readings/draft/").status_code == 404
    assert browser(sam).get(f"{COURSE}readings/draft/s1/").status_code == 404
    assert "A draft reading" in browser(ines).get(COURSE).content.decode()
    assert browser(ines).get(f"{COURSE}readings/draft/s1/").status_code == 200


def test_a_course_without_readings_says_so(sam):
    assert "No readings yet" in browser(sam).get(COURSE).content.decode()


def test_more_courses_need_no_more_queries(sam, django_assert_max_num_queries):
    for i in range(5):
        course = make_course(slug=f"course-{i}", title=f"Course {i}")
        make_reading(course)
        Enrolment.objects.create(course=course, user=sam)
    client = browser(sam)
    with django_assert_max_num_queries(6):
        assert "Course 4" in client.get("/").content.decode()


def test_more_readings_need_no_more_queries(sam, course, django_assert_max_num_queries):
    client = browser(sam)
    for i in range(6):
        make_reading(course, slug=f"reading-{i}")
    with django_assert_max_num_queries(12):
        client.get(COURSE)
