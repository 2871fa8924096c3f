"""Courses in the API: one sees the own ones and what one is in them."""

from __future__ import annotations

from tests.config.clients import browser
from tests.factories import make_course, make_member


def test_the_list_has_the_courses_one_is_in(sam, olga, reading):
    page = browser(sam).get("/api/v1/courses/").json()
    assert page["count"] == 1
    course = page["results"][0]
    assert (course["slug"], course["title"], course["role"]) == ("caucasus", "South Caucasus", "student")
    assert course["reading_count"] == 1


def test_whoever_is_in_no_course_gets_an_empty_list(nora, course):
    assert browser(nora).get("/api/v1/courses/").json()["results"] == []


def test_the_join_code_is_not_told(ines, course):
    assert course.join_code not in browser(ines).get("/api/v1/courses/").content.decode()


def test_a_course_one_left_is_gone(sam, course):
    course.enrolments.filter(user=sam).update(is_active=False)
    assert browser(sam).get("/api/v1/courses/").json()["count"] == 0
    assert browser(sam).get("/api/v1/courses/caucasus/").status_code == 404


def test_a_course_has_its_own_address(sam, course):
    assert browser(sam).get("/api/v1/courses/caucasus/").json()["title"] == "South Caucasus"


def test_a_superuser_sees_all_courses_and_is_nothing_in_them(nora, course):
    nora.is_superuser = True
    nora.save()
    assert browser(nora).get("/api/v1/courses/").json()["results"][0]["role"] is None


def test_the_list_takes_the_same_number_of_queries_for_many_courses(db, django_assert_num_queries):
    anna = make_member("anna", make_course(slug="c0"))
    for number in range(1, 6):
        anna.enrolments.create(course=make_course(slug=f"c{number}"))
    client = browser(anna)
    with django_assert_num_queries(4):  # session, person, count, rows
        assert len(client.get("/api/v1/courses/").json()["results"]) == 6
