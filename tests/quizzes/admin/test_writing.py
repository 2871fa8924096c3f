"""Editing with live checks, other distractors, similar questions, passages that are gone, and questions of one's own."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quizzes.models import Option, Question
from quizzes.selectors.similar import similar_questions
from tests.factories import make_course, make_question, make_reading
from tests.quizzes.rows import make_numeric, make_passages, make_typed

LIST = "admin:quizzes_question_changelist"


@pytest.fixture
def desk(client, ines):
    client.force_login(ines)
    return client


def screen(question, **query):
    return reverse("admin:quizzes_question_change", args=[question.pk], query=query)


def check(question):
    return reverse("admin:quizzes_question_check", args=[question.pk])


def form_of(question, **changes):
    """What the form of a multiple-choice question sends."""
    data = {
        "decision": "edit",
        "wording-stem": question.stem,
        "wording-level": "remember",
        "right": "0",
        "passage-paragraph": "1",
        "passage-quote": "The Tarn Bridge was opened in 1902.",
    }
    for number, text in enumerate(("1902", "1911", "1924", "1930", "")):
        data |= {f"option{number}-text": text, f"option{number}-why": ""}
    return {**data, **changes}


def test_flaws_are_told_before_anything_is_saved(desk, reading):
    question = make_question(reading, pattern="")
    page = desk.post(check(question), form_of(question)).content.decode()
    assert "<form" not in page
    assert "No flaw found." in page
    page = desk.post(check(question), form_of(question, **{"option1-text": "1902 "})).content.decode()
    assert "“1902” twice" in page
    page = desk.post(check(question), form_of(question, **{"option1-text": "All of the above"})).content.decode()
    assert "all or none of the above" in page
    assert "serious" in page
    page = desk.post(check(question), form_of(question, **{"wording-stem": ""})).content.decode()
    assert "Fill in what is marked" in page
    assert [option.text for option in question.options.all()] == ["1902", "1911", "1924", "1930"]


def test_the_button_check_shows_the_flaws_and_keeps_what_was_typed(desk, reading):
    question = make_question(reading)
    data = form_of(question, **{"option1-text": "All of the above", "check": "1"})
    page = desk.post(screen(question), data).content.decode()
    assert "all or none of the above" in page
    assert 'value="All of the above"' in page
    assert not question.options.filter(text="All of the above").exists()


def test_saving_stores_the_flaws_that_are_left(desk, reading):
    question = make_question(reading, soft_flaws=["B5"])
    desk.post(screen(question), form_of(question, **{"option1-text": "All of the above"}))
    question.refresh_from_db()
    assert "A3" in question.soft_flaws
    assert "B5" not in question.soft_flaws


@pytest.mark.parametrize(
    ("paragraph", "quote", "said"),
    [
        ("9", "The Tarn Bridge", "paragraphs 1 to 3"),
        ("2", "The Tarn Bridge was opened", "Paragraph 2 does not say this"),
        ("", "The flood", "Give the number"),
    ],
)
def test_a_passage_must_be_in_the_reading(desk, reading, paragraph, quote, said):
    question = make_question(reading)
    data = form_of(question, **{"passage-paragraph": paragraph, "passage-quote": quote})
    assert said in desk.post(screen(question), data).content.decode()


def test_another_passage_can_be_given_with_broken_lines(desk, reading):
    question = make_question(reading)
    data = form_of(question, **{"passage-paragraph": "2", "passage-quote": "flood of\n  1930"})
    assert desk.post(screen(question), data).status_code == 302
    question.refresh_from_db()
    assert question.evidence_quote == "flood of 1930"
    block = question.evidence_block
    assert (block.number, block.text[question.evidence_start : question.evidence_end]) == (2, "flood of 1930")


def others(reading, count):
    for number in range(count):
        other = make_question(reading, stem=f"In which year was bridge {number} opened?")
        other.options.all().delete()
        for place, year in enumerate((1850 + number, 1800 + number)):
            Option.objects.create(question=other, position=place, text=str(year), is_correct=not place)


def test_five_other_distractors_are_offered_and_then_the_next(desk, reading):
    question = make_question(reading)
    others(reading, 4)
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert page.count('name="take"') == 5
    assert ">1850<" in page
    assert 'value="1:5">The next five' in page
    page = desk.post(screen(question), form_of(question, another="1:5")).content.decode()
    assert page.count('name="take"') == 3
    assert "The next five" not in page


def test_none_is_offered_that_stands_in_the_passage_or_in_another_course(desk, reading):
    question = make_question(reading, evidence_quote=reading.blocks.first().text, evidence_end=56)
    make_question(reading).options.update(text="three")
    stranger = make_question(make_reading(make_course(slug="strangers"), "elsewhere"))
    stranger.options.update(text="1855")
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert "no other question of this pattern" in page
    option = stranger.options.first()
    page = desk.post(screen(question), form_of(question, take=f"1:{option.pk}")).content.decode()
    assert "1855" not in page


def test_a_distractor_that_is_taken_stands_in_the_form_with_its_reason(desk, reading):
    question = make_question(reading)
    others(reading, 1)
    option = Option.objects.get(text="1850")
    page = desk.post(screen(question), form_of(question, take=f"1:{option.pk}")).content.decode()
    assert 'value="1850"' in page
    assert "This is the answer to another question: In which year was bridge 0 opened?" in page
    assert not question.options.filter(text="1850").exists()


@pytest.mark.parametrize("value", ["9:0", "x", "1:x", ""])
def test_nonsense_in_the_buttons_does_no_harm(desk, reading, value):
    question = make_question(reading)
    assert desk.post(screen(question), form_of(question, another=value)).status_code == 200
    assert desk.post(screen(question), form_of(question, take=value)).status_code == 200


def test_similar_questions_stand_beside_it(desk, reading):
    question = make_question(reading)
    make_question(reading, stem="In what year was the Tarn Bridge opened?")
    make_question(reading, stem="Which commission rebuilt what the flood had taken?")
    page = desk.get(screen(question)).content.decode()
    assert "Questions that ask much the same" in page
    assert "In what year was the Tarn Bridge opened?" in page
    assert "same answer: 1902" in page
    assert "Which commission" not in page


def test_a_question_whose_passage_is_gone_says_so_and_can_be_kept(desk, reading):
    question = make_question(reading, status="approved")
    reading.blocks.filter(number=1).update(text="A new text.")
    reading.revision = 2
    reading.save()
    assert "the passage is gone from the reading" in desk.get(reverse(LIST)).content.decode()
    assert desk.get(reverse(LIST), {"passage": "gone"}).context["cl"].result_count == 1
    assert "question lost its passage" in desk.get(reverse("admin:index")).content.decode()
    page = desk.get(screen(question)).content.decode()
    assert "Its passage is gone from the reading." in page
    assert "Keep it as it is" in page
    desk.post(screen(question), {"decision": "approve"})
    question.refresh_from_db()
    assert not question.is_stale


@pytest.mark.parametrize("maker", [make_typed, make_numeric, make_passages])
def test_each_kind_can_be_looked_at_and_opened_for_editing(desk, reading, maker):
    question = maker(reading, status="draft")
    assert question.key in desk.get(screen(question)).content.decode()
    assert "The passage that decides it" in desk.get(screen(question, edit=1)).content.decode()


def write(kind, reading):
    return reverse("admin:quizzes_question_write", query={"kind": kind, "reading": reading.pk})


def rows(*texts):
    return {f"option{number}-{name}": value for number, text in enumerate(texts)
            for name, value in (("text", text), ("why", ""))}  # fmt: skip


WORDING = {"wording-stem": "Who rebuilt the arch?", "wording-level": "understand", "passage-paragraph": "3",
           "passage-quote": "The Bridge Board (BB) rebuilt it in 1934."}  # fmt: skip
PAIRS = {f"pair{n}-{name}": f"{name} {n}" if n < 4 and (n < 3 or name == "response") else ""
         for n in range(6) for name in ("premise", "response", "why")}  # fmt: skip
FILLED = {
    "multiple_choice": {**rows("Board", "Mayor", "Army"), "right": "0"},
    "ordering": rows("First", "Second", "Third"),
    "typed": rows("Bridge Board", "BB"),
    "numeric": {"number-value": "3.5", "number-tolerance": "", "number-unit": "km"},
    "select_passage": {**rows("It has three arches.", "The flood of 1930 took one arch.", "rebuilt it in 1934"),
                       "right": "2"},
    "matching": PAIRS,
}  # fmt: skip


@pytest.mark.parametrize("kind", FILLED)
def test_a_question_of_each_kind_can_be_written(desk, reading, kind):
    page = desk.get(write(kind, reading)).content.decode()
    assert "The passage that decides it" in page
    reply = desk.post(write(kind, reading), {**WORDING, **FILLED[kind]})
    question = Question.objects.get()
    assert reply["location"] == screen(question)
    assert (question.status, question.pattern, question.kind) == ("draft", "", kind)
    assert question.evidence_block.number == 3
    assert desk.post(screen(question), {"decision": "approve"})["location"] == reverse(LIST)


def test_ones_own_question_is_checked_as_it_is_written(desk, reading):
    url = reverse("admin:quizzes_question_write_check", query={"kind": "typed", "reading": reading.pk})
    assert "at least one accepted answer" in desk.post(url, WORDING | rows("")).content.decode()
    assert "No flaw found." in desk.post(url, WORDING | rows("Bridge Board")).content.decode()


def test_what_cannot_be_asked_is_not_stored(desk, reading):
    page = desk.post(write("multiple_choice", reading), WORDING | rows("One", "Two")).content.decode()
    assert "Give 3 to 5 options; there are 2." in page
    assert not Question.objects.exists()


def test_a_passage_to_select_must_be_one(desk, reading):
    data = WORDING | FILLED["select_passage"] | {"option0-text": "It has nine arches."}
    assert "word for word" in desk.post(write("select_passage", reading), data).content.decode()


def test_reading_and_kind_are_chosen_first_and_only_ones_own_reading(desk, reading):
    page = desk.get(reverse("admin:quizzes_question_write")).content.decode()
    assert "Select the passage" in page
    stranger = make_reading(make_course(slug="strangers"), "elsewhere")
    assert "elsewhere" not in page
    assert "Select a valid choice" in desk.get(write("typed", stranger)).content.decode()
    url = reverse("admin:quizzes_question_write_check", query={"kind": "typed", "reading": stranger.pk})
    assert desk.post(url, WORDING).status_code == 404


def test_a_stranger_gets_no_check(client, olga, reading):
    client.force_login(olga)
    assert client.post(check(make_question(reading)), {}).status_code == 404


def test_two_orders_of_other_entries_are_not_similar(reading):
    one, other, twin = (
        Question.objects.create(reading=reading, kind="ordering", stem="Put into order.") for _ in range(3)
    )
    for place, text in enumerate(("The ferry was sold to the council", "The mill burnt to its walls", "The toll fell")):
        for question in (one, twin):
            Option.objects.create(question=question, position=place, text=text)
        Option.objects.create(question=other, position=place, text=f"Quite another event took place in {1900 + place}")
    assert [entry.question for entry in similar_questions(one)] == [twin]


def test_a_like_stem_with_another_answer_is_another_question(reading):
    question = make_question(reading)
    other = make_question(reading, stem="In which year was the Orne Bridge opened?")
    other.options.filter(is_correct=True).update(text="It was never opened at all")
    assert similar_questions(question) == []
