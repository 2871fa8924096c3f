"""The cast shared by all tests: Ines teaches, Sam studies, Olga teaches elsewhere, Nora is nobody's student."""

from __future__ import annotations

import pytest


@pytest.fixture
def course(db):
    from tests.factories import make_course

    return make_course(slug="caucasus", title="South Caucasus")


@pytest.fixture
def ines(course):
    """Instructor of the course."""
    from tests.factories import make_member

    return make_member("ines", course, role="instructor")


@pytest.fixture
def sam(course):
    """Student of the course."""
    from tests.factories import make_member

    return make_member("sam", course, role="student")


@pytest.fixture
def olga(db):
    """Instructor of another course."""
    from tests.factories import make_course, make_member

    return make_member("olga", make_course(slug="elsewhere", title="Another course"), role="instructor")


@pytest.fixture
def nora(db):
    """Somebody without a course."""
    from tests.factories import make_user

    return make_user("nora")


@pytest.fixture
def reading(course):
    """A small published reading of two sections with a note."""
    from tests.factories import make_reading

    return make_reading(course)
