"""A document as the short outline that the case files are written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readings.documents import Document, Mark


def outline(document: Document) -> list[str]:
    """One line for each thing found; tests/cases/documents/README.md says how to read it."""
    labels = {reference.id: reference.label for reference in document.references}
    lines = list(_metadata(document))
    for section in document.sections:
        if section.title:
            number = f"{section.number} " if section.number else ""
            lines.append(f"{'#' * section.level} {number}{section.title}")
        for block in section.blocks:
            label = f" {block.label}" if block.label else ""
            lines.append(f"{block.kind}{label}: {_shown(block.text, block.marks, labels)}")
    for note in document.notes:
        repeats = f" repeats {note.refers_to}" if note.refers_to else ""
        lines.append(f"note {note.label}{repeats}: {_shown(note.text, note.marks, labels)}")
    lines += [f"reference {reference.label}: {reference.text}" for reference in document.references]
    short = (*document.abbreviations.expanded, *document.abbreviations.unexpanded)
    lines += [f"short: {abbreviation.short} = {abbreviation.long or '?'}" for abbreviation in short]
    for group in document.abbreviations.aliases:
        lines.append(f"alias: {' = '.join((group.canonical, *group.variants))}")
    return lines + [f"finding: {finding.code}" for finding in document.findings]


def _metadata(document: Document) -> Iterator[str]:
    metadata = document.metadata
    for name in (
        "title",
        "subtitle",
        "date",
        "kind",
        "isbn",
        "doi",
        "container",
        "publisher",
        "language",
        "corporate_author",
    ):
        if getattr(metadata, name):
            yield f"{name}: {getattr(metadata, name)}"
    yield from (f"author: {person.given} | {person.family}" for person in metadata.authors)
    yield from (f"keyword: {keyword}" for keyword in metadata.keywords)


def _shown(text: str, marks: Sequence[Mark], labels: dict[str, str]) -> str:
    """The text with its marks written into it, and a table's tabs and line feeds as signs."""
    inserts: list[tuple[int, int, str]] = []
    for mark in marks:
        if mark.kind == "note":
            inserts.append((mark.start, 0, f"[^{mark.target}]"))
        elif mark.kind == "emphasis":
            inserts += [(mark.start, 1, "*"), (mark.end, -1, "*")]
        elif mark.kind == "strong":
            inserts += [(mark.start, 1, "**"), (mark.end, -1, "**")]
        elif mark.kind == "link":
            inserts += [(mark.start, 1, "<"), (mark.end, -1, f" -> {mark.target}>")]
        elif mark.kind == "citation":
            inserts += [(mark.start, 1, "{"), (mark.end, -1, f" -> {labels.get(mark.target or '', 'none')}}}")]
    inserts.sort(key=lambda insert: insert[:2])
    for place, _, sign in inserts[::-1]:
        text = text[:place] + sign + text[place:]
    return text.replace("\t", " | ").replace("\n", " / ")


ALWAYS = ("#", "paragraph", "abstract", "list_item", "block_quote", "table", "keywords", "source_line", "note ")


def compared(actual: Sequence[str], expected: Sequence[str]) -> list[str]:
    """The lines of ``actual`` whose kind ``expected`` mentions, and those that always count."""
    kinds = {line.split(":")[0].split(" ")[0] for line in expected}
    return [line for line in actual if line.startswith(ALWAYS) or line.split(":")[0].split(" ")[0] in kinds]
