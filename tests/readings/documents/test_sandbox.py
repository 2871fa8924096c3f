"""A conversion that crashes, hangs or swells ends in a named error, and its child process knows no secret."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from readings.documents import errors, sandbox
from readings.documents.sandbox import ROOT, Limits, converted, rebuilt
from tests.readings.documents.readers.making.hostile import html, many_notes

PAGE = html("<h2>One</h2><p>The ferry left at dawn.</p>")


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package whose module ``convert`` the test writes; it runs in place of the real child."""
    package = tmp_path / "played"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.setattr(sandbox, "ROOT", tmp_path)
    monkeypatch.setattr(sandbox, "__package__", "played")
    return package / "convert.py"


def test_a_converted_document_is_the_one_that_the_reader_gives() -> None:
    document = converted(PAGE, "html")
    assert [block.text for section in document.sections for block in section.blocks] == ["The ferry left at dawn."]


def test_a_conversion_that_hangs_is_ended(child: Path) -> None:
    child.write_text("import time; time.sleep(60)")
    with pytest.raises(errors.TooSlow, match="within 1 seconds"):
        converted(PAGE, "html", Limits(seconds=1))


def test_a_conversion_that_computes_without_end_is_ended_by_the_system(child: Path) -> None:
    child.write_text("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)")
    with pytest.raises(errors.TooSlow):
        converted(PAGE, "html")


def test_a_conversion_that_crashes_is_a_named_error(child: Path) -> None:
    child.write_text("import os; os.abort()")
    with pytest.raises(errors.ConversionFailed):
        converted(PAGE, "html")


def test_a_child_that_prints_something_else_is_a_named_error(child: Path) -> None:
    child.write_text("print('salt')")
    with pytest.raises(errors.ConversionFailed):
        converted(PAGE, "html")


def test_an_answer_beyond_the_limit_is_not_read(child: Path) -> None:
    child.write_text("print('x' * 5000)")
    with pytest.raises(errors.OutOfMemory):
        converted(PAGE, "html", Limits(output=1000))


def test_the_child_gets_no_setting_of_the_site(child: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "salt")
    child.write_text("import json, os; print(json.dumps({'error': ['EmptyFile', ' '.join(os.environ)]}))")
    with pytest.raises(errors.EmptyFile) as told:
        converted(PAGE, "html")
    assert "PATH" in str(told.value)
    assert "SECRET_KEY" not in str(told.value)


def test_a_conversion_that_swells_is_a_named_error() -> None:
    with pytest.raises((errors.OutOfMemory, errors.ConversionFailed)):
        converted(many_notes(50_000), "html", Limits(memory=120_000_000))


@pytest.mark.parametrize(
    "attempt", ["socket.create_connection(('127.0.0.1', 9))", "subprocess.run(['true'])", "os.system('true')"]
)
def test_a_confined_process_reaches_no_network_and_starts_no_program(attempt: str) -> None:
    code = (
        f"import os, socket, subprocess\nfrom readings.documents.convert import confine\nconfine(10**10, 60)\n{attempt}"
    )
    done = subprocess.run(  # noqa: S603  our own interpreter and code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "PermissionError" in done.stderr


def test_an_unknown_error_of_the_child_is_still_a_document_error() -> None:
    assert isinstance(rebuilt("KeyboardInterrupt", "no"), errors.ConversionFailed)
    assert str(rebuilt("NoTextLayer", "Only pictures.")) == "Only pictures."
