"""Which questions come first: those about what the text dwells on, by forms that proved right, without soft flaws."""

from __future__ import annotations

from .language.words import content
from .store import Store
from .types import Question

PRIOR = {
    ("acronym", "multiple_choice"): 0.9,
    ("claim", "matching"): 0.95,
    ("claim", "multiple_choice"): 0.95,
    ("event", "ordering"): 0.95,
    ("event", "multiple_choice"): 0.8,
    ("event", "matching"): 0.7,
    ("membership", "multiple_choice"): 0.85,
    ("superlative", "multiple_choice"): 0.85,
    ("deed", "matching"): 0.9,
    ("deed", "multiple_choice"): 0.8,
    ("statement", "multiple_choice"): 0.85,
    ("statement", "matching"): 0.85,
    ("argument", "multiple_choice"): 0.85,
    ("definition", "multiple_choice"): 0.8,
    ("number", "multiple_choice"): 0.75,
    ("term", "multiple_choice"): 0.9,
    ("table", "multiple_choice"): 0.9,
    ("table", "matching"): 0.85,
    ("role", "matching"): 0.75,
    ("role", "multiple_choice"): 0.55,
}
"""How often a question of the pattern and kind was good as it stood, from judged samples."""
UNKNOWN = 0.7
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


def salience(question: Question, store: Store) -> float:
    """0 to 1: how often the words of the asked facts return in the text, and whether its summary or conclusion says it."""
    words = frozenset(word for fact in question.facts for word in content(f"{fact.subject} {fact.value}"))
    often = sum(min(store.weight(word), 12) / 12 for word in words) / max(len(words), 1)
    signal = any(section.id == question.section and section.role in SIGNAL_ROLES for section in store.sections)
    return 0.85 * often + 0.15 * signal
