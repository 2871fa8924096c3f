"""Claims: who is asked for, which claims are asked for, and who or what may not stand among the wrong options."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quizzes.generation import Question
from quizzes.generation.facts import claim
from quizzes.generation.items import claims
from quizzes.generation.names.reports import plural, singular
from quizzes.generation.ranking import in_reserve
from quizzes.generation.store import Store
from quizzes.generation.text.reasons import whole
from quizzes.generation.text.source import sources
from quizzes.kinds import check

from .texts import document

SOLHEIM = "Ingrid Solheim argues that cheap coal did more for the harbour of Bergen than any treaty of King Haakon."
VARGAS = (
    "Pablo Vargas warns that the miners of Iquique could leave their copper works for the nitrate fields of Tarapacá."
)
OKAFOR = "Chidi Okafor suggests that the lighthouse keepers of Chiloé were paid too little to stay awake."
DAHL = "Astrid Dahl maintains that bankers in Lisbon understood the price of herring better than any fisherman did."
ORTEGA = "Luis Ortega claims that frozen anchovies fed the armies of Peru through two hard winters."


def made(*paragraphs: str) -> list[Question]:
    """The questions of the first tier."""
    return [question for question in with_reserve(*paragraphs) if not in_reserve(question)]


def with_reserve(*paragraphs: str) -> list[Question]:
    read = sources([document(*paragraphs)])
    return list(claims.items(Store(read, list(claim.find(read[0], Counter())))))


def asking(opening: str, *paragraphs: str) -> list[Question]:
    return [question for question in made(*paragraphs) if question.stem.startswith(opening)]


def why(question: Question, option: str) -> str:
    return next(str(row["why"]) for row in question.data["options"] if row["text"] == option)


def test_a_person_is_asked_for_by_what_the_person_claims():
    stems = {question.key: question.stem for question in asking("Who, according to", SOLHEIM, VARGAS, OKAFOR)}

    assert stems["Ingrid Solheim"].startswith("Who, according to Lindqvist, argues that cheap coal did more")
    assert "warns that the miners" in stems["Pablo Vargas"]


def test_wrong_names_are_others_who_claim_something_and_are_told_with_the_place():
    for question in asking("Who,", SOLHEIM, VARGAS, OKAFOR, "Edvard Strand sold coal to Edvard Berg in Bergen."):
        assert set(question.distractors) <= {"Ingrid Solheim", "Pablo Vargas", "Chidi Okafor"}
        if "Pablo Vargas" in question.distractors:
            assert "warns that the miners" in why(question, "Pablo Vargas")
            assert "paragraph 2" in why(question, "Pablo Vargas")


def test_somebody_who_says_the_same_elsewhere_is_no_wrong_name():
    too = "Pablo Vargas too has written of the harbour of Bergen, and how much more cheap coal did than any treaty of kings."

    assert all(
        "Pablo Vargas" not in q.distractors
        for q in asking("Who,", SOLHEIM, VARGAS, OKAFOR, DAHL, too)
        if q.key == "Ingrid Solheim"
    )


def test_somebody_who_agrees_in_the_next_sentence_is_no_wrong_name():
    agreed = f"{SOLHEIM} Vargas and Dahl share that view."

    asked = next(q for q in asking("Who,", agreed, VARGAS, OKAFOR, DAHL, ORTEGA) if q.key == "Ingrid Solheim")

    assert set(asked.distractors) == {"Chidi Okafor", "Luis Ortega"}


LONG = (
    "Ingrid Solheim argues that merchants from Lisbon, Porto and Cadiz feared the cheap coal of Newcastle far more than "
    "any tax on herring or any fever in the swamps of Guayaquil."
)
"""Too long for a question that asks who says so."""
OF_LISBON = (
    "Pablo Vargas warns that miners from Iquique, Pisagua and Taltal could leave their copper works for the nitrate fields "
    "of Tarapacá and never again return to any village of Atacama.",
    "Chidi Okafor suggests that lighthouse keepers on Chiloé and on Tierra del Fuego were paid too little to stay awake in "
    "winter nights that were colder than those of Greenland.",
    "Astrid Dahl maintains that bankers in Lisbon, Antwerp and Genoa understood the price of herring better than any fisherman "
    "from Bergen who owned three nets and two boats.",
)


def test_a_long_claim_is_asked_for_among_the_claims_of_others():
    question = next(q for q in asking("According to", LONG, *OF_LISBON) if q.stem.endswith("Ingrid Solheim ____"))

    assert question.key.startswith("argues that merchants from Lisbon")
    assert len(question.distractors) == 3
    assert {fact.source for fact in question.used} == {"Pablo Vargas", "Chidi Okafor", "Astrid Dahl"}


def test_a_claim_is_asked_in_one_direction_only():
    told = [fact.subject for q in made(LONG, *OF_LISBON, VARGAS, ORTEGA) for fact in q.facts]

    assert len(told) == len(set(told)) >= 4


def test_wrong_names_stand_in_the_same_part_where_it_has_enough():
    first, second = (document(*told, title=title) for title, told in PARTS.items())
    blocks = tuple(replace(block, id=f"c{block.id}") for block in second.sections[0].blocks)
    two = replace(first, sections=(*first.sections, replace(second.sections[0], id="s2", blocks=blocks)))
    read = sources([two])

    asked = {q.key: q for q in claims.items(Store(read, list(claim.find(read[0], Counter())))) if "Who," in q.stem}

    assert {"Pablo Vargas", "Chidi Okafor"} <= set(asked["Ingrid Solheim"].distractors)


PARTS = {
    "Of coal": (SOLHEIM, VARGAS, OKAFOR),
    "Of fish": (DAHL, ORTEGA),
}


def test_two_claims_of_one_person_do_not_stand_in_one_question():
    again = LONG.replace("cheap coal of Newcastle", "red wine of Madeira")

    for question in asking("According to", LONG, *OF_LISBON, again):
        if question.stem.endswith("Ingrid Solheim ____"):
            assert {fact.source for fact in question.used} <= {"Pablo Vargas", "Chidi Okafor", "Astrid Dahl"}


def test_behind_two_names_the_verbs_of_all_options_are_plural():
    pairs = [
        text.replace(name, f"{name} and {other}").replace(f" {verb}", f" {verb.removesuffix('s')}", 1)
        for text, name, other, verb in zip(
            (LONG, *OF_LISBON),
            ("Ingrid Solheim", "Pablo Vargas", "Chidi Okafor", "Astrid Dahl"),
            ("Nils Haugland", "Elena Ruiz", "Ngozi Bello", "Lars Munk"),
            ("argues", "warns", "suggests", "maintains"),
            strict=True,
        )
    ]

    question = next(q for q in asking("According to", *pairs) if "Nils Haugland ____" in q.stem)

    assert {question.key.split()[0], *(text.split()[0] for text in question.distractors)} == {
        "argue", "warn", "suggest", "maintain",
    }  # fmt: skip


def test_a_pair_does_not_stand_among_single_names():
    both = VARGAS.replace("Pablo Vargas warns", "Pablo Vargas and Nils Haugland warn")

    for question in asking("Who,", SOLHEIM, both, OKAFOR, DAHL, ORTEGA):
        assert not any(" and " in text for text in (question.key, *question.distractors))


def test_verbs_change_their_number_both_ways():
    forms = {"argue": "argues", "stress": "stresses", "deny": "denies", "say": "says", "warned": "warned"}

    assert {verb: singular(verb) for verb in forms} == forms
    assert {plural(f"{form} it"): f"{verb} it" for verb, form in forms.items()} == {
        f"{verb} it": f"{verb} it" for verb in forms
    }
    assert plural("has argued it") == "have argued it"


MORE = (
    "Elena Ruiz predicts that the fleets of Cadiz will be sold for scrap before any king repairs them.",
    "Lars Munk insists that whalers from New Bedford taught the people of Nuuk to drink bitter tea.",
    "Ngozi Bello believes that palm oil from Calabar lit more streets in Liverpool than gas ever did.",
    "Tomas Novak claims that Bohemian glass reached the palaces of Siam on the backs of elephants.",
    "Amina Diallo suggests that salt from Taoudenni was worth as much as gold in old Timbuktu.",
    "Jorge Lima maintains that rubber from Manaus built an opera before it built a single hospital.",
    "Vera Petrova argues that furs from Yakutsk paid for half of the ships of Peter the Great.",
)


def test_of_many_claims_some_are_matched_with_their_authors_and_asked_for_nowhere_else():
    questions = made(SOLHEIM, VARGAS, OKAFOR, DAHL, ORTEGA, *MORE)
    matching = next(q for q in questions if q.kind == "matching")
    others = {fact.evidence for q in questions if q is not matching for fact in q.facts}

    assert check("matching", matching.data) == []
    assert len({row["text"] for row in matching.data["responses"]}) == len(matching.data["premises"]) + 2
    assert not others & {fact.evidence for fact in matching.facts}


def test_a_matching_leaves_as_many_claims_for_questions_of_their_own():
    six = made(SOLHEIM, VARGAS, OKAFOR, DAHL, ORTEGA, MORE[0])
    matching = next(q for q in six if q.kind == "matching")

    assert matching.level == "apply"
    assert len(matching.data["premises"]) == len([q for q in six if q is not matching]) == 3
    assert all(q.kind != "matching" for q in made(SOLHEIM, VARGAS, OKAFOR, DAHL, ORTEGA))


def test_the_reason_of_the_right_answer_is_told_in_words():
    question = asking("Who,", SOLHEIM, VARGAS, OKAFOR)[0]

    assert why(question, "Ingrid Solheim") == "“The text”, paragraph 1, credits Ingrid Solheim with this."


def test_who_agrees_is_asked_for_as_who_holds():
    agrees = SOLHEIM.replace("argues", "agrees")

    assert "who, according to lindqvist, holds that cheap coal" in str(asking("Who,", agrees, VARGAS, OKAFOR)).lower()


def test_of_a_long_row_of_predicates_the_first_is_asked_for():
    row = (
        "Ingrid Solheim describes cheap coal as the ruin of every harbour of Bergen and is severe on King Haakon, "
        "hard on the miners, and scarcely kinder to the bankers of Lisbon."
    )
    stems = {q.key: q.stem for q in asking("Who,", row, VARGAS, OKAFOR)}

    assert stems["Ingrid Solheim"].endswith("describes cheap coal as the ruin of every harbour of Bergen?")


def test_a_part_of_what_is_not_named_is_no_claim_to_ask_for():
    part = SOLHEIM.replace("cheap coal did", "most of its cheap coal did")

    assert {q.key for q in asking("Who,", part, VARGAS, OKAFOR, DAHL)} == {
        "Pablo Vargas",
        "Chidi Okafor",
        "Astrid Dahl",
    }


def test_whose_claim_leans_on_its_page_needs_a_whole_sentence_as_a_reason():
    leans = "It was, as Ingrid Solheim argues, that they paid more to those of Bergen than to any king:"

    assert all("Ingrid Solheim" not in q.distractors for q in asking("Who,", leans, VARGAS, OKAFOR, DAHL))


def test_words_are_asked_for_by_their_speaker():
    quoted = "As Ingrid Solheim puts it, “Bergen was built by cheap coal and ruined by clever lawyers.”"

    stems = {question.key: question.stem for question in made(quoted, VARGAS, OKAFOR, DAHL)}

    assert stems["Ingrid Solheim"] == (
        "According to Lindqvist, whose words are these: “Bergen was built by cheap coal and ruined by clever lawyers”?"
    )


MINISTER = (
    "Norwegian foreign minister Ingrid Solheim declared that Norway was ready to lower the tolls of every harbour."
)
OTHERS = (
    "Chilean foreign minister Pablo Vargas declared that the nitrate fields would be closed by the end of June.",
    "Portuguese finance minister Luis Ortega declared that the banks of Porto had no more silver to lend.",
    "Danish prime minister Astrid Dahl declared that the herring fleet would stay in Esbjerg through the winter.",
)


def test_the_minister_of_a_state_is_not_told_by_it_from_those_of_others():
    assert all("Solheim" not in q.key for q in asking("Who,", MINISTER, *OTHERS))
    assert all("Solheim ____" not in q.stem for q in asking("According to", MINISTER, *OTHERS))


def test_the_minister_of_a_state_stands_beside_others_of_it():
    own = [text.replace("Chilean", "Norwegian").replace("Portuguese", "Norwegian") for text in OTHERS[:2]]

    asked = next(q for q in asking("Who,", MINISTER, *own, OTHERS[2]) if q.key == "Ingrid Solheim")

    assert set(asked.distractors) == {"Pablo Vargas", "Luis Ortega"}


def test_a_minister_of_defence_is_not_told_by_the_army():
    of_arms = MINISTER.replace("foreign", "defence").replace("lower the tolls of every harbour", "arm a second army")
    own = [text.replace("Chilean", "Norwegian").replace("Portuguese", "Norwegian") for text in OTHERS[:2]]

    assert "Ingrid Solheim" in {q.key for q in asking("Who,", of_arms.replace("defence", "foreign"), *own)}
    assert "Ingrid Solheim" not in {q.key for q in asking("Who,", of_arms, *own)}


def test_a_minister_stands_only_beside_those_of_the_same_side_though_no_state_is_named():
    of_salt = MINISTER.replace("Norway was ready to lower the tolls of every harbour", "salt cod fed half of Europe")

    assert all("Solheim" not in q.key for q in asking("Who,", of_salt, *OTHERS))


def test_an_ambassador_is_of_the_state_that_sent_him():
    sent = "The Chilean ambassador in Oslo, Pablo Vargas, complained that whalers were treated like smugglers."
    own = [text.replace("Portuguese", "Chilean").replace("Danish", "Chilean") for text in OTHERS[1:]]

    asked = next(q for q in asking("Who,", sent, *own, MINISTER) if q.key == "Pablo Vargas")

    assert set(asked.distractors) == {"Luis Ortega", "Astrid Dahl"}


def test_who_agrees_with_somebody_else_is_a_wrong_name():
    agreed = f"{SOLHEIM} {VARGAS} Okafor, too, has written of Tarapacá. {ORTEGA}"

    asked = next(q for q in asking("Who,", agreed, OKAFOR) if q.key == "Ingrid Solheim")

    assert "Chidi Okafor" in asked.distractors


def test_nobody_stands_among_those_who_lived_a_century_later():
    old = "In 1810 Norwegian minister Ingrid Solheim warned that herring would leave every fjord of Finnmark."
    late = "Norwegian minister Pablo Vargas warned in 1933 that the herring meal of Iceland was too cheap."
    own = [text.replace("Portuguese", "Norwegian").replace("Danish", "Norwegian") for text in OTHERS[1:]]

    asked = next(q for q in asking("Who,", old, late, *own) if q.key == "Ingrid Solheim")

    assert set(asked.distractors) == {"Luis Ortega", "Astrid Dahl"}


def test_too_much_of_something_is_no_agreement():
    weak = "Luis Ortega claims that frozen anchovies were too dear and too salty for any army of Peru."

    asked = next(q for q in asking("Who,", f"{SOLHEIM} {weak}", VARGAS, OKAFOR) if q.key == "Ingrid Solheim")

    assert "Luis Ortega" in asked.distractors


def test_an_official_of_whom_no_words_are_told_is_a_wrong_name_with_the_sentence_that_speaks_of_the_person():
    own = OTHERS[0].replace("Chilean", "Norwegian")
    met = "In June the Norwegian finance minister Luis Ortega met three “herring kings” in Hamburg."

    asked = next(q for q in asking("Who,", MINISTER, own, met) if q.key == "Ingrid Solheim")

    assert "met three ‘herring kings’ in Hamburg" in why(asked, "Luis Ortega")
    assert "paragraph 3" in why(asked, "Luis Ortega")


def test_whose_words_everybody_knows_is_asked_for_in_the_reserve_only():
    famed = OKAFOR.replace("Chidi Okafor", "Winston Churchill")
    unintroduced = DAHL.replace("maintains", "maintained")

    asked = with_reserve(SOLHEIM, VARGAS, ORTEGA, famed, unintroduced)

    assert {q.key for q in asked if in_reserve(q)} == {"Winston Churchill", "Astrid Dahl"}
    assert {q.key for q in asked if not in_reserve(q)} == {"Ingrid Solheim", "Pablo Vargas", "Luis Ortega"}


def test_names_of_other_sides_fill_up_in_the_reserve_only():
    of_salt = MINISTER.replace("Norway was ready to lower the tolls of every harbour", "salt cod fed half of Europe")
    own = OTHERS[2].replace("Danish", "Norwegian")

    asked = next(q for q in with_reserve(of_salt, *OTHERS[:2], own) if q.key == "Ingrid Solheim")

    assert in_reserve(asked)
    assert set(asked.distractors) == {"Pablo Vargas", "Luis Ortega", "Astrid Dahl"}


def test_news_and_polite_words_are_asked_for_in_the_reserve_only():
    news = SOLHEIM.replace("argues", "reports")
    polite = OKAFOR.replace("were paid too little to stay awake", "hoped to see peace and a fruitful trade with Peru")

    reserve = {q.key for q in with_reserve(news, VARGAS, polite, DAHL, ORTEGA) if in_reserve(q)}

    assert reserve == {"Ingrid Solheim", "Chidi Okafor"}


def test_groups_of_authors_have_one_form():
    groups = [
        SOLHEIM.replace("Ingrid Solheim argues", "Solheim, Haugland and Munk (2011) argue"),
        VARGAS.replace("Pablo Vargas warns", "Vargas et al. (2012) warn"),
        OKAFOR.replace("Chidi Okafor suggests", "Okafor, Bello and Sesay (2013) suggest"),
        DAHL.replace("Astrid Dahl maintains", "Dahl (2014) maintains"),
    ]

    asked = asking("Who,", *groups)

    assert {q.key for q in asked} == {"Solheim et al.", "Vargas et al.", "Okafor et al."}
    assert all("Dahl" not in q.distractors for q in asked)


def test_scholars_and_men_of_business_do_not_stand_side_by_side():
    trader = VARGAS.replace("Pablo Vargas warns", "Pablo Vargas, a copper merchant from Iquique, warns")

    for question in asking("Who,", SOLHEIM, trader, OKAFOR, DAHL, ORTEGA):
        assert "Pablo Vargas" not in (question.key, *question.distractors)


def test_a_name_with_a_title_does_not_stand_among_names_without():
    titled = "According to Prof Vargas, the miners of Iquique could leave their copper works for Tarapacá."

    for question in asking("Who,", SOLHEIM, titled, OKAFOR, DAHL, ORTEGA):
        assert "Prof Vargas" not in (question.key, *question.distractors)


def test_a_scholar_who_is_only_mentioned_fills_up_the_wrong_names_with_what_is_told():
    cited = [text.replace("Ingrid ", "").replace("Chidi ", "") for text in (SOLHEIM, OKAFOR)]
    cited = [re.sub(r"^(\w+)", r"\1 (1998)", text) for text in cited]
    told = "Haugland (2004) has drawn the longest map of herring grounds that any archive holds."

    asked = next(q for q in asking("Who,", *cited, told) if q.key == "Solheim")

    assert set(asked.distractors) == {"Okafor", "Haugland"}
    assert "has drawn the longest map" in why(asked, "Haugland")


def test_a_long_list_of_names_ends_the_search_for_authors():
    states = ", ".join(
        f"{name}land" for name in ("Al", "Bel", "Cor", "Dan", "Est", "Fin", "Gal", "Hol", "Ice", "Jut", "Kir", "Lap")
    )

    assert made(f"The decision named twelve participants: {states} and Norway.") == []


def test_who_lived_in_another_age_cannot_hold_what_is_held_today():
    questions = asking("Who,", SOLHEIM, VARGAS, "Chidi Okafor, a historian, had found cheap coal in 1831.", DAHL)

    assert questions
    assert all("Chidi Okafor" not in question.distractors for question in questions)


def test_a_woman_is_not_shown_by_her():
    taken = SOLHEIM.replace("argues that cheap", "takes Bergen as her proof that cheap").replace("takes", "regards")
    stems = {question.key: question.stem for question in asking("Who,", taken, VARGAS, OKAFOR, DAHL)}

    assert "regards Bergen as their proof that cheap coal" in stems["Ingrid Solheim"]


def told(text: str, *more: str) -> set[tuple[str, str]]:
    """Who is credited with what in the texts."""
    read = sources([document(text, *more)])[0]
    return {(fact.parts["name"], fact.subject) for fact in claim.find(read, Counter())}


def test_two_who_are_held_against_each_other_both_have_their_say():
    found = told(
        "Where Ruiz (1991) sees the levy as a gift of the crown, Ortega (1993) argues that every miner paid it."
    )

    assert ("Ruiz", "sees the levy as a gift of the crown") in found
    assert ("Ortega", "argues that every miner paid it") in found


def test_what_a_scholar_goes_on_to_hold_is_a_claim():
    found = told("Ruiz (1991) examined the levy of Callao, and showed how the miners of Iquique had paid most of it.")

    assert ("Ruiz", "showed how the miners of Iquique had paid most of it") in found


def test_to_somebody_something_is_so():
    assert ("Ruiz", "holds that the levy of Callao is a gift of the crown") in told(
        "Ruiz (1991) wrote of the levy.", "To Ruiz the levy of Callao is a gift of the crown."
    )


def test_she_is_the_only_person_of_the_sentence_before():
    said = " She argues that the levy of Callao ruined the miners of Iquique."
    read = sources([document("Ruiz (1991) wrote of the levy. Ruiz’s critique was sharper, however." + said)])[0]
    fact = next(fact for fact in claim.find(read, Counter()) if "ruined" in fact.subject)

    assert fact.parts["name"] == "Ruiz"
    assert fact.evidence.quote.startswith("Ruiz’s critique was sharper")
    assert not told(
        "Ruiz (1991) and Ortega (1993) wrote of the levy. The critique of Ruiz and Ortega was sharp." + said
    )


def test_a_claim_whose_content_stands_on_the_page_is_not_asked_for():
    for told in (
        "takes a different view, having lived in Bergen for several years",
        "holds that the incentives worked and might work again",
        "explains Norway's reluctance by the interests of its owners",
        "treats the compensatory measures as a remedy that came late",
    ):
        assert claim.without_content(told)
    for told in (
        "explains Norway's reluctance to sell by the interests of its owners",
        "holds that the incentives for pilots worked",
        "takes a different view of the herring trade",
    ):
        assert not claim.without_content(told)


def test_a_sentence_that_tells_nothing_of_somebody_is_no_reason():
    assert not whole("Solheim stands somewhat apart from both camps.")
    assert not whole("Pablo Vargas was again the engineer.")
    assert whole("Pablo Vargas was the engineer of the harbour.")
