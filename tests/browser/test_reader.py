"""The reader page in a real browser: notes, terms, annotations, text settings, and reading that is counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from playwright.sync_api import Page, expect

from readings.models import Annotation, Block, BlockRead, Course
from tests.config.clients import browser
from tests.factories import make_user

TEXT = "/courses/south-caucasus/readings/minsk-group/"
STAND_APART = """() => {
  const boxes = [...document.querySelector(".margin").children].map((e) => [e.offsetTop, e.offsetTop + e.offsetHeight]);
  return boxes.length >= 7 && boxes.every(([top], i) => i === 0 || boxes[i - 1][1] <= top);
}"""
"""They are put in their places a moment after the page is there."""

# For each block of the page its text as the module counts it, and its middle third selected and found again.
COUNTED = """async () => {
  const { textOf, rangeOf, placesOf } = await import("/static/js/reader/places.js");
  const text = document.querySelector(".text");
  return [...text.querySelectorAll("[data-block]")].map((block) => {
    const words = textOf(block);
    const length = [...words].length;
    const [start, end] = [Math.floor(length / 3), Math.ceil((2 * length) / 3)];
    const places = block.matches("[data-aside]") ? [] : placesOf(rangeOf(block, start, end), text);
    return { key: block.dataset.block, words, start, end, found: places.map(({ quote }) => quote) };
  });
}"""

SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    node.parentElement.scrollIntoView({ block: "center" });
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  throw new Error(`not on this page: ${words}`);
}"""


@pytest.fixture
def student(live_server: Any, page: Page) -> Any:
    """A student of the demo course, logged in in this browser."""
    call_command("load_course", "south-caucasus", verbosity=0)
    user = make_user("sam")
    Course.objects.get().enrolments.create(user=user)
    session = browser(user).cookies[site_settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": site_settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return user


@pytest.fixture
def text(live_server: Any, student: Any, page: Page) -> str:
    """The address of the demo reading's first page, which is open."""
    address = f"{live_server.url}{TEXT}{Block.objects.filter(reading__slug='minsk-group').first().section.slug}/"
    page.goto(address)
    return address


def test_places_in_the_page_are_places_in_the_text(live_server: Any, student: Any, page: Page) -> None:
    for section in Course.objects.get().readings.get(slug="minsk-group").sections.all():
        page.goto(f"{live_server.url}{TEXT}{section.slug}/")
        texts = dict(section.blocks.values_list("key", "text"))
        for block in page.evaluate(COUNTED):
            expected = texts.get(block["key"], block["words"])
            assert block["words"] == expected
            if block["found"]:
                assert block["found"] == [expected[block["start"] : block["end"]].strip()]


def test_a_note_opens_over_the_text_and_gives_the_focus_back(
    text: str, page: Page, look: Callable[[str], None]
) -> None:
    mark = page.locator("a.mark").first
    mark.click()
    note = page.get_by_role("dialog", name="Note 1")
    expect(note).to_contain_text(page.locator("#note-1 .note-text").text_content() or "")
    look("reader-note")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_term_opens_its_card_with_a_way_to_all_places(text: str, page: Page, look: Callable[[str], None]) -> None:
    page.locator("a.term").first.click()
    card = page.locator("#passage")
    expect(card.get_by_role("link", name="all ")).to_be_visible()
    look("reader-term")


def test_selected_words_are_highlighted_shared_changed_and_deleted(
    text: str, page: Page, width: str, look: Callable[[str], None]
) -> None:
    page.evaluate(SELECT, "began in February 1988")
    page.get_by_role("button", name="Comment").click()
    form = page.get_by_role("dialog", name="Annotate")
    expect(form).to_contain_text("began in February 1988")
    form.get_by_label("Comment").fill("<img src=x onerror=alert(1)> Which day?")
    form.get_by_label("The class").check()
    look("reader-annotate")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("[data-note-count]")).to_have_text("1")
    made = Annotation.objects.get()
    assert (made.quote, made.visibility) == ("began in February 1988", "class")
    page.reload()
    expect(page.locator("[data-note-count]")).to_have_text("1")
    assert page.evaluate("CSS.highlights.get('mark-a-class').size") == 1
    page.get_by_role("button", name="Notes").click()
    card = page.locator("#notes-sheet .note-card")
    expect(card).to_contain_text("<img src=x onerror=alert(1)> Which day?")
    look("reader-notes")
    card.get_by_role("button", name="Edit").click()
    page.get_by_label("Comment (optional)").fill("Which day was it?")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#notes-sheet .note-card p.comment")).to_have_text("Which day was it?")
    page.get_by_role("button", name="Notes").click()
    card.get_by_role("button", name="Delete").click()
    card.get_by_role("button", name="Yes, delete it").click()
    expect(page.locator("[data-note-count]")).to_be_hidden()
    assert not Annotation.objects.exists()


def test_a_paragraph_is_annotated_by_keyboard_alone(text: str, page: Page) -> None:
    number = page.get_by_role("link", name="Paragraph 2: annotate")
    number.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("All of it")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-note-count]")).to_have_text("1")
    expect(number).to_be_focused()
    made = Annotation.objects.get()
    assert (made.start, made.end, made.comment) == (0, len(made.block.text), "All of it")


def test_what_stands_in_the_margin_does_not_overlap(text: str, student: Any, page: Page, width: str) -> None:
    block = Block.objects.filter(reading__slug="minsk-group").first()
    for i in range(6):
        Annotation.objects.create(
            reading=block.reading, block=block, author=student, start=i, end=i + 9, quote="x", comment="Long. " * 30
        )
    page.reload()
    expect(page.locator("[data-note-count]")).to_have_text("6")
    if width == "wide":
        page.wait_for_function(STAND_APART)


def test_one_chooses_whose_annotations_stand_on_the_page(text: str, student: Any, page: Page) -> None:
    block = Block.objects.filter(reading__slug="minsk-group", word_count__gt=20).first()
    kim = make_user("kim")
    for author in (student, kim):
        block.annotations.create(
            reading=block.reading, author=author, start=0, end=9, quote="x", comment=author.username, visibility="class"
        )
    page.reload()
    page.get_by_role("button", name="Notes").click()
    cards = page.locator("#notes-sheet .note-card")
    expect(cards).to_have_count(2)
    page.get_by_role("button", name="Mine").click()
    expect(cards).to_have_count(1)
    page.get_by_role("button", name="None").click()
    expect(page.locator("[data-notes-empty]")).to_have_text("The annotations on this page are hidden.")
    page.reload()
    expect(page.locator("[data-note-count]")).to_have_text("2")
    assert page.evaluate("CSS.highlights.size") == 0


def test_single_keys_turn_pages_and_can_be_turned_off(text: str, page: Page) -> None:
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != text)
    page.keyboard.press("p")
    page.wait_for_url(text)
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("a")
    expect(page.get_by_role("dialog", name="Annotate")).to_be_hidden()
    assert page.url == text


def test_text_settings_hold_from_the_first_paint_of_the_next_page(text: str, page: Page) -> None:
    page.get_by_role("button", name="Text settings").click()
    page.get_by_role("button", name="Dark").click()
    page.get_by_role("button", name="Larger").click()
    page.route("**/app.js", lambda route: route.abort())
    page.goto(text, wait_until="commit")
    page.wait_for_selector("header.bar")
    assert page.evaluate("({...document.documentElement.dataset})") == {"theme": "dark", "size": "larger"}


def test_paragraphs_count_as_read_after_their_time_on_screen_and_not_before(
    text: str, student: Any, page: Page
) -> None:
    page.mouse.move(200, 400)
    page.wait_for_timeout(1_000)
    assert not BlockRead.objects.exists()
    bar = page.locator("progress.through")
    expect(bar).not_to_have_attribute("value", "0", timeout=20_000)
    first = Block.objects.filter(reading__slug="minsk-group").first()
    assert BlockRead.objects.filter(block=first, enrolment__user=student).exists()
