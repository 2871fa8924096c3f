"""Beginnings told in passing: "the Harbour Fund (HF), founded in 1931," and "the Lima Treaty, signed in 1902"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import upper_first
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from .dated import aside

_NAMED = re.compile(
    r"(?P<name>(?:(?:[Tt]he|its|their) (?:(?:report|study|survey|memorandum|treaty|agreement|law|decree|book|plan|declaration|constitution|charter) (?:of|by|on|between|for) (?:the )?)?)[A-ZÀ-Ž][\w’'-]*(?:-[A-Z]\w+)*(?: (?:of |the |for |and |on |in )*[A-ZÀ-Ž][\w’'-]*)+(?: (?:project|programme|program|plan|process|law|treaty|agreement|railway|pipeline|canal|dam|bridge|fund))?|[A-Z]{3,8})"
    r"(?: \((?!\d)[^()]{2,90}\))?(?:,| [–—-]| \()(?: which was| an? [^,;()]{3,80}? (?:that|which) was)? (?:\w+ly )?"
    r"(?P<verb>founded|established|created|set up|signed|launched|adopted|concluded|formed|completed|opened|inaugurated|published|built|approved|ratified|enacted|commissioned|dissolved|abolished) (?:(?:by|in) (?!\d)(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* )?"
    r"(?:in|on)(?: (?:early|late))? $"
)


_DAY = r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}"
_PARTY = r"(?:the )?[A-ZÀ-Ž][\w’'-]*(?: [A-ZÀ-Ž][\w’'-]*)*"
_PACT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?P<thing>(?:(?!(?:first|second|third|last|new|same|final|was|were|is|are|the|an?|that|which|of|and|to|in|on|by|for|with)\b)[\w-]+ ){0,5}?(?:agreement|treaty|accord|protocol|pact|convention|contract|memorandum|alliance))"
    rf"(?: on (?P<topic>[^,;:]{{3,60}}?))?(?: of (?P<of>{_DAY}))?,? (?:which was |was )?(?P<verb>signed|concluded|initialled) (?P<place>in {_PARTY} )?(?:(?:in|on) (?P<on>{_DAY}) )?"
    rf"(?P<by>(?:by|between) {_PARTY}(?:(?:, and |, | and ){_PARTY})+)(?: (?:in|on) (?P<late>{_DAY}))?(?=[,;.]| and |$)"
)
"""A paper without a name, but with those who signed it: "the agreement of 4 May 1931, signed in Lima by Chile and Peru"."""


_IS_A = re.compile(
    r"^(?P<name>The [A-ZÀ-Ž][\w’'–-]*(?: (?:of |the |for |and |on )*[A-ZÀ-Ž][\w’'–-]*)*) (?:is|was) an? [^,;.]*? (?P<verb>founded|established|created|signed|launched|"
    r"adopted|concluded|formed|published) (?:(?:by|in|at) (?!\d)(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* )?(?:in|on) $"
)
"""What says what a name stands for: "The Lima Pact was a treaty of five states signed in 1902"."""
SHORT, RETURNS = 15, 2
"""Of a text with so many sentences, what fewer name is told of in passing."""
_LEADING = re.compile(
    r"^(?P<verb>Founded|Established|Created|Set up|Signed|Launched|Adopted|Formed|Opened|Published|Introduced) (?:(?:by|in|at) (?!\d)[^,\d]+? )?in $"
)
_SUBJECT = re.compile(
    r"[^,\d]{0,60}, (?P<name>(?:the )?[A-ZÀ-Ž][\w’'-]*(?: (?:of |the |for |and |on |in )*[A-ZÀ-Ž][\w’'-]*)*)(?= [a-z])"
)
"""What a leading participle tells of: "Founded in 1931 by three banks, the Harbour Fund lent …"."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each name that a dated participle follows."""
    for sentence in source.sentences:
        if aside(sentence):
            continue
        yield from pacts(sentence, source)
        for date in dates(sentence.clean):
            opening = _LEADING.match(sentence.clean[: date.start])
            if opening and (named := _SUBJECT.match(sentence.clean, date.end)):
                if not pointing_outside(named["name"]) and len(named["name"].split()[-1]) > 2:
                    yield fact_of(named["name"], opening["verb"].lower(), date, sentence, source)
                continue
            match = _IS_A.match(sentence.clean[: date.start]) or _NAMED.search(sentence.clean[: date.start])
            if match and re.match(r"[,;.)]| [–—-]| by | and (?:which|\w+ed)\b|$", sentence.clean[date.end :]):
                if (
                    pointing_outside(re.sub(r"^(?:its|their) ", "the ", match["name"]))
                    or "and" in match["name"].split()
                ):
                    refused["founding: no single name"] += 1
                else:
                    found = fact_of(match["name"], match["verb"], date, sentence, source)
                    yield replace(found, lesser=named_once(match["name"], source))


def pacts(sentence: Sentence, source: Source) -> Iterator[Fact]:
    """An event fact for each paper whose parties and date the sentence tells."""
    for match in _PACT.finditer(sentence.clean):
        when = dates(match["of"] or match["on"] or match["late"] or "")
        thing = " ".join(filter(None, (match["thing"], f"on {match['topic']}" if match["topic"] else "")))
        thing = f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"
        done = " ".join(f"{match['verb']} {match['place'] or ''}{match['by']}".split())
        if len(when) == 1 and not pointing_outside(f"{thing} was {done}"):
            yield fact_of(thing, done, when[0], sentence, source)


def named_once(name: str, source: Source) -> bool:
    """Whether the text does not return to the name, nor to its short form."""
    bare = re.sub(r"^(?:[Tt]he|its|their) ", "", name)
    short = "".join(word[0] for word in re.split(r"[ -]", bare) if word[0].isupper())
    known = [bare, short] if len(short) > 1 else [bare]
    named = sum(any(form in sentence.clean for form in known) for sentence in source.sentences)
    return named < RETURNS and len(source.sentences) >= SHORT


def fact_of(name: str, verb: str, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that what has the name began on the date."""
    name = re.sub(r"^(?:The|its|their) ", "the ", name)
    return Fact(
        "event", upper_first(f"{name} was {verb}"), "happened", date.iso, date.exactness, sentence.evidence,
        sentence.section.id, source.index, date=date.iso,
        parts={"asked": f"was {name} {verb}", "form": "clause", "agent": name, "predicate": f"was {verb}"},
    )  # fmt: skip
