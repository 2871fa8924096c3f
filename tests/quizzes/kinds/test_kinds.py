"""Question kinds: what is valid, how responses are marked, and what a bad response is told."""

from __future__ import annotations

import pytest

from quizzes.kinds import KINDS, InvalidResponse, UnknownKind, check, grade

CHOICE = {
    "options": [
        {"id": i, "text": t, "correct": c, "why": ""}
        for i, t, c in (("a", "Oslo", False), ("b", "Bergen", True), ("c", "Lima", False))
    ]
}
MATCHING = {
    "premises": [{"id": "a", "text": "Norway"}, {"id": "b", "text": "Peru"}, {"id": "c", "text": "Chile"}],
    "responses": [
        {"id": "1", "text": "Oslo"},
        {"id": "2", "text": "Lima"},
        {"id": "3", "text": "Santiago"},
        {"id": "4", "text": "Quito"},
    ],
    "pairs": {"a": "1", "b": "2", "c": "3"},
}
ORDERING = {"items": [{"id": i, "text": f"event {i}"} for i in "abcd"], "order": ["b", "a", "d", "c"]}
TYPED = {"accepted": ["Minsk Group", "OSCE Minsk Group"]}
NUMERIC = {"value": 1960, "tolerance": 10}
PASSAGES = {"passages": CHOICE["options"]}
VALID = {
    "multiple_choice": CHOICE, "matching": MATCHING, "ordering": ORDERING, "typed": TYPED, "numeric": NUMERIC,
    "select_passage": PASSAGES,
}  # fmt: skip


def test_every_kind_accepts_its_own_valid_data():
    assert {name: check(name, VALID[name]) for name in KINDS} == {name: [] for name in KINDS}


@pytest.mark.parametrize("name", list(KINDS))
def test_every_kind_names_a_problem_of_empty_data(name: str):
    assert check(name, {}) != []


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("multiple_choice", {"choice": "b"}),
        ("matching", {"pairs": {"a": "1", "b": "2", "c": "3"}}),
        ("ordering", {"order": ["b", "a", "d", "c"]}),
        ("typed", {"text": "the minsk group"}),
        ("numeric", {"value": "1,955"}),
        ("select_passage", {"choice": "b"}),
    ],
)
def test_the_right_response_gets_full_marks(name: str, response: dict):
    mark = grade(name, VALID[name], response)

    assert (mark.score, mark.correct, set(mark.parts.values())) == (1.0, True, {True})


@pytest.mark.parametrize(
    ("name", "response", "score"),
    [
        ("multiple_choice", {"choice": "a"}, 0.0),
        ("matching", {"pairs": {"a": "1", "b": "3", "c": "2"}}, 1 / 3),
        ("matching", {"pairs": {"a": "1"}}, 1 / 3),
        ("ordering", {"order": ["a", "b", "d", "c"]}, 5 / 6),
        ("ordering", {"order": ["c", "d", "a", "b"]}, 0.0),
        ("typed", {"text": "Warsaw Group"}, 0.0),
        ("typed", {"text": "Minks Group"}, 1.0),
        ("numeric", {"value": 1900}, 0.0),
        ("numeric", {"value": 1970.0}, 1.0),
    ],
)
def test_partly_right_responses_get_part_of_the_marks(name: str, response: dict, score: float):
    mark = grade(name, VALID[name], response)

    assert mark.score == pytest.approx(score)
    assert mark.correct == (score == 1.0)


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("multiple_choice", {}),
        ("multiple_choice", {"choice": "z"}),
        ("multiple_choice", {"choice": ["a"]}),
        ("matching", {"pairs": {}}),
        ("matching", {"pairs": ["a"]}),
        ("matching", {"pairs": {"z": "1"}}),
        ("matching", {"pairs": {"a": "9"}}),
        ("matching", {"pairs": {"a": ["1"]}}),
        ("ordering", {"order": ["a", "b"]}),
        ("ordering", {"order": "abcd"}),
        ("ordering", {"order": ["a", "a", "b", "c"]}),
        ("typed", {"text": "   "}),
        ("typed", {"text": "x" * 400}),
        ("typed", {"text": 7}),
        ("numeric", {"value": "about ten"}),
        ("numeric", {"value": True}),
        ("select_passage", {"choice": None}),
        ("multiple_choice", None),
    ],
)
def test_a_response_that_does_not_fit_is_refused_with_advice(name: str, response: dict):
    with pytest.raises(InvalidResponse, match=r"\w{3,}.*\."):
        grade(name, VALID[name], response)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("multiple_choice", {"options": CHOICE["options"][:2]}, "3 to 5"),
        ("multiple_choice", {"options": [{**o, "correct": True} for o in CHOICE["options"]]}, "Exactly one"),
        ("multiple_choice", {"options": [{**o, "text": "Oslo"} for o in CHOICE["options"]]}, "twice"),
        ("multiple_choice", {"options": [{**o, "text": " "} for o in CHOICE["options"]]}, "needs a text"),
        ("multiple_choice", {"options": ["Oslo", "Lima", "Quito"]}, "list of entries"),
        ("matching", {**MATCHING, "responses": MATCHING["responses"][:3]}, "fits no premise"),
        ("matching", {**MATCHING, "pairs": {"a": "1"}}, "exactly one response"),
        ("matching", {**MATCHING, "premises": MATCHING["premises"][:2], "pairs": {"a": "1", "b": "2"}}, "at least 3"),
        ("ordering", {**ORDERING, "order": ["a"]}, "every entry once"),
        ("ordering", {"items": ORDERING["items"][:2], "order": ["a", "b"]}, "3 to 6"),
        ("typed", {"accepted": ["…"]}, "accepted answer"),
        ("numeric", {"value": "7"}, "as a number"),
        ("numeric", {"value": 7, "tolerance": -1}, "zero or more"),
    ],
)
def test_invalid_data_is_told_what_is_wrong(name: str, data: dict, problem: str):
    assert problem in " ".join(check(name, data))


def test_a_slip_in_a_number_is_not_forgiven():
    assert not grade("typed", {"accepted": ["Resolution 822"]}, {"text": "Resolution 823"}).correct


def test_an_unknown_kind_is_named():
    with pytest.raises(UnknownKind, match="multiple_choice"):
        check("essay", {})
