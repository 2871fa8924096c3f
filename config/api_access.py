"""Who acts in a request to the API, and what that one may open: decided here for every address, and no by default.

A browser comes with a session and acts as its person. An LMS comes with a client-credentials token and acts as the
owner of its client, but only at addresses whose view names a scope (``required_scopes``) that the token has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from oauth2_provider.contrib.rest_framework import OAuth2Authentication
from oauth2_provider.models import AccessToken
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:  # rest_framework.views loads this module while it is itself being loaded
    from rest_framework.views import APIView

Actor = AbstractUser | AnonymousUser


class TokenAuthentication(OAuth2Authentication):
    """Reads ``Authorization: Bearer …`` and nothing else: a token in an address would end up in logs."""

    def authenticate(self, request: Request) -> tuple[Actor, AccessToken] | None:
        if not request.headers.get("Authorization", "").lower().startswith("bearer "):
            return None
        found = super().authenticate(request)
        if found is None:
            raise AuthenticationFailed("The token is unknown, expired or revoked. Ask for a new one at /api/o/token/.")
        token: AccessToken = found[1]
        return owner(token), token


def owner(token: AccessToken) -> Actor:
    """The person in whose name the client acts; nobody if it has no owner or the owner may no longer log in."""
    person = token.application.user if token.application else None
    return person if person is not None and person.is_active else AnonymousUser()


class SessionOrScope(BasePermission):
    """A logged-in person may knock anywhere; a token only where the view asks for one of its scopes."""

    message = "This address is not open to an API client, or the token lacks the scope it needs."

    def has_permission(self, request: Request, view: APIView) -> bool:
        if isinstance(request.auth, AccessToken):
            scopes: Sequence[str] = getattr(view, "required_scopes", ())
            return bool(scopes) and request.auth.is_valid(scopes)
        return bool(request.user and request.user.is_authenticated)

    def has_object_permission(self, request: Request, view: APIView, obj: Any) -> bool:
        return self.has_permission(request, view)
