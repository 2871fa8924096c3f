"""The one signal of the site: an attempt was handed in. Quizzes must not know that an LMS exists."""

from __future__ import annotations

from django.dispatch import Signal

attempt_submitted = Signal()
