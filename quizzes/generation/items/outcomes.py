"""Match developments with what they brought about or meant: words alone do not tell which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizzes.generation.causes.nominal import is_plural
from quizzes.generation.language.causes import past_of
from quizzes.generation.language.words import norm, upper_first, word_count
from quizzes.generation.store import Store, by
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.viewpoints import central

from .build import LETTERS, finished, quoted, spot
from .effects import Spoken, akin, alike, names, near, nearness, parts, same, sentences_of, short, tied

PREMISES, SPARE = 4, 2
"""So many causes, and so many effects to spare."""
MOST, LONG, LOTS = 10, 9000, 2
"""Of so many causes the four are chosen; only texts of so many words have two questions."""
PLAIN = 1
"""So many causes may be matched by their words."""
TIED = 0.5
"""A sentence that speaks of a cause and says so much of an effect may bring the two together."""
MOST_SAID = 24
_HEDGED = re.compile(r"(?:would|could|may|might|can)\b|.*\blikely\b|.*(?<!\d)\d{1,3}(?!\d)")
"""What may have been is no effect to match; a number would be looked for."""
_PERFECT = re.compile(r"has (?P<adverb>\w+ly )?(?P<verb>\w+)")
_LASTING = re.compile(r"(?:\w+ly )?(?:is|are|has|have|(?!was\b)[a-z]+(?<!s)s)\b")
_PRESENT = re.compile(r"(?:\w+ly )?[a-z]+(?<!s)s ")

Lot = tuple[list[Fact], list[Fact]]
"""Facts whose causes are shown, and those that only lend an effect."""


def items(store: Store) -> Iterator[Question]:
    """One question on each document that tells enough effects, two on long ones."""
    for known in by(store.known("effect"), lambda fact: fact.document).values():
        source = store.source(known[0])
        asked = [fact for fact in known if fact.askable and fact.parts["form"] == "what" and fit(effect(fact))]
        more = [fact for fact in store.known("outcome") if fact.document == source.index and fit(effect(fact))]
        if len(asked) < PREMISES or len(asked) + len(more) < PREMISES + SPARE:
            continue
        spoken = sentences_of([*asked, *more], source)
        causes = sorted((fact for fact in asked if shown(fact)), key=lambda fact: not central(fact, store))
        lots = LOTS if sum(word_count(sentence.clean) for sentence in source.sentences) >= LONG else 1
        for _ in range(lots):
            lot = best(causes[:MOST], [*asked, *more], spoken)
            if lot is None:
                break
            yield question(lot, store)
            causes = [fact for fact in causes if not any(alike(fact.value, used.value) for used in lot[0])]


def fit(said: str) -> bool:
    """Whether an effect can be matched: certain, not too long, and over, since a tense of its own would tell which is whose."""
    return word_count(said) <= MOST_SAID and not (_HEDGED.match(said) or _LASTING.match(said))


def shown(fact: Fact) -> bool:
    """Whether a cause can stand for matching: in the number of the verb, and with no word that tells the effect."""
    return not (is_plural(fact.value) and _PRESENT.match(fact.subject))


def best(causes: list[Fact], others: list[Fact], spoken: Spoken) -> Lot | None:
    """The lot in which the words of the causes tell least; none where a cause is soon matched."""
    allowed = {(one, other): apart(one, other, spoken) for one in causes for other in others}
    lots = [
        (chosen, spare)
        for chosen in map(list, combinations(causes, PREMISES))
        if all(allowed[pair] for pair in combinations(chosen, 2)) and (spare := to_spare(chosen, others, allowed))
    ]
    return max(filter(doubtful, lots), key=doubt, default=None)


def to_spare(chosen: list[Fact], others: list[Fact], allowed: dict[tuple[Fact, Fact], bool]) -> list[Fact]:
    """Effects of none of the causes, those nearest to them; empty where there are too few."""
    fits = [one for one in others if one not in chosen and all(allowed[cause, one] for cause in chosen)]
    fits.sort(key=lambda one: -sum(nearness(cause.value, one.subject) for cause in chosen))
    spare: list[Fact] = []
    for one in fits:
        if len(spare) < SPARE and not any(near(one, had) for had in spare):
            spare.append(one)
    return spare if len(spare) == SPARE else []


def apart(one: Fact, other: Fact, spoken: Spoken) -> bool:
    """Whether neither cause may have the effect of the other."""
    return not (
        one.evidence == other.evidence
        or norm(one.value) == norm(other.value)
        or alike(one.value, other.value)
        or same(one.value, other.value)
        or near(one, other)
        or tied(one, other, spoken, TIED)
        or tied(other, one, spoken, TIED)
    )


def doubtful(lot: Lot) -> bool:
    """Whether all causes but one have a wrong effect as near to them as the right one, and share each word that leads to it."""
    facts = [*lot[0], *lot[1]]
    return sum(not doubts(fact, facts) or told(fact, facts) for fact in lot[0]) <= PLAIN


def doubt(lot: Lot) -> int:
    """How many wrong effects are as near to the causes of a lot as their own; a cause that is plain counts much."""
    facts = [*lot[0], *lot[1]]
    return sum(doubts(fact, facts) - len(facts) * told(fact, facts) for fact in lot[0])


def doubts(fact: Fact, facts: list[Fact]) -> int:
    """How many wrong effects are as near to the cause as its own."""
    own = nearness(fact.value, fact.subject)
    return sum(nearness(fact.value, other.subject) >= own for other in facts if other is not fact)


def told(fact: Fact, facts: list[Fact]) -> bool:
    """Whether a word of the cause leads to its own effect alone."""
    said = [parts(other.subject) for other in facts if other is not fact]
    own = [word for word in parts(fact.value) if any(akin(word, one) for one in parts(fact.subject))]
    named = names(fact.value) & names(fact.subject)
    elsewhere = {name for other in facts if other is not fact for name in names(other.subject)}
    return bool(named - elsewhere) or any(not any(akin(word, one) for words in said for one in words) for word in own)


def question(lot: Lot, store: Store) -> Question:
    """Causes on the left; their effects and those to spare on the right, by their letters."""
    facts, spare = lot
    source = store.source(facts[0])
    responses = sorted({effect(fact) for fact in (*facts, *spare)}, key=str.casefold)
    ids = {text: str(place) for place, text in enumerate(responses, 1)}
    order = store.chance("outcomes", *(fact.subject for fact in facts))
    mixed_up = order.sample(facts, len(facts))
    data = {
        "premises": [
            {
                "id": LETTERS[place],
                "text": upper_first(fact.value),
                "why": reason(fact, source),
                "evidence": fact.evidence.to_dict(),
            }
            for place, fact in enumerate(mixed_up)
        ],
        "responses": [{"id": ids[text], "text": text} for text in responses],
        "pairs": {LETTERS[place]: ids[effect(fact)] for place, fact in enumerate(mixed_up)},
    }
    first = facts[0]
    stem = f"Match each development with what, according to {source.voice}, it brought about or meant; two answers are left over."
    made = Question(
        "matching", "effect", "apply", stem, data, first.evidence, first.section, "", tuple(facts), document=first.document,
    )  # fmt: skip
    answer = "; ".join(f"{upper_first(fact.value)} – {effect(fact)} ({spot(fact, source)})" for fact in facts)
    return finished(made, source, f"{answer}.")


def reason(fact: Fact, source: Source) -> str:
    """What the text says, and where."""
    return f"“{short(quoted(fact.evidence.quote))}” ({spot(fact, source)})."


def effect(fact: Fact) -> str:
    """The effect in the past, where the text has it in the perfect: so it stands behind one cause and several."""
    perfect = _PERFECT.match(fact.subject)
    base = fact.parts["verb"]
    if perfect is None or not base or base == "be":
        return fact.subject
    return f"{perfect['adverb'] or ''}{past_of(base)}{fact.subject[perfect.end() :]}"
