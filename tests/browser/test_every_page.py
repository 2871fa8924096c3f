"""Every page as it looks: at both widths, in both themes, with much and with nothing to show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.models import Question, Quiz
from quizzes.services.attempts import attempt_start
from readings.models import Annotation, Block, Course, Enrolment, Finding, Section, Term
from tests.browser.conftest import SCREENS
from tests.factories import make_course, make_member, make_quiz

Look = Callable[..., None]
Pages = dict[str, str]
Walk = Callable[[Pages], None]

COURSE = "/courses/south-caucasus/"
DESK = "/admin/"
NARROWEST = 320


@pytest.fixture
def walk(page: Page, site: str, width: str, look: Look) -> Walk:
    """Looks at pages one after the other, in both themes, and tells at the end what is wrong with any of them."""

    def see(name: str) -> None:
        look(name)
        if width == "wide" or SCREENS:
            look(name, dark=True)  # colours do not depend on the width
        if width == "narrow":
            page.set_viewport_size({"width": NARROWEST, "height": 640})
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            page.set_viewport_size({"width": 375, "height": 812})
            assert over <= 0, f"{name} scrolls sideways by {over} pixels where the window has {NARROWEST}"

    def all_of(pages: Pages) -> None:
        wrong = []
        for name, address in pages.items():
            page.goto(site + address)
            try:
                see(name)
            except AssertionError as error:
                wrong.append(str(error))
        assert not wrong, "\n".join(wrong)

    return all_of


def visitors_pages() -> Pages:
    return {
        "login": "/accounts/login/",
        "signup": "/accounts/signup/",
        "password-reset": "/accounts/password/reset/",
        "password-reset-done": "/accounts/password/reset/done/",
        "not-found-for-visitors": "/accounts/nowhere/",
    }


def account_pages() -> Pages:
    return {
        "account": "/accounts/me/",
        "account-email": "/accounts/email/",
        "account-password": "/accounts/password/change/",
        "account-delete": "/accounts/me/delete/",
        "logout": "/accounts/logout/",
    }


def reading_pages(note: Annotation) -> Pages:
    text = f"{COURSE}readings/minsk-group/"
    first = Section.objects.filter(reading__slug="minsk-group", blocks__isnull=False).distinct()[0]
    table = Section.objects.filter(blocks__kind="table").first()
    term = Term.objects.filter(occurrences__isnull=False).first()
    assert table
    assert term
    return {
        "home": "/",
        "join": "/join/",
        "course": COURSE,
        "reading": text,
        "about-the-text": f"{text}about-this-text/",
        "section": f"{text}{first.slug}/",
        "practice": f"{text}{first.slug}/practice/",
        "section-with-table": f"{COURSE}readings/{table.reading.slug}/{table.slug}/",
        "bibliography": f"{text}bibliography/",
        "annotate": f"{text}annotate/{first.blocks.all()[0].key}/",
        "notes": f"{COURSE}notes/",
        "note-edit": f"{COURSE}notes/{note.pk}/",
        "glossary": f"{COURSE}glossary/",
        "glossary-nothing-found": f"{COURSE}glossary/?q=zzz",
        "term": f"{COURSE}glossary/{term.slug}/",
        "term-in-no-reading": f"{COURSE}glossary/{Term.objects.filter(occurrences=None)[0].slug}/",
    }


def quiz_pages(student: Any) -> Pages:
    Quiz.objects.update(attempts_allowed=9)
    quiz, other = Quiz.objects.published()[:2]
    done = quiz.attempts.filter(enrolment__user=student)[0]
    begun = attempt_start(quiz=other, user=student)
    closed = make_quiz(quiz.course, title="Closed", closes_at=timezone.now() - timedelta(days=1))
    return {
        "quiz": f"{COURSE}quizzes/{quiz.pk}/",
        "quiz-closed": f"{COURSE}quizzes/{closed.pk}/",
        "attempt": f"{COURSE}quizzes/{other.pk}/attempts/{begun.pk}/",
        "result": f"{COURSE}quizzes/{quiz.pk}/attempts/{done.pk}/result/",
        "own-progress": f"{COURSE}progress/",
    }


def empty_pages(course: Course) -> Pages:
    address = f"/courses/{course.slug}/"
    return {
        "empty-course": address,
        "empty-glossary": f"{address}glossary/",
        "empty-notes": f"{address}notes/",
        "empty-progress": f"{address}progress/",
    }


def test_all_pages_of_visitors_and_students(
    page: Page, site: str, walk: Walk, log_in: Callable[[str, str], None]
) -> None:
    walk(visitors_pages())
    log_in("student", "demo-student")
    note = Annotation.objects.filter(author__username="student")[0]
    empty = make_course(slug="empty", title="A course that has just begun")
    empty.enrolments.create(user=note.author)
    walk(account_pages() | reading_pages(note) | quiz_pages(note.author) | empty_pages(empty))
    walk({"not-found": f"{COURSE}readings/nowhere/", "not-found-at-all": "/nowhere/"})


def test_a_quiz_that_closes_before_one_begins_says_so(
    page: Page, site: str, look: Look, log_in: Callable[[str, str], None]
) -> None:
    Quiz.objects.update(attempts_allowed=9)
    quiz = Quiz.objects.published()[0]
    log_in("student", "demo-student")
    page.goto(f"{site}{COURSE}quizzes/{quiz.pk}/")
    Quiz.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    page.get_by_role("button", name="Start attempt").click()
    expect(page.get_by_role("alert")).to_contain_text("closed")
    look("quiz-refused")
    page.context.clear_cookies(name="csrftoken")
    page.goto(f"{site}/join/")
    page.context.clear_cookies(name="csrftoken")
    page.get_by_label("code").fill("ABCDEFGH")
    page.get_by_role("button", name="Join").click()
    look("forged")


def desk_pages() -> Pages:
    def rows(app: str, model: str) -> str:
        return f"{DESK}{app}/{model}/"

    reading, question, quiz = rows("readings", "reading"), rows("quizzes", "question"), rows("quizzes", "quiz")
    term, course, seat = rows("readings", "term"), rows("readings", "course"), rows("readings", "enrolment")
    progress, notes = rows("quizzes", "studentprogress"), rows("readings", "annotation")
    first = Course.objects.get(slug="south-caucasus").readings.all()[0]
    part = first.sections.filter(blocks__isnull=False)[0]
    left_out = Finding.objects.filter(action="dropped")[0]
    table = Block.objects.filter(kind="table")[0]
    drafts = Question.objects.drafts()
    approved = Question.objects.approved()[0]
    student = Enrolment.objects.get(user__username="student")
    published = Quiz.objects.published()[0]
    return {
        "desk": DESK,
        "desk-course": COURSE,
        "desk-quiz": f"{COURSE}quizzes/{published.pk}/",
        "desk-preview": f"{COURSE}quizzes/{published.pk}/preview/",
        "readings": reading,
        "reading-edit": f"{reading}{first.pk}/change/",
        "reading-import": f"{reading}add/",
        "reading-files": f"{reading}files/{first.course_id}/",
        "reading-preview": f"{reading}{first.pk}/preview/",
        "reading-text": f"{reading}{first.pk}/text/{part.pk}/",
        "reading-section": f"{reading}{first.pk}/section/{part.pk}/",
        "reading-block": f"{reading}{first.pk}/block/{part.blocks.all()[0].pk}/",
        "reading-repair": f"{reading}{left_out.reading_id}/repair/{left_out.position}/",
        "reading-table": f"{reading}{table.reading_id}/block/{table.pk}/",
        "reading-replace": f"{reading}{first.pk}/replace/",
        "reading-delete": f"{reading}{first.pk}/delete/",
        "reading-history": f"{reading}{first.pk}/history/",
        "questions": question,
        "questions-none": f"{question}?q=zzz",
        **{f"review-{kind}": f"{question}{row.pk}/change/" for kind, row in one_of_each_kind().items()},
        **{f"review-edit-{kind}": f"{question}{row.pk}/change/?edit=1" for kind, row in one_of_each_kind().items()},
        "review-draft": f"{question}{drafts[0].pk}/change/",
        "review-approved": f"{question}{approved.pk}/change/",
        "generate": f"{question}generate/",
        "question-write": f"{question}write/",
        "quizzes": quiz,
        "quiz-edit": f"{quiz}{published.pk}/change/",
        "quiz-add": f"{quiz}add/",
        "quiz-assemble": f"{quiz}assemble/",
        "class": f"{progress}?course=south-caucasus",
        "class-needs-help": f"{progress}?course=south-caucasus&needs=help",
        "class-nobody-found": f"{progress}?course=south-caucasus&q=zzz",
        "class-empty": f"{progress}?course=empty",
        "one-student": f"{progress}{student.pk}/change/",
        "terms": term,
        "term-edit": f"{term}{Term.objects.filter(aliases__isnull=False)[0].pk}/change/",
        "term-add": f"{term}add/",
        "courses": course,
        "course-edit": f"{course}{first.course_id}/change/",
        "enrolments": seat,
        "enrolment-edit": f"{seat}{student.pk}/change/",
        "enrolment-add": f"{seat}add/",
        "annotations": notes,
        "annotation": f"{notes}{Annotation.objects.filter(visibility='class')[0].pk}/change/",
        "not-allowed": f"{question}{approved.pk}/delete/",
        "not-found-at-the-desk": f"{DESK}nowhere/",
    }


def one_of_each_kind() -> dict[str, Question]:
    return {question.kind: question for question in Question.objects.order_by("-pk")}


def test_all_pages_of_the_desk(page: Page, site: str, walk: Walk, log_in: Callable[[str, str], None]) -> None:
    empty = make_course(slug="empty", title="A course that has just begun")
    empty.enrolments.create(
        user=Course.objects.get(slug="south-caucasus").enrolments.get(role="instructor").user, role="instructor"
    )
    log_in("instructor", "demo-instructor")
    walk(desk_pages())


def test_a_desk_with_nothing_on_it(page: Page, site: str, walk: Walk, log_in: Callable[[str, str], None]) -> None:
    make_member("ines", make_course(slug="empty", title="A course that has just begun"), role="instructor")
    log_in("ines", "correct horse battery")
    lists = ("quizzes/question", "quizzes/quiz", "quizzes/studentprogress", "readings/reading", "readings/term")
    walk({"empty-desk": DESK, **{f"empty-{name.split('/')[1]}s": f"{DESK}{name}/" for name in lists}})
