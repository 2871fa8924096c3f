"""Item forms: what each asks, and where its wrong options come from."""

from __future__ import annotations

from collections import Counter

from quizzes.generation import Question, generate
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.ordering import near
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources

from .texts import document


def made(form: str, *paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    return list(FORMS[form](Store(read, facts(read[0], Counter()))))


def test_a_person_is_asked_for_by_description():
    text = (
        "The line was paid for by Ingrid Solheim, a former general who had grown rich on herring.",
        "The charter was written by Pablo Vargas, a lawyer from Quito with many enemies. It was kept by Marta Ortega, a historian of the Danish coast.",
        "The railway belonged to Elena Ruiz, a lawyer from Lima with two houses on the coast.",
        "Solheim lived in Bergen. Solheim sold the line again.",
    )
    asked = next(q for q in made("who", *text) if "general" in q.stem)

    assert asked.stem == "Whom does Lindqvist describe as a former general who had grown rich on herring?"
    assert (asked.key, set(asked.distractors)) == ("Ingrid Solheim", {"Pablo Vargas", "Marta Ortega", "Elena Ruiz"})


def test_a_person_is_described_in_words_that_the_text_has_for_others():
    text = (
        "The line was paid for by Ingrid Solheim, a former general who had grown rich on herring.",
        "The charter was written by Pablo Vargas, a lawyer from Quito with many enemies. It was kept by Marta Ortega, a historian of the Danish coast.",
        "The railway belonged to Elena Ruiz, a lawyer from Lima with two houses on the coast.",
        "Solheim lived in Bergen. Solheim sold the line again.",
    )
    (asked,) = made("described", *text)

    assert asked.stem == "How does Lindqvist describe Ingrid Solheim?"
    assert asked.key == "a former general who had grown rich on herring"
    assert "a historian of the Danish coast" in asked.distractors
    assert (
        next(row["why"] for row in asked.data["options"] if "historian" in row["text"])
        == "“The text”, paragraph 2, describes Marta Ortega so."
    )


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


EVENTS = (
    "In 1897, Norway opened a consulate in Zanzibar. In 1901, Norway taxed the guano of the Lobos Company. Chile left the Copper Pact of Norway in 1903.",
    "In 1905, Norway invited the Fisheries Board to the new harbour of Bergen. In 1910, Norway sold the port of Iquique to the Vargas Bank.",
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
    assert "According to Lindqvist, in which year did Chile sell the port of Iquique to Peru?" in [
        q.stem for q in made("dated", *FEW)
    ]


def test_an_event_of_an_ordering_is_asked_alone_in_another_quiz_only():
    held, alone = ({fact for q in made(form, *EVENTS) for fact in q.facts} for form in ("ordering", "dated"))
    together = [fact for q in generate(document(*EVENTS)).questions for fact in q.facts if fact.pattern == "event"]

    assert held & alone
    assert len(together) == len(set(together))


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
