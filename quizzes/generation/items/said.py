"""What does the text say of a body or a term? The wrong endings are what it says of others of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.distractors import tied
from quizzes.generation.language.clauses import lower_article
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import content
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice, evenly

WANTED = 3


def items(store: Store) -> Iterator[Question]:
    """One sentence to complete for each deed."""
    deeds = store.of("deed", "term")
    for fact in deeds:
        if fact.type not in ("body", "term"):
            continue  # what states, their people and persons do is too easily told apart, or true of others as well
        source = store.source(fact)
        others = [
            deed
            for deed in deeds
            if deed.document == fact.document
            and fits(deed, fact)
            and not tied(fact.parts["actor"], content(deed.subject), source)
        ]
        wrong = evenly(fact.subject, others, lambda other: other.subject)[:WANTED]
        if len(wrong) < WANTED:
            continue  # with two others only, what does not fit is plain to see
        actor = lower_article(fact.value)
        yield choice(
            fact,
            f"According to {source.voice}, {source.inside(lower_article(fact.value))} ____",
            Option(fact.subject, f"The passage says this of {actor}."),
            [
                Option(o.subject, f"{source.says('says')} this of {lower_article(o.value)}, not of {actor}.")
                for o in wrong
            ],
            level="understand",
            source=source,
            order=store.chance("said", fact.subject),
        )


def figures(deed: Fact) -> bool:
    """Whether the predicate counts something, years apart."""
    return bool(re.search(r"(?<![\d/])(?!(?:1[5-9]|20)\d\d(?!\d))\d{2,}", deed.subject))


def forms(fact: Fact) -> list[str]:
    """Every word for the body: its full and its short name."""
    return [fact.parts["actor"], re.sub(r"^[Tt]he ", "", fact.value)]


def plural(deed: Fact) -> bool | None:
    """Whether the verb shows a plural actor; None when it shows neither, as most past forms do."""
    verb = deed.subject.split()[0]
    if verb in ("are", "were", "have", "do"):
        return True
    return (
        False if verb in ("is", "was", "has", "does") or (verb in FINITE and FINITE[verb].form == "present") else None
    )


def fits(deed: Fact, fact: Fact) -> bool:
    """Whether a predicate could be the actor's for all its grammar shows, but is another's."""
    if fact.type == "term" or deed.type == "term":
        return (
            fact.type == deed.type
            and not content(fact.value) & content(deed.subject)
            and plural(deed) in (None, plural(fact))
        )
    actor = fact.parts["actor"]
    same = deed.type == fact.type and plural(deed) in (None, plural(fact)) and figures(deed) == figures(fact)
    named = any(form in text for form in forms(fact) for text in (deed.subject, fact.subject))
    return (
        same and not named and deed.parts["actor"] != actor and not re.search(r"\b(?:his|her|he|she)\b", deed.subject)
    )
