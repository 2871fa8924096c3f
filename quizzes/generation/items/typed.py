"""Type the answer: the full name behind a short form, or who is described, with every variant that is right too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.distractors import last, pool, tied
from quizzes.generation.language.lexicon import FIELD_ACRONYMS, OFFICES
from quizzes.generation.language.measures import singular_of
from quizzes.generation.language.words import bag, content, upper_first
from quizzes.generation.names.aliases import plain
from quizzes.generation.store import Store, distinct
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Level, Question

from .build import finished
from .who import asked

SHORT_FORMS, FEWEST_USES = 3, 3
"""More short forms of one text, or one in fewer paragraphs, are a matter of its glossary."""
FEWEST_SENTENCES = 3
"""Whom fewer sentences name is no central person of the text."""


_KNOWN = bag(
    "FOMC SEC FDA EPA CBO GAO DOD NASA NIH NSF NEH IRS CDC DHS DOJ FCC FTC TEI XML HTML HTTP CPI PCE ELB LGBT MIT UCLA ACLU"
)
"""Short forms of public bodies and of trades that the news or every handbook spells out."""
_NO_FORENAME = re.compile(rf"{OFFICES}|minister|general|professor|dr|mr|mrs|ms|and|when|while|as|after|if|although|but")


def items(store: Store) -> Iterator[Question]:
    """A question for each short form, and for each person that alone can be meant."""
    for fact in [fact for fact in store.of("acronym") if own_form(fact, store)][:SHORT_FORMS]:
        stem = f"What does the abbreviation {fact.subject} stand for? Type the full name: ____"
        yield question(fact, stem, spellings(fact.value, store), "remember", store)
    for fact in [fact for fact in store.of("term") if fact.type == "name"]:
        stem = f"According to {store.source(fact).voice}, what {fact.subject}? Type the term: ____"
        yield question(fact, stem, terms(fact.value), "remember", store)
    for fact in store.of("definition"):
        if nameable(fact) and alone(fact, store):
            yield question(fact, asked(fact, store.source(fact)), names_of(fact, store), "understand", store)


def question(fact: Fact, stem: str, accepted: list[str], level: Level, store: Store) -> Question:
    """The question with its accepted answers, the one that is shown first."""
    made = Question(
        "typed", fact.pattern, level, stem, {"accepted": accepted}, fact.evidence, fact.section, "", (fact,),
        document=fact.document,
    )  # fmt: skip
    return finished(made, store.source(fact), f"The answer is “{accepted[0]}”.")


def terms(value: str) -> list[str]:
    """A term without its quotation marks, and the quoted part of it alone."""
    quoted = re.findall(r"[“\"‘'](.+?)[”\"’']", value)
    return distinct([re.sub(r"[“”\"‘’']", "", value), *quoted])


def own_form(fact: Fact, store: Store) -> bool:
    """Whether a short form is the text's own, and no detail: whoever knows the field knows the others without the reading."""
    return fact.subject not in FIELD_ACRONYMS | _KNOWN and uses(fact, store) >= FEWEST_USES


def uses(fact: Fact, store: Store) -> int:
    """In how many paragraphs the short form stands."""
    form = re.compile(rf"\b{re.escape(fact.subject)}\b")
    return len({sentence.block.id for sentence in store.source(fact).sentences if form.search(sentence.text)})


def spellings(long: str, store: Store) -> list[str]:
    """The expansion as the text has it, in British and American spelling, and as the glossary names it."""
    named = [long, *(name for name in aliases(long, store) if " " in name)]
    return distinct([*named, *(form for name in named for form in written_otherwise(name))])


def written_otherwise(name: str) -> list[str]:
    """The name in the other spelling, British or American, and with its first or last plural as a singular."""
    other = name.replace("isation", "ization") if "isation" in name else name.replace("ization", "isation")
    other = re.sub(r"\bProgram(me)?(s?)\b", lambda m: f"Program{'' if m[1] else 'me'}{m[2]}", other)
    return [other, *(one for form in (name, other) for one in in_singular(form))]


def in_singular(name: str) -> list[str]:
    """The name with the noun that it is about in the singular: "Member of Parliament" beside "Members of Parliament"."""
    lead, of, rest = name.partition(" of ")
    *before, noun = lead.split()
    one = singular_of(noun.casefold())
    if not of or one == noun.casefold():
        return []
    return [" ".join([*before, upper_first(one) if noun[0].isupper() else one]) + of + rest]


def aliases(name: str, store: Store) -> list[str]:
    """Every name that the glossary gives to the thing; a name that two entries share is left out."""
    key = store.aliases.key(name)
    terms = {term for source in store.sources for term in source.glossary}
    mine = [term for term in terms if plain(name) in map(plain, (term.head, *term.aliases))]
    found = [form for term in sorted(mine, key=lambda term: term.head) for form in (term.head, *term.aliases)]
    return [form for form in found if store.aliases.key(form) == key]


def nameable(fact: Fact) -> bool:
    """Whether the answer is one person, named in full and not named in the question; states are too few to be typed."""
    person = fact.type == "person" and " and " not in fact.value
    return person and " " in fact.value and "(" not in fact.value and not content(fact.value) & content(fact.subject)


def alone(fact: Fact, store: Store) -> bool:
    """Whether no sentence of the document brings another name of the same kind together with what is asked."""
    source, words = store.source(fact), content(fact.subject)
    others = [name for name in pool(fact, source) if last(name) != last(fact.value)]
    return not any(tied(name, words, source) for name in others)


def names_of(fact: Fact, store: Store) -> list[str]:
    """The name, the glossary's other names for it, and the surname where only one person of the text bears it."""
    source = store.source(fact)
    surname = last(fact.value)
    others = aliases(fact.value, store)
    short = [surname] if len(bearers(surname, source)) < 2 and re.fullmatch(r"[^\W\d_][\w’'-]{2,}", surname) else []
    return distinct([fact.value, *others, *short])


def returns(fact: Fact, store: Store) -> bool:
    """Whether the text comes back to the holder of an office or a description: who is named in passing is a detail."""
    name = re.compile(rf"\b{re.escape(last(fact.value))}\b")
    return sum(bool(name.search(sentence.clean)) for sentence in store.source(fact).sentences) >= FEWEST_SENTENCES


def bearers(surname: str, source: Source) -> set[str]:
    """The first names that stand before the surname anywhere in the text."""
    before = {
        word for s in source.sentences for word in re.findall(rf"\b([A-ZÀ-Ž][\w’'-]+) {re.escape(surname)}\b", s.clean)
    }
    return {word for word in before if not _NO_FORENAME.fullmatch(word.casefold())}
