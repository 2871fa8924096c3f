"""Question review on the desk: decide, edit, go on, approve many, generate."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quizzes.models import Pair, Question
from tests.factories import make_course, make_question, make_reading

LIST = "admin:quizzes_question_changelist"


@pytest.fixture
def desk(client, ines):
    client.force_login(ines)
    return client


@pytest.fixture
def drafts(reading):
    return [make_question(reading, stem=f"Question {number}?", score=-number) for number in (1, 2, 3)]


def screen(question, **query):
    return reverse("admin:quizzes_question_change", args=[question.pk], query=query)


def options_form(question, **changes):
    data = {"decision": "edit", "wording-stem": question.stem, "wording-level": "remember", "right": "0"}
    for number, text in enumerate(("1902", "1911", "1924", "", "")):
        data |= {f"option{number}-text": text, f"option{number}-why": "Because." if text else ""}
    return {**data, **changes}


def test_the_screen_shows_the_passage_in_its_paragraph_and_the_next_one(desk, drafts):
    page = desk.get(screen(drafts[0])).content.decode()
    assert "<mark>The Tarn Bridge was opened in 1902.</mark> It has three arches." in page
    assert "The flood of 1930 took one arch." in page
    assert "1 Opening the bridge" in page
    assert "3 questions to decide in this list" in page


def test_a_passage_that_is_a_table_is_shown_as_one(desk, drafts):
    block = drafts[0].evidence_block
    block.kind, block.table = "table", {"header": ["Year", "Tolls"], "rows": [["1902", "41"], ["1903", "<b>52</b>"]]}
    block.save(update_fields=["kind", "table"])

    page = desk.get(screen(drafts[0])).content.decode()

    assert '<th scope="col">Tolls</th>' in page
    assert "<td>&lt;b&gt;52&lt;/b&gt;</td>" in page
    assert "<blockquote>" not in page


def test_approving_goes_on_to_the_next_draft(desk, drafts):
    reply = desk.post(screen(drafts[0]), {"decision": "approve"})
    assert reply["location"] == screen(drafts[1])
    drafts[0].refresh_from_db()
    assert drafts[0].status == "approved"


def test_after_the_last_draft_the_list_comes_back(desk, reading):
    question = make_question(reading)
    assert desk.post(screen(question), {"decision": "approve"})["location"] == reverse(LIST)


def test_next_stays_within_the_filtered_list(desk, course, drafts):
    other = make_question(make_reading(course, "other"), score=9)
    filters = {"_changelist_filters": f"reading={other.reading_id}"}
    page = desk.get(screen(drafts[0], **filters)).content.decode()
    assert "1 question to decide in this list" in page
    assert f"/{other.pk}/change/" in page


@pytest.mark.parametrize("filters", ["nonsense=1", "reading=x", "p=99", "%%%", "status__exact=draft&o=1.-2"])
def test_filters_that_make_no_sense_do_no_harm(desk, drafts, filters):
    assert (
        "3 questions to decide in this list"
        in desk.get(screen(drafts[0], _changelist_filters=filters)).content.decode()
    )


def test_a_rejection_without_reason_is_told(desk, drafts):
    reply = desk.post(screen(drafts[0]), {"decision": "reject", "reason": ""})
    assert "Choose a reason" in reply.content.decode()
    assert desk.post(screen(drafts[0]), {"decision": "reject", "reason": "trivial"}).status_code == 302
    drafts[0].refresh_from_db()
    assert drafts[0].reject_reason == "trivial"


def test_an_edit_is_checked_and_stays_on_the_question(desk, drafts):
    reply = desk.post(screen(drafts[0]), options_form(drafts[0], **{"wording-stem": "When did the bridge open?"}))
    assert reply["location"] == screen(drafts[0])
    drafts[0].refresh_from_db()
    assert drafts[0].stem == "When did the bridge open?"
    assert [option.text for option in drafts[0].options.all()] == ["1902", "1911", "1924"]


def test_an_edit_that_cannot_be_asked_shows_why_and_keeps_what_was_typed(desk, drafts):
    data = options_form(drafts[0], **{"wording-stem": "Typed", "option1-text": "", "option2-text": ""})
    page = desk.post(screen(drafts[0]), data).content.decode()
    assert "Give 3 to 5 options; there are 1." in page
    assert "Typed" in page
    drafts[0].refresh_from_db()
    assert drafts[0].stem == "Question 1?"


def test_an_edit_without_a_stem_is_a_form_error(desk, drafts):
    page = desk.post(screen(drafts[0]), options_form(drafts[0], **{"wording-stem": ""})).content.decode()
    assert "This field is required." in page


def test_editing_an_approved_question_leads_to_its_next_version(desk, reading):
    old = make_question(reading, status="approved")
    reply = desk.post(screen(old), options_form(old))
    assert reply["location"] == screen(Question.objects.get(version=2))


def test_pairs_can_be_edited(desk, reading):
    question = Question.objects.create(reading=reading, kind="matching", stem="Match.")
    for premise, response in [("A", "a"), ("B", "b"), ("C", "c"), ("", "d")]:
        Pair.objects.create(question=question, premise=premise, response=response)
    assert "Premise 1" in desk.get(screen(question, edit=1)).content.decode()
    data = {"decision": "edit", "wording-stem": "Match them.", "wording-level": "apply"}
    for number, (premise, response) in enumerate([("A", "a"), ("B", "b"), ("C", "z"), ("", "d"), ("", ""), ("", "")]):
        data |= {f"pair{number}-premise": premise, f"pair{number}-response": response}
    assert desk.post(screen(question), data).status_code == 302
    assert [pair.response for pair in question.pairs.all()] == ["a", "b", "z", "d"]


def test_an_approved_question_can_be_retired(desk, reading):
    question = make_question(reading, status="approved")
    assert "Retire" in desk.get(screen(question)).content.decode()
    desk.post(screen(question), {"decision": "retire"})
    question.refresh_from_db()
    assert question.status == "retired"


def test_approving_many_leaves_those_with_flaws(desk, drafts):
    Question.objects.filter(pk=drafts[1].pk).update(soft_flaws=["long key"])
    data = {"action": "approve_selected", "_selected_action": [question.pk for question in drafts]}
    page = desk.post(reverse(LIST), data, follow=True).content.decode()
    assert "Approved: 2." in page
    assert "Left as they were: 1." in page
    assert Question.objects.approved().count() == 2


def test_selected_approved_questions_make_a_quiz(desk, reading, drafts):
    approved = [make_question(reading, status="approved") for _ in range(2)]
    data = {"action": "quiz_from_selected", "_selected_action": [question.pk for question in approved]}
    assert "/quizzes/quiz/" in desk.post(reverse(LIST), data)["location"]
    data["_selected_action"] = [drafts[0].pk]
    assert "approved questions only" in desk.post(reverse(LIST), data, follow=True).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"flaw": "long key"}, 1),
        ({"flaw": "none"}, 2),
        ({"pattern": "event"}, 3),
        ({"level": "apply"}, 0),
        ({"status__exact": "draft"}, 3),
        ({"course": "caucasus"}, 3),
        ({"q": "2?"}, 1),
    ],
)
def test_the_list_can_be_filtered(desk, drafts, query, found):
    Question.objects.filter(pk=drafts[1].pk).update(soft_flaws=["long key"])
    assert desk.get(reverse(LIST), query).context["cl"].result_count == found


def test_generating_says_what_was_made_and_why_not_more(desk, reading):
    data = {"reading": reading.pk, "count": 12, "seed": 1}
    page = desk.post(reverse("admin:quizzes_question_generate"), data).content.decode()
    assert "on “Bridges of Tarn”" in page
    assert "Why not more" in page


def test_the_readings_of_a_course_can_be_compared(desk, reading):
    data = {"course": reading.course.pk, "count": 12, "seed": 1}
    page = desk.post(reverse("admin:quizzes_question_generate"), data).content.decode()
    assert f"on “{reading.course}”" in page


@pytest.mark.parametrize("both", [True, False])
def test_generating_asks_for_a_reading_or_a_course(desk, reading, both):
    data = {"count": 12, "seed": 1, **({"reading": reading.pk, "course": reading.course.pk} if both else {})}
    page = desk.post(reverse("admin:quizzes_question_generate"), data).content.decode()
    assert "one of the two" in page
    assert not Question.objects.exists()


def test_a_course_of_others_is_not_compared(desk):
    data = {"course": make_course(slug="elsewhere").pk, "count": 12, "seed": 1}
    page = desk.post(reverse("admin:quizzes_question_generate"), data).content.decode()
    assert "Select a valid choice" in page


@pytest.mark.parametrize("size", [3, 30])
def test_the_list_needs_the_same_queries_whatever_its_length(desk, reading, size, django_assert_max_num_queries):
    for number in range(size):
        make_question(reading, stem=f"{number}?")
    with django_assert_max_num_queries(16):
        desk.get(reverse(LIST))


def test_the_screen_needs_few_queries(desk, drafts, django_assert_max_num_queries):
    with django_assert_max_num_queries(24):
        desk.get(screen(drafts[0]))


def test_what_a_matching_question_has_to_spare_stands_apart_from_its_pairs(desk, reading):
    question = Question.objects.create(reading=reading, kind="matching", stem="Match every view with its author.")
    for place, (premise, response, why) in enumerate(
        (
            ("Tolls are dear", "Okafor", "It is from the text by Okafor."),
            ("Tolls are cheap", "Dahl", ""),
            ("", "Ortega", ""),
        )
    ):
        Pair.objects.create(question=question, position=place, premise=premise, response=response, why=why)
    page = desk.get(reverse("admin:quizzes_question_change", args=[question.pk])).content.decode()
    assert "Also offered: Ortega<" in page
    assert "It is from the text by Okafor." in page
