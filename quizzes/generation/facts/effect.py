"""What brought something about: an event or a condition has an effect, and both can be read without their page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quizzes.generation.causes.causal import CALLED, Effect, clauses, effects, is_finite, owned, subject
from quizzes.generation.causes.nominal import ADJECTIVE_END, definite, head_of, is_cause, is_plural
from quizzes.generation.language.causes import PAST, THIRD, sort_of
from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bare, content, upper_first, word_count
from quizzes.generation.text.arguments import completed, lost, lost_in
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_REPORTED = re.compile(
    r"\b(?:[Aa]ccording to|reportedly|allegedly|supposedly|hypothes[ie]s|[Ii]n (?:his|her|their|whose) (?:view|opinion|words)|[Ff]rom \S+ (?:perspective|point of view))\b|\?$|\b(?:I|we|We|my|our)\b|^For [A-Z]"
)
_UNSAID = re.compile(
    r"^(?:[Tt]he |[Aa]n? )?(?:same|first|second|third|last|latter|former|new|other|above|only|main|key|major|recent|next|final|following|latest|previous|mere|very|whole|"
    r"resulting|subsequent|current|aforementioned) (?!of\b)(?:\w+ )?\w+(?: (?:and|or) |$| (?!of|in|for|between|to|with|on|over|against|from)\w)"
)
_OF_TEXT = re.compile(
    r"\b(?:theor(?:y|ies|etical)|research|methods?|methodology|literature|paper|thesis|chapter|section|examination|comments|remarks|aspects|hypothes[ie]s|paradigm|scholars?|perspectives?|concepts?|terms?)\b|^(?:An? )?(?:examination|analysis|look|overview|survey|comparison)\b",
    re.IGNORECASE,
)
"""What the text does, and not what happened."""
_CUT_SHORT = re.compile(
    r" (?!(?:of|in|for|to|with|between|against|towards?|on|over|from|by|at|after|under|and|or|the|than|as|like|via|near|de|al|von|van|der|war|president|minister|late)\b)(?:[a-z]+[a-z]{2}) [A-ZÀ-Ž][\w’'-]*$"
)
"""A noun with a name behind it: a relative clause has lost its verb."""
_CUT_END = re.compile(
    r" (?:that|to|of|the|a|an|and|or|in|with|for|by|which|who|as|on|its|their|from|not|point|role|part|way|step|basis|example|case|means|opportunity|impact|influence|effect)$| (?:for|of|in|by|with|and|the|an?|to)"
    + ADJECTIVE_END.pattern
)
_NAMED = re.compile(
    r"\b(?:[Tt]he|[A-ZÀ-Ž][\w-]+['’]s) (?:[a-z-]+ ){1,3}(?:of|in|to|from|against|between|with|on|over|for) (?:the )?[A-ZÀ-Ž][\w-]+(?: (?:and |of |the )*[A-ZÀ-Ž][\w-]+)*"
    r"(?: (?:of|in|to|from|against|between|with|on|over|for) (?:the )?[A-ZÀ-Ž][\w-]+(?: [A-ZÀ-Ž][\w-]+)*)?(?: in \d{4})?(?= (?:is|are|was|were|has|have|had|in|on|to|that|which|with|by|for|from|as|at|would|could|when|after|before|while|because)\b|[.,;])"
)
_OWN = re.compile(
    r"[A-ZÀ-Ž][\w-]+['’]s? [a-z-]+ to [a-z]+ its\b(?!.*\b(?:its|their|his|her)\b.*\b(?:its|their|his|her)\b)"
)
"""Ostland's refusal to share its charts: whose is plain."""
_TAKES_UP = re.compile(r"^(?P<word>It|This) (?:(?:also|then|thus|even|\w+ly) )*(?P<verb>[a-z]+) ")
_ALONG = re.compile(
    rf"(?P<said>.{{40,}}?)(?:,? with (?:the|an?) | by [a-z]+ing | and (?:\w+ly )?(?:{'|'.join(sorted([*THIRD, *PAST]))}) )"
)
"""What went along with an effect, or a second one."""
GAP = 8
"""Letters between two sentences that follow each other."""
FEW = 16
"""Of fewer phrases of a text a question hardly finds three that could stand beside the right one."""
FEWEST_SAID, MOST_SAID = 4, 24


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An effect for each sentence that tells one; its cause alone where the effect leans on its page; events of the text where these are few."""
    found = [
        fact
        for sentence in taken_up(source.sentences)
        if not sentence.quoted and not _REPORTED.search(sentence.clean)
        for fact in told(sentence, source, refused)
    ]
    yield from found
    if any(fact.askable for fact in found) and len({fact.value for fact in found}) < FEW:
        yield from islice(named(source), FEW)


def taken_up(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The sentences; one that takes up the event of the sentence before as "it" or "this" names it, and its passage holds both."""
    before: Sentence | None = None
    for sentence in sentences:
        text = bare(sentence.clean)
        takes = _TAKES_UP.match(text)
        near = before and before.block is sentence.block and 0 <= sentence.start - before.end <= GAP
        finite = takes is not None and is_finite(takes["verb"])
        event = events_of(before.clean).get(takes["word"]) if before and near and takes and finite else None
        if before and takes and event:
            passage = sentence.block.text[before.start : sentence.end]
            told = upper_first(f"{event}{text[takes.end('word') :]}")
            sentence = replace(sentence, text=passage, start=before.start, told=told)
        yield sentence
        before = sentence


def events_of(clean: str) -> dict[str, str]:
    """What "it" and "this" can take up: the event that a sentence is about, and the one that it calls something."""
    found: dict[str, str] = {}
    for text in clauses(clean):
        topic = subject(text.split(" "))
        called = next((effect.cause for effect in effects(text) if effect.verb in CALLED), "")
        for word, event in (("It", topic), ("This", called)):
            if event and definite(event) and not is_plural(event) and not cause_problem(event):
                found.setdefault(word, event)
    return found


def named(source: Source) -> Iterator[Fact]:
    """Events and conditions with a name that stand anywhere in the text."""
    for sentence in source.sentences:
        for match in _NAMED.finditer(sentence.clean):
            phrase = match.group()
            if (
                is_cause(phrase)
                and phrase.split(" ")[-1] not in MONTHS
                and sort_of(head_of(phrase)) != "thing"
                and not cause_problem(phrase)
            ):
                yield matter(phrase, sentence, source)


def told(sentence: Sentence, source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """What one sentence tells."""
    seen: set[str] = set()
    for text in clauses(sentence.clean):
        topic = subject(text.split(" "))
        if topic and topic not in seen and definite(topic) and not cause_problem(topic):
            seen.add(topic)
            yield matter(topic, sentence, source)
        for effect in map(short, map(owned, effects(text))):
            said, effect = effect.cause, replace(effect, cause=completed(effect.cause, sentence, source))
            if reason := cause_problem(effect.cause):
                refused[f"effect: {reason}"] += 1
                if effect.form == "what" and definite(effect.cause) and not said_problem(effect):
                    yield outcome(effect, sentence, source)
                continue
            if reason := said_problem(effect):
                refused[f"effect: {reason}"] += 1
            yield fact_of(effect, said, sentence, source, askable=not reason)
            break


def short(effect: Effect) -> Effect:
    """The effect without what went along with it and without a second one, where it could not be asked about with them."""
    along = _ALONG.match(effect.said)
    return replace(effect, said=along["said"]) if along and said_problem(effect) else effect


def cause_problem(cause: str) -> str | None:
    """Why a cause cannot be read alone."""
    if _UNSAID.match(cause):
        return "leans on its page"
    if re.search(r"\b(?:its|their|his|her)\b", cause) and not _OWN.match(cause):
        return "anaphora"
    if _OF_TEXT.search(cause):
        return "about the document itself"
    if reason := pointing_outside(f"{cause} was felt"):
        return reason
    if _CUT_SHORT.search(cause):
        return "cut"
    if len(content(cause)) < 2:
        return "too little said"
    return "argument lost" if lost(cause) else None


def said_problem(effect: Effect) -> str | None:
    """Why an effect cannot be asked about."""
    said = effect.said
    if not balanced(said) or re.search(r"\.\.\.|…|[\[\]:;?]|\s[–—]\s|\bnot only\b", said):
        return "cut"
    if lost_in(said) or re.search(r"\bcontinue[sd]?$", said):
        return "argument lost"
    if re.search(r"\b(?:similar|respective|aforesaid|said|another|further|other|one of)\b", said):
        return "leans on its page"
    if re.search(r"\b(?:not|never|no|nothing|nobody|none|little|hardly|neither|without|except|least)\b|n['’]t\b", said):
        return "denied"
    if effect.form != "origin" and _CUT_END.search(said):
        return "cut"
    told = re.sub(r" the (?:result|outcome|consequence|product)$", "", said) if effect.form == "result" else said
    if reason := pointing_outside(upper_first(told) if effect.form == "reason" else f"What {told}"):
        return reason
    named = re.search(r"\b[A-ZÀ-Ž]", said)
    if not word_count(said) <= MOST_SAID or len(content(said)) < FEWEST_SAID - bool(named):
        return "too short or too long"
    return None


def matter(topic: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text speaks of an event or a condition, which may stand among wrong causes."""
    return Fact(
        "matter", sentence.evidence.quote, "is told of", topic, sort_of(head_of(topic)), sentence.evidence, sentence.section.id, source.index,
        askable=False, parts={"form": "matter"},
    )  # fmt: skip


def fact_of(effect: Effect, said: str, sentence: Sentence, source: Source, *, askable: bool) -> Fact:
    """The fact that the text names this cause for that; what the passage itself calls the cause, where it is completed."""
    shorter = {"in the passage": said} if said != effect.cause else {}
    return Fact(
        "effect", effect.said, "is brought about by", effect.cause, sort_of(head_of(effect.cause)), sentence.evidence, sentence.section.id,
        source.index, modality="attributed", askable=askable, parts={"form": effect.form, "verb": effect.verb} | shorter,
    )  # fmt: skip


def outcome(effect: Effect, sentence: Sentence, source: Source) -> Fact:
    """The fact that something came of a cause which only its page explains: an effect that may stand among wrong ones."""
    return Fact(
        "outcome", effect.said, "comes of", effect.cause, "", sentence.evidence, sentence.section.id, source.index,
        askable=False, parts={"form": effect.form, "verb": effect.verb},
    )  # fmt: skip
