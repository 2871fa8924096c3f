"""Practice at the end of a page: help after the first miss, the passage after the second, and nothing recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, PracticeRule, Response
from quizzes.services.attempts import attempt_start, attempt_submit
from tests.factories import make_question, make_quiz, make_section
from tests.quizzes.rows import make_numeric, make_passages, make_typed


@pytest.fixture
def as_sam(client, sam):
    client.force_login(sam)
    return client


@pytest.fixture
def question(reading):
    return make_question(reading, status="approved")


def address(reading, section="s1", **query):
    return reverse("quizzes:practice", args=["caucasus", reading.slug, section], query=query)


def answer(client, question, given, tries=0, **more):
    data = {"question": question.pk, "tries": tries, f"q{question.pk}": given, **more}
    return client.post(address(question.reading, part=1), data).content.decode()


def right(question):
    return question.options.get(is_correct=True).pk


def wrong(question):
    return question.options.filter(is_correct=False).first().pk


def test_the_page_of_the_text_leads_to_it(as_sam, reading, question):
    page = as_sam.get(reverse("readings:section", args=["caucasus", reading.slug, "s1"])).content.decode()
    assert f'href="{address(reading)}"' in page
    assert question.stem not in page


def test_the_page_asks_what_stands_on_it_without_the_answer(as_sam, reading, question):
    page = as_sam.get(address(reading)).content.decode()
    assert question.stem in page
    assert "Right" not in page
    assert question.stem not in as_sam.get(address(reading, "s2")).content.decode()


def test_a_right_answer_is_told_with_its_passage(as_sam, question):
    page = answer(as_sam, question, right(question))
    assert "Right." in page
    assert "<mark>The Tarn Bridge was opened in 1902.</mark>" in page


def test_after_a_wrong_answer_comes_another_passage_without_the_key_and_another_try(as_sam, reading, question):
    make_section(reading, 3, "Later", "When it opened in 1902 the bridge had a toll.", "A mill burnt in 1902.")
    page = answer(as_sam, question, wrong(question))
    assert "Not right yet." in page
    assert "the bridge had a toll" in page
    assert "1902</" not in page.replace("<span>1902</span>", "")  # only as an option
    assert "When it opened in <span" in page
    assert "Try again" in page
    assert "<mark>" not in page


def test_after_the_second_comes_the_deciding_passage(as_sam, question):
    page = answer(as_sam, question, wrong(question), tries=1)
    assert "Not right." in page
    assert "<mark>" in page
    assert "Try again" not in page


def test_where_no_other_passage_speaks_of_it_the_deciding_one_has_a_gap(as_sam, question):
    page = answer(as_sam, question, wrong(question))
    assert "This is the passage. What is left out here?" in page
    assert "The Tarn Bridge was opened in <span" in page


def test_a_key_that_the_text_words_differently_names_the_place(as_sam, question):
    question.options.filter(is_correct=True).update(text="At the turn of the century")
    assert "Look again at <a" in answer(as_sam, question, wrong(question))


def test_the_answer_can_be_asked_for(as_sam, question):
    page = answer(as_sam, question, "", tries=1, show=1)
    assert "Right answer" in page
    assert "Not right." not in page


@pytest.mark.parametrize("tries", [0, 1])
def test_an_empty_answer_costs_no_try(as_sam, question, tries):
    page = answer(as_sam, question, "", tries=tries)
    assert "Choose one of the options." in page
    assert f'name="tries" value="{tries}"' in page


@pytest.mark.parametrize(("maker", "good", "bad"), [(make_typed, "bridge board", "x"), (make_numeric, "3", "4")])
def test_typed_answers_and_numbers_are_practised_too(as_sam, reading, maker, good, bad):
    question = maker(reading)
    assert "Right." in answer(as_sam, question, good)
    assert "Not right yet." in answer(as_sam, question, bad)
    assert "Right answer" in answer(as_sam, question, bad, tries=1)


def test_a_passage_to_select_is_not_given_away_by_the_hint(as_sam, reading):
    question = make_passages(reading)
    assert "Look again at" in answer(as_sam, question, wrong(question))


def test_without_script_the_whole_page_comes_back(as_sam, reading, question):
    data = {"question": question.pk, "tries": 0, f"q{question.pk}": wrong(question)}
    page = as_sam.post(address(reading), data).content.decode()
    assert "<h1>Check your understanding</h1>" in page
    assert "Not right yet." in page


def test_nothing_is_recorded(as_sam, question):
    answer(as_sam, question, right(question))
    assert not Attempt.objects.exists()
    assert not Response.objects.exists()


def test_what_a_quiz_still_asks_is_not_practised(as_sam, course, reading, question):
    quiz = make_quiz(course, question)
    assert as_sam.get(address(reading, part=1)).status_code == 204
    quiz.closes_at = timezone.now() - timedelta(days=1)
    quiz.save()
    assert question.stem in as_sam.get(address(reading, part=1)).content.decode()


def test_after_its_answers_were_shown_a_quizs_question_is_practised(as_sam, course, reading, question, sam):
    quiz = make_quiz(course, question, feedback="never")
    attempt_submit(attempt=attempt_start(quiz=quiz, user=sam))
    assert as_sam.get(address(reading, part=1)).status_code == 204
    Attempt.objects.update(feedback="after_submit")
    assert as_sam.get(address(reading, part=1)).status_code == 200


def test_a_course_may_practise_with_the_questions_of_its_quizzes(as_sam, course, reading, question):
    make_quiz(course, question)
    PracticeRule.objects.create(course=course, with_quiz_questions=True)
    assert question.stem in as_sam.get(address(reading)).content.decode()


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"status": "retired"}, {"status": "approved", "is_stale": True}]
)
def test_only_approved_questions_whose_passage_stands_are_practised(as_sam, reading, fields):
    make_question(reading, **fields)
    assert as_sam.get(address(reading, part=1)).status_code == 204
    assert "no practice questions" in as_sam.get(address(reading)).content.decode()


def test_at_most_three_are_asked_one_from_each_paragraph(as_sam, reading):
    section = make_section(reading, 3, "More", "One.", "Two.", "Three.", "Four.")
    for block in section.blocks.all():
        for number in range(2):
            make_question(
                reading, f"{block.text} {number}?", status="approved", evidence_block=block, evidence_quote=""
            )
    page = as_sam.get(address(reading, "s3")).content.decode()
    assert page.count('<fieldset class="question">') == 3
    assert "One. 0?" in page
    assert "One. 1?" not in page


@pytest.mark.parametrize(("person", "status"), [(None, 302), ("olga", 404), ("nora", 404), ("ines", 200)])
def test_who_is_not_in_the_course_sees_none(client, reading, question, ines, olga, nora, person, status):
    if person:
        client.force_login(type(ines).objects.get(username=person))
    assert client.get(address(reading)).status_code == status


def test_an_unknown_section_or_hidden_reading_is_not_found(as_sam, reading, question):
    assert as_sam.get(address(reading, "nowhere")).status_code == 404
    reading.is_published = False
    reading.save()
    assert as_sam.get(address(reading)).status_code == 404


def test_practice_needs_few_queries(as_sam, reading, question, django_assert_max_num_queries):
    for number in range(3):
        make_question(reading, f"{number}?", status="approved", evidence_block=reading.blocks.first())
    with django_assert_max_num_queries(11):
        answer(as_sam, question, wrong(question))


def test_clean_drafts_are_practised_where_the_course_says_so_and_told_as_such(as_sam, course, reading):
    make_question(reading, generated_key="made")
    assert as_sam.get(address(reading, part=1)).status_code == 204
    PracticeRule.objects.create(course=course, with_clean_drafts=True)
    assert "not yet reviewed by your instructor" in as_sam.get(address(reading)).content.decode()


@pytest.mark.parametrize(
    "fields", [{"generated_key": ""}, {"soft_flaws": ["A9"]}, {"status": "rejected", "reject_reason": "style"}]
)
def test_other_drafts_never_are(as_sam, course, reading, fields):
    make_question(reading, **{"generated_key": "made", **fields})
    PracticeRule.objects.create(course=course, with_clean_drafts=True)
    assert as_sam.get(address(reading, part=1)).status_code == 204


def test_the_instructor_says_so_on_the_desk(client, course, ines):
    client.force_login(ines)
    data = {"course": course.pk, "with_clean_drafts": "on"}
    assert client.post(reverse("admin:quizzes_practicerule_add"), data).status_code == 302
    assert PracticeRule.objects.get().with_clean_drafts
