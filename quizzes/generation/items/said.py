"""What does a term mean in the text? The wrong meanings are those of its other terms."""

from __future__ import annotations

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
    """One sentence to complete for each term."""
    terms = [fact for fact in store.of("term") if fact.type == "term"]
    for fact in terms:
        source = store.source(fact)
        others = [
            term
            for term in terms
            if term.document == fact.document
            and fits(term, fact)
            and not tied(fact.parts["actor"], content(term.subject), source)
        ]
        wrong = evenly(fact.subject, others, lambda other: other.subject)
        if len(wrong) < WANTED:
            continue  # with two others only, what does not fit is plain to see
        actor = lower_article(fact.value)
        yield choice(
            fact,
            f"According to {source.voice}, {source.inside(actor)} ____",
            Option(fact.subject, f"The passage says this of {actor}."),
            [
                Option(o.subject, f"{source.says('says')} this of {lower_article(o.value)}, not of {actor}.")
                for o in wrong
            ],
            level="understand",
            source=source,
            order=store.chance("said", fact.subject),
        )


def plural(term: Fact) -> bool | None:
    """Whether the verb shows a plural subject; None when it shows neither, as most past forms do."""
    verb = term.subject.split()[0]
    if verb in ("are", "were", "have", "do"):
        return True
    return (
        False if verb in ("is", "was", "has", "does") or (verb in FINITE and FINITE[verb].form == "present") else None
    )


def fits(term: Fact, fact: Fact) -> bool:
    """Whether a meaning could be the term's for all its grammar shows, but is another's."""
    return not content(fact.value) & content(term.subject) and plural(term) in (None, plural(fact))
