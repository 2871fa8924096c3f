"""Practice at the end of a page of the text, and writing a question with its checks, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as site_settings
from playwright.sync_api import Page, expect

from quizzes.models import Question
from tests.config.clients import browser
from tests.factories import make_course, make_member, make_question, make_quiz, make_reading, make_section
from tests.quizzes.rows import make_numeric, make_passages, make_typed

Look = Callable[[str], None]


@pytest.fixture
def course(live_server: Any) -> Any:
    course = make_course(slug="bridges", title="Bridges")
    make_section(make_reading(course), 3, "Later", "When it opened in 1902 the bridge had a toll.")
    return course


@pytest.fixture
def enter(live_server: Any, page: Page) -> Callable[[Any, str], None]:
    def go(user: Any, address: str) -> None:
        name = site_settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": browser(user).cookies[name].value, "url": live_server.url}])
        page.goto(live_server.url + address)

    return go


def test_a_student_practises_at_the_end_of_a_page_with_the_keyboard(
    page: Page, course: Any, enter: Callable[[Any, str], None], look: Look
) -> None:
    make_question(course.readings.get(), status="approved")
    enter(make_member("sam", course), "/courses/bridges/readings/bridges/s1/")
    practice = page.get_by_role("region", name="Check your understanding")
    practice.scroll_into_view_if_needed()
    practice.get_by_label("1911").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(practice.get_by_text("Not right yet.")).to_be_visible()
    expect(practice.get_by_text("the bridge had a toll")).to_be_visible()
    look("practice-hint")
    practice.get_by_label("1902").check()
    practice.get_by_role("button", name="Try again").click()
    expect(practice.get_by_text("Right.", exact=True)).to_be_visible()
    expect(practice.get_by_text("The Tarn Bridge was opened in 1902.", exact=True)).to_be_visible()
    look("practice-right")


def test_a_page_without_questions_says_nothing_of_practice(
    page: Page, course: Any, enter: Callable[[Any, str], None]
) -> None:
    enter(make_member("sam", course), "/courses/bridges/readings/bridges/s1/")
    expect(page.locator("[data-practice]")).to_be_hidden()


def test_words_numbers_and_passages_are_saved_when_given(
    page: Page, course: Any, enter: Callable[[Any, str], None], look: Look
) -> None:
    reading = course.readings.get()
    quiz = make_quiz(course, make_typed(reading), make_numeric(reading), make_passages(reading))
    enter(make_member("sam", course), f"/courses/bridges/quizzes/{quiz.pk}/")
    page.get_by_role("button", name="Start attempt 1").click()
    page.get_by_role("textbox", name="Your answer", exact=True).fill("the bridge board")
    page.get_by_role("textbox", name="Your answer in arches").fill("three")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Type a number")).to_be_visible()
    page.get_by_role("textbox", name="Your answer in arches").fill("3")
    page.get_by_label("the bridge had a toll").check()
    expect(page.get_by_text("3 of 3 answered")).to_be_visible()
    look("each-kind")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("100 %")).to_be_visible()
    look("each-kind-result")


def test_an_instructor_writes_a_question_and_sees_its_flaws_while_writing(
    page: Page, course: Any, enter: Callable[[Any, str], None], look: Look
) -> None:
    reading = course.readings.get()
    enter(make_member("ines", course, role="instructor"), "/admin/quizzes/question/")
    page.get_by_role("link", name="Write a question").click()
    page.get_by_label("Reading").select_option(str(reading.pk))
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Question", exact=True).fill("In which year did the flood take one arch?")
    for number, year in enumerate(("1930", "1911", "None of the above"), 1):
        page.get_by_label(f"Option {number}", exact=True).fill(year)
    page.get_by_role("radio", name=re.compile("Option 1$")).check()
    page.get_by_label("Paragraph", exact=False).first.fill("2")
    expect(page.get_by_text("all or none of the above")).to_be_visible()
    look("write-with-flaws")
    page.get_by_label("Option 3", exact=True).fill("1924")
    expect(page.get_by_text("all or none of the above")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    assert Question.objects.get().evidence_block.number == 2
