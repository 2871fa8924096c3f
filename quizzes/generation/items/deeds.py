"""Who did it? The wrong names are others of the same sort, of whom the same document tells something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.cast import KIN, NATION, Cast
from quizzes.generation.distractors import last
from quizzes.generation.language.lexicon import FAMOUS
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, upper_first
from quizzes.generation.store import Store, by
from quizzes.generation.types import Fact, Question

from .build import Option, choice, spot, where
from .matching import SPARE
from .matching import question as matching

WANTED, PREMISES = 3, 4
FEWEST = {"person": 2, "body": 2, "state": 3}
"""So many others there must be; of few states the right one is soon guessed."""
_WHO = {"person": "Who", "state": "Which country", "body": "Which body"}
_PLURAL = re.compile(r"(?:are|were|have|do)\b")
_FOUNDED = re.compile(r"(?:was|were) (?:\w+ly )?(?:founded|established|created|formed|set up|constituted|launched)\b")
LETTERS = 5
"""Words that share so many letters may be forms of one name."""


def items(store: Store) -> Iterator[Question]:
    """A question for each deed with three others who might have done it, and matchings of persons with their deeds."""
    for own in by(store.of("deed"), lambda fact: fact.document).values():
        cast = Cast(store.source(own[0]), store)
        deeds = [fact for fact in own if hidden(fact, cast)]
        for fact in deeds:
            names = cast.rivals(fact)
            if len(names) >= FEWEST[fact.type] and not cast.apart(fact, names[:WANTED]):
                yield who(fact, names, cast)
        yield from matched([fact for fact in deeds if fact.type == "person"], cast)


def hidden(fact: Fact, cast: Cast) -> bool:
    """Whether it is sure who did it, and neither the words nor what everybody knows show it."""
    name = cast.name_of(fact)
    if not name or (fact.type == "body" and (cast.kind(name) is None or cast.known(name))):
        return False
    if re.search(rf"['’]s? {re.escape(name)}", fact.evidence.quote):
        return False  # "Norway's Ministry of Trade" is one of several
    return (
        specific(fact.subject)
        and not starts(name) & starts(fact.subject)
        and name not in families(fact.subject)
        and not KIN.search(fact.subject)
        and not FAMOUS.search(fact.subject)
        and (bool(fact.parts.get("noun")) or not _PLURAL.match(fact.subject))
        and not (fact.type == "body" and _FOUNDED.match(fact.subject))
    )


def specific(said: str) -> bool:
    """Whether the words hold a number, a quotation or a name that is no state's: others fit many."""
    named = re.search(r"\b(?!West)[A-ZÀ-Ž]\w+", NATION.sub("", said))
    marked = re.search(r"[\d“”\"]|['‘]\w+['’]|\b(?:first|only|main|leading|most|best) ", said)
    return bool(named or marked)


def starts(text: str) -> set[str]:
    """The first letters of its longer words, by which "Aldana" and "Aldanas" are one."""
    return {word[:LETTERS] for word in content(text) if len(word) >= LETTERS}


def who(fact: Fact, names: list[str], cast: Cast) -> Question:
    """The question for the one who did it."""
    source, name, noun = cast.source, cast.name_of(fact), fact.parts.get("noun")
    asked = f"Which country’s {noun}" if noun else "Which company" if cast.is_company(name) else _WHO[fact.type]
    return choice(
        fact,
        f"{asked}, according to {source.voice}, {fact.subject}?",
        Option(cast.shown(name, fact), f"The passage says this of {cast.inside(cast.shown(name, fact))}."),
        [Option(cast.shown(other), why(other, cast)) for other in names],
        level="understand",
        source=source,
        order=cast.store.chance("deeds", fact.subject),
    )


def why(name: str, cast: Cast) -> str:
    """What the text tells of the name instead, or where it speaks of it."""
    source = cast.source
    if deed := cast.deeds.get(name):
        return f"{upper_first(cast.inside(cast.shown(name)))} {deed.subject} ({spot(deed, source)})."
    article = cast.inside(cast.shown(name))
    for sentence in source.sentences:
        if last(cast.shown(name)) in sentence.clean:
            place = where(sentence.evidence, sentence.section.id, source)
            return f"{upper_first(source.says('speaks'))} of {article} elsewhere ({place})."
    return f"{upper_first(source.says('says'))} nothing of the kind of {article}."


def matched(deeds: list[Fact], cast: Cast) -> Iterator[Question]:
    """Deeds on the left, persons on the right, two of whom did something else."""
    lot = list({cast.name_of(fact): fact for fact in reversed(deeds)}.values())[::-1][:PREMISES]
    answers = {fact.subject: cast.name_of(fact) for fact in lot}
    others = dict.fromkeys(name for fact in lot for name in cast.rivals(fact) if name not in answers.values())
    if len(lot) == PREMISES and len(others) >= SPARE:
        stem = f"Match each action with the person who, according to {cast.source.voice}, took it."
        yield from matching(lot, stem, "apply", answers, list(others)[:SPARE], cast.store)
