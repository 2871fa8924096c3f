"""Multiple choice: one right option among three to five."""

from __future__ import annotations

from .base import Grade, InvalidResponse, Kind, QuestionData, Response, answer_of, entry_problems, ids

FEWEST, MOST = 3, 5


def check(data: QuestionData) -> list[str]:
    """Problems of ``{"options": [{"id", "text", "correct", "why"}]}``."""
    options = data.get("options")
    if not isinstance(options, list):
        return ["A multiple-choice question needs a list of options."]
    problems = entry_problems(options, "options")
    if not FEWEST <= len(options) <= MOST:
        problems.append(f"Give {FEWEST} to {MOST} options; there are {len(options)}.")
    right = sum(bool(option.get("correct")) for option in options if hasattr(option, "get"))
    if right != 1:
        problems.append(f"Exactly one option must be correct; {right} are.")
    return problems


def grade(data: QuestionData, response: Response) -> Grade:
    """Marks ``{"choice": id}``."""
    choice = answer_of(response, "choice", "Choose one of the options.")
    if not isinstance(choice, str) or choice not in ids(data["options"]):
        raise InvalidResponse("That option is not part of this question. Choose one of the options shown.")
    right = any(option["id"] == choice and option["correct"] for option in data["options"])
    return Grade.of({choice: right})


KIND = Kind("multiple_choice", "Multiple choice", check, grade)
