"""Choosing the quiz from the ranked questions: nothing asked twice, no cue from one to another, levels and places mixed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import filterfalse
from math import ceil

from .checks.form import value_of
from .checks.quiz import duplicate
from .language.words import content, norm, word_count
from .ranking import in_reserve, rank
from .types import Fact, Question

APPLY, YEARS, REMEMBER, SOURCES, ACROSS = 0.34, 0.3, 0.75, 0.33, 0.6
"""Share of the quiz that level apply may fill before the others; most of the quiz that may ask for a year; most that may be at level remember;
most that may ask whose a statement is, unless only the reserve is left; most that may compare authors at all."""
NAMES = 0.4
"""Share of a quiz that only compares readings in which a name is the answer."""
MATCHINGS = 2
"""So many matchings of statements with their authors a quiz may have, whatever else there is."""
AGAIN = 2
"""A statement is shown in so many questions of a quiz at most."""
PER_PARAGRAPH, PER_TABLE = 2, 4
FEW = 10
"""A text that gives fewer may ask more about a paragraph: the reviewer chooses."""
SMALL = 4
"""A quiz of so few questions takes what there is."""
WORDS_PER_QUESTION = 450
"""A text of so many words ought to give one question."""
MISSING = "questions that the text could not give"
MOST = 80
"""A reading of any length gives no more: beyond that, questions repeat each other."""
STATEMENT = 5
"""An option of so many words is known again when it returns."""
CANDIDATES = 2
"""About so many candidates stand behind one question in the end, as the five documents show."""
GOOD = 0.4
"""From this score on a question may stand for its part of the text."""
OVERLAP = 0.6
"""Two facts of one sentence that share so many words are one."""


class Quiz:
    """The questions chosen so far and what they already tell."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.shares = SHARES
        self.left: Counter[str] = Counter()
        self.keep([])

    def keep(self, chosen: list[Question]) -> None:
        """Holds these questions and nothing else."""
        self.chosen: list[Question] = []
        self._facts: list[Fact] = []
        self._listed: list[Fact] = []
        self._used: list[Fact] = []
        self._views: list[Fact] = []
        self._blocks: Counter[str] = Counter()
        self._shown: set[str] = set()
        self._told: Counter[str] = Counter()
        for question in chosen:
            self.take(question)

    def offer(self, question: Question, *, spare: bool = False, beyond: bool = False) -> None:
        """Takes the question, or notes why not; a spare one may lean on a chosen one, one ``beyond`` exceeds its share."""
        reason = self.objection(question, spare=spare, beyond=beyond) or self.leaning(question, spare=spare)
        if reason:
            self.left[reason] += 1
        else:
            self.take(question)

    def take(self, question: Question) -> None:
        """Adds the question, and notes what it tells."""
        self.chosen.append(question)
        if question.pattern == "sources" and len(question.facts) == 1:
            self._views += question.facts
        if question.kind == "ordering" or question.pattern == "sources":
            self._listed += question.facts
        else:
            self._facts += question.facts
        self._used += question.used
        self._blocks[question.evidence.block] += 1
        self._shown.update(statements(question))
        self._told.update(views(question))

    def objection(self, question: Question, *, spare: bool = False, beyond: bool = False) -> str | None:
        """Why the question does not fit the ones chosen."""
        if len(self.chosen) >= self.count:
            return "not needed"
        if not beyond and len(self.chosen) >= SMALL and (reason := self.too_many(question)):
            return reason
        if matches_authors(question) and sum(map(matches_authors, self.chosen)) >= MATCHINGS:
            return "enough matchings with authors"
        if any(self._told[text] >= AGAIN for text in views(question)):
            return "its statements were shown often enough"
        if any(same(fact, known) for fact in question.facts for known in self._known(question, spare=spare)):
            return "the fact is asked already"
        if self._shown & statements(question) or any(fact in self._used for fact in question.used):
            return "its wrong options stand elsewhere"
        if question.pattern == "sources" and any(fact in self._used for fact in question.facts):
            return "another question holds it turned round"
        if len(question.facts) == 1 and any(same(question.facts[0], known) for known in self._views):
            return "the fact is asked already"
        if any(duplicate(question, other) for other in self.chosen):
            return "asked already in other words"
        return "gives another answer away" if any(cue(question, other) for other in self.chosen) else None

    def _known(self, question: Question, *, spare: bool) -> list[Fact]:
        """What may not be asked again: an ordering shares no event with another question of several, a spare matching may."""
        shares = len(question.facts) == 1 or (spare and question.pattern == "sources")
        return self._facts + ([] if shares else self._listed)

    def leaning(self, question: Question, *, spare: bool) -> str | None:
        """Whether the chosen questions hold the fact already, or stand on the same paragraph; a spare one may, but for an event."""
        held = any(same(fact, known) for fact in question.facts for known in self._listed)
        if held and (question.pattern == "event" or not spare):
            return "an ordering holds it"
        if spare:
            return None
        if any(fact in self._used for fact in question.facts) or any(fact in self._facts for fact in question.used):
            return "another question holds it turned round"
        most = PER_TABLE if question.pattern == "table" else PER_PARAGRAPH
        return "enough from that paragraph" if self._blocks[question.evidence.block] >= most else None

    def too_many(self, question: Question) -> str | None:
        """Whether a quiz of the wanted size has all it may have of the question's sort."""
        for share, reason, test in self.shares:
            if test(question) and sum(map(test, self.chosen)) >= max(1, share * self.count):
                return reason
        return None


def assemble(
    ranked: list[Question], count: int | None, parts: Mapping[str, str], words: int
) -> tuple[list[Question], Counter[str]]:
    """The best questions for a quiz of that size, best first, and why the others stayed out.

    ``parts`` gives for each section the top-level section it belongs to: each should be asked about. A text of so many
    ``words`` ought to give one question to 450 of them; up to ten of these the reserve makes up for.
    """
    size = min(count or MOST, MOST)
    enough = min(size, FEW, ceil(words / WORDS_PER_QUESTION))
    quiz = Quiz(size)
    if all(question.pattern == "sources" for question in ranked):
        quiz.shares = COMPARING  # a course whose readings are compared, with nothing else asked
    choose([question for question in ranked if not in_reserve(question)], quiz, parts)
    if len(quiz.chosen) < size:
        quiz.keep(within_shares(sorted(quiz.chosen, key=rank), enough, quiz))
    quiz.count = enough
    for question in (*filterfalse(in_reserve, filter(whose, ranked)), *filter(in_reserve, ranked)):
        if question not in quiz.chosen:
            quiz.offer(question, beyond=whose(question), spare=matches_authors(question) and len(quiz.chosen) < SMALL)
    chosen = sorted(quiz.chosen, key=rank)
    quiz.left[MISSING] += max(0, (count or enough) - len(chosen))
    return balanced(chosen), +quiz.left


def choose(ranked: list[Question], quiz: Quiz, parts: Mapping[str, str]) -> None:
    """Offers the quiz the questions of level apply, the best of each part, and the others."""
    total = min(quiz.count, len(ranked) // CANDIDATES)
    apply = [question for question in ranked if question.level == "apply"]
    first = apply[: max(1, round(APPLY * total))]
    rest = [question for question in ranked if question.level != "apply"]
    for question in (*first, *one_each_part(rest, parts), *rest, *apply[len(first) :]):
        if question not in quiz.chosen:
            quiz.offer(question)
    for question in ranked:
        if len(quiz.chosen) < min(FEW, quiz.count) and question not in quiz.chosen:
            quiz.offer(question, spare=True)


def one_each_part(ranked: list[Question], parts: Mapping[str, str]) -> list[Question]:
    """The best question of each top-level section, where one is good enough."""
    best: dict[str, Question] = {}
    for question in ranked:
        if question.score >= GOOD:
            best.setdefault(parts.get(question.section, question.section), question)
    return list(best.values())


def balanced(chosen: list[Question]) -> list[Question]:
    """The quiz with right options spread over the places, so that no place is the likelier one."""
    had = Counter(key_place(question) for question in chosen if fixed(question))
    return [question if fixed(question) else spread(question, had) for question in chosen]


def fixed(question: Question) -> bool:
    """Whether the options stand in an order of their own, as dates and numbers do, or there are none."""
    rows = question.data.get("options", ())
    return all(value_of(str(row["text"])) for row in rows)


def key_place(question: Question) -> int:
    """The place of the right option, -1 where there are no options."""
    return next((n for n, row in enumerate(question.data.get("options", ())) if row["correct"]), -1)


def spread(question: Question, had: Counter[int]) -> Question:
    """The question with its right option at the place that has had the fewest."""
    rows = [dict(row) for row in question.data["options"]]
    key = key_place(question)
    place = min(range(len(rows)), key=lambda n: (had[n], n != key, n))
    had[place] += 1
    if place == key:
        return question
    letters = [row["id"] for row in rows]
    rows[key], rows[place] = rows[place], rows[key]
    shown = [{**row, "id": letter} for row, letter in zip(rows, letters, strict=True)]
    return replace(question, data={**question.data, "options": shown})


def statements(question: Question) -> set[str]:
    """The options that say so much that a quiz may show them once only; other authors' views and other causes may come back as wrong options."""
    rows = question.data.get("options", ())
    if question.pattern in ("sources", "effect"):
        rows = [row for row in rows if row["correct"]]
    return {norm(str(row["text"])) for row in rows if word_count(str(row["text"])) >= STATEMENT}


def views(question: Question) -> set[str]:
    """The statements of authors that a question shows, right or wrong, as options, passages or premises."""
    if question.pattern != "sources" or question.kind == "ordering":
        return set()
    rows = [row for part in ("options", "passages", "premises") for row in question.data.get(part, ())]
    return {norm(str(row["text"])) for row in rows if word_count(str(row["text"])) >= STATEMENT}


def whose(question: Question) -> bool:
    """Whether it asks which of several authors a statement is from."""
    return question.pattern == "sources" and all(fact.type == "statement" for fact in question.facts)


def matches_authors(question: Question) -> bool:
    """Whether statements are to be matched with their authors."""
    return question.pattern == "sources" and question.kind == "matching"


def within_shares(chosen: list[Question], enough: int, quiz: Quiz) -> list[Question]:
    """A quiz that stayed small, without the weakest questions of a sort that takes too large a share of what it will hold."""
    for share, reason, test in quiz.shares:
        while len(chosen) > SMALL:
            found = [question for question in chosen if test(question)]
            if len(found) <= max(1, share * max(len(chosen), enough)):
                break
            chosen = [question for question in chosen if question is not found[-1]]
            quiz.left[reason] += 1
    return chosen


def asks_year(question: Question) -> bool:
    """Whether the answer is a year or a date."""
    return bool(re.fullmatch(r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}", question.key)) or (
        question.kind in ("matching", "numeric") and question.pattern == "event"
    )


SHARES: tuple[tuple[float, str, Callable[[Question], bool]], ...] = (
    (YEARS, "enough years", asks_year),
    (SOURCES, "enough on who of the authors says it", whose),
    (ACROSS, "enough on several authors", lambda q: q.pattern == "sources"),
    (REMEMBER, "enough to remember", lambda q: q.level == "remember" and not in_reserve(q)),
)
"""Sorts of questions and the share of a quiz that each may take."""
COMPARING = ((NAMES, "enough on who of the authors says it", lambda question: question.stem.startswith("Who says")),)
"""The same for a quiz that only compares: choosing a name teaches less than choosing what is said."""


def same(fact: Fact, other: Fact) -> bool:
    """Whether two facts tell the same: one passage in one relation, or one happening told twice."""
    if (
        fact.evidence == other.evidence
        and (fact.pattern, fact.relation) == (other.pattern, other.relation)
        and fact.subject.strip("… ") == other.subject.strip("… ")
    ):
        return True
    if fact.pattern == other.pattern == "event" and fact.value[:4] == other.value[:4]:
        mine, theirs = content(fact.subject), content(other.subject)
        return len(mine & theirs) >= 0.5 * min(len(mine), len(theirs))
    if fact.pattern == other.pattern == "role":
        return fact.value == other.value
    if fact.pattern != "table" and fact.evidence == other.evidence and overlap(fact, other) >= OVERLAP:
        return True
    told = (norm(fact.subject), norm(fact.value), fact.relation)
    return told == (norm(other.subject), norm(other.value), other.relation)


def overlap(fact: Fact, other: Fact) -> float:
    """How much of what the shorter of two facts says the other says too."""
    mine, theirs = content(f"{fact.subject} {fact.value}"), content(f"{other.subject} {other.value}")
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def cue(question: Question, other: Question) -> bool:
    """Whether the stem of one of the two tells the answer to the other."""
    return tells(question, other) or tells(other, question)


def tells(question: Question, other: Question) -> bool:
    """Whether the stem or a long option holds the other's answer together with most of the other's question."""
    rows = question.data.get("options", ())
    told = [str(row["text"]) for row in rows if word_count(str(row["text"])) >= STATEMENT]
    return any(gives(text, other) for text in (question.stem, *told))


def gives(text: str, other: Question) -> bool:
    """Whether the text holds the other's answer together with most of the other's question."""
    if not any(f" {norm(answer)} " in f" {norm(text)} " for answer in answers(other)):
        return False
    asked = content(other.stem)
    return len(asked & content(text)) >= 0.5 * max(len(asked), 1)


def answers(question: Question) -> list[str]:
    """What is right, in all its spellings."""
    told = [question.key, *question.data.get("accepted", ()), question.data.get("value", "")]
    return [str(answer) for answer in told if answer]
