"""Who acts in a sentence, and what is said of them: the actor opens it, stands behind "by", or heads a later clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.language.clauses import has_finite, shortened
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.lexicon import ADJECTIVES, OFFICES, STATES
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import AUXILIARIES, FINITE, PARTICIPLES, PASTS
from quizzes.generation.language.words import upper_first
from quizzes.generation.names.people import HONORIFICS, is_person_name
from quizzes.generation.text.source import Source

MOST_WORDS = 22
"""A longer predicate makes a question that nobody reads to its end."""
_WHEN = re.compile(r"^(?:In|On|By|Since|From|Until|After|Before|During) [^,]{4,60}, ")
_DATED = re.compile(r"(?:In|On|Since|Until|From|By) (?:\w+ ){0,2}(?:\w+ )?\d{4}(?: to \d{4})?,? $")
_LATER_DATE = re.compile(
    r"(?:^|, |[a-z] )(?P<date>[Ii]n (?:[A-Z][a-z]+ )?\d{4}|[Oo]n (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) \d{4}|[Bb]y (?:[A-Z][a-z]+ )?\d{4}),? (?:(?:on|at|in|near|outside) [^,]{3,120}, )?$"
)
"""A date at the end of what stands before the actor: it belongs to the deed."""
_THEN = re.compile(r"^(?P<date>(?:in|on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}),? (?P<rest>[a-z]+ .+)$")
"""A date between the actor and the verb."""
_HALVES = re.compile(
    r"^(?:As|While|Although|Though|Since|Because|Whereas) (?P<first>[A-ZÀ-Ž][^,;:]+), (?P<second>[^;:]+)$"
)
_ADVERB = re.compile(r"^(?:also|thus|therefore|then|however|likewise|similarly|in turn) ")
_LEFT_OUT = re.compile(
    r"^(?:(?:Despite|Thanks to|Due to|As for|Following|Like|Unlike|During) [^,\d]{3,80}|Over time|Historically|On the (?:one|other) hand), "
)
"""What may stand before the actor and be left out."""
_OPENING = re.compile(rf"{_LEFT_OUT.pattern}(?:the (?=[A-Z]))?")
_ASIDE = re.compile(
    r", (?:meanwhile|however|therefore|thus|in turn|for its part|too|in contrast|by contrast|de facto), "
)
_STATES = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_ADJECTIVES = "|".join(sorted(map(re.escape, ADJECTIVES), key=len, reverse=True))
_OWNED = re.compile(
    rf"^(?P<state>(?:[Tt]he )?(?:{_STATES}))['’]s? (?P<noun>(?!.* (?:with|of|for|in|on|to|from|over|against|by|at)$)[a-z-]+(?: [a-z-]+){{0,3}})$"
)
_PEOPLE_OF = re.compile(
    rf"^(?:[Tt]he )?(?P<state>{_ADJECTIVES}) (?P<noun>(?:[a-z-]+ )?(?:[Gg]overnment|leadership|elites?|authorities|leaders|army|military|troops|forces|"
    r"soldiers|diaspora|ministry|establishment|opposition|officials|diplomats|media|administration|delegation|embassy|regime|militia|navy|"
    r"police|voters|press|peacekeepers))$"
)
"""Those who act for a state and whom each state has; another noun with the adjective may belong to no state."""
_NATION = rf"(?:{_ADJECTIVES}|(?:{_STATES})['’]s?|U\.S\.)"
PLAIN_OFFICES = "|".join(office for office in OFFICES.split("|") if "[" not in office)
"""Without the open one, "minister of …", which would take in verbs."""
_TITLES = rf"(?:(?:[Tt]he |then |[Ff]ormer |newly[ -]appointed |ex-|[Pp]resident |Lord |Lady |Baron |Count |Prince |Princess |Sir |Dr |Captain |Admiral |General |Colonel |Khedive |Sultan |Emperor |King |Queen |[Pp]rime |[Ff]oreign |[Dd]eputy |[Gg]eneral |{_NATION} |(?i:{PLAIN_OFFICES}) |[Mm]inister of [a-z]+ |(?:Under )?(?:[Mm]inister|[Ss]ecretary|[Cc]hairman|[Hh]ead) of (?:the )?(?:[A-Z]\w+ ){{1,3}})*)"
_OFFICE = re.compile(_TITLES)
_PASSIVE = (
    r"^(?P<patient>(?:[A-Z]|[a-z]+ )[^;:]{2,90}?),? (?:was|were|had been|has been|have been) (?:\w+ly )?(?P<verb>\w+)"
    r"(?P<more> (?:in|on) [^,;.]*\d{4})? by"
)
_CLAUSE = re.compile(r"\b(?:which|who|that|was|were|had|appears?)\b")
_NAMED_AFTER = re.compile(r"^(?:[Aa]nother|[Aa]n?|[Tt]he) [a-z -]+, (?P<name>(?:the )?[A-ZÀ-Ž][^,]+)$")
""" "Another bank, the Harbour Fund": the name will do."""
_EXPLAINED = re.compile(r"(?:^|, |; )(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[A-Z][\w’-]+['’]s?) [^,;]{3,80}, $")
""" "The founder of the bank, ": whom the name goes on to tell."""
_LEAD = re.compile(
    r"(?:^|; |, (?:and|but|while|whereas|although) |^(?!If |Unless |According |As |For |In the (?:view|opinion|words|eyes) )[A-Z][^;:“”\"]{2,220}, )$"
)
"""What stands before a main clause."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in the words of the passage, and what may be asked for."""

    told: str
    kind: str
    name: str
    noun: str = ""
    """What of the state acts: its troops, its response."""


def actor_of(who: str, source: Source) -> Actor | None:
    """Who acts: a state, a person, a body, or those who belong to a state."""
    owned = _OWNED.match(who) or _PEOPLE_OF.match(who)
    if owned:
        state = re.sub(r"^[Tt]he ", "", owned["state"])
        if _NO_ACTOR.fullmatch(owned["noun"]):
            return None
        return Actor(state, "state", STATES.get(state) or ADJECTIVES[state], owned["noun"].lower())
    if who.endswith(",") or _NO_START.match(who):
        return None
    who = without_title(who, source)
    kind = source.named.kind(who)
    name = source.actor(who) if kind == "state" else who
    return Actor(who, kind, name) if kind in ("state", "person", "body") else None


_NO_ACTOR = re.compile(r"first|second|third|former|new|own|last|only|next|main")
"""What is left of "Norway's first elected president" before a word that looks like a verb."""
_NO_START = re.compile(
    r"(?:When|If|While|After|Before|Since|Until|As|Neither|Nor|Both|Either|With|By|Under|For|To|President of|Chairman of) "
)


def without_title(who: str, source: Source) -> str:
    """ "Norwegian Prime Minister Ingrid Solheim" as "Ingrid Solheim"; other names as they are."""
    words = who.split(" ")
    for start in range(1, len(words)):
        name = " ".join(words[start:])
        if source.named.kind(name) == "person" and _OFFICE.fullmatch(" ".join(words[:start]) + " "):
            return name
    return who


_BY = re.compile(rf"{_PASSIVE} (?:the |an? )?(?:[a-z-]+ ){{0,2}}{_TITLES}(?=\w)")
_SINGLED = re.compile(
    r"(?:^|, |\bthat )(?P<what>(?:[Oo]ne of the|[Tt]he) (?:first|only|main|leading|chief|\w+est|(?:most|best|least) \w+) [^,;:]{12,140}) "
    rf"(?P<be>is|was) {_TITLES}(?=\w)"
)
_TITLED = re.compile(rf"(?:(?<!\w)(?=\w){_TITLES}, )?(?<!\w){_TITLES}$")
"""The titles at the end of what stands before a name."""
LONGEST_TITLE = 80
_NO_NAME = re.compile(r"['’-]")
_DATED_BEHIND = re.compile(r" (?:in|on) [^,;.]*\d{4}")
_BEHIND = re.compile(
    rf"(?: (?:{HONORIFICS}))?(?!['’-]| [A-Z])(?P<aside>, (?:who|whose|which) [^;]{{3,200}}?,|, [^,;]{{3,90}},|,)? (?P<rest>[^;]+)"
)


_MADE = re.compile(
    r"\b(?P<patient>(?:the |an? )[A-ZÀ-Ž][\w’'-]+(?: (?:(?:of|for|and|on|in) (?:the )?)?[A-ZÀ-Ž][\w’'-]+)+)(?: \([^()]*\))?,? "
    rf"(?:(?:which|that) (?:was|were|had been) )?(?P<verb>[a-z]+)(?P<more> in \d{{4}})? by (?:the )?{_TITLES}(?=\w)"
)
"""Something with a name, and who made it."""
_WHO_DID = re.compile(
    r"(?:,|, (?:an?|the|then|once) [^,;“”]{3,60},?) who (?!(?:has|is|was|were)\b)(?P<rest>[^,;]+)(?=[,.;]|$)"
)
_MARKED = re.compile(r"\d|[“”\"]|\b[A-ZÀ-Ž]\w")
"""A name, a number or a quotation: what is told by the way needs one to be worth asking for."""
_ONE_OF_SEVERAL = re.compile(r"(?<!,) (?:and|or) $")
_LED = re.compile(r"\b(?:led|prompted|induced|drove|forced|moved|compelled) (?=[A-ZÀ-Ž])")
_TO_DO = re.compile(r" to (?P<verb>[a-z]+) (?P<rest>[^;]+)")
_GOES_ON = re.compile(r"(?:;|, (?:and|but|yet)) (?:he|she) (?P<rest>[^;]+)$")
_SOMEBODY = re.compile(
    r"\b(?:who|whom|whose|him|his (?:son|brother|father|minister|successor)|her (?:son|brother|father|husband))\b"
)
"""Somebody else whom "he" can mean."""
_OPENING_DATE = re.compile(r"(?:[Ii]n (?:[A-Z][a-z]+ )?\d{4}|[Oo]n \d{1,2} [A-Z][a-z]+ \d{4}), ")


class Acting:
    """Finds who acts in the sentences of one text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        full = {name for name in source.named.persons.values() if is_person_name(name)}
        persons = {*source.named.persons, *(f"{name.split()[0]} {name.split()[-1]}" for name in full)}
        bodies = (name for name in source.bodies if source.named.kind(name) == "body" and " and " not in name)
        states = (name for name in STATES if STATES[name] in source.named.states)
        named = "|".join(sorted(map(re.escape, {*persons, *bodies, *states}), key=len, reverse=True)) or r"(?!)"
        self._named = re.compile(rf"\b(?:{named})\b")

    def deeds(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Each actor of a sentence with the predicate, as far as it is complete."""
        yield from self.undergone(_LEFT_OUT.sub("", text))
        yield from self.singled_out(text)
        for half in halves(text):
            who, said = actor_and_rest(_ASIDE.sub(" ", _OPENING.sub("", half)))
            if who:
                yield who, said
        yield from self.inside(text)
        yield from self.made_by(text)
        yield from self.brought_to(text)
        yield from self.continued(text)
        yield from self.by_the_way(text)

    def made_by(self, text: str) -> Iterator[tuple[str, str | None]]:
        """ "… the Andean Fund, founded by Ingrid Solheim in 1902, …" as what she did."""
        for match in _MADE.finditer(text):
            base, name = PARTICIPLES.get(match["verb"]), self.name_at(text, match.end())
            if name and base in PASTS and match["patient"].split()[-1] not in STATES:
                after = _DATED_BEHIND.match(text, name.end())
                when = f"{match['more'] or ''}{after.group() if after else ''}"
                yield name.group(), f"{PASTS[base]} {match['patient']}{when}"

    def by_the_way(self, text: str) -> Iterator[tuple[str, str | None]]:
        """ "Ingrid Solheim, a banker who had founded the Andean Fund, …" as what she did."""
        for name in self._named.finditer(text):
            if _ONE_OF_SEVERAL.search(text[: name.start()]) or name.group() not in self.source.named.persons:
                continue
            if aside := _WHO_DID.match(text, name.end()):
                subject, said = actor_and_rest(f"Xanadu {aside['rest']}")
                if subject == "Xanadu" and said and _MARKED.search(said):
                    yield name.group(), said

    def brought_to(self, text: str) -> Iterator[tuple[str, str | None]]:
        """ "The storm led Ingrid Solheim to sell the bank" as what she did: "sold the bank"."""
        for match in _LED.finditer(text):
            name = self.name_at(text, match.end())
            done = _TO_DO.match(text, name.end()) if name else None
            if name and done and done["verb"] in PASTS:
                yield name.group(), told(f"{PASTS[done['verb']]} {done['rest'].rstrip(' .')}", "")

    def continued(self, text: str) -> Iterator[tuple[str, str | None]]:
        """What the one person of a sentence goes on to do: "Solheim waited; she sold the bank in May"."""
        goes_on = _GOES_ON.search(text)
        before = text[: goes_on.start()] if goes_on else ""
        named = {match.group() for match in self._named.finditer(before) if match.group() in self.source.named.persons}
        owners = {self.source.named.persons[name] for name in named}
        if goes_on and len(owners) == 1 and not _SOMEBODY.search(before):
            date = _OPENING_DATE.match(before)
            subject, said = actor_and_rest(f"{date.group() if date else ''}Xanadu {goes_on['rest']}")
            if subject == "Xanadu" and said and _MARKED.search(said):
                yield max(named, key=len), said

    def name_at(self, text: str, place: int) -> re.Match[str] | None:
        """The name of a person or a body that begins there."""
        match = self._named.match(text, place)
        return match if match and not _NO_NAME.match(text, match.end()) else None

    def undergone(self, text: str) -> Iterator[tuple[str, str | None]]:
        """ "The bank was founded in 1902 by Ingrid Solheim" as what she did: "founded the bank in 1902"."""
        match = _BY.match(text)
        base = PARTICIPLES.get(match["verb"]) if match else None
        name = self.name_at(text, match.end()) if match else None
        if match and name and base in PASTS and not _CLAUSE.search(match["patient"]):
            patient = _NAMED_AFTER.sub(lambda m: m["name"], match["patient"].strip(", "))
            after = _DATED_BEHIND.match(text, name.end())
            when = f"{match['more'] or ''}{after.group() if after else ''}"
            yield name.group(), f"{PASTS[base]} {self.source.inside(patient)}{when}"

    def singled_out(self, text: str) -> Iterator[tuple[str, str | None]]:
        """ "One of the richest owners of Bergen was Ingrid Solheim" as what is said of her."""
        match = _SINGLED.search(text)
        if match and (name := self.name_at(text, match.end())):
            yield name.group(), f"{match['be']} {match['what'][0].lower()}{match['what'][1:]}"

    def inside(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Persons and bodies with a title before or a description behind their names, or in a later main clause."""
        for name in self._named.finditer(text):
            behind = _BEHIND.match(text, name.end())
            title = _TITLED.search(text[: name.start()], max(0, name.start() - LONGEST_TITLE))
            before = text[: title.start() if title else name.start()]
            if behind and (behind["aside"] != "," or _EXPLAINED.search(before)):
                yield from self.acting(name.group(), before, behind["rest"])

    @staticmethod
    def acting(who: str, before: str, rest: str) -> Iterator[tuple[str, str | None]]:
        """The predicate of a name, where what stands before leaves it the subject of a main clause, with the date that opens it."""
        if (then := _THEN.match(rest)) and (not before or _LEAD.search(before)):
            before, rest = f"{then['date'].capitalize()}, ", then["rest"]
        dated = _LATER_DATE.search(before)
        when = upper_first(f"{dated['date']}, ") if dated else before if _DATED.fullmatch(before) else ""
        if when or _LEAD.search(before):
            subject, said = actor_and_rest(f"{when}Xanadu {rest}")
            if subject == "Xanadu":
                yield who, said


def halves(text: str) -> Iterator[str]:
    """The sentence; of "While X did A, Y did B" also the two halves, each of which is said to be so."""
    yield text
    if match := _HALVES.match(text):
        yield match["first"]
        yield upper_first(match["second"])


def actor_and_rest(text: str) -> tuple[str, str | None]:
    """What stands before the first verb, and the predicate up to a place where it is complete."""
    when = _WHEN.match(text)
    words = text[when.end() if when else 0 :].rstrip(" .").split(" ")
    for place in range(1, min(8, len(words))):
        if is_verb(words, place):
            start = place - bool(place > 1 and re.fullmatch(r"also|thus|therefore|then|\w+ly", words[place - 1]))
            return " ".join(words[:start]), told(" ".join(words[start:]), when.group() if when else "")
    return "", None


def is_verb(words: list[str], place: int) -> bool:
    """Whether a verb stands there; behind "Norway's" a form in -ed belongs to a noun."""
    word = words[place]
    owned = re.search(r"['’]s?$", words[place - 1]) and word.endswith("ed")
    undergone = word in PARTICIPLES and " ".join(words[place + 1 : place + 2]) == "by"
    return not (owned or undergone) and (word in AUXILIARIES or word in FINITE or base_of_past(word) is not None)


def told(said: str, when: str) -> str | None:
    """The predicate up to a place where it is complete, with a leading date moved to its end."""
    plain = _ASIDE_IN_SPEECH.sub(r"\g<told> ", said.split(": ")[0])
    said = simple_past(_ADVERB.sub("", without_second(shortened(plain, MOST_WORDS - 4))))
    if when and not _DATED.match(when):
        return None
    return with_date(said, f"{when[0].lower()}{when[1:].rstrip(', ')}") if when else said


_ASIDE_IN_SPEECH = re.compile(
    r"^(?P<told>(?:had )?(?:told|informed|assured|warned|reminded|convinced|persuaded) [^,;]{2,60}), [^,;]{3,60}, (?=(?:that|to) )"
)
"""What stands between the one who is told and what: "told the envoy, in tears, that …"."""


def with_date(said: str, when: str) -> str:
    """The predicate with its date at the end of the main clause: "sold the ships in 1902, most of which were old"."""
    clause = _CLAUSE_WITHIN.search(said)
    end = clause.start() if clause else len(said)
    return f"{said[:end]} {when}{said[end:]}"


_CLAUSE_WITHIN = re.compile(
    r", (?:(?:most|many|some|all|both|none|half|one|several|few) of )?(?:who|whom|whose|which|where)\b|(?<!\bso) that (?=[a-z]+ [a-z]|[A-ZÀ-Ž])(?!(?:year|time|day)\b)"
    r"|(?<= \w\w\w),? (?:because|although|while|whereas|when|who|which|where)\b"
)


def without_second(said: str) -> str:
    """A predicate without a further clause that has a subject of its own."""
    said = _SPLICED.sub(unspliced, said)
    if (second := _SECOND.search(said)) and not _WITHIN.search(said[: second.start()]):
        said = said[: second.start()]
    said = re.split(r" so that |, (?:but|yet) (?!also\b)|, and (?:other|the other)s?\b", said)[0]
    parts = said.split(", and ")
    for number, part in enumerate(parts[1:], 1):
        first = part.split(" ")[0]
        if first not in FINITE and first not in AUXILIARIES and has_finite(part):
            return ", and ".join(parts[:number])
    return re.sub(r",(?=[”\"’]?$)", "", said)


_SPLICED = re.compile(r", (?:the|he|she|they|it|his|her|their|its) (?P<words>[a-z]+(?: [a-z]+){0,2})\b.*$")
"""What may be a second sentence behind a comma: "sold the ships, the owners howled"."""


def with_year(said: str, paragraph: str) -> str | None:
    """The words with the year of a month that stands alone, where the paragraph has but one, in which something happened; None where that is not sure."""
    month = _MONTH_ALONE.search(said)
    if not month or _ANY_YEAR.search(said):
        return said
    years = set(_ANY_YEAR.findall(paragraph))
    sure = len(years) == 1 and _HAPPENED_IN.search(paragraph)
    return f"{said[: month.end()]} {years.pop()}{said[month.end() :]}" if sure else None


_MONTH_ALONE = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Bb]y|[Oo]f|[Uu]ntil|[Ss]ince|from|early|late|mid|before|after)[ -](?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{1,2}}(?!\d))?(?![\w’'-])(?! [A-Z])"
)
"""A month or day without a year."""
_HAPPENED_IN = re.compile(rf"\b(?:[Ii]n|[Bb]y|[Ss]ince|{'|'.join(MONTHS)}) (?:1[5-9]|20)\d\d\b")
"""The year of a time, not of a law: "the Act of 1902"."""
_ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SECOND = re.compile(r"(?<=[a-z0-9]) and (?:[A-ZÀ-Ž][\w’'-]+ ){1,3}(?:had|was|has|is) ")
"""A second clause about somebody else: "went home and Solheim had died"."""
_WITHIN = re.compile(r"\b(?:that|which|who|whose|when|where|because|how|after|before|until)\b")


def unspliced(match: re.Match[str]) -> str:
    """Nothing for a second sentence, other words as they are."""
    told = any(word in ("was", "were", "had") or base_of_past(word) for word in match["words"].split(" "))
    return "" if told else match.group()


def simple_past(said: str) -> str:
    """ "had prevented the war" as "prevented the war": what it came before is not told."""
    said = re.sub(r"^had been (?=\w+e[dn] )", "was ", said)
    had = re.match(
        r"had (?:(?:initially|also|already|long|once|first|originally|personally|publicly|openly|\w+ly) )?(\w+) ", said
    )
    base = PARTICIPLES.get(had[1]) if had else None
    return f"{PASTS[base]} {said[had.end() :]}" if had and base in PASTS and had[1] != "been" else said
