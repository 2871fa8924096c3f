"""The demo's calendar: five weeks up to now, in which the readings come up one after the other."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from config.demo.people import Person

WEEKS = 5
WORDS_PER_MINUTE = 210


def chance(*seed: object) -> Random:
    """The same seed gives the same demo, whatever was made before it."""
    return Random("/".join(map(str, seed)))  # noqa: S311  plausible, not secret


def opening_of(place: int, of: int) -> datetime:
    """When the class begins a reading, the first of them five weeks ago."""
    return timezone.now() - timedelta(weeks=WEEKS) * (1 - place / max(of, 1))


def begin_of(person: Person, opening: datetime, dice: Random) -> datetime:
    """When somebody sits down to it: some days late, in the hours in which students read."""
    day = opening + timedelta(days=person.delay * dice.uniform(0.6, 1.5))
    return day.replace(hour=dice.choice((9, 11, 14, 16, 19, 20, 21)), minute=dice.randrange(60))


def last_seen(person: Person) -> datetime:
    """Nothing that a person does is later than this."""
    return timezone.now() - timedelta(days=person.stopped, minutes=7)


def minutes_for(words: int, dice: Random) -> timedelta:
    return timedelta(minutes=(words + 8) / WORDS_PER_MINUTE * dice.uniform(0.8, 1.6))
