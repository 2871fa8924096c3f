"""Item forms: what each asks, and where its wrong options come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quizzes.generation import Question
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.matching import gives_away, near
from quizzes.generation.items.number import shaped, slips
from quizzes.generation.source import sources
from quizzes.generation.store import Store

from .texts import document

AIMS = (
    "Norway sought to keep foreign trawlers out of the Western Fjords. Chile wanted to build a railway across the Northern Desert.",
    "Peru aimed to raise the price of frozen anchovies in Lisbon. Ecuador hoped to open a free harbour in Guayaquil for all flags.",
)
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
    )
    asked = next(q for q in made("who", *text) if "general" in q.stem)

    assert asked.stem == "Whom does Lindqvist describe as a former general who had grown rich on herring?"
    assert (asked.key, set(asked.distractors)) == ("Ingrid Solheim", {"Pablo Vargas", "Marta Ortega"})


def test_which_of_four_states_did_it_is_not_asked_alone_since_most_people_guess():
    assert [q for q in made("who", *AIMS) if "railway" in q.stem] == []


BODIES = tuple(
    f"The {name} Fund {deed}."
    for name, deed in (
        ("Harbour", "protects the poorest fishermen of the western fjords against winter and debt"),
        ("Andean", "buys frozen anchovies from every small port of the southern coast"),
        ("Copper", "determines the yearly price of copper wire for mines and foundries"),
        ("Silver", "replaces the lost ships of small owners after winter storms"),
    )
)


def test_a_sentence_is_completed_with_what_is_said_of_other_bodies():
    asked = next(q for q in made("said", *BODIES) if "Andean" in q.stem)

    assert asked.stem == "According to Lindqvist, the Andean Fund ____"
    assert asked.key == "buys frozen anchovies from every small port of the southern coast"
    assert len(asked.distractors) == 3


def test_two_names_of_one_body_are_no_wrong_option_for_each_other():
    text = (*BODIES, "The HF restored the old stone quays of Bergen with the help of Danish engineers.")
    asked = next(q for q in made("said", *text) if "Harbour" in q.stem)

    assert not any("quays" in text for text in asked.distractors)


EVENTS = (
    "In 1897, Norway opened a consulate in Zanzibar. In 1901, Peru ratified the Lima Protocol. Chile left the Copper Pact in 1903.",
    "In 1905, Norway invited the Fisheries Board to the new harbour of Bergen. In 1910, Chile sold the port of Iquique to Peru.",
    "In 1790, Denmark founded the Copper Pact of the northern coast.",
)


def test_the_date_of_a_detail_is_not_asked():
    assert not [q for q in made("dated", *EVENTS) if "invite" in q.stem]
    assert [q for q in made("dated", *EVENTS) if "Iquique" in q.stem]


def test_the_year_is_asked_where_the_text_gives_the_day():
    stems = [q.stem for q in made("dated", "On 14 May 1931, Peru recognized the Lima Committee as a body.", *EVENTS)]

    assert "In which year did Peru recognize the Lima Committee as a body?" in stems


def test_an_event_of_another_age_is_not_put_in_order():
    lots = [item["text"] for q in made("ordering", *EVENTS) for item in q.data["items"]]

    assert lots
    assert not any("Denmark" in text for text in lots)


def test_premises_that_say_the_same_or_name_the_rest_are_seen():
    fact = facts(sources([document(*AIMS)])[0], Counter())[0]

    assert near("sold the port of Iquique to the bank", "sold its port of Iquique")
    assert not near("sold the port of Iquique", "opened a consulate in Zanzibar")
    assert gives_away(replace(fact, subject="… feared Norway and Denmark", parts={"actor": "Peru"}))
    assert not gives_away(replace(fact, subject="… feared Norway", parts={"actor": "Peru"}))
