"""How a reading is cut into pages."""

from __future__ import annotations

from readings.models import Section
from readings.selectors.outline import PAGE_WORDS, Outline, reading_minutes


def section(pk: int, words: int, parent: Section | None = None) -> Section:
    return Section(pk=pk, slug=f"s{pk}", title=f"Part {pk}", position=pk, word_count=words, parent=parent)


def pages(*sections: Section) -> dict[str, list[str]]:
    outline = Outline(None, sections)  # type: ignore[arg-type]
    return {page.slug: [entry.section.slug for entry in outline.on_page(page)] for page in outline.pages}


def test_a_short_section_shows_its_subsections_on_its_own_page():
    top = section(1, 300)
    child = section(2, 400, top)
    assert pages(top, child, section(3, 50, child), section(4, 500)) == {"s1": ["s1", "s2", "s3"], "s4": ["s4"]}


def test_a_long_section_gives_each_subsection_a_page():
    top = section(1, 100)
    long = section(2, PAGE_WORDS, top)
    assert pages(top, long, section(3, 20, long), section(4, 30, top)) == {
        "s1": ["s1"],
        "s2": ["s2"],
        "s3": ["s3"],
        "s4": ["s4"],
    }


def test_a_section_of_exactly_the_limit_stays_whole():
    top = section(1, PAGE_WORDS - 10)
    assert pages(top, section(2, 10, top)) == {"s1": ["s1", "s2"]}


def test_one_walks_from_page_to_page():
    one, two, three = section(1, 10), section(2, 10), section(3, 10)
    outline = Outline(None, [one, two, three])  # type: ignore[arg-type]
    assert outline.around(one) == (None, two)
    assert outline.around(two) == (one, three)
    assert outline.around(three) == (two, None)


def test_the_contents_open_the_part_one_is_in():
    top, other = section(1, PAGE_WORDS), section(3, PAGE_WORDS)
    below, elsewhere = section(2, 10, top), section(4, 10, other)
    outline = Outline(None, [top, below, other, elsewhere])  # type: ignore[arg-type]
    assert [entry.section.slug for entry in outline.open_at(below)] == ["s1", "s2", "s3"]


def test_reading_time_is_at_least_a_minute_where_there_is_text():
    assert [reading_minutes(words) for words in (0, 5, 220, 1_100)] == [0, 1, 1, 5]
