"""Questions for figures: how they are put, and where the wrong figures come from."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from quizzes.generation import Question
from quizzes.generation.amounts.figures import fraction
from quizzes.generation.conflicts import amount
from quizzes.generation.facts import PATTERNS, facts
from quizzes.generation.items import FORMS
from quizzes.generation.items.amounts import made as made_figures
from quizzes.generation.items.amounts import shaped, slips
from quizzes.generation.items.number import length
from quizzes.generation.ranking import in_reserve
from quizzes.generation.store import Store
from quizzes.generation.text.source import sources
from readings.documents.types import Metadata

from .texts import cases, document

NUMBERS = (
    "Norway sent 14 trawlers to the Western Fjords. In 1902, 45 per cent of pupils in Bergen schools were taught in Danish.",
    "The number of trawlers in Bergen was 1,250 in 1931.",
)


def made(form: str, *paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    return list(FORMS[form](Store(read, facts(read[0], Counter()))))


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 (a test, not a secret)


def test_numbers_keep_their_shape_and_unit():
    keys = {q.key: q.distractors for q in made("number", *NUMBERS)}

    assert set(keys) == {"14", "45 per cent", "1,250"}
    assert all(text.endswith(" per cent") for text in keys["45 per cent"])
    assert all("," in text or len(text) == 3 for text in keys["1,250"])


@pytest.mark.parametrize("seed", range(20))
def test_no_share_is_above_all(seed: int):
    assert all(1 < float(text.split()[0]) < 100 for text in slips("80 per cent", chance(seed)))


@pytest.mark.parametrize(
    ("number", "model", "shown"),
    [(2_900, "2,000", "3,000"), (7.25, "14.5", "7.2"), (70, "140", "71 or 72 or 68 or 69"), (372, "45", "370")],
)
def test_a_made_figure_is_as_round_as_its_model(number: float, model: str, shown: str):
    assert shaped(number, model, chance(1)) in shown.split(" or ")


@pytest.mark.parametrize("value", ["44", "94%", "$2.3 billion", "1 million", "7 per cent", "130,000"])
def test_figures_are_made_on_both_sides_and_follow_no_rule(value: str):
    low, high = (made_figures(value, 2, chance(3), smaller=smaller) for smaller in (True, False))

    assert all(amount(text)[0] < amount(value)[0] for text in low)
    assert all(amount(text)[0] > amount(value)[0] for text in high)
    steps = [amount(a)[0] / amount(b)[0] for a, b in pairwise([*low[::-1], value, *high])]
    assert len({round(step, 3) for step in steps}) == len(steps)


def test_what_is_no_number_gives_no_slips():
    assert slips("several", chance(1)) == []


MANY = (
    "In 1902, English cloth accounted for 20 per cent of the imports of Norway. In 1905, Danish salt made up 35 per cent of the trade of Bergen.",
    "In 1911, 64 per cent of pupils in Oslo were taught in Danish. Women were 47 per cent of the workers of Iquique in 1920.",
)


def test_figures_of_one_text_are_matched_with_what_they_measure_and_two_stay_over():
    asked = made("measured", *MANY)[0]

    assert asked.stem == "Match each question with the figure that Lindqvist gives for it."
    assert "What share of pupils in Oslo were taught in Danish in 1911?" in [
        row["text"] for row in asked.data["premises"]
    ]
    figures = [row["text"] for row in asked.data["responses"]]
    assert len(figures) == 6
    assert {"20 per cent", "35 per cent", "64 per cent", "47 per cent"} < set(figures)
    assert figures == sorted(figures, key=lambda text: int(text.split()[0]))


def test_three_figures_are_too_few_to_be_matched():
    assert made("measured", MANY[0], MANY[1].split(". ")[0] + ".") == []


def test_a_change_is_asked_for_among_changes_both_ways():
    asked = made("change", "The herring catch of Norway grew from 30,000 tons in 1871 to 70,000 tons in 1890.")[0]

    assert asked.stem == "According to Lindqvist, how did the herring catch of Norway change between 1871 and 1890?"
    assert asked.key == "a rise from 30,000 to 70,000 tons"
    assert "a fall from 70,000 to 30,000 tons" in asked.distractors
    assert sorted(text.split()[1] for text in asked.distractors) == ["fall", "fall", "rise"]
    assert asked.level == "understand"


def test_a_scale_that_is_told_once_belongs_to_both_figures():
    asked = made("change", "Between 1902 and 1912, the herring catch of Norway grew from 1.2 to 2.3 million tons.")[0]

    assert asked.key == "a rise from 1.2 million to 2.3 million tons"
    assert "1.2 million for 1902 and 2.3 million for 1912" in asked.data["options"][0]["why"]


def test_growth_does_not_stand_among_shares():
    told = "In 1902 wages in Norway rose by 36 per cent. In 1905, Norway sold 30 per cent of its cod to Chile."

    assert all("another question" not in row["why"] for q in made("number", told) for row in q.data["options"])


def test_a_part_is_smaller_than_the_whole():
    asked = made("number", "About 14,000 of the 20,000 foreign sailors in Bergen were Danish in 1919.")[0]

    assert all(amount(text)[0] < 20_000 for text in asked.distractors)


def test_the_reason_of_a_wrong_figure_says_what_it_is():
    reasons = {
        row["text"]: row["why"] for q in made("number", *MANY) for row in q.data["options"] if q.key != row["text"]
    }

    assert reasons["35 per cent"] == (
        "Too low: the passage gives 47 per cent. The text gives 35 per cent for something else"
        " (“The text”, paragraph 1): “In 1905, Danish salt made up 35 per cent of the trade of Bergen.”"
    )
    assert any(
        why.startswith(("Too low: the passage gives ", "Too high: the passage gives ")) for why in reasons.values()
    )


def test_a_mere_number_stands_beside_numbers_of_the_same_things():
    told = "Norway sent 140 trawlers to Bergen in 1902. Chile sent 190 sailors to Bergen in 1903. Peru sent 170 trawlers to Bergen in 1904."
    asked = next(q for q in made("number", told) if "Norway" in q.stem)
    reasons = {row["text"]: row["why"] for row in asked.data["options"]}

    assert "190" not in reasons or "another question" not in reasons["190"]
    assert "170" not in reasons or "Peru" in reasons["170"]


def test_a_part_in_words_stands_beside_parts_in_words():
    asked = made("number", "In 1931, two-thirds of the trawlers of Bergen belonged to Chile.")[0]
    shares = [fraction(row["text"]) for row in asked.data["options"]]

    assert asked.key == "two-thirds"
    assert shares == sorted(shares)
    assert all(share and abs(share - 2 / 3) > 0.1 for share in shares if share != fraction(asked.key))
    assert all("-" in text or text.startswith("a ") or text == "half" for text in asked.distractors)


def test_no_question_asks_for_more_states_than_there_are():
    asked = made("number", "The copper fair of Bergen was visited by 164 states in December 1918.")[0]

    assert all(int(text) <= 195 for text in asked.distractors)


def test_how_long_a_war_was_is_known_without_the_text():
    assert made("number", "The Copper War lasted 44 days and cost many lives in Bergen.") == []


def test_a_place_or_a_teller_of_the_sentence_stands_in_the_stem():
    place = made("number", "In Norway as a whole, unemployment had climbed to 26 per cent by 1913.")[0]
    teller = made("number", "The Fisheries Board estimates that Norway lost 12 per cent of its trawlers in 1902.")[0]

    assert place.stem == "According to Lindqvist, to what percentage did unemployment climb in Norway by 1913?"
    speaker = made("number", "Ingrid Solheim said in 1903 that Norway had sold 40 per cent of its cod to Chile.")[0]

    assert speaker.stem == "According to Ingrid Solheim in 1903, what share of its cod did Norway sell to Chile?"
    assert teller.stem == "According to the Fisheries Board, what share of its trawlers did Norway lose in 1902?"


FIGURES = (
    "The Copper Fair of Bergen tied Norway to Chile in 1902 by contracts worth £23 million and a yearly dance.",
    "Norway signed a Copper Contract in March 1904 worth more than £17 million.",
)


def test_wrong_figures_have_the_unit_of_the_right_one_and_stand_apart_from_it():
    asked = next(q for q in made("figure", *FIGURES) if "yearly dance" in q.stem)

    assert asked.stem == (
        "Which figure fills the gap, according to Lindqvist: “The Copper Fair of Bergen tied Norway to Chile in 1902 by contracts worth ____ and a yearly dance”?"
    )
    assert all(text.startswith("£") and text.endswith(" million") for text in asked.distractors)
    assert all(abs(int(text.removeprefix("£").split()[0]) - 23) >= 3 for text in asked.distractors)


def test_the_reason_says_how_sure_the_passage_is():
    asked = next(q for q in made("figure", *FIGURES) if "Contract" in q.stem)
    rounded = made("number", "In 1919, Norway had an estimated 56,000 infantry.")[0]

    assert all("more than £17 million." in row["why"] for row in asked.data["options"] if row["correct"])
    assert rounded.stem == "According to Lindqvist, roughly how many infantry soldiers did Norway have in 1919?"
    assert all("an estimated 56,000." in row["why"] for row in rounded.data["options"] if row["correct"])


def test_each_figure_is_asked_for_in_one_form_only():
    told = "In 1902 Norway bought 94 per cent of its cloth from Denmark. In 1905 Chile sold 40 per cent of its salt to Peru."

    assert [q.key for q in made("number", told)] == ["40 per cent"]
    assert [q.stem for q in made("numeric", told)] == [
        "According to Lindqvist, what share of its cloth did Norway buy from Denmark in 1902, to the nearest per cent?"
    ]


def test_a_wrong_change_has_one_end_in_common_with_the_right_one():
    asked = made("change", "The herring catch of Norway grew from 30,000 tons in 1871 to 70,000 tons in 1890.")[0]
    ends = [set(option.removesuffix(" tons").split(" from ")[1].split(" to ")) for option in asked.distractors]

    assert all(end & {"30,000", "70,000"} for end in ends)
    assert len(set().union(*ends)) == 3


def test_a_wrong_change_is_of_a_size_that_could_be():
    asked = made("change", "Life expectancy in Norway rose from 64 years in 1895 to 71 years in 1915.")[0]
    shown = {
        int(number)
        for option in asked.distractors
        for number in option.removesuffix(" years").split()
        if number.isdigit()
    }

    assert all(54 <= number <= 81 for number in shown)
    assert len(shown) == 3


def test_figures_of_a_change_that_nobody_keeps_in_mind_are_rounded():
    asked = made("change", "The herring catch of Norway grew from 30,871 tons in 1871 to 70,214 tons in 1890.")[0]

    assert asked.key == "a rise from about 31,000 to about 70,000 tons"
    assert "30,871" in asked.feedback


def test_a_figure_that_nobody_keeps_in_mind_is_asked_for_roughly():
    asked = made("number", "The number of trawlers in Bergen was 12,537 in 1931.")[0]

    assert asked.stem == "According to Lindqvist, what, roughly, was the number of trawlers in Bergen in 1931?"
    assert asked.key == "12,500"
    assert [row["why"] for row in asked.data["options"] if row["correct"]] == [
        "The passage gives 12,537, which is roughly 12,500."
    ]
    assert all("roughly 12,500" in row["why"] for row in asked.data["options"])


def test_a_number_in_words_is_offered_in_numerals():
    asked = made("number", "Norway bought forty-four per cent of its salt from Chile in 1905.")[0]

    assert asked.key == "44 per cent"
    assert all(option.endswith(" per cent") for option in asked.distractors)
    assert "The passage gives forty-four per cent." in [row["why"] for row in asked.data["options"]]


def test_small_shares_among_wrong_ones_lie_apart():
    for seed in range(20):
        row = sorted([7, *(amount(text)[0] for text in slips("7 per cent", chance(seed))[:3])])

        assert all(high / low > 1.14 for low, high in pairwise(row))


def test_a_long_name_of_what_changed_stands_at_the_end():
    told = (
        "In Norway as a whole, the number of young sailors at harbour colleges in which the language of command was Danish "
        "was 130,000 in 1917, up from 90,000 in 1910."
    )

    assert made("change", told)[0].stem == (
        "What change between 1910 and 1917 does Lindqvist report in the number of young sailors at harbour colleges in Norway "
        "with Danish as the language of command?"
    )


@pytest.mark.parametrize(
    ("pattern", "case"),
    [
        ("number", "half of a comparison"),
        ("number", "an aside"),
        ("number", "what a treaty, a deal and a measuring rod say"),
        ("number", "nobody who gives it, and almost all"),
        ("number", "a share without its time"),
        ("number", "a preposition that waits for its verb"),
        ("number", "what is told of the subject by the way"),
        ("figure", "what has no time, or opens its sentence"),
        ("figure", "what everybody knows of a treaty"),
        ("figure", "the last of two"),
    ],
)
def test_details_belong_to_the_reserve(pattern: str, case: str):
    text = next(known.text for known in cases(pattern) if known.name == case)
    read = sources([document(*text.split("\n\n"))])[0]
    found = list(PATTERNS[pattern](read, Counter()))

    assert found
    assert all(fact.lesser for fact in found)


@pytest.mark.parametrize(
    ("pattern", "case"),
    [
        ("number", "the first of two, and one that the next sentence is held against"),
        ("figure", "what does not open its paragraph, but is dated"),
    ],
)
def test_dated_figures_of_the_topic_come_first(pattern: str, case: str):
    text = next(known.text for known in cases(pattern) if known.name == case)
    read = sources([document(*text.split("\n\n"))])[0]

    assert not any(fact.lesser for fact in PATTERNS[pattern](read, Counter()))


@pytest.mark.parametrize(("of", "last"), [("of Norway", False), ("of Norway and Chile with sails of flax", True)])
def test_a_change_with_a_long_stem_belongs_to_the_reserve(of: str, last: bool):
    told = f"The number of trawlers {of} in the harbours and fjords of Bergen grew from 120 in 1902 to 180 in 1905."

    assert [in_reserve(q) for q in made("change", told)] == [last]


def test_what_a_longer_text_names_once_stands_last():
    harbour = [f"The harbours of Norway and Chile grew rich on salt and cod in 19{year}." for year in range(20, 40)]
    aside = "In 1902, Peru bought 40 per cent of its salt from Norway."
    central = "In 1902, Chile bought 60 per cent of its salt from Norway."

    asked = {q.key: in_reserve(q) for q in made("number", *harbour, aside, central)}

    assert asked == {"40 per cent": True, "60 per cent": False}


def test_a_survey_is_named_first_and_is_no_place():
    told = "In a 1918 survey, 64 per cent of pupils in Bergen said that they wanted to work at sea."

    assert [q.stem for q in made("number", told)] == [
        "In a 1918 survey cited by Lindqvist, what share of pupils in Bergen said that they wanted to work at sea?"
    ]


def test_what_is_counted_stands_in_each_change():
    told = "The garrison of Norway in Bergen shrank from 9,250 sailors in 1894 to 1,500 in 1904."

    assert all(row["text"].endswith(" sailors") for row in made("change", told)[0].data["options"])


def test_a_lesser_figure_is_no_rival_of_a_better_one():
    salt = "In 1902, Chile bought 40 per cent of its salt from Norway. In 1905, Chile bought 55 per cent of its cloth from Norway!"
    better, lesser = made("number", salt)

    assert not in_reserve(better)
    assert in_reserve(lesser)
    assert not any("something else" in row["why"] for row in better.data["options"])
    assert any("something else" in row["why"] for row in lesser.data["options"])


def test_what_a_sentence_turns_away_from_belongs_to_the_reserve():
    plain = "In 1902, Chile bought 40 per cent of its salt from Norway."
    turned = (
        "In 1902, Chile bought 40 per cent of its salt from Norway, but the mines were owned by a handful of towns."
    )

    assert [in_reserve(q) for q in made("number", plain)] == [False]
    assert [in_reserve(q) for q in made("number", turned)] == [True]


def test_a_part_of_nothing_named_belongs_to_the_reserve():
    named = "In 1902, Norway bought 4,300 shares of the Bergen Canal from Chile."
    unnamed = "In 1902, Norway bought 4,300 shares from Chile."

    assert [in_reserve(q) for q in made("number", named)] == [False]
    assert [in_reserve(q) for q in made("number", unnamed)] in ([True], [])


def test_about_stands_where_one_would_say_it():
    asked = made("number", "The length of the Bergen Canal was about 320 km in 1904.")[0]

    assert asked.stem == "According to Lindqvist, what, roughly, was the length of the Bergen Canal in 1904, in km?"


def test_a_change_that_is_told_roughly_is_asked_for_roughly():
    told = "The herring catch of Norway grew from about 30,000 tons in 1871 to about 70,000 tons in 1890."
    asked = made("change", told)[0]

    assert asked.key == "a rise from about 30,000 to about 70,000 tons"
    assert all("about" in option for option in asked.distractors)


def test_a_long_title_makes_no_question_long():
    short = made("number", "In 1902, Norway bought 46 per cent of its cod from the Western Fjords and Chile.")[0]
    read = sources([document("In 1902, Norway bought 46 per cent of its cod from the Western Fjords and Chile.")])[0]

    assert length(short.stem, read) == len(short.stem.split())
    assert length(f"{short.stem} {read.voice} {read.voice}", read) == len(short.stem.split()) + 2


def test_a_share_that_is_about_right_is_asked_for_roughly():
    asked = made("number", "About 62 per cent of the cod of Norway went to Chile in 1902.")[0]

    assert asked.stem == "According to Lindqvist, roughly what share of the cod of Norway went to Chile in 1902?"


def test_the_figure_of_a_text_without_author_and_title_belongs_to_the_reserve():
    told = "In 1902, Norway bought 46 per cent of its cod from Chile."
    nameless = replace(document(told), metadata=Metadata())
    read = sources([nameless])
    found = list(FORMS["number"](Store(read, facts(read[0], Counter()))))

    assert [in_reserve(q) for q in made("number", told)] == [False]
    assert [in_reserve(q) for q in found] == [True]


def test_a_figure_of_an_event_that_many_places_had_belongs_to_the_reserve():
    told = "The flood of 1902 killed some 1,650 people."
    placed = "The flood of 1902 killed some 1,650 people in Bergen."

    assert [in_reserve(question) for question in made("number", told)] == [True]
    assert [in_reserve(question) for question in made("number", placed)] == [False]
