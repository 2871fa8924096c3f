"""Nouns that say too little alone: whose imports, victory in which war, chair of what; some are completed from their text."""

from __future__ import annotations

import re

from quizzes.generation.causes.nominal import head_of
from quizzes.generation.language.causes import strife
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.states import families
from quizzes.generation.language.words import bag
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source

_ADJECTIVE = "|".join(sorted(map(re.escape, ADJECTIVES), key=len, reverse=True))
_OWNER = re.compile(rf"['’]s?(?= )|\b(?:{_ADJECTIVE})\b|\b(?:by|of) (?:the )?[A-ZÀ-Ž]")
_NAME = re.compile(r"(?<!^)\b[A-ZÀ-Ž][\w-]+|^(?!(?:The|An?)\b)[A-ZÀ-Ž][\w-]*(?=['’]s? )")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACED = re.compile(r" (?:in|on|at|over|of|near|across) (?:the )?(?:[a-z]+ )?[A-ZÀ-Ž]")
_TRADE = re.compile(r"\b(?:imports|exports|purchases?|sales?|deliveries|shipments)\b")
_WON = re.compile(r"\b(?:victory|defeat)\b(?! (?:in|over|at|against|by) )")
_ROLE = re.compile(r" as (?:an? |the )?(?P<role>[A-Za-z][\w-]+)$")
_SOME = re.compile(
    r"(?<!\bis )(?<!\bas )(?<!\bbe )(?<!reality )\b[Aa]n? (?:(?:new|global|large|major|big|joint|special|common|regional|international|single|whole) )?"
    r"(?:program(?:me)?|project|plan|initiative|agreement|treaty|deal|format)\b(?! (?:of|for|to|with|between|in|against|on (?!which))\b)"
)
_SOME_ONE = re.compile(
    r"^An? (?:[\w-]+ )?(?:program(?:me)?|project|plan|initiative|agreement|treaty|deal|format)$", re.IGNORECASE
)
_SHIFT = re.compile(r"^(?:[Tt]he |[Aa]n? )?(?:[\w-]+ )*?(?:shifts?|changes?|turn) in (?!\d)")
_WHEN = re.compile(r" (?:under|after|since|during|following) ")
_FIGHT = re.compile(
    r"^(?:[Tt]he )?(?:[\w-]+ )*?(?:fight|struggle|campaign|offensive|operation|battle)s? (?:against|with|for) "
)
_THERE = re.compile(r"\b(?:presence|deployment|stationing) of (?!.* (?:in|on|at|as|near|across|along) )")
_OPEN_END = re.compile(
    r"\b(?:from|since|at) the (?:very )?(?:beginning|start|outset|end)\b(?! of)|\b(?:beginning|start|outset)$"
)
_HELP = re.compile(r"\b(?:support|backing|assistance|help) of (?!.* (?:for|to|in|against|during) )")
_POINT = re.compile(r"\ban? (?:[\w-]+ )?(?:point|source|matter|sense|sign) of [a-z]+$")
_WITHOUT_OWNER = re.compile(
    r"^(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ )*?(?:polic(?:y|ies)|strategy|approach) of (?!the )[a-z]+"
)
_POLICY = re.compile(r"\b(?:a|the) (?:[a-z-]+ )?policy of (?:[a-z]+)")
_WITH = re.compile(
    r"(?<!['’]s )\b(?:relations|relationship|ties|rapprochement|cooperation|alliance|alignment|trade|dialogue) with\b"
)
"""Relations with somebody: whose?"""
_PACT = re.compile(r"\b(?:treaty|agreement|accord|pact|settlement|negotiations|talks)\b")
_EMPTY = bag(
    "sign signs move moves means step steps trace traces conduct behaviour behavior actions activities course concern"
)
_FOR = frozenset(["deal", "agreement", "treaty"])
"""With "for" behind them they mostly stand in an idiom, or lack their parties."""
_BETWEEN = re.compile(
    r"\bbetween (?P<one>[A-ZÀ-Ž]\w+) and (?P<other>[A-ZÀ-Ž]\w+)|\b(?P<first>[A-ZÀ-Ž]\w+)[–-](?P<second>[A-ZÀ-Ž]\w+)\b"
)


def loses(text: str) -> bool:
    """Whether a cause or an effect has a noun without what it needs to be understood alone."""
    traded = _TRADE.search(text)
    return bool(
        (traded and not _OWNER.search(text))
        or (_WON.search(text) and not (_YEAR.search(text) or " War" in text))
        or _ROLE.search(text)
        or _SOME.search(text)
        or _THERE.search(text)
        or _HELP.search(text)
        or _OPEN_END.search(text)
        or _POINT.search(text)
        or (_WITH.search(text) and len(families(text)) < 2)
    )


def lost(cause: str) -> bool:
    """Whether a noun phrase leaves open whose, where or when it was, or stands for nothing in particular."""
    head = head_of(cause)
    timed = _YEAR.search(cause) or _WHEN.search(cause)
    return bool(
        loses(cause)
        or re.search(r"\b(?:accompanying|ensuing|consequent|concurrent|attendant)\b", cause)
        or head.casefold() in _EMPTY
        or (head in _FOR and f"{head} for " in cause)
        or _SOME_ONE.match(cause)
        or (_SHIFT.match(cause) and not timed)
        or (_FIGHT.match(cause) and not (timed or _PLACED.search(cause) or _OWNER.search(cause)))
        or (_WITHOUT_OWNER.match(cause) and not _OWNER.search(cause))
        or (_PACT.search(cause) and not _NAME.search(cause))
        or (strife(cause) and not _NAME.search(cause))
    )


def lost_in(said: str) -> bool:
    """The same of an effect: also whose policy it speaks of."""
    policy = _POLICY.search(said)
    return loses(said) or bool(policy and not families(said[: policy.start()]))


def completed(cause: str, sentence: Sentence, source: Source) -> str:
    """The phrase with what it lacks, where its text names one thing only that it can be."""
    if role := _ROLE.search(cause):
        bodies = bodies_of(role["role"], source)
        return f"{cause} of the {bodies.pop()}" if len(bodies) == 1 else cause
    if strife(cause) and not _NAME.search(cause) and " between " not in cause:
        parties = pairs(f"{source.document.metadata.title or ''}. {sentence.block.text}")
        return f"{cause} between {' and '.join(sorted(parties.pop()))}" if len(parties) == 1 else cause
    return cause


def bodies_of(role: str, source: Source) -> set[str]:
    """What the text calls somebody a chair, member or mediator of, by the last two words of its name."""
    noun = re.escape(role)
    named = re.compile(
        rf"\b(?:[A-Z]\w+ )*?(?P<before>[A-Z]\w+ [A-Z]\w+) (?i:{noun})s?\b|(?i:{noun})s? of the (?:[A-Z]\w+ )*?(?P<after>[A-Z]\w+ [A-Z]\w+)\b(?! [A-Z])"
    )
    return {
        found["before"] or found["after"]
        for sentence in source.sentences
        if role.casefold() in sentence.clean.casefold()
        for found in named.finditer(sentence.clean)
    }


def pairs(text: str) -> set[frozenset[str]]:
    """The pairs of states that a text names together."""
    found = ((match["one"] or match["first"], match["other"] or match["second"]) for match in _BETWEEN.finditer(text))
    return {frozenset(pair) for pair in found if all(name in STATES for name in pair)}
