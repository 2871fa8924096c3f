"""A document made ready for questions: its sentences, the names it uses, and how to credit it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from simplemma import is_known

from quizzes.generation.language.clauses import lower_article
from quizzes.generation.language.dates import dates, written
from quizzes.generation.language.lexicon import ADJECTIVES, BODY_WORDS, OFFICES, STATES, UNIVERSAL_ACRONYMS
from quizzes.generation.language.states import spoken_of
from quizzes.generation.language.words import FUNCTION_WORDS, content, listed, tokens, word_count
from quizzes.generation.names.namesakes import shared_surnames
from quizzes.generation.names.people import Names, Office, is_person_name, is_surname, names, offices
from quizzes.generation.text.damage import damaged
from quizzes.generation.text.repair import repaired
from quizzes.generation.text.sentences import Sentence, sentences
from quizzes.generation.types import Term
from readings.documents.types import Document

_WORD = re.compile(r"(?<=[a-zà-ž,;’”)] )[A-ZÀ-ÖØ-ÞĀ-Ž][\w’-]*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_RANKED = re.compile(
    r"(?:Admiral|General|Colonel|Captain|Commander|Marshal|Prince|Princess|King|Queen|Emperor|Empress|Sultan|Khedive|Pope|Bishop|Lord|Lady|Count|Baron|"
    r"Senator|Judge|Justice|Professor|Governor|Ambassador|Chancellor|Commissioner|Cardinal|Major) (?=[A-ZÀ-Ž][a-zà-ž])"
)
"""A rank that is part of a name."""

ENGLISH = 0.25
"""The share of function words from which a text counts as English; it is about 0.4 in the genre."""


TITLE_WORDS = 10
"""A title of so many words at most stands in a question."""
_NO_TITLE = re.compile(
    r"\d:\d\d|[@_“”\\]|\b(?:release|draft|version)\b|^(?:introduction|preface|foreword|abstract|summary|contents|conclusions?|the text|untitled|without a title|chapter|part|section|appendix)\b[ \divx.]*$",
    re.IGNORECASE,
)
"""What stands where a title should and tells nothing of the text."""
_INNER_MARKS = str.maketrans('“”"', "‘’'")
TELLING = frozenset(["summary", "abstract", "conclusion"])
"""Sections that say what a text is about."""
FAR_OFF = 2099
"""The year of a text that tells none."""
TOPICS = 40
"""So many words that most sentences hold are what a text is about."""


@dataclass(frozen=True)
class Source:
    """One document of the run and what the patterns need to know of it."""

    document: Document
    index: int
    glossary: tuple[Term, ...] = ()

    @cached_property
    def sentences(self) -> list[Sentence]:
        whole = repaired(self._raw, self.named, self.namesakes, self.document.metadata.title or "")
        return [sentence for number, sentence in enumerate(whole) if number not in self.damaged]

    @cached_property
    def damaged(self) -> set[int]:
        """The numbers of the sentences that are not fit to be read, and so not to be asked about."""
        return damaged(self._raw) if self.english else set()

    @cached_property
    def english(self) -> bool:
        """Whether the text is English, as the patterns need: a fair share of its words are "the", "of" and the like."""
        words = [word.casefold() for s in self._raw[:200] for word in tokens(s.text)]
        return not words or sum(word in FUNCTION_WORDS for word in words) >= ENGLISH * len(words)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each paragraph, counted through the whole text, as readers see it in the margin."""
        blocks = (block for section in self.document.sections for block in section.blocks)
        return {block.id: number for number, block in enumerate(blocks, 1)}

    @cached_property
    def _raw(self) -> list[Sentence]:
        return sentences(self.document, self.index)

    @cached_property
    def voice(self) -> str:
        """Whom a question credits: the authors by surname, the corporate author, or else the text, by its title where that is short."""
        metadata = self.document.metadata
        families = [person.family for person in metadata.authors if person.family]
        if len(families) > 3:
            return f"{families[0]} and others"
        if families:
            return listed(families)
        return with_article(metadata.corporate_author) or self._by_title

    @property
    def _by_title(self) -> str:
        """ "the text “Fishing in Hull”"; a title that is long or tells nothing is left out."""
        title = (self.document.metadata.title or "").partition(" | ")[0].strip().translate(_INNER_MARKS)
        telling = 0 < word_count(title) <= TITLE_WORDS and not (_NO_TITLE.search(title) or is_person_name(title))
        return f"the text “{title}”" if telling else "the text"

    @property
    def unsigned(self) -> bool:
        """Whether neither an author nor a body is known."""
        return self.voice == "the text" or self.voice.startswith("the text “")

    @property
    def writing(self) -> str:
        """ ", writing in July 2025,": when the text speaks of who holds an office; empty where it has no date."""
        metadata = self.document.metadata
        date = (metadata.date or str(metadata.year or ""))[:7]
        return f", writing in {written(date)}," if date else ""

    @property
    def account(self) -> str:
        """What a statement agrees with or contradicts."""
        return self.voice if self.unsigned else f"the account of {self.voice}"

    @property
    def plural(self) -> bool:
        """Whether the voice takes a plural verb."""
        authors = any(person.family for person in self.document.metadata.authors)
        return (authors and " and " in self.voice) or self.voice.casefold().endswith(
            ("contributors", "authors", "editors")
        )

    def says(self, verb: str) -> str:
        """The voice with its verb: "Allison argues", "Delcour and Wolczuk argue"."""
        return f"{self.voice} {verb.removesuffix('s') if self.plural else verb}"

    @property
    def does(self) -> str:
        """ "does Allison", "do Delcour and Wolczuk"."""
        return f"{'do' if self.plural else 'does'} {self.voice}"

    def actor(self, name: str) -> str:
        """One name for an actor that has several: its state, the full name of a person, the short form of a body."""
        plain = re.sub(r"^[Tt]he ", "", name)
        known = STATES.get(plain) or self.named.persons.get(plain) or self._heads.get(plain)
        initials = "".join(word[0] for word in re.split(r"[ -]", plain) if word[:1].isupper())
        return known or (initials if " " in plain and initials in self._short else plain)

    def mentions(self, name: str) -> bool:
        """Whether the sentences themselves, citations apart, name it."""
        return re.search(rf"\b{re.escape(name)}\b", self._text) is not None

    def in_office(self, person: str) -> bool:
        """Whether the text calls the person president, minister or the like; others are scholars and observers."""
        return re.sub(r" \(\d{4}\w?\)$", "", person).split()[-1] in self._officials

    def side(self, person: str) -> str:
        """The state that the text gives to a person most often; empty where it gives none."""
        told = Counter(office.state for office in self._offices.get(person, ()) if office.state)
        return told.most_common(1)[0][0] if told else ""

    def office(self, person: str) -> frozenset[str]:
        """The stems of the words by which the text gives offices to a person."""
        return content(" ".join(office.words for office in self._offices.get(person, ())))

    @cached_property
    def _offices(self) -> dict[str, list[Office]]:
        return offices(self._text, self.named.persons)

    @cached_property
    def _officials(self) -> frozenset[str]:
        office = rf"(?i:{OFFICES}|minister|envoy|negotiator|commissioner|rapporteur|lawmaker|diplomat)"
        before = re.findall(rf"\b{office},? (?:of \w+ )?((?:[A-ZÀ-Ž][\w’'-]+ ?){{1,3}})", self._text)
        after = re.findall(
            rf"([A-ZÀ-Ž][\w’'-]+),? \(?(?:the |who was )?(?:(?!who|and|with|to|by)[\w’'-]+ ){{0,4}}{office}\b",
            self._text,
        )
        return frozenset(re.sub(r"['’]s$", "", word) for names in (*before, *after) for word in names.split())

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[A-Z]{2,8}\b", self._text))

    @cached_property
    def _heads(self) -> dict[str, str]:
        return {alias: term.head for term in self.glossary for alias in term.aliases}

    @cached_property
    def names(self) -> Counter[str]:
        """Words written with a capital inside sentences, and how often."""
        return Counter(word.rstrip("’'") for s in self.sentences for word in _WORD.findall(s.text))

    @cached_property
    def written(self) -> int:
        """The year of the text, or else the last one that it speaks of."""
        told = map(int, re.findall(r"\b(?:1[5-9]|20)\d\d\b", self._text))
        return self.document.metadata.year or max(told, default=FAR_OFF)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that stand in the text without a capital."""
        return frozenset(re.findall(r"\b[a-zà-ž][\w’-]*", self._text))

    @cached_property
    def named(self) -> Names:
        """The persons, states and bodies of the text."""
        return names(self._text)

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """Surnames that two persons of the text share."""
        return shared_surnames(self._text, self.named)

    @cached_property
    def scholars(self) -> frozenset[str]:
        """Surnames of those whose works the text cites by author and year, or lists at its end."""
        name = r"[A-ZÀ-Ž][\w’'-]+"
        pairs = re.findall(
            rf"({name})(?:(?:, {name})*,? (?:and|&) ({name})| et al\.)?,? \(?(?:19|20)\d\d[a-z]?[),:;]", self._written
        )
        keys = re.findall(r"@([a-z]+)(?:_and_([a-z]+))?\w*_\d{4}", self._written)
        listed = [re.match(rf"({name}), [A-ZÀ-Ž]", reference.text) for reference in self.document.references]
        cited = [word for pair in pairs for word in pair] + [word.capitalize() for pair in keys for word in pair]
        return frozenset(filter(is_surname, (*filter(None, cited), *(match[1] for match in listed if match))))

    @cached_property
    def _written(self) -> str:
        return " ".join(s.text for s in self._raw)

    @cached_property
    def before(self) -> dict[str, set[str]]:
        """For each word with a capital the words with a capital that stand before it: forenames, offices, parts of names."""
        found: dict[str, set[str]] = {}
        for first, word in re.findall(r"(?<![\w-])(?=([A-ZÀ-Ž][a-zà-ž]+) ([A-ZÀ-Ž][a-zà-ž]+))", self._text):
            found.setdefault(word, set()).add(first)
        return found

    @cached_property
    def bodies(self) -> Counter[str]:
        """Short forms and names of bodies in the text, and how often they occur."""
        text = " ".join(s.clean for s in self.sentences)
        short = re.findall(r"\b[A-Z][A-Za-z]?[A-Z]{1,5}\b", text)
        long = re.findall(r"(?<=[a-z,] )[A-ZÀ-Ž][\w’-]+(?: (?:of |the |for |and )*[A-ZÀ-Ž][\w’-]+)+", text)
        named = [name for name in long if any(word.casefold() in BODY_WORDS for word in name.split())]
        return Counter(name for name in (*short, *named) if name not in STATES and name not in UNIVERSAL_ACRONYMS)

    @cached_property
    def speaks_of(self) -> Counter[str]:
        """In how many sentences each state and named thing occurs."""
        return Counter(name for s in self.sentences for name in set(spoken_of(s.clean)))

    @cached_property
    def contents(self) -> list[frozenset[str]]:
        """The content stems of each sentence."""
        return [content(s.clean) for s in self.sentences]

    @cached_property
    def dated(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The years of each sentence that holds some, and its stems; sentences of the same words count once."""
        told = ((_YEAR.findall(s.clean), stems) for s, stems in zip(self.sentences, self.contents, strict=True))
        return list(dict.fromkeys((frozenset(years), stems) for years, stems in told if years))

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        """For each stem the numbers of the sentences that hold it."""
        places: dict[str, set[int]] = {}
        for number, stems in enumerate(self.contents):
            for found in stems:
                places.setdefault(found, set()).add(number)
        return places

    @cached_property
    def topics(self) -> frozenset[str]:
        """The stems of what the text is about: of its title, its summary and its end, and those that most sentences hold."""
        told = [stems for s, stems in zip(self.sentences, self.contents, strict=True) if s.section.role in TELLING]
        most = sorted(self._places, key=lambda stem: (-self.often(stem), stem))[:TOPICS]
        return content(self.document.metadata.title or "").union(most, *told)

    def often(self, word: str) -> int:
        """How many sentences hold the word, or its stem."""
        return len(set().union(*(self._places.get(found, ()) for found in content(word) or {word})))

    @cached_property
    def dates(self) -> dict[str, dict[str, set[str]]]:
        """For each exactness (year, month, day) the dates of the text, and the blocks that hold each; a day counts for its month and year."""
        found: dict[str, dict[str, set[str]]] = {"year": {}, "month": {}, "day": {}}
        for sentence in self.sentences:
            for date in dates(sentence.clean):
                for exactness, length in (("year", 4), ("month", 7), ("day", 10)):
                    if len(date.iso) >= length:
                        found[exactness].setdefault(date.iso[:length], set()).add(sentence.block.id)
        return found

    def together(self, name: str, words: frozenset[str], share: float) -> bool:
        """Whether some sentence holds the name and at least that share of the words."""
        named = [self._places.get(found, set()) for found in content(name)]
        if not named or not words:
            return False
        # One of the rarest words must be there, else too few are: only their sentences need a look.
        rare = sorted(words, key=lambda word: len(self._places.get(word, ())))[: int((1 - share) * len(words)) + 1]
        near = set.intersection(*named) & set().union(*(self._places.get(word, set()) for word in rare))
        return any(len(words & self.contents[number]) >= share * len(words) for number in near)

    def with_article(self, name: str) -> str:
        """The name as the text uses it inside sentences: with "the" or without."""
        articled = sum(self._text.count(f"{article} {name}") for article in ("the", "The"))
        return f"the {name}" if articled * 2 > self._text.count(name) else name

    @property
    def prose(self) -> str:
        """All sentences, citations apart, as one text."""
        return self._text

    @cached_property
    def _text(self) -> str:
        return " ".join(s.clean for s in self._raw)

    def inside(self, text: str) -> str:
        """A sentence's opening as it looks inside a sentence: small, unless it is a name."""
        if _RANKED.match(text):
            return text
        text = lower_article(text)
        first = text.split(" ", 1)[0].strip(",.")
        small = first.casefold()
        common = small in FUNCTION_WORDS or (
            small and is_known(small, lang="en") and not self._is_forename(text, small)
        )
        plain = common and (not self.is_name(first) or self._stands_small(text, small))
        return text[:1].lower() + text[1:] if plain and len(first) > 1 else text

    def _stands_small(self, text: str, small: str) -> bool:
        """Whether a word that opens names too is none here: "Economic ties", where the text has "economic" as well."""
        name = text.split(" ", 1)[0] in {*STATES, *ADJECTIVES}
        return (
            not name
            and bool(re.match(r"\w+ [a-z]", text))
            and re.search(rf"\b{re.escape(small)}\b", self._text) is not None
        )

    def _is_forename(self, text: str, small: str) -> bool:
        """Whether two capitals open the text and its first word never stands small in the document: "Samuel Hopkins"."""
        capitals = re.match(r"[A-Z][a-z]+ [A-Z]", text) and not small.endswith("ing")
        return bool(capitals) and not re.search(rf"\b{re.escape(small)}\b", self._text)

    def is_name(self, word: str) -> bool:
        """Whether the word is a name and not merely the first of its sentence."""
        word = re.sub(r"['’]s?$", "", word)
        return word in STATES or word in ADJECTIVES or word in self.names or (word.isupper() and len(word) > 1)


def with_article(body: str | None) -> str:
    """The name of a body as it stands in a sentence: "the Example Institute", and a leading "The" without its capital."""
    if not body:
        return ""
    bare = re.sub(r"^[Tt]he ", "", body)
    words = bare.casefold().split()
    head = re.split(r" (?:for|of|on|in) ", bare.casefold())[0].split()[-1]
    return f"the {bare}" if bare != body or {words[0], head, words[-1]} & BODY_WORDS else body


def sources(documents: Sequence[Document], glossary: Sequence[Term] = ()) -> list[Source]:
    """The documents of a run, ready to be read by the patterns."""
    return [Source(document, index, tuple(glossary)) for index, document in enumerate(documents)]
