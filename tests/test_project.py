"""The promises that the repository makes about itself: docstrings, pinned requirements, links and settings in the docs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = [
    path
    for folder in ("config", "readings", "quizzes", "tools", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts and path.read_text(encoding="utf-8").strip()
]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_every_module_says_in_its_docstring_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_link_in_the_docs_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_justified(name: str) -> None:
    justified = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").casefold()
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if re.match(r"\w", line)]
    assert [line for line in lines if "==" not in line] == []
    packages = [re.split(r"[=\[]", line)[0].casefold() for line in lines]
    short = [re.sub(r"^(django|pytest)(-\w+)$", r"\2", package) for package in packages]
    assert [p for p, s in zip(packages, short, strict=True) if p not in justified and s not in justified] == []


def test_every_variable_of_the_environment_is_documented() -> None:
    read = re.compile(r"""(?:env(?:\.\w+)?|positive_int|flag|one_of|text)\(\s*["']([A-Z_]+)["']""")
    sources = [ROOT / "config" / "settings.py", ROOT / "config" / "env.py"]
    names = {name for source in sources for name in read.findall(source.read_text(encoding="utf-8"))}
    documented = (ROOT / "docs" / "how-to" / "deploy.md").read_text(encoding="utf-8")
    assert names
    assert sorted(name for name in names if f"`{name}`" not in documented) == []


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    decisions = sorted(path.name for path in (ROOT / "docs" / "adr").glob("0*.md"))
    assert [name for name in decisions if name not in listed] == []
