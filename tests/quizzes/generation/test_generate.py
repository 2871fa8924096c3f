"""The front door: the same seed gives the same quiz, every question stands on its passage, bad texts do no harm."""

from __future__ import annotations

import json
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.generation import Term, generate
from quizzes.generation.__main__ import main
from quizzes.generation.text.source import sources
from quizzes.kinds import check
from readings.documents.types import Block, Document, Metadata, Person, Section

from .texts import document

TEXT = (
    "In 1947, Norway opened a consulate in Zanzibar. Norway left the Copper Fund of Iquique in 1953. Moreover, Norway taxed the guano of the Lobos Company in 1950.",
    "A Norwegian trade office was established in Arica in 1961. In 1957, Norway joined the Andean Fund. Norway leased the island of Senja in 1944.",
    "The Harbour Assurance Fund (HAF) paid for new quays in Bergen. The HAF had many friends in Lisbon.",
    "Ingrid Solheim argues that cheap coal did more for Bergen than any treaty. Pablo Vargas writes that Peru lost its fleet to bad harbours.",
    "The number of trawlers in Bergen was 1,250 in 1931. Zanzibar was hot, Lobos was dry and Senja was cold.",
    "Norway closed its mines because coal from Wales had become cheap.",
    "Peru sold its fleet because the anchovies had left the coast.",
    "Chile built a railway because mules were too slow for copper.",
    "Marta Ortega claims that Chile won the copper trade by lower fares. Henrik Dahl suggests that Norway never needed the Andean trade.",
)
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_a_text_with_facts_gives_questions_of_several_levels():
    levels = {question.level for question in generate(document(*TEXT)).questions}

    assert levels == {"remember", "understand", "apply"}


def test_the_same_seed_gives_the_same_quiz():
    assert generate(document(*TEXT), seed=7).to_dict() == generate(document(*TEXT), seed=7).to_dict()


def test_another_seed_gives_another_quiz():
    assert generate(document(*TEXT), seed=7).to_dict() != generate(document(*TEXT), seed=8).to_dict()


def test_no_more_questions_than_asked_for():
    result = generate(document(*TEXT), count=2)

    assert len(result.questions) == 2
    assert result.abstained["not needed"] > 0


def test_a_quiz_is_never_filled_up():
    result = generate(document("The weather was fine. Nobody came."), count=10)

    assert result.questions == ()


def test_no_fact_is_asked_twice():
    asked = [(fact.subject, fact.relation) for q in generate(document(*TEXT)).questions for fact in q.facts]

    assert len(asked) == len(set(asked))


def test_every_question_stands_on_its_passage():
    text = document(*TEXT)
    blocks = {block.id: block.text for section in text.sections for block in section.blocks}

    for question in generate(text).questions:
        evidence = question.evidence
        assert blocks[evidence.block][evidence.start : evidence.end] == evidence.quote
        assert question.section == "s1"
        assert evidence.quote in question.feedback


def test_every_question_is_valid_and_every_option_has_its_reason():
    for question in generate(document(*TEXT)).questions:
        assert check(question.kind, question.data) == []
        assert all(option["why"] for option in question.data.get("options", ()))


def test_the_json_has_the_parts_of_the_design():
    shown = json.loads(json.dumps(generate(document(*TEXT)).to_dict()))

    parts = {"id", "kind", "pattern", "level", "stem", "evidence", "section", "feedback", "score", "soft_flaws"}
    assert all(parts <= set(question) for question in shown["questions"])
    assert len({question["id"] for question in shown["questions"]}) == len(shown["questions"])


def test_claims_are_credited_to_the_author_of_the_document():
    stems = [question.stem for question in generate(document(*TEXT, author="Lindqvist")).questions]

    assert any("Lindqvist" in stem for stem in stems)


def test_a_glossary_spells_out_short_forms():
    text = document("Norway signed the XQZ rules in 1897.", *TEXT)
    flaws = [q.soft_flaws for q in generate(text, glossary=(Term("XQZ"),)).questions if "XQZ" in q.stem]

    assert all("B9" not in found for found in flaws)


def test_two_documents_keep_their_distractors_apart():
    result = generate([document(*TEXT[:3]), document(*TEXT[3:], author="Okafor")])

    assert all(len({fact.document for fact in question.facts}) == 1 for question in result.questions)


@pytest.mark.parametrize("matter", ["bibliography", "notes", "back"])
def test_only_the_body_is_asked_about(matter: str):
    blocks = tuple(Block(id=f"b{n}", kind="paragraph", text=text) for n, text in enumerate(TEXT))

    assert generate(Document(sections=(Section("s1", "End", 1, matter=matter, blocks=blocks),))).questions == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "    ",
        "?",
        "1234 5678 90",
        "“",
        "((((",
        "Le traité fut signé à Vienne en 1815 par toutes les puissances.",
        "А" * 5000,
    ],
)
def test_a_text_that_cannot_be_asked_about_gives_no_question_and_no_error(text: str):
    assert generate(document(text)).questions == ()


def test_ten_thousand_sentences_of_one_form_give_few_questions():
    sentences = " ".join(f"In {1800 + n % 200}, Norway opened a consulate in Port{n}." for n in range(10_000))

    assert len(generate(document(sentences), count=12).questions) <= 12


def test_dates_that_contradict_each_other_are_not_asked_about():
    text = document(
        "In 1897, Norway opened a consulate in Zanzibar.", "In 1899, Norway opened a consulate in Zanzibar.", *TEXT[1:]
    )

    asked = [q for q in generate(text).questions if q.pattern == "event" and q.kind == "multiple_choice"]

    assert not [q for q in asked if "Zanzibar" in q.stem or "Zanzibar" in q.key]


@MANY
@given(st.lists(st.sampled_from([word for text in TEXT for word in text.split()]), max_size=60), st.integers(0, 9))
def test_no_shuffled_text_breaks_generation(words: list[str], seed: int):
    result = generate(document(" ".join(words)), seed=seed)

    assert all(question.evidence.quote for question in result.questions)


@MANY
@given(st.text(max_size=300))
def test_no_text_at_all_breaks_generation(text: str):
    generate(document(text))


def test_damaged_text_is_refused_and_said_to_be_damaged():
    whole = " ".join(TEXT)
    noise = random.Random(3)  # noqa: S311 (noise, no secret)
    worn = "".join(c if noise.random() > 0.08 else noise.choice("#@|~^") for c in whole)
    result = generate(document(worn))

    assert result.questions == ()
    assert result.abstained["damaged text"] > 5


@pytest.mark.parametrize(
    "worn", ["conrnerce grew", "the l1on share", "trade~grew", "tradeAnd grew", "ships=left", "the m arket grew"]
)
def test_a_sentence_with_a_word_that_is_none_is_left_out(worn: str):
    read = sources(
        [
            document(
                f"In 1897, Norway opened a consulate in Zanzibar and {worn} soon. Chile left the Copper Pact in 1978."
            )
        ]
    )[0]

    assert [sentence.text for sentence in read.sentences] == ["Chile left the Copper Pact in 1978."]


@pytest.mark.parametrize(
    "text",
    [
        "En 1897, la Norvège ouvrit un consulat à Zanzibar. Le Chili quitta le pacte du cuivre en 1978, ce qui plut à ses voisins.",
        "В 1897 году Норвегия открыла консульство в Занзибаре. В 1978 году Чили вышло из Медного пакта.",
    ],
)
def test_a_text_in_another_language_is_said_to_be_one(text: str):
    result = generate(document(text))

    assert result.questions == ()
    assert result.abstained["the text is not in English"] > 0


def test_right_options_are_spread_over_the_places():
    places = Counter(
        next(place for place, option in enumerate(question.data["options"]) if option["correct"])
        for seed in range(6)
        for question in generate(document(*TEXT), seed=seed).questions
        if question.kind == "multiple_choice"
    )

    assert max(places.values()) <= 0.45 * sum(places.values())


def test_each_part_of_a_text_is_asked_about():
    parts = tuple(
        Section(f"s{n}", f"Part {n}", 1, blocks=(Block(id=f"b{n}", kind="paragraph", text=text),))
        for n, text in enumerate(TEXT)
    )

    asked = {question.section for question in generate(Document(sections=parts), count=8).questions}

    assert len(asked) >= 3


def test_the_command_prints_json(tmp_path, capsys):
    file = tmp_path / "text.md"
    file.write_text("# The text\n\n" + "\n\n".join(TEXT))

    assert main([str(file), "--count", "2", "--seed", "4"]) == 0
    assert len(json.loads(capsys.readouterr().out)["questions"]) == 2


def test_the_command_says_what_is_wrong_with_a_file(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    assert main([str(empty)]) == 1
    assert main([str(tmp_path / "none.txt")]) == 1
    assert "empty" in (said := capsys.readouterr().err)
    assert "Name a file that exists" in said


@pytest.mark.parametrize(
    ("authors", "body", "credited"),
    [
        (("Solheim",), None, "does Solheim say"),
        (("Solheim", "Vargas"), None, "do Solheim and Vargas say"),
        ((), "Bergen Institute", "does the Bergen Institute say"),
        ((), "Institute for Herring and Cod", "does the Institute for Herring and Cod say"),
        ((), "Oslo Institute for Herring and Cod", "does the Oslo Institute for Herring and Cod say"),
        ((), "The Bergen contributors", "do the Bergen contributors say"),
        ((), None, "does the text say"),
        (("A", "B", "C", "D"), None, "do A and others say"),
    ],
)
def test_a_text_is_credited_to_those_who_wrote_it(authors: tuple[str, ...], body: str | None, credited: str):
    metadata = Metadata(authors=tuple(Person(None, name) for name in authors), corporate_author=body)
    read = sources([Document(metadata=metadata)])[0]

    assert f"{read.does} say" == credited
