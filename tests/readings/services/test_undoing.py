"""Each kind of repair is undone where the import made it, and repaired again; the text is then as it was before."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from readings.models import Course, Reading
from readings.selectors.document import document_of, finding_of
from readings.selectors.repairs import WHY_NOT, places_of, undone_in
from readings.selectors.source import source_of
from readings.services.editing_places import EditError
from readings.services.editing_repairs import UNDOES, repair_undo
from readings.services.importing import reading_import
from readings.services.revisions import edit_take_back
from tests.readings.documents.readers.test_pdf import file as pdf
from tests.readings.documents.readers.test_pdf import filled
from tests.readings.documents.readers.test_pdf import text as drawn
from tests.readings.services.test_importing import annotate

LONG = "The ferry of Tarn was rowed by two men, and it carried twelve people at a time across the river"
ON = "bridge was opened in 1902 and nobody needed it any longer. The last ferryman became the first toll keeper."
HEAD = f"# The ferry\n\n## Before the bridge\n\n{LONG} in the old days, whatever the weather.\n\n"
REST = "The toll house stood on the left bank, and its keeper was paid by the town for forty years or more."
FOOT = "\n\n".join(
    f"Paragraph {n} of the account tells of carts, cattle and people who came over the river." for n in range(9)
)

TEXTS = {
    "paragraph_joined": f"{HEAD}{LONG} until the\n\n{ON}\n\n{REST}\n",
    "paragraph_joined with a hyphen": f"{HEAD}{LONG} until the rail-\n\nway came to the town in 1902 and nobody needed it.\n\nA railway.\n",
    "quote_recognized": f"{HEAD}The last ferryman wrote of it in his own book:\n\n{LONG} in all weathers. {REST}\n\n{ON}\n",
    "note_joined": f"{HEAD}{LONG} in all weathers.[^1]\n\n{REST}[^2]\n\n[^1]: Town archive of Tarn, file 7, kept by the\n\nsecond clerk until the flood, accessed in May.\n\n[^2]: The same archive.\n",
    "entry_joined": f"{HEAD}{REST}\n\n## References\n\nOrr, A. (2001). The salt of the sea and\n\nEarth and water. Varda: Press.\n\nPoe, B. (2003). Ferries. Varda: Press.\n",
    "heading_joined": f"{HEAD}## After the bridge:\n\n## What became of the ferry\n\n{REST}\n",
    "heading_level": f"{HEAD}### 1. Carts\n\n{LONG}.\n\n## 1.1. Cattle\n\n{REST}\n\n### 2. People\n\n{ON}\n",
    "marks_restored": f"{HEAD}{LONG} in all weathers.[1] {REST}[2]\n\n{ON}[3]\n\n## Notes\n\n1. Town archive, file 7.\n\n2. The same, file 8.\n\n3. The same, file 9.\n",
    "table_joined": f"{HEAD}Table 1. Tolls\n\n| Year | Toll |\n|---|---|\n| 1902 | 12 |\n| 1903 | 14 |\n\n\f\n\n| 1904 | 15 |\n| 1905 | 16 |\n\n{REST}\n",
    "page_furniture": f"{HEAD}{LONG} until the\n\nThe ferry 12\n\n{ON}\n\n{FOOT}\n\nThe ferry 13\n\n{REST}\n\n{FOOT}\n\nThe ferry 14\n\n{REST}\n",
    "contents_list": f"# The ferry\n\nContents\n\nCarts ..... 3\nCattle ..... 5\nPeople ..... 9\n\n## Carts\n\n{LONG}.\n\n## Cattle\n\n{REST}\n\n## People\n\n{ON}\n",
    "comment": f"{HEAD}{LONG}.\n\n<!-- to be checked by the second clerk -->\n\n{REST}\n",
    "front_matter": f"# The ferry of Tarn\n\nMarch 2019\n\n## Before\n\n{LONG}.\n\n{REST}\n",
    "imprint": f"{HEAD}{REST}\n\n© 2019 Town Press of Tarn. All rights reserved.\n",
    "metadata_block": f"---\ntitle: The ferry\nyear: 2019\n---\n\n## Before\n\n{LONG}.\n\n{REST}\n",
}
EXPECTED = {
    "paragraph_joined": "until the¶bridge was",
    "paragraph_joined with a hyphen": "until the rail-¶way came",
    "quote_recognized": "The last ferryman wrote",
    "note_joined": "second clerk until the flood, accessed in May.",
    "entry_joined": "Earth and water",
    "heading_joined": "What became of the ferry",
    "heading_level": "",
    "marks_restored": "in all weathers.[1] The toll",
    "table_joined": "1903\t14¶1904\t15",
    "page_furniture": "until the The ferry 12 bridge was",
    "contents_list": "Cattle ..... 5",
    "comment": "to be checked by the second clerk",
    "front_matter": "March 2019",
    "imprint": "All rights reserved",
    "metadata_block": "year: 2019",
}


def imported(course: Course, text: str) -> Reading:
    return reading_import(course=course, data=text.encode(), name="ferry.md")


def shown(reading: Reading) -> str:
    """All words of the reading, paragraphs parted by ¶."""
    document = document_of(reading)
    sections = [part for s in document.sections for part in (s.title or "", *(block.text for block in s.blocks))]
    return "¶".join([*sections, *(n.text for n in document.notes), *(r.text for r in document.references)])


def undone(reading: Reading, code: str, ines) -> None:
    findings = list(reading.findings.filter(code=code))
    assert findings, [row.code for row in reading.findings.all()]
    for finding in findings:
        repair_undo(finding=finding, by=ines)
    for finding in findings:
        with pytest.raises(EditError, match="undone already"):
            repair_undo(finding=finding, by=ines)


def repaired_again(reading: Reading) -> None:
    for edit in reversed(reading.edits.all()):
        assert not edit_take_back(edit=edit)


@pytest.mark.parametrize("case", TEXTS)
def test_a_repair_is_undone_and_repaired_again(course, ines, case):
    reading = imported(course, TEXTS[case])
    before = document_of(reading)
    undone(reading, case.split()[0], ines)
    after = document_of(reading)
    assert (after.sections, after.notes, after.references) != (before.sections, before.notes, before.references)
    assert EXPECTED[case] in shown(reading)
    repaired_again(reading)
    assert document_of(reading) == before


@pytest.mark.parametrize("case", TEXTS)
def test_what_is_undone_stays_so_in_a_corrected_file(course, ines, case):
    reading = imported(course, TEXTS[case])
    for finding in reading.findings.filter(code=case.split()[0]):
        repair_undo(finding=finding, by=ines)
    done = set(undone_in(reading))
    words = shown(reading).replace("cattle and people", "oxen and people")
    corrected = TEXTS[case].replace("cattle and people", "oxen and people").replace("\n# The ferry", "\n\n# The ferry")
    reading_import(course=course, data=f"{corrected}\n".encode(), name="ferry.md", slug=reading.slug)
    assert all(reading.edits.values_list("fits", flat=True))
    assert shown(reading) == words
    assert set(undone_in(reading)) == done


def test_a_heading_marked_at_another_level_goes_back_to_it(course, ines):
    reading = imported(course, TEXTS["heading_level"])
    assert list(reading.sections.values_list("level", flat=True)) != [1, 2, 1, 2]
    undone(reading, "heading_level", ines)
    assert list(reading.sections.values_list("level", flat=True)) == [1, 2, 1, 2]


def running(canvas) -> None:
    filled(0, "The ferry of Tarn", "1")(canvas)
    drawn(canvas, ["The clerk wrote of the long rail-", "way that came to the town in the spring of that year."], 300)


PDFS = {
    "running_header": "The ferry of Tarn",
    "page_number": "4",
    "hyphenation_joined": "rail-way",
}


@pytest.mark.parametrize("code", PDFS)
def test_a_repair_of_a_pdf_is_undone_and_repaired_again(course, ines, code):
    pages = [running, *(filled(n, "The ferry of Tarn", str(n + 1)) for n in range(1, 5))]
    reading = reading_import(course=course, data=pdf(*pages), name="ferry.pdf")
    before = document_of(reading)
    assert PDFS[code] not in shown(reading)
    undone(reading, code, ines)
    assert PDFS[code] in shown(reading)
    repaired_again(reading)
    assert document_of(reading) == before


def test_the_menu_of_a_web_page_can_be_brought_back(course, ines):
    page = f"<html><body><nav>Home About</nav><main><h1>The ferry</h1><h2>Before</h2><p>{LONG}.</p><p>{REST}</p></main></body></html>"
    reading = reading_import(course=course, data=page.encode(), name="ferry.html")
    before = document_of(reading)
    undone(reading, "page_furniture", ines)
    assert reading.blocks.order_by("position").first().text == "Home About"
    repaired_again(reading)
    assert document_of(reading) == before


def test_one_line_of_many_is_brought_back(course, ines):
    reading = imported(course, TEXTS["page_furniture"])
    (finding,) = reading.findings.filter(code="page_furniture")
    key = next(key for key in keys_of(finding) if key)
    repair_undo(finding=finding, by=ines, keys=[key])
    assert shown(reading).count("The ferry 1") == 1
    assert set(undone_in(reading)) == {key}


def keys_of(finding) -> list[str]:
    return [place.key for place in places_of(finding_of(finding), source_of(finding.reading))]


def test_an_annotation_on_the_paragraph_stays_on_its_words(course, ines, sam):
    reading = imported(course, TEXTS["paragraph_joined with a hyphen"])
    note = annotate(reading.blocks.get(text__contains="railway came"), sam, "came to the town")
    undone(reading, "paragraph_joined", ines)
    note.refresh_from_db()
    assert (note.state, note.block.text[note.start : note.end]) == ("attached", "came to the town")
    repaired_again(reading)
    note.refresh_from_db()
    assert (note.state, note.block.text[note.start : note.end]) != ("detached", "came to the town")


def test_every_repair_that_the_import_knows_can_be_undone_or_says_why_not():
    source = "\n".join(path.read_text() for path in Path("readings/documents").rglob("*.py"))
    made = set(re.findall(r'Finding\(\s*"(\w+)",\s*"repaired"', source))
    assert {"paragraph_joined", "heading_level"} <= made
    assert made == set(UNDOES) & made | set(WHY_NOT)
    assert not set(UNDOES) & set(WHY_NOT)


FOLDER = os.environ.get("GLOSSA_DOCUMENTS", "")
FILES = sorted(Path(FOLDER).glob("*")) if FOLDER else []


@pytest.mark.documents
@pytest.mark.skipif(not FILES, reason="GLOSSA_DOCUMENTS does not name a folder with the five documents")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:6])
def test_all_repairs_of_a_document_are_undone_and_repaired_again(course, ines, path):
    reading = reading_import(course=course, data=path.read_bytes(), name=path.name)
    before = document_of(reading)
    for finding in reading.findings.exclude(action="flagged"):
        repair_undo(finding=finding, by=ines)
    assert document_of(reading).sections != before.sections
    *_, first = reading.edits.order_by("-pk")
    reading.edits.exclude(pk=first.pk).delete()
    assert not edit_take_back(edit=first)
    assert document_of(reading) == before
