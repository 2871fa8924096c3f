"""The glossary on the desk: a change of a name is found in the texts at once."""

from __future__ import annotations

import pytest

from readings.models import Alias, SourceDefinition, Term, TermOccurrence
from readings.services.glossary import glossary_index_rebuild
from tests.factories import make_reading


@pytest.fixture
def term(course, reading):
    made = Term.objects.create(course=course, slug="board", head="Bridge Board", definition="A board.")
    glossary_index_rebuild(course=course)
    return made


def form(term: Term, *aliases: str, **fields: object) -> dict[str, object]:
    rows = {f"aliases-{n}-text": text for n, text in enumerate(aliases)}
    return {
        "head": term.head,
        "definition": term.definition,
        "aliases-TOTAL_FORMS": len(aliases),
        "aliases-INITIAL_FORMS": 0,
        "source_definitions-TOTAL_FORMS": 0,
        "source_definitions-INITIAL_FORMS": 0,
        **rows,
        **fields,
    }


def page(term: Term, way: str = "change") -> str:
    return f"/admin/readings/term/{term.pk}/{way}/"


def test_a_new_alias_is_found_in_the_texts(desk, term):
    before = TermOccurrence.objects.count()
    assert desk.post(page(term), form(term, "three arches")).status_code == 302
    assert TermOccurrence.objects.count() == before + 1


def test_a_new_term_is_found_in_the_texts(desk, term, course):
    new = Term(head="flood", definition="High water.")
    data = form(new, course=course.pk, slug="flood")
    assert desk.post("/admin/readings/term/add/", data).status_code == 302
    assert TermOccurrence.objects.filter(term__slug="flood").exists()


def test_a_deleted_term_gives_its_places_to_shorter_names(desk, term, course):
    Term.objects.create(course=course, slug="bridge", head="Bridge", definition="…")
    desk.post(page(term, "delete"), {"post": "yes"})
    assert TermOccurrence.objects.filter(term__slug="bridge").count() == 2


def test_terms_deleted_together_are_indexed_anew(desk, term, course):
    data = {"action": "delete_selected", "_selected_action": [term.pk], "post": "yes", "index": 0}
    desk.post("/admin/readings/term/", data)
    assert not TermOccurrence.objects.exists()


def test_a_name_that_leads_elsewhere_is_a_form_error(desk, term, course):
    other = Term.objects.create(course=course, slug="bb", head="Big Bridge", definition="…")
    Alias.objects.create(term=other, text="BB")
    for name in ("bb", "Big bridge"):
        answer = desk.post(page(term), form(term, name))
        assert "leads to “Big Bridge” already" in answer.content.decode()
    assert not term.aliases.exists()


def test_what_a_source_says_is_added(desk, term, reading):
    rows = {
        "source_definitions-TOTAL_FORMS": 1,
        "source_definitions-0-reading": reading.pk,
        "source_definitions-0-text": "Calls it a company.",
    }
    assert desk.post(page(term), form(term, **rows)).status_code == 302
    assert SourceDefinition.objects.get().reading == reading


def test_a_foreign_reading_cannot_be_named_as_source(desk, term, olga):
    foreign = make_reading(olga.enrolments.get().course)
    rows = {
        "source_definitions-TOTAL_FORMS": 1,
        "source_definitions-0-reading": foreign.pk,
        "source_definitions-0-text": "x",
    }
    assert desk.post(page(term), form(term, **rows)).status_code == 200
    assert not SourceDefinition.objects.exists()


def test_the_page_needs_the_same_queries_however_many_names(desk, term, reading, django_assert_max_num_queries):
    Alias.objects.bulk_create(Alias(term=term, text=f"Name {n}") for n in range(20))
    SourceDefinition.objects.create(term=term, reading=reading, text="…")
    with django_assert_max_num_queries(16):
        assert desk.get(page(term)).status_code == 200
