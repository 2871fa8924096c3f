"""The store of a course: what goes by several names is merged, and what the sources dispute is known and not asked."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Term, generate
from quizzes.generation.conflicts import agree
from quizzes.generation.facts import facts
from quizzes.generation.items.build import where
from quizzes.generation.names.aliases import Aliases
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source, sources
from quizzes.generation.types import Evidence, Fact
from readings.documents.types import Block, Document, Section

from .texts import cases, course

GLOSSARY = (
    Term("HAF", ("Harbour Assurance Fund", "ПФГ")),
    Term("Bergen Union"),
    Term("Bergen Union Bank", ("BUB",)),
    Term("Tarn", ("the river",)),
    Term("Tarn Valley", ("Tarn",)),
)


def stored(*texts: tuple[str, str], glossary: tuple[Term, ...] = ()) -> Store:
    read = sources(course(*texts), glossary)
    return Store(read, [fact for source in read for fact in facts(source, Counter())])


@pytest.mark.parametrize("case", cases("aliases"), ids=lambda case: case.name)
def test_names_are_folded_as_the_cases_say(case):
    aliases = Aliases(GLOSSARY)
    one, sign, other = case.text.partition(" = ") if " = " in case.text else case.text.partition(" ≠ ")

    assert (aliases.key(one) == aliases.key(other)) == (sign == " = ")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Fisheries Board was founded in Bergen", "HAF had established the Fisheries Board in Bergen", False),
        ("The Fisheries Board was founded in Bergen", "The Fisheries Board was established in Bergen", True),
        ("Norway had seized the Tarn Valley", "Norway captured the Tarn Valley", True),
        ("Norway attacked Denmark", "Norway was attacked by Denmark", False),
    ],
)
def test_one_thing_told_in_two_ways_has_one_slot(one: str, other: str, same: bool):
    aliases = Aliases(GLOSSARY)

    assert (aliases.slot(one) == aliases.slot(other)) == same


def test_a_fact_is_found_under_every_name_of_its_subject():
    store = stored(("Okafor", "In 1897, the Harbour Assurance Fund opened a consulate in Zanzibar."), glossary=GLOSSARY)

    assert store.values("HAF opened a consulate in Zanzibar", "happened") == {"1897"}


def test_two_texts_that_date_one_thing_differently_are_a_conflict():
    store = stored(
        ("Okafor", "In 1897, the Harbour Assurance Fund opened a consulate in Zanzibar."),
        ("Dahl", "In 1899, HAF opened a consulate in Zanzibar."),
        glossary=GLOSSARY,
    )

    assert [[fact.value for fact in slot] for slot in store.conflicts] == [["1897", "1899"]]


def test_a_month_does_not_contradict_its_year():
    store = stored(
        ("Okafor", "In 1897, Norway opened a consulate in Zanzibar."),
        ("Dahl", "In May 1897, Norway opened a consulate in Zanzibar."),
    )

    assert store.conflicts == []


def test_what_the_course_disputes_is_not_asked_as_if_it_were_settled():
    texts = course(
        ("Okafor", "In 1897, Norway opened a consulate in Zanzibar."),
        ("Dahl", "In 1899, Norway opened a consulate in Zanzibar."),
    )

    assert [question for question in generate(texts).questions if question.pattern == "event"] == []


def test_a_relation_of_many_values_is_no_conflict():
    passage = Evidence("b", 0, 1, "x")
    deeds = [Fact("deed", "joined the League", "did", name, "state", passage, "s") for name in ("Norway", "Peru")]

    assert Store([], deeds).conflicts == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2,000", "2,200", True),
        ("44 per cent", "44.3%", True),
        ("44 per cent", "47%", False),
        ("3.2 million", "3,200,000", True),
        ("14", "15", False),
        ("14", "$14", True),
    ],
)
def test_numbers_agree_when_one_is_the_other_rounded(one: str, other: str, same: bool):
    passage = Evidence("b", 0, 1, "x")
    first, second = (Fact("number", "it", "amounts to", value, "number", passage, "s") for value in (one, other))

    assert agree(first, second, Aliases()) == same


def test_two_dates_in_one_text_are_a_conflict_of_that_text():
    store = stored(
        ("Okafor", "In 1897, Norway opened a consulate in Zanzibar.", "In 1899, Norway opened a consulate in Zanzibar.")
    )

    assert [{fact.value for fact in slot} for slot in store.conflicts] == [{"1897", "1899"}]
    assert all(store.disputed(fact) for fact in store.of("event"))


def test_a_body_whose_name_opens_another_ones_is_no_conflict():
    store = stored(
        ("Okafor", "In 1897, Norway joined the Bergen Union."),
        ("Dahl", "In 1899, Norway joined the Bergen Union Bank."),
        glossary=GLOSSARY,
    )

    assert store.conflicts == []
    assert store.values("Norway joined the Bergen Union", "happened") == {"1897"}


def test_the_questions_on_one_document_see_no_facts_of_another():
    store = stored(
        ("Okafor", "In 1897, Norway opened a consulate in Zanzibar."), ("Dahl", "Chile left the Copper Pact in 1978.")
    )

    assert {fact.document for fact in store.only(1).facts} == {1}


def test_a_paragraph_is_named_by_the_number_that_stands_beside_it_in_the_reading():
    blocks = [Block(f"b{number}", "paragraph", "It rained.") for number in (1, 2)]
    spring, autumn = (Section(title, title, 1, blocks=(block,)) for title, block in zip("AB", blocks, strict=True))
    source = Source(Document(sections=(spring, autumn)), 0)
    assert where(Evidence("b2", 0, 2, "It"), "B", source) == "“B”, paragraph 2"
