"""Joining a course with its code."""

from __future__ import annotations

import pytest

from readings.models import Enrolment
from readings.services.enrolments import SeatClosed, UnknownCode, enrolment_join


@pytest.fixture
def code(course):
    course.join_code = "TARN2345"
    course.save()
    return course.join_code


def test_a_code_makes_a_student_whatever_its_capitals_and_blanks(nora, course, code):
    enrolment, is_new = enrolment_join(user=nora, code=" tarn-23 45 ")
    assert (enrolment.course, enrolment.role, is_new) == (course, Enrolment.Role.STUDENT, True)


def test_joining_twice_changes_nothing(sam, ines, code):
    assert enrolment_join(user=sam, code=code)[1] is False
    assert enrolment_join(user=ines, code=code)[0].role == Enrolment.Role.INSTRUCTOR


@pytest.mark.parametrize("code", ["", "   ", "NOTACODE"])
def test_an_unknown_code_is_refused_with_advice(nora, course, code):
    with pytest.raises(UnknownCode, match="ask your instructor"):
        enrolment_join(user=nora, code=code)
    assert not Enrolment.objects.filter(user=nora).exists()


def test_a_closed_seat_is_not_opened_by_the_code(sam, code):
    Enrolment.objects.filter(user=sam).update(is_active=False)
    with pytest.raises(SeatClosed, match="Ask the instructor"):
        enrolment_join(user=sam, code=code)
    assert not Enrolment.objects.get(user=sam).is_active
