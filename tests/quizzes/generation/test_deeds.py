"""Who did what: the one who did it stands among others who might have, and nothing but the text tells which."""

from __future__ import annotations

from quizzes.generation import Question
from quizzes.generation.facts.deed import problem
from quizzes.generation.items.deeds import SHORT
from quizzes.generation.names.acting import told, with_year
from quizzes.generation.names.rivals import did_the_like
from quizzes.generation.ranking import in_reserve, rank
from quizzes.generation.text.reasons import whole
from quizzes.generation.text.source import Source

from .test_items import made
from .texts import document

CAST = (
    "Ingrid Solheim, a lawyer from Bergen, bought the Lofoten Herald in 1902.",
    "The Andean Fund was founded in 1911 by Pablo Vargas, a lawyer from Lima. Vargas lent the town a sum without interest.",
    "Marta Ortega, a lawyer who never married, closed the School of Callao in 1925.",
    "Chidi Okafor, a lawyer from Lagos, sank the Queen Ranavalona in 1931.",
    "The archives were kept by Elena Ruiz, a lawyer from Lima, and by Luis Ibarra, a lawyer from Quito.",
    "Nobody thanked Ruiz, Ibarra, Ortega or Okafor. Nobody thanked Solheim. They had all met before.",
)


def asked(*paragraphs: str) -> dict[str, set[str]]:
    """For each right answer of a choice of the first tier the others."""
    return {q.key: set(q.distractors) for q in choices(*paragraphs) if not in_reserve(q)}


def reserved(*paragraphs: str) -> dict[str, set[str]]:
    """The same for the choices of the reserve."""
    return {q.key: set(q.distractors) for q in choices(*paragraphs) if in_reserve(q)}


def choices(*paragraphs: str) -> list[Question]:
    return [q for q in made("deeds", *paragraphs) if q.kind == "multiple_choice"]


def test_the_others_are_persons_of_the_same_text():
    question = next(q for q in made("deeds", *CAST) if q.key == "Ingrid Solheim")

    assert question.stem == "Who, according to Lindqvist, bought the Lofoten Herald in 1902?"
    assert len(question.distractors) == 3


def test_a_passive_is_asked_for_as_a_deed():
    stems = {q.key: q.stem for q in made("deeds", *CAST)}

    assert stems["Pablo Vargas"] == "Who, according to Lindqvist, founded the Andean Fund in 1911?"


def test_a_wrong_name_is_explained_by_its_own_deed():
    question = next(q for q in made("deeds", *CAST) if "Pablo Vargas" in q.distractors)
    why = {option["text"]: option["why"] for option in question.data["options"]}

    assert why["Pablo Vargas"] == "Pablo Vargas founded the Andean Fund in 1911 (“The text”, paragraph 2)."


def test_of_whom_no_deed_is_told_the_nearest_words_explain_the_wrong_name():
    row = "The bank was owned by the lawyers Pablo Vargas, Luis Ibarra and Elena Ruiz."
    texts = (row, CAST[5], CAST[0] + " Nobody there knew Elena Ruiz (152, 153).")
    question = next(iter(made("deeds", *texts)))
    why = {option["text"]: option["why"] for option in question.data["options"]}

    assert (
        why["Elena Ruiz"] == "Lindqvist says of Elena Ruiz: “Nobody there knew Elena Ruiz.” (“The text”, paragraph 3)."
    )


def test_whom_another_passage_ties_to_the_deed_is_no_wrong_answer():
    told = asked(*CAST, "It was later said that Ruiz had bought the Lofoten Herald in 1902.")

    assert "Elena Ruiz" not in told["Ingrid Solheim"]


def test_deeds_are_matched_with_persons_of_whom_two_did_something_else():
    question = next(q for q in made("deeds", *CAST) if q.kind == "matching")

    assert question.stem == "Match each action with the person who, according to Lindqvist, took it."
    assert (len(question.data["premises"]), len(question.data["responses"])) == (4, 6)
    assert question.level == "apply"
    assert question.data["premises"][0]["why"].startswith("“The text”, paragraph ")
    assert "bought the Lofoten Herald in 1902 – Ingrid Solheim (“The text”, paragraph 1)" in question.feedback


def test_a_deed_that_fits_many_is_not_asked_for():
    assert "Ingrid Solheim" not in asked(
        CAST[0].replace("the Lofoten Herald in 1902", "many large and small fishing boats every winter"), *CAST[1:]
    )


def test_a_deed_that_names_its_actor_is_not_asked_for():
    assert "Ingrid Solheim" not in asked(CAST[0].replace("Lofoten Herald", "Solheim Herald"), *CAST[1:])


def test_a_president_does_not_stand_among_people_nobody_knows():
    told = asked(
        CAST[0].replace("Ingrid", "Norwegian President Ingrid").replace(", a lawyer from Bergen, bought", " praised"),
        *CAST[1:],
    )

    assert "Ingrid Solheim" not in told
    assert all("Ingrid Solheim" not in others for others in told.values())


SALES = (
    "Norway sold its trawlers to the bank. Denmark sold its trawlers to the bank. Peru sold its trawlers to the bank. "
)


def test_a_state_is_asked_for_among_those_that_act_in_the_same_paragraph():
    deed = "Norway built 14 quays at Bergen in 1902."

    assert asked(SALES + deed) == {"Norway": {"Denmark", "Peru"}}
    assert asked(SALES, deed) == {}


def test_a_great_power_stands_among_small_states_only_in_the_reserve():
    text = SALES + "Russia built 14 quays at Bergen in 1902."

    assert asked(text) == {}
    assert reserved(text) == {"Russia": {"Norway", "Denmark", "Peru"}}


def test_whose_land_everybody_knows_asks_for_the_state_only_in_the_reserve():
    text = SALES + "Denmark built 14 quays in Greenland in 1902."

    assert asked(text) == {}
    assert reserved(text) == {"Denmark": {"Norway", "Peru"}}


def test_three_states_of_other_paragraphs_of_the_section_are_enough_where_no_other_state_is_told_of():
    sales = f"{SALES} Chile sold its trawlers to the bank."

    assert asked(sales, "Norway built 14 quays at Bergen in 1902.") == {"Norway": {"Denmark", "Peru", "Chile"}}
    assert asked(sales, "Norway built 14 quays for Danish trawlers in 1902.") == {}


def test_states_of_other_paragraphs_serve_a_question_of_the_reserve():
    deed = "Norway built 14 quays at Bergen for Danish trawlers in 1902."

    assert reserved(f"{SALES} Chile sold its trawlers to the bank. Iceland sold its trawlers too.", deed) == {
        "Norway": {"Peru", "Chile", "Iceland"}
    }


def test_who_stands_with_years_of_another_century_only_is_no_wrong_name():
    told = asked(*CAST[:4], CAST[4].replace("Elena Ruiz", "Elena Ruiz in 1790"), CAST[5])

    assert "Elena Ruiz" not in told["Ingrid Solheim"]


def test_a_president_in_the_deed_shows_the_state():
    text = SALES + "Norway built 14 quays at Bergen for President Vargas in 1902."

    assert asked(text) == reserved(text) == {}


def test_half_of_a_long_name_of_what_acts_is_not_asked_for():
    text = SALES + "Norway's experience with inter-allied herring debts continued to trouble the Bergen Bank in 1902."

    assert asked(text) == reserved(text) == {}


def test_a_month_alone_does_not_single_out_a_deed():
    text = SALES + "Norway began to build again in July."

    assert asked(text) == reserved(text) == {}


def test_others_of_another_trade_stand_beside_an_actor_only_in_the_reserve():
    texts = (CAST[0].replace("a lawyer", "a former minister"), *CAST[1:])

    assert "Ingrid Solheim" not in asked(*texts)
    assert "Ingrid Solheim" in reserved(*texts)


def test_who_presides_over_a_company_stands_among_people_nobody_knows():
    def others(office: str) -> set[str]:
        question = next(iter(choices(CAST[0], f"It was {office} Elena Ruiz who kept the archives.", *CAST[1:])))
        return {*question.distractors, *(option["text"] for option in question.data["alternatives"])}

    assert "Elena Ruiz" in others("the bank's president")
    assert "Elena Ruiz" not in others("the president")


def test_an_ousted_president_may_found_what_others_found():
    ousted = CAST[0].replace("Ingrid Solheim, a lawyer from Bergen,", "Ingrid Solheim")
    texts = (ousted, "They had met the former Norwegian President Ingrid Solheim.", *CAST[1:])

    assert "Ingrid Solheim" in asked(*texts)
    assert "Ingrid Solheim" not in asked(*(text.replace("former ", "") for text in texts))["Pablo Vargas"]


def test_a_short_form_that_the_text_uses_stands_behind_the_name():
    fund = CAST[1].replace("Andean Fund", "Andean Harbour Fund (AHF)")
    stems = {q.key: q.stem for q in made("deeds", CAST[0], fund, *CAST[2:], "Nobody at the AHF knew of it.")}

    assert stems["Pablo Vargas"] == "Who, according to Lindqvist, founded the Andean Harbour Fund (AHF) in 1911?"


def test_whom_everybody_knows_is_asked_for_in_the_reserve_and_is_no_wrong_name():
    texts = [text.replace("Pablo Vargas", "Henry Kissinger").replace("Vargas", "Kissinger") for text in CAST]
    told = asked(*texts)

    assert "Henry Kissinger" not in told
    assert "Henry Kissinger" in reserved(*texts)
    assert all("Henry Kissinger" not in others for others in told.values())


def test_how_a_career_ended_is_asked_for_only_in_the_reserve():
    deed = "Ingrid Solheim, a lawyer from Bergen, was found dead in the Lofoten Herald in 1902."

    assert "Ingrid Solheim" not in asked(deed, *CAST[1:])
    assert "Ingrid Solheim" in reserved(deed, *CAST[1:])
    assert sorted(choices(deed, *CAST[1:]), key=rank)[-1].key == "Ingrid Solheim"


def test_a_deed_whose_year_the_question_has_lost_is_not_asked_for():
    deed = (
        "Ingrid Solheim, a lawyer from Bergen, rented the Lofoten Herald and its old printing houses between Bergen and Narvik, "
        "including a house in Oslo, for five years up to June 1902."
    )

    assert "Ingrid Solheim" in asked(deed.replace("up to June 1902", "in a row"), *CAST[1:])
    assert "Ingrid Solheim" not in asked(deed, *CAST[1:])


def test_the_country_of_an_election_stands_in_the_question():
    deed = (
        "Ingrid Solheim, a lawyer from Bergen, lost the 1902 parliamentary election to a captain of the Lofoten Herald."
    )
    question = next(
        q
        for q in made("deeds", deed, "Nobody liked the Norwegian minister Ingrid Solheim.", *CAST[1:])
        if q.key == "Ingrid Solheim"
    )

    assert "lost Norway’s 1902 parliamentary election" in question.stem


def test_a_president_is_not_sought_among_those_who_hold_no_office():
    deed = (
        "Ingrid Solheim, a lawyer from Bergen, lost the 1902 presidential election to a captain of the Lofoten Herald."
    )

    assert "Ingrid Solheim" not in asked(deed, "Nobody liked the Norwegian minister Ingrid Solheim.", *CAST[1:])


def test_a_view_is_asked_for_as_what_somebody_held():
    text = "Ingrid Solheim, a lawyer from Bergen, subscribed to the notion that herring from Lofoten would pay for the Lima railway in 1902."
    question = next(q for q in made("deeds", text, *CAST[1:]) if q.key == "Ingrid Solheim")

    assert question.stem.startswith("Who, according to Lindqvist, held that herring from Lofoten")


def test_a_surname_in_a_deed_is_told_in_full():
    deed = "Ingrid Solheim, a lawyer from Bergen, sold Vargas the Lofoten Herald in 1902."
    question = next(q for q in made("deeds", deed, *CAST[1:]) if q.key == "Ingrid Solheim")

    assert "sold Pablo Vargas the Lofoten Herald" in question.stem


def test_a_ministry_of_one_of_several_states_is_not_asked_for():
    texts = ("The Fisheries Board met.", "The Harbour Board met.", "The Railway Board met.", "The Customs Board met.")
    told = asked(*texts, "The Fisheries Board closed 14 quays of Bergen in 1902.")

    assert told == {"Fisheries Board": {"Harbour Board", "Railway Board", "Customs Board"}}
    assert asked(*texts, "Norway's Fisheries Board closed 14 quays of Bergen in 1902.") == {}


def test_companies_stand_among_companies():
    texts = tuple(
        f"We saw {name} there." for name in ("Borneo Motors", "Fjord Motors", "Quito Airlines", "the Harbour Union")
    )
    question = next(
        iter(
            made(
                "deeds", *texts, "Nobody knew that. The bank fell, and Andean Motors bought the Lofoten Herald in 1902."
            )
        )
    )

    assert question.stem == "Which company, according to Lindqvist, bought the Lofoten Herald in 1902?"
    assert set(question.distractors) == {"Borneo Motors", "Fjord Motors", "Quito Airlines"}


def test_persons_in_a_row_are_persons_too():
    told = asked(CAST[0], CAST[5], "The bank was owned by the lawyers Pablo Vargas, Luis Ibarra and Elena Ruiz.")

    assert told == {"Ingrid Solheim": {"Pablo Vargas", "Luis Ibarra", "Elena Ruiz"}}


def test_what_is_no_name_of_a_person_does_not_stand_among_persons():
    crowd = "The book was owned by the lawyers Motor Millions, Land Fever and Luis Ibarra."
    told = asked(CAST[0], CAST[5], crowd, "There was no motor on that land.")

    assert "Motor Millions" in asked(CAST[0], CAST[5], crowd)["Ingrid Solheim"]
    assert told == {}


def test_a_wife_does_not_stand_among_those_who_act():
    row = "The Herald praised the lawyers Paz Aldana, Luis Ibarra and Elena Ruiz."
    texts = (*CAST[:1], row, "Nobody thanked Ibarra or Ruiz.")

    assert "Paz Aldana" in asked(*texts)["Ingrid Solheim"]
    assert asked(*texts, "Ibarra sent his wife Paz Aldana to Quito.")["Ingrid Solheim"] == {"Luis Ibarra", "Elena Ruiz"}


def test_what_is_asked_for_as_a_claim_is_no_deed():
    claim = "Ingrid Solheim, a lawyer from Bergen, opposed the sale of the Lofoten Herald to a bank from Lima in 1902."

    assert "Ingrid Solheim" not in {q.key for q in choices(claim, *CAST[1:])}


def test_a_place_that_the_text_names_with_one_state_shows_the_state():
    deed = "Norway built 14 quays at Svolvær in 1902."
    home = "Norway fished at Svolvær. The Norwegian fleet lay at Svolvær. Svolvær fed Norway."

    assert asked(SALES + deed) == {"Norway": {"Denmark", "Peru"}}
    assert asked(SALES + deed, home) == {}


def test_what_is_told_by_the_way_needs_a_name_or_a_number():
    told = "Nobody in Bergen thanked Ingrid Solheim, who had asked some sensible questions and then given her answer to the lawyers."

    assert "Ingrid Solheim" not in {q.key for q in choices(told, *CAST[1:])}


def test_a_lord_and_a_pasha_are_shown_with_their_rank():
    lord = "Lord Wivelund bought the Lofoten Herald in 1902."
    pasha = "Aldan Pasha, a lawyer from Izmir, founded the Andean Fund in 1911. Nobody thanked Aldan."
    shown = {q.key for q in choices(lord, pasha, *CAST[2:], "Nobody thanked Lord Wivelund.")}

    assert {"Lord Wivelund", "Aldan Pasha"} <= shown


def test_a_short_form_without_an_article_is_spelled_out():
    fund = "The Andean Harbour Fund (AHF) lent the town a sum."
    deed = CAST[0].replace("bought the Lofoten Herald", "raised the share of AHF in the Lofoten Herald")
    made_in_full = next(q for q in choices(deed, fund, *CAST[1:]) if q.key == "Ingrid Solheim")

    assert "the share of" in made_in_full.stem
    assert "Andean Harbour Fund (AHF) in the Lofoten Herald" in made_in_full.stem


def test_a_year_told_besides_the_deed_is_not_lost():
    deed = "Ingrid Solheim, a lawyer from Bergen, bought the Lofoten Herald, which by 1902 had moved to Oslo."

    assert "Ingrid Solheim" in asked(deed, *CAST[1:])


def test_the_years_of_a_term_would_show_who_held_it():
    deed = "Ingrid Solheim, a lawyer from Bergen, bought the Lofoten Herald during her second term (1902–04)."
    question = next(q for q in made("deeds", deed, *CAST[1:]) if q.key == "Ingrid Solheim")

    assert "during her second term?" in question.stem


def test_only_a_whole_sentence_is_a_reason():
    assert whole("Elena Ruiz kept the archives of Lima.")
    assert not whole("As Elena Ruiz described it,")
    assert not whole("She kept the archives of Lima with Elena Ruiz.")
    assert not whole("In 1902, they sold the archives to Elena Ruiz.")


def test_of_whom_nothing_can_be_shown_is_no_wrong_name():
    row = "The bank was owned by the lawyers Pablo Vargas, Luis Ibarra and Elena Ruiz."
    bare = "As the lawyers Marta Ortega and Chidi Okafor put it:"

    assert asked(CAST[0], row, bare) == {"Ingrid Solheim": {"Pablo Vargas", "Luis Ibarra", "Elena Ruiz"}}


def test_troops_are_sent_by_rulers():
    sultan = "Okello, the Sultan of Lofa, sent ten thousand troops to Callao in 1904."

    assert "Okello" not in asked(*CAST, sultan)


def test_a_scene_is_asked_for_only_in_the_reserve():
    scene = "Ingrid Solheim, a lawyer from Bergen, {} the Lofoten Herald with a bundle of papers in 1902."

    assert "Ingrid Solheim" in asked(scene.format("bought"), *CAST[1:])
    assert "Ingrid Solheim" not in asked(scene.format("came back to"), *CAST[1:])


def test_shares_need_what_they_are_shares_of():
    deed = "Ingrid Solheim, a lawyer from Bergen, bought 14 shares {}in 1902."

    assert "Ingrid Solheim" in asked(deed.format("of the Lofoten Herald "), *CAST[1:])
    assert "Ingrid Solheim" not in asked(deed.format(""), *CAST[1:])


def test_who_set_up_what_a_long_text_names_once_is_asked_for_only_in_the_reserve():
    again = ("The Andean Fund lent to Ruiz. Vargas, Ibarra and Ortega were on its board.", "The Andean Fund closed.")
    more = ("It rained on Callao.",) * SHORT

    assert "Pablo Vargas" not in asked(*CAST, *more)
    assert "Pablo Vargas" in asked(*CAST, *more, *again)


def test_a_brief_clause_of_a_list_of_dates_is_asked_for_only_in_the_reserve():
    deed = "Norway built 14 quays at Bergen in 1902."
    dates = " The bank moved in 1903, in 1904, in 1905, in 1906 and in 1907."

    assert asked(SALES + deed) == {"Norway": {"Denmark", "Peru"}}
    assert not asked(SALES + deed + dates)


def test_what_a_text_calls_by_its_state_shows_the_state():
    deed = "Norway built 14 quays at Bodin in 1902."

    assert "Norway" in asked(SALES + deed)
    assert "Norway" not in asked(SALES + deed, "Nobody sailed to Norway’s Bodin.")


def test_who_was_dead_by_then_is_no_wrong_name():
    def others(*more: str) -> set[str]:
        question = next(q for q in choices(*CAST, *more) if q.key == "Chidi Okafor")
        return {*question.distractors, *(option["text"] for option in question.data["alternatives"])}

    assert "Pablo Vargas" in others()
    assert "Pablo Vargas" not in others("Vargas died in 1913.")


def test_a_date_stands_in_the_main_clause():
    assert told("expelled the pilots, most of whom had kept the harbour", "In 1902, ") == (
        "expelled the pilots in 1902, most of whom had kept the harbour"
    )
    assert told("bought the Lofoten Herald from Vargas", "In 1902, ") == "bought the Lofoten Herald from Vargas in 1902"


def test_an_aside_does_not_cost_what_somebody_was_told():
    assert told("told Elena Ruiz in Lima, with the flags out, that the port must close", "In May 1902 ") == (
        "told Elena Ruiz in Lima in May 1902 that the port must close"
    )


def test_a_second_clause_about_somebody_else_is_cut_off():
    assert told("had come back to the harbour office and Solheim had died", "") == "came back to the harbour office"
    assert (
        told("wrote that Vargas was ill and Solheim had died", "") == "wrote that Vargas was ill and Solheim had died"
    )


def test_somebody_who_is_told_nothing_makes_no_deed():
    source = Source(document("Ingrid Solheim told Elena Ruiz in Lima."), 0)

    assert problem("told Elena Ruiz in Lima in August 1902", source) == "cut"
    assert problem("told Elena Ruiz in Lima that the Andean Fund was closed", source) != "cut"


def test_a_month_has_the_only_year_of_its_paragraph():
    paragraph = "The harbour froze in 1902. Solheim sold the ships in May."

    assert with_year("sold the ships in May", paragraph) == "sold the ships in May 1902"
    assert with_year("sold the ships in May 1903", paragraph) == "sold the ships in May 1903"
    assert with_year("sold the ships in May", f"{paragraph} By 1904 it had thawed.") is None
    assert (
        with_year("sold the ships in May", "The Harbour Act of 1902 was forgotten. Solheim sold the ships in May.")
        is None
    )
    assert with_year("sold the ships", "") == "sold the ships"


def test_who_did_the_like_in_other_words_is_no_wrong_name():
    deed = "dismissed Herald sympathizers in 1902"

    assert did_the_like("Marta Ortega", deed, ["Ortega was elected. She fired those sympathetic to the Echo."])
    assert not did_the_like("Marta Ortega", deed, ["Ortega was elected. She praised those sympathetic to the Echo."])
    assert not did_the_like("Marta Ortega", deed, ["Vargas fired those sympathetic to the Echo."])
