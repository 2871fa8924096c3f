"""Who did what: the one who did it stands among others who might have, and nothing but the text tells which."""

from __future__ import annotations

from .test_items import made

CAST = (
    "Ingrid Solheim, a lawyer from Bergen, bought the Lofoten Herald in 1902.",
    "The Andean Fund was founded in 1911 by Pablo Vargas, a lawyer from Lima. Vargas lent the town a sum without interest.",
    "Marta Ortega, a historian who never married, closed the School of Callao in 1925.",
    "Chidi Okafor, a lawyer from Lagos, sank the Queen Ranavalona in 1931.",
    "The archives were kept by Elena Ruiz, a lawyer from Lima, and by Luis Ibarra, a novice from Quito.",
    "Nobody thanked Ruiz, Ibarra, Ortega or Okafor. Nobody thanked Solheim. They had all met before.",
)


def asked(*paragraphs: str) -> dict[str, set[str]]:
    """For each right answer of a choice the others."""
    return {q.key: set(q.distractors) for q in made("deeds", *paragraphs) if q.kind == "multiple_choice"}


def test_the_others_are_persons_of_the_same_text():
    question = next(q for q in made("deeds", *CAST) if q.key == "Ingrid Solheim")

    assert question.stem == "Who, according to Lindqvist, bought the Lofoten Herald in 1902?"
    assert len(question.distractors) == 3


def test_a_passive_is_asked_for_as_a_deed():
    stems = {q.key: q.stem for q in made("deeds", *CAST)}

    assert stems["Pablo Vargas"] == "Who, according to Lindqvist, founded the Andean Fund in 1911?"


def test_a_wrong_name_is_explained_by_its_own_deed():
    question = next(q for q in made("deeds", *CAST) if "Pablo Vargas" in q.distractors)
    why = {option["text"]: option["why"] for option in question.data["options"]}

    assert why["Pablo Vargas"] == "Pablo Vargas founded the Andean Fund in 1911 (“The text”, paragraph 2)."


def test_whom_another_passage_ties_to_the_deed_is_no_wrong_answer():
    told = asked(*CAST, "It was later said that Ruiz had bought the Lofoten Herald in 1902.")

    assert "Elena Ruiz" not in told["Ingrid Solheim"]


def test_deeds_are_matched_with_persons_of_whom_two_did_something_else():
    question = next(q for q in made("deeds", *CAST) if q.kind == "matching")

    assert question.stem == "Match each action with the person who, according to Lindqvist, took it."
    assert (len(question.data["premises"]), len(question.data["responses"])) == (4, 6)
    assert question.level == "apply"


def test_a_deed_that_fits_many_is_not_asked_for():
    assert "Ingrid Solheim" not in asked(
        CAST[0].replace("the Lofoten Herald in 1902", "many large and small fishing boats every winter"), *CAST[1:]
    )


def test_a_deed_that_names_its_actor_is_not_asked_for():
    assert "Ingrid Solheim" not in asked(CAST[0].replace("Lofoten Herald", "Solheim Herald"), *CAST[1:])


def test_a_president_does_not_stand_among_people_nobody_knows():
    told = asked(
        CAST[0].replace("Ingrid", "Norwegian President Ingrid").replace(", a lawyer from Bergen,", ""), *CAST[1:]
    )

    assert "Ingrid Solheim" not in told
    assert all("Ingrid Solheim" not in others for others in told.values())


def test_a_state_is_asked_for_where_three_others_act_as_often():
    texts = [f"{name} sold its old trawlers. {name} was poor." for name in ("Norway", "Denmark", "Chile", "Peru")]
    told = asked(*texts, "Norway built 14 quays at Bergen in 1902.")

    assert told == {"Norway": {"Denmark", "Chile", "Peru"}}
    assert asked(*texts[:2], "Norway built 14 quays at Bergen in 1902.") == {}


def test_a_ministry_of_one_of_several_states_is_not_asked_for():
    texts = ("The Fisheries Board met.", "The Harbour Board met.", "The Railway Board met.", "The Customs Board met.")
    told = asked(*texts, "The Fisheries Board closed 14 quays of Bergen in 1902.")

    assert told == {"Fisheries Board": {"Harbour Board", "Railway Board", "Customs Board"}}
    assert asked(*texts, "Norway's Fisheries Board closed 14 quays of Bergen in 1902.") == {}


def test_companies_stand_among_companies():
    texts = tuple(
        f"We saw {name} there." for name in ("Borneo Motors", "Fjord Motors", "Quito Airlines", "the Harbour Union")
    )
    question = next(
        iter(
            made(
                "deeds", *texts, "Nobody knew that. The bank fell, and Andean Motors bought the Lofoten Herald in 1902."
            )
        )
    )

    assert question.stem == "Which company, according to Lindqvist, bought the Lofoten Herald in 1902?"
    assert set(question.distractors) == {"Borneo Motors", "Fjord Motors", "Quito Airlines"}


def test_persons_in_a_row_are_persons_too():
    told = asked(CAST[0], CAST[5], "The bank was owned by the tycoons Pablo Vargas, Luis Ibarra and Elena Ruiz.")

    assert told == {"Ingrid Solheim": {"Pablo Vargas", "Luis Ibarra", "Elena Ruiz"}}


def test_what_is_no_name_of_a_person_does_not_stand_among_persons():
    crowd = "The book was owned by the men Motor Millions, Land Fever and Luis Ibarra."
    told = asked(CAST[0], CAST[5], crowd, "There was no motor on that land.")

    assert "Motor Millions" in asked(CAST[0], CAST[5], crowd)["Ingrid Solheim"]
    assert told == {}


def test_a_wife_does_not_stand_among_those_who_act():
    row = "The Herald praised the officers Paz Aldana, Luis Ibarra and Elena Ruiz."
    texts = (*CAST[:1], row, "Nobody thanked Ibarra or Ruiz.")

    assert "Paz Aldana" in asked(*texts)["Ingrid Solheim"]
    assert asked(*texts, "Ibarra sent his wife Paz Aldana to Quito.")["Ingrid Solheim"] == {"Luis Ibarra", "Elena Ruiz"}
