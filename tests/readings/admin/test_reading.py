"""Documents come in through the desk with clear errors, and a reading's page shows what is known about it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quizzes.models import Question
from readings.models import Finding, Reading
from tests.factories import make_question, make_quiz
from tests.readings.texts import BRIDGE

ADD = "/admin/readings/reading/add/"


def upload(desk, course, data: bytes, name: str = "bridge.md", **fields):
    return desk.post(ADD, {"course": course.pk, "file": SimpleUploadedFile(name, data), **fields})


def change_page(reading: Reading) -> str:
    return reverse("admin:readings_reading_change", args=[reading.pk])


def test_a_document_is_imported(desk, course):
    answer = upload(desk, course, BRIDGE.encode())
    preview = reverse("admin:readings_reading_preview", args=[Reading.objects.get().pk])
    assert answer["Location"] == reverse("admin:readings_reading_uploads", args=[course.pk])
    html = desk.get(answer["Location"]).content.decode()
    assert "2 sections and 3 paragraphs" in html
    assert f'href="{preview}"' in html


def test_a_title_can_be_given(desk, course):
    upload(desk, course, BRIDGE.encode(), title="A bridge")
    assert Reading.objects.get().title == "A bridge"


def test_a_double_submit_makes_one_reading(desk, course):
    upload(desk, course, BRIDGE.encode())
    upload(desk, course, BRIDGE.encode())
    assert Reading.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "The file is empty"), (bytes(range(256)) * 40, "The file is not text")],
    ids=["empty", "binary"],
)
def test_what_is_wrong_with_a_bad_file_is_said_and_nothing_is_stored(desk, course, data, said):
    answer = upload(desk, course, data)
    assert said in desk.get(answer["Location"]).content.decode()
    assert not Reading.objects.exists()


def test_a_file_beyond_the_limit_is_a_form_error(desk, course, settings):
    settings.UPLOAD_MAX_BYTES = 100
    html = upload(desk, course, b"word " * 30).content.decode()
    assert "The file has 0.0 MB" in html
    assert not Reading.objects.exists()


def test_a_missing_file_is_a_form_error(desk, course):
    html = desk.post(ADD, {"course": course.pk}).content.decode()
    assert "This field is required." in html


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_other_encodings_simply_work(desk, course, encoding):
    upload(desk, course, "The café at the bridge – “fine” since 1902.".encode(encoding), "cafe.txt")
    assert Reading.objects.get().blocks.get().text == "The café at the bridge – “fine” since 1902."


def test_a_foreign_course_is_refused(desk, course, olga):
    upload(desk, olga.enrolments.get().course, BRIDGE.encode())
    assert not Reading.objects.exists()


def test_a_foreign_reading_cannot_be_replaced(client, olga, reading):
    client.force_login(olga)
    assert client.get(reverse("admin:readings_reading_replace", args=[reading.pk])).status_code == 404


def test_the_page_shows_outline_and_findings(desk, reading):
    for number, action in enumerate(["repaired", "flagged"]):
        Finding.objects.create(
            reading=reading, position=number, code="x", action=action, message=f"Was {action}.", lines=[3, 9]
        )
    html = desk.get(change_page(reading)).content.decode()
    assert "1 Opening the bridge" in html
    assert html.index("Was flagged.") < html.index("Was repaired.")
    assert "3, 9" in html


def test_the_page_needs_the_same_queries_whatever_the_text(desk, reading, django_assert_max_num_queries):
    Finding.objects.bulk_create(
        Finding(reading=reading, position=n, code="x", action="repaired", message="Joined.") for n in range(40)
    )
    with django_assert_max_num_queries(10):
        desk.get(change_page(reading))


def test_the_source_card_is_edited(desk, reading):
    data = {
        "title": "Bridges",
        "language": "en",
        "position": 3,
        "is_published": "on",
        "who_writes": "An engineer.",
        "findings-TOTAL_FORMS": 0,
        "findings-INITIAL_FORMS": 0,
    }
    assert desk.post(change_page(reading), data).status_code == 302
    reading.refresh_from_db()
    assert (reading.title, reading.who_writes, reading.position) == ("Bridges", "An engineer.", 3)


def test_deleting_is_confirmed_with_counts_and_then_done(desk, reading, sam):
    make_question(reading)
    page = reverse("admin:readings_reading_delete", args=[reading.pk])
    html = desk.get(page).content.decode()
    assert "Blocks: 3" in html
    assert "In which year" not in html
    desk.post(page, {"post": "yes"})
    assert not Reading.objects.exists()
    assert not Question.objects.exists()


def test_a_reading_that_a_quiz_asks_about_is_kept(desk, reading, course):
    make_quiz(course, make_question(reading))
    page = reverse("admin:readings_reading_delete", args=[reading.pk])
    assert "quiz items: 1" in desk.get(page).content.decode()
    desk.post(page, {"post": "yes"})
    assert Reading.objects.exists()


def test_order_and_publication_are_set_in_the_list(desk, reading):
    data = {
        "form-TOTAL_FORMS": 1,
        "form-INITIAL_FORMS": 1,
        "form-0-id": reading.pk,
        "form-0-position": 7,
        "_save": "Save",
    }
    desk.post("/admin/readings/reading/", data)
    reading.refresh_from_db()
    assert (reading.position, reading.is_published) == (7, False)
