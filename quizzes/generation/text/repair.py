"""Safe repairs: "He", "It", "the pact" or a surname that two persons share gives way to the name, where only one can be meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from quizzes.generation.language.clauses import has_finite
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import FUNCTION_WORDS, upper_first
from quizzes.generation.names.namesakes import alone, full_names
from quizzes.generation.names.people import PERSON, Names, is_person, is_person_name, surname_of, without_starter
from quizzes.generation.names.reports import reports
from quizzes.generation.text.sentences import Sentence

FAR = 600
"""A passage of so many characters is long enough: what stands before it is not gone back to."""

_HE = re.compile(
    r"^(?:(?P<when>(?:In|On|By|At|After|During|From|Until) [^,]{2,60}?,? )(?:he|she)|(?:(?:But|Yet|Then|Thus|Instead|Later|Afterwards|Nevertheless|Still),? )(?:he|she)|He|She) (?=[a-z])"
)
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


def repaired(sentences: list[Sentence], named: Names, namesakes: Iterable[str] = (), title: str = "") -> list[Sentence]:
    """The sentences, those with a safe repair reworded; their passage then begins at the sentence that names the name."""
    found = list(sentences)
    whole = " ".join(sentence.clean for sentence in sentences)
    matters = matters_of(whole, title)
    named = replace(named, persons={name: name for name in sorted(set(_CITED.findall(whole)))} | named.persons)
    for number in range(1, len(found)):
        before, sentence = found[number - 1], sentences[number]
        if sentence.start - before.start > FAR:
            before = sentences[number - 1]
        earlier = sentence.block.text[: before.start]
        told = reworded(sentence, before, named, earlier) if before.block is sentence.block else None
        if told:
            text = sentence.block.text[before.start : sentence.end]
            found[number] = replace(sentence, text=text, start=before.start, told=told)
        elif completed := with_full_name(sentence, sentences[max(0, number - NEAR) : number], namesakes, matters):
            found[number] = completed
    return found


_CITED = re.compile(r"(?<![\w’'-])(?<! and )([A-ZÀ-Ž][\w’'-]+[a-zà-ž]) \((?:1[89]|20)\d\d[a-z]?\)")
"""A scholar by surname, with the year of a work."""
NEAR = 4
"""So many sentences may lie between a name and "the pact"."""
_INSIDE = re.compile(
    r"\b(?P<the>[Tt]he) (?P<noun>[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Aa]gency|[Aa]uthority|treaty|agreement|pact|accord|convention|protocol|memorandum|"
    r"declaration|court|bank|[Ff]und|organi[sz]ation|conference|[Ii]nstitute|assembly|alliance|consortium|[Cc]ompany|dam|canal|pipeline|railway|reservoir)\b"
    r"(?=['’]s |[.,;]|$| (?!(?:of|on|for|between|to|that|which|with|in|at|from)\b)(?P<next>[a-z]+)\b)"
)
"""A body, a paper or a work that nothing behind it names."""


OFTEN, CLEARLY = 5, 3
"""A text is on the thing that it calls "the dam" so often, and names so many times as often as any other dam."""


def matters_of(text: str, title: str = "") -> dict[str, str]:
    """What the text is on: "dam" → "Oslo Dam", where that is the dam of which it speaks throughout, or which its title names."""
    often = Counter(match["noun"].casefold() for match in _INSIDE.finditer(text))
    found = {}
    for noun in (noun for noun, times in often.items() if times >= OFTEN):
        told = [*re.findall(full_name_of(noun), text), *re.findall(full_name_of(noun), title) * CLEARLY]
        names = Counter(map(without_article, told)).most_common(2)
        rival = names[1][1] if len(names) > 1 else 1
        if names and " " in names[0][0] and names[0][1] + short_forms(names[0][0], text) >= CLEARLY * rival:
            found[noun] = names[0][0]
    return found


def short_forms(name: str, text: str) -> int:
    """How often the text has the name's initials in its place."""
    initials = "".join(word[0] for word in re.split(r"[ -]", name) if word[0].isupper())
    return len(re.findall(rf"\b{initials}\b", text)) if len(initials) > 2 else 0


def with_full_name(
    sentence: Sentence, before: list[Sentence], namesakes: Iterable[str], matters: Mapping[str, str]
) -> Sentence | None:
    """The sentence with the one full name that its paragraph, or the text throughout, has for a thing or surname in it, or None."""
    near = [s for s in before if s.block is sentence.block and sentence.start - s.start <= FAR]
    text = " ".join(s.clean for s in near)
    told = (
        with_thing(sentence.clean, text, matters)
        or with_forename(sentence.clean, text, namesakes)
        or with_forename(sentence.clean, f"{sentence.section.title or ''} {text}", namesakes)
        or with_company(sentence.clean, matters)
    )
    if told is None:
        return None
    wording, name = told
    start = max((s.start for s in near if name in s.clean), default=sentence.start)
    return replace(sentence, text=sentence.block.text[start : sentence.end], start=start, told=wording)


def with_thing(text: str, before: str, matters: Mapping[str, str]) -> tuple[str, str] | None:
    """The words with "the Copper Pact" for "the pact", and that name, where nothing else before them is a pact."""
    the = _INSIDE.search(text)
    if the is None or not (the["next"] is None or the["next"] in FUNCTION_WORDS or the["next"] in FINITE):
        return None
    noun, rest = the["noun"].casefold(), text[: the.start()] + text[the.end() :]
    if noun.capitalize() in rest or re.search(
        rf"(?<![Tt]he )\b{noun}s?\b|\b[Tt]he {noun} (?:on|of|for|between|establishing|creating)\b", f"{before} {text}"
    ):
        return None
    name = only_name(noun, before) or ("" if noun.capitalize() in before else matters.get(noun))
    return (f"{text[: the.start()]}{the['the']} {name}{text[the.end('noun') :]}", name) if name else None


_SHARES = re.compile(
    r"\b(?:\d[\d,.]*|his|her|its|their|the|many|all|[A-Z][a-z]+) (?:remaining )?(?:shares|holding|stake)\b(?! (?:of|in|company|price|capital|themselves)\b)(?!['’])"
)


def with_company(text: str, matters: Mapping[str, str]) -> tuple[str, str] | None:
    """The words with "shares in the Oslo Dam Company" for "shares", and that name, in a text on one company."""
    shares, company = _SHARES.search(text), matters.get("company")
    if shares is None or company is None or "ompan" in text:
        return None
    return f"{text[: shares.end()]} in the {company}{text[shares.end() :]}", company


def with_forename(text: str, before: str, namesakes: Iterable[str]) -> tuple[str, str] | None:
    """The words with the full name for a surname that two persons of the text share, and that name."""
    for surname in namesakes:
        bare, known = alone(surname, text), full_names(surname, f"{before} {text}")
        if bare and len(known) == 1 and (name := known.pop()) in before:
            start = bare.end() - len(surname)
            return f"{text[:start]}{name}{text[bare.end() :]}", name
    return None


def reworded(sentence: Sentence, before: Sentence, named: Names, earlier: str = "") -> str | None:
    """The sentence with the name in the place of its first word, or None."""
    clean = sentence.clean
    if (he := _HE.match(clean)) and (person := only_person(before.clean, named, earlier)):
        return upper_first(f"{he['when'] or ''}{person} {clean[he.end() :]}")
    if (his := _HIS.match(clean)) and (person := only_person(before.clean, named, earlier)):
        return f"{person}'s {clean[his.end() :]}"
    if (said := _HE_SAID.search(clean)) and (person := only_person(before.clean, named, earlier)):
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
    bare = {without_article(name) for name in re.findall(full_name_of(noun), text)}
    return bare.pop() if len(bare) == 1 and " " in min(bare) else None


def full_name_of(noun: str) -> str:
    """A pattern for names that end with the noun."""
    return rf"(?:[A-ZÀ-Ž][\w’-]+ (?:(?:of|for|on|and) )?)+{noun.capitalize()}\b"


def without_article(name: str) -> str:
    """The name without the capital word that merely begins its sentence."""
    return re.sub(r"^(?:The|A|An|In|At|By|For|When|After) ", "", name)


def only_person(text: str, named: Names, earlier: str = "") -> str | None:
    """The person with whom the sentence opens, or whose claim it is, when nobody else can be meant by the next one.

    It names nobody else, not even by a name nobody knows or as somebody's brother or minister; where it has a pronoun
    of its own, what the paragraph has said earlier names nobody else either.
    """
    opening = next((name for name in sorted(named.persons, key=len, reverse=True) if _opens(text, name)), None)
    opening = opening or speaker(text, named) or newcomer(text)
    if opening is None:
        return None
    rest = text.replace(opening, "", 1)
    if _OTHER_PERSON.search(_OWN_TITLE.sub("", rest)):
        return None
    pronoun = re.search(r"\b(?:him|whom)\b", rest)
    if names_another(rest, opening, named) or (pronoun and names_another(earlier, opening, named)):
        return None
    return opening


_PERSON_NOUN = (
    r"(?:father|mother|son|daughter|wife|husband|brother|sister|nephew|niece|uncle|cousin|friend|successor|predecessor|heir|rival|man|woman|boy|girl|"
    r"king|queen|emperor|sultan|khedive|viceroy|president|(?:prime )?minister|chancellor|ambassador|consul|governor|general|colonel|envoy|secretary|"
    r"engineer|banker|lawyer|scholar|historian|author|colleague|leader|chairman|director|deputy|adviser|editor|judge|poet|officer|counterpart|partner|"
    r"someone|somebody|nobody|student|critic|candidate|owner|founder|head)"
)
_OTHER_PERSON = re.compile(
    rf"\b{_PERSON_NOUN}\b(?! of the (?:commission|committee|board)\b)|\b(?:[Tt]he|his|her|an?) (?:[\w-]+ )?(?i:{_PERSON_NOUN})\b"
)
"""Words for people whom the next sentence may go on to speak of."""
_OWN_TITLE = re.compile(
    rf"^,? (?:an?|the|then|now) (?:[\w’'-]+ ){{0,4}}?{_PERSON_NOUN}\b|\b(?:as|was|is|were|became|become|appointed|elected|named|made|been) (?:(?:an?|the|his|her) )?(?:[\w’'-]+ ){{0,3}}?{_PERSON_NOUN}\b"
)
"""What the sentence makes of its own subject: ", a lawyer", "was the governor", "elected as head"."""


def names_another(text: str, person: str, named: Names) -> bool:
    """Whether the text names somebody else than the person."""
    full = named.persons.get(person, person)
    plain = re.sub(rf"\b{re.escape(surname_of(full))}\b", "", text.replace(full, ""))
    others = (name for name, owner in named.persons.items() if owner != full and name in plain)
    if any(re.search(rf"\b{re.escape(name)}\b", plain) for name in others):
        return True
    return any(is_person_name(without_starter(name)) for name in re.findall(PERSON, plain))


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
    return name in text and bool(
        re.match(
            rf"(?:[A-Z][^,;:]{{2,60}},? )?(?<! of )(?<! for )(?<! by )(?<! with )(?<! to )(?<! and )(?<! from )(?:[A-Z][\w-]+ ){{0,3}}?{re.escape(name)}"
            rf"(?: \(\d{{4}}\w?\)|, who [^,;:]{{3,80}},)? (?!and\b|or\b|of\b)[a-z]",
            text,
        )
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
