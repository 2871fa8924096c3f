"""Another distractor: those that generation kept for the question first, then those of other questions, five at a time."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from quizzes.models import Option, Question
from tests.factories import make_question, make_reading, make_section
from tests.quizzes.rows import make_passages

KEPT = [{"text": str(year), "why": f"The text dates the {year} fair so."} for year in range(1940, 1947)]


@pytest.fixture
def desk(client, ines):
    client.force_login(ines)
    return client


@pytest.fixture
def question(reading):
    return make_question(reading, extra={"alternatives": KEPT})


def screen(question, **query):
    return reverse("admin:quizzes_question_change", args=[question.pk], query=query)


def form_of(question, **changes):
    """What the form sends as it stands."""
    data = {
        "decision": "edit",
        "wording-stem": question.stem,
        "wording-level": question.level,
        "passage-paragraph": str(question.evidence_block.number),
        "passage-quote": question.evidence_quote,
    }
    for number, option in enumerate(question.options.all()):
        data |= {f"option{number}-text": option.text, f"option{number}-why": option.why}
        if option.is_correct:
            data["right"] = str(number)
    return {**data, **changes}


def offered(page):
    return re.findall(r'name="take" value="([^"]*)"[^>]*>([^<]*)<', page)


def other_year(reading):
    other = make_question(reading, stem="In which year was the toll house opened?")
    other.options.filter(is_correct=True).update(text="1899")


def test_those_kept_with_the_question_come_first_and_the_others_after_them(desk, question, reading):
    other_year(reading)
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert offered(page) == [(f"1:kept{n}", str(1940 + n)) for n in range(5)]
    page = desk.post(screen(question), form_of(question, another="1:5")).content.decode()
    assert [text for _, text in offered(page)] == ["1945", "1946", "1899"]


def test_the_button_goes_on_to_the_next_five_and_then_begins_anew(desk, question):
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert page.count('name="another" value="1:5"') == 2
    page = desk.post(screen(question), form_of(question, another="1:5")).content.decode()
    assert page.count('name="another" value="1:0"') == 1
    assert "The next five" not in page


def test_five_that_are_all_are_not_followed_by_an_empty_five(desk, reading):
    question = make_question(reading, extra={"alternatives": KEPT[:5]})
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert len(offered(page)) == 5
    assert "The next five" not in page


def test_the_one_that_is_taken_stands_among_the_options_with_its_reason_and_is_offered_no_more(desk, question):
    page = desk.post(screen(question), form_of(question, take="3:kept1")).content.decode()
    assert 'name="option3-text" value="1941"' in page
    assert 'name="option3-why" value="The text dates the 1941 fair so."' in page
    assert 'value="3:0" autofocus' in page
    desk.post(screen(question), form_of(question, **{"option3-text": "1941", "option3-why": KEPT[1]["why"]}))
    assert [option.text for option in question.options.all()] == ["1902", "1911", "1924", "1941"]
    question.refresh_from_db()
    assert question.extra == {"alternatives": KEPT}
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert "1941" not in [text for _, text in offered(page)]


def test_dates_and_numbers_stay_in_their_order_and_the_right_one_stays_right(desk, reading):
    question = make_question(reading, extra={"alternatives": [{"text": "1899", "why": ""}]})
    data = form_of(question, take="2:kept0")
    page = desk.post(screen(question), data).content.decode()
    assert re.findall(r'name="option\d-text" value="(\d+)"', page) == ["1899", "1902", "1911", "1930"]
    assert re.search(r'name="right" value="1" checked', page)
    assert "out of order" not in page


def test_names_stay_where_they_are(desk, reading):
    question = make_question(reading, extra={"alternatives": [{"text": "Ada", "why": "She sold it."}]})
    for option, text in zip(question.options.all(), ("Pim", "Zoe", "Bo", "Cy"), strict=True):
        Option.objects.filter(pk=option.pk).update(text=text)
    page = desk.post(screen(question), form_of(question, take="1:kept0")).content.decode()
    assert re.findall(r'name="option\d-text" value="(\w+)"', page) == ["Pim", "Ada", "Bo", "Cy"]


def test_one_that_no_longer_fits_is_not_offered(desk, question):
    data = form_of(question, another="1:0", **{"option3-text": "1943"})
    texts = [text for _, text in offered(desk.post(screen(question), data).content.decode())]
    assert texts == ["1940", "1941", "1942", "1944", "1945"]
    data = form_of(question, another="1:0", **{"wording-stem": "What happened in 1944, as the text tells it?"})
    assert desk.post(screen(question), data).status_code == 200


def test_the_review_screen_leads_to_them_without_a_form(desk, question):
    page = desk.get(screen(question)).content.decode()
    assert page.count("edit=1&amp;another=") == 3
    assert "edit=1&amp;another=0:0" not in page
    page = desk.get(screen(question, edit=1, another="3:0")).content.decode()
    assert offered(page)[0] == ("3:kept0", "1940")
    assert re.search(r'value="3:kept0" autofocus', page)


@pytest.mark.parametrize("value", ["9:0", "x", "1:x", "", "kept0"])
def test_nonsense_in_the_address_does_no_harm(desk, question, value):
    assert desk.get(screen(question, edit=1, another=value)).status_code == 200
    assert desk.post(screen(question), form_of(question, take=f"1:{value}")).status_code == 200


def test_none_can_be_taken_from_the_store_of_another_question(desk, question, reading):
    bare = make_question(reading, stem="In which year was the mill opened?")
    page = desk.post(screen(bare), form_of(bare, take="1:kept0")).content.decode()
    assert "1940" not in page


def test_questions_of_ones_own_and_of_other_kinds_have_none(desk, reading):
    own = make_question(reading, pattern="", extra={"alternatives": KEPT})
    assert "Another distractor" not in desk.get(screen(own)).content.decode()
    assert offered(desk.get(screen(own, edit=1, another="1:0")).content.decode()) == []


@pytest.fixture
def elsewhere(course):
    """A paragraph of another reading of the course."""
    other = make_reading(course, "other", title="Ferries of Orne")
    section = make_section(other, 3, "The ferry", "In spring, as everybody knew, the ferry was sold to a baker.")
    section.blocks.update(key="elsewhere")
    return section.blocks.get()


def passages(reading, block, **fields):
    """A question that offers a passage of that paragraph, shortened, and has another one in store."""
    question = make_passages(reading, **fields)
    question.options.filter(position=2).update(text="In spring the ferry was sold.", block=block)
    question.extra = {"alternatives": [{"text": "The ferry was sold to a baker.", "why": "It is from elsewhere.",
                                        "block": block.key}]}  # fmt: skip
    question.save()
    return question


def test_a_passage_of_another_reading_is_offered_taken_and_saved_with_its_paragraph(desk, reading, elsewhere):
    question = passages(reading, elsewhere, status="draft")
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert offered(page) == [("1:kept0", "The ferry was sold to a baker.")]
    taken = {"option1-text": "The ferry was sold to a baker.", "option1-why": "It is from elsewhere."}
    assert desk.post(screen(question), form_of(question, **taken)).status_code == 302
    first, second, third = Option.objects.filter(question=question)
    assert (second.text, second.block) == ("The ferry was sold to a baker.", elsewhere)
    assert (third.text, third.block) == ("In spring the ferry was sold.", elsewhere)
    assert first.block.reading == reading


def test_a_passage_of_another_reading_leads_there(desk, reading, elsewhere):
    page = desk.get(screen(passages(reading, elsewhere))).content.decode()
    assert "/readings/other/s3/#elsewhere" in page
    assert f"Paragraph {elsewhere.number} of Ferries of Orne" in page


def test_of_whose_a_view_is_only_what_was_checked_is_offered(desk, reading):
    other_year(reading)
    Question.objects.update(pattern="sources")
    question = make_question(reading, pattern="sources", extra={"alternatives": KEPT[:1]})
    page = desk.post(screen(question), form_of(question, another="1:0")).content.decode()
    assert [text for _, text in offered(page)] == ["1940"]


def test_a_long_text_is_written_in_several_lines_and_saved_in_one(desk, reading):
    question = make_passages(reading, status="draft")
    assert 'name="option0-text"' in desk.get(screen(question, edit=1)).content.decode()
    assert '<textarea name="option0-text"' in desk.get(screen(question, edit=1)).content.decode()
    broken = question.options.first().text.replace(" ", " \r\n ", 1)
    assert desk.post(screen(question), form_of(question, **{"option0-text": broken})).status_code == 302
    assert "\n" not in question.options.first().text
