"""An instructor's way over the desk: review drafts, publish a quiz, see how the class does, take in a document."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from quizzes.models import Question, Quiz
from readings.models import Reading
from tests.browser.hands import press

LogIn = Callable[[str, str], None]
Look = Callable[..., None]

OURS = """# Bridges of Tarn

## 1. Opening

The first bridge of Tarn was opened in 1902 and carried carts, sheep and the band of the fire brigade.[^1]

## 2. After the flood

The flood of 1930 took one arch. The town had it built anew within four years, and wider than before.

[^1]: Town archive, file 7.
"""


def test_an_instructor_reviews_publishes_follows_the_class_and_takes_in_a_document(
    page: Page, site: str, log_in: LogIn, look: Look, tmp_path: Path
) -> None:
    log_in("instructor", "demo-instructor")
    page.get_by_role("link", name="Open the desk").click()
    review_drafts(page, look)
    publish_a_quiz(page, look)
    follow_the_class(page)
    download_the_figures(page, tmp_path / "class.csv")
    look_at_one_student(page)
    take_in_a_document(page, look)


def review_drafts(page: Page, look: Look) -> None:
    """One is approved, one rejected with a reason, one edited: by single keys, the next draft coming by itself."""
    drafts = Question.objects.drafts()
    before = drafts.count()
    page.get_by_role("link", name="Review them").click()
    page.locator("#result_list tbody a").first.click()
    expect(page.get_by_role("button", name="Approve")).to_be_visible()
    stem = page.get_by_role("heading", level=1)
    first = stem.text_content() or ""
    press(page, "a")
    expect(page.get_by_text(f"Approved: {first[:60]}")).to_be_visible()

    second = stem.text_content() or ""
    press(page, "r")
    reason = page.get_by_label("Reject because")
    expect(reason).to_be_focused()
    reason.select_option("trivial")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_text(f"Rejected: {second[:60]}")).to_be_visible()
    look("journey-review")

    press(page, "e")
    page.get_by_label("Question", exact=True).fill("Which of these is said in the passage?")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(stem).to_have_text("Which of these is said in the passage?")
    press(page, "a")
    expect(page.get_by_text("Approved: Which of these is said in the passage?")).to_be_visible()
    assert drafts.count() == before - 3
    assert Question.objects.get(stem=second, status="rejected").reject_reason == "trivial"


def publish_a_quiz(page: Page, look: Look) -> None:
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Quizzes").click()
    page.get_by_role("link", name="Assemble from a reading").click()
    page.get_by_label("Reading").select_option(str(Reading.objects.get(slug="minsk-group").pk))
    page.get_by_role("button", name="Assemble the quiz").click()
    expect(page.get_by_text("Not published.")).to_be_visible()
    page.get_by_label("Title").fill("A second look")
    look("journey-quiz-form")
    page.get_by_role("button", name="Save and publish").click()
    expect(page.get_by_text("Published.")).to_be_visible()
    quiz = Quiz.objects.get(title="A second look")
    assert quiz.is_published
    assert quiz.items.exists()
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text("Preview, nothing is recorded")).to_be_visible()
    page.go_back()


def follow_the_class(page: Page) -> None:
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Progress").click()
    rows = page.locator(".class-table tbody tr")
    expect(rows).to_have_count(25)
    page.get_by_role("link", name="All", exact=True).click()
    expect(rows.first).to_contain_text("Tala Keawe")
    page.get_by_label("needs help").check()
    page.get_by_role("button", name="Show").click()
    expect(rows.filter(has_text="Tala Keawe")).to_contain_text("inactive for")
    expect(rows).not_to_have_count(25)
    page.get_by_label("Name").fill("ani")
    page.get_by_label("needs help").uncheck()
    page.get_by_role("button", name="Show").click()
    expect(rows).to_have_count(1)


def download_the_figures(page: Page, path: Path) -> None:
    """The file says of each student what the table says, for the whole class."""
    shown = cells(page.locator(".class-table tbody tr").first)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    download.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 25
    ani = next(line for line in lines if line["Username"] == "ani.petrosyan")
    assert ani["E-mail"] == "ani.petrosyan@example.org"
    assert [ani["Name"], ani["Course read in %"]] == shown[:2]
    readings = [value for name, value in ani.items() if name.endswith(": read in %")]
    assert readings == shown[2 : 2 + len(readings)]


def cells(row: Locator) -> list[str]:
    return [(cell.text_content() or "").strip() for cell in row.locator("th, td").all()]


def look_at_one_student(page: Page) -> None:
    page.get_by_role("link", name="Ani Petrosyan").click()
    page.get_by_text("By section").first.click()
    expect(page.get_by_role("table").first).to_contain_text("A conference that never met")
    page.get_by_role("link", name="Attempt 1").first.click()
    expect(page.get_by_text("Result of Ani Petrosyan")).to_be_visible()
    page.get_by_role("link", name="Back to the student").click()


def take_in_a_document(page: Page, look: Look) -> None:
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Readings").click()
    page.get_by_role("link", name="Import").first.click()
    file = page.locator("input[type=file]")
    go = page.locator("#content-main form").get_by_role("button", name="Import")
    file.set_input_files({"name": "nothing.md", "mimeType": "text/markdown", "buffer": b" \n"})
    go.click()
    expect(page.get_by_text("The file is empty. Choose a file that holds text.")).to_be_visible()
    look("journey-import-refused")
    assert not Reading.objects.filter(file_name="nothing.md").exists()
    page.get_by_role("link", name="Import more documents").click()
    file.set_input_files({"name": "bridges.md", "mimeType": "text/markdown", "buffer": OURS.encode()})
    go.click()
    expect(page.get_by_text("“Bridges of Tarn” has 2 sections and 2 paragraphs")).to_be_visible()
    page.get_by_role("link", name="Preview Bridges of Tarn").click()
    look("journey-imported")
    made = Reading.objects.get(file_name="bridges.md")
    assert made.notes.count() == 1
