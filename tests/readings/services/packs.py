"""A course pack for tests, written into a folder; a test changes what it is about."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.readings.texts import BRIDGE

SUPPLIED = (
    b"# A ferry\n\nThe ferry of Tarn ran until 1902, when the bridge was opened and nobody needed it any longer.\n"
)

COURSE = f"""\
[course]
slug = "tarn"
title = "The town of Tarn"
licence = "CC BY 4.0"

[[readings]]
slug = "bridge"
file = "readings/bridge.md"
title = "The Bridge of Tarn"
kind = "course text"
language = "en"
year = 2024
from_outside = ["year"]
outside_source = "The town clerk."

[readings.source_card]
who_writes = "An engineer."

[[readings]]
slug = "ferry"
fingerprint = "sha256:{hashlib.sha256(SUPPLIED).hexdigest()}"
filename_hint = "ferry.txt"
working_title = "A paper on the ferry"
kind = "commentary"
language = "en"
"""

GLOSSARY = """\
category = "institution"

[[terms]]
slug = "bridge-board"
head = "Bridge Board"
acronyms = ["BB"]
forms = [{ language = "fr", text = "Conseil du pont" }]
definition = "The company that built the bridge."
source = "Town archive."
see_also = ["tarn"]

[terms.by_source]
bridge = "Calls it a company."
ferry = "Does not name it."

[[terms]]
slug = "tarn"
head = "Tarn"
definition = "A town."
"""


def write_pack(folder: Path, course: str = COURSE, glossary: str = GLOSSARY) -> Path:
    (folder / "readings").mkdir(parents=True, exist_ok=True)
    (folder / "glossary").mkdir(exist_ok=True)
    (folder / "course.toml").write_text(course, encoding="utf-8")
    (folder / "glossary" / "town.toml").write_text(glossary, encoding="utf-8")
    (folder / "readings" / "bridge.md").write_text(BRIDGE, encoding="utf-8")
    return folder


def write_documents(folder: Path) -> Path:
    """The document that the pack only knows, under a name that tells nothing, beside another file."""
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "scan 7.txt").write_bytes(SUPPLIED)
    (folder / "unrelated.txt").write_text("Nothing to do with it.")
    return folder
