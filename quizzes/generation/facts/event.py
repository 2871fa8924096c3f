"""Dated events: a plain clause with a verb of happening, and one date that can only belong to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.clauses import Clause, clause_of, has_finite, hedged
from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import PARTICIPLE_OF, happens
from quizzes.generation.language.words import bag, bare, content, tokens, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from .dated import aside, cut_short, linkless, slight, subject_of, too_little

_LEAD = re.compile(r"(?:^|, )(?:In|On|During|As early as)(?: the)?(?: (?:early|late|mid|mid-))? $", re.IGNORECASE)
_BEFORE = re.compile(r"[\s,]+(?:in|on|during)(?: (?:early|late|mid))? $", re.IGNORECASE)
_STEPS = re.compile(
    r"(?:^|[,;(–—]\s*|\s)(?:(?:when|after|once|since|because|although|while|whereas|but|as|where|until|before) (?:(?:in|on) )?)"
    r"|(?:[,;] and )(?=[A-Z]|the )|^|[,;(–—] ?",
    re.IGNORECASE,
)
_NAME_ASIDE = re.compile(r"^((?:[A-ZÀ-Ž][\w’'-]+ )+[A-ZÀ-Ž][\w’'-]+), (?=was |were )")
"""A name between commas: "the prime minister, Olaf Berg, was shot"."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_OTHER_VERB = re.compile(
    r"\b(?:to (?!the|a |an |its|their|[A-Z])\w+|which|who|whom|whose|that|when|while|where|after|before|since|until|from|(?:by|for|of|without|in) \w{3,}ing)\b"
)
_RANGE_AFTER = re.compile(
    r"\s?(?:to|until|through|onwards?|(?:and|or)(?: (?:in|on|again|then))? (?:[A-Z]|\d|again)|,? (?:19|20)\d\d)\b"
)
FEWEST_WORDS, MOST_WORDS = 4, 24


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each clause that plainly dates one happening."""
    for sentence in source.sentences:
        if aside(sentence):
            continue
        text = bare(_ASIDE.sub("", sentence.clean.strip("() ")))
        for date in dates(text):
            for plain in (leading(text, date), *trailing(text, date)):
                if plain is None:
                    continue
                statement = passive(plain) if pointing_outside(plain.subject) else plain
                reason = problem(statement, source)
                if reason:
                    refused[f"event: {reason}"] += 1
                else:
                    yield fact_of(statement, date, sentence, source)
                    break


def fact_of(clause: Clause, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that the clause happened on the date."""
    return Fact(
        "event",
        linkless(upper_first(clause.text)),
        "happened",
        date.iso,
        date.exactness,
        sentence.evidence,
        sentence.section.id,
        source.index,
        date=date.iso,
        lesser=slight(clause.text, sentence),
        parts={
            "asked": linkless(clause.asked(source.inside)), "agent": clause.subject, "predicate": clause.predicate, "base": clause.base,
            "aux": clause.aux, "form": "clause",
        },
    )  # fmt: skip


def leading(text: str, date: Date) -> Clause | None:
    """ "In 1997, X joined Y." gives "X joined Y"; so does "…, in 1997, on the margins of Z, X joined Y"."""
    after = re.match(r",? (?:when )?(?=[\w“\"‘'])", text[date.end :])
    if not after or not (_LEAD.search(text[: date.start]) or "when" in after.group()):
        return None
    parts = text[date.end + after.end() :].split(", ")
    for skipped in range(min(3, len(parts))):
        clause = clause_of(", ".join(parts[skipped:]))
        if clause:
            fits = happens(clause.base) and clause.tense == "past" and not has_finite(clause.rest)
            return clause if fits and not dates(clause.text) else None
        if not re.match(
            r"(?:on|in|at|during|after|with|following|amid|as|under|before|for) ", parts[skipped], re.IGNORECASE
        ):
            return None
    return None


def trailing(text: str, date: Date) -> Iterator[Clause]:
    """ "X joined Y in 1997, which …" gives "X joined Y" when the date can only belong to that verb."""
    before = _BEFORE.search(text[: date.start])
    if not before or _RANGE_AFTER.match(text[date.end :]):
        return
    window = text[: before.start()]
    for step in reversed(list(_STEPS.finditer(window))):
        statement = _NAME_ASIDE.sub(r"\1 ", window[step.end() :].strip())
        clause = clause_of(statement)
        if clause and step.group().strip() == "," and " and " in clause.subject:
            continue  # the end of a list of names, not the whole subject
        if clause is None or clause.tense != "past" or not happens(clause.base):
            continue
        if (
            norm_space(statement).endswith(clause.rest)
            and not has_finite(clause.rest)
            and not _OTHER_VERB.search(clause.rest)
        ):
            if not hedged(window[: step.start()][-60:]) and not dates(clause.text):
                told = with_agent(clause, text[date.end :])
                if told.rest or not clause.aux or not text[date.end :].startswith(" by"):
                    yield told
            return


def with_agent(clause: Clause, after: str) -> Clause:
    """ "was created in 1999 by N" keeps its "by N"."""
    agent = re.match(
        r" by ((?:the )?[A-ZÀ-Ž][\w’'.-]*(?: (?:of |the )?[A-ZÀ-Ž][\w’'.-]*){0,4}|an? (?:[a-z-]+ ){0,2}[a-z-]+)(?=[,.;]| and |$)",
        after,
    )
    return replace(clause, rest=f"{clause.rest} by {agent[1].rstrip('.')}".strip()) if clause.aux and agent else clause


_MAKING = bag(
    "initiate establish create launch found sign adopt introduce inaugurate form build set disband dissolve abolish ratify open close"
)
_THING = re.compile(
    r"(?:the |a |an )?(?:[“\"‘'][^”\"’']+[”\"’']|[A-ZÀ-Ž][\w’'.-]*(?: (?:of |the |on |for |and )*[A-ZÀ-Ž][\w’'.-]*)*)(?: (?:group|grouping|process|format|forum))?"
)


def passive(clause: Clause) -> Clause:
    """ "they initiated the Prague Process" as "the Prague Process was initiated", when what was made has a name."""
    if clause.aux or clause.base not in _MAKING or not _THING.fullmatch(clause.rest):
        return clause
    plural = bool(re.search(r"[^s]s\W*$", re.split(r" (?:of|for|on) ", clause.rest)[0]))
    return replace(
        clause, subject=clause.rest, verb=PARTICIPLE_OF[clause.base], aux="were" if plural else "was", rest=""
    )


def norm_space(text: str) -> str:
    return re.sub(r"\s+", " ", text)


_LEANING = frozenset(["follow", "respond", "reply", "react"])
"""Verbs whose sense is in the sentence before: whom did it follow?"""


def problem(clause: Clause, source: Source) -> str | None:
    """Why a clause is not fit to be asked about."""
    if hedged(clause.text):
        return "denied or not certain"
    if clause.base in _LEANING:
        return "leans on what was told before"
    if reason := pointing_outside(clause.text) or unclear(clause.rest):
        return reason
    if not FEWEST_WORDS <= word_count(clause.text) <= MOST_WORDS:
        return "too short or too long"
    if not any(source.is_name(word) for word in tokens(clause.subject) + tokens(clause.rest)):
        return "no name"
    if re.search(
        r"\b(?:aspect|issue|process|phase|stage|part|question|problem|dimension|element|factor)s?\b", clause.subject
    ):
        return "no happening of its own"
    named = sum(source.is_name(word) for word in tokens(clause.rest))
    if not any(source.is_name(word) for word in tokens(clause.subject)) and (not clause.aux or not named):
        return "unnamed subject"
    if re.match(r"(?:a|an) [a-z]+$", clause.subject, re.IGNORECASE) and named < 2:
        return "unnamed subject"
    if re.match(r"an? [\w-]+(?: [\w-]+)?$", clause.rest) and not re.search(r"(?i)war|consulate|office", clause.rest):
        return "too little said"
    if clause.base in ("appoint", "elect", "name", "nominate") and not named:
        return "too little said"
    return "too little said" if says_little(clause, source) else None


def unclear(rest: str) -> str | None:
    """Why what follows the verb is not clear: an object that only the page names, a second deed."""
    if re.search(r"(?:^| )(?:it|them|him|there)(?= |$)", rest):
        return "anaphora"
    second = any(base_of_past(verb) for verb in re.findall(r" and (?:\w+ly )?([a-z]+)", f" {rest}"))
    return "more than one happening" if second else None


def says_little(clause: Clause, source: Source) -> bool:
    """Whether a clause leaves open who did what."""
    if subject_of(clause.text) is None or too_little(clause.text, source) or cut_short(clause.text):
        return True
    names = sum(source.is_name(word) and word != "No" for word in tokens(clause.text))
    return names < 2 and len(content(clause.rest)) < 3
