"""The OpenAPI description: open to everybody, without warnings, and the same as the file in docs/api."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.urls import reverse

SNAPSHOT = Path(__file__).resolve().parents[2] / "docs" / "api" / "openapi.yaml"


def test_the_snapshot_is_what_the_code_says(tmp_path):
    """If not: make api-snapshot, and read the difference before you commit it."""
    now = tmp_path / "openapi.yaml"
    call_command("spectacular", file=str(now), validate=True, fail_on_warn=True)
    assert now.read_text(encoding="utf-8") == SNAPSHOT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def operations():
    description = yaml.safe_load(SNAPSHOT.read_text(encoding="utf-8"))
    return [
        (path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_says_what_it_does_and_how_it_fails(operations):
    for path, method, operation in operations:
        assert operation.get("description"), f"{method} {path}"
        assert "default" in operation["responses"], f"{method} {path}"


def test_a_token_is_described_where_a_scope_opens_the_door_and_nowhere_else(operations):
    scopes = {
        path.rsplit("/", 2)[1]: way["clientCredentials"]
        for path, _, operation in operations
        for way in operation["security"]
        if "clientCredentials" in way
    }
    assert scopes == {name: [name] for name in ("enrolments", "progress", "grades")}


def test_every_list_is_paged(operations):
    for path, method, operation in operations:
        schema = operation["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("schema", {})
        assert schema.get("type") != "array", f"{method} {path}"


def test_everybody_can_read_the_description(client, db):
    response = client.get(reverse("api:schema"))
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/vnd.oai.openapi")


def test_the_docs_page_brings_its_script_from_our_own_host(client, db):
    page = client.get(reverse("api:docs")).content.decode()
    assert "http" not in page.replace("http-equiv", "")
    script = client.get(reverse("api:docs") + "?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert reverse("api:schema") in script.content.decode()
