"""What becomes of a question when its reading is imported anew."""

from __future__ import annotations

import pytest

from quizzes.models import Question
from quizzes.services.attempts import attempt_start
from quizzes.services.errors import QuizNotOpen, QuizNotReady
from quizzes.services.evidence import questions_recheck_evidence
from quizzes.services.questions import question_approve, question_edit, questions_approve
from quizzes.services.quizzes import quiz_assemble, quiz_create_from_questions, quiz_publish
from readings.models import Block
from tests.factories import make_question, make_quiz, make_reading
from tests.quizzes.rows import make_passages

QUOTE = "The Tarn Bridge was opened in 1902."


@pytest.fixture
def question(reading):
    return make_question(reading, status="approved")


def imported_anew(reading, *texts):
    """A later revision with other paragraphs, as an import leaves it: rows whose text is gone are deleted."""
    section = reading.sections.first()
    reading.blocks.exclude(text__in=texts).delete()
    there = set(reading.blocks.values_list("text", flat=True))
    for number, text in enumerate(texts, start=10):
        if text not in there:
            Block.objects.create(
                reading=reading, section=section, key=f"n{number}", position=number, number=number, text=text
            )
    reading.revision += 1
    reading.save()


def recheck(question):
    lost = questions_recheck_evidence(questions=Question.objects.all())
    question.refresh_from_db()
    return lost


def test_a_passage_that_stands_is_left_alone(reading, question):
    imported_anew(reading, reading.blocks.first().text)
    assert recheck(question) == 0
    assert (question.is_stale, question.evidence_start, question.checked_revision) == (False, 0, 2)


def test_a_passage_in_a_changed_paragraph_is_found_again(reading, question):
    imported_anew(reading, f"It was like this. {QUOTE} Four arches.")
    assert recheck(question) == 0
    assert question.evidence_block.key == "n10"
    assert question.evidence_block.text[question.evidence_start : question.evidence_end] == QUOTE


@pytest.mark.parametrize(
    "texts", [("The Tarn Bridge was opened in 1903.",), (f"One. {QUOTE}", f"Two. {QUOTE}")], ids=["changed", "twice"]
)
def test_a_passage_that_is_not_there_or_not_only_there_makes_the_question_stale(reading, question, texts):
    imported_anew(reading, *texts)
    assert recheck(question) == 1
    assert question.is_stale
    assert question.evidence_quote == QUOTE


def test_without_a_new_revision_one_query_is_enough(question, django_assert_num_queries):
    with django_assert_num_queries(1):
        questions_recheck_evidence(questions=Question.objects.all())


def test_a_stale_question_leaves_new_attempts_but_not_begun_ones(course, reading, question, sam):
    other = make_question(reading, "And when?", status="approved", evidence_quote="", evidence_end=0)
    quiz = make_quiz(course, question, other, attempts_allowed=3)
    first = attempt_start(quiz=quiz, user=sam)
    imported_anew(reading, "Another text.")
    assert {row.question for row in attempt_start(quiz=quiz, user=sam).responses.all()} == {question, other}
    first.delete()
    assert [row.question for row in attempt_start(quiz=quiz, user=sam).responses.all()] == [other]


def test_a_quiz_of_stale_questions_only_cannot_be_begun(course, reading, question, sam):
    quiz = make_quiz(course, question)
    imported_anew(reading, "Another text.")
    with pytest.raises(QuizNotOpen, match="no questions"):
        attempt_start(quiz=quiz, user=sam)


def test_no_quiz_is_made_or_published_of_stale_questions(course, reading, question):
    quiz = make_quiz(course, question, is_published=False)
    imported_anew(reading, "Another text.")
    with pytest.raises(QuizNotReady):
        quiz_publish(quiz=quiz)
    with pytest.raises(QuizNotReady):
        quiz_assemble(reading=reading)
    question.refresh_from_db()
    with pytest.raises(QuizNotReady, match="no longer in its reading"):
        quiz_create_from_questions(course=course, title="Quiz", questions=[question])


def test_a_stale_draft_is_not_approved_with_many_others(reading, ines):
    draft = make_question(reading)
    imported_anew(reading, "Another text.")
    recheck(draft)
    assert questions_approve(questions=Question.objects.all(), by=ines) == 0


def test_approving_it_again_after_a_look_ends_it(reading, question, ines):
    imported_anew(reading, "Another text.")
    recheck(question)
    assert not question_approve(question=question, by=ines).is_stale
    assert recheck(question) == 0


def test_an_edit_with_a_passage_that_stands_ends_it_and_one_without_does_not(reading, ines):
    draft = make_question(reading)
    options = [{"text": option.text, "correct": option.is_correct} for option in draft.options.all()]
    imported_anew(reading, "The bridge of Tarn dates from 1902.")
    recheck(draft)
    assert question_edit(question=draft, by=ines, fields={"stem": "When?"}, options=options).is_stale
    block = reading.blocks.get()
    passage = {"evidence_block": block, "evidence_start": 0, "evidence_end": 10, "evidence_quote": block.text[:10]}
    assert not question_edit(question=draft, by=ines, fields=passage, options=options).is_stale


def test_a_passage_to_select_that_is_gone_makes_the_question_stale(reading):
    question = make_passages(reading)
    texts = [block.text for block in reading.blocks.all()]
    imported_anew(reading, *texts[:2], f"{texts[2]} At last.")
    assert recheck(question) == 0
    assert question.options.get(text=texts[2]).block.key == "n12"
    imported_anew(reading, *texts[:2])
    assert recheck(question) == 1


def test_a_passage_of_another_reading_of_the_course_stands_there(course, reading):
    question = make_passages(reading)
    other = make_reading(course, "other")
    words = "The ferry of Orne was sold in 1899."
    other.blocks.filter(number=1).update(text=f"{words} Nobody bought it.")
    option = question.options.get(is_correct=True)
    option.text, option.block = words, other.blocks.get(number=1)
    option.save()
    imported_anew(reading, *(block.text for block in reading.blocks.all()))
    assert recheck(question) == 0
    other.blocks.filter(number=1).update(text="Nobody bought it.")
    imported_anew(reading, *(block.text for block in reading.blocks.all()))
    assert recheck(question) == 1


def test_a_passage_that_is_shown_without_its_asides_stands_as_long_as_its_paragraph_does(course, reading):
    question = make_passages(reading)
    other = make_reading(course, "other")
    other.blocks.filter(number=1).update(
        text="In spring, as everybody knew, the ferry of Orne was sold (for 40 crowns)."
    )
    option = question.options.get(is_correct=True)
    option.text, option.block = "In spring the ferry of Orne was sold.", other.blocks.get(number=1)
    option.save()
    imported_anew(reading, *(block.text for block in reading.blocks.all()))
    assert recheck(question) == 0
    other.blocks.filter(number=1).update(text="In spring the ferry of Orne sank.")
    imported_anew(reading, *(block.text for block in reading.blocks.all()))
    assert recheck(question) == 1
