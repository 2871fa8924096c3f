"""Seven kinds of documents, each built with its own habits: report, article, chapter, thesis, commentary, interview, ruling."""

from __future__ import annotations

import random
from collections.abc import Callable

from .citing import cite_somewhere, library
from .subjects import SUBJECTS, Subject, sentence, sentences
from .truth import Grid, Note, Para, Part, Truth

NAMES = (
    ("Mirela", "Tostig"),
    ("Jonas", "Abernathy"),
    ("Ana Lucía", "Restrepo"),
    ("Piet", "van der Meulen"),
    ("Siobhán", "O’Dowd"),
)


class Maker:
    """Builds one document; keeps its notes, acronyms and headings while it goes."""

    def __init__(self, seed: int, *, noted: bool = True, depth: int = 2, numbered: bool = True) -> None:
        self.chance = random.Random(seed)  # noqa: S311  test data
        self.subject: Subject = SUBJECTS[seed % len(SUBJECTS)]
        self.noted, self.depth, self.numbered = noted, depth, numbered
        self.notes: list[Note] = []
        self.short: list[tuple[str, str]] = []
        self.heads = self.chance.sample(self.subject.heads, len(self.subject.heads))
        self.unused = list(self.subject.bodies)

    def para(self, kind: str = "paragraph", fewest: int = 2, most: int = 7, noted: bool | None = None) -> Para:
        made = sentences(self.chance, self.subject, fewest, most)
        if self.unused and kind == "paragraph" and self.chance.random() < 0.3:
            long, short = self.unused.pop()
            self.short.append((short, long))
            made.insert(1, f"The work was led by the {long} ({short}) and its partners.")
        para = Para(" ".join(made), kind)
        if self.noted if noted is None else noted:
            self.mark(para)
        return para

    def mark(self, para: Para) -> None:
        """Up to three notes, after a sentence or a comma."""
        ends = [
            i + 1
            for i, c in enumerate(para.text[:-1])
            if c in ".," and para.text[i + 1] == " " and para.text[i - 2 : i - 1].islower()
        ] + [len(para.text)]
        for place in sorted(self.chance.sample(ends, min(len(ends), self.chance.choice((0, 1, 1, 2, 3))))):
            self.notes.append(Note(self.note_text()))
            para.notes.append((place, len(self.notes) - 1))

    def note_text(self) -> str:
        n = len(self.notes) + 1
        given, family = self.chance.choice(NAMES)
        return self.chance.choice(
            (
                f"Interview with a former official, Harwick, {n % 28 + 1} March 2015.",
                f"{family}, {given[0]}. ({1990 + n % 30}), ‘{self.chance.choice(self.subject.heads)}’, Journal of Public Works, {n}(2), pp. {n}–{n + 19}.",
                f"{given} {family}, “{self.chance.choice(self.subject.heads)}”, The Corran Herald, 12 April {1990 + n % 30}, https://www.example.org/news/{n}/item (accessed 3 May 2018).",
                f"See also {sentence(self.chance, self.subject)[0].lower() + sentence(self.chance, self.subject)[1:]}",
                "Ibid." if n > 1 else "Author’s own count.",
                f"Ibid., p. {n}." if n > 1 else "The figures are from the ministry.",
                " ".join(sentences(self.chance, self.subject, 2, 3)),
            )
        )

    def items(self, count: int, long: bool = False) -> list[Para]:
        label = self.chance.choice(("•",))
        return [
            Para(" ".join(sentences(self.chance, self.subject, 1, 3 if long else 1)), "list_item", label=label)
            for _ in range(count)
        ]

    def grid(self, number: int) -> Grid:
        years = [str(2010 + i) for i in range(3)]
        rows = [
            [name, *(f"{self.chance.randint(100, 9900):,}" for _ in years)]
            for name in self.subject.cells[: self.chance.randint(4, 6)]
        ]
        return Grid(
            f"Table {number}: {self.chance.choice(self.subject.heads)}, 2010–2012",
            ["Name", *years],
            rows,
            "Source: Ministry of Works, Annual Returns (2013).",
        )

    def body(self, parts: int, with_items: bool = True, with_table: bool = True) -> list[Part]:
        """Sections with subsections, numbered as asked."""
        made: list[Part] = []
        counts = [0, 0, 0]
        level = 1
        for i in range(parts):
            level = 1 if i == 0 else min(self.depth, max(1, level + self.chance.choice((-1, 0, 0, 1))))
            counts[level - 1] += 1
            counts[level:] = [0] * (3 - level)
            number = ".".join(map(str, counts[:level])) if self.numbered else ""
            part = Part(self.heads.pop(), level, number)
            part.content += [self.para() for _ in range(self.chance.randint(2, 4))]
            if with_items and i == 1:
                lead = Para("The following points were agreed by all sides at the meeting:", "paragraph")
                part.content += [lead, *self.items(4), self.para()]
            if with_table and i == 2:
                part.content += [self.grid(1), self.para()]
            made.append(part)
        return made

    def name(self) -> tuple[str, str]:
        return NAMES[self.chance.randrange(3)]

    def finish(self, metadata: dict[str, object], parts: list[Part], front: list[str], **more: object) -> Truth:
        return Truth({"language": "en", **metadata}, parts, front, self.notes, short=self.short, **more)  # type: ignore[arg-type]


def _top(maker: Maker, parts: list[Part], title: str) -> Part:
    count = sum(part.level == 1 and bool(part.number) for part in parts) + 1
    return Part(title, 1, str(count) if maker.numbered else "")


def report(maker: Maker) -> Truth:
    given, family = maker.name()
    subject = maker.subject
    summary = Part("Executive Summary", 1, content=list(maker.items(5, long=True)))
    parts = maker.body(6)
    end = _top(maker, parts, "Conclusion")
    end.content = [maker.para(), maker.para()]
    about = Part(
        "About the Author",
        1,
        matter="back",
        content=[
            Para(
                f"{given} {family} is a senior fellow at the Institute for Public Works. Before that, {family} taught at Harwick College and advised two city councils."
            )
        ],
    )
    thanks = Part(
        "Acknowledgments",
        1,
        matter="back",
        content=[
            Para(
                "The author would like to thank the staff of three archives, two anonymous reviewers and all those who agreed to be interviewed for this paper."
            )
        ],
    )
    metadata = {
        "title": subject.topic,
        "subtitle": "Lessons for the Next Decade",
        "authors": [{"given": given, "family": family}],
        "publisher": "Institute for Public Works",
        "date": "2018-05",
        "year": 2018,
        "kind": "research paper",
        "isbn": "9781900000017",
        "rights": "All rights reserved",
        "affiliations": [],
    }
    front = [
        "Research Paper",
        f"{given} {family}",
        "May 2018",
        f"# {subject.topic}: Lessons for the Next Decade",
        "Institute for Public Works",
    ]
    imprint = [
        "All rights reserved. Whoever wants to copy from this report asks the copyright holder first.",
        "Copyright © Institute for Public Works, 2018",
        "ISBN 978 1 90000 001 7",
        "Institute for Public Works, 12 Harbour Street, Corran. contact@example.org",
    ]
    return maker.finish(metadata, [summary, *parts, end, about, thanks], front, imprint=imprint)


def article(maker: Maker) -> Truth:
    maker.noted = False
    given, family = maker.name()
    works, cited = library(maker.chance, maker.subject.heads)
    abstract = Part("Abstract", 1, content=[maker.para("abstract", 3, 5)])
    parts = maker.body(6, with_items=False)
    for part in parts:
        for element in part.content:
            if isinstance(element, Para):
                cite_somewhere(maker.chance, element, cited)
    end = _top(maker, parts, "Conclusion")
    end.content = [maker.para()]
    keywords = [word.lower() for word in maker.subject.topic.split()[:3]]
    abstract.content.append(Para(f"Keywords: {', '.join(keywords)}", "keywords"))
    sources = Part("References", 1, matter="bibliography", content=[Para(work, "entry") for work in works])
    metadata = {
        "title": maker.subject.topic,
        "authors": [{"given": given, "family": family}],
        "keywords": keywords,
        "kind": "journal article",
        "container": "Journal of Public Works",
        "year": 2019,
        "date": "2019",
    }
    front = [
        "Journal of Public Works, Vol. 14, No. 2 (2019), pp. 101–127",
        f"# {maker.subject.topic}",
        f"{given} {family}",
    ]
    return maker.finish(metadata, [abstract, *parts, end, sources], front, works=works)


def chapter(maker: Maker) -> Truth:
    given, family = maker.name()
    maker.numbered, maker.depth = False, 1
    opening = Part("", 1, content=[maker.para(), maker.para()])
    parts = maker.body(5, with_items=False, with_table=False)
    for part in parts[1:3]:
        lead = Para("One witness of those years, a retired clerk, put it in these words:", "paragraph")
        part.content[1:1] = [lead, maker.para("block_quote", 3, 4, noted=True)]
    metadata = {
        "title": maker.subject.topic,
        "authors": [{"given": given, "family": family}],
        "chapter": "7",
        "kind": "book chapter",
    }
    return maker.finish(metadata, [opening, *parts], ["Chapter 7", f"# {maker.subject.topic}", f"{given} {family}"])


def thesis(maker: Maker) -> Truth:
    given, family = maker.name()
    maker.noted, maker.depth, maker.numbered = False, 3, True
    works, cited = library(maker.chance, maker.subject.heads)
    abstract = Part("Abstract", 1, content=[maker.para("abstract", 3, 5), maker.para("abstract", 3, 5)])
    parts = maker.body(8)
    for part in parts:
        for element in part.content:
            if isinstance(element, Para) and element.kind == "paragraph" and not element.text.endswith(":"):
                cite_somewhere(maker.chance, element, cited)
    end = _top(maker, parts, "Conclusion")
    end.content = [maker.para()]
    sources = _top(maker, [*parts, end], "Bibliography")
    sources.matter = "bibliography"
    sources.content = [Para(work, "entry") for work in works]
    appendix = Part("Appendix A: Interview questions", 1, content=[maker.para()])
    metadata = {
        "title": maker.subject.topic,
        "authors": [{"given": given, "family": family}],
        "degree": "Master of Arts in Public Policy",
        "kind": "master's thesis",
        "supervisor": "Dr. Helen Marsh",
        "date": "2020-06",
        "year": 2020,
        "affiliations": ["University of Corran"],
    }
    front = [
        f"# {maker.subject.topic}",
        f"{given} {family}",
        "Master of Arts in Public Policy",
        "University of Corran, Faculty of Social Sciences",
        "Supervisor: Dr. Helen Marsh",
        "June 2020",
    ]
    return maker.finish(metadata, [abstract, *parts, end, sources, appendix], front, works=works)


def commentary(maker: Maker) -> Truth:
    given, family = maker.name()
    part = Part("", 1, content=[maker.para(noted=False) for _ in range(9)])
    metadata = {
        "title": maker.subject.topic,
        "authors": [{"given": given, "family": family}],
        "date": "2021-03-04",
        "year": 2021,
        "kind": "commentary",
        "publisher": "Institute for Public Works",
    }
    front = [f"# {maker.subject.topic}", f"{given} {family}", "Institute for Public Works commentary, 4 March 2021"]
    return maker.finish(metadata, [part], front)


def interview(maker: Maker) -> Truth:
    given, family = maker.name()
    part = Part("", 1, content=[maker.para(noted=False)])
    for _ in range(7):
        question = maker.chance.choice(
            ("What went wrong", "Who decided", "How was it paid for", "Why did it take so long")
        )
        part.content += [
            Para(f"Q: {question} when {sentence(maker.chance, maker.subject)[:-1]}?"),
            Para(f"A: {maker.para(noted=False).text}"),
        ]
        if maker.chance.random() < 0.4:
            part.content.append(maker.para(noted=False))
    metadata = {
        "title": maker.subject.topic,
        "authors": [{"given": given, "family": family}],
        "date": "2017-11-20",
        "year": 2017,
    }
    return maker.finish(metadata, [part], [f"# {maker.subject.topic}", f"By {given} {family}", "20 November 2017"])


def ruling(maker: Maker) -> Truth:
    """Paragraphs numbered through the whole text, under headings without numbers."""
    given, family = maker.name()
    maker.numbered, maker.depth = False, 1
    parts = maker.body(5, with_items=False, with_table=False)
    count = 0
    for part in parts:
        for element in part.content:
            if isinstance(element, Para):
                count += 1
                element.label = f"{count}."
    metadata = {
        "title": maker.subject.topic,
        "authors": [{"given": given, "family": family}],
        "date": "2016-09",
        "year": 2016,
    }
    return maker.finish(metadata, parts, [f"# {maker.subject.topic}", f"{given} {family}", "September 2016"])


GENRES: dict[str, Callable[[Maker], Truth]] = {
    "report": report,
    "article": article,
    "chapter": chapter,
    "thesis": thesis,
    "commentary": commentary,
    "interview": interview,
    "ruling": ruling,
}
