"""Who is in a course, for those who teach it and for an LMS."""

from __future__ import annotations

from tests.config.clients import browser, lms
from tests.factories import make_member

ENROLMENTS = "/api/v1/courses/caucasus/enrolments/"


def names(response):
    assert response.status_code == 200, response.content
    return [entry["username"] for entry in response.json()["results"]]


def test_whoever_teaches_sees_everybody_in_the_course(ines, sam):
    assert names(browser(ines).get(ENROLMENTS)) == ["ines", "sam"]


def test_an_entry_has_what_an_lms_needs_to_know_the_person(ines, sam):
    entry = browser(ines).get(ENROLMENTS, {"role": "student"}).json()["results"][0]
    assert (entry["username"], entry["name"], entry["email"]) == ("sam", "sam", "sam@example.org")
    assert (entry["role"], entry["is_active"]) == ("student", True)


def test_the_list_can_be_filtered(ines, sam, course):
    course.enrolments.filter(user=sam).update(is_active=False)
    assert names(browser(ines).get(ENROLMENTS, {"is_active": "false"})) == ["sam"]


def test_a_student_is_refused_and_others_find_nothing(sam, olga, nora):
    assert browser(sam).get(ENROLMENTS).status_code == 403
    assert browser(olga).get(ENROLMENTS).status_code == 404
    assert browser(nora).get(ENROLMENTS).status_code == 404


def test_an_lms_acts_for_the_owner_of_its_client(ines, olga, sam):
    assert names(lms(ines, "enrolments").get(ENROLMENTS)) == ["ines", "sam"]
    assert lms(olga, "enrolments").get(ENROLMENTS).status_code == 404


def test_the_list_takes_the_same_number_of_queries_for_a_large_class(ines, course, django_assert_num_queries):
    for number in range(30):
        make_member(f"student{number}", course)
    client = browser(ines)
    with django_assert_num_queries(6):  # session, person, course, teaching, count, rows
        assert len(names(client.get(ENROLMENTS))) == 31
