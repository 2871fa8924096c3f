"""Questions across sources: every view, date and number is somebody's, and no other source says the same."""

from __future__ import annotations

from collections import Counter

import pytest

from quizzes.generation import Question, Term, generate
from quizzes.generation.items import stances
from quizzes.generation.items.sources import pairs
from quizzes.generation.language.judgement import judges
from quizzes.generation.pipeline import store_of
from quizzes.generation.ranking import in_reserve
from quizzes.generation.views.topics import plainly
from quizzes.generation.views.viewpoints import policy_of_nobody
from quizzes.kinds import check

from .texts import course

VIEWS = (
    ("Okafor", "The Copper Pact is the best shelter that small harbours on the coast have ever had.",
     "Merchants were slow to see how strongly the Copper Pact has shaped the price of bread in the mountain towns.",
     "The Copper Pact threatens the cooks of every inn from the mountains to the sea."),
    ("Dahl", "The Copper Pact depends on cheap coal, and coal will not stay cheap for more than a decade.",
     "The secretaries of the Copper Pact were likely to prefer long dinners over a decision about tolls.",
     "The Copper Pact must sell its lighthouses before pilots lose their patience."),
    ("Ortega", "Lawyers have made the Copper Pact a clumsy bargain that could never bind a determined government.",
     "The Copper Pact was a mixed blessing for fishing villages, with little influence on daily work.",
     "The Copper Pact weakened weavers more than any winter of its century."),
)  # fmt: skip
NCC = ("The NCC had a bell.", "The NCC had friends in the old town.", "Captains of the coast paid for the NCC.")
FILLER = "The Copper Pact kept its seat over a bakery in the old quarter of the harbour town."


def asked(*texts: tuple[str, ...], glossary: tuple[Term, ...] = ()) -> tuple[Question, ...]:
    return generate(course(*texts), glossary=glossary, only_across=True).questions


def views() -> tuple[Question, ...]:
    """Each text returns to the topic often enough to make it one."""
    return asked(*((author, *told, *[f"{FILLER} It was small."] * 3) for author, *told in VIEWS))


def test_a_view_is_asked_for_by_its_author():
    who = [question for question in views() if question.stem.startswith("Who says that")]

    assert who
    for question in who:
        right = next(author for author, *told in VIEWS if question.evidence.quote in told)
        assert question.key == right
        assert set(question.distractors) == {"Okafor", "Dahl", "Ortega"} - {right}


def on_the_reading_of(author: str) -> tuple[Question, ...]:
    """What is asked on one of the three."""
    texts = [(name, *told, *[f"{FILLER} It was small."] * 3) for name, *told in VIEWS]
    number = next(number for number, (name, *_) in enumerate(VIEWS) if name == author)
    return generate(course(*texts), about=number, only_across=True).questions


def test_on_one_reading_nobody_is_asked_who_says_it_since_it_would_always_be_its_author():
    asked_for = on_the_reading_of("Dahl")

    assert asked_for
    assert not [question for question in asked_for if question.key in {"Okafor", "Dahl", "Ortega"}]


def test_on_one_reading_its_authors_view_stands_among_those_of_others():
    own = next(told for author, *told in VIEWS if author == "Dahl")
    chosen = [question for question in on_the_reading_of("Dahl") if question.kind != "matching"]

    assert {question.kind for question in chosen} == {"select_passage"}
    for question in chosen:
        assert "Dahl" in question.stem
        assert question.key.removesuffix(".") + "." in own
        assert not {f"{text.removesuffix('.')}." for text in question.distractors} & set(own)


def test_a_view_that_another_author_shares_is_not_asked_for():
    shared = VIEWS[0][1]
    texts = [(author, *told, FILLER, *([shared] if author == "Dahl" else [])) for author, *told in VIEWS]

    assert all(question.evidence.quote != shared for question in asked(*texts) if question.kind == "multiple_choice")


def test_two_texts_of_one_author_are_no_two_sources():
    texts = [("Okafor", *told, FILLER) for _, *told in VIEWS]

    assert asked(*texts) == ()


def test_two_sources_that_date_one_thing_differently_each_keep_their_date():
    question = next(
        q
        for q in asked(
            ("Okafor", "In 1897, the Harbour Assurance Fund opened a consulate in Zanzibar.", "Peru rested in 1890."),
            ("Dahl", "In 1899, HAF inaugurated its consulate in Zanzibar.", "Peru rested in 1893."),
            glossary=(Term("HAF", ("Harbour Assurance Fund",)),),
        )
        if "different years" in q.stem
    )

    assert question.stem.startswith("Dahl and Okafor date it to different years. According to ")
    rival = next(row for row in question.data["options"] if "evidence" in row)
    assert {question.key, rival["text"]} == {"1897", "1899"}
    assert question.key in question.evidence.quote
    assert rival["text"] in rival["evidence"]["quote"]
    assert "gives this (“Of " in rival["why"]
    assert question.level == "apply"


def test_two_sources_that_count_differently_each_keep_their_number():
    stems = {
        question.stem: question.key
        for question in asked(
            ("Okafor", "The number of trawlers in Bergen was 1,250 in 1931."),
            ("Dahl", "The number of trawlers in Bergen was 1,400 in 1931."),
        )
    }

    assert len(stems) == 1
    assert stems in (
        {"Dahl and Okafor give different numbers. According to Okafor, what was the number of trawlers in Bergen in 1931?": "1,250"},
        {"Dahl and Okafor give different numbers. According to Dahl, what was the number of trawlers in Bergen in 1931?": "1,400"},
    )  # fmt: skip


def test_two_sources_that_spell_a_short_form_out_differently_each_keep_their_name():
    question = asked(
        ("Okafor", "The Northern Cooperation Council (NCC) met in May.", *NCC),
        ("Dahl", "The National Commerce Committee (NCC) met in June.", *NCC),
    )[0]

    assert "spell NCC out differently" in question.stem
    assert {"Northern Cooperation Council", "National Commerce Committee"} <= {question.key, *question.distractors}


def test_a_source_that_contradicts_itself_is_asked_about_by_nobody():
    twice = (
        "Okafor",
        "In 1897, Norway opened a consulate in Zanzibar.",
        "In 1895, Norway opened a consulate in Zanzibar.",
    )

    found = asked(twice, ("Dahl", "In 1899, Norway opened a consulate in Zanzibar."))

    assert all("different years. According to Okafor" not in question.stem for question in found)
    assert all("1895" not in question.evidence.quote for question in found)


def test_events_of_several_authors_are_put_in_order_and_each_names_its_author():
    question = next(
        q
        for q in asked(
            (
                "Okafor",
                "In 1897, Norway opened a consulate in Zanzibar.",
                "Norway sold Zanzibar the guano of the Lobos Company in 1899.",
            ),
            (
                "Dahl",
                "Norway bought the old harbour of Zanzibar in 1907.",
                "In 1903, Norway closed the Vargas Bank of Zanzibar.",
            ),
        )
        if q.kind == "ordering"
    )

    years = {row["id"]: row["why"].split(".")[0][-4:] for row in question.data["items"]}
    assert [years[name] for name in question.data["order"]] == ["1897", "1899", "1903", "1907"]
    assert {row["text"][row["text"].rindex("(") :] for row in question.data["items"]} == {"(Okafor)", "(Dahl)"}
    assert all(row["evidence"]["quote"] for row in question.data["items"])


def test_events_of_which_one_author_tells_a_single_one_make_a_lesser_order():
    texts = (
        (
            "Okafor",
            "In 1897, Norway opened a consulate in Zanzibar.",
            "Norway sold Zanzibar the guano of the Lobos Company in 1899.",
            "In 1903, Norway closed the Vargas Bank of Zanzibar.",
        ),
        ("Dahl", "Norway bought the old harbour of Zanzibar in 1907."),
    )

    assert [in_reserve(q) for q in asked(*texts) if q.kind == "ordering" and q.pattern == "sources"] == [True]


def test_one_event_told_twice_is_not_put_in_order_with_itself():
    texts = (
        (
            "Okafor",
            "In 1897, Norway opened a consulate in Zanzibar.",
            "Norway sold Zanzibar the guano of the Lobos Company in 1899.",
        ),
        (
            "Dahl",
            "In 1901, Norway opened its consulate in Zanzibar.",
            "In 1903, Norway closed the Vargas Bank of Zanzibar.",
        ),
    )

    assert not [q for q in asked(*texts) if q.kind == "ordering"]


def test_every_question_across_sources_is_valid_and_stands_on_its_passage():
    found = views()

    assert all(check(question.kind, question.data) == [] for question in found)
    assert all(question.evidence.quote in question.feedback for question in found)


def test_one_document_has_nothing_to_be_compared_with():
    assert asked(VIEWS[0]) == ()


MORE = (
    ("Okafor", "Greed rather than need has shaped the Copper Pact in every one of its ports."),
    ("Dahl", "A poor harvest did more damage to the Copper Pact than all of its enemies."),
    ("Ortega", "Clerks without imagination have been the strongest guarantee of the Copper Pact."),
    ("Sato", "Songs of harvesters reveal how little trust the Copper Pact enjoyed inland."),
)


def matched() -> Question:
    texts = [(author, told, *[f"{FILLER} It was small."] * 3) for author, told in MORE]
    return next(stances.items(store_of(course(*texts), (), Counter())))


def test_views_of_several_authors_are_matched_with_them():
    question = matched()

    names = {row["id"]: row["text"] for row in question.data["responses"]}
    told = {
        row["text"].removesuffix("."): names[question.data["pairs"][row["id"]]] for row in question.data["premises"]
    }
    assert len(told) >= 3
    assert told.items() <= {view.removesuffix("."): author for author, view in MORE}.items()
    assert question.level == "apply"
    assert check("matching", question.data) == []


def test_every_view_to_be_matched_is_bound_to_its_passage():
    for row in matched().data["premises"]:
        assert row["evidence"]["quote"] == row["text"]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The harbour lies at the mouth of the Varda", False),
        ("The harbour was sold in spring", False),
        ("The sale of the harbour weakened the Copper Pact", True),
        ("The Copper Pact will not survive the winter", True),
        ("The harbour was a mixed blessing for Orne", True),
        ("The council failed the fishermen", True),
    ],
)
def test_a_view_forecasts_weighs_or_tells_an_effect(text: str, judged: bool):
    assert judges(text) is judged


@pytest.mark.parametrize(
    ("text", "open_question"),
    [
        ("A real change in foreign policy will depend on the price of cod", True),
        ("A real change in Norway's foreign policy will depend on the price of cod", False),
        ("The foreign policy of Norway will depend on the price of cod", False),
    ],
)
def test_whose_foreign_policy_is_meant_must_be_said(text: str, open_question: bool):
    assert policy_of_nobody(text) is open_question


def test_words_that_follow_each_other_are_compared_with_compounds_taken_apart():
    assert pairs("Peru–Chile quarrels of the coast") & pairs("An end to the Peru-Chile quarrels") == {
        ("peru", "chile"),
        ("chile", "quarrels"),
    }


def test_a_state_in_a_compound_is_not_named_itself():
    assert plainly("Peru", "The fleet of Peru grew")
    assert not plainly("Peru", "The Peru–Chile war ended")
