"""Making quizzes: approved questions of the course only, the best first, all sections."""

from __future__ import annotations

import pytest

from quizzes.services.errors import QuizNotReady
from quizzes.services.quizzes import quiz_assemble, quiz_create_from_questions, quiz_publish
from tests.factories import make_course, make_question, make_quiz, make_reading


def test_a_quiz_keeps_the_order_of_its_questions(course, reading):
    first, second = (make_question(reading, status="approved") for _ in range(2))
    quiz = quiz_create_from_questions(course=course, title="Bridges", questions=[second, first], pass_mark=70)
    assert [item.question for item in quiz.items.all()] == [second, first]
    assert (quiz.is_published, quiz.pass_mark) == (False, 70)


def test_a_draft_cannot_be_in_a_quiz(course, reading):
    with pytest.raises(QuizNotReady, match="approved"):
        quiz_create_from_questions(course=course, title="Bridges", questions=[make_question(reading)])


def test_a_question_of_another_course_cannot_be_in_a_quiz(course):
    other = make_reading(make_course(slug="elsewhere"))
    with pytest.raises(QuizNotReady, match="own course"):
        quiz_create_from_questions(course=course, title="B", questions=[make_question(other, status="approved")])


def test_an_assembled_quiz_takes_one_question_from_each_section_before_a_second(reading):
    opening, flood = reading.blocks.get(number=1), reading.blocks.get(number=2)
    make_question(reading, status="approved", evidence_block=opening, score=0.9, stem="best")
    make_question(reading, status="approved", evidence_block=opening, score=0.8, stem="second best")
    make_question(reading, status="approved", evidence_block=flood, score=0.1, stem="other section")
    quiz = quiz_assemble(reading=reading, count=2)
    assert [question.stem for question in quiz.questions.order_by("quiz_items__position")] == ["best", "other section"]
    assert (quiz.reading, quiz.title) == (reading, reading.title)


def test_a_reading_without_approved_questions_gives_no_quiz(reading):
    make_question(reading)
    with pytest.raises(QuizNotReady, match="Review its drafts"):
        quiz_assemble(reading=reading)


def test_an_empty_quiz_cannot_be_published(course, reading):
    with pytest.raises(QuizNotReady, match="at least one approved question"):
        quiz_publish(quiz=make_quiz(course, make_question(reading), is_published=False))


def test_publishing_twice_changes_nothing(course, reading):
    quiz = make_quiz(course, make_question(reading, status="approved"), is_published=False)
    assert quiz_publish(quiz=quiz).is_published
    assert quiz_publish(quiz=quiz).is_published
