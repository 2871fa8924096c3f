"""The table of the class, the file, one student's page and the desk."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.admin.export import safe
from quizzes.models import Attempt
from quizzes.services.attempts import attempt_start
from readings.models import BlockRead, Course, Enrolment, Fault, Finding
from tests.factories import make_member, make_question, make_quiz, make_reading

TABLE = "admin:quizzes_studentprogress_changelist"


@pytest.fixture
def desk(client, ines):
    client.force_login(ines)
    return client


@pytest.fixture
def tara(course, reading):
    """Has read everything."""
    tara = make_member("tara", course)
    enrolment = Enrolment.objects.get(user=tara)
    BlockRead.objects.bulk_create(BlockRead(enrolment=enrolment, block=block) for block in reading.blocks.all())
    return tara


def names(reply):
    return [row.enrolment.user.username for row in reply.context["page"]]


def read_file(reply):
    text = reply.content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


def test_the_table_shows_shares_marks_and_who_needs_help(desk, course, sam, tara):
    page = desk.get(reverse(TABLE)).content.decode()
    assert '<span class="share step-10">100</span>' in page
    assert "behind: has read 0 %" in page


@pytest.mark.parametrize(
    ("order", "first"), [("name", "sam"), ("-name", "tara"), ("-all", "tara"), ("all", "sam"), ("rubbish", "sam")]
)
def test_the_table_can_be_sorted(desk, course, sam, tara, order, first):
    assert names(desk.get(reverse(TABLE), {"o": order}))[0] == first


def test_the_table_is_sorted_by_reading_and_quiz_and_day(desk, course, reading, sam, tara):
    quiz = make_quiz(course, make_question(reading, status="approved"))
    enrolment = Enrolment.objects.get(user=sam)
    done = {"submitted_at": timezone.now(), "points": 1, "max_points": 2, "pass_mark": 60, "feedback": "never"}
    Attempt.objects.create(quiz=quiz, enrolment=enrolment, **done)
    assert names(desk.get(reverse(TABLE), {"o": f"-r{reading.pk}"}))[0] == "tara"
    assert names(desk.get(reverse(TABLE), {"o": f"-q{quiz.pk}"}))[0] == "sam"
    assert names(desk.get(reverse(TABLE), {"o": "-active"}))[0] == "sam"


def test_the_table_can_be_narrowed_to_a_name_and_to_those_who_need_help(desk, course, sam, tara):
    assert names(desk.get(reverse(TABLE), {"q": "tar"})) == ["tara"]
    assert names(desk.get(reverse(TABLE), {"needs": "help"})) == ["sam"]
    assert "No student matches" in desk.get(reverse(TABLE), {"q": "zz"}).content.decode()


def test_a_class_without_students_is_told_the_join_code(desk, course):
    assert course.join_code in desk.get(reverse(TABLE)).content.decode()


def test_the_table_is_paged(desk, course, django_user_model):
    for number in range(60):
        Enrolment.objects.create(course=course, user=django_user_model.objects.create(username=f"student{number:02}"))
    assert len(names(desk.get(reverse(TABLE)))) == 50
    assert len(names(desk.get(reverse(TABLE), {"page": 2}))) == 10


@pytest.mark.parametrize("size", [2, 20])
def test_the_table_needs_the_same_queries_whatever_the_class(
    desk, course, reading, size, django_user_model, django_assert_max_num_queries
):
    make_quiz(course, make_question(reading, status="approved"))
    for number in range(size):
        Enrolment.objects.create(course=course, user=django_user_model.objects.create(username=f"student{number}"))
    with django_assert_max_num_queries(14):
        desk.get(reverse(TABLE))


def test_a_late_attempt_is_handed_in_before_the_figures_are_shown(desk, course, reading, sam):
    attempt_start(quiz=make_quiz(course, make_question(reading, status="approved")), user=sam)
    Attempt.objects.update(due_at=timezone.now() - timedelta(hours=1))
    desk.get(reverse(TABLE))
    assert Attempt.objects.get().submitted_at


def test_the_file_holds_the_same_figures_as_the_table(desk, course, sam, tara):
    reply = desk.get(reverse("admin:quizzes_studentprogress_csv"))
    assert reply.content.startswith(b"\xef\xbb\xbf")
    assert reply["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in reply["content-disposition"]
    head, first, second = read_file(reply)
    assert head[:6] == ["Name", "Username", "E-mail", "Last active", "Course read in %", "Bridges of Tarn: read in %"]
    assert (first[1], first[5]) == ("sam", "0")
    assert (second[1], second[5]) == ("tara", "100")


def test_a_name_cannot_smuggle_a_formula_into_a_spreadsheet(desk, course, reading, sam):
    sam.first_name = '=HYPERLINK("http://example.org")'
    sam.save()
    reading.title = "@SUM(A1)"
    reading.save()
    head, line = read_file(desk.get(reverse("admin:quizzes_studentprogress_csv")))
    assert line[0].startswith("'=")
    assert head[5].startswith("'@")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " ="])
def test_every_start_of_a_formula_is_made_harmless(start):
    assert safe(start + "1") == f"'{start}1"


def test_numbers_and_plain_words_stay_as_they_are():
    assert (safe(-3), safe("Anahit"), safe("")) == (-3, "Anahit", "")


def test_a_students_page_shows_sections_and_leads_to_results(desk, course, tara):
    enrolment = Enrolment.objects.get(user=tara)
    page = desk.get(reverse("admin:quizzes_studentprogress_change", args=[enrolment.pk])).content.decode()
    assert "2 After the flood" in page
    assert "3 of 3 paragraphs read" in page


def test_nobodys_progress_is_not_found(desk):
    assert desk.get("/admin/quizzes/studentprogress/999/change/").status_code == 404
    assert desk.get("/admin/quizzes/studentprogress/x/change/").status_code == 404


def test_the_desk_counts_what_needs_the_instructor_and_links_to_it(desk, course, reading, sam, tara):
    make_question(reading)
    Finding.objects.create(reading=reading, position=1, code="c", action="flagged", message="Look.")
    page = desk.get(reverse("admin:index")).content.decode()
    assert "question to review" in page
    assert "finding in imports" in page
    assert "student who needs help" in page
    for line in desk.get(reverse("admin:index")).context["desk"]:
        for tile in line.tiles:
            assert desk.get(tile.url).status_code == 200


def test_each_figure_of_the_desk_is_the_length_of_its_list(desk, course, reading, sam, tara):
    make_question(reading)
    line = desk.get(reverse("admin:index")).context["desk"][0]
    questions, faults, _, students = line.tiles
    assert desk.get(questions.url).context["cl"].result_count == questions.count == 1
    assert desk.get(faults.url).context["cl"].result_count == faults.count == 0
    assert len(names(desk.get(students.url))) == students.count == 1


def test_open_faults_of_the_own_courses_are_counted_and_lead_to_their_list(desk, reading, sam, olga):
    elsewhere = make_reading(Course.objects.get(slug="elsewhere"))
    for place, state in ((reading, "open"), (reading, "open"), (reading, "done"), (elsewhere, "open")):
        Fault.objects.create(reading=place, by=sam, text="Two words run together.", state=state)
    (line,) = desk.get(reverse("admin:index")).context["desk"]
    (tile,) = [tile for tile in line.tiles if "reported by readers" in tile.label]
    assert (tile.count, tile.label) == (2, "faults reported by readers")
    assert desk.get(tile.url).context["cl"].result_count == 2


def test_the_desk_needs_few_queries(desk, course, reading, sam, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        desk.get(reverse("admin:index"))
