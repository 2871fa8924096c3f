"""Item forms: what each asks, and where its wrong options come from."""

from __future__ import annotations

from collections import Counter

from quizzes.generation import Question
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.number import shaped, slips
from quizzes.generation.items.ordering import near
from quizzes.generation.source import sources
from quizzes.generation.store import Store

from .texts import document

NUMBERS = (
    "Norway sent 14 trawlers to the Western Fjords. In 1902, 45 per cent of pupils in Bergen schools were taught in Danish.",
    "The number of trawlers in Bergen was 1,250 in 1931.",
)


def made(form: str, *paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    return list(FORMS[form](Store(read, facts(read[0], Counter()))))


def test_numbers_keep_their_shape_and_unit():
    keys = {q.key: q.distractors for q in made("number", *NUMBERS)}

    assert set(keys) == {"14", "45 per cent", "1,250"}
    assert all(text.endswith(" per cent") for text in keys["45 per cent"])
    assert all("," in text or len(text) == 3 for text in keys["1,250"])


def test_no_share_is_above_all():
    assert all(float(text.split()[0]) <= 100 for text in slips("80 per cent", [1.25, 1.5, 2.0, 0.5]))


def test_a_round_number_stays_round():
    assert [shaped(1_900.0, "2,000"), shaped(7.25, "14.5"), shaped(70.0, "140")] == ["1,900", "7.2", "70"]


def test_what_is_no_number_gives_no_slips():
    assert slips("several", [0.5]) == []


def test_a_person_is_asked_for_by_description():
    text = (
        "The line was paid for by Ingrid Solheim, a former general who had grown rich on herring.",
        "Pablo Vargas, a lawyer from Quito with many enemies, wrote the charter. Marta Ortega, a historian of the southern coast, kept it.",
        "The railway belonged to Elena Ruiz, a lawyer from Lima with two houses on the coast.",
    )
    asked = next(q for q in made("who", *text) if "general" in q.stem)

    assert asked.stem == "Whom does Lindqvist describe as a former general who had grown rich on herring?"
    assert (asked.key, set(asked.distractors)) == ("Ingrid Solheim", {"Pablo Vargas", "Marta Ortega", "Elena Ruiz"})


TERMS = tuple(
    f"{name} {means}."
    for name, means in (
        ("Landing right", "refers to the leave of a foreign captain to sell herring on the quay"),
        ("Winter credit", "refers to a loan of salt and nets before the boats come home"),
        ("Copper rent", "refers to the yearly share of a mine that goes to the crown"),
        ("Quay money", "refers to a fee on every barrel that crosses the wooden bridge"),
    )
)


def test_a_term_is_completed_with_the_meaning_of_other_terms():
    asked = next(q for q in made("said", *TERMS) if "credit" in q.stem)

    assert asked.stem == "According to Lindqvist, winter credit ____"
    assert asked.key == "refers to a loan of salt and nets before the boats come home"
    assert len(asked.distractors) == 3


FIGURES = (
    "In 1902, English cloth accounted for 20 per cent of the imports of Norway. Danish cloth made up 35 per cent of the imports of Norway.",
    "The imports of Norway in Bergen fell from 80 per cent in 1902 to 60 per cent in 1905. English cloth in Bergen made 40 per cent.",
    "The imports of English cloth in Norway and Bergen were taxed at 30 per cent in 1903.",
)


def test_wrong_figures_have_the_unit_of_the_right_one_and_stand_apart_from_it():
    asked = next(q for q in made("figure", *FIGURES) if "English cloth accounted" in q.stem)

    assert asked.stem == (
        "Which figure fills the gap, according to Lindqvist: “In 1902, English cloth accounted for ____ of the imports of Norway”?"
    )
    assert all(text.endswith(" per cent") and abs(int(text.split()[0]) - 20) >= 3 for text in asked.distractors)


def test_a_figure_that_fell_has_only_smaller_ones_than_before_beside_it():
    asked = next(q for q in made("figure", *FIGURES) if "fell" in q.stem)

    assert all(int(text.split()[0]) < 80 for text in asked.distractors)


EVENTS = (
    "In 1897, Norway opened a consulate in Zanzibar. In 1901, Peru ratified the Lima Protocol. Chile left the Copper Pact in 1903.",
    "In 1905, Norway invited the Fisheries Board to the new harbour of Bergen. In 1910, Chile sold the port of Iquique to Peru.",
    "In 1790, Denmark founded the Copper Pact of the northern coast.",
)


FEW = (
    "In 1897, Norway opened a consulate in Zanzibar. In 1905, Norway invited the Fisheries Board to Bergen. On 14 May 1910, Chile sold the port of Iquique to Peru.",
    "The harbour was new in 1903. Ships of Chile and Norway were rare in 1907 and rarer in 1908. Bergen was poor in 1899.",
)


def test_the_date_of_a_detail_is_not_asked():
    assert not [q for q in made("dated", *FEW) if "invite" in q.stem]
    assert [q for q in made("dated", *FEW) if "Iquique" in q.stem]


def test_the_year_is_asked_where_the_text_gives_the_day():
    assert "In which year did Chile sell the port of Iquique to Peru?" in [q.stem for q in made("dated", *FEW)]


def test_an_event_of_an_ordering_is_not_asked_alone():
    held, alone = ({fact for q in made(form, *EVENTS) for fact in q.facts} for form in ("ordering", "dated"))

    assert held
    assert not held & alone


def test_events_of_one_year_are_put_in_order_by_their_months():
    text = (
        "On 3 January 1931, Norway opened a consulate in Zanzibar. On 14 May 1931, Chile sold the port of Iquique.",
        "In July 1931, Peru ratified the Lima Protocol. Denmark raised the price of herring in November 1931.",
    )
    asked = made("ordering", *text)[0]
    shown = {item["id"]: item["text"].split()[0] for item in asked.data["items"]}

    assert [shown[letter] for letter in asked.data["order"]] == ["Norway", "Chile", "Peru", "Denmark"]


def test_wording_that_tells_the_order_is_not_put_in_order():
    lots = [
        item["text"]
        for q in made("ordering", *EVENTS, "Norway signed the second Lima Protocol in 1902.")
        for item in q.data["items"]
    ]

    assert lots
    assert not any("second" in text for text in lots)


def test_an_event_of_another_age_is_not_put_in_order():
    lots = [item["text"] for q in made("ordering", *EVENTS) for item in q.data["items"]]

    assert lots
    assert not any("Denmark" in text for text in lots)


def test_premises_that_say_the_same_are_seen():
    assert near("sold the port of Iquique to the bank", "sold its port of Iquique")
    assert not near("sold the port of Iquique", "opened a consulate in Zanzibar")
