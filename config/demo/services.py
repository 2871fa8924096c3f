"""Makes the demo of a course, and takes all of it away again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from config.accounts.models import User
from config.demo.attempting import attempts_make
from config.demo.moments import chance, opening_of
from config.demo.noting import Sayings, notes_make
from config.demo.people import CLASS, STUDENT, TEACHER, Person
from config.demo.quizzing import quiz_make
from config.demo.reading import Members, reads_make
from quizzes.models import PracticeRule
from readings.models import Course, Enrolment, Reading

#: Quizzes that the student to try things out with has taken; the others are there to be tried.
TAKEN = 2


class DemoRefused(Exception):
    """The message says what stands in the way and what to do."""


def demo_load(*, course: Course, say: Callable[[str], object] = lambda line: None) -> None:
    """People, reading, notes, quizzes and attempts, wherever they are missing; a second run adds nothing."""
    ensure_free(course)
    Course.objects.filter(pk=course.pk).update(is_demo=True)
    PracticeRule.objects.get_or_create(course=course, defaults={"with_clean_drafts": True, "with_quiz_questions": True})
    teacher = member_make(course, TEACHER, Enrolment.Role.INSTRUCTOR).user
    members = [(person, member_make(course, person)) for person in (STUDENT, *CLASS)]
    joined_earlier(course)
    say(f"{len(members)} students and a teacher in “{course}”")
    readings = list(course.readings.published())
    sayings = Sayings(chance("sayings", course.slug))
    for place, reading in enumerate(readings):
        say(activity_make(reading, teacher, members, sayings, place, len(readings)))


def ensure_free(course: Course) -> None:
    """A course in which real people work never becomes a demo, for the demo is removed whole."""
    if not course.is_demo and course.enrolments.filter(user__is_demo=False).exists():
        raise DemoRefused(f"“{course}” has people of its own. Load a course pack into an empty course for the demo.")
    names = [person.username for person in (TEACHER, STUDENT, *CLASS)]
    if taken := User.objects.filter(username__in=names, is_demo=False).first():
        raise DemoRefused(f"There is already a person called {taken.username}, who is not of the demo.")


def member_make(course: Course, person: Person, role: str = Enrolment.Role.STUDENT) -> Enrolment:
    user, new = User.objects.get_or_create(
        username=person.username,
        defaults={
            "first_name": person.given,
            "last_name": person.family,
            "email": f"{person.username}@example.org",
            "is_demo": True,
        },
    )
    if new:
        # Two of them can log in; for the class, hashing passwords would take longer than everything else.
        user.set_password(password_of(person))
        user.save(update_fields=["password"])
    return Enrolment.objects.select_related("user").get_or_create(course=course, user=user, defaults={"role": role})[0]


def password_of(person: Person) -> str | None:
    return f"demo-{person.username}" if person in (TEACHER, STUDENT) else None


def joined_earlier(course: Course) -> None:
    """The class joined when the course began."""
    rows = list(course.enrolments.filter(user__is_demo=True).select_related("user"))
    for row in rows:
        row.joined_at = opening_of(0, 1) - timedelta(days=chance(row.user.username).uniform(0, 6))
    Enrolment.objects.bulk_update(rows, ["joined_at"])


@transaction.atomic
def activity_make(reading: Reading, teacher: User, members: Members, sayings: Sayings, place: int, of: int) -> str:
    """What happens on one reading, all of it or nothing; returns a line that says how much there is now."""
    reads_make(reading, members, opening_of(place, of))
    notes_make(reading, teacher, sayings)
    quiz = quiz_make(reading, teacher)
    if quiz:
        attempts_make(quiz, [member for member in members if member[0] is not STUDENT or place < TAKEN])
    return f"  {reading}: {reading.annotations.count()} annotations, {reading.questions.count()} questions, " + (
        f"a quiz with {quiz.attempts.count()} attempts" if quiz else "too few questions for a quiz"
    )


@transaction.atomic
def demo_clear() -> tuple[int, int, list[Course]]:
    """Removes demo people with their work, then demo courses; returns how many, and the courses that were kept because
    somebody who is not of the demo has joined them: these lose the mark and the demo's part in them only."""
    people = User.objects.filter(is_demo=True)
    count = people.count()
    people.delete()
    courses = Course.objects.filter(is_demo=True)
    kept = list(courses.filter(enrolments__isnull=False).distinct())
    empty = courses.filter(enrolments__isnull=True)
    gone = empty.count()
    empty.delete()
    courses.update(is_demo=False)
    return count, gone, kept
