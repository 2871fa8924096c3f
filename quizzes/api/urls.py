"""Addresses of quizzes, attempts, progress and grades in the API."""

from __future__ import annotations

from django.urls import path

from quizzes.api.attempts import AttemptDetail, AttemptList, AttemptSubmit, ResponseDetail
from quizzes.api.grades import GradeList
from quizzes.api.progress import OwnProgress, ProgressList
from quizzes.api.quizzes import QuizDetail, QuizList

course = "courses/<slug:course>"
quiz = f"{course}/quizzes/<int:quiz>"
attempt = "attempts/<int:attempt>"

urlpatterns = [
    path(f"{course}/quizzes/", QuizList.as_view(), name="quizzes"),
    path(f"{quiz}/", QuizDetail.as_view(), name="quiz"),
    path(f"{quiz}/attempts/", AttemptList.as_view(), name="attempts"),
    path(f"{attempt}/", AttemptDetail.as_view(), name="attempt"),
    path(f"{attempt}/responses/<int:question>/", ResponseDetail.as_view(), name="response"),
    path(f"{attempt}/submit/", AttemptSubmit.as_view(), name="submit"),
    path(f"{course}/progress/", ProgressList.as_view(), name="progress"),
    path(f"{course}/progress/me/", OwnProgress.as_view(), name="own-progress"),
    path(f"{course}/grades/", GradeList.as_view(), name="grades"),
]
