"""A bibliography in one of three styles, and citations of it with the accidents that authors have."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .truth import Cite, Para


@dataclass(frozen=True, slots=True)
class Source:
    """A work: its authors as (given, family) or one corporate name, and its year."""

    people: tuple[tuple[str, str], ...]
    year: str
    title: str

    @property
    def cited(self) -> str:
        names = [family for _, family in self.people]
        if len(names) > 2:
            return f"{names[0]} et al."
        return " and ".join(names)


PEOPLE: tuple[tuple[tuple[str, str], ...], ...] = (
    (("Thomas", "de Graaf"),),
    (("Ludo", "van den Berg"),),
    (("Carmen", "Oyelaran"), ("Peter", "Stroud")),
    (("Nadia", "Haddad"), ("Felix", "Brandt"), ("Rosa", "Lindqvist")),
    (("Emre", "Yıldırım"),),
    (("Margit", "Søndergaard"),),
    (("Hugo", "Castellanos"),),
    (("Bernard", "Atkinson-Wells"),),
    (("Oona", "Kivelä"), ("James", "Parrish")),
    (("Viktor", "Melnyk"),),
    (("Grace", "Mbeki"), ("Ian", "Tully"), ("Sun-Hee", "Park"), ("Leo", "Marsh")),
    (("", "Ministry of Works"),),
    (("", "World Harbour Organization"),),
    (("Alma", "Quist"),),
)


def library(chance: random.Random, titles: Sequence[str]) -> tuple[list[str], list[Source]]:
    """The entries of a bibliography as printed, and the works in the same order."""
    sources = [
        Source(people, str(1985 + chance.randint(0, 33)), f"{chance.choice(titles)} and {noun}")
        for people, noun in zip(PEOPLE, NOUNS, strict=True)
    ]
    doubled = sources[6]
    sources[6:7] = [
        Source(doubled.people, "2011a", doubled.title),
        Source(doubled.people, "2011b", "Afterthoughts on a harbour"),
    ]
    sources.append(Source((("Paul", "Zander"),), "n.d.", "Letters without a date"))
    sources.sort(key=lambda s: (s.people[0][1].lower().removeprefix("de ").removeprefix("van den "), s.year))
    style = chance.choice((apa, harvard, chicago))
    return [style(source) for source in sources], sources


NOUNS = (
    "its critics",
    "the sea",
    "other stories",
    "the state",
    "public money",
    "cold steel",
    "the law",
    "small towns",
    "memory",
    "fairness",
    "the long run",
    "method",
    "numbers",
    "distance",
)


def _initials(given: str) -> str:
    return " ".join(f"{word[0]}." for word in given.replace("-", " ").split())


def apa(source: Source) -> str:
    names = [f"{family}, {_initials(given)}" if given else family for given, family in source.people]
    who = names[0] if len(names) == 1 else ", ".join(names[:-1]) + ", & " + names[-1]
    return f"{who.rstrip('.')}. ({source.year}). {source.title}. Journal of Public Works, 12(3), 45–67."


def harvard(source: Source) -> str:
    names = [f"{family}, {_initials(given)}" if given else family for given, family in source.people]
    who = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"{who} ({source.year}) ‘{source.title}’, Corran: Harbour Press. Available at: https://www.example.org/{source.year} (Accessed: 4 May 2019)."


def chicago(source: Source) -> str:
    (given, family), *rest = source.people
    who = f"{family}, {given}" if given else family
    others = [f"{first} {last}" for first, last in rest]
    who += "".join(f", {other}" for other in others[:-1]) + (f", and {others[-1]}" if others else "")
    return f"{who.rstrip('.')}. {source.year.rstrip('.')}. “{source.title}.” Harbour Review 8, no. 1: 11–30."


def cite_somewhere(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    """Put up to two citations into a paragraph."""
    if para.kind != "paragraph":
        return
    for _ in range(chance.choice((0, 1, 1, 2))):
        way = chance.choice(WAYS)
        way(chance, para, sources)


def _append(para: Para, text: str, *cites: Cite) -> None:
    para.text = f"{para.text[:-1]} {text}."
    para.cites += cites


def _single(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    i = chance.randrange(len(sources))
    text = f"({sources[i].cited}, {sources[i].year}{chance.choice(('', '', ', p. 12', ', pp. 4–9'))})"
    _append(para, text, Cite(text, i))


def _several(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    chosen = sorted(chance.sample([i for i in range(len(sources)) if sources[i].year != "n.d."], 2))
    texts = [f"{sources[i].cited}, {sources[i].year}" for i in chosen]
    _append(para, f"({'; '.join(texts)})", *(Cite(text, i) for text, i in zip(texts, chosen, strict=True)))


def _narrative(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    i = chance.choice([i for i in range(len(sources)) if sources[i].people[0][0] and sources[i].year != "n.d."])
    text = f"{sources[i].cited} ({sources[i].year})"
    para.text += f" This is what {text} called a slow surprise."
    para.cites.append(Cite(text, i))


def _ibid(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    _single(chance, para, sources)
    para.text += " The same is said of the coast (ibid.)."
    para.cites.append(Cite("(ibid.)", para.cites[-1].work, "ibid"))


def _misspelt(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    i = chance.choice(
        [
            i
            for i in range(len(sources))
            if len(sources[i].people) == 1
            and len(sources[i].people[0][1]) > 7
            and sources[i].people[0][0]
            and sources[i].year != "n.d."
        ]
    )
    name = sources[i].people[0][1]
    text = f"({name[:-3]}{name[-2]}{name[-3]}{name[-1]}, {sources[i].year})"
    _append(para, text, Cite(text, i, "fuzzy"))


def _missing(chance: random.Random, para: Para, sources: Sequence[Source]) -> None:
    text = chance.choice(("(Underhill, 1974)", "(Farouk and Jensen, 2003)"))
    _append(para, text, Cite(text, None, "none"))


Way = Callable[[random.Random, Para, Sequence[Source]], None]
WAYS: tuple[Way, ...] = (
    _single,
    _single,
    _single,
    _several,
    _several,
    _narrative,
    _narrative,
    _ibid,
    _misspelt,
    _missing,
)
