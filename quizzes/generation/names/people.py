"""Who and what a document names: persons with their full names, states, and bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from simplemma import is_known

from quizzes.generation.language.bodies import CLASSES
from quizzes.generation.language.lexicon import ADJECTIVES, BODY_WORDS, OFFICES, SPEECH_VERBS, STATES
from quizzes.generation.language.states import families
from quizzes.generation.language.verbs import PASTS
from quizzes.generation.language.words import bag, upper_first

Kind = Literal["person", "state", "body", "document"]

_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[a-zà-žA-Z’'-]*[a-zà-ž]|\.)"
LINK = r"(?:(?:de|da|di|do|dos|das|van|von|der|den|bin|ibn|ben|abu|al|el|la|le|ter) |(?:al|el|as|ul)-)"
"""Small words that belong to a surname."""
PERSON = rf"{_PART}(?: {LINK}{{0,2}}{_PART}){{1,3}}"
"""Two to four capitalised words, as in "Richard von Weizsäcker"; whether it is a person, the context must show."""
HONORIFICS = "Pasha|Bey|Effendi"
"""Titles that stand behind a name."""
_TITLE = rf"(?i:{OFFICES}|analyst|scholar|expert|researcher|historian|journalist|commentator|politician|oligarch|professor|general|colonel|economist|philosopher|author|writer|lawyer|businessman|banker|merchant|tycoon|entrepreneur|industrialist|diplomat|activist|scientist|observer|engineer|senator|minister|envoy|negotiator|commissioner|rapporteur|(?:mr|mrs|ms|dr|prof|sir)\.?)"
_BEFORE = re.compile(rf"\b(?:{_TITLE})(?: (?:in|to|at) (?:the )?{_PART}(?: {_PART})?,)? (?P<name>{PERSON})")
_AFTER = re.compile(
    rf"(?P<name>{PERSON})(?:, | \()(?:who|(?:the |a |an |its |then |former |current |ex-|now |\w+ ){{0,4}}?(?:{_TITLE}))\b"
)
_SAYS = re.compile(
    rf"(?P<name>{PERSON})(?! [A-ZÀ-Ž])(?:,? [^,]{{1,60}},)? (?:has |have |had |also |further |thus |\w+ly )?(?:{'|'.join(v.replace('_', ' ') for v in SPEECH_VERBS)})\b"
)
_NEVER = (
    BODY_WORDS
    | {word.casefold() for sort in CLASSES for word in sort}
    | bag(
        """january february march april may june july august september october november december the a an in on at by for from
    with after before during since while although however north south east west northern southern eastern western central
    mr mrs dr sir lord minister president prime foreign defence defense first second third world cold great new old
    river sea lake mount mountain city street church saint region district province state states european eurasian russian
    asian african international national federal general united as when if where both its their his her this that these
    those other such many most some according to later then today once here only even now also under concerning acts
    plans dam road treasury secretary federalist co ltd inc motors airport bridge canal square valley party hall sources until prof professor ms port fort saint st gulf bay cape point gazette hotel christmas eve easter day school college école academy palace castle house tower camp desert code penal ann regs stat amendment see people section article clause cf but so neither nor yet or not no both and founding era online dictionary compendium officer justice judge chief had has below above behind beyond unlike like madame duc highness majesty baron lord lady count sultan khedive emperor king queen captain admiral colonel"""
    )
)


FORENAMES = bag(
    """Adam Alan Albert Alexander Alfred Alice Andrew Anna Anne Anthony Arthur Barbara Benjamin Brian Bruce Carl Carol Catherine
    Charles Charlotte Christine Christopher Claire Colin Daniel David Dean Deborah Dennis Diana Donald Dorothy Douglas Edward
    Edwin Elizabeth Emily Emma Eric Ernest Eva Frances Francis Frank Frederick Gary George Gerald Gordon Grace Graham Grant
    Gregory Hannah Harold Harry Helen Henry Herbert Hillary Howard Hugh Ian Jack James Jane Janet Jean Jeffrey Jennifer Jessica
    Joan John Jonathan Joseph Judith Julia Karen Kate Keith Kenneth Kevin Larry Laura Lawrence Lewis Linda Lisa Louis Lucy Luke
    Margaret Maria Marie Mark Martha Martin Mary Matthew Max Michael Michelle Nancy Neil Nicholas Nigel Norman Oliver Olivia
    Oscar Pamela Patricia Patrick Paul Peter Philip Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Rose Roy Ruth Samuel
    Sarah Scott Sharon Sidney Simon Sophie Stanley Stephen Steven Stuart Susan Terry Thomas Timothy Tony Victor Victoria Walter
    Wayne William"""
)
"""With one of these a name is a person's, though a dictionary holds all its words."""
DOCUMENTS = bag(
    "Declaration Statement Treaty Agreement Protocol Charter Convention Accord Accords Constitution Act Memorandum Principles"
)
_NO_BODIES = bag(
    "War Corridor Process Summit Conference Republic Region Conflict Revolution Crisis Times Post Project Plan"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The persons, states and bodies of a document, each under one name, with how often it occurs."""

    persons: dict[str, str]
    """Every form in use ("Aliyev", "Ilham Aliyev") → the full name; a surname that two persons share is left out."""
    states: Counter[str]
    introduced: frozenset[str] = frozenset()
    """Persons with an office, a trade or a verb of speech beside the name; others only look like persons."""
    single: Mapping[str, str] = field(default_factory=dict)
    """Persons whom the text knows by one name only, as they are shown: "Solheim" → "Lord Solheim"."""

    def kind(self, name: str) -> Kind | None:
        """What sort of thing a name stands for, as far as the document shows."""
        plain = re.sub(r"^(?:The|the) ", "", name)
        if plain in STATES:
            return "state"
        if plain in self.persons:
            return "person"
        words = plain.split()
        if words[-1] in DOCUMENTS:
            return "document"
        if words[-1].capitalize() in _NO_BODIES:
            return None
        named = bool(re.fullmatch(r"[A-Z]{2,8}", plain)) or any(word.casefold() in BODY_WORDS for word in words)
        return "body" if named and words[0][0].isupper() and all(w[0].isupper() or len(w) < 4 for w in words) else None


def names(text: str) -> Names:
    """The names of a text."""
    introduced = frozenset(_persons(text))
    single = {name: full_names(name, text) for name in sorted(_single(text))}
    known = (next(iter(owners)) for owners in single.values() if len(owners) == 1)
    full = dict.fromkeys((*sorted(introduced), *known, *_repeated(text), *sorted(_acting(text))))
    persons = {person: person for person in full if not explained_as_body(person, text)}
    surnames: dict[str, set[str]] = {}
    for person in persons:
        surnames.setdefault(surname_of(person), set()).add(person)
    for surname, owners in surnames.items():
        if len(owners) == 1 and surname not in STATES:
            persons |= dict.fromkeys((surname, upper_first(surname)), next(iter(owners)))
    taken = {word for name in full for word in name.split()}
    alone = {name: with_rank(name, text) for name in single if name not in taken}
    persons |= {name: name for name in alone}
    found = Counter(STATES[m.group()] for m in re.finditer(_STATE, text))
    return Names(persons, found, introduced & frozenset(persons), alone)


_STATE = re.compile(
    "|".join(sorted((rf"\b{re.escape(s)}\b" for s in STATES), key=len, reverse=True)).replace(
        r"\bMinsk\b", r"\bMinsk\b(?! [Gg]roup| process)"
    )
)


_HUMAN = (
    r"(?:himself|herself|(?:had |has |have |also |then |later |once |\w+ly )*"
    r"(?:told|asked|wrote|said|thought|replied|answered|refused|insisted|persuaded|promised|proposed|invited|ordered|hoped|feared|believed|resigned|"
    r"married|died|urged|warned|argue[ds]|begged|wanted|decided|explain(?:ed|s)|complained|protested|wished|dined|dismissed|appointed|knew|felt|"
    r"commanded|designed|invented|founded|drew up|negotiated|studied|taught|published|hurried|confessed|retired|sailed|telegraphed|reported|"
    r"believes|writes|notes|insists|holds|calls|thinks|doubts|suggests|shows))\b"
)
"""What persons do, and hardly ever places."""
_FULL = re.compile(PERSON)
_DOES = re.compile(
    rf"(?:,? who\b|, (?:an?|the|its|his|her|then|now|later|once|aged) [^.;]|,? (?:\([^()]*\) )?(?:{_HUMAN}|(?:also |then |later |once |had |\w+ly )*(?P<verb>[a-z]+)\b))"
)
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|into|over|across|near|within|inside|the|The|around|throughout|between|via) $")
"""What stands before places."""
_ONE = r"(?P<name>[A-ZÀ-Ž][a-zà-ž’'-]{2,})"
_ONE_TITLED = re.compile(
    rf"\b(?:Lord|Lady|Baron|Count|Admiral|Captain|Colonel|Marshal|Emperor|Khedive|Sultan|Prince|President|King|Queen|Emir|Shah|Archbishop|Bishop) {_ONE}\b(?! [A-ZÀ-Ž]|['’]s [A-Z]|-)"
    rf"|\b(?P<before>[A-ZÀ-Ž][a-zà-ž’'-]{{2,}}) (?:{HONORIFICS})\b"
)
_ONE_ACTS = re.compile(rf"(?<![A-ZÀ-Ž][\w’'.-] )(?<![\w’'-])(?<![Tt]he ){_ONE}(?:, who\b| {_HUMAN})")
_NAMED_ALONE = 2
"""So many sentences must make somebody with one name only act as persons do, where no title tells."""


def _single(text: str) -> Iterator[str]:
    """Those whom a title, or what they do, shows to be persons though they have one name only; no places."""
    titled = {match["name"] or match["before"] for match in _ONE_TITLED.finditer(text)}
    acting = Counter(match["name"] for match in _ONE_ACTS.finditer(text))
    sure = titled | {name for name, times in acting.items() if times >= _NAMED_ALONE}
    for name in sure:
        plain = re.escape(name)
        ruled = re.search(
            rf"\b(?:in|into|at|near|across|throughout|around) {plain}\b(?!['’( ]s?\(?| \()|\b{plain} (?!(?:{HONORIFICS})\b)(?:{LINK}|[A-ZÀ-Ž])",
            text,
        )
        if (
            is_surname(name)
            and name not in FORENAMES
            and name not in ADJECTIVES
            and not ruled
            and re.search(rf"[a-z,] {plain}\b", text)
        ):
            yield name


def with_rank(name: str, text: str) -> str:
    """The name with the title that is a part of it: "Lord Solheim"."""
    found = re.search(rf"\b(?:Lord|Lady|Baron|Sir) {re.escape(name)}\b|\b{re.escape(name)} (?:{HONORIFICS})\b", text)
    return found.group() if found else name


def full_names(surname: str, text: str) -> set[str]:
    """The names of several words that end with the surname."""
    found = re.findall(rf"(?<![\w’'-])(?:{_PART} )+{LINK}{{0,2}}{re.escape(surname)}\b", text)
    return {name for name in map(without_starter, found) if is_person_name(name)}


def _persons(text: str) -> Iterator[str]:
    for pattern in (_BEFORE, _AFTER, _SAYS):
        for match in pattern.finditer(text):
            name = without_starter(re.sub(r"^.*['’]s |['’]s$", "", match["name"]))
            if is_person_name(name):
                yield name


def _acting(text: str) -> Iterator[str]:
    """Full names of which something is told as of persons, and which never stand where places do."""
    acting, placed = set[str](), set[str]()
    for match in _FULL.finditer(text):
        name = without_body(without_starter(match.group()))
        if _PLACED.search(text, max(0, match.start() - 12), match.start()):
            placed.add(name)
        elif name not in acting and (does(text, match.end()) or apposed(text, match)):
            acting.add(name)
    yield from (name for name in acting - placed if is_person(name) and ends_as_names_do(name))


def ends_as_names_do(name: str) -> bool:
    """Whether the last word is no common one, as of "Solheim Lines", or the first a forename."""
    first, *_, last = name.split()
    return first in FORENAMES or not is_known(last.casefold(), lang="en")


def without_body(name: str) -> str:
    """ "Harbour Council Charles Berg" as "Charles Berg": the body is that of the office before."""
    words = name.split()
    place = max((number for number, word in enumerate(words) if word.casefold() in BODY_WORDS), default=-1)
    return " ".join(words[place + 1 :]) if len(words) > place + 2 and words[place + 1] in FORENAMES else name


def does(text: str, behind: int) -> bool:
    """Whether what stands behind a name is told of a person."""
    told = _DOES.match(text, behind)
    return told is not None and (told["verb"] is None or told["verb"] in _PASTS)


def apposed(text: str, match: re.Match[str]) -> bool:
    """Whether the name explains who was meant: "a colonel of peasant birth, Ingrid Solheim, "."""
    return text.startswith((",", " (1", " (2"), match.end()) and bool(
        _MEANT.search(text, max(0, match.start() - 60), match.start())
    )


_MEANT = re.compile(r"(?:\b(?:an?|the|his|her|its)|['’]s?) [a-z][^,.;]{2,50}, $")
_PASTS = frozenset(PASTS.values()) - bag(
    "lay stood ran fell rose saw set let put cut led began became held kept meant cost spread"
)


class Office(NamedTuple):
    """Words beside a name that give the person an office or a trade."""

    words: str
    state: str
    """The state nearest to the name among them, if there is one."""


def offices(text: str, persons: dict[str, str]) -> dict[str, list[Office]]:
    """For each full name what stands beside it: "the French minister N", "N, envoy of Chile"."""
    told: dict[str, list[Office]] = {}
    forms = "|".join(sorted(map(re.escape, persons), key=len, reverse=True)) or "(?!)"
    for match in re.finditer(rf"\b(?:{forms})\b", text):
        if office := beside(match, text):
            told.setdefault(persons[match.group()], []).append(office)
    return told


def beside(match: re.Match[str], text: str) -> Office | None:
    """The office right before or behind the name."""
    before = " ".join(text[max(0, match.start() - BESIDE) : match.start()].split(" ")[-BEFORE - 1 :])
    title = _POSTED.sub("", re.split(r"[.?!;] ", before)[-1])
    if _OFFICE.search(title):
        return Office(title, next(reversed(families(title)), ""))
    aside = _BEHIND.match(text, match.end(), match.end() + BESIDE)
    words = aside.group() if aside else ""
    return Office(words, next(iter(families(words)), "")) if _OFFICE.search(words) else None


_POSTED = re.compile(r"(?<=\w) (?:in|to|at) (?:the )?[A-ZÀ-Ž]\w+(?: [A-ZÀ-Ž]\w+)?, $")
"""Where an official serves: the ambassador in Oslo is not Norway's."""
_OFFICE = re.compile(rf"\b{_TITLE}\b")
_BEHIND = re.compile(r",? [^,;.()]{2,70}(?=[,;.])| \([^()]*\)")
BEFORE, BESIDE = 6, 90
"""So many words before a name, and so many characters on either side, may say whose official it is."""


def explained_as_body(name: str, text: str) -> bool:
    """Whether the text says of a capitalised name that it is an organisation."""
    bodies = r"organi[sz]ation|agency|foundation|company|body|movement|party|group|institution|bank|newspaper|channel|ship|airline"
    return bool(
        re.search(rf"{re.escape(name)}(?: is| was|,| –| \() ?(?:an?|the) (?:[\w-]+ ){{0,4}}(?:{bodies})\b", text)
    )


def without_starter(name: str) -> str:
    """ "Later Ingrid Solheim" as "Ingrid Solheim": the first word of a sentence is capital without being a name."""
    first, _, rest = name.partition(" ")
    return rest if " " in rest and first.casefold() in _NEVER else name


def surname_of(person: str) -> str:
    """The last word, with the small words that belong to it: "de Waal", "van der Berg"."""
    *words, last = person.split()
    while len(words) > 1 and words[-1].islower():
        last = f"{words.pop()} {last}"
    return last


def _repeated(text: str) -> Iterator[str]:
    """Full names whose last word also stands alone, as a surname does, and never as a place ("in Karabakh")."""
    alone = Counter(re.findall(rf"(?<![A-ZÀ-Ž][\w’'.-] )(?<=[a-zà-ž,;’] )({_PART})(?! [A-ZÀ-Ž]| {LINK})", text))
    placed = {name for match in _STANDS_AS_PLACE.finditer(text) for name in places(match["name"])}
    for name in set(map(without_starter, re.findall(PERSON, text))):
        last = surname_of(name)
        if (
            is_person(name)
            and ends_as_names_do(name)
            and alone[last.split()[-1]] >= 2
            and not alone[name.split()[0]]
            and last not in placed
        ):
            yield name


_STANDS_AS_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|into|over|around|across|near|the|within|inside) (?=(?P<name>(?:{LINK})*{_PART}(?: (?:{LINK})*{_PART})?))"
)


def places(name: str) -> Iterator[str]:
    """What may be a place in the words behind a preposition: the first with its small words, or the second behind it."""
    words = name.split()
    for start in (0, 1):
        first = next((number for number in range(start, len(words)) if words[number][0].isupper()), len(words))
        for shown in words[first : first + 1]:
            for plain in {shown, shown.split("-")[0], re.split("['’]", shown)[0], shown.rstrip(".")}:
                yield " ".join((*words[start:first], plain))
                yield plain


def is_surname(word: str) -> bool:
    """Whether a word with a capital can be a surname: no state, no short form, no word of the calendar."""
    return not (word.casefold() in _NEVER or word in STATES or word.isupper() or re.search(r"['’]s?$", word))


def is_person_name(name: str) -> bool:
    """Whether none of its words belongs to a state, a body or the calendar."""
    words = name.split()
    return (
        len(words) >= (3 if re.match(rf"(?i:{LINK})", name) else 2)
        and words[-1] not in HONORIFICS
        and name not in STATES
        and not re.search(r"['’]s$", name)
        and not any(
            (word.casefold().strip(".") in _NEVER and not re.fullmatch(r"[A-Z]\.", word))
            or word in STATES
            or word in ADJECTIVES
            or (word.isupper() and len(word) > 2)
            or len(re.findall(r"[A-Z]", word.split("-")[0])) > 2
            or re.search(r"-[a-z]{4,}", word)
            for word in words
        )
    )


def is_person(name: str) -> bool:
    """Whether the name can be a person's by its words alone; what consists of common words is a body's or a thing's."""
    words = name.split()
    return is_person_name(name) and (
        words[0] in FORENAMES or not all(is_known(word.casefold(), lang="en") for word in words)
    )
