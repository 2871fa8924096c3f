"""A question as a page shows it: what is asked, what was answered, what is right, and the passage that decides it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.models import Attempt, Question, Quiz, Response
from quizzes.models.question import number_text
from quizzes.selectors.passages import Passage, paragraph_url, passage_of
from readings.models import Block

PASSAGE_OF_QUESTION = ("evidence_block__section", "reading__course")
PASSAGE = tuple(f"question__{path}" for path in PASSAGE_OF_QUESTION)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a multiple-choice question, or a passage to select."""

    id: str
    text: str
    correct: bool
    why: str
    chosen: bool
    block: Block | None = None
    """Where a passage stands; only with passages."""
    url: str = ""
    elsewhere: str = ""
    """The title of the reading where a passage stands, if it is another one of the course."""


@dataclass(frozen=True, slots=True)
class Match:
    """A premise of a matching question with the response given and the right one."""

    id: str
    text: str
    given: str
    """Id of the response; empty when none was given."""
    given_text: str
    right_text: str
    why: str

    @property
    def correct(self) -> bool:
        return self.given_text == self.right_text


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of an ordering question with the place it was given and the right one, counted from 1."""

    id: str
    text: str
    given: int
    """0 when none was given."""
    right: int
    why: str

    @property
    def correct(self) -> bool:
        return self.given == self.right


@dataclass(frozen=True, slots=True)
class Asked:
    number: int
    question: Question
    choices: list[Choice]
    matches: list[Match]
    places: list[Place]
    responses: list[Mapping[str, str]]
    """What a matching question offers, in the order of the alphabet."""
    typed: str
    """What was written into the field of a typed or numeric question."""
    accepted: list[str]
    """What such a field may say, best first."""
    answered: bool
    response: Response | None = None
    passage: Passage | None = None

    @property
    def comment(self) -> str:
        """The feedback on the whole question, unless it only repeats the passage that is shown with it."""
        feedback, quote = self.question.feedback, self.question.evidence_quote
        return "" if self.passage and quote and quote in feedback else feedback

    @property
    def right_places(self) -> list[Place]:
        return sorted(self.places, key=lambda place: place.right)

    @property
    def to_spare(self) -> list[str]:
        """What a matching question offers that fits none of its premises."""
        right = {match.right_text for match in self.matches}
        return [response["text"] for response in self.responses if response["text"] not in right]

    @property
    def template(self) -> str:
        return f"quizzes/kinds/{self.question.kind}.html"

    @property
    def result_template(self) -> str:
        return f"quizzes/kinds/{self.question.kind}_result.html"


def asked(question: Question, number: int, response: Response | None = None, *, with_passage: bool = False) -> Asked:
    """Needs the question's options and pairs prefetched, for its passage also evidence_block and its section."""
    data, answer = question.data, (response.answer if response else None) or {}
    return Asked(
        number=number,
        question=question,
        choices=choices(question, data, answer.get("choice", ""), with_passage),
        matches=matches(question, data, answer.get("pairs", {})),
        places=places(data, answer.get("order", [])),
        responses=data["responses"],
        typed=str(answer.get("text") or answer.get("value") or ""),
        accepted=accepted(question, data),
        answered=bool(answer),
        response=response,
        passage=passage_of(question) if with_passage else None,
    )


def choices(question: Question, data: Mapping[str, Any], chosen: str, with_passage: bool) -> list[Choice]:
    """Options, or passages with their places where those may be seen."""
    rows = {str(option.pk): option for option in question.options.all()}
    found = []
    for entry in (*data["options"], *data["passages"]):
        block = rows[entry["id"]].block if with_passage and data["passages"] else None
        url = paragraph_url(question, block) if block else ""
        elsewhere = block.reading.title if block and block.reading_id != question.reading_id else ""
        found.append(Choice(**entry, chosen=chosen == entry["id"], block=block, url=url, elsewhere=elsewhere))
    return found


def accepted(question: Question, data: Mapping[str, Any]) -> list[str]:
    if question.kind != "numeric":
        return list(data["accepted"])
    tolerance = question.extra.get("tolerance")
    return [question.key + (f", give or take {number_text(tolerance)}" if tolerance else "")]


def matches(question: Question, data: Mapping[str, Any], given: Mapping[str, str]) -> list[Match]:
    texts = {entry["id"]: entry["text"] for entry in data["responses"]}
    reasons = {f"p{pair.pk}": pair.why for pair in question.pairs.all()}
    return [
        Match(
            id=premise["id"],
            text=premise["text"],
            given=given.get(premise["id"], ""),
            given_text=texts.get(given.get(premise["id"], ""), ""),
            right_text=texts[data["pairs"][premise["id"]]],
            why=reasons[premise["id"]],
        )
        for premise in data["premises"]
    ]


def places(data: Mapping[str, Any], given: Sequence[str]) -> list[Place]:
    return [
        Place(
            id=item["id"],
            text=item["text"],
            given=given.index(item["id"]) + 1 if item["id"] in given else 0,
            right=data["order"].index(item["id"]) + 1,
            why=item["why"],
        )
        for item in data["items"]
    ]


def asked_in_attempt(attempt: Attempt, *, with_passages: bool = False) -> list[Asked]:
    """All questions of the attempt with the answers given, in three queries."""
    related = ["question", *PASSAGE] if with_passages else ["question"]
    rows = attempt.responses.select_related(*related).prefetch_related(*parts(with_passages))
    return [asked(row.question, row.position, row, with_passage=with_passages) for row in rows]


def parts(with_passages: bool) -> tuple[str, str]:
    return ("question__options__block__section__reading" if with_passages else "question__options", "question__pairs")


def asked_in_quiz(quiz: Quiz) -> list[Asked]:
    """All questions that a new attempt would ask, with their passages, for the preview."""
    rows = quiz.items.filter(question__in=Question.objects.askable())
    rows = rows.select_related("question", *PASSAGE).prefetch_related(*parts(with_passages=True))
    return numbered(row.question for row in rows)


def numbered(questions: Iterable[Question]) -> list[Asked]:
    return [asked(question, number, with_passage=True) for number, question in enumerate(questions, 1)]
