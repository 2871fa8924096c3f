"""The report on review decisions: what is counted, and what a command without eyes leaves out."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from quizzes.models import Question, ReviewDecision
from quizzes.services.questions import question_approve, question_edit, question_reject, questions_approve
from tests.factories import make_question


@pytest.fixture
def report(capsys):
    def run(**options):
        call_command("question_report", **options)
        return capsys.readouterr().out

    return run


def lines_of(text):
    return {line.split("  ")[0].strip(): line.split()[-6:] for line in text.splitlines()}


def edited(question, by):
    options = [{"text": option.text, "correct": option.is_correct} for option in question.options.all()]
    return question_edit(question=question, by=by, fields={"stem": "When?"}, options=options)


def test_the_share_accepted_as_they_were_is_shown_by_pattern(reading, ines, report):
    for _ in range(2):
        question_approve(question=make_question(reading), by=ines)
    question_approve(question=edited(make_question(reading), ines), by=ines)
    question_reject(question=make_question(reading), reason="trivial", by=ines)
    question_approve(question=make_question(reading, pattern="role"), by=ines)
    found = lines_of(report())
    assert found["event"][-6:] == ["4", "2", "1", "1", "50", "%"]
    assert found["role"][-6:] == ["1", "1", "0", "0", "100", "%"]
    assert found["all patterns"][-6:] == ["5", "3", "1", "1", "60", "%"]
    assert "1 Not worth asking" in report(course="caucasus")


def test_the_last_verdict_counts(reading, ines, report):
    question = question_reject(question=make_question(reading), reason="trivial", by=ines)
    question_approve(question=question, by=ines)
    assert lines_of(report())["event"] == ["1", "1", "0", "0", "100", "%"]


def test_a_decision_keeps_what_was_known_then(reading, ines):
    question = make_question(reading, soft_flaws=["A9"])
    question_reject(question=question, reason="style", by=ines)
    kept = ReviewDecision.objects.get()
    assert (kept.action, kept.reason, kept.pattern, kept.by) == ("reject", "style", "event", ines)
    assert kept.features["soft_flaws"] == ["A9"]
    assert kept.features["kind"] == "multiple_choice"


def test_what_a_command_approves_is_nobodys_decision(reading, ines, report):
    make_question(reading)
    questions_approve(questions=Question.objects.all(), by=None)
    assert "Nobody has decided" in report()
    make_question(reading)
    questions_approve(questions=Question.objects.all(), by=ines)
    assert lines_of(report())["event"][0] == "1"


def test_an_unknown_course_is_told(db):
    with pytest.raises(CommandError, match="no course"):
        call_command("question_report", course="nowhere")
