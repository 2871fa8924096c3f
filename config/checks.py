"""Deployment checks: what ``manage.py check --deploy`` finds wrong here, in words that say what to set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils import timezone

MANIFEST = "staticfiles.json"
QUEUED_LONG = timedelta(minutes=15)


@register(Tags.security, deploy=True)
def deployment_is_safe(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [*who_may_ask(), *what_is_secret(), *how_it_is_reached(), *what_is_served(), *how_mail_is_sent()]


def who_may_ask() -> Iterator[CheckMessage]:
    if not settings.ALLOWED_HOSTS:
        yield Error("ALLOWED_HOSTS is empty.", hint="Set it to the names of this site.", id="glossa.E001")
    if "*" in settings.ALLOWED_HOSTS:
        yield Error("ALLOWED_HOSTS admits every name.", hint="Name the site's own hosts.", id="glossa.E002")


def what_is_secret() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        yield Error(
            "DEBUG is on: errors show the settings to everybody.",
            hint="Leave DEBUG out or set it to 0.",
            id="glossa.E004",
        )
    if len(settings.SECRET_KEY) < 50 or len(set(settings.SECRET_KEY)) < 10:
        yield Error(
            "SECRET_KEY can be guessed.",
            hint="Set it to 50 or more random characters, for instance the output of: openssl rand -base64 48",
            id="glossa.E003",
        )


def how_it_is_reached() -> Iterator[CheckMessage]:
    if not settings.HTTPS:
        yield Warning(
            "HTTPS is off: passwords and sessions travel in clear.", hint="Leave HTTPS out.", id="glossa.W002"
        )
    elif not settings.BEHIND_PROXY:
        yield Warning(
            "No proxy is trusted, so every page redirects to https, over and over, unless this process speaks TLS itself.",
            hint="Set BEHIND_PROXY=1 if a proxy ends TLS and sets X-Forwarded-Proto and X-Forwarded-For itself.",
            id="glossa.W003",
        )


def what_is_served() -> Iterator[CheckMessage]:
    if not settings.DEBUG and not (Path(settings.STATIC_ROOT) / MANIFEST).exists():
        yield Error(
            "The static files are not collected; pages cannot be made without them.",
            hint="Run manage.py collectstatic --noinput.",
            id="glossa.E005",
        )


def how_mail_is_sent() -> Iterator[CheckMessage]:
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        yield Warning(
            "E-mail is printed, not sent.", hint="Set EMAIL_URL, or nobody can reset a password.", id="glossa.W001"
        )
    elif settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield Warning(
            "E-mail is sent from an address that no server accepts.", hint="Set DEFAULT_FROM_EMAIL.", id="glossa.W004"
        )


@register(Tags.database, deploy=True)
def jobs_are_done(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Runs with ``check --deploy --database default`` alone, since it asks the database."""
    if settings.TASKS["default"]["BACKEND"] != settings.TASK_BACKENDS["database"] or "default" not in (databases or ()):
        return []
    jobs = apps.get_model("django_tasks_database", "DBTaskResult").objects.ready()
    waiting = jobs.filter(enqueued_at__lt=timezone.now() - QUEUED_LONG).count()
    hint = "Keep manage.py db_worker running, or leave TASKS out."
    return [Warning(f"No worker takes jobs: {waiting} wait for long.", hint=hint, id="glossa.W005")] if waiting else []
