"""Who acts in a text, and who of them could be taken for each other: the persons, the states and the bodies of one document."""

from __future__ import annotations

import re
from functools import cached_property

from quizzes.generation.distractors import last
from quizzes.generation.language.known import FAMED_PERSONS
from quizzes.generation.language.lexicon import ADJECTIVES, FIELD_ACRONYMS, STATES, UNIVERSAL_ACRONYMS
from quizzes.generation.language.states import families
from quizzes.generation.language.words import bag, norm
from quizzes.generation.names.acting import PLAIN_OFFICES, is_verb
from quizzes.generation.names.people import HONORIFICS, is_person_name
from quizzes.generation.names.sorts import sorts
from quizzes.generation.store import Store
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_NATION = "|".join(sorted(map(re.escape, (*STATES, *ADJECTIVES)), key=len, reverse=True))
NATION = re.compile(rf"\b(?:{_NATION})(?!\w)")
_ACTING = re.compile(
    rf"\b(?P<state>{_NATION})(?: [Gg]overnment| leaders| authorities)?(?: \w+ly| also)? (?P<verb>[a-z]+)"
)
_TITLED = re.compile(
    rf"(?:\b(?P<nation>{_NATION})(?:['’]s)? (?:[\w-]+ ){{0,3}}?)?\b(?P<office>(?i:{PLAIN_OFFICES}|minister))(?: of (?:the )?(?P<land>(?:[A-Z]\w+ )+)|,? )"
    r"(?P<name>(?:[A-ZÀ-Ž][\w’'-]+ ){0,2}[A-ZÀ-Ž][\w’-]+)"
)
_AN_OFFICE = re.compile(rf"\b(?:{PLAIN_OFFICES}|minister)\b", re.IGNORECASE)
_NAME = r"[A-ZÀ-Ž][a-zà-ž’-]+ [A-ZÀ-Ž][a-zà-ž’-]+"
_FULL = re.compile(_NAME)
_LIST = re.compile(
    rf"(?:: |\b(?:tycoons|oligarchs|businessmen|figures|politicians|presidents|ministers|leaders|officials|diplomats|generals|officers|"
    rf"scholars|activists|lawyers|bankers|merchants|writers|individuals|men|women) )(?:such as |like |including )?(?:{_NAME}, )+(?:and )?{_NAME}\b(?: and {_NAME}\b)?"
)
"""Persons in a row: "the tycoons Pablo Vargas, Luis Ibarra and Elena Ruiz"."""
KIN = re.compile(r"\b(?:wife|husband|son|daughter|father|mother|brother|sister|widow|nephew|niece)\b")
_BRITAIN = ("Great Britain", "Britain")
_PREFIX = re.compile(r"(?:Ma?c|D[eiu]|L[ae]|O['’]|Fitz|V[ao]n|Al-|El-)")
_KINDS = (
    bag(
        """ministry department office service agency government cabinet administration directorate secretariat commission
        laboratory bureau board authority inspectorate"""
    ),
    bag(
        """organization organisation union league association community council alliance forum group initiative network pact
        commonwealth federation confederation movement front party society institute institution centre center club
        foundation fund university"""
    ),
    bag("bank company corporation motors holdings industries airlines airways ltd plc"),
    bag("parliament senate congress assembly court committee politburo"),
)
"""Heads of names of bodies that can be taken for each other."""
COMPANY = 2
_YEAR, LIFE = re.compile(r"\b(?:1[5-9]|20)\d\d\b"), 40
"""Years that lie farther apart than so many may belong to other lives."""
_THING = re.compile(
    r"(?<!\w)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-ZÀ-Ž][\w’-]{3,}"
)
OFTEN, MOSTLY = 3, 0.7
"""What so many sentences name, mostly with one state, belongs to it."""
_SOLE = frozenset(["Congress", "Parliament", "Senate", "Politburo"])
"""Bodies that need no further words."""
_KNOWN = frozenset(
    [
        *map(norm, FIELD_ACRONYMS | UNIVERSAL_ACRONYMS | _SOLE), "african union", "arab league", "european commission", "european parliament",
        "european union", "league of arab states", "league of nations", "security council", "supreme court", "un security council",
        "united nations", "united nations security council", "world bank",
    ]
)  # fmt: skip
"""Whoever knows the field knows what these are there for."""


class Cast:
    """The actors of one document."""

    def __init__(self, source: Source, store: Store) -> None:
        self.source, self.store = source, store
        self._names: dict[tuple[str, str], str] = {}
        self._inside: dict[str, str] = {}
        self._sorts: dict[str, frozenset[str]] = {}
        self._placed: dict[str, set[tuple[str, str]]] = {}
        self._dated: dict[str, list[int]] = {}
        self._fallen: dict[str, bool] = {}
        self._naming: dict[str, list[Sentence]] = {}

    @cached_property
    def deeds(self) -> dict[str, Fact]:
        """For each actor the first deed that the text tells of nobody else."""
        own = (
            fact for fact in self.store.of("deed") if fact.document == self.source.index and not fact.parts.get("noun")
        )
        return {self.name_of(fact): fact for fact in reversed(list(own))}

    @cached_property
    def persons(self) -> list[str]:
        """The persons whose deeds the text may tell, each once; "R. Berg" is nobody known, and observers only speak."""
        listed = (
            name for s in self.source.sentences for m in _LIST.finditer(s.clean) for name in _FULL.findall(m.group())
        )
        titled = (match["name"] for match in self._titled if " " in match["name"])
        named = {name for name in (*self.source.named.persons.values(), *listed, *titled) if is_person_name(name)}
        full = {name for name in (*named, *self.source.named.single) if self.sounds_right(name)}
        speakers = self.source.scholars | {last(claim.parts["name"]) for claim in self.store.of("claim")}
        return sorted(
            name
            for name in full
            if not any(name.endswith(f" {other}") for other in full)
            and (last(name) not in speakers or self.source.in_office(name))
        )

    def sounds_right(self, name: str) -> bool:
        """Whether a name is likely one of an actor: not "R. Berg", who is nobody known, nor "Motor Millions", nor somebody's wife."""
        words = name.split(" ")
        common = words[0].casefold() in self._sentences_of
        inner = any(re.search(r"[a-z][A-Z]", word) and not _PREFIX.match(word) for word in words)
        relative = re.compile(rf"(?:{KIN.pattern},?|\bmarried (?:[^,.;]{{3,80}}, )?) ?{re.escape(name)}\b")
        kin = any(relative.search(sentence.clean) for sentence in self.naming(name))
        return not (common or inner or kin or (len(words) == 2 and words[0].endswith(".")))

    @cached_property
    def states(self) -> frozenset[str]:
        """The states of which the text tells that they did something: "Norway bought", "the Norwegian government refused"."""
        found = (match for sentence in self.source.sentences for match in _ACTING.finditer(sentence.clean))
        return frozenset(state_of(m["state"]) for m in found if is_verb([m["state"], m["verb"]], 1))

    @cached_property
    def homes(self) -> dict[str, str]:
        """For surnames the state to which a title assigns the person: "Norwegian President Ingrid Solheim"."""
        told = ((last(m["name"]), families(f"{m['nation'] or ''} {m['land'] or ''}")) for m in self._titled)
        return {name: states[0] for name, states in told if states}

    def home(self, name: str) -> str:
        """The state that the text gives to a person; empty where it gives none."""
        return self.homes.get(last(name)) or self.source.side(name)

    def heads(self, name: str) -> bool:
        """Whether the person is head of a state or a government: whoever is less known cannot be taken for one."""
        return last(name) in self._heads

    @cached_property
    def _heads(self) -> frozenset[str]:
        titles = ((last(m["name"]), m["office"].casefold()) for m in self._titled if not _OF_A_BODY.search(before(m)))
        high = re.compile(r"(?:first )?president|prime minister|chancellor|king|emperor")
        return frozenset(name for name, office in titles if high.fullmatch(office))

    def fallen(self, name: str) -> bool:
        """Whether a head of state is told to be one no more: who lives abroad may do what others do."""
        if name not in self._fallen:
            self._fallen[name] = self._is_fallen(re.escape(last(name)))
        return self._fallen[name]

    def _is_fallen(self, surname: str) -> bool:
        told = re.compile(
            rf"\b(?:[Ff]ormer|ex-|[Oo]usted|[Dd]eposed) ?(?:{_NATION})? ?(?i:{PLAIN_OFFICES}) (?:[A-ZÀ-Ž][\w’'-]+ )?{surname}\b|"
            rf"\b{surname}\b[^.]{{0,60}}\b(?:ouster|exile|was ousted|was deposed|was overthrown|fled)\b"
        )
        return told.search(self.text) is not None

    def at_home(self, state: str, said: str) -> bool:
        """Whether the text names something in the words mostly together with the state: it shows whose deed it is."""
        return any(self._belongs(name, state) for name in _THING.findall(NATION.sub("", said)))

    def _belongs(self, thing: str, state: str) -> bool:
        owned = re.compile(
            rf"\b{state}['’]s? (?:[\w-]+ ){{0,2}}{re.escape(thing)}\b|\b{re.escape(thing)},? (?:\w+ )?in {state}\b"
        )
        if any(owned.search(sentence.clean) for sentence in self.naming(thing)):
            return True
        beside = [families(s.clean) for s in self.naming(thing)]
        told = [states for states in beside if states]
        return len(told) >= OFTEN and sum(state in states for states in told) >= MOSTLY * len(told)

    def lived(self, name: str, fact: Fact) -> bool:
        """Whether the text leaves it open that somebody lived when the deed was done."""
        when = [int(year) for year in _YEAR.findall(fact.evidence.quote)]
        theirs = self._years(name)
        if when and min(when) > self.died(name):
            return False
        return not (when and theirs) or min(abs(one - other) for one in when for other in theirs) <= LIFE

    def _years(self, name: str) -> list[int]:
        if name not in self._dated:
            told = (_YEAR.findall(sentence.clean) for sentence in self.naming(last(name)))
            self._dated[name] = [int(year) for years in told for year in years]
        return self._dated[name]

    def died(self, name: str) -> int:
        """The year in which the text tells that somebody died; 9999 where it tells none."""
        surname = re.escape(last(name))
        told = re.compile(
            rf"\b{surname}\b(?: \w+){{0,2}} died\b[^.;]{{0,40}}?\b(1\d{{3}}|20\d\d)\b|\b[Dd]eath of (?:\w+ ){{0,3}}{surname}\b[^.;]{{0,20}}\b(1\d{{3}}|20\d\d)\b"
        )
        found = (match for sentence in self.naming(last(name)) for match in told.finditer(sentence.clean))
        return next((int(match[1] or match[2]) for match in found), 9999)

    @staticmethod
    def famed(name: str) -> bool:
        """Whether everybody knows the person."""
        return name in FAMED_PERSONS

    def sorts(self, name: str) -> frozenset[str]:
        """Official, man of business, scholar: what the text makes of a person."""
        if name not in self._sorts:
            self._sorts[name] = sorts(name, self.text)
        return self._sorts[name]

    @cached_property
    def titled(self) -> frozenset[str]:
        """The states that sections are about."""
        titles = (re.sub(r"^[Tt]he ", "", section.title or "") for section in self.source.document.sections)
        return frozenset(STATES[title] for title in titles if title in STATES)

    def sections(self, name: str) -> frozenset[str]:
        """The sections that name it."""
        return frozenset(section for section, _ in self._places(name))

    def paragraphs(self, name: str) -> int:
        """How many paragraphs name it."""
        return len(self._places(name))

    def _places(self, name: str) -> set[tuple[str, str]]:
        if name not in self._placed:
            short = next((short for short, long in self.spelled.items() if long == name), None)
            forms = [form for form in (last(name), short, self.spelled.get(name)) if form]
            self._placed[name] = {(s.section.id, s.block.id) for form in forms for s in self.naming(form)}
        return self._placed[name]

    def tells(self, name: str) -> bool:
        """Whether the text tells a deed of the name, or describes who it is."""
        return name in self.deeds or name in self.described

    @cached_property
    def described(self) -> dict[str, Fact]:
        """For each name the first description or office that the text gives to it."""
        told = (f for f in self.store.known("definition", "role") if f.document == self.source.index)
        return {fact.value: fact for fact in reversed(list(told))}

    @cached_property
    def _titled(self) -> list[re.Match[str]]:
        near = (sentence.clean for sentence in self.source.sentences if _AN_OFFICE.search(sentence.clean))
        return [match for text in near for match in _TITLED.finditer(text)]

    @cached_property
    def spelled(self) -> dict[str, str]:
        """What short forms stand for."""
        return {fact.subject: fact.value for fact in self.store.known("acronym")}

    def name_of(self, fact: Fact) -> str:
        """The actor under the full name; empty where several persons bear the surname, and the section is about none of them."""
        plain = re.sub(r"^(?:[Tt]he|An?) ", "", fact.value)
        if fact.type == "state":
            return STATES[fact.parts.get("name", plain)]
        if fact.type == "body":
            return plain
        if (known := self.source.named.persons.get(plain)) or " " in plain:
            return known or plain
        key = plain, fact.section
        return self._names.get(key) or self._names.setdefault(key, self._full_name(*key))

    def _full_name(self, surname: str, section: str) -> str:
        if surname in self.source.named.single:
            return self.source.named.single[surname]
        titles = {section.id: section.title or "" for section in self.source.document.sections}
        bearers = re.compile(rf"\b([A-ZÀ-Ž][\w’'-]+) {re.escape(surname)}\b")
        here = set(bearers.findall(titles.get(section, "")))
        forenames = {name.split()[0] for name in self.persons if last(name) == surname}
        owners = here or forenames | {first for title in titles.values() for first in bearers.findall(title)}
        return f"{next(iter(owners))} {surname}" if len(owners) == 1 else ""

    def with_full_names(self, said: str, fact: Fact) -> str | None:
        """The words with the full names of persons; None where it is not sure who is meant."""
        whole, end = "", 0
        for match in self._surnames.finditer(said):
            full = match.group()
            if not match["before"] or re.fullmatch(PLAIN_OFFICES, match["before"].strip(), re.IGNORECASE):
                name = self._full_name(match["surname"], fact.section)
                if not name:
                    return None
                full = f"{match['before'] or ''}{name}"
            whole, end = whole + said[end : match.start()] + full, match.end()
        return whole + said[end:]

    @cached_property
    def _surnames(self) -> re.Pattern[str]:
        surnames = "|".join(map(re.escape, sorted({last(name) for name in self.persons}, key=len, reverse=True)))
        return re.compile(
            rf"(?<![\w’'-])(?P<before>[A-ZÀ-Ž][\w.’'-]* )?(?P<surname>{surnames or '(?!)'})(?![\w-]| (?:{HONORIFICS})\b)"
        )

    def shown(self, name: str, fact: Fact | None = None) -> str:
        """The name of an actor as the passage or the text has it: of the United Kingdom it may only speak as Great Britain."""
        if fact and fact.value in _BRITAIN:
            return fact.value
        if name != "United Kingdom" or name in self.text:
            return self.source.named.single.get(name, name)
        return next((other for other in _BRITAIN if other in self.text), name)

    def inside(self, name: str) -> str:
        """The name inside a sentence: persons without an article, others as the text has them."""
        if name in self.persons:
            return name
        if _UNITED.match(name):
            return f"the {name}"
        return self._inside.get(name) or self._inside.setdefault(name, self.source.with_article(name))

    def kind(self, name: str) -> int | None:
        """What kind of body a name or a short form stands for; None for a name that is no body's."""
        spelled = self.spelled.get(name, name)
        words = re.split(r" (?:of|for|on) ", spelled)[0].split(" ")
        if re.search(r"['’]| and (?:the )?[A-Z]\S+ [A-Z]| of the .* Group", spelled) or (
            spelled == words[0] and spelled not in _SOLE | FIELD_ACRONYMS
        ):
            return None
        return (
            1 if name in FIELD_ACRONYMS else next((n for n, k in enumerate(_KINDS) if words[-1].casefold() in k), None)
        )

    def is_company(self, name: str) -> bool:
        return self.kind(name) == COMPANY

    def known(self, body: str) -> bool:
        """Whether everybody in the field knows what the body is there for."""
        return bool({norm(body), norm(self.spelled.get(body, body))} & _KNOWN)

    def texts(self, section: str) -> tuple[str, str]:
        """The section, and the part of the document that it belongs to."""
        parts = self.store.parts
        own = [s for s in self.source.document.sections if s.id == section]
        part = [s for s in self.source.document.sections if parts[s.id] == parts[section]]
        here, around = (" ".join(block.text for s in some for block in s.blocks) for some in (own, part))
        return here, around

    def cut(self, name: str) -> bool:
        """Whether the text knows the name only as the end of a longer one: "Chang Motors" of "Tan Chang Motors"."""
        before = rf"\b(?!The\b)[A-ZÀ-Ž][\w’'-]+ {re.escape(name)}\b"
        return re.search(before, self.text) is not None

    def naming(self, mark: str) -> list[Sentence]:
        """The sentences with a name, which may be several words."""
        if mark not in self._naming:
            rarest = min((self._with(word) for word in _WORD.findall(mark)), key=len, default=[])
            named = re.compile(rf"\b{re.escape(mark)}\b")
            self._naming[mark] = [s for s in rarest if named.search(s.clean)]
        return self._naming[mark]

    def _with(self, word: str) -> list[Sentence]:
        return self._sentences_of.get(word, [])

    @cached_property
    def _sentences_of(self) -> dict[str, list[Sentence]]:
        """For each word the sentences that hold it."""
        found: dict[str, list[Sentence]] = {}
        for sentence in self.source.sentences:
            for word in set(_WORD.findall(sentence.clean)):
                found.setdefault(word, []).append(sentence)
        return found

    @cached_property
    def text(self) -> str:
        return " ".join(sentence.clean for sentence in self.source.sentences)


_UNITED = re.compile(
    r"(?:United (?:States|Kingdom|Arab Emirates|Nations)|Soviet Union|European Union|Netherlands|Philippines)$"
)
"""Names that take their article whatever the text does."""
_WORD = re.compile(r"\w+")
_OF_A_BODY = re.compile(r"(?:[A-Z]{2,}|[a-z])['’]s? $")


def before(match: re.Match[str]) -> str:
    """What stands before an office: "the bank's president" is head of no state."""
    return "" if match["nation"] else match.string[max(0, match.start() - 20) : match.start()]


def state_of(word: str) -> str:
    """The state that a name or an adjective stands for."""
    return STATES.get(word) or ADJECTIVES[word]
