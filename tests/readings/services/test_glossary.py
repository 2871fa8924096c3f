"""The glossary of a course as rows, and the index of the places where its terms stand."""

from __future__ import annotations

from readings.models import Alias, TermOccurrence
from readings.services.glossary import glossary_index_rebuild
from tests.factories import make_reading


def term(course, head: str, *aliases: str, **fields):
    made = course.terms.create(slug=head.lower().replace(" ", "-"), head=head, definition="…")
    Alias.objects.bulk_create(Alias(term=made, text=text, **fields) for text in aliases)
    return made


def places() -> list[tuple[str, str]]:
    rows = TermOccurrence.objects.select_related("term", "block").order_by("block__position", "start")
    return [(row.term.head, row.block.text[row.start : row.end]) for row in rows]


def test_terms_are_indexed_over_all_readings_of_the_course(course, reading):
    make_reading(course, slug="second")
    term(course, "Bridge Board", "BB")
    assert glossary_index_rebuild(course=course) == len(places()) == 4
    assert places()[0] == ("Bridge Board", "Bridge Board")


def test_rebuilding_doubles_nothing(course, reading):
    term(course, "Tarn Bridge")
    assert (
        glossary_index_rebuild(course=course) == glossary_index_rebuild(course=course) == TermOccurrence.objects.count()
    )


def test_one_reading_can_be_rebuilt_alone(course, reading):
    other = make_reading(course, slug="second")
    term(course, "Tarn Bridge")
    glossary_index_rebuild(course=course, reading=other)
    assert set(TermOccurrence.objects.values_list("block__reading", flat=True)) == {other.pk}


def test_other_courses_keep_their_index(course, reading, olga):
    elsewhere = olga.enrolments.get().course
    make_reading(elsewhere)
    term(elsewhere, "Tarn Bridge")
    glossary_index_rebuild(course=elsewhere)
    glossary_index_rebuild(course=course)
    assert len(places()) == 1


def test_a_name_in_capitals_is_an_acronym_marked_or_not(course, reading):
    term(course, "THREE")
    assert glossary_index_rebuild(course=course) == 0


def test_bibliography_entries_are_no_mentions(course, reading):
    term(course, "Tarn Bridge")
    reading.sections.update(matter="bibliography")
    assert glossary_index_rebuild(course=course) == 0


def test_the_index_takes_the_same_queries_however_many_terms(course, reading, django_assert_max_num_queries):
    for number in range(20):
        term(course, f"Arch {number}", f"Bow {number}")
    with django_assert_max_num_queries(8):
        glossary_index_rebuild(course=course)
