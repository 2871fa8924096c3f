"""Claims: who is asked for, which words are asked for, and what may not stand among the wrong options."""

from __future__ import annotations

from collections import Counter

from quizzes.generation import Question
from quizzes.generation.facts import claim
from quizzes.generation.items import claims
from quizzes.generation.source import sources
from quizzes.generation.store import Store
from quizzes.kinds import check

from .texts import document

SOLHEIM = "Ingrid Solheim argues that cheap coal did more for the harbour of Bergen than any treaty of the last kings."
VARGAS = (
    "Pablo Vargas warns that the miners of Iquique could leave their copper works for the nitrate fields of the north."
)
OKAFOR = "Chidi Okafor suggests that the lighthouse keepers of the western coast were paid too little to stay awake."
DAHL = "Astrid Dahl maintains that bankers in Lisbon understood the price of herring better than any fisherman did."
ORTEGA = "Luis Ortega claims that frozen anchovies fed the armies of the northern states through two hard winters."


def made(*paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    return list(claims.items(Store(read, list(claim.find(read[0], Counter())))))


def asking(opening: str, *paragraphs: str) -> list[Question]:
    return [question for question in made(*paragraphs) if question.stem.startswith(opening)]


def test_a_person_is_asked_for_by_a_claim_with_its_weight():
    stems = {question.key: question.stem for question in asking("To whom", SOLHEIM, VARGAS, OKAFOR)}

    assert stems["Ingrid Solheim"].startswith("To whom does Lindqvist attribute the argument that cheap coal did more")
    assert "the warning that the miners" in stems["Pablo Vargas"]


def test_wrong_names_are_others_who_claim_something():
    for question in asking("To whom", SOLHEIM, VARGAS, OKAFOR, "Edvard Strand sold coal to Edvard Berg in Bergen."):
        assert set(question.distractors) <= {"Ingrid Solheim", "Pablo Vargas", "Chidi Okafor"}


def test_somebody_who_says_the_same_elsewhere_is_no_wrong_name():
    too = "Pablo Vargas too has written of the harbour of Bergen, and how much more cheap coal did than any treaty of kings."

    assert all(
        "Pablo Vargas" not in q.distractors
        for q in asking("To whom", SOLHEIM, VARGAS, OKAFOR, DAHL, too)
        if q.key == "Ingrid Solheim"
    )


def test_words_are_asked_for_among_the_words_of_others():
    question = next(
        q for q in asking("Which of these", SOLHEIM, VARGAS, OKAFOR, DAHL) if q.stem.endswith("Ingrid Solheim?")
    )

    assert question.key.startswith("Cheap coal did more")
    assert len(question.distractors) == 3
    assert {fact.source for fact in question.used} == {"Pablo Vargas", "Chidi Okafor", "Astrid Dahl"}


def test_two_claims_of_one_person_do_not_stand_in_one_question():
    again = "Ingrid Solheim insists that the merchants of Lisbon never paid for their maps of the northern coast."

    for question in asking("Which of these", SOLHEIM, VARGAS, OKAFOR, again):
        if question.stem.endswith("Ingrid Solheim?"):
            assert {fact.source for fact in question.used} == {"Pablo Vargas", "Chidi Okafor"}


def test_claims_are_matched_with_their_authors_and_names_stay_over():
    question = next(q for q in made(SOLHEIM, VARGAS, OKAFOR, DAHL, ORTEGA) if q.kind == "matching")

    assert check("matching", question.data) == []
    assert len(question.data["premises"]) == 3
    assert len({row["text"] for row in question.data["responses"]}) == 5


def test_the_minister_of_a_state_is_not_asked_for_by_what_she_says_of_it():
    minister = (
        "Norwegian foreign minister Ingrid Solheim declared that Norway was ready to lower the tolls of every harbour."
    )

    assert all("Solheim" not in q.key for q in asking("To whom", minister, VARGAS, OKAFOR, DAHL))
    assert all(not q.stem.endswith("Solheim?") for q in asking("Which of these", minister, VARGAS, OKAFOR, DAHL))


def test_a_long_list_of_names_ends_the_search_for_authors():
    states = ", ".join(
        f"{name}land" for name in ("Al", "Bel", "Cor", "Dan", "Est", "Fin", "Gal", "Hol", "Ice", "Jut", "Kir", "Lap")
    )

    assert made(f"The decision named twelve participants: {states} and Norway.") == []
