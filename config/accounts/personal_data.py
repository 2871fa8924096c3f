"""Everything the site keeps about a person, as plain data: the answer to "what do you know about me?"."""

from __future__ import annotations

from typing import Any

from config.accounts.models import User
from quizzes.models import Attempt
from readings.models import Annotation, Enrolment

Data = dict[str, Any]


def personal_data(user: User) -> Data:
    return {
        "profile": profile(user),
        "email_addresses": list(user.emailaddress_set.values("email", "verified", "primary")),
        "enrolments": [enrolment_data(enrolment) for enrolment in enrolments(user)],
        "annotations": [annotation_data(annotation) for annotation in annotations(user)],
        "faults_reported": list(
            user.faults.values("reading__slug", "passage", "text", "state", "answer", "created_at")
        ),
        "files_uploaded": list(user.uploads.values("course__slug", "file_name", "size", "state", "created_at")),
        "attempts": [attempt_data(attempt) for attempt in attempts(user)],
        "actions_at_the_desk": list(user.logentry_set.values("action_time", "object_repr", "change_message")),
        "api_clients": list(user.oauth2_provider_application.values("name", "client_id", "created")),
    }


def profile(user: User) -> Data:
    return {
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "email": user.email,
        "joined": user.date_joined,
        "last_log_in": user.last_login,
    }


def enrolments(user: User) -> Any:
    related = ("blocks_read__block__reading", "positions__reading", "positions__block")
    return Enrolment.objects.filter(user=user).select_related("course").prefetch_related(*related)


def enrolment_data(enrolment: Enrolment) -> Data:
    return {
        "course": enrolment.course.slug,
        "role": enrolment.role,
        "active": enrolment.is_active,
        "joined": enrolment.joined_at,
        "paragraphs_read": [
            {"reading": read.block.reading.slug, "paragraph": read.block.number, "at": read.read_at}
            for read in enrolment.blocks_read.all()
        ],
        "places_to_resume": [
            {"reading": place.reading.slug, "paragraph": place.block.number, "at": place.updated_at}
            for place in enrolment.positions.all()
        ],
    }


def annotations(user: User) -> Any:
    return Annotation.objects.filter(author=user).select_related("reading__course", "block")


def annotation_data(annotation: Annotation) -> Data:
    return {
        "course": annotation.reading.course.slug,
        "reading": annotation.reading.slug,
        "paragraph": annotation.block.number if annotation.block else None,
        "quote": annotation.quote,
        "comment": annotation.comment,
        "colour": annotation.colour,
        "visibility": annotation.visibility,
        "state": annotation.state,
        "created": annotation.created_at,
        "changed": annotation.updated_at,
    }


def attempts(user: User) -> Any:
    own = Attempt.objects.filter(enrolment__user=user).select_related("quiz__course")
    return own.prefetch_related("responses__question")


def attempt_data(attempt: Attempt) -> Data:
    return {
        "course": attempt.quiz.course.slug,
        "quiz": attempt.quiz.title,
        "number": attempt.number,
        "started": attempt.started_at,
        "submitted": attempt.submitted_at,
        "points": attempt.points if attempt.submitted_at else None,
        "max_points": attempt.max_points if attempt.submitted_at else None,
        "answers": [
            {"question": response.question.stem, "answer": response.answer, "saved": response.saved_at}
            for response in attempt.responses.all()
        ],
    }
