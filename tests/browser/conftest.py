"""A real Chromium on a live server with the demo course, at a wide and a narrow width."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import ConsoleMessage, Page

SCREENS = os.environ.get("GLOSSA_SCREENS")
WIDTHS = {"wide": (1280, 900), "narrow": (375, 812)}
# A failed request is logged by the browser itself; tests that expect a 403 or 404 look at the page instead.
EXPECTED_CONSOLE = ("Failed to load resource",)
# Without "preload" axe does not copy imported style sheets into the page, which the security policy refuses.
AXE = {"preload": False}
AXE_COLOURS = {**AXE, "runOnly": ["color-contrast"]}

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("No Chromium: install Debian's package chromium or set CHROMIUM to its path.")
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return {**browser_type_launch_args, "executable_path": path, "args": quiet}


@pytest.fixture(scope="session", params=list(WIDTHS))
def width(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], width: str) -> dict[str, Any]:
    wide, high = WIDTHS[width]
    return {**browser_context_args, "viewport": {"width": wide, "height": high}, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file: server and test write at the same time, which one in memory answers with "table is locked"."""
    database = connections.databases["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "browser.sqlite3")


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """The address of a server with the demo course and its people, who are made in development only."""
    settings.DEBUG = True
    call_command("load_course", "south-caucasus", verbosity=0, stdout=StringIO())
    call_command("load_demo", course="south-caucasus", stdout=StringIO())
    settings.DEBUG = False
    return str(live_server.url)


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Fails the test when a page logs an error, such as a breach of the content security policy."""
    errors: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED_CONSOLE):
            errors.append(f"{page.url}: {message.text}")

    page.on("console", listen)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_default_timeout(10_000)
    yield page
    assert not errors, "\n".join(errors)


Look = Callable[..., None]


@pytest.fixture
def look(page: Page, width: str) -> Look:
    """Checks the page as it stands: no accessibility violation, no sideways scrolling; keeps a picture if asked.

    ``dark`` looks at it in the dark theme, where only the colours differ."""
    axe = Axe()

    def check(name: str, *, dark: bool = False) -> None:
        page.emulate_media(color_scheme="dark" if dark else "light")
        if SCREENS:
            Path(SCREENS).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{SCREENS}/{name}-{width}{'-dark' * dark}.png", full_page=True)
        result = axe.run(page, options=AXE_COLOURS if dark else AXE)
        assert result.violations_count == 0, f"{name}: {result.generate_report()}"
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{name} scrolls sideways by {overflow} pixels"

    return check


@pytest.fixture
def log_in(page: Page, site: str) -> Callable[[str, str], None]:
    def submit(username: str, password: str) -> None:
        page.goto(f"{site}/accounts/login/")
        page.locator("input[name=login]").fill(username)
        page.locator("input[name=password]").fill(password)
        page.locator("main form button").first.click()
        page.wait_for_url(lambda url: "/login" not in url)

    return submit
