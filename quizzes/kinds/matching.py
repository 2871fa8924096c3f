"""Matching: each premise has one response, and there are more responses than premises."""

from __future__ import annotations

from collections.abc import Mapping

from .base import Grade, InvalidResponse, Kind, QuestionData, Response, answer_of, entry_problems, ids

FEWEST = 3


def check(data: QuestionData) -> list[str]:
    """Problems of ``{"premises": [...], "responses": [...], "pairs": {premise id: response id}}``."""
    premises, responses, pairs = (data.get(name) for name in ("premises", "responses", "pairs"))
    problems = entry_problems(premises, "premises") + entry_problems(responses, "responses")
    if problems or not isinstance(premises, list) or not isinstance(responses, list):
        return problems
    if len(premises) < FEWEST:
        problems.append(f"Give at least {FEWEST} premises; there are {len(premises)}.")
    if not isinstance(pairs, Mapping) or set(pairs) != ids(premises) or not set(pairs.values()) <= ids(responses):
        return [*problems, "Every premise needs exactly one response from the list."]
    if len(responses) <= len(set(pairs.values())):
        problems.append("Add a response that fits no premise, so that the last pair is not given away.")
    return problems


def grade(data: QuestionData, response: Response) -> Grade:
    """Marks ``{"pairs": {premise id: response id}}``; a premise left out counts as wrong."""
    given = answer_of(response, "pairs", "Match at least one of the entries.")
    known, allowed = data["pairs"], ids(data["responses"])
    if not isinstance(given, Mapping):
        raise InvalidResponse("Match the entries of the two lists.")
    if not set(given) <= set(known) or not all(isinstance(value, str) and value in allowed for value in given.values()):
        raise InvalidResponse("One of the matched entries is not part of this question. Use the two lists shown.")
    return Grade.of({premise: given.get(premise) == right for premise, right in known.items()})


KIND = Kind("matching", "Matching", check, grade)
