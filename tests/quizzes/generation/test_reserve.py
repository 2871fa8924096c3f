"""The reserve: typed names, years and lists, offered only where a text gives too few better questions."""

from __future__ import annotations

from dataclasses import replace

from quizzes.generation import Question, generate
from quizzes.generation.assembly import MISSING, assemble
from quizzes.generation.ranking import in_reserve, rank
from quizzes.kinds import grade

from .test_items import made
from .texts import document, question

WORDS = 10_000


def asked(number: int, pattern: str) -> Question:
    """A question about a thing of its own, in a paragraph of its own; each word returns in no other."""
    words = " ".join(f"{word}{number}" for word in ("mill", "quay", "ferry", "loft"))
    row = question(f"Which town has the {words}?", [f"*Bodin{number}", f"Askvoll{number}"], words, pattern=pattern)
    evidence = replace(row.evidence, block=f"b{number}")
    fact = replace(row.facts[0], subject=words, evidence=evidence)
    return replace(row, evidence=evidence, facts=(fact,), level="understand", score=0.5, id=str(number))


def quiz(good: int, reserve: int, count: int | None = None, words: int = WORDS) -> tuple[int, int, int]:
    """How many good and how many reserve questions a quiz takes, and how many it misses."""
    offered = [asked(n, "term") for n in range(good)] + [asked(100 + n, "enumeration") for n in range(reserve)]
    chosen, left = assemble(sorted(offered, key=rank), count, {}, words)
    held = sum(map(in_reserve, chosen))
    return len(chosen) - held, held, left[MISSING]


def test_the_reserve_makes_up_to_ten():
    assert quiz(good=4, reserve=20) == (4, 6, 0)


def test_the_reserve_stays_out_where_enough_better_ones_are():
    assert quiz(good=12, reserve=20) == (12, 0, 0)


def test_a_short_text_is_given_one_to_450_words():
    assert quiz(good=1, reserve=20, words=1300) == (1, 2, 0)


def test_the_reserve_never_goes_beyond_what_was_asked_for():
    assert quiz(good=1, reserve=20, count=3) == (1, 2, 0)


def test_what_the_text_could_not_give_is_told():
    assert quiz(good=1, reserve=2) == (1, 2, 7)
    assert quiz(good=12, reserve=0, count=15) == (12, 0, 3)


def test_the_reserve_is_ranked_last_whatever_its_score():
    best = replace(asked(1, "enumeration"), score=0.9)

    assert sorted([best, asked(2, "term")], key=rank)[-1] == best


def test_a_question_of_the_reserve_bears_its_badge():
    drafts = generate(document("Chile joined the Andean Fund in 1952, when coal was dear.")).questions

    assert [q.stem for q in drafts if q.pattern == "membership"] == [
        "Which state, according to Lindqvist, joined the Andean Fund in 1952? Type the name: ____"
    ]
    assert all("R1" in q.soft_flaws for q in drafts)


def test_every_name_of_a_state_is_marked_right():
    text = "After long talks the United States joined the Copper Committee in May 1978."
    typed = made("actors", text)[0]

    assert all(grade("typed", typed.data, {"text": name}).correct for name in ("United States", "usa"))
    assert not grade("typed", typed.data, {"text": "Denmark"}).correct


def test_a_name_that_another_passage_brings_together_with_the_joining_leaves_doubt():
    text = "Chile joined the Andean Fund in 1952."

    assert made("actors", text)
    assert not made("actors", text, "In 1952 it was the Andean Fund that Denmark joined.")


OFFICE = (
    "Ingrid Solheim, the head of the Fisheries Board, sold the quays.",
    "The bank paid Solheim in coal. Nobody thanked Solheim for it, and the Fisheries Board met twice. The Fisheries Board fell.",
)


def test_the_holder_of_an_office_is_one_whom_the_text_comes_back_to():
    assert [q.data["accepted"][0] for q in made("actors", *OFFICE)] == ["Ingrid Solheim"]
    assert not made("actors", OFFICE[0])


def test_an_office_in_a_body_that_the_text_names_once_is_a_lesser_question():
    once = made("actors", OFFICE[0], OFFICE[1].replace("Fisheries Board", "owners"))

    assert [q.lesser for q in once] == [True]
    assert [q.lesser for q in made("actors", *OFFICE)] == [False]


def test_whom_everybody_knows_is_a_lesser_question():
    texts = (text.replace("Ingrid Solheim", "Henry Kissinger").replace("Solheim", "Kissinger") for text in OFFICE)

    assert [q.lesser for q in made("actors", *texts)] == [True]


def test_an_epithet_asks_only_in_the_reserve():
    told = "The line was paid for by Ingrid Solheim, {}. Solheim lived in Bergen. Solheim sold the line."
    epithet, deed = "a former general from Oslo", "a former general who had grown rich on herring"

    assert [in_reserve(q) for q in made("typed", told.format(epithet))] == [True]
    assert [in_reserve(q) for q in made("typed", told.format(deed))] == [False]


def test_who_speaks_for_a_ministry_is_not_asked_for():
    spoken = OFFICE[0].replace("the head", "the spokeswoman")

    assert not made("actors", spoken, OFFICE[1])


def test_the_wrong_members_of_a_list_stand_in_other_lists():
    text = (
        "The Harbour Fund named three causes of poor catches: cold water, torn nets and dear salt.",
        "The bank of Lisbon set the following terms for loans: stone houses, sound boats and good friends.",
        "It was a time of want, and nobody on the coast knew what was to be done about it or how it would end.",
    )
    listed = made("listed", *text)[0]

    assert listed.stem == "Which of these does Lindqvist name among the causes of poor catches?"
    assert listed.key == "cold water"
    assert set(listed.distractors) == {"stone houses", "sound boats", "good friends"}
