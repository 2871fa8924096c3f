"""Quizzes in a real browser: a student takes one, an instructor reviews, publishes and sees how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_settings
from playwright.sync_api import Page, expect

from quizzes.models import Question, Quiz
from quizzes.services.attempts import attempt_start, attempt_submit
from tests.browser.hands import press
from tests.config.clients import browser
from tests.factories import make_course, make_member, make_question, make_quiz, make_reading

Look = Callable[[str], None]


@pytest.fixture
def course(live_server: Any) -> Any:
    course = make_course(slug="bridges", title="Bridges")
    make_reading(course)
    return course


@pytest.fixture
def enter(live_server: Any, page: Page) -> Callable[[Any, str], None]:
    """Logs somebody in in this browser and opens a page."""

    def go(user: Any, address: str) -> None:
        name = site_settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": browser(user).cookies[name].value, "url": live_server.url}])
        page.goto(live_server.url + address)

    return go


def test_a_student_takes_a_quiz_and_reads_the_passage_that_decides(
    page: Page, course: Any, enter: Callable[[Any, str], None], look: Look
) -> None:
    reading = course.readings.get()
    stems = ("In which year was the bridge opened?", "In which year did the flood come?")
    quiz = make_quiz(course, *(make_question(reading, stem, status="approved") for stem in stems))
    quiz.time_limit_minutes = 10
    quiz.save()
    enter(make_member("sam", course), "/courses/bridges/")
    page.get_by_role("link", name="Bridges", exact=True).last.click()
    expect(page.get_by_text("60 %")).to_be_visible()
    look("quiz-start")
    page.get_by_role("button", name="Start attempt 1").click()
    expect(page.get_by_role("timer")).to_have_text("9:59 left")
    look("quiz-questions")
    first = page.get_by_role("group", name=stems[0])
    first.get_by_label("1911").focus()
    page.keyboard.press("ArrowUp")
    expect(first.get_by_text("Saved")).to_be_visible()
    expect(page.get_by_text("1 of 2 answered")).to_be_visible()
    page.reload()
    expect(first.get_by_label("1902")).to_be_checked()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("alert").get_by_role("link", name="question 2")).to_be_visible()
    look("quiz-open-questions")
    page.get_by_role("button", name="Hand in anyway").click()
    expect(page.get_by_text("Your answer, right")).to_be_visible()
    look("quiz-result")
    page.get_by_role("link", name="Paragraph 1 in").first.click()
    expect(page.get_by_text("It has three arches.")).to_be_in_viewport()
    page.goto(f"{page.url.split('/readings/')[0]}/progress/")
    expect(page.get_by_role("link", name="Attempt 1: 50 %")).to_be_visible()
    look("own-progress")


def test_an_instructor_reviews_with_the_keyboard(
    page: Page, course: Any, enter: Callable[[Any, str], None], look: Look
) -> None:
    reading = course.readings.get()
    kept = {"alternatives": [{"text": "1950", "why": "Nothing was opened in 1950."}]}
    for number in range(4):
        make_question(reading, f"Question {number}?", score=-number, extra=kept)
    enter(make_member("ines", course, role="instructor"), "/admin/")
    look("desk")
    page.get_by_role("link", name="Review them").click()
    expect(page.get_by_role("heading", name="Questions", exact=True)).to_be_visible()
    look("questions")
    page.get_by_role("link", name="Question 0?").click()
    expect(page.get_by_role("heading", name="Question 0?")).to_be_visible()
    look("review")
    press(page, "a")
    expect(page.get_by_role("heading", name="Question 1?")).to_be_visible()
    press(page, "r")
    page.get_by_label("Reject because").select_option("trivial")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("heading", name="Question 2?")).to_be_visible()
    press(page, "n")
    expect(page.get_by_role("heading", name="Question 3?")).to_be_visible()
    press(page, "e")
    page.get_by_label("Question", exact=True).fill("When was the bridge opened?")
    look("review-edit")
    page.get_by_role("button", name="Another distractor for Option 2").press("Enter")
    expect(page.get_by_role("button", name="1950")).to_be_focused()
    look("review-another")
    press(page, "Enter")
    expect(page.get_by_label("Option 4", exact=True)).to_have_value("1950")
    expect(page.get_by_role("button", name="Another distractor for Option 4")).to_be_focused()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    press(page, "a")
    expect(page.get_by_text("Approved: When was the bridge opened?")).to_be_visible()
    assert sorted(Question.objects.values_list("status", flat=True)) == ["approved", "approved", "draft", "rejected"]


def test_an_instructor_publishes_a_quiz_and_downloads_the_figures(
    page: Page, course: Any, enter: Callable[[Any, str], None], look: Look, tmp_path: Path
) -> None:
    reading = course.readings.get()
    make_question(reading, status="approved")
    sam = make_member("sam", course)
    enter(make_member("ines", course, role="instructor"), "/admin/quizzes/quiz/")
    page.get_by_role("link", name="Assemble from a reading").click()
    expect(page.get_by_role("heading", name="Assemble a quiz")).to_be_visible()
    look("assemble")
    page.get_by_label("Reading").select_option(str(reading.pk))
    page.get_by_role("button", name="Assemble the quiz").click()
    expect(page.get_by_text("Not published.")).to_be_visible()
    look("quiz-form")
    page.get_by_role("button", name="Save and publish").click()
    expect(page.get_by_text("Published.")).to_be_visible()
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text("Preview, nothing is recorded")).to_be_visible()
    look("quiz-preview")
    attempt_submit(attempt=attempt_start(quiz=Quiz.objects.get(), user=sam))

    page.goto(f"{page.url.split('/courses/')[0]}/admin/quizzes/studentprogress/")
    look("class")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    download.value.save_as(tmp_path / "class.csv")
    assert "sam@example.org" in (tmp_path / "class.csv").read_text("utf-8-sig")
    page.get_by_role("link", name="sam").click()
    expect(page.get_by_role("heading", name="sam")).to_be_visible()
    look("one-student")
    page.get_by_role("link", name="Attempt 1: 0 %").click()
    expect(page.get_by_text("Result of sam")).to_be_visible()
    look("a-students-result")
