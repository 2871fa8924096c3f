"""What an author says of something that other authors judge too: one topic, one time, no mark that tells the authors apart."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question
from quizzes.generation.items import positions, stances
from quizzes.generation.items import sources as sources_form
from quizzes.generation.items.sources import could_name
from quizzes.generation.pipeline import store_of
from quizzes.generation.text.source import sources
from quizzes.generation.views.topics import topics
from quizzes.generation.views.viewpoints import views, with_owner

from .texts import course, document

VIEWS = (
    ("Okafor", "The Copper Pact is the best shelter that small harbours on the coast have ever had."),
    ("Dahl", "The Copper Pact depends on cheap coal, while coal never stays cheap for long."),
    ("Ortega", "Lawyers have made the Copper Pact a clumsy bargain that binds no determined government."),
)
FORECASTS = (
    ("Okafor", "Norway will close its yards to Danish fleets after one or two poor herring seasons."),
    ("Dahl", "Oslo is likely to sell old lighthouses to Denmark for grain and for salted cod."),
    ("Ortega", "The Norwegians might build a railway for timber that Denmark burns in its brickworks."),
)
FILLER = "Nobody in the town spoke of timber or coal in winter. It was small."


def asked(*texts: tuple[str, ...]) -> list[Question]:
    """The positions that the texts, each with some more to say, are asked about."""
    store = store_of(course(*((author, *told, *[FILLER] * 3) for author, *told in texts)), (), Counter())
    return list(positions.items(store))


def about(text: str) -> dict[str, str]:
    other = "Nobody spoke of it in town."
    return topics(text, sources([document(text, *[other] * 9, "A herring quota is seldom kept.")])[0])


def test_the_question_names_author_and_topic_and_asks_for_what_the_author_says():
    found = asked(*VIEWS)

    assert {question.stem for question in found} == {
        "What does Okafor say about the Copper Pact?",
        "What does Dahl say about the Copper Pact?",
        "What does Ortega say about the Copper Pact?",
    }
    for question in found:
        author = question.stem.split()[2]
        assert question.key + "." == dict(VIEWS)[author]
        assert {f"{text}." for text in question.distractors} == set(dict(VIEWS).values()) - {dict(VIEWS)[author]}


def test_what_a_state_will_do_is_asked_for_as_an_expectation():
    assert {question.stem for question in asked(*FORECASTS)} == {
        f"What does {author} expect of Norway?" for author, _ in FORECASTS
    }


def test_relations_of_two_states_are_a_topic_whatever_words_tell_of_them():
    found = asked(
        ("Okafor", "Herring and coal have damaged the old friendship between Chile and Norway beyond repair."),
        ("Dahl", "Salted cod shaped the rapprochement between Norway and Chile more than treaties did."),
        ("Ortega", "Cheap timber strengthened Norwegian ties with Chile for a whole generation."),
    )

    assert {question.stem.partition(" about ")[2] or question.stem for question in found} == {
        "relations between Chile and Norway?"
    }


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("Chile's economy was a failure.", "Chile economy", "Chile's economy"),
        ("Norway harmed the economy of Chile.", "Chile economy", ""),
        ("Chile broke its alliance with Norway over Peru.", "Chile Norway relations between", ""),
    ],
    ids=["its subject", "not its subject", "a third state"],
)
def test_what_is_not_the_matter_of_a_statement_is_not_asked_for(text: str, key: str, name: str):
    assert about(text)[key] == name


def test_a_state_alone_is_no_topic():
    texts = [
        (author, told.replace("the Copper Pact", "Norway").replace("The Copper Pact", "Norway"))
        for author, told in VIEWS
    ]

    assert asked(*texts) == []


def test_what_one_other_author_says_is_too_little_to_choose_from():
    assert asked(*VIEWS[:2]) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The merchants of Bergen trusted the Copper Pact.", {"copper pact"}),
        ("Everybody feared Skarholm in winter.", {"skarholm"}),
        ("The Orne-Skarholm line failed.", {"orne skarholm"}),
        ("Norway will sell the yards.", {"Norway will"}),
        ("Norway's trade policy was a failure.", {"Norway trad polic"}),
        ("Norwegian trade policy was a failure.", {"Norway trad polic"}),
        ("Cheap salt spoils a herring quota.", {"herr quota"}),
        ("Norway sold the yards in May.", set()),
    ],
)
def test_a_topic_is_a_name_or_what_a_state_has_or_will_do(text: str, keys: set[str]):
    assert keys <= about(text).keys()
    assert bool(keys) == bool(about(text))


def test_what_speaks_in_general_on_a_term_of_its_text_is_a_view_too():
    told = "Cheap salt undermines a herring quota in any harbour town."
    plain = "Cheap salt undermines old habits among fishermen."
    texts = [("Okafor", told, plain, "A herring quota is seldom kept for long.", FILLER)]

    assert [fact.value + "." for fact in views(store_of(course(*texts), (), Counter()))[0]] == [told]


def test_what_most_of_a_text_names_is_no_topic_within_it():
    source = sources([document(*["The Copper Pact was a failure in winter."] * 4)])[0]

    assert topics("The Copper Pact was a failure in winter", source) == {}


def test_a_name_that_no_older_text_has_is_not_put_beside_an_older_text():
    texts = [
        ("Okafor", "In 1911 the harbours rested.", VIEWS[0][1]),
        ("Dahl", "In 1931 the harbours rested.", "The Kelp Accord will ruin the harbours before winter ends."),
        ("Ortega", "In 1932 the harbours rested.", "The Kelp Accord was a mixed blessing for the harbours."),
    ]
    store = store_of(course(*texts), (), Counter())
    later = next(fact for fact in store.known("statement") if fact.value.startswith("The Kelp Accord will"))

    assert not could_name(store.sources[0], later, store)
    assert could_name(store.sources[2], later, store)


def test_statements_that_are_matched_are_on_one_topic_or_belong_to_the_reserve():
    more = ("Sato", "Songs of harvesters reveal how little trust the Copper Pact enjoyed inland.")
    texts = [(author, told, *[FILLER] * 3) for author, told in (*VIEWS, more)]
    found = list(stances.items(store_of(course(*texts), (), Counter())))

    assert any("statement on the Copper Pact" in question.stem and not question.lesser for question in found)
    assert all(question.lesser for question in found if " on " not in question.stem)


def test_a_word_of_the_topic_does_not_return_in_the_right_statement_alone():
    found = asked(
        ("Okafor", "Herring and coal have damaged the relations between Chile and Norway beyond repair."),
        ("Dahl", "Salted cod shaped the rapprochement between Norway and Chile more than treaties did."),
        ("Ortega", "Cheap timber strengthened Norwegian ties with Chile for a whole generation."),
    )

    assert {question.stem.split()[2] for question in found} == {"Dahl", "Ortega"}


def test_what_is_matched_is_matched_on_one_reading_of_the_course_only():
    more = ("Sato", "Songs of harvesters reveal how little trust the Copper Pact enjoyed inland.")
    texts = course(*((author, told, *[FILLER] * 3) for author, told in (*VIEWS, more)))
    lots = [
        frozenset(row["text"] for row in question.data["premises"])
        for about in range(len(texts))
        for question in stances.items(store_of(texts, (), Counter(), about=about))
    ]

    assert lots
    assert len(lots) == len(set(lots))


def test_who_holds_a_view_in_general_is_asked_among_those_who_speak_of_its_term():
    silent = ("Sato", "Nobody cares for boats.", "Boats rot in winter.", FILLER)
    speaking = "A herring quota is seldom kept. Nobody likes a herring quota. Every herring quota ends in winter."
    texts = [
        (
            "Okafor",
            "Dear coal weakens a herring quota on every northern coast.",
            "Cheap salt undermines a herring quota on any coast.",
            speaking,
        ),
        *((name, speaking) for name in ("Dahl", "Ortega", "Lund")),
        silent,
    ]
    who = [q for q in sources_form.items(store_of(course(*texts), (), Counter())) if q.stem.startswith("Who says")]

    assert [question.key for question in who] == ["Okafor"]
    assert set(who[0].distractors) == {"Dahl", "Ortega", "Lund"}
    assert "The text by Dahl speaks of “herring quota” too, but does not say this." in [
        row["why"] for row in who[0].data["options"]
    ]


def test_a_surname_that_two_persons_of_a_text_share_makes_no_view():
    told = "Vargas strengthened the Copper Pact more than any minister before or since."
    both = "President Pablo Vargas sold coal. Minister Marta Vargas bought salt. President Ada Lind bought neither."
    found = [views(store_of(course(("Okafor", told, more, FILLER)), (), Counter())) for more in ("Coal rose.", both)]

    assert [len(own.get(0, ())) for own in found] == [1, 0]


def test_a_statement_is_not_matched_beside_the_text_of_an_older_author_who_cannot_know_of_it():
    later = (
        "Sato",
        "In 1999 the harbours rested.",
        "The Copper Pact was a mixed blessing for the Kelp Accord.",
        FILLER,
    )
    texts = [(author, "In 1911 the harbours rested.", told, *[FILLER] * 3) for author, told in VIEWS]
    lots = list(stances.items(store_of(course(*texts, later), (), Counter())))

    assert lots
    assert not [q for q in lots if any("Kelp Accord" in row["text"] for row in q.data["premises"])]


@pytest.mark.parametrize(
    ("told", "clear"),
    [
        ("The growth of the ports of Chile will raise its debt", "The growth of the ports of Chile will raise Chile's debt"),
        ("Chile will raise its debt in the ports of Peru", None),
        ("The ports of Chile and of Peru raise its debt", None),
        ("The fall of the peso in Chile is its own doing", None),
    ],
)  # fmt: skip
def test_what_only_a_state_has_is_that_of_the_one_state_named_before(told: str, clear: str | None):
    assert with_owner(told) == (clear or told)


@pytest.mark.parametrize(
    ("shown", "topic"),
    [
        (["Upper Ornelia is poor", "Upper-Ornelia is rich", "Ornelia is small"], "Ornelia"),
        (["Upper Ornelia is poor", "Upper Ornelia is small"], "Upper Ornelia"),
        (["Upper Ornelia is poor", "The valley is small"], "Upper Ornelia"),
    ],
)
def test_a_topic_is_spelled_as_all_the_statements_spell_it(shown: list[str], topic: str):
    assert positions.as_all_write("Upper Ornelia", shown) == topic
