"""Takes the README's pictures from a running demo (`make run`): `tools/screenshots.py [ADDRESS]` writes docs/img/*.png."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ADDRESS = "http://127.0.0.1:8000"
IMAGES = Path(__file__).resolve().parents[1] / "docs" / "img"
SIZE = {"width": 1280, "height": 720}
LARGEST = 250_000
#: Only what is our own is shown, whatever else the demo was loaded with.
READING = "The OSCE Minsk Group, 1992–2022"
COURSE = "/courses/south-caucasus/"


def main(address: str) -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        student = log_in(browser, address, "student")
        section(student)
        quiz(student)
        instructor = log_in(browser, address, "instructor")
        desk(instructor)
        review(instructor)
    return 0


def log_in(browser: Browser, address: str, name: str) -> Page:
    context = browser.new_context(base_url=address, viewport=SIZE, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/accounts/login/")
    page.get_by_label("Username or e-mail").fill(name)
    page.get_by_label("Password").fill(f"demo-{name}")
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    page.wait_for_url(lambda url: "/login" not in url)
    return page


def section(page: Page) -> None:
    """A page of the text with what the class wrote beside it, and the card of a term."""
    page.goto(f"{COURSE}readings/minsk-group/")
    page.get_by_role("link", name="1 A conference that never met").click()
    page.locator(".note-card").first.wait_for()
    page.locator("a.term", has_text="Stepanakert").first.click()
    page.locator("#passage").get_by_role("link", name="all ").wait_for()
    keep(page, "section")


def quiz(page: Page) -> None:
    """The questions of an attempt at the quiz that the demo student has left, the first one answered."""
    page.goto(f"{COURSE}readings/statement-of-10-november-2020/")
    page.locator(".quiz-list a.title").first.click()
    page.get_by_role("button", name="Start attempt").or_(page.get_by_role("link", name="Continue attempt")).click()
    first = page.locator("fieldset.question", has=page.get_by_role("radio")).first
    first.get_by_role("radio").nth(1).check()
    first.get_by_text("Saved", exact=True).wait_for()
    first.scroll_into_view_if_needed()
    keep(page, "quiz")


def desk(page: Page) -> None:
    """How the class does: the table of students, readings and quizzes."""
    page.goto("/admin/quizzes/studentprogress/?course=south-caucasus")
    keep(page, "desk")


def review(page: Page) -> None:
    """A draft beside the passage that decides it."""
    page.goto("/admin/quizzes/question/?status__exact=draft")
    page.locator("#changelist-filter").get_by_role("link", name=READING).click()
    page.locator("#result_list tbody a").first.click()
    page.get_by_role("button", name="Approve").wait_for()
    keep(page, "review")


def keep(page: Page, name: str) -> None:
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path)
    size = path.stat().st_size
    sys.stdout.write(f"{path.name}: {size // 1000} kB\n")
    if size > LARGEST:
        raise SystemExit(f"{path} is larger than {LARGEST // 1000} kB; take a smaller part of the page.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ADDRESS))
