"""Typed settings from the environment: a wrong value stops the start with a sentence that says what to write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
ON, OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
SCHEMES = ("sqlite", "postgres", "postgresql")

env = environ.FileAwareEnv()
environ.FileAwareEnv.read_env(str(BASE_DIR / ".env"), overwrite=False)


def text(name: str, default: str = "") -> str:
    """The variable NAME, or the content of the file that NAME_FILE names, without the line break at its end."""
    try:
        return str(env.str(name, default=default)).strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE names a file that cannot be read: {error}.") from error


def secret_key(*, debug: bool) -> str:
    """The signing key; there is a built-in one for development only."""
    key = text("SECRET_KEY")
    if key:
        return key
    if debug:
        return "for-development-only-never-used-where-DEBUG-is-off"
    raise ImproperlyConfigured(
        "Set SECRET_KEY (or SECRET_KEY_FILE) to a long random string; see docs/how-to/deploy.md."
    )


def flag(name: str, *, default: bool) -> bool:
    """On or off; a slip of the pen must not switch a protection off in silence."""
    value = text(name, ON[0] if default else OFF[0])
    if value.lower() not in ON + OFF:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value.lower() in ON


def one_of(name: str, choices: Sequence[str], default: str) -> str:
    """One of the words."""
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}; not {value!r}.")
    return value


def positive_int(name: str, default: int) -> int:
    """A whole number above zero."""
    value = text(name, str(default))
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise ImproperlyConfigured(f"{name} must be a whole number above 0, not {value!r}.")
    return number


def database(default: str) -> dict[str, Any]:
    """SQLite or PostgreSQL from DATABASE_URL; the address may hold a password and is not repeated."""
    url = text("DATABASE_URL") or default
    if url.partition("://")[0] not in SCHEMES:
        raise ImproperlyConfigured("DATABASE_URL must be postgres://user:password@host:port/name or sqlite:///path.")
    return dict(environ.Env.db_url_config(url))


def email() -> dict[str, Any]:
    """Django's EMAIL_… settings from EMAIL_URL."""
    try:
        return dict(environ.Env.email_url_config(text("EMAIL_URL") or "consolemail://"))
    except ImproperlyConfigured as error:
        raise ImproperlyConfigured(
            "EMAIL_URL must be smtp+tls://user:password@host:port or consolemail://; see docs/how-to/deploy.md."
        ) from error
