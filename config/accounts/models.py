"""The site's own user, so that the table can grow without a change of model, and what an API client may ask for."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    is_demo = models.BooleanField(
        default=False, help_text="Made by the demo set-up; clear_demo removes this person and all their work."
    )

    @property
    def display_name(self) -> str:
        return self.get_full_name() or self.username


class ClientScopes(models.Model):
    """The scopes a client may ask for; a client without a row gets none."""

    application = models.OneToOneField(
        settings.OAUTH2_PROVIDER_APPLICATION_MODEL, on_delete=models.CASCADE, related_name="allowed", primary_key=True
    )
    scopes = models.CharField(max_length=200, help_text="Separated by spaces, as in a token request.")

    class Meta:
        verbose_name = "scopes of an API client"
        verbose_name_plural = "scopes of API clients"

    def __str__(self) -> str:
        return self.scopes
