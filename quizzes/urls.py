"""Addresses of quizzes, attempts and one's own progress."""

from __future__ import annotations

from django.urls import path

from quizzes.views import attempts, practice, progress, quizzes

app_name = "quizzes"

QUIZ = "courses/<slug:course>/quizzes/<int:quiz>/"
ATTEMPT = QUIZ + "attempts/<int:attempt>/"

urlpatterns = [
    path(QUIZ, quizzes.quiz_show, name="quiz"),
    path(QUIZ + "start/", quizzes.quiz_start, name="start"),
    path(QUIZ + "preview/", quizzes.quiz_preview, name="preview"),
    path(ATTEMPT, attempts.attempt_show, name="attempt"),
    path(ATTEMPT + "answers/<int:question>/", attempts.answer_save, name="answer"),
    path(ATTEMPT + "save/", attempts.answers_save, name="save"),
    path(ATTEMPT + "submit/", attempts.attempt_finish, name="submit"),
    path(ATTEMPT + "result/", attempts.result_show, name="result"),
    path(
        "courses/<slug:course>/readings/<slug:reading>/<slug:section>/practice/",
        practice.practice_show,
        name="practice",
    ),
    path("courses/<slug:course>/progress/", progress.progress_show, name="progress"),
]
