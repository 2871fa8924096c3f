"""What can go wrong with questions, quizzes and attempts; each message tells the person what to do."""

from __future__ import annotations


class QuizError(Exception):
    """The base of all refusals here; ``str(error)`` can be shown as it stands."""


class QuestionInvalid(QuizError):
    """A question that cannot be asked as it is."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


class QuestionNotChangeable(QuizError):
    """The question's status does not allow this."""


class QuizNotReady(QuizError):
    """The quiz cannot be published yet."""


class NotAStudent(QuizError):
    """Only students of the course take its quizzes; whoever teaches it has the preview."""


class QuizNotOpen(QuizError):
    """Before it opens, after it closes, or not published."""


class NoAttemptsLeft(QuizError):
    """All allowed attempts are made."""


class AttemptOver(QuizError):
    """The attempt is handed in or its time is over: nothing can be saved any more."""


class NotInThisAttempt(QuizError):
    """The question is not part of the attempt."""
