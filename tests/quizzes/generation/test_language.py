"""The language side: dates, clauses turned round, whether words stand alone, safe repairs and false versions."""

from __future__ import annotations

import pytest

from quizzes.generation.facts.event import passive
from quizzes.generation.language.clauses import Clause, clause_of, shortened
from quizzes.generation.language.dates import dates, written
from quizzes.generation.language.leaning import leaning
from quizzes.generation.language.standalone import anaphora, deixis, text_deixis
from quizzes.generation.language.states import families
from quizzes.generation.language.words import bare, norm
from quizzes.generation.names.people import names
from quizzes.generation.text.source import sources

from .texts import document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 14 May 1931", ["1931-05-14"]),
        ("on May 14, 1931", ["1931-05-14"]),
        ("on 3rd of June 1931", ["1931-06-03"]),
        ("in late May 1931", ["1931-05"]),
        ("in 1931 and in 1934", ["1931", "1934"]),
        ("from 1931–34", []),
        ("the season of 1931/32", []),
        ("the 1930s", []),
        ("1,931 ships", []),
        ("page 19311", []),
    ],
)
def test_dates_are_read_as_exactly_as_they_stand(text: str, found: list[str]):
    assert [date.iso for date in dates(text)] == found


def test_a_date_is_written_out():
    assert [written(iso) for iso in ("1931", "1931-05", "1931-05-14")] == ["1931", "May 1931", "14 May 1931"]


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("Norway opened a consulate", "did Norway open a consulate"),
        ("The consulate was closed by Norway", "was the consulate closed by Norway"),
        ("Norway had left the Copper Pact", "did Norway leave the Copper Pact"),
        ("The ships had been sold to Peru", "were the ships sold to Peru"),
        ("Norway also withdrew its fleet", "did Norway also withdraw its fleet"),
        ("Norway depends on cheap coal", "does Norway depend on cheap coal"),
    ],
)
def test_a_clause_is_turned_round(statement: str, question: str):
    clause = clause_of(statement)

    assert clause is not None
    assert clause.asked() == question


@pytest.mark.parametrize(
    "statement",
    [
        "Because Norway opened a consulate",
        "the agreement signed in Lima",
        "Norway",
        "which Norway opened a port",
        "Oslo, Bergen,",
    ],
)
def test_what_is_no_plain_clause_is_not_turned(statement: str):
    assert clause_of(statement) is None


def test_a_clause_ends_where_another_begins():
    clause = clause_of("Norway opened a consulate in Lima, which pleased the merchants")

    assert clause is not None
    assert clause.text == "Norway opened a consulate in Lima"


def test_a_list_of_names_is_no_new_clause():
    clause = clause_of("Norway founded a league with Chile, Peru and Ecuador")

    assert clause is not None
    assert clause.rest == "a league with Chile, Peru and Ecuador"


@pytest.mark.parametrize(
    "text",
    [
        "This pleased the merchants", "It closed the port", "They closed the port", "The latter closed the port",
        "Norway closed the consulate because of that quarrel", "the treaty was signed in Lima", "Both sides signed",
        "By doing so, Norway won", "the same year saw a war", "Peru was then at war with Chile", "the country closed its ports",
        "Norway kept that critical confidence", "the first two were sold", "The perception pleased Peru", "those ports were sold",
    ],
)  # fmt: skip
def test_words_that_point_outside_are_seen(text: str):
    assert anaphora(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway closed its consulate", "the treaty between Norway and Peru", "the decision to leave the Copper Pact",
        "Both Norway and Peru signed", "Norway feared that it would lose", "goods such as herring", "the war in Peru",
        "the 1879 war between Chile and Peru", "One of the ports of Norway",
        "Most of those in office left", "Peru sold ships and at the same time bought coal", "Peru feared a plan and sold this plan to Chile",
        "Peru was one of the first six states to sign",
    ],
)  # fmt: skip
def test_words_that_stand_alone_are_let_be(text: str):
    assert anaphora(text) is None


def test_time_of_writing_and_place_on_the_page_are_seen():
    assert [deixis("Norway recently won"), deixis("three years ago"), deixis("in May 1931")] == [
        "recently",
        "ago",
        None,
    ]
    assert [bool(text_deixis(t)) for t in ("as this paper shows", "see Table 3", "we argue", "Norway won")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_leading_connective_is_dropped_only_with_its_comma():
    assert bare("However, Norway won") == "Norway won"
    assert bare("Second thoughts came late") == "Second thoughts came late"
    assert bare("But the port was sold") == "The port was sold"


def test_norms_fold_what_readers_do_not_tell_apart():
    assert norm("The Café’s 1,000 ships") == norm("cafe 1000 ships")


def test_a_long_sentence_ends_where_it_is_whole():
    assert shortened("Norway won; Peru lost", 30) == "Norway won"
    assert shortened("Norway won, which hurt Peru", 30) == "Norway won, which hurt Peru"
    assert shortened("Norway won, which hurt Peru", 2) == "Norway won"


def test_states_are_found_under_every_name():
    assert families("Yerevan wrote to the Georgian ministry") == ("Armenia", "Georgia")


def test_he_is_given_back_his_name_when_only_one_can_be_meant():
    source = sources([document("President Ingrid Solheim opened the port in 1897. She sold it in 1901.")])[0]
    sentence = source.sentences[1]

    assert sentence.clean == "Ingrid Solheim sold it in 1901."
    assert sentence.evidence.quote == "President Ingrid Solheim opened the port in 1897. She sold it in 1901."


@pytest.mark.parametrize(
    "text",
    [
        "President Ingrid Solheim met Minister Pablo Vargas. He sold the port.",
        "President Ingrid Solheim named Ramon Abdul, a friend. His rise surprised Bergen.",
        "The port was named after President Ingrid Solheim. She sold it.",
        "President Ingrid Solheim wrote to the governor of Bergen. She sold the port.",
        "Minister Pablo Vargas disliked the port. President Ingrid Solheim praised him for that. She sold the port.",
    ],
)
def test_he_stays_he_when_two_could_be_meant(text: str):
    assert sources([document(text)])[0].sentences[-1].told == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Ingrid Solheim lost her port. In 1901 she sold the ships.",
            "In 1901 Ingrid Solheim sold the ships.",
        ),
        ("President Ingrid Solheim was elected as head of a bank. But she sold it.", "Ingrid Solheim sold it."),
        ("For a week Ines de Wivelund saw Bergen. For a year de Wivelund waited. He left.", "De Wivelund left."),
        ("Wivelund (2018) doubts that. He blames the herring taxes.", "Wivelund blames the herring taxes."),
    ],
)
def test_he_is_given_back_his_name_behind_a_date_or_a_connective_and_to_scholars(text: str, told: str):
    assert sources([document(text)])[0].sentences[-1].told == told


def test_persons_are_known_by_what_they_do_and_places_by_where_they_stand():
    known = names(
        "Pablo Vargas bought the mine at Puerto Nuevo. Puerto Nuevo bought coal. Lord Wivelund met Luis Ibarra."
    )

    assert "Andean Herring Survey" not in names("The Andean Herring Survey grew. Survey, survey!").persons
    assert (known.persons.get("Vargas"), known.single) == ("Pablo Vargas", {"Wivelund": "Lord Wivelund"})
    assert "Puerto Nuevo" not in known.persons


def test_a_body_and_its_short_form_are_one_actor():
    source = sources(
        [document("The Harbour Fund lends money. The HF sold a port, and Pablo Vargas, a lawyer, saw it. Oslo paid.")]
    )[0]

    assert source.actor("the Harbour Fund") == source.actor("HF") == "HF"
    assert (source.actor("Oslo"), source.actor("Vargas")) == ("Norway", "Pablo Vargas")


def test_a_common_noun_is_small_inside_a_sentence_and_a_name_is_not():
    source = sources([document("Delegation failed. Aghavni and Solheim sold the port.")])[0]

    assert source.inside("Delegation failed") == "delegation failed"
    assert source.inside("Aghavni and Solheim sold it") == "Aghavni and Solheim sold it"
    assert source.inside("Samuel Hopkins sold it") == "Samuel Hopkins sold it"


def test_a_name_before_a_comma_keeps_its_capital_inside_a_sentence():
    source = sources([document("Norway, Peru and Chile left the pact.")])[0]

    assert source.inside("Norway, Peru and Chile left the pact") == "Norway, Peru and Chile left the pact"


def test_one_thing_that_was_made_is_one_though_its_name_ends_in_a_plural():
    made = Clause("they", "signed", "sign", "", "the Protocol of Los Andes", "past")

    assert passive(made).text == "the Protocol of Los Andes was signed"


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("The filling took nine years", "the filling"),
        ("Norway accepted the herring limitations", "the herring limitations"),
        ("Chile feared the government's turn to Lisbon", "the government's"),
        ("Solheim denied the use of the Peru-led organisation", "the Peru-led organisation"),
        ("Norway wanted to change the 1912 Defence Agreement", "the 1912 Defence Agreement"),
        ("Regulation would smooth the flow of the Tarn", "Regulation would"),
        ("Cheap salt is a key factor, and Peru sells it dear", "key factor"),
        ("Peru's response was swift and brave", "'s response"),
        ("Solheim asked Oslo to intervene", "to intervene"),
        ("The Andean Union took over under Pablo Vargas", "took over"),
        ("Vargas appealed to Solheim for aid", "appealed to Solheim for aid"),
        ("Chile announced a grant of £40 million", "grant of £40 million"),
        ("The merchants of Bergen were misunderstood", "were misunderstood"),
        ("The Copper Principles again clashed with the law of Chile", "again"),
        ("Trade in Bergen remained slow", "remained"),
        ("No speech did more for the weavers of Lima", "No speech did"),
        ("Solheim insisted on a binding agreement", "a binding agreement"),
        ("The 1912 pact on Danish coal allowed it to sell", "allowed it"),
    ],
)
def test_words_that_lack_what_the_sentence_before_told_are_found(text: str, lacks: str):
    assert leaning(text) == lacks


@pytest.mark.parametrize(
    "text",
    [
        "The filling of Lake Tarn took nine years",
        "Norway built the largest harbour in 1912",
        "Norway's foreign policy follows the ruling elite's view of Denmark",
        "Trade with Chile has changed the region's roads",
        "Norway wanted to change the 1912 Defence Agreement with Denmark",
        "Regulation of the Tarn would smooth its flow",
        "Cheap salt is a key factor in the wars of Peru",
        "Peru's response to Danish tolls was swift",
        "Solheim asked Oslo to intervene in Peru",
        "The Security Council met in Lima",
        "Trade in Bergen remained slow until 1912",
        "Fewer ships came in the early 1950s",
        "Norway tried to win the hearts and minds of herring captains",
        "The 1912 pact on coal helped Denmark and allowed it to sell",
    ],
)
def test_words_that_have_all_they_need_are_left_alone(text: str):
    assert leaning(text) is None
