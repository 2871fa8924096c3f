"""A student's way through the course, from the sign-up to the own progress: by mouse, by keyboard, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from quizzes.models import Attempt, Quiz
from readings.models import Annotation, Course
from tests.browser.hands import Keyboard, Mouse

Hands = Mouse | Keyboard
See = Callable[[str], object]
COURSE = "Russia, Armenia and Azerbaijan"
READING = "The OSCE Minsk Group, 1992–2022"
WORDS = "when the regional council in"


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def hands(request: pytest.FixtureRequest, page: Page) -> Hands:
    page.clock.install()
    made: Hands = request.param(page)
    return made


def test_a_student_joins_reads_annotates_takes_a_quiz_and_sees_the_own_progress(
    page: Page, site: str, hands: Hands, look: Callable[[str], None]
) -> None:
    """How the pages look is the same by mouse and by keyboard, and seen once."""
    see = look if isinstance(hands, Mouse) else str
    sign_up(page, hands, site)
    join(page, hands)
    open_the_text(page, hands)
    read(page, hands)
    open_a_note(page, hands)
    visit_a_term(page, hands)
    annotate(page, hands, see)
    take_the_quiz(page, hands, see)
    see_the_passage(page, hands)
    see_own_progress(page, hands, see)


def sign_up(page: Page, hands: Hands, site: str) -> None:
    page.goto(site)
    hands.press(page.get_by_role("link", name="Create an account"))
    for label, text in {
        "Username": "kim",
        "Email": "kim@example.org",
        "First name": "Kim",
        "Password": "a bridge of seven arches",
        "Password (again)": "a bridge of seven arches",
    }.items():
        hands.write(page.get_by_label(label, exact=label.startswith(("Password", "Email", "Username"))), text)
    hands.press(page.get_by_role("button", name="Create the account"))
    expect(page.get_by_text("You are not in a course yet.")).to_be_visible()


def join(page: Page, hands: Hands) -> None:
    hands.press(page.get_by_role("link", name="Join a course with a code"))
    code = page.get_by_label("code")
    hands.write(code, "WRONGONE")
    hands.press(page.get_by_role("button", name="Join"))
    expect(page.locator(".wrong")).to_be_visible()
    hands.write(code, Course.objects.get().join_code)
    hands.press(page.get_by_role("button", name="Join"))
    expect(page.get_by_role("heading", name=COURSE)).to_be_visible()


def open_the_text(page: Page, hands: Hands) -> None:
    hands.press(page.get_by_role("listitem").filter(has_text="6 min").get_by_role("link", name=READING))
    expect(page.get_by_role("region", name="Source card")).to_contain_text("What to mind?")
    hands.press(page.get_by_role("link", name="Begin to read"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("A conference that never met")


def read(page: Page, hands: Hands) -> None:
    """Nothing is read when a page opens; the paragraphs in sight are, after the time that their words take."""
    bar = page.locator("progress.through")
    expect(bar).to_have_attribute("value", "0")
    hands.scroll()
    for _ in range(20):
        page.clock.run_for(1_000)
        page.wait_for_timeout(50)
    expect(bar).not_to_have_attribute("value", "0")


def open_a_note(page: Page, hands: Hands) -> None:
    mark = page.locator("a.mark").first
    hands.press(mark)
    note = page.get_by_role("dialog", name="Note 1")
    expect(note).to_contain_text("Stepanakert")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def visit_a_term(page: Page, hands: Hands) -> None:
    term = page.locator("a.term").first
    words, text = term.text_content() or "", page.url
    hands.press(term)
    hands.press(page.locator("#passage").get_by_role("link", name="all "))
    expect(page.get_by_role("heading", name="In this course")).to_be_visible()
    expect(page.get_by_role("mark").filter(has_text=words).first).to_be_visible()
    page.goto(text)


def annotate(page: Page, hands: Hands, see: See) -> None:
    count = page.locator("[data-note-count]")
    expect(count).to_be_visible()
    before = int(count.text_content() or "0")
    hands.annotate(WORDS)
    form = page.get_by_role("dialog", name="Annotate")
    expect(form).to_contain_text(WORDS)
    hands.write(form.get_by_label("Comment"), "Why then?")
    hands.tick(form.get_by_label("The class"))
    hands.press(form.get_by_role("button", name="Save"))
    expect(count).to_have_text(str(before + 1))
    made = Annotation.objects.get(author__username="kim")
    assert (made.comment, made.visibility, WORDS in made.quote) == ("Why then?", "class", True)

    notes = page.get_by_role("button", name="Notes")
    card = page.locator("#notes-sheet .note-card", has_text="Why then")
    hands.press(notes)
    see("journey-notes")
    hands.press(card.get_by_role("button", name="Edit"))
    changed = page.get_by_role("dialog", name="Change the annotation")
    hands.write(changed.get_by_label("Comment"), "Why then, and who asked?")
    hands.press(changed.get_by_role("button", name="Save"))
    expect(changed).to_be_hidden()
    hands.press(notes)
    expect(card).to_contain_text("Why then, and who asked?")
    hands.press(card.get_by_role("button", name="Delete"))
    hands.press(card.get_by_role("button", name="Yes, delete it"))
    expect(card).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost after deleting"
    page.keyboard.press("Escape")
    assert not Annotation.objects.filter(author__username="kim").exists()


def take_the_quiz(page: Page, hands: Hands, see: See) -> None:
    hands.press(page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name=READING))
    hands.press(page.locator(".quiz-list").get_by_role("link", name=READING))
    hands.press(page.get_by_role("button", name="Start attempt 1"))
    questions = page.locator("fieldset.question")
    size = Quiz.objects.get(title__contains="Minsk").items.count()
    expect(questions).to_have_count(size)
    for question in questions.all():
        answer(hands, question)
        expect(question.get_by_text("Saved", exact=True)).to_be_visible()
    expect(page.locator("#answered")).to_have_text(f"{size} of {size} answered")
    given = page.evaluate(GIVEN)
    page.reload()
    assert page.evaluate(GIVEN) == given
    see("journey-quiz")
    hands.press(page.get_by_role("button", name="Hand in"))
    expect(page.get_by_text("Your result")).to_be_visible()
    attempt = Attempt.objects.get(enrolment__user__username="kim")
    expect(page.locator(".mark-card")).to_contain_text(f"{attempt.percent} %")
    see("journey-result")


def answer(hands: Hands, question: Locator) -> None:
    """The first of the options; of places and pairs one after the other; what is to be typed, by a number, saved on leaving it."""
    for field in question.get_by_role("textbox").all():
        hands.write(field, "1992")
        field.press("Tab")
    for place, field in enumerate(question.locator("select").all(), start=1):
        hands.choose(field, place)
    if question.get_by_role("radio").count():
        hands.tick(question.get_by_role("radio").first)


GIVEN = "[...document.querySelectorAll('#quiz input:checked, #quiz select')].map((field) => field.value)"


def see_the_passage(page: Page, hands: Hands) -> None:
    passage = page.locator(".passage").first
    words = passage.locator("mark").text_content() or ""
    hands.press(passage.get_by_role("link", name="Paragraph"))
    target = page.locator("[data-block]:target")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text(words[:30])


def see_own_progress(page: Page, hands: Hands, see: See) -> None:
    hands.press(page.locator("details.menu summary"))
    hands.press(page.get_by_role("link", name="My progress"))
    expect(page.get_by_role("link", name="Attempt 1")).to_be_visible()
    expect(page.get_by_text("paragraphs read").first).not_to_contain_text("0 of")
    see("journey-progress")


@pytest.fixture
def plain(browser: Browser, site: str, browser_context_args: dict[str, object]) -> Page:
    """The demo student in a browser that runs no JavaScript."""
    page = browser.new_context(**browser_context_args, java_script_enabled=False).new_page()
    page.goto(f"{site}/accounts/login/")
    page.get_by_label("Username or e-mail").fill("student")
    page.get_by_label("Password").fill("demo-student")
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    return page


def test_without_javascript_one_reads_annotates_and_takes_a_quiz(plain: Page, site: str) -> None:
    page, text = plain, f"{site}/courses/south-caucasus/readings/minsk-group/"
    page.goto(text)
    page.get_by_role("link", name="1 A conference that never met").click()
    page.locator("a.mark").first.click()
    expect(page.locator("#note-1")).to_be_in_viewport()
    page.locator("#note-1").get_by_role("link", name="back to the text").click()
    expect(page.locator("a.mark").first).to_be_in_viewport()
    page.get_by_role("link", name="Paragraph 1: annotate").click()
    page.get_by_label("Comment").fill("Written without a script.")
    page.get_by_role("button", name="Save").click()
    assert Annotation.objects.filter(comment="Written without a script.").exists()
    page.locator("a.term").first.click()
    expect(page.get_by_role("heading", name="In this course")).to_be_visible()

    Quiz.objects.update(attempts_allowed=9)
    quiz = Quiz.objects.get(title__contains="Minsk")
    page.goto(f"{site}{quiz.get_absolute_url()}")
    page.get_by_role("button", name="Start attempt").click()
    for question in page.locator("fieldset.question").all():
        answer(Mouse(page), question)
    page.get_by_role("button", name="Save and go on later").click()
    expect(page.get_by_text("Your answers are saved.")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Your result")).to_be_visible()
    expect(page.locator(".passage").first).to_be_visible()
