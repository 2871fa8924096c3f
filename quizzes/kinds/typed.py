"""Typed answer: a short text that is compared with the accepted variants, forgiving case, accents and small slips."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from .base import Grade, InvalidResponse, Kind, QuestionData, Response, answer_of

LONG = 6
"""From more letters than this a single slip of the pen is forgiven."""
MOST = 300


def check(data: QuestionData) -> list[str]:
    """Problems of ``{"accepted": [text, …]}``."""
    accepted = data.get("accepted")
    if not isinstance(accepted, list) or not accepted or not all(isinstance(a, str) and plain(a) for a in accepted):
        return ["Give at least one accepted answer."]
    return []


def grade(data: QuestionData, response: Response) -> Grade:
    """Marks ``{"text": …}``."""
    text = answer_of(response, "text", "Type an answer.")
    if not isinstance(text, str) or len(text) > MOST:
        raise InvalidResponse(f"Type an answer of at most {MOST} characters.")
    if not plain(text):
        raise InvalidResponse("Type an answer.")
    return Grade.of({"text": any(same(plain(text), plain(accepted)) for accepted in data["accepted"])})


def plain(text: str) -> str:
    """Case, accents, punctuation and articles away: what two spellings of an answer share."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c)))
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def same(given: str, accepted: str) -> bool:
    """Equal, or one slip apart in a long answer without digits."""
    if given == accepted:
        return True
    forgiving = len(accepted) > LONG and not re.search(r"\d", accepted)
    return forgiving and OSA.distance(given, accepted, score_cutoff=1) <= 1


KIND = Kind("typed", "Typed answer", check, grade)
