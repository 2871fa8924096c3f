"""What brought it about: the cause stands among others of the same text, and nothing but the text tells which."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quizzes.generation import Question
from quizzes.generation.checks import hard_flaws
from quizzes.generation.facts import facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.effects import akin, alike, fits, later, nearness, open_to_doubt, placed, tied
from quizzes.generation.ranking import in_reserve
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources
from quizzes.generation.types import Evidence, Fact

from .texts import document

LOCK = "The closure of the Varna lock forced Ostland to look for a new export route."
OTHERS = (
    "The arrival of Danish timber merchants persuaded the sawmills of Bergen to buy machines.",
    "The loss of two herring fleets brought the bishops of Lofoten closer to Lisbon.",
    "The dispute over pilots' wages delayed the first steamers from Callao by a year.",
    "The growth of Chilean coal mines encouraged young captains to settle in Antofagasta.",
)


def store(first: str, *others: str) -> Store:
    """The others stand apart from the first paragraph, which the questions are about."""
    read = sources([document(first, "Nobody in the town spoke of anything else.", *others)])
    return Store(read, facts(read[0], Counter()))


def made(*paragraphs: str) -> list[Question]:
    return list(FORMS["effects"](store(*paragraphs)))


def about(cause: str, *paragraphs: str) -> Question | None:
    """The question whose right answer begins so."""
    return next((question for question in made(*paragraphs) if question.key.startswith(cause)), None)


def test_the_cause_is_asked_for_among_causes_of_something_else():
    question = about("The closure", LOCK, *OTHERS)

    assert question
    assert question.stem == "What, according to Lindqvist, forced Ostland to look for a new export route?"
    assert question.key == "The closure of the Varna lock"
    assert len(question.distractors) == 3
    assert question.level == "understand"
    assert not hard_flaws(question, store(LOCK, *OTHERS))


def test_a_wrong_cause_is_explained_by_its_own_effect():
    question = about("The closure", LOCK, *OTHERS[:3])
    assert question
    why = {option["text"]: option["why"] for option in question.data["options"]}

    assert why["The loss of two herring fleets"] == (
        "According to Lindqvist, this brought the bishops of Lofoten closer to Lisbon (“The text”, paragraph 4)."
    )


def test_a_wrong_cause_without_an_effect_of_its_own_is_explained_by_its_passage():
    row = "The dispute over pilots' wages is told in two songs of Callao."
    question = about("The closure", LOCK, *OTHERS[:2], row)
    assert question
    why = {option["text"]: option["why"] for option in question.data["options"]}

    assert why["The dispute over pilots' wages"] == f"Lindqvist says of this: “{row}” (“The text”, paragraph 5)."


def test_a_cause_that_is_completed_from_its_text_may_be_asked_for():
    told = "The presence of Nordia as a member forced Ostland to look for a new export route to the sea."
    board = "Three members of the Varna Commission resigned over the price of salt."
    long = (
        "The growth of coal mines in the north of Chile encouraged young captains to settle in Antofagasta.",
        "The dispute of four pilots over wages in Callao delayed the first steamers of Lima by a year.",
        "The loss of two fleets off the coast of Lofoten brought three bishops closer to Lisbon.",
    )
    question = about("The presence", told, board, *long)

    assert question
    assert question.key == "The presence of Nordia as a member of the Varna Commission"
    assert not hard_flaws(question, store(told, board, *long))


def test_a_reason_is_asked_for_in_other_words():
    question = about(
        "The closure", "Owing to the closure of the Varna lock, Ostland built a railway to Bergen.", *OTHERS
    )

    assert question
    assert question.stem == "What, according to Lindqvist, is a reason why Ostland built a railway to Bergen?"


def test_a_result_is_asked_for_in_other_words():
    question = about(
        "The closure", "Ostland's distrust of Nordia was the result of the closure of the Varna lock.", *OTHERS
    )

    assert question
    assert question.stem == "Of what, according to Lindqvist, was Ostland's distrust of Nordia the result?"


def test_where_something_stems_from_is_asked_for_in_other_words():
    told = "Ostland's distrust of its southern neighbours stems from the closure of the Varna lock."
    question = about("The closure", told, *OTHERS)

    assert question
    assert question.stem == (
        "From what, according to Lindqvist, does Ostland's distrust of its southern neighbours stem?"
    )


def test_without_three_other_causes_nothing_is_asked():
    assert made(LOCK, *OTHERS[:2]) == []


def test_what_stands_in_the_same_paragraph_is_no_wrong_cause():
    assert about("The closure", f"{LOCK} {OTHERS[0]}", *OTHERS[1:3]) is None


def test_what_stands_in_the_next_paragraph_is_no_wrong_cause():
    question = about("The closure", f"{LOCK} There were two captains.", *OTHERS)
    near = list(FORMS["effects"](Store(read := sources([document(LOCK, *OTHERS[:3])]), facts(read[0], Counter()))))

    assert question
    assert not any(one.key == question.key for one in near)


def test_a_cause_that_another_sentence_ties_to_the_effect_is_no_wrong_one():
    tie = "Nobody knew whether two herring fleets and their loss were why Ostland had to look for an export route."
    boycott = "The boycott of Peruvian wool persuaded three weavers of Tromsø to plant flax."
    question = about("The closure", LOCK, *OTHERS, boycott, tie)

    assert question
    assert "The loss of two herring fleets" not in question.distractors


def test_a_cause_that_comes_to_the_same_is_no_wrong_one():
    assert alike("The victory of Chile in the Pacific War", "The outcome of the Pacific War")
    assert alike("Ostland's dependence on timber", "The growing reliance of Ostland on timber exports")
    assert alike("The rise of hostilities between Chile and Peru", "Frequent incidents at the border")
    assert not alike("The growth of Chilean coal mines", "The loss of two herring fleets")
    assert not alike("Chile's war with Peru", "Chile's aggression in Bolivia")


def test_a_later_cause_is_no_wrong_one():
    assert later("The strike of 1931", "ended the boom of 1925")
    assert not later("The strike of 1931", "ended the boom of 1935")


def test_a_word_that_gives_the_cause_away_is_in_a_wrong_one_too_or_nothing_is_asked():
    leaky = "The closure of the Varna lock forced Ostland to lock its harbours against Varna sailors."

    assert about("The closure", leaky, *OTHERS) is None
    assert akin("overdependence", "dependent")
    assert not akin("region", "register")


def test_the_only_cause_with_a_year_belongs_to_the_reserve():
    told = "The 1987 closure of the Varna lock forced Ostland to look for a new export route."
    dated = "The loss of two herring fleets in 1985 brought the bishops of Lofoten closer to Lisbon."
    alone = about("The 1987 closure", told, *OTHERS)
    beside = about("The 1987 closure", told, OTHERS[0], dated, *OTHERS[2:])

    assert alone
    assert beside
    assert in_reserve(alone)
    assert not in_reserve(beside)
    assert any("1985" in text for text in beside.distractors)


def test_the_right_cause_does_not_stand_out_by_its_length():
    long = "The closure of the Varna lock against the will of five northern captains forced Ostland to build a railway."

    assert about("The closure", long, *OTHERS) is None


def test_a_cause_whose_words_are_the_nearest_to_its_effect_is_not_asked_for():
    near = "The closure of the railway to Bergen forced Ostland to look for a cheaper route over the mountains."

    assert about("The closure", near, *OTHERS) is None
    assert nearness("The closure of the railway", "forced Ostland to look for a route") == 2  # a word and its field
    assert nearness("Norway's refusal to pay", "angered the Norwegian court") == 0.5


def test_two_wrong_causes_are_of_the_field_that_the_right_one_shares_with_the_effect_and_of_its_sort():
    right = fact("The strike of the harbour crews", "angered the customs officers of Bergen")
    herring, corn = fact("The loss of two fleets", "moved"), fact("The death of the old bishop", "moved")
    ferries, canal = fact("The boycott of the steamers", "moved"), fact("The closure of the canal", "moved")
    state = replace(canal, type="condition")

    assert open_to_doubt(right, [herring, ferries, canal])
    assert not open_to_doubt(right, [herring, corn, canal])
    assert not open_to_doubt(right, [replace(herring, type="condition"), ferries, state])


def test_an_effect_on_the_government_of_no_state_is_not_asked_about():
    told = fact("The boycott of the steamers", "led to a change of government")
    wrong = [fact("The loss of two fleets", "moved")] * 3

    assert not open_to_doubt(told, wrong)
    assert open_to_doubt(replace(told, subject="led to a change of captains"), wrong)


def test_a_cause_that_alone_names_what_the_effect_is_on_is_no_wrong_one():
    trust = fact("The closure of the lock", "weakened the trust of captains in the Varna Bank")

    assert tied(fact("The collapse of the Varna Bank", "ruined four weavers"), trust, {})
    assert not tied(fact("The arrival of Solberg", "moved"), fact("The lock's closure", "was Solberg's last act"), {})


def test_a_state_that_only_the_right_cause_names_goes_with_a_place_in_the_effect():
    war = fact("Peru's war with Bolivia", "made the Atacama Desert less safe for traders")

    assert placed(war, ["Norway's aggression in Denmark", "The boycott of Peruvian wool"])
    assert not placed(war, ["Bolivia's debts to Norway", "The boycott of Peruvian wool"])
    assert not placed(fact("The end of the Lima Forum", war.subject), ["The boycott of Peruvian wool"])
    assert not placed(fact(war.value, "made traders poorer"), ["Norway's aggression in Denmark"])


def test_a_single_event_keeps_nothing_going():
    kept = fact("The growth of Chilean coal mines", "keeps the captains of Antofagasta in work")

    assert not fits(fact("The boycott of Peruvian wool", "ruined four weavers"), kept)
    assert fits(fact("The dispute over pilots' wages", "delayed the steamers"), kept)


def test_only_an_event_is_a_turning_point():
    turn = fact("The closure of the Varna lock", "was a turning point for the captains of Bergen")

    assert fits(fact("The boycott of Peruvian wool", "ruined four weavers"), turn)
    assert not fits(fact("The growth of Chilean coal mines", "delayed the steamers"), turn)


def fact(cause: str, effect: str) -> Fact:
    """A cause and its effect, each in a paragraph of its own."""
    return Fact("effect", effect, "is brought about by", cause, "event", Evidence(cause, 0, 1, cause), "s")
