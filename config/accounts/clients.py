"""Makes API clients: an LMS that reads enrolments, progress or grades in the name of an instructor."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from oauth2_provider.generators import generate_client_secret
from oauth2_provider.models import Application, get_application_model
from oauth2_provider.scopes import get_scopes_backend

from config.accounts.models import ClientScopes, User


class UnknownScope(ValueError):
    """A scope that the API does not have."""


@dataclass(frozen=True, slots=True)
class NewClient:
    application: Application
    secret: str
    """In clear: only a hash of it is stored."""


@transaction.atomic
def client_create(*, owner: User, name: str, scopes: list[str]) -> NewClient:
    """A confidential client for the client-credentials grant that acts in the owner's name within the scopes."""
    known = get_scopes_backend().get_all_scopes()
    if not scopes or not set(scopes) <= set(known):
        raise UnknownScope(f"Name one or more of these scopes: {', '.join(known)}.")
    secret = generate_client_secret()
    model = get_application_model()
    application = model.objects.create(
        name=name,
        user=owner,
        client_type=model.CLIENT_CONFIDENTIAL,
        authorization_grant_type=model.GRANT_CLIENT_CREDENTIALS,
        client_secret=secret,
    )
    ClientScopes.objects.create(application=application, scopes=" ".join(scopes))
    return NewClient(application, secret)
