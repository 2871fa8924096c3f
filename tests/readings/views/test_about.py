"""A student sees what the import did to a text, and reports what is wrong with it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from readings.models import Fault, Reading
from readings.services.faults import MOST_OPEN
from readings.services.importing import reading_import
from tests.readings.admin.test_preview import CUT
from tests.readings.texts import BRIDGE


@pytest.fixture
def ferry(course):
    return reading_import(course=course, data=CUT.encode(), name="ferry.txt")


@pytest.fixture
def student(client, sam):
    client.force_login(sam)
    return client


def page(reading: Reading) -> str:
    return reverse("readings:about", args=[reading.course.slug, reading.slug])


def test_it_is_linked_from_the_reading(student, ferry):
    assert page(ferry) in student.get(ferry.get_absolute_url()).content.decode()


def test_it_tells_what_was_repaired_and_shows_the_lines(student, ferry):
    html = student.get(page(ferry)).content.decode()
    assert "A paragraph cut in two is whole again." in html
    assert "The ferry of Tarn was rowed" in html
    assert "1 repaired" in html
    assert "revision 1" in html


def test_a_clean_text_says_so(student, course):
    reading = reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")
    reading.findings.all().delete()
    assert "Nothing had to be repaired" in student.get(page(reading)).content.decode()


def test_paragraphs_in_doubt_are_named(student, ferry):
    ferry.blocks.filter(number=1).update(confidence=0.5)
    assert "(0.5)" in student.get(page(ferry)).content.decode()


def test_a_fault_is_reported_and_shown_to_its_reporter_alone(student, ferry, sam, course):
    assert student.post(page(ferry), {"paragraph": 1, "text": "A word is lost."}).status_code == 302
    fault = Fault.objects.get()
    assert (fault.by, fault.block.number, fault.state) == (sam, 1, "open")
    assert "A word is lost." in student.get(page(ferry)).content.decode()


def test_the_answer_reaches_the_reporter(student, ferry):
    student.post(page(ferry), {"paragraph": 1, "text": "A word is lost."})
    Fault.objects.update(state="done", answer="It is so in the source.")
    assert "It is so in the source." in student.get(page(ferry)).content.decode()


@pytest.mark.parametrize(
    ("data", "said"),
    [({"paragraph": 99, "text": "x"}, "There is no paragraph 99"), ({"paragraph": 1}, "This field is required"),
     ({"paragraph": "one", "text": "x"}, "Enter a whole number"), ({"paragraph": 1, "text": "x" * 2001}, "at most 2000")],
)  # fmt: skip
def test_a_bad_report_is_a_form_error(student, ferry, data, said):
    answer = student.post(page(ferry), data)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Fault.objects.exists()


def test_the_same_report_twice_is_one_and_there_is_a_limit(student, ferry):
    for number in range(MOST_OPEN + 2):
        for _ in range(2 if number == 0 else 1):
            student.post(page(ferry), {"paragraph": 1, "text": f"Fault {number}"})
    assert Fault.objects.count() == MOST_OPEN


def test_strangers_and_unpublished_texts_are_not_there(client, student, ferry, nora):
    Reading.objects.update(is_published=False)
    assert student.get(page(ferry)).status_code == 404
    client.force_login(nora)
    assert client.post(page(ferry), {"paragraph": 1, "text": "x"}).status_code == 404


def test_the_desk_lists_faults_of_the_own_courses(client, ferry, sam, ines, olga):
    Fault.objects.create(reading=ferry, block=ferry.blocks.first(), by=sam, text="A word is lost.")
    address = reverse("admin:readings_fault_changelist")
    client.force_login(olga)
    assert "A word is lost." not in client.get(address).content.decode()
    client.force_login(ines)
    assert "A word is lost." in client.get(address).content.decode()
    client.post(address, {"action": "mark_done", "_selected_action": [Fault.objects.get().pk], "index": 0})
    assert Fault.objects.get().state == "done"


def test_the_list_of_faults_takes_the_same_queries_however_long(
    client, ferry, sam, ines, django_assert_max_num_queries
):
    Fault.objects.bulk_create(
        Fault(reading=ferry, block=ferry.blocks.first(), by=sam, text=f"F {n}") for n in range(30)
    )
    client.force_login(ines)
    with django_assert_max_num_queries(10):
        client.get(reverse("admin:readings_fault_changelist"))


def test_the_page_takes_the_same_queries_whatever_the_text(student, course, django_assert_max_num_queries):
    text = "A title\n\n" + "\n\n".join(
        f"Paragraph {n} runs on and on until the\n\nend of number {n}." for n in range(40)
    )
    reading = reading_import(course=course, data=text.encode(), name="t.txt")
    reading.blocks.update(confidence=0.5)
    with django_assert_max_num_queries(14):
        student.get(page(reading))


def test_a_section_of_that_name_gets_another_address(course):
    text = "# T\n\n## About this text\n\nWords.\n"
    reading = reading_import(course=course, data=text.encode(), name="t.md")
    assert "about-this-text-2" in reading.sections.values_list("slug", flat=True)
