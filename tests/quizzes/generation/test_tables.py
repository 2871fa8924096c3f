"""Tables: what is asked of columns of numbers and of words, and what is left alone."""

from __future__ import annotations

from quizzes.generation import generate
from quizzes.generation.items.build import printed
from quizzes.generation.language.measures import counted, measure, plural_of
from quizzes.generation.text.source import Source
from quizzes.generation.types import Question
from quizzes.kinds import check
from readings.documents.types import Block, Document, Metadata, Person, Section

HEADER = ("Year", "Ships", "Flag")
ROWS = (
    ("1897", "120", "Norwegian"),
    ("1898", "95", "Danish"),
    ("1899", "140", "Chilean"),
    ("1900", "80", "Peruvian"),
    ("1901", "101", "Dutch"),
)
STATES = (
    ("Norway", "210", "265"),
    ("Denmark", "150", "190"),
    ("Chile", "90", "60"),
    ("Peru", "40", "71"),
    ("Sweden", "120", "168"),
    ("Other", "300", "330"),
)


def table(
    header: tuple[str, ...] = HEADER,
    rows: tuple[tuple[str, ...], ...] = ROWS,
    caption: str = "Table 2: Ships in Bergen. All flags.",
) -> Document:
    text = "\n".join("\t".join(row) for row in (header, *rows))
    block = Block(id="t", kind="table", text=text, header=header, rows=rows, caption=caption)
    authors = Metadata(authors=(Person("Ada", "Lindqvist"),))
    return Document(metadata=authors, sections=(Section("s1", "Trade", 1, blocks=(block,)),))


def asked(document: Document, words: str) -> Question | None:
    return next((q for q in generate(document).questions if words in q.stem), None)


def test_the_highest_number_of_a_column_is_asked_for():
    question = asked(table(), "largest")

    assert question is not None
    assert question.stem == (
        "In which of these years was the number of ships largest, according to the table “Ships in Bergen”?"
    )
    assert (question.key, sorted(question.distractors)) == ("1899", ["1897", "1898", "1901"])


def test_where_the_next_value_comes_near_the_lowest_number_is_asked_for_instead():
    rows = (*ROWS[:4], ("1901", "138", "Dutch"))
    question = asked(table(rows=rows), "smallest")

    assert asked(table(rows=rows), "largest") is None
    assert question is not None
    assert (question.key, sorted(question.distractors)) == ("1900", ["1897", "1898", "1901"])


def test_a_column_that_only_rises_is_not_asked_for_its_highest_number():
    rows = tuple((row[0], str(100 + 30 * number), row[2]) for number, row in enumerate(ROWS))

    assert asked(table(rows=rows), "largest") is None


def test_a_caption_says_what_a_column_measures_that_is_headed_total():
    amounts = ("79 million", "104 million", "123 million", "62 million", "53 million", "41 million")
    rows = tuple((str(1897 + n), amount) for n, amount in enumerate(amounts))
    document = table(("Year", "Total, US$"), rows, "Table 1: Remittances from Norway to Peru")
    question = asked(document, "fall most")

    assert question is not None
    assert question.stem == (
        "Between which two consecutive years did remittances from Norway to Peru fall most, according to Lindqvist?"
    )
    assert question.key == "1899 and 1900"
    assert "US$123 million for 1899 and US$62 million for 1900" in question.feedback


def over_time(*values: str) -> Document:
    rows = tuple((str(1890 + number), value) for number, value in enumerate(values))
    return table(("Year", "Total, US$"), rows, "Table 1: Remittances from Norway to Peru")


def test_one_row_of_values_is_asked_about_in_four_ways():
    values = ("610", "840", "1,200", "700", "380", "520", "490")
    document = over_time(*(f"{value} million" for value in values))
    stems = [question.stem.split(" remittances")[0] for question in generate(document, count=10).questions]

    assert sorted(stems) == [
        "Between which two consecutive years did",
        "In which of these years did",
        "In which of these years were",
        "Put these years in order of",
    ]


def test_the_year_in_which_a_round_number_was_passed_is_asked_for():
    document = over_time("710 million", "840 million", "960 million", "1,140 million", "1,290 million", "1,330 million")
    question = asked(document, "first exceed US$1 billion")

    assert question is not None
    assert question.stem == (
        "In which of these years did remittances from Norway to Peru first exceed US$1 billion, according to Lindqvist?"
    )
    assert (question.key, question.distractors) == ("1893", ("1891", "1892", "1894"))
    assert "US$960 million for 1892 and US$1,140 million for 1893" in question.feedback


def test_a_single_fall_is_no_largest_one():
    single = over_time("410", "540", "660", "320", "400", "510")
    two = over_time("410", "540", "660", "320", "400", "390")
    several = over_time("410", "540", "660", "320", "400", "390", "370")

    assert asked(single, "fall, according to") is not None
    assert asked(single, "fall most") is None
    assert asked(two, "fall") is None
    assert asked(several, "fall most") is not None


def test_a_value_next_to_a_round_number_does_not_pass_it():
    document = over_time("710 million", "840 million", "990 million", "1,010 million", "1,090 million", "1,130 million")

    assert asked(document, "US$1 billion") is None


def test_thousands_of_thousands_are_millions():
    rows = tuple((str(1890 + n), value) for n, value in enumerate(("480", "760", "940", "1,130", "1,350", "1,720")))
    document = table(("Year", "Net tonnage (thousand)"), rows)

    assert asked(document, "did net tonnage first exceed 1 million, according to the table") is not None


def test_columns_headed_by_names_take_their_measure_from_the_caption():
    rows = (("Norway", "12", "70"), ("Peru", "31", "22"), ("Chile", "5", "41"), ("Japan", "19", "9"))
    question = asked(
        table(("State", "Inari", "Vättern"), rows, "Table 1: Annual runoff, by state (km³ per year)"), "runoff for"
    )

    assert question is not None
    assert question.stem == (
        "In which of these states is annual runoff for Vättern (in km³ per year) highest,"
        " according to the table “Annual runoff, by state”?"
    )
    assert "70 km³ per year for Norway" in question.feedback


def test_a_part_of_what_the_caption_names_is_told_with_it():
    rows = tuple(
        (str(year), "9", share) for year, share in zip(range(1900, 1904), ("31", "58", "44", "20"), strict=True)
    )
    caption = "Table 4: Lake Inari: average releases by season (km³)"
    question = asked(table(("Year", "Summer", "Winter share (%)"), rows, caption), "winter share")

    assert question is not None
    assert "the winter share of average releases" in question.stem


def test_kinds_of_what_the_caption_measures_are_told_with_it():
    rows = (("Norway", "12", "7"), ("Peru", "44", "11"), ("Chile", "80", "21"), ("Japan", "5", "77"))
    document = table(
        ("Destination", "Grain", "Timber"), rows, "Table 2: Exports of Ostland by destination, 2019 (US$ m)"
    )
    question = asked(document, "grain")

    assert question is not None
    assert question.stem.startswith("For which of these destinations were exports (grain) ")
    assert "US$80 m for Chile" in question.feedback


def test_a_column_of_shares_takes_no_unit_from_the_caption():
    rows = (("Norway", "120", "41"), ("Peru", "84", "29"), ("Chile", "60", "20"), ("Japan", "30", "10"))
    document = table(
        ("Destination", "Grain", "Share (%)"), rows, "Table 2: Exports of Ostland by destination, 2019 (US$ m)"
    )
    question = asked(document, "the share of exports")

    assert question is not None
    assert "41% for Norway" in question.feedback or "10% for Japan" in question.feedback


def test_what_is_handled_is_a_measure():
    rows = (("Kelm", "12", "7"), ("Tarn", "44", "51"), ("Ulm", "80", "91"), ("Varna", "5", "6"))
    document = table(("Port", "2010", "2020"), rows, "Table 1: Cargo handled in the ports of Ostland (million tonnes)")

    assert asked(document, "For which of these ports did cargo handled in the ports of Ostland fall") is not None


def test_a_caption_without_a_quantity_leaves_a_share_untold():
    rows = tuple(
        (str(year), "9", share) for year, share in zip(range(1900, 1904), ("31", "58", "44", "20"), strict=True)
    )

    assert asked(table(("Year", "Summer", "Winter share (%)"), rows, "Table 4: Key indicators"), "winter share") is None


def test_an_order_tells_its_unit():
    rows = (("Norway", "12"), ("Peru", "31"), ("Chile", "5"), ("Japan", "19"), ("Benin", "50"))
    question = asked(table(("State", "Rainfall (mm)"), rows, "Table 1: Rain"), "Put these states")

    assert question is not None
    assert "of rainfall (in mm), from the highest" in question.stem


def test_two_states_in_one_row_are_not_one_country():
    rows = (("Norway", "12"), ("Peru and Chile", "31"), ("Ghana", "5"), ("Japan", "19"), ("Benin", "50"))
    shown = generate(table(("Country", "Loans (US$ m)"), rows, "Table 1: Loans")).questions

    assert shown
    assert not any("Peru and Chile" in str(question.data) for question in shown)


def test_a_fall_in_a_world_war_is_no_question():
    def falls(*years: str) -> Question | None:
        rows = tuple(zip(years, ("410", "540", "120", "320", "400"), strict=True))
        return asked(table(("Year", "Ships"), rows), "fall")

    assert falls("1890", "1895", "1899", "1903", "1907") is not None
    assert falls("1900", "1913", "1917", "1921", "1925") is None


def test_a_column_that_names_a_time_only_measures_nothing():
    rows = tuple((name, row[1], row[1]) for name, row in zip(["A", "B", "C", "D", "E"], ROWS, strict=True))
    document = table(("Holder", "Before the flood", "Ships"), rows, "Table 1: Shares in the line")

    assert asked(document, "flood") is None


def test_the_end_of_a_row_that_nearly_only_rises_is_no_question():
    document = over_time("100", "150", "220", "200", "450", "700", "900")

    assert asked(document, "highest") is None


def test_years_that_follow_their_values_are_not_put_in_order():
    assert asked(over_time("100", "150", "220", "300", "450", "700"), "Put these years in order") is None


def test_a_part_of_the_whole_is_asked_for_where_the_table_gives_the_sum():
    rows = (("Norway", "250"), ("Denmark", "330"), ("Chile", "60"), ("Peru", "140"), ("Sweden", "220"))
    caption = "Table 3: Loans of the Harbour Fund"
    question = asked(table(("Country", "Loans (US$ m)"), (*rows, ("Total", "1,000")), caption), "About what share")

    assert question is not None
    assert question.stem == (
        "About what share of all loans does Norway account for, according to the table “Loans of the Harbour Fund”?"
    )
    assert question.key == "about a quarter"
    assert asked(table(("Country", "Loans (US$ m)"), (*rows, ("Total", "1,400")), caption), "About what share") is None


def test_a_part_of_the_whole_is_told_with_what_the_head_says_of_its_time():
    rows = (("1890–1893 (inner harbour)", "25"), ("1894–1896 (quays)", "33"), ("1897–1899", "9"), ("1900–1902", "33"))
    header, caption = ("Period in which agreed", "Loans (US$ m)"), "Table 3: Loans of the Harbour Fund"
    question = asked(table(header, (*rows, ("Total", "100")), caption), "About what share")

    assert question is not None
    assert question.stem.startswith("About what share of all loans was agreed in ")


def test_cells_of_several_things_or_of_short_forms_are_not_matched():
    rows = (
        ("Quay law", "March 1897"),
        ("FBR; new berths", "May 1898"),
        ("Joint QRN note", "June 1899"),
        ("Pilots, lamps, tolls", "July 1900"),
        ("Sale of the old dock", "August 1901"),
    )
    plain = tuple(
        (name, when)
        for name, (_, when) in zip(
            ["Quay law", "New berths", "Joint note", "Pilot law", "Dock sale"], rows, strict=True
        )
    )

    assert asked(table(("Subject", "Date"), rows), "Match each") is None
    assert asked(table(("Subject", "Date"), plain), "Match each") is not None


def test_where_a_value_grew_most_between_two_years_is_asked_for():
    rows = (("Norway", "210", "265"), ("Denmark", "150", "190"), ("Chile", "60", "140"), ("Peru", "40", "45"))
    document = table(
        ("Country", "1900", "1910"), (*rows, ("Sweden", "120", "160")), "Table 3: Merchant fleets, 1900–1910"
    )
    question = asked(document, "rise most")

    assert question is not None
    assert question.key == "Chile"


def test_words_are_matched_with_their_rows():
    question = next(q for q in generate(table()).questions if q.kind == "matching")

    assert check("matching", question.data) == []
    assert question.stem == "Match each year with its flag, as given in the table “Ships in Bergen”."
    assert "The table gives “Danish” for 1898." in [premise["why"] for premise in question.data["premises"]]


def test_four_rows_of_words_leave_one_over():
    rows = (
        ("Norway", "dues by tonnage"),
        ("Peru", "free entry for whalers"),
        ("Chile", "closure in winter"),
        ("Japan", "pilots for all"),
    )
    (question,) = generate(table(("State", "On the strait"), rows, "Table 1: Positions in the talks")).questions

    assert (
        question.stem == "Match each state with its entry under “On the strait” in the table “Positions in the talks”."
    )
    assert (len(question.data["premises"]), len(question.data["responses"])) == (3, 4)


def test_words_that_fit_several_rows_are_not_matched():
    flags = ("by letter", "by letter, late", "no", "by wire", "by hand")
    rows = tuple((*row[:2], flag) for row, flag in zip(ROWS, flags, strict=True))

    assert {question.kind for question in generate(table(rows=rows)).questions} == {"multiple_choice"}


def test_a_row_with_a_missing_cell_leaves_the_table_alone():
    result = generate(table(rows=(*ROWS[:4], ("1901", "101"))))

    assert result.questions == ()
    assert result.abstained == {"table: merged, missing or too few cells": 1}


def test_a_gap_in_a_column_only_leaves_out_its_row():
    rows = (*ROWS[:4], ("1901", "—", "Dutch"))
    question = asked(table(rows=rows), "largest")

    assert question is not None
    assert sorted(question.distractors) == ["1897", "1898", "1900"]


def test_equal_highest_numbers_have_no_answer():
    rows = (*ROWS[:4], ("1901", "140.0", "Dutch"))
    question = asked(table(rows=rows), "largest")

    assert question is None or "1901" not in question.distractors


def test_a_column_that_adds_up_is_not_compared():
    assert asked(table(("Year", "Cumulative catch", "Flag")), "catch") is None


def test_rows_that_are_dates_are_offered_in_the_order_of_time():
    months = ("March 1897", "December 1898", "July 1899", "May 1900", "April 1901")
    rows = tuple((month, *row[1:]) for month, row in zip(months, ROWS, strict=True))
    question = asked(table(("Month", *HEADER[1:]), rows), "largest")

    assert question is not None
    assert [option["text"][-4:] for option in question.data["options"]] == ["1897", "1898", "1899", "1901"]


def test_years_above_states_are_compared_within_a_year_and_over_time():
    document = table(("Country", "1900", "1910"), STATES, "Table 3: Merchant fleets, 1900–1910 (thousand tonnes)")
    stems = {question.stem: question.key for question in generate(document).questions}

    assert (
        stems["In which of these countries did merchant fleets fall between 1900 and 1910, according to Lindqvist?"]
        == "Chile"
    )


def test_sums_and_remainders_are_no_rows():
    document = table(("Country", "Ships"), tuple(row[:2] for row in (*STATES, ("Total", "910"))))
    shown = {text for q in generate(document).questions for text in (q.key, *q.distractors)}

    assert shown
    assert not shown & {"Other", "Total"}


def test_rows_that_measure_different_things_are_not_compared_with_each_other():
    rows = (
        ("Inflation (%)", "4.0", "12.4", "9.1", "3.3", "2.7"),
        ("Cod catch (tonnes)", "810", "640", "790", "1,060", "1,120"),
        ("Unemployment rate (%)", "5.9", "6.6", "7.2", "6.1", "5.4"),
    )
    document = table(("Indicator", "1901", "1902", "1903", "1904", "1905"), rows, "Table 4: The economy")
    shown = {text for q in generate(document).questions for text in (q.key, *q.distractors)}

    assert shown
    assert all(text[:2] == "19" for text in shown)


def test_a_column_is_held_against_its_counterpart():
    rows = (
        ("1901", "12", "10"),
        ("1902", "13", "11"),
        ("1903", "11", "14"),
        ("1904", "14", "12"),
        ("1905", "18", "13"),
    )
    question = asked(table(("Year", "Exports", "Imports"), rows), "higher than")

    assert question is not None
    assert question.stem.startswith("In which of these years were imports higher than exports")
    assert question.key == "1903"


def test_a_table_of_many_cells_is_read_whole():
    header = (
        "Year",
        *(f"Ships of {name}" for name in ["Bergen", "Oslo", "Narvik", "Bodø", "Tromsø", "Alta", "Moss", "Horten"]),
    )
    rows = tuple(
        (str(year), *(str((year * column) % 97 + 20) for column in range(3, 11))) for year in range(1900, 1930)
    )
    document = table(header, rows)
    most = max(rows, key=lambda row: int(row[1]))
    keys = [q.key for q in generate(document).questions if "Bergen largest" in q.stem]

    assert keys in ([], [most[0]])


def test_events_behind_their_dates_are_what_the_rows_tell_of():
    rows = (
        ("3 March 1899", "Fire at the quay", "12"),
        ("9 May 1899", "Raid on the depot", "31"),
        ("14 June 1900", "Storm in the sound", "7"),
        ("2 July 1901", "Sinking of the ferry", "88"),
        ("5 August 1903", "Strike of the dockers", "19"),
    )
    document = table(("Date", "Event", "Deaths"), rows)

    order = asked(
        document, "Put these events in chronological order, earliest first, as dated in the table “Ships in Bergen”."
    )
    assert order is not None
    texts = {item["id"]: item["text"] for item in order.data["items"]}
    assert [texts[entry] for entry in order.data["order"]] == [rows[n][1] for n in (0, 1, 3, 4)]
    assert "Fire at the quay (3 March 1899)" in order.feedback
    question = asked(document, "For which of these events was the number of deaths largest")
    assert question is not None
    assert question.key == "Sinking of the ferry"


def test_the_sentence_before_a_table_stands_for_its_caption():
    text = "\n".join("\t".join(row) for row in (HEADER, *ROWS))
    before = Block(id="p", kind="paragraph", text="The table below shows the ships that called at Bergen, by flag.")
    block = Block(id="t", kind="table", text=text, header=HEADER, rows=ROWS)
    document = Document(sections=(Section("s1", "Trade", 1, blocks=(before, block)),))
    question = asked(document, "largest")

    assert question is not None
    assert "according to the table “ships" in question.stem


def test_a_table_without_a_caption_measures_nothing_in_particular():
    assert asked(table(caption=""), "largest") is None


def test_shares_of_what_is_counted_are_called_shares():
    rows = tuple(
        (name, f"{number}%")
        for name, number in zip(["Norway", "Denmark", "Chile", "Peru", "Sweden"], (70, 61, 40, 22, 55), strict=True)
    )
    stem = "In which of these countries was the share of children attending school"

    assert asked(table(("Country", "1900"), rows, "Table 1: Children attending school"), stem)
    assert asked(table(("Country", "Children attending school"), rows, "Table 1: Schools of the world, 1900"), stem)


def test_rough_values_are_compared_when_they_lie_well_apart():
    rows = (
        ("Cod", "about 900"),
        ("Ling", "500–600"),
        ("Hake", "300"),
        ("Saithe", "about 640"),
        ("Brill", "40 or less"),
    )
    near = (*rows[:3], ("Saithe", "about 840"), rows[4])
    asks = ("Fish", "Catch (tonnes)"), "Table 1: Catches in Norway"
    question = asked(table(asks[0], rows, asks[1]), "largest")

    assert question is not None
    assert question.key == "Cod"
    assert asked(table(asks[0], near, asks[1]), "largest") is None


def test_a_name_is_no_sum_because_it_speaks_of_the_world():
    rows = (
        ("Norway", "12", "1"),
        ("World Bank", "44", "2"),
        ("Harbour Fund", "31", "3"),
        ("Peru", "20", "4"),
        ("World", "107", "10"),
    )
    shown = {
        text for q in generate(table(("Donor", "Loans", "Ships"), rows)).questions for text in (q.key, *q.distractors)
    }

    assert "World Bank" in shown
    assert "World" not in shown


def test_what_is_measured_is_put_in_words():
    def small(text: str) -> str:
        return text if text[:3].isupper() else text[:1].lower() + text[1:]

    expected = {
        "Exports, US$ bn": "exports",
        "Unemployment rate (%)": "the unemployment rate",
        "Ships": "the number of ships",
        "GDP growth (%)": "GDP growth",
        "Share of region (%)": "the share of the region",
        "Public debt (% of GDP)": "public debt as a share of GDP",
        "Seats won": "the number of seats won",
        "Active personnel": "the number of active personnel",
        "Gas Exports": "gas exports",
        "In favour": None,
        "Signed": None,
        "Total": None,
    }

    assert {head: found.words if (found := measure(head, small)) else None for head in expected} == expected


def test_numbers_take_their_unit_where_they_need_it():
    assert counted("1,049 million", "US$") == "US$1,049 million"
    assert counted("12.4", "US$ bn") == "US$12.4 bn"
    assert counted("31.2", "%") == "31.2%"
    assert counted("4.9 bcm", "bcm") == "4.9 bcm"


def test_nouns_are_put_in_the_plural():
    assert [plural_of(word) for word in ("country", "member state", "port", "class", "years")] == [
        "countries", "member states", "ports", "classes", "years",
    ]  # fmt: skip


OLD_ROWS = (
    ("Norway ..........", "39,500", "20,000", "2000"),
    ("The United Kingdom ..", "50,000", "13,000", "1000"),
    ("Denmark", "32,000", "11,600", "1460"),
    ("Chile", "23,400", "16,500", "2140"),
    ("Peru", "11,100", "8,000", "800"),
    ("Sweden . .", "9,100", "6,000", "600"),
)
OLD_HEADER = ("", "Railways Miles", "Wealth Millions of £", "Debt in Pounds")


def of_old_book(*tables: tuple[tuple[str, ...], tuple[tuple[str, ...], ...], str]) -> Document:
    prose = "The tables in the book show what the wealth and the debt of the lines were, and the clerk of the port kept them."
    blocks = [Block(id="p", kind="paragraph", text=prose)]
    for number, (header, rows, above) in enumerate(tables):
        text = "\n".join("\t".join(row) for row in (header, *rows))
        blocks.append(Block(id=f"p{number}", kind="paragraph", text=above))
        blocks.append(Block(id=f"t{number}", kind="table", text=text, header=header, rows=rows))
    metadata = Metadata(authors=(Person("Ada", "Lindqvist"),), year=1912)
    return Document(metadata=metadata, sections=(Section("s1", "The Lines.", 1, blocks=tuple(blocks)),))


def test_a_table_of_an_old_book_is_read_without_its_dots_and_told_in_the_past_with_its_units():
    rows = tuple((name, wealth) for name, _, wealth, _ in OLD_ROWS)
    above = "Comparative Table Showing Wealth of Different Countries."
    made = generate(of_old_book((("", "Wealth Millions of £"), rows, above)), count=10).questions
    stems = {question.stem for question in made}
    told = ", according to the table “Wealth of Different Countries”, published in 1912."

    assert stems == {
        f"Put these countries in order of wealth (in millions of pounds), from the highest to the lowest{told}"
    }
    assert not any(".." in str(question.data["items"][0]["text"]) for question in made)


def test_what_a_table_measures_per_head_is_asked_for_per_head():
    rows = tuple((name, debt) for name, _, _, debt in OLD_ROWS)
    document = of_old_book((("", "Debt in Pounds"), rows, "Per Capita Debt and Income."))

    assert asked(document, "was debt per head highest") is not None


def test_tables_that_cannot_be_told_apart_and_rows_of_several_years_are_left_alone():
    other = tuple((name, *reversed(cells)) for name, *cells in OLD_ROWS)
    dated = tuple((f"{1910 + number} {row[0]}", *row[1:]) for number, row in enumerate(OLD_ROWS))
    above = "Debts of the Northern Lines."

    assert not generate(of_old_book((OLD_HEADER, OLD_ROWS, above), (OLD_HEADER, other, above))).questions
    assert not generate(of_old_book((OLD_HEADER, dated, above))).questions
    assert not generate(
        of_old_book((OLD_HEADER, OLD_ROWS, "The ports may be compared as follows, says the clerk:"))
    ).questions


def test_a_running_sentence_or_the_mark_of_a_note_names_no_place():
    def place(title: str) -> str:
        section = Section("s1", title, 1, blocks=(Block(id="p", kind="paragraph", text="The pilots rest."),))
        return printed("s1", 4, Source(Document(sections=(section,)), 0))

    assert place("The Lines.") == "“The Lines”, paragraph 4"
    assert place("It was then that the port signed its order on tolls.[24]") == "paragraph 4"
    assert place("It was at last in the spring that the port of Bergen signed its order.") == "paragraph 4"
