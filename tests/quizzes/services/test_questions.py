"""Review of questions: who may become what, and what an edit leaves alone."""

from __future__ import annotations

import pytest

from quizzes.models import Question
from quizzes.services.attempts import attempt_start
from quizzes.services.errors import QuestionInvalid, QuestionNotChangeable
from quizzes.services.questions import question_approve, question_edit, question_reject, question_retire
from tests.factories import make_question, make_quiz

OPTIONS = [
    {"text": "In 1902", "correct": True, "why": "So the town archive says."},
    {"text": "In 1911", "correct": False},
    {"text": "In 1924", "correct": False},
]


def test_an_approved_draft_remembers_who_reviewed_it(reading, ines):
    question = question_approve(question=make_question(reading), by=ines)
    assert (question.status, question.reviewed_by) == ("approved", ines)
    assert question.reviewed_at


def test_a_question_with_two_right_options_cannot_be_approved(reading, ines):
    question = make_question(reading)
    question.options.filter(text="1911").update(is_correct=True)
    with pytest.raises(QuestionInvalid, match="Exactly one"):
        question_approve(question=question, by=ines)
    question.refresh_from_db()
    assert question.status == "draft"


def test_a_rejection_needs_a_reason_from_the_list(reading, ines):
    question = make_question(reading)
    with pytest.raises(QuestionInvalid, match="reason"):
        question_reject(question=question, reason="because", by=ines)
    assert question_reject(question=question, reason="trivial", by=ines).reject_reason == "trivial"


def test_a_rejected_question_that_is_approved_after_all_loses_its_reason(reading, ines):
    question = question_reject(question=make_question(reading), reason="trivial", by=ines)
    assert question_approve(question=question, by=ines).reject_reason == ""


def test_an_approved_question_is_retired_not_rejected(reading, ines):
    question = question_approve(question=make_question(reading), by=ines)
    with pytest.raises(QuestionNotChangeable, match="approved"):
        question_reject(question=question, reason="trivial", by=ines)


def test_an_edited_draft_stays_the_same_row(reading, ines):
    draft = make_question(reading)
    edited = question_edit(question=draft, by=ines, fields={"stem": "When did it open?"}, options=OPTIONS)
    assert (edited.pk, edited.status, edited.version) == (draft.pk, "draft", 1)
    assert [option.text for option in edited.options.all()] == ["In 1902", "In 1911", "In 1924"]


def test_an_edit_that_breaks_the_question_changes_nothing(reading, ines):
    draft = make_question(reading)
    with pytest.raises(QuestionInvalid, match="3 to 5"):
        question_edit(question=draft, by=ines, fields={"stem": "New"}, options=OPTIONS[:1])
    draft.refresh_from_db()
    assert draft.stem.startswith("In which year")
    assert draft.options.count() == 4


def test_an_edited_approved_question_becomes_a_new_version_in_its_quizzes(course, reading, ines):
    old = make_question(reading, status="approved", generated_key="event-1")
    quiz = make_quiz(course, old)
    new = question_edit(question=old, by=ines, fields={"stem": "When did it open?"}, options=OPTIONS)
    old.refresh_from_db()
    assert (new.version, new.replaces, new.status, old.status) == (2, old, "approved", "retired")
    assert list(quiz.questions.all()) == [new]
    assert old.options.count() == 4


def test_an_attempt_keeps_the_version_it_began_with(course, reading, ines, sam):
    old = make_question(reading, status="approved")
    quiz = make_quiz(course, old)
    attempt = attempt_start(quiz=quiz, user=sam)
    question_edit(question=old, by=ines, fields={}, options=OPTIONS)
    assert [response.question for response in attempt.responses.all()] == [old]


def test_a_retired_version_cannot_be_edited_again(reading, ines):
    old = make_question(reading, status="approved")
    question_edit(question=old, by=ines, fields={}, options=OPTIONS)
    with pytest.raises(QuestionNotChangeable, match="retired"):
        question_edit(question=old, by=ines, fields={}, options=OPTIONS)


def test_a_retired_question_leaves_its_quizzes(course, reading, ines):
    question = make_question(reading, status="approved")
    quiz = make_quiz(course, question)
    assert question_retire(question=question, by=ines).status == "retired"
    assert not quiz.items.exists()


def test_the_responses_of_a_matching_question_do_not_stand_in_the_order_of_the_key(reading, ines):
    question = Question.objects.create(reading=reading, kind="matching", stem="Match the bridges and their rivers.")
    pairs = [("Tarn Bridge", "Tarn"), ("Long Bridge", "Orne"), ("Stone Bridge", "Avel"), ("", "Loue")]
    rows = [{"premise": premise, "response": response} for premise, response in pairs]
    data = question_edit(question=question, by=ines, fields={}, pairs=rows).data
    assert [entry["text"] for entry in data["responses"]] == ["Avel", "Loue", "Orne", "Tarn"]
    assert len(data["premises"]) == 3
