"""Events named by a noun: "the annexation of Crimea in 2014", "Putin's visit to Baku in 2013", "the war of August 2008"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, hedged
from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import tokens, upper_first, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

EVENT_NOUNS = (
    "annexation|accession|adoption|agreement|appointment|armistice|arrest|assassination|attack|collapse|coup(?: d[’']état)?|"
    "crash|creation|declaration|defeat|dissolution|election|establishment|expulsion|fall|foundation|founding|"
    "inauguration|incursion|independence|invasion|intervention|launch|massacre|occupation|offensive|ouster|outbreak|"
    "pogrom|ratification|recognition|referendum|resignation|revolution|seizure|signing|summit|suspension|tragedy|treaty|"
    "truce|uprising|visit|war|withdrawal|siege|capture|blockade|ceasefire|bombing|merger|opening|publication|death|"
    "entry|exit|departure|partition|unification|reunification|earthquake|eruption|discovery|contract"
)
_ADJECTIVE = r"(?:(?!of |to |in |on |and |since |with |for |from |at |by |after |before |following )[\w’'–-]+ )"
_NOUN = rf"(?:{_ADJECTIVE}{{0,4}}(?:{EVENT_NOUNS}))"
_PHRASE = re.compile(
    rf"(?P<phrase>(?:\b[Tt]he |\b(?:[A-ZÀ-Ž][\w.-]*[ –-]){{0,3}}[A-ZÀ-Ž][\w-]*(?:['’]s?) ){_NOUN}"
    rf"(?:(?: (?:of|to|in|with|between|from|by|against|over|for|on|and|into|as)(?: (?:the|a|an|its))?)(?: [\w’'–-]+){{1,5}}?)*)"
    rf"(?P<join>,? (?:of|in|on)(?: (?:early|late))? )$"
)
_DATED_NOUN = re.compile(r"\b[Tt]he $")
_AFTER = re.compile(
    rf" (?P<noun>{_ADJECTIVE}{{0,2}}(?:{EVENT_NOUNS}))\b(?! (?:and|that|which|opening|on|for))"
    rf"(?P<tail>(?: (?:between|of|in|with|against) (?:the )?[A-ZÀ-Ž][\w’'–-]*(?: (?:and |of )?(?:the )?[A-ZÀ-Ž][\w’'–-]*){{0,4}})?)"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|had|have|which|who|that|to \w+ the|would|could|ahead|since|their|its|his|her|following|after|before|during)\b"
)


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each named happening with its date right behind it."""
    for sentence in source.sentences:
        for date in dates(sentence.clean):
            phrase = phrase_before(sentence.clean, date) or phrase_after(sentence.clean, date)
            if not phrase:
                continue
            reason = problem(phrase, source)
            if reason:
                refused[f"happening: {reason}"] += 1
            else:
                yield fact_of(phrase, date, sentence, source)


def phrase_before(text: str, date: Date) -> str | None:
    """The shortest noun phrase with an event noun that ends at the date."""
    window = text[max(0, date.start - 140) : date.start]
    if re.match(r"\s?(?:and|or|to|until|onwards?|presidential|parliamentary|election)\b", text[date.end :]):
        return None
    starts = [m.start() for m in re.finditer(r"\b(?:[Tt]he|[A-ZÀ-Ž])", window)]
    for start in reversed(starts):
        match = _PHRASE.match(window, start)
        if match and re.search(rf"\b(?:{EVENT_NOUNS})\b", match["phrase"]) and not _VERB.search(match["phrase"]):
            return match["phrase"]
    return None


def phrase_after(text: str, date: Date) -> str | None:
    """ "the 2008 war between Georgia and Russia": the phrase without its date."""
    match = _AFTER.match(text, date.end)
    if not match or not _DATED_NOUN.search(text[: date.start]) or _VERB.search(match.group()):
        return None
    return f"the{match.group()}"


def problem(phrase: str, source: Source) -> str | None:
    """Why a phrase is not fit to be asked about."""
    named = [word for word in tokens(phrase) if source.is_name(word)]
    if not balanced(phrase) or re.search(r"['‘]\w+ \w+$", phrase):
        return "open quotation mark"
    if hedged(phrase):
        return "denied or not certain"
    if reason := pointing_outside(phrase):
        return reason
    return None if named and (3 if phrase[:3].lower() == "the" else 2) <= word_count(phrase) <= 14 else "no name"


def fact_of(phrase: str, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that the named event took place on the date."""
    name = re.sub(r"^The\b", "the", phrase)
    return Fact(
        "event", upper_first(name), "happened", date.iso, date.exactness, sentence.evidence, sentence.section.id,
        source.index, date=date.iso, parts={"asked": f"did {name} take place", "form": "phrase", "agent": "", "predicate": ""},
    )  # fmt: skip
