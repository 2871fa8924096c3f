"""What makes a sentence or question stand without its page: full names for things and persons, and short forms spelled out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quizzes.generation.checks import hard_flaws
from quizzes.generation.names.namesakes import shared_surnames, unclear
from quizzes.generation.names.people import names
from quizzes.generation.pipeline import store_of
from quizzes.generation.text.expansions import spelled_out
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import sources
from quizzes.generation.types import Question

from .texts import document, question

PAIR = "President Pablo Vargas sold coal. Minister Marta Vargas bought salt. President Ada Lind bought neither."
FUND = "The Harbour Assurance Fund (HAF) paid for quays in Bergen and Oslo. Traders in Bergen trusted the HAF."


def last_of(*paragraphs: str) -> Sentence:
    """The last sentence of these paragraphs, as the patterns read it."""
    return sources([document(*paragraphs)])[0].sentences[-1]


def asked(stem: str, options: list[str], text: str) -> Question:
    """A question with its short forms spelled out."""
    return spelled_out(question(stem, options, text), store_of([document(text)], (), Counter()))


def test_a_thing_gets_the_one_name_that_its_paragraph_has_for_it():
    told = last_of("Norway and Chile signed the Copper Pact in Lima. In 1912 Denmark asked whether the pact was dead.")

    assert told.clean == "In 1912 Denmark asked whether the Copper Pact was dead."
    assert told.text.startswith("Norway and Chile signed")
    assert told.block.text[told.start : told.end] == told.text


def test_a_thing_of_which_the_paragraph_names_two_keeps_its_article():
    signed = "Norway and Chile signed the Copper Pact and left the Salt Pact."
    drafted = "Norway signed the Copper Pact, and Chile wanted another pact."

    for before in (signed, drafted):
        assert last_of(f"{before} In 1912 Denmark asked whether the pact was dead.").told == ""


def test_a_thing_that_is_named_by_what_follows_stays_as_it_is():
    assert last_of("Norway signed the Copper Pact. Denmark left the pact of the Danish ports.").told == ""
    assert last_of("Norway signed the Copper Pact. Denmark praised the pact office.").told == ""


def test_a_thing_of_another_paragraph_is_not_meant():
    assert last_of("Norway signed the Copper Pact.", "In 1912 Denmark asked whether the pact was dead.").told == ""


THROUGHOUT = (
    "Norway built the Great Lofoten Dam. The Great Lofoten Dam is old, and so is the Great Lofoten Dam of songs.",
    "Fishermen hated the dam. Bankers loved the dam. Poets forgot the dam. Norway sold the dam.",
)


def test_what_the_text_is_on_has_its_name_in_every_paragraph():
    told = last_of(*THROUGHOUT, "Denmark asked whether the dam was dear.")

    assert told.clean == "Denmark asked whether the Great Lofoten Dam was dear."
    assert told.text == "Denmark asked whether the dam was dear."


def test_what_the_text_is_on_is_not_meant_where_another_is_near_or_as_often_named():
    near = "Chile built a dam. Denmark asked whether the dam was dear."
    rival = "Chile built the Tarn Dam. Peru built it too. Peru paid for the Tarn Dam. Lima likes the Tarn Dam."

    assert last_of(*THROUGHOUT, near).told == ""
    assert last_of(*THROUGHOUT, rival, "Denmark asked whether the dam was dear.").told == ""


def test_a_surname_of_two_persons_is_shared_and_a_title_is_no_forename():
    assert shared_surnames(PAIR, names(PAIR)) == {"Vargas"}
    assert not shared_surnames(PAIR.replace("Marta Vargas", "Vargas"), names(PAIR))


def test_a_relative_who_is_named_by_forename_only_bears_the_surname_too():
    text = "President Pablo Vargas sold coal, and was followed by his son, Luis, in 1912."

    assert shared_surnames(text, names(text)) == {"Vargas"}


def test_a_shared_surname_is_unclear_only_where_it_stands_alone():
    assert unclear("Norway paid Vargas in coal", {"Vargas"}) == "Vargas"
    assert unclear("Norway paid Marta Vargas in coal", {"Vargas"}) is None


def test_a_shared_surname_gets_the_forename_that_its_paragraph_gives():
    told = last_of(PAIR, "President Pablo Vargas went to Lima. Norway paid Vargas in coal.")

    assert told.clean == "Norway paid Pablo Vargas in coal."
    assert told.text == "President Pablo Vargas went to Lima. Norway paid Vargas in coal."


def test_a_question_with_a_shared_surname_is_refused():
    drafted = question("What did Norway pay Vargas in?", ["*coal", "salt", "copper"], PAIR)
    clear = replace(drafted, stem="What did Norway pay Marta Vargas in?")
    known = store_of([document(PAIR)], (), Counter())

    assert "B15" in hard_flaws(drafted, known)
    assert "B15" not in hard_flaws(clear, known)


def test_a_short_form_is_spelled_out_where_the_question_first_has_it():
    told = asked("Whom did the HAF pay before the HAF fell?", ["*Norway", "Chile", "Peru"], FUND)

    assert told.stem == "Whom did the Harbour Assurance Fund (HAF) pay before the HAF fell?"


def test_an_owner_and_a_statement_are_spelled_out_and_a_name_is_not():
    options = ["*The HAF’s traders bought salt from Lima", "HAF", "Chile"]
    told = asked("What happened?", options, FUND)

    assert [row["text"] for row in told.data["options"]] == [
        "The Harbour Assurance Fund’s traders bought salt from Lima",
        "HAF",
        "Chile",
    ]


def test_a_short_form_inside_a_longer_name_stays():
    assert asked("Who sold the HAF Building in Bergen?", ["*Norway", "Chile", "Peru"], FUND).stem.startswith(
        "Who sold the HAF B"
    )


def test_a_unit_of_the_trade_is_spelled_out_once():
    told = asked("How many bcm did Lake Tarn lose, of 40 bcm?", ["*10", "20", "30"], FUND)

    assert told.stem == "How many billion cubic metres (bcm) did Lake Tarn lose, of 40 bcm?"


COMPANY = "Norway praised the company. Denmark sued the company. Chile envied the company. Peru forgot the company. Oslo taxed the company."


def titled(*paragraphs: str, title: str) -> str:
    """The last sentence of these paragraphs in a document and section of that title."""
    return sources([document(*paragraphs, title=title)])[0].sentences[-1].clean


def test_a_title_names_what_the_text_is_on():
    sold = "In 1912 Denmark sold 400 shares to the bank."

    assert titled(COMPANY, sold, title="The Lofoten Dam Company") == (
        "In 1912 Denmark sold 400 shares in the Lofoten Dam Company to the bank."
    )
    assert titled(COMPANY, sold, title="Dams") == sold
    assert titled(COMPANY, "Denmark sold 400 shares of the bank.", title="The Lofoten Dam Company").endswith(
        "the bank."
    )


def test_a_body_with_a_capital_gets_its_whole_name_too():
    told = last_of("Norway founded the Harbour Assurance Fund in Lima. In 1912 Denmark left the Fund.")

    assert told.clean == "In 1912 Denmark left the Harbour Assurance Fund."


def test_the_title_of_a_section_says_which_of_two_persons_is_meant():
    parts = (PAIR, "Norway paid Vargas in coal.")

    assert titled(*parts, title="Marta Vargas in office") == "Norway paid Marta Vargas in coal."
    assert titled(*parts, title="The coal years") == "Norway paid Vargas in coal."


def test_a_short_form_gets_its_article_unless_a_noun_follows():
    options = ["*Norway", "Chile", "Peru"]
    long = "the Harbour Assurance Fund (HAF)"

    assert asked("Who left HAF in 1912?", options, FUND).stem == f"Who left {long} in 1912?"
    assert asked("Who paid HAF members?", options, FUND).stem == f"Who paid {long.removeprefix('the ')} members?"


def test_a_short_form_that_only_another_text_of_the_course_spells_out_is_taken_from_there():
    known = store_of([document("Norway left the HAF."), document(FUND)], (), Counter())
    drafted = question("Who left the HAF?", ["*Norway", "Chile", "Peru"], "Norway left the HAF.")

    assert spelled_out(drafted, known).stem == "Who left the Harbour Assurance Fund (HAF)?"


def test_a_person_in_a_stem_is_named_in_full_unless_an_option_bears_the_name():
    text = "President Pablo Vargas sold coal. Pablo Vargas went to Lima. Norway paid Vargas."

    assert (
        asked("Who paid Vargas in coal?", ["*Norway", "Chile", "Peru"], text).stem == "Who paid Pablo Vargas in coal?"
    )
    assert asked("Who paid Vargas in coal?", ["*Pablo Vargas", "Ada Lind", "Ola Dahl"], text).stem.startswith(
        "Who paid Vargas"
    )


def test_a_name_in_full_is_grounded_where_the_passage_has_its_last_word():
    known = store_of([document("Norway paid Vargas in coal.")], (), Counter())
    options = ["*Marta Vargas", "Ada Lind", "Ola Dahl"]

    assert "D1" not in hard_flaws(question("Whom did Norway pay?", options, "Norway paid Vargas in coal."), known)
    assert "D1" in hard_flaws(question("Whom did Norway pay?", options, "Norway paid Ibarra in coal."), known)


def test_an_owner_that_comes_again_has_its_short_form_beside_it():
    told = asked("Who praised the HAF's plan for the HAF's ports?", ["*Norway", "Chile", "Peru"], FUND)

    assert told.stem == "Who praised the Harbour Assurance Fund's (HAF's) plan for the HAF's ports?"
