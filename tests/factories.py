"""Makes rows for tests, with just enough in them."""

from __future__ import annotations

from typing import Any

from config.accounts.models import User
from quizzes.models import Option, Question, Quiz, QuizItem
from readings.models import Block, Course, Enrolment, Note, Reading, Section


def make_user(username: str, **fields: Any) -> User:
    return User.objects.create_user(username, f"{username}@example.org", "correct horse battery", **fields)


def make_course(**fields: Any) -> Course:
    return Course.objects.create(**{"slug": "course", "title": "A course", **fields})


def make_member(username: str, course: Course, role: str = "student") -> User:
    user = make_user(username)
    Enrolment.objects.create(course=course, user=user, role=role)
    return user


def make_reading(course: Course, slug: str = "bridges", **fields: Any) -> Reading:
    reading = Reading.objects.create(
        course=course,
        slug=slug,
        **{
            "title": "Bridges of Tarn",
            "byline": "A. Writer",
            "fingerprint": "0" * 64,
            "file_name": "bridges.md",
            **fields,
        },
    )
    opening = make_section(reading, 1, "Opening the bridge", "The Tarn Bridge was opened in 1902. It has three arches.")
    make_section(
        reading, 2, "After the flood", "The flood of 1930 took one arch.", "The Bridge Board (BB) rebuilt it in 1934."
    )
    Note.objects.create(reading=reading, label="1", position=0, text="Town archive, file 7.")
    first = opening.blocks.get()
    first.marks = [{"kind": "note", "start": 35, "end": 35, "target": "1"}]
    first.save()
    return reading


def make_section(reading: Reading, position: int, title: str, *texts: str) -> Section:
    section = Section.objects.create(
        reading=reading, key=f"s{position}", slug=f"s{position}", position=position, title=title, number=str(position)
    )
    done = reading.blocks.count()
    for number, text in enumerate(texts, start=done + 1):
        Block.objects.create(
            reading=reading,
            section=section,
            key=f"b{number}",
            position=number,
            number=number,
            kind="paragraph",
            text=text,
            word_count=len(text.split()),
        )
    return section


def make_question(reading: Reading, stem: str = "In which year was the Tarn Bridge opened?", **fields: Any) -> Question:
    block = reading.blocks.first()
    question = Question.objects.create(
        reading=reading,
        **{
            "kind": "multiple_choice",
            "stem": stem,
            "pattern": "event",
            "evidence_block": block,
            "evidence_start": 0,
            "evidence_end": 35,
            "evidence_quote": block.text[:35],
            **fields,
        },
    )
    for position, (text, right) in enumerate([("1902", True), ("1911", False), ("1924", False), ("1930", False)]):
        Option.objects.create(question=question, position=position, text=text, is_correct=right)
    return question


def make_quiz(course: Course, *questions: Question, **fields: Any) -> Quiz:
    quiz = Quiz.objects.create(course=course, **{"title": "Bridges", "is_published": True, **fields})
    for position, question in enumerate(questions):
        QuizItem.objects.create(quiz=quiz, question=question, position=position)
    return quiz
