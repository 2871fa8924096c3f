"""Events: in what order they are asked for, which came first, and whose year is worth asking."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import generate
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.ordering import implied, in_full, mixed, near
from quizzes.generation.language.renown import dated_by_all, renowned
from quizzes.generation.ranking import in_reserve
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources
from quizzes.generation.types import Question
from readings import documents

from .test_items import made
from .texts import document

EVENTS = (
    "In 1897, Norway opened a consulate in Zanzibar. In 1901, Norway taxed the guano of the Lobos Company. Norway left the Copper Fund in 1903.",
    "In 1905, Norway raised the price of herring for the whole of Jutland.",
)
SAME_YEARS = (
    "In 1905, Iceland closed its waters to the trawlers of Norway. In 1905, Norway bought the copper mines of Falun.",
    "In 1905, Norway sold its timber to the Hansa Company. In 1904, Norway banned the rubber of the Congo Company.",
)


def texts(question: Question) -> list[str]:
    return [str(item["text"]) for item in question.data["items"]]


def test_three_events_make_a_lesser_order():
    assert [(len(texts(q)), q.lesser) for q in made("ordering", EVENTS[0])] == [(3, True)]
    assert [(len(texts(q)), q.lesser) for q in made("ordering", *EVENTS)] == [(4, False)]


def test_events_of_no_common_thread_make_a_lesser_order():
    apart = [
        "# The north\n\nIn 1901, Norway taxed the guano of the Lobos Company. In 1902, Denmark raised the price of herring for Jutland.",
        "# The south\n\nIn 1903, Peru banned the rubber of the Congo Company. In 1904, Chile sold the port of Iquique to the Vargas Bank.",
    ]
    together = [
        text.replace("Denmark", "Norway").replace("Peru", "Norway").replace("Chile", "Norway") for text in apart
    ]

    assert [in_reserve(q) for q in ordered(*apart)] == [True]
    assert [in_reserve(q) for q in ordered(*together)] == [False]


def test_an_order_of_one_section_names_it_and_a_short_text_has_one_order_only():
    tolls = (
        "# The tolls\n\nIn 1901, Norway taxed the guano of the Lobos Company. In 1902, Denmark raised the price of herring for Jutland. "
        "In 1903, Peru banned the rubber of the Congo Company. In 1904, Chile sold the port of Iquique to the Vargas Bank."
    )
    mines = (
        "# The mines\n\nIn 1911, Sweden bought the copper of Falun. In 1912, Iceland closed the Myvatn quarries to the Hansa League. "
        "In 1913, Brazil leased the gold of Bahia. In 1914, Bolivia nationalised the tin of the Oruro Society."
    )
    best = [q for q in ordered(tolls, mines) if not q.lesser]

    assert [q.stem for q in best if "in “The tolls”." in q.stem or "in “The mines”." in q.stem] == [
        q.stem for q in best
    ]
    assert len(best) == 1


def test_bodies_are_told_from_each_other_by_long_names_and_what_everybody_can_date_is_left_out():
    told = "# Bodies\n\nIn 1901, the {} was founded. In 1902, the {} was dissolved. In 1904, the {} was formed. In 1905, the {} was abolished."
    long_names = ("Bergen Harbour Assurance Fund", "Falun Copper Mining Board", "Lima Rubber Trading Office", "Orne Salt Ferry Society")  # fmt: skip
    short = [" ".join(name.split(" ")[:2]) for name in long_names]
    best = [q for q in ordered(f"{told.format(*long_names)} In 1903, Norway invaded Jutland.") if not q.lesser]

    assert [len(texts(q)) for q in best] == [4]
    assert not any("invaded" in text for q in best for text in texts(q))
    assert all(q.lesser for q in ordered(told.format(*short)))


@pytest.mark.parametrize("seed", range(8))
def test_events_are_never_shown_in_their_right_order(seed: int):
    read = sources([document(*EVENTS)])
    told = [fact for fact in facts(read[0], Counter()) if fact.pattern == "event"][:2]

    assert mixed(told, Store(read, told, seed).chance("order")) == told[::-1]


def test_who_was_elected_or_dismissed_is_told_without_whoever_did_it():
    assert in_full("Ada Lind was elected as head of the Herring Fund")
    assert not in_full("Ada Lind was elected")
    assert not in_full("Two harbours of Norway were sold to the Hansa Company")


def test_a_lesser_order_comes_last_and_bears_its_badge():
    drafts = generate(document(EVENTS[0])).questions

    assert sorted(drafts, key=in_reserve) == list(drafts)
    assert [q.soft_flaws.count("R1") for q in drafts if q.kind == "ordering"] == [1]


def test_what_the_text_judges_makes_lesser_facts_only():
    text = document(
        "In 1901, Norway taxed the guano of the Lobos Company. In 1904, Norway forced the Hansa Company to sell its timber."
    )
    read = sources([text])
    found = {fact.value[:4]: fact.lesser for fact in facts(read[0], Counter()) if fact.pattern == "event"}

    assert found == {"1901": False, "1904": True}


def ordered(*parts: str) -> list[Question]:
    """The orderings of a text in Markdown."""
    text = "# Herring of Norway\n\nLindqvist, 1931\n\n" + "\n\n".join(f"#{part}" for part in parts)
    read = sources([documents.parse(text.encode(), "herring.md")])
    return list(FORMS["ordering"](Store(read, facts(read[0], Counter()))))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Norway and Denmark went to war", True),
        ("Chile joined the CIS", True),
        ("The Lima Protocol was signed", True),
        ("Ada Lind joined the Herring Fund of Bergen", False),
        ("Norway left the Danish herring cartel", False),
        ("Peru banned the export of guano", False),
    ],
)
def test_what_states_do_on_the_stage_of_the_world_is_known_to_everybody(text: str, known: bool):
    assert renowned(text) is known


def test_a_set_of_events_that_everybody_knows_makes_a_lesser_order():
    known = "In 1901, Norway ratified the Lima Protocol. In 1903, Norway signed the Quito Accord."

    assert [
        q.lesser for q in made("ordering", known, "In 1897, Norway opened a consulate in Zanzibar.", EVENTS[1])
    ] == [True]


def test_a_surname_is_told_with_its_forename():
    text = "The boats belonged to Ada Lind.", "In 1907, Lind sold Norway two harbours of Finnmark."

    assert "Ada Lind sold Norway two harbours of Finnmark" in texts(made("ordering", *EVENTS, *text)[0])


def test_an_event_of_an_actor_with_a_long_name_is_not_taken_for_another_of_the_same_actor():
    board = "The Herring Assurance Board of Bergen"

    assert not near(f"{board} sold its boats to Peru", f"{board} banned the export of salt")
    assert near(f"{board} sold its boats to Peru", f"{board} sold all boats to Peru")


def test_a_short_form_that_the_text_does_not_spell_out_is_not_put_in_order():
    lots = made("ordering", *EVENTS, "The HAF was rich. In 1907, the HAF gave Norway the price of two harbours.")

    assert lots
    assert not any("HAF" in text for q in lots for text in texts(q))


def test_events_near_each_other_are_put_in_order_together():
    late = (
        "In 1921, Norway bought the island of Senja from Lindgren. In 1923, Norway banned the export of guano. In 1924, Norway founded the Nitrate Bank.",
        "In 1926, Norway imposed a tax on Icelandic butter.",
    )
    lots = [{text.split()[0] for text in texts(q)} for q in made("ordering", *EVENTS, *late)]

    assert len(lots) == 2
    years = [{fact.value[:2] + fact.value[2] for fact in q.facts} for q in made("ordering", *EVENTS, *late)]
    assert {"192"} in years


def test_an_event_long_before_the_others_is_left_out_where_four_remain():
    early = "In 1883, Finland sold its timber to the Hansa Company."

    assert not any("Finland" in text for q in made("ordering", *EVENTS, early) for text in texts(q))


def test_each_event_says_when_it_was_and_where_the_text_tells_so():
    whys = [item["why"] for item in made("ordering", *EVENTS)[0].data["items"]]

    assert "Dated to 1901. See “The text”, paragraph 1." in whys


def test_a_short_form_that_few_know_is_spelled_out():
    text = "The Herring Assurance Fund (HAF) pays for boats. In 1907, the HAF sold Norway two harbours of Finnmark."
    shown = texts(made("ordering", *EVENTS, text)[0])

    assert "The Herring Assurance Fund (HAF) sold Norway two harbours of Finnmark" in shown


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("The Herring Fund was founded", "The Herring Fund lent Norway the price of two harbours", True),
        ("The Herring Assurance Fund was founded", "Norway left the HAF", True),
        ("Ada Lind suggested the formation of Greenland", "Greenland was established", True),
        ("Norway opened a consulate in Zanzibar", "Norway raised the price of herring", False),
        ("The HAF adopted the plan of Bergen", "The HAF published the accounts of Hull", False),
    ],
)
def test_an_event_that_begins_what_another_speaks_of_tells_the_order(one: str, other: str, known: bool):
    assert implied(one, other) is known


def test_what_everybody_knows_is_not_put_in_order():
    assert not any(
        "Ukraine" in text for q in made("ordering", *EVENTS, "In 1907, Russia invaded Ukraine.") for text in texts(q)
    )


def test_a_visit_is_not_put_in_order():
    assert not any(
        "visited" in text for q in made("ordering", *EVENTS, "In 1907, Ada Lind visited Zanzibar.") for text in texts(q)
    )


def test_what_came_first_is_asked_of_events_that_no_ordering_holds():
    asked = made("sequence", *EVENTS, *SAME_YEARS)

    assert [(q.stem, q.key) for q in asked] == [
        ("Which of these events came first, according to Lindqvist?", "Norway opened a consulate in Zanzibar")
    ]
    assert {option["why"].split(". ")[0] for option in asked[0].data["options"]} == {"Dated to 1897", "Dated to 1905"}


def test_a_sentence_that_opens_with_a_stray_mark_breaks_nothing():
    generate(document(*EVENTS, ", . Another crisis followed in 1907, and Norway sold two harbours to Denmark in 1908."))


def test_no_event_is_asked_in_two_forms():
    found = generate(document(*EVENTS, *SAME_YEARS)).questions
    told = [fact for q in found for fact in q.facts if fact.pattern == "event"]

    assert told
    assert len(told) == len(set(told))


def test_the_year_of_what_changes_nothing_is_not_asked():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899."

    assert not made("dated", "In 1911, Norway denounced the price of Danish herring.", few)
    assert made("dated", "In 1911, Norway left the Danish herring cartel.", few)


def test_the_year_that_the_text_names_most_is_not_asked():
    often = "Prices rose in 1911.", "Ships were lost in 1911.", "The harbours of 1887, 1893 and 1899 were poor."

    assert not made("dated", "In 1911, Norway left the Danish herring cartel.", *often)


def test_the_year_of_what_a_text_names_but_once_makes_a_lesser_question():
    few = (
        "The harbour was new in 1893. Ships of Norway were rare in 1887 and rarer in 1888. Bergen was poor in 1899. "
        * 5
    )
    event = "In 1911, Norway left the Herring Fund."

    assert [q.lesser for q in made("dated", event, few)] == [True]
    assert made("dated", event, few, "The Herring Fund of Norway was poor.")


@pytest.mark.parametrize("reference", [" (233, 234)", " (12-16)", " (ibid.)"])
def test_the_numbers_of_documents_are_no_part_of_a_passage(reference: str):
    told = "In 1911, Norway left the Herring Fund."
    read = sources([document(f"{told}{reference} Bergen was poor.")])[0]

    assert [sentence.text for sentence in read.sentences] == [told, "Bergen was poor."]


def test_the_year_of_an_event_that_happened_twice_is_not_asked():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899."
    event = "In 1911, Norway left the Danish herring cartel."

    assert made("dated", event, few)
    assert not made("dated", event, few, "Norway had left the Danish herring cartel in 1904.")


def test_the_year_of_an_event_that_only_a_weak_order_holds_is_asked():
    weak = "In 1897, the Salt Fund was founded. In 1901, the Copper Fund was abolished. In 1903, the Bergen Bank was founded. In 1905, the Falun Bank was closed."

    assert [q.lesser for q in made("ordering", weak)] == [True]
    assert len(made("dated", weak)) == 4


def test_a_rank_before_a_name_keeps_its_capital():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899. Every admiral knew that."
    asked = made("dated", "In 1911, Admiral Lind bombarded Jutland.", few, "Lind knew Jutland.")

    assert [q.stem for q in asked] == ["According to Lindqvist, in which year did Admiral Lind bombard Jutland?"]


def test_an_example_among_others_and_a_truce_make_lesser_years():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899."
    example = "Few were as bold, despite efforts such as the 1890 launch of the Bergen Herald."
    truce = "In 1911, Norway and Jutland signed an armistice on herring in Bergen."

    assert [q.lesser or q.facts[0].lesser for q in made("dated", example, few)] == [True]
    assert [q.lesser for q in made("dated", truce, few)] == [True]


def test_an_older_law_that_somebody_refers_to_and_talks_named_after_a_town_make_lesser_years():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899. Every harbour knew Jutland and Lima."
    law = "Ada Lind pointed to a 1911 law banning the sale of Danish herring in Jutland."
    talks = "In 1911, the Lima Process was initiated."

    assert [q.lesser or q.facts[0].lesser for q in made("dated", law, few)] == [True]
    assert [q.lesser for q in made("dated", talks, few, "The Lima Process was slow.")] == [True]


def test_a_paper_between_two_is_signed_by_nobody_else():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899."

    assert not made("dated", "In 1911, a herring treaty was signed between Norway and Jutland by the Copper Fund.", few)
    assert made("dated", "In 1911, a herring treaty was signed by Norway and Jutland.", few)


def test_what_everybody_saw_on_the_news_is_dated_by_all():
    assert dated_by_all("The Yanukovych government left the Herring Fund")
    assert not dated_by_all("The Lind government left the Herring Fund")


def test_the_year_of_an_office_makes_a_lesser_question():
    few = "The harbour was new in 1893. Ships of Chile were rare in 1887 and rarer in 1888. Bergen was poor in 1899."
    office = "In 1911, Ada Lind became director of the Herring Board."

    assert [q.lesser for q in made("dated", office, few, "Lind knew the Herring Board.")] == [True]
