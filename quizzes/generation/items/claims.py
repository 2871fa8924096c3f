"""Who is said to hold it, and what is a person said to hold? The wrong options are what others in the same document hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.distractors import nearby, tied
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, norm
from quizzes.generation.people import surname_of
from quizzes.generation.source import Source
from quizzes.generation.store import Store, by, distinct
from quizzes.generation.types import Fact, Question

from .build import Option, choice, evenly
from .matching import SPARE
from .matching import question as matching

FEWEST, WANTED = 2, 3
PREMISES = 4, 3
"""So many claims are matched, the first number where enough persons stay over."""
_NOUNS = {
    "warning": ("warn", "caution", "fear"),
    "prediction": ("predict", "speculat"),
    "suggestion": ("suggest", "propos", "hypothesi"),
    "finding": ("find", "found", "show", "demonstrat"),
    "estimate": ("estimat",),
    "admission": ("admit", "acknowledg", "conced"),
    "argument": ("argu", "contend", "posit"),
    "claim": ("claim", "insist", "assert", "maintain"),
    "statement": ("sa", "stat", "declar", "announc", "told", "add", "not", "remark", "report", "explain", "wr", "confirm", "repli", "respond", "testif"),
}  # fmt: skip
VIEWS = frozenset(["view", "argument", "claim", "suggestion", "prediction", "warning"])
"""What the words are that a verb brings in, by the beginning of the verb."""


def items(store: Store) -> Iterator[Question]:
    """For each claim of a person a question for the person, and one for the words; what bodies and states hold, their names tell."""
    asked = [fact for fact in store.of("claim") if fact.type == "person"]
    hidden = [fact for fact in asked if not (speaks_of_home(fact) and store.source(fact).in_office(name_of(fact)))]
    for fact in asked:
        yield from who(fact, store)
    for fact in hidden:
        yield from what(fact, store)
    for own in by(hidden, lambda fact: fact.document).values():
        yield from matched(own, store)


def speaks_of_home(fact: Fact) -> bool:
    """Whether the claim speaks first of the state that its author is known to belong to."""
    return fact.parts["home"] != "" and next(iter(families(fact.subject)), None) == fact.parts["home"]


def who(fact: Fact, store: Store) -> Iterator[Question]:
    """To whom does the author attribute the claim?"""
    source, names = store.source(fact), rivals(fact, store)[:WANTED]
    if len(names) < FEWEST:
        return
    yield choice(
        fact,
        who_stem(fact, source),
        Option(name_of(fact), "This is whom the passage names."),
        [Option(name, f"{source.says('credits')} something else to {name}.") for name in names],
        level="understand",
        source=source,
        order=store.chance("who", fact.subject),
    )


def who_stem(fact: Fact, source: Source) -> str:
    """The claim with its weight: a warning, an argument, a statement."""
    if fact.relation == "said":
        return f"According to {source.voice}, who said: “{fact.subject.rstrip('.')}”?"
    return f"To whom {source.does} attribute the {noun(fact)} that {source.inside(fact.subject)}?"


def noun(fact: Fact) -> str:
    """What the verb of the passage makes of the words."""
    verb = fact.parts["verb"]
    return next((name for name, starts in _NOUNS.items() if verb.startswith(starts)), "view")


def rivals(fact: Fact, store: Store) -> list[str]:
    """Others to whom the document credits claims: they speak in the same part, and none of them says this anywhere."""
    source, near, words = store.source(fact), nearby(fact, store), content(fact.subject)
    found: dict[str, str] = {}
    for other in store.known("claim"):
        if (
            (other.document, other.type) == (fact.document, fact.type)
            and alike(name_of(other), name_of(fact))
            and source.in_office(name_of(other)) == source.in_office(name_of(fact))
            and (not speaks_of_home(fact) or other.parts["home"] == fact.parts["home"])
            and not any(norm(surname_of(name)) in near.split() for name in authors(name_of(other)))
            and not any(tied(name, words, source) for name in authors(name_of(other)))
        ):
            found.setdefault(surname_of(name_of(other)), name_of(other))
    found.pop(surname_of(name_of(fact)), None)
    names = sorted(found.values())
    store.chance("names", fact.subject).shuffle(names)
    return names


def name_of(claim: Fact) -> str:
    """The person's full name, also where the passage gives the surname only."""
    return claim.parts["name"]


def authors(name: str) -> list[str]:
    """ "Solheim and Vargas" as the two."""
    return re.split(r",? and |, ", name.removesuffix(" et al."))


def alike(one: str, other: str) -> bool:
    """Whether both are full names, or both surnames, and share none."""
    full = [all(" " in name for name in authors(text)) for text in (one, other)]
    shared = {surname_of(name) for name in authors(one)} & {surname_of(name) for name in authors(other)}
    return full[0] == full[1] and (one == other or not shared)


def what(fact: Fact, store: Store) -> Iterator[Question]:
    """Which claim does the author attribute to the person? The wrong ones are those of others."""
    source = store.source(fact)
    pool = [other for other in store.of("claim") if other.relation == fact.relation and fits(other, fact, source)]
    wrong = list({name_of(o): o for o in reversed(evenly(fact.subject, pool, lambda o: o.subject))}.values())[::-1][
        :WANTED
    ]
    if len(wrong) < FEWEST:
        return
    verb = "attribute to" if fact.relation == "claimed" else "quote from"
    made = choice(
        fact,
        f"Which of these {'views' if noun(fact) in VIEWS else 'statements'} {source.does} {verb} {name_of(fact)}?",
        Option(words(fact), f"The passage credits this to {name_of(fact)}."),
        [Option(words(o), f"{source.says('credits')} this to {name_of(o)}.") for o in wrong],
        level="understand",
        source=source,
        order=store.chance("what", fact.subject),
    )
    yield replace(made, used=tuple(wrong))


def matched(claims: list[Fact], store: Store) -> Iterator[Question]:
    """Claims on the left, persons on the right, two of whom said something else."""
    left = list({name_of(fact): replace(fact, subject=words(fact)) for fact in claims}.values())
    while len(left) >= min(PREMISES):
        lot = next(
            (left[:size] for size in PREMISES if len(left) >= size and len(spare(left[:size], store)) >= SPARE), []
        )
        if lot:
            stem = f"Match each statement with the person to whom {store.source(lot[0]).says('credits')} it."
            answers = {fact.subject: name_of(fact) for fact in lot}
            yield from matching(lot, stem, "apply", answers, spare(lot, store)[:SPARE], store)
        left = left[max(len(lot), 1) :]


def spare(lot: list[Fact], store: Store) -> list[str]:
    """Persons who claim something, but none of these claims."""
    names = [name_of(fact) for fact in lot]
    others = distinct(name for fact in lot for name in rivals(fact, store))
    return [name for name in others if all(alike(name, known) and name != known for known in names)]


_PAST = re.compile(r"\b(?:was|were|had|did|been)\b")
_PRESENT = re.compile(r"\b(?:is|are|has|have|does|do)\b")


def tense(text: str) -> str:
    """ "past" or "present" by the first auxiliary; empty where there is none."""
    marks = [
        (m.start(), name) for name, pattern in (("past", _PAST), ("present", _PRESENT)) if (m := pattern.search(text))
    ]
    return min(marks)[1] if marks else ""


def words(claim: Fact) -> str:
    """A claim as an option: a quotation in its marks."""
    return f"“{claim.subject.rstrip('.')}”" if claim.relation == "said" else claim.subject


def fits(other: Fact, fact: Fact, source: Source) -> bool:
    """Whether a claim is another's, for all its words show could be this one's, and does not say the same."""
    mine, theirs = content(fact.subject), content(other.subject)
    named = any(norm(surname_of(name)) in norm(other.subject).split() for name in authors(name_of(fact)))
    return (
        other.document == fact.document
        and not named
        and not set(families(name_of(other))) & set(families(name_of(fact)))
        and not {tense(other.subject), tense(fact.subject)} >= {"past", "present"}
        and not {surname_of(n) for n in authors(name_of(other))} & {surname_of(n) for n in authors(name_of(fact))}
        and len(mine & theirs) < 0.5 * min(len(mine), len(theirs))
        and not any(tied(name, theirs, source) for name in authors(name_of(fact)))
    )
