"""Safe repairs: a sentence that opens with "He", "It" or "The commission" gets the name back, where only one name can be meant."""

from __future__ import annotations

import re
from dataclasses import replace

from .language.clauses import has_finite
from .language.tenses import base_of_past
from .language.verbs import FINITE
from .people import PERSON, Names, is_person, is_person_name, surname_of, without_starter
from .reports import reports
from .sentences import Sentence

FAR = 600
"""A passage of so many characters is long enough: what stands before it is not gone back to."""

_HE = re.compile(r"^(?:He|She) (?=\w)")
_HIS = re.compile(r"^(?:His|Her) (?=\w)")
_HE_SAID = re.compile(r"(?<=[”\"] )(?:he|she)(?= [a-z]+)")
_IT = re.compile(r"^It (?=(?:(?:also|then|later|thus|therefore|\w+ly) )?(?P<verb>\w+))")
_THE = re.compile(
    r"^(?P<when>(?:In|On|At|By|During|After)[^,]{3,40}, )?[Tt]he (?P<noun>[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Aa]gency|[Aa]uthority|[Tt]reaty|[Aa]greement|"
    r"[Pp]act|[Cc]onvention|[Dd]eclaration|[Cc]ourt|[Uu]nion|[Bb]ank|[Ff]und|[Oo]rgani[sz]ation|[Cc]onference|[Gg]roup|[Ii]nstitute|[Aa]ssembly|[Aa]lliance) "
    r"(?=(?:(?:also|then|later|\w+ly) )?(?P<verb>\w+))"
)
"""A body or paper that the sentence before may name in full."""
_EMPTY = frozenset(
    [
        "seemed",
        "seems",
        "appeared",
        "appears",
        "remains",
        "remained",
        "became",
        "becomes",
        "takes",
        "took",
        "follows",
        "means",
        "goes",
    ]
)
"""Verbs after which "it" may stand for nothing."""


def repaired(sentences: list[Sentence], named: Names) -> list[Sentence]:
    """The sentences, those with a safe repair reworded; their passage then begins at the sentence that names the name."""
    found = list(sentences)
    for number in range(1, len(found)):
        before, sentence = found[number - 1], sentences[number]
        if sentence.start - before.start > FAR:
            before = sentences[number - 1]
        told = reworded(sentence, before, named) if before.block is sentence.block else None
        if told:
            text = sentence.block.text[before.start : sentence.end]
            found[number] = replace(sentence, text=text, start=before.start, told=told)
    return found


def reworded(sentence: Sentence, before: Sentence, named: Names) -> str | None:
    """The sentence with the name in the place of its first word, or None."""
    clean = sentence.clean
    if (pronoun := _HE.match(clean) or _HIS.match(clean)) and (person := only_person(before.clean, named)):
        owner = f"{person}'s" if _HIS.match(clean) else person
        return f"{owner} {clean[pronoun.end() :]}"
    if (said := _HE_SAID.search(clean)) and (person := only_person(before.clean, named)):
        return f"{clean[: said.start()]}{person}{clean[said.end() :]}"
    if (
        (it := _IT.match(clean))
        and it["verb"] in FINITE
        and it["verb"] not in _EMPTY
        and (actor := opening_actor(before.clean, named))
    ):
        return f"{actor} {clean[it.end() :]}"
    if (
        (the := _THE.match(clean))
        and (the["verb"] in FINITE or has_finite(the["verb"]) or base_of_past(the["verb"]))
        and (name := only_name(the["noun"], before.clean))
    ):
        return f"{the['when'] or ''}{'the' if the['when'] else 'The'} {name} {clean[the.end() :]}"
    return None


def only_name(noun: str, text: str) -> str | None:
    """The one name of the text that ends with the noun: "Reparation Commission" for "the Commission"."""
    found = re.findall(rf"(?:[A-ZÀ-Ž][\w’-]+ (?:(?:of|for|on|and) )?)+{noun.capitalize()}\b", text)
    bare = {re.sub(r"^(?:The|A|An|In|At|By|For|When|After) ", "", name) for name in found}
    return bare.pop() if len(bare) == 1 and " " in min(bare) else None


def only_person(text: str, named: Names) -> str | None:
    """The person with whom the sentence opens, or whose claim it is, when it names nobody else, not even a name nobody knows."""
    opening = next((name for name in sorted(named.persons, key=len, reverse=True) if _opens(text, name)), None)
    opening = opening or speaker(text, named) or newcomer(text)
    if opening is None or re.search(r"\b(?:he|she|his|her|him|father|son|wife|brother|whose|who)\b", text):
        return None
    rest = text.replace(opening, "", 1)
    others = [name for name in named.persons if re.search(rf"\b{re.escape(name)}\b", rest)]
    unknown = [name for name in re.findall(PERSON, rest) if is_person_name(without_starter(name))]
    return None if others or unknown else opening


def speaker(text: str, named: Names) -> str | None:
    """The person to whom the sentence credits a claim."""
    told = {report.who for report in reports(text)}
    known = {
        name
        for who in told
        for name in (*named.persons, who)
        if who.endswith(name) and is_person(named.persons.get(name, name))
    }
    return max(known, key=len) if len({surname_of(name) for name in known}) == 1 else None


def newcomer(text: str) -> str | None:
    """The person with whom the sentence opens, though the text may name them here only."""
    match = re.match(rf"(?:(?:In|On|At) [^,]{{3,30}}, )?(?P<name>{PERSON}) (?P<verb>[a-z]+)\b", text)
    acts = match and (match["verb"] in FINITE or match["verb"].endswith("ed"))
    return match["name"] if match and acts and is_person(match["name"]) else None


def _opens(text: str, name: str) -> bool:
    """Whether the name is the subject of the sentence: at its start, or behind a date or a title there."""
    return bool(
        re.match(rf"(?:(?:In|On|At) [^,]{{3,30}}, )?(?:[A-Z][\w-]+ ){{0,3}}?{re.escape(name)} (?!and\b)[a-z]", text)
    )


def opening_actor(text: str, named: Names) -> str | None:
    """The state or body with which the sentence opens, when a verb follows at once."""
    words = text.split(" ")
    for size in (1, 2, 3, 4):
        actor = " ".join(words[:size])
        if (
            len(words) > size
            and named.kind(actor) in ("state", "body")
            and (has_finite(words[size]) or words[size] in FINITE)
        ):
            return actor
    return None
