"""An instructor sees and changes rows of the own courses only: in lists, forms, choices, filters and actions."""

from __future__ import annotations

import pytest
from django.urls import reverse

from readings.models import Alias, Annotation, Course, Enrolment, Reading, SourceDefinition, Term
from tests.factories import make_course, make_member, make_reading, make_user

LISTS = ("course", "enrolment", "reading", "term", "annotation")


def make_world(course: Course, mark: str) -> dict[str, object]:
    """One row of each kind, recognisable by the mark."""
    student = make_member(f"student-{mark}", course)
    reading = make_reading(course, title=f"Reading {mark}", slug=f"reading-{mark}")
    term = Term.objects.create(course=course, slug=mark, head=f"Term {mark}", definition="…")
    Alias.objects.create(term=term, text=f"Alias {mark}")
    SourceDefinition.objects.create(term=term, reading=reading, text=f"Said {mark}")
    annotation = share(reading, student, f"Comment {mark}")
    enrolment = Enrolment.objects.get(user=student)
    return {"course": course, "enrolment": enrolment, "reading": reading, "term": term, "annotation": annotation}


def share(reading: Reading, author, comment: str, visibility: str = "class") -> Annotation:
    block = reading.blocks.first()
    return Annotation.objects.create(
        reading=reading, block=block, author=author, start=0, end=3, quote=f"The {comment}", comment=comment,
        visibility=visibility,
    )  # fmt: skip


@pytest.fixture
def mine(course):
    return make_world(course, "mine")


@pytest.fixture
def theirs(olga):
    return make_world(olga.enrolments.get().course, "theirs")


@pytest.fixture
def boss(client, db):
    client.force_login(make_user("boss", is_superuser=True))
    return client


def page(name: str, *args: object) -> str:
    return reverse(f"admin:readings_{name}", args=args)


@pytest.mark.parametrize("kind", LISTS)
def test_lists_hold_the_own_courses_only(desk, mine, theirs, kind):
    html = desk.get(page(f"{kind}_changelist")).content.decode()
    assert page(f"{kind}_change", mine[kind].pk) in html
    assert page(f"{kind}_change", theirs[kind].pk) not in html
    assert "theirs" not in html
    assert "Another course" not in html


@pytest.mark.parametrize("kind", LISTS)
def test_a_superuser_sees_all_courses(boss, mine, theirs, kind):
    html = boss.get(page(f"{kind}_changelist")).content.decode()
    assert page(f"{kind}_change", theirs[kind].pk) in html


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("way", ["change", "delete", "history"])
def test_pages_of_a_foreign_row_are_not_there(desk, mine, theirs, kind, way):
    answer = desk.get(page(f"{kind}_{way}", theirs[kind].pk))
    assert answer.status_code in (302, 403, 404)
    assert answer.status_code != 302 or answer["Location"] == reverse("admin:index")


@pytest.mark.parametrize("kind", LISTS)
def test_pages_of_an_own_row_open_and_show_nothing_foreign(desk, mine, theirs, kind):
    for way in ("change", "history"):
        answer = desk.get(page(f"{kind}_{way}", mine[kind].pk))
        assert answer.status_code == 200
        assert "theirs" not in answer.content.decode()
        assert "Another course" not in answer.content.decode()


@pytest.mark.parametrize("kind", ["enrolment", "reading", "term"])
def test_forms_for_new_rows_offer_the_own_courses_only(desk, mine, theirs, kind):
    html = desk.get(page(f"{kind}_add")).content.decode()
    assert "South Caucasus" in html
    assert "Another course" not in html
    assert "student-" not in html


def test_a_new_term_in_a_foreign_course_is_refused(desk, mine, theirs):
    foreign = theirs["course"].pk
    fields = {"course": foreign, "head": "X", "slug": "x", "definition": "…", **formset("aliases")}
    assert desk.post(page("term_add"), fields).status_code == 200
    assert not Term.objects.filter(head="X").exists()


def formset(prefix: str) -> dict[str, int]:
    return {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}


@pytest.mark.parametrize(
    ("kind", "action"),
    [("reading", "delete_selected"), ("term", "delete_selected"), ("annotation", "hide_selected"),
     ("annotation", "delete_selected"), ("enrolment", "close_selected"), ("course", "renew_join_code")],
)  # fmt: skip
def test_actions_leave_foreign_rows_alone(desk, mine, theirs, kind, action):
    row = theirs[kind]
    before = type(row).objects.values().get(pk=row.pk)
    data = {"action": action, "_selected_action": [row.pk], "post": "yes", "index": 0}
    desk.post(page(f"{kind}_changelist"), data)
    assert type(row).objects.values().get(pk=row.pk) == before


def test_a_filter_by_a_foreign_course_finds_nothing(desk, mine, theirs):
    html = desk.get(page("reading_changelist"), {"course": "elsewhere"}).content.decode()
    assert "0 readings" in html


def test_filters_offer_the_own_courses_and_readings_only(desk, ines, mine, theirs):
    Enrolment.objects.create(course=make_course(slug="second", title="Second course"), user=ines, role="instructor")
    html = desk.get(page("annotation_changelist")).content.decode()
    assert "Second course" in html
    assert "Another course" not in html
    assert "Reading theirs" not in html


def test_other_terms_on_offer_are_those_of_the_course(desk, mine, theirs, course):
    Term.objects.create(course=course, slug="other", head="Another of mine", definition="…")
    html = desk.get(page("term_change", mine["term"].pk)).content.decode()
    assert "Another of mine" in html
    assert "Term theirs" not in html


def test_students_and_strangers_do_not_enter(client, mine, sam, nora):
    for person in (sam, nora):
        client.force_login(person)
        for kind in LISTS:
            assert client.get(page(f"{kind}_changelist")).status_code in (302, 403)


def test_a_student_who_teaches_elsewhere_sees_the_taught_course_only(client, course, mine, theirs, olga):
    Enrolment.objects.create(course=course, user=olga, role="student")
    client.force_login(olga)
    html = client.get(page("reading_changelist")).content.decode()
    assert "Reading theirs" in html
    assert "Reading mine" not in html


def test_private_annotations_are_never_shown(desk, mine, course, ines):
    secret = share(mine["reading"], mine["enrolment"].user, "My secret", visibility="private")
    pages = [
        page("annotation_changelist"),
        page("reading_change", mine["reading"].pk),
        page("reading_delete", mine["reading"].pk),
        page("enrolment_delete", mine["enrolment"].pk),
        page("enrolment_change", mine["enrolment"].pk),
    ]
    for address in pages:
        assert "My secret" not in desk.get(address).content.decode(), address
    assert desk.get(page("annotation_change", secret.pk)).status_code == 302
    assert desk.get(page("annotation_changelist"), {"q": "My secret"}).content.decode().count("My secret</a>") == 0


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_takes_the_same_queries_however_long_it_is(
    desk, mine, course, ines, kind, django_assert_max_num_queries
):
    for number in range(12):
        make_world(course, f"row-{number}")
    with django_assert_max_num_queries(10):
        assert desk.get(page(f"{kind}_changelist")).status_code == 200


def test_the_first_course_of_a_site_is_made_by_a_superuser(boss, db):
    assert boss.get(page("course_add")).status_code == 200
