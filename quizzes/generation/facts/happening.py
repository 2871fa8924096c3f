"""Events named by a noun, told as a clause: "the annexation of Crimea in 2014" as "Crimea was annexed"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language import lexicon
from quizzes.generation.language.bodies import ADJECTIVES, HEADS, TOPICS
from quizzes.generation.language.clauses import balanced, hedged
from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import PASTS
from quizzes.generation.language.words import tokens, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from .dated import PAPERS, aside, asked, cut_short, slight

_DONE = {
    "abolition": "abolished", "adoption": "adopted", "annexation": "annexed", "assassination": "assassinated", "bombing": "bombed",
    "capture": "captured", "election": "elected", "creation": "created", "dissolution": "dissolved", "establishment": "established",
    "foundation": "founded", "founding": "founded", "formation": "formed", "inauguration": "inaugurated", "introduction": "introduced",
    "invasion": "invaded", "launch": "launched", "nationalisation": "nationalised", "nationalization": "nationalized",
    "occupation": "occupied", "opening": "opened", "partition": "partitioned", "publication": "published",
    "ratification": "ratified", "repeal": "repealed", "seizure": "seized", "signing": "signed",
}  # fmt: skip
"""What happens to the thing that follows the noun: the creation of the fund → the fund was created."""
_BEFELL = {
    "collapse": "collapsed",
    "entry into force": "entered into force",
    "fall": "fell",
    "outbreak": "broke out",
    "resignation": "resigned",
    "secession": "seceded",
}
"""What befell it."""
_DID = {
    "accession to": "acceded to", "annexation of": "annexed", "departure from": "left", "entry into": "entered", "exit from": "left",
    "invasion of": "invaded", "nationalisation of": "nationalised", "nationalization of": "nationalized", "occupation of": "occupied",
    "ratification of": "ratified", "recognition of": "recognised", "seizure of": "seized", "visit to": "visited",
    "withdrawal from": "withdrew from",
}  # fmt: skip
"""What the owner of the noun did: Norway's accession to the pact → Norway acceded to the pact."""
_BECAME = re.compile(
    r"\b(?P<owner>(?:the )?[A-ZÀ-Ž][\w–-]*(?: [A-ZÀ-Ž][\w–-]*){0,2})(?:['’]s|(?<=s)['’]) independence (?:in|on) $"
)
"""Norway's independence → Norway became independent."""
_AGREED = {
    "war": "went to war", "truce": "agreed on a truce", "ceasefire": "agreed on a ceasefire", "armistice": "agreed on an armistice",
    "treaty": "signed a treaty", "agreement": "signed an agreement", "summit": "held a summit",
}  # fmt: skip
"""What two did with each other: the 1879 war between Chile and Peru → Chile and Peru went to war."""

_NAME = r"(?:the )?[A-ZÀ-Ž][\w’'–-]*(?: (?:of (?:the )?)?[A-ZÀ-Ž](?:\.|[\w’'–-]*)){0,4}"
_THING = r"(?P<thing>(?:the |an? )?(?:(?!(?:and|that|which|who) )[\w’'–-]+ ){0,6}?[\w’'–-]+)"
_OF_THING = re.compile(
    rf"(?:\b(?P<before>\w+) )?\b[Tt]he (?P<noun>{'|'.join((*_DONE, *_BEFELL))}) of {_THING}(?: by (?P<agent>{_NAME}))?,? (?:in|on) (?:early |late )?$"
)
_BY_OWNER = re.compile(
    rf"(?P<owner>{_NAME})(?:['’]s|(?<=s)['’]) (?P<noun>{'|'.join(_DID)}) {_THING},? (?:in|on) (?:early |late )?$"
)
_BY_ADJECTIVE = re.compile(
    rf"\b[Tt]he (?P<owner>{_NAME}) (?P<noun>{'|'.join(noun for noun in _DID if noun.endswith(' of'))}) {_THING},? (?:in|on) (?:early |late )?$"
)
_COMMON = HEADS | ADJECTIVES | TOPICS | frozenset(["Agreement", "Convention", "Protocol", "Act", "Defense", "Peace"])
_HELD = frozenset(["Conference", "Congress", "Summit"])
_TREATY = r"(?P<name>(?:[A-ZÀ-Ž][\w’'–-]*(?: of| on| for| and)? )+(?P<kind>Treaty|Pact|Agreement|Convention|Protocol|Accords?|Act|Conference|Congress|Summit)(?: (?:of|on|with|for|to|between) (?:(?:the |and )?[A-ZÀ-Ž][\w’'–-]*(?: |(?=[,.;:)]|$)))+)?)"
_SEATED = re.compile(
    r"\b[Tt]he (?P<name>(?P<kind>Treaty|Pact|Agreement|Convention|Protocol|Accords?|Peace|Conference|Congress) of (?P<seat>[A-ZÀ-Ž][a-zà-ž’'-]+(?:[ –-][A-ZÀ-Ž][a-zà-ž’'-]+)?)) (?:of |in |\()$"
)
"""A treaty or conference with the name of its place: "the Convention of Lima of 29 October 1888"."""
_TREATY_OF = re.compile(rf"\b[Tt]he {_TREATY} ?(?:of |in |\(|, )(?:early |late )?$")
_THING_AFTER = re.compile(rf" (?P<noun>{'|'.join(_DONE)}) of (?P<thing>{_NAME})")
"""The year in front of the noun: "the 1931 occupation of Greenland"."""
_TREATY_AFTER = re.compile(rf" {_TREATY}")
"""A treaty or law with its year: "the 1902 Lima Protocol", "the Fisheries Convention of 1934"."""
_BETWEEN = re.compile(rf"(?P<noun>{'|'.join(_AGREED)}) between (?P<one>{_NAME}) and (?P<other>{_NAME})")
_DID_SO = re.compile(
    rf" (?P<paper>(?:(?!(?:and|or|of|in)\b)[\w’'-]+ ){{0,4}}?(?:{PAPERS})) (?:(?:that|which) (?P<did>[a-z]+)|(?P<doing>[a-z]+)ing) (?P<rest>[^,;:.()]+)"
)
"""A paper with its year and what it did: "the 1931 law banning the export of guano"."""
_CALLS = frozenset(
    ["for", "on", "support", "supported", "oppose", "opposed", "proposed", "announced", "demanded", "about", "towards"]
)
"""Words before the noun that make it a wish or a topic, so that the date belongs to something else."""
_OTHER_CLAUSE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|to \w+ the|would|could|since|their|its|his|her|following|after|before|during)\b"
)
_EXAMPLE = re.compile(r"\b(?:such as|including|among them)\b")
"""Behind which an event is told as one of several."""
FEWEST_WORDS, MOST_WORDS = 3, 16


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each noun of happening with its date beside it."""
    for sentence in source.sentences:
        if aside(sentence):
            continue
        for date in dates(sentence.clean):
            told = clause_before(sentence.clean, date) or clause_after(sentence.clean, date)
            if not told:
                continue
            reason = problem(told, source)
            if reason:
                refused[f"happening: {reason}"] += 1
            else:
                found = fact_of(told, date, sentence, source)
                yield replace(found, lesser=found.lesser or bool(_EXAMPLE.search(sentence.clean[: date.start])))


def clause_before(text: str, date: Date) -> str | None:
    """What the noun in front of the date tells, as a clause."""
    window = text[max(0, date.start - 140) : date.start]
    if re.match(r"\s?(?:and|or|to|until|onwards?|presidential|parliamentary|election)\b", text[date.end :]):
        return None
    if done := _BY_OWNER.search(window):
        return f"{done['owner']} {_DID[done['noun']]} {done['thing']}"
    if done := _BY_ADJECTIVE.search(window):
        owner = lexicon.ADJECTIVES.get(done["owner"], "")
        return f"{state_in_text(owner) if owner else 'the ' + done['owner']} {_DID[done['noun']]} {done['thing']}"
    if seated := _SEATED.search(window):
        return f"the {seated['name']} was {'held' if seated['kind'] in _HELD else 'concluded'}"
    named = _TREATY_OF.search(window)
    if named and (named["kind"] in (*_HELD, "Act") or "in " not in window[named.end("name") :]):
        setting = named["kind"] in _HELD and text[date.end :].startswith(",")
        return None if setting else made(named)
    if free := _BECAME.search(window):
        return f"{free['owner']} became independent"
    if thing := _OF_THING.search(window):
        return None if thing["before"] in _CALLS else befallen(thing["noun"], thing["thing"], thing["agent"])
    return None


def befallen(noun: str, thing: str, agent: str | None) -> str:
    """ "creation", "the fund" → "the fund was created"."""
    if noun in _BEFELL:
        return f"{thing} {_BEFELL[noun]}"
    told = f"{thing} {'were' if plural(thing) else 'was'} {_DONE[noun]}"
    return f"{told} by {agent}" if agent else told


def plural(thing: str) -> bool:
    """Whether the words before the first preposition name several."""
    head = re.split(r" (?:of|in|for|on|to|with|between|from|at) ", thing)[0]
    return bool(re.search(r"[^\Ws]s$|people$| and ", head)) and not re.match(r"an? |[A-Z]", head)


def clause_after(text: str, date: Date) -> str | None:
    """ "the 1879 war between Chile and Peru": the year stands before the noun."""
    if re.search(r"\b(?:[Tt]he|[Aa]n?) $", text[: date.start]) and (did := _DID_SO.match(text, date.end)):
        return paper_did(did)
    if not re.search(r"\b[Tt]he $", text[: date.start]):
        return None
    if named := _TREATY_AFTER.match(text, date.end):
        return made(named)
    if thing := _THING_AFTER.match(text, date.end):
        return befallen(thing["noun"], thing["thing"], None)
    match = _BETWEEN.match(text, date.end + 1)
    if not match:
        return None
    return f"{match['one']} and {match['other']} {_AGREED[match['noun']]}"


def paper_did(did: re.Match[str]) -> str | None:
    """ "law banning the export of guano" as "a law banned the export of guano"."""
    paper = f"{'an' if did['paper'][0] in 'aeiou' else 'a'} {did['paper']}"
    if did["did"]:
        return f"{paper} {did['did']} {did['rest']}" if base_of_past(did["did"]) else None
    stem = did["doing"]
    base = next((base for base in (stem, f"{stem}e", stem[:-1]) if base in PASTS), None)
    return f"{paper} {PASTS[base]} {did['rest']}" if base else None


def made(named: re.Match[str]) -> str | None:
    """ "Lima Protocol" as "the Lima Protocol was concluded"; None for a name that many bear, such as "Defence Agreement"."""
    yearly = named["kind"] in _HELD and re.search(r"Security|Annual|Party|World", named["name"])
    if yearly or set(named["name"].split()) <= _COMMON:
        return None
    verb = "were" if named["kind"] == "Accords" else "was"
    done = "held" if named["kind"] in _HELD else "passed" if named["kind"] == "Act" else "concluded"
    return f"the {named['name'].strip()} {verb} {done}"


def state_in_text(name: str) -> str:
    """The name of a state inside a sentence."""
    return f"the {name}" if re.match(r"(?:United|Soviet|Ottoman|Netherlands|Philippines)", name) else name


def problem(told: str, source: Source) -> str | None:
    """Why a clause is not fit to be asked about."""
    if not balanced(told) or re.search(r"['‘]\w+ \w+$", told):
        return "open quotation mark"
    if hedged(told) or len(_OTHER_CLAUSE.findall(told)) > 1:
        return "denied or not certain"
    if reason := pointing_outside(told):
        return reason
    if cut_short(told):
        return "too little said"
    named = [word for word in tokens(told) if source.is_name(word)]
    return None if named and FEWEST_WORDS <= word_count(told) <= MOST_WORDS else "no name"


def fact_of(told: str, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that the event took place on the date."""
    return Fact(
        "event", upper_first(told), "happened", date.iso, date.exactness, sentence.evidence, sentence.section.id,
        source.index, date=date.iso, lesser=slight(told, sentence), parts={"asked": asked(told, source), "form": "clause"},
    )  # fmt: skip
