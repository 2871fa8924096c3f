"""Claims: who is asked for, which claims are asked for, and who or what may not stand among the wrong options."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quizzes.generation import Question
from quizzes.generation.facts import claim
from quizzes.generation.items import claims
from quizzes.generation.reports import plural, singular
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
ORTEGA = "Luis Ortega claims that frozen anchovies fed the armies of the northern provinces through two hard winters."


def made(*paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    return list(claims.items(Store(read, list(claim.find(read[0], Counter())))))


def asking(opening: str, *paragraphs: str) -> list[Question]:
    return [question for question in made(*paragraphs) if question.stem.startswith(opening)]


def why(question: Question, option: str) -> str:
    return next(str(row["why"]) for row in question.data["options"] if row["text"] == option)


def test_a_person_is_asked_for_by_what_the_person_claims():
    stems = {question.key: question.stem for question in asking("Who, according to", SOLHEIM, VARGAS, OKAFOR)}

    assert stems["Ingrid Solheim"].startswith("Who, according to Lindqvist, argues that cheap coal did more")
    assert "warns that the miners" in stems["Pablo Vargas"]


def test_wrong_names_are_others_who_claim_something_and_are_told_with_the_place():
    for question in asking("Who,", SOLHEIM, VARGAS, OKAFOR, "Edvard Strand sold coal to Edvard Berg in Bergen."):
        assert set(question.distractors) <= {"Ingrid Solheim", "Pablo Vargas", "Chidi Okafor"}
        if "Pablo Vargas" in question.distractors:
            assert "warns that the miners" in why(question, "Pablo Vargas")
            assert "paragraph 2" in why(question, "Pablo Vargas")


def test_somebody_who_says_the_same_elsewhere_is_no_wrong_name():
    too = "Pablo Vargas too has written of the harbour of Bergen, and how much more cheap coal did than any treaty of kings."

    assert all(
        "Pablo Vargas" not in q.distractors
        for q in asking("Who,", SOLHEIM, VARGAS, OKAFOR, DAHL, too)
        if q.key == "Ingrid Solheim"
    )


def test_somebody_who_agrees_in_the_next_sentence_is_no_wrong_name():
    agreed = f"{SOLHEIM} Vargas and Dahl share that view."

    asked = next(q for q in asking("Who,", agreed, VARGAS, OKAFOR, DAHL, ORTEGA) if q.key == "Ingrid Solheim")

    assert set(asked.distractors) == {"Chidi Okafor", "Luis Ortega"}


def test_claims_are_asked_for_among_the_claims_of_others():
    question = next(
        q for q in asking("According to", VARGAS, OKAFOR, SOLHEIM, DAHL) if q.stem.endswith("Ingrid Solheim ____")
    )

    assert question.key.startswith("argues that cheap coal did more")
    assert len(question.distractors) == 3
    assert {fact.source for fact in question.used} == {"Pablo Vargas", "Chidi Okafor", "Astrid Dahl"}


def test_wrong_names_stand_in_the_same_part_where_it_has_enough():
    first, second = (document(*told, title=title) for title, told in PARTS.items())
    blocks = tuple(replace(block, id=f"c{block.id}") for block in second.sections[0].blocks)
    two = replace(first, sections=(*first.sections, replace(second.sections[0], id="s2", blocks=blocks)))
    read = sources([two])

    asked = {q.key: q for q in claims.items(Store(read, list(claim.find(read[0], Counter())))) if "Who," in q.stem}

    assert {"Pablo Vargas", "Chidi Okafor"} <= set(asked["Ingrid Solheim"].distractors)


PARTS = {
    "Of coal": (SOLHEIM, VARGAS, OKAFOR),
    "Of fish": (
        DAHL,
        ORTEGA,
        "Elena Ruiz predicts that the fleets of the south will be sold for scrap before the winter.",
    ),
}


def test_of_three_claims_one_is_asked_for_by_its_author():
    turned = asking("According to", SOLHEIM, VARGAS, OKAFOR, DAHL, ORTEGA)

    assert [question.stem for question in turned] == ["According to Lindqvist, Chidi Okafor ____"]


def test_two_claims_of_one_person_do_not_stand_in_one_question():
    again = "Ingrid Solheim insists that the merchants of Lisbon never paid for their maps of the northern coast."

    for question in asking("According to", VARGAS, OKAFOR, SOLHEIM, again):
        if question.stem.endswith("Ingrid Solheim ____"):
            assert {fact.source for fact in question.used} == {"Pablo Vargas", "Chidi Okafor"}


def test_behind_two_names_the_verbs_of_all_options_are_plural():
    both = SOLHEIM.replace("Ingrid Solheim argues", "Ingrid Solheim and Nils Haugland argue")

    question = next(q for q in asking("According to", VARGAS, OKAFOR, both, DAHL) if "Nils Haugland ____" in q.stem)

    assert {question.key.split()[0], *(text.split()[0] for text in question.distractors)} == {
        "argue", "warn", "suggest", "maintain",
    }  # fmt: skip


def test_verbs_change_their_number_both_ways():
    forms = {"argue": "argues", "stress": "stresses", "deny": "denies", "say": "says", "warned": "warned"}

    assert {verb: singular(verb) for verb in forms} == forms
    assert {plural(f"{form} it"): f"{verb} it" for verb, form in forms.items()} == {
        f"{verb} it": f"{verb} it" for verb in forms
    }
    assert plural("has argued it") == "have argued it"


def test_claims_are_matched_with_their_authors_and_names_stay_over():
    question = next(q for q in made(SOLHEIM, VARGAS, OKAFOR, DAHL, ORTEGA) if q.kind == "matching")

    assert check("matching", question.data) == []
    assert len(question.data["premises"]) == 3
    assert len({row["text"] for row in question.data["responses"]}) == 5


def test_words_are_asked_for_by_their_speaker():
    quoted = "As Ingrid Solheim puts it, “Bergen was built by cheap coal and ruined by clever lawyers.”"

    stems = {question.key: question.stem for question in made(quoted, VARGAS, OKAFOR, DAHL)}

    assert stems["Ingrid Solheim"] == (
        "According to Lindqvist, whose words are these: “Bergen was built by cheap coal and ruined by clever lawyers”?"
    )


MINISTER = (
    "Norwegian foreign minister Ingrid Solheim declared that Norway was ready to lower the tolls of every harbour."
)
OTHERS = (
    "Chilean foreign minister Pablo Vargas declared that the nitrate fields would be closed by the end of the war.",
    "Portuguese finance minister Luis Ortega declared that the banks of the capital had no more silver to lend.",
    "Danish prime minister Astrid Dahl declared that the herring fleet would stay in the harbour through the winter.",
)


def test_the_minister_of_a_state_is_not_told_by_it_from_those_of_others():
    assert all("Solheim" not in q.key for q in asking("Who,", MINISTER, *OTHERS))
    assert all("Solheim ____" not in q.stem for q in asking("According to", MINISTER, *OTHERS))


def test_the_minister_of_a_state_stands_beside_others_of_it():
    own = [text.replace("Chilean", "Norwegian").replace("Portuguese", "Norwegian") for text in OTHERS[:2]]

    asked = next(q for q in asking("Who,", MINISTER, *own, OTHERS[2]) if q.key == "Ingrid Solheim")

    assert set(asked.distractors) == {"Pablo Vargas", "Luis Ortega"}


def test_a_minister_of_defence_is_not_told_by_the_army():
    of_arms = MINISTER.replace("foreign", "defence").replace("lower the tolls of every harbour", "arm a second army")
    own = [text.replace("Chilean", "Norwegian").replace("Portuguese", "Norwegian") for text in OTHERS[:2]]

    assert "Ingrid Solheim" in {q.key for q in asking("Who,", of_arms.replace("defence", "foreign"), *own)}
    assert "Ingrid Solheim" not in {q.key for q in asking("Who,", of_arms, *own)}


def test_a_long_list_of_names_ends_the_search_for_authors():
    states = ", ".join(
        f"{name}land" for name in ("Al", "Bel", "Cor", "Dan", "Est", "Fin", "Gal", "Hol", "Ice", "Jut", "Kir", "Lap")
    )

    assert made(f"The decision named twelve participants: {states} and Norway.") == []
