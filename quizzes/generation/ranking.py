"""Which questions come first: those about what the text dwells on, by forms that proved right, without soft flaws."""

from __future__ import annotations

from .language.words import content
from .store import Store
from .types import Question

PRIOR = {
    ("sources", "select_passage"): 0.85,
    ("deed", "multiple_choice"): 0.9,
    ("claim", "multiple_choice"): 0.85,
    ("event", "numeric"): 0.85,
    ("table", "multiple_choice"): 0.85,
    ("table", "matching"): 0.85,
    ("table", "ordering"): 0.85,
    ("number", "multiple_choice"): 0.8,
    ("number", "numeric"): 0.8,
    ("number", "matching"): 0.8,
    ("sources", "multiple_choice"): 0.9,
    ("deed", "matching"): 0.8,
    ("effect", "multiple_choice"): 0.8,
    ("effect", "matching"): 0.75,
    ("claim", "matching"): 0.8,
    ("term", "multiple_choice"): 0.8,
    ("change", "multiple_choice"): 0.75,
    ("place", "multiple_choice"): 0.75,
    ("figure", "multiple_choice"): 0.7,
    ("sources", "matching"): 0.7,
    ("definition", "typed"): 0.7,
    ("role", "matching"): 0.7,
    ("event", "ordering"): 0.65,
    ("sequence", "multiple_choice"): 0.6,
    ("sources", "ordering"): 0.6,
    ("definition", "multiple_choice"): 0.55,
    ("membership", "typed"): 0.5,
    ("superlative", "typed"): 0.5,
    ("enumeration", "multiple_choice"): 0.5,
    ("argument", "multiple_choice"): 0.45,
    ("role", "typed"): 0.4,
    ("acronym", "multiple_choice"): 0.45,
    ("acronym", "typed"): 0.35,
}
"""How often a question of the pattern and kind was good as it stood, from judged samples, towards the middle where they were few."""
UNKNOWN = 0.7
RESERVE = frozenset(
    [
        ("acronym", "typed"),
        ("argument", "multiple_choice"),
        ("enumeration", "multiple_choice"),
        ("membership", "typed"),
        ("role", "typed"),
        ("superlative", "typed"),
    ]
)
"""Forms that are right but often answered without the text: offered only where the better ones are too few."""
SOFT, HEAVY = 0.1, {"D9": 0.5, "B13": 0.15, "D7": 0.15}
"""What each soft flaw costs, and some cost more."""
SIGNAL_ROLES = frozenset(["summary", "abstract", "introduction", "conclusion"])


def score(question: Question, store: Store) -> float:
    """0 to 1: salience of the passage, prior of pattern and kind, soft flaws."""
    prior = PRIOR.get((question.pattern, question.kind), UNKNOWN)
    return (
        (0.5 + 0.5 * salience(question, store))
        * prior
        * max(0.0, 1 - sum(HEAVY.get(flaw, SOFT) for flaw in question.soft_flaws))
    )


def in_reserve(question: Question) -> bool:
    """Whether the question only makes up the number: by its form, or because it or what it asks is a lesser one."""
    lesser = question.lesser or any(fact.lesser for fact in question.facts)
    return lesser or (question.pattern, question.kind) in RESERVE


def rank(question: Question) -> tuple[bool, float, str]:
    """What questions are sorted by: the reserve last, then the score, equal ones by id, so that the same seed gives the same quiz."""
    return in_reserve(question), -question.score, question.id


def salience(question: Question, store: Store) -> float:
    """0 to 1: how often the words of the asked facts return in the text, and whether its summary or conclusion says it."""
    words = frozenset(word for fact in question.facts for word in content(f"{fact.subject} {fact.value}"))
    often = sum(min(store.weight(word), 12) / 12 for word in words) / max(len(words), 1)
    signal = any(section.id == question.section and section.role in SIGNAL_ROLES for section in store.sections)
    return 0.85 * often + 0.15 * signal
