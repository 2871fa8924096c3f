"""Many files on their way in, one of them broken: each has a bar, one may leave and come back, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from readings.models import Course, Reading, Upload
from tests.readings.test_tasks import work

LogIn = Callable[[str, str], None]
Look = Callable[..., None]
DAY = "On day {} the keeper of the bridge wrote down how high the river stood. "


def file(name: str, text: bytes) -> dict[str, str | bytes]:
    return {"name": name, "mimeType": "text/markdown", "buffer": text}


def files() -> list[dict[str, str | bytes]]:
    """The first takes a while, so that the others are seen waiting."""
    logs = ["\n\n".join(DAY.format(n) * 3 for n in range(days)) for days in (600, 60, 60)]
    texts = [file(f"log-{n}.md", f"# Log {n}\n\n{log}".encode()) for n, log in enumerate(logs)]
    return [texts[0], file("broken.md", bytes(range(256)) * 40), *texts[1:]]


def test_many_files_are_followed_left_and_found_again(page: Page, site: str, log_in: LogIn, look: Look) -> None:
    log_in("instructor", "demo-instructor")
    send(page, site)
    expect(page.get_by_role("progressbar", name="Files read")).to_be_visible()
    expect(page.get_by_role("progressbar", name="log-2.md")).to_be_visible()
    look("files-under-way")
    page.goto(f"{site}/admin/")
    page.go_back()
    expect(page.locator("#read-figure")).to_have_text("4 of 4", timeout=60_000)
    expect(page.get_by_role("listitem").filter(has_text="broken.md")).to_contain_text("The file is not text")
    expect(page.get_by_role("status")).to_contain_text("4 of 4 files read.")
    look("files-read")
    look("files-read", dark=True)
    assert Reading.objects.filter(file_name__startswith="log-", is_published=False).count() == 3
    page.get_by_role("link", name="Preview Log 2").click()
    expect(page.get_by_role("heading", name="Log 2", level=1)).to_be_visible()


def test_a_form_with_a_mistake_comes_back_and_says_it(page: Page, site: str, log_in: LogIn) -> None:
    log_in("instructor", "demo-instructor")
    page.goto(f"{site}/admin/readings/reading/add/")
    page.get_by_label("Title").fill("One title for two")
    page.locator("input[type=file]").set_input_files([file("a.md", b"One."), file("b.md", b"Two.")])
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_text("A title is for one file.")).to_be_visible()
    expect(page.get_by_label("Title")).to_be_focused()
    assert not Upload.objects.exists()


def test_the_focus_stays_on_a_file_that_a_late_worker_reads(
    page: Page, site: str, log_in: LogIn, look: Look, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    log_in("instructor", "demo-instructor")
    send(page, site)
    Upload.objects.update(changed_at=timezone.now() - timedelta(minutes=2))
    page.reload()
    expect(page.get_by_text("no worker takes the files")).to_be_visible()
    look("files-nobody-reads")
    page.get_by_role("button", name=re.compile("Read it.*log-2")).focus()
    work()
    expect(page.get_by_role("link", name="Preview Log 2")).to_be_focused(timeout=30_000)
    expect(page.get_by_text("no worker takes the files")).to_be_hidden()


def test_without_scripts_the_page_comes_when_all_is_read(page: Page, site: str, log_in: LogIn, settings: Any) -> None:
    settings.ZEAL_ALLOWLIST = [{"model": "*"}]  # four jobs in one request ask four times for the like rows
    log_in("instructor", "demo-instructor")
    context = page.context.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.set_default_timeout(60_000)
    send(plain, site)
    expect(plain.locator("#read-figure")).to_have_text("4 of 4")
    expect(plain.get_by_role("link", name="Preview Log 2")).to_be_visible()
    context.close()


def send(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/readings/reading/add/")
    page.get_by_label("Course").select_option(str(Course.objects.get(slug="south-caucasus").pk))
    page.locator("input[type=file]").set_input_files(files())
    page.get_by_role("button", name="Import").click()
    page.wait_for_url("**/files/**")
