"""Makes what an LMS needs to reach the API in tests: a client with scopes, and a token."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application

from config.accounts.models import User


def make_application(owner: User | None) -> Application:
    return Application.objects.create(
        name="The LMS",
        user=owner,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_CLIENT_CREDENTIALS,
        client_secret="a secret that only the LMS has",
    )


def make_token(owner: User | None, scope: str, seconds: int = 60) -> str:
    token = f"token-{AccessToken.objects.count()}"
    expires = timezone.now() + timedelta(seconds=seconds)
    AccessToken.objects.create(application=make_application(owner), token=token, scope=scope, expires=expires)
    return token


def lms(owner: User | None, scope: str, seconds: int = 60) -> Client:
    """A client that sends the token with every request."""
    return Client(headers={"authorization": f"Bearer {make_token(owner, scope, seconds)}"})


def browser(user: User) -> Client:
    """A client that is logged in."""
    client = Client()
    client.force_login(user)
    return client
