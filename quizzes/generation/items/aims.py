"""Which of these aims does the text ascribe to an actor? The wrong aims are those of other actors of the same document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.distractors import tied
from quizzes.generation.language.clauses import lower_article
from quizzes.generation.language.twist import families
from quizzes.generation.language.words import content, upper_first
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import Option, choice, evenly

WANTED = 3


def items(store: Store) -> Iterator[Question]:
    """One question for each aim."""
    aims = [*store.known("aim"), *purposes(store)]
    for fact in store.of("aim"):
        source = store.source(fact)
        others = [
            aim
            for aim in aims
            if aim.document == fact.document
            and foreign(aim, fact)
            and not tied(fact.parts["actor"], content(aim.value), source)
        ]
        wrong = evenly(fact.value, others, lambda other: other.value)[:WANTED]
        yield choice(
            fact,
            f"Which of these aims {source.does} ascribe to {lower_article(fact.subject)}?",
            Option(upper_first(fact.value), f"The passage ascribes this aim to {lower_article(fact.subject)}."),
            [
                Option(
                    upper_first(o.value),
                    f"{source.says('ascribes')} this aim to {lower_article(o.subject)}, not to {lower_article(fact.subject)}.",
                )
                for o in wrong
            ],
            level="understand",
            source=source,
            order=store.chance("aims", fact.value),
        )


def purposes(store: Store) -> list[Fact]:
    """What actors did things for, which are aims of theirs as well; the actor opens the sentence."""
    return [
        replace(fact, subject=states[0], value=f"to {fact.value.removeprefix('to ')}", parts={"actor": states[0]})
        for fact in store.known("reason")
        if fact.type == "to" and (states := families(fact.subject.split()[0]))
    ]


def foreign(aim: Fact, fact: Fact) -> bool:
    """Whether the aim is another actor's and does not speak of this one."""
    actor = fact.parts["actor"]
    return aim.parts["actor"] != actor and fact.subject not in aim.value and actor not in aim.value
