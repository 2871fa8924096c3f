"""Tells the brute-force guard which person a log-in names, however the name is typed, and where it comes from."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def username_of(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """In small letters: names are matched without regard to case, so SAM and sam share their failures."""
    given = credentials or {}
    posted = request.POST if request is not None else {}
    name = given.get("username") or given.get("email") or posted.get("login") or posted.get("username") or ""
    return str(name).strip().casefold()


def address_of(request: HttpRequest) -> str | None:
    """The browser's address, behind a proxy the one that the proxy names; None for a log-in without a browser."""
    if not request.META.get("REMOTE_ADDR"):
        return None
    return str(get_adapter(request).get_client_ip(request))
