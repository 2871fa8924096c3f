"""Courses and enrolments on the desk, and annotations that are shared with the class."""

from __future__ import annotations

import pytest

from readings.models import Annotation, Enrolment
from tests.factories import make_user

ADD = "/admin/readings/enrolment/add/"


def enrol(desk, course, person: str, role: str = "student"):
    return desk.post(ADD, {"course": course.pk, "person": person, "role": role, "is_active": "on"})


def course_form(course, **fields: object) -> dict[str, object]:
    return {
        "title": course.title,
        "language": "en",
        "enrolments-TOTAL_FORMS": 0,
        "enrolments-INITIAL_FORMS": 0,
        **fields,
    }


@pytest.mark.parametrize("name", ["nora", "NORA", "nora@example.org", " nora "])
def test_a_person_is_enrolled_by_name_or_address(desk, course, nora, name):
    assert enrol(desk, course, name).status_code == 302
    assert Enrolment.objects.get(user=nora).course == course


@pytest.mark.parametrize("name", ["nobody", "", "sam"])
def test_an_unknown_or_known_member_is_a_form_error(desk, course, sam, name):
    assert enrol(desk, course, name).status_code == 200
    assert Enrolment.objects.count() == 2


def test_an_address_of_two_people_asks_for_the_name(desk, course, nora):
    make_user("other")
    type(nora).objects.filter(username="other").update(email=nora.email)
    assert "Give the username" in enrol(desk, course, nora.email).content.decode()


def test_the_role_is_changed_and_the_person_stays(desk, course, sam, nora):
    row = Enrolment.objects.get(user=sam)
    page = f"/admin/readings/enrolment/{row.pk}/change/"
    desk.post(page, {"person": "nora", "role": "assistant", "is_active": "on"})
    row.refresh_from_db()
    assert (row.user, row.role) == (sam, "assistant")


def test_places_are_closed_and_the_work_stays(desk, course, sam):
    row = Enrolment.objects.get(user=sam)
    desk.post("/admin/readings/enrolment/", {"action": "close_selected", "_selected_action": [row.pk], "index": 0})
    row.refresh_from_db()
    assert not row.is_active


def test_no_form_lists_the_people_of_the_site(desk, course, nora):
    for page in (ADD, f"/admin/readings/course/{course.pk}/change/"):
        assert "nora" not in desk.get(page).content.decode()


def test_a_teacher_is_added_on_the_course_page(desk, course, nora):
    row = {
        "enrolments-TOTAL_FORMS": 1,
        "enrolments-0-course": course.pk,
        "enrolments-0-person": "nora",
        "enrolments-0-role": "assistant",
        "enrolments-0-is_active": "on",
    }
    page = f"/admin/readings/course/{course.pk}/change/"
    assert desk.post(page, course_form(course, **row)).status_code == 302
    assert Enrolment.objects.get(user=nora).role == "assistant"


def test_an_instructor_edits_the_course_and_not_its_address(desk, course):
    desk.post(f"/admin/readings/course/{course.pk}/change/", course_form(course, title="New title", slug="new"))
    course.refresh_from_db()
    assert (course.title, course.slug) == ("New title", "caucasus")


def test_an_instructor_neither_makes_nor_deletes_courses(desk, course):
    assert desk.get("/admin/readings/course/add/").status_code == 403
    assert desk.get(f"/admin/readings/course/{course.pk}/delete/").status_code == 403


def test_the_join_code_is_renewed(desk, course):
    old = course.join_code
    desk.post("/admin/readings/course/", {"action": "renew_join_code", "_selected_action": [course.pk], "index": 0})
    course.refresh_from_db()
    assert course.join_code != old


def test_a_shared_annotation_is_hidden_and_stays_its_author_s(desk, reading, sam):
    note = Annotation.objects.create(
        reading=reading, block=reading.blocks.first(), author=sam, start=0, end=3, quote="The", visibility="class"
    )
    desk.post("/admin/readings/annotation/", {"action": "hide_selected", "_selected_action": [note.pk], "index": 0})
    note.refresh_from_db()
    assert note.visibility == "private"


def test_nobody_s_annotation_is_edited(desk, reading, sam):
    note = Annotation.objects.create(
        reading=reading, block=reading.blocks.first(), author=sam, start=0, end=3, quote="The", visibility="class"
    )
    assert desk.post(f"/admin/readings/annotation/{note.pk}/change/", {"comment": "x"}).status_code == 403
    assert desk.get("/admin/readings/annotation/add/").status_code == 403
