"""Select the passage that says it: all options are sentences of the reading, the wrong ones on the same subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.generation.facts.statement import problem, statement
from quizzes.generation.language.words import content, norm, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.store import Store
from quizzes.generation.types import Fact, Question

from .build import LETTERS, finished

FEWEST, WANTED, SHORTEST, LONGEST = 2, 3, 8, 38
SHARED, SAME = 2, 0.6
"""A wrong passage shares so many words with the question, but not this share of what the right one says."""
MOST = 60
"""So many explanations are tried: each is compared with every passage."""
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|since|as a result|therefore|thus|reason|cause[ds]?|led to|in order to|so that|order to|given)\b",
    re.IGNORECASE,
)


def items(store: Store) -> Iterator[Question]:
    """One question for each explanation whose subject the text speaks of in other passages."""
    pools: dict[int, list[Sentence]] = {}
    for fact in store.of("reason")[:MOST]:
        source = store.source(fact)
        if fact.document not in pools:
            pools[fact.document] = [sentence for sentence in source.sentences if usable(sentence)]
        pool = pools[fact.document]
        right = next((s for s in pool if s.evidence == fact.evidence), None)
        wrong = others(right, fact, pool) if right else []
        if right and len(wrong) >= FEWEST:
            yield question(fact, right, wrong, store)


def usable(sentence: Sentence) -> bool:
    """Whether a sentence can be read without its neighbours, as it stands."""
    plain = not sentence.told and sentence.text == sentence.clean
    return plain and SHORTEST <= word_count(sentence.text) <= LONGEST and problem(statement(sentence)) is None


def others(right: Sentence, fact: Fact, pool: list[Sentence]) -> list[Sentence]:
    """Passages that share the question's words but explain nothing and do not say what the right one says."""
    told, meant = content(fact.subject), content(right.text)
    fit = [
        s
        for s in pool
        if s.block.id != right.block.id
        and len(content(s.text) & told) >= min(SHARED, len(told))
        and len(content(s.text) & meant) < SAME * len(meant)
        and not _CAUSE.search(s.text)
        and norm(fact.value) not in norm(s.text)
    ]
    ranked = sorted(fit, key=lambda s: (-len(content(s.text) & told), abs(len(s.text) - len(right.text)), s.text))
    long = [s for s in ranked if word_count(s.text) * 1.25 >= word_count(right.text)]
    return [*long[:1], *(s for s in ranked if s not in long[:1])][:WANTED]


def question(fact: Fact, right: Sentence, wrong: list[Sentence], store: Store) -> Question:
    """The passages in an order of their own."""
    source = store.source(fact)
    shown = [right, *wrong]
    store.chance("passage", fact.subject).shuffle(shown)
    rows = [
        {
            "id": LETTERS[place],
            "text": s.text,
            "correct": s is right,
            "why": "This passage gives the explanation."
            if s is right
            else "This passage speaks of the same, but does not explain it.",
            "block": s.block.id,
        }
        for place, s in enumerate(shown)
    ]
    what = "for what purpose" if fact.type == "to" else "why"
    stem = f"In which of these passages {source.does} say {what} {source.inside(fact.subject)}?"
    made = Question(
        "select_passage", fact.pattern, "understand", stem, {"passages": rows}, fact.evidence, fact.section, "", (fact,),
        document=fact.document,
    )  # fmt: skip
    return finished(made, source, "It is this passage.")
