"""Questions, quizzes, attempts and the instructor's view of progress."""

from __future__ import annotations

from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"

    def ready(self) -> None:
        from quizzes.services import keeping  # noqa: F401  from now on questions follow the text of their readings
