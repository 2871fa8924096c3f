"""Gives each API client the scopes that were granted to it when it was made, and no others."""

from __future__ import annotations

from typing import Any

from oauth2_provider.scopes import SettingsScopes

from config.accounts.models import ClientScopes


class GrantedScopes(SettingsScopes):
    def get_available_scopes(
        self, application: Any = None, request: Any = None, *args: Any, **kwargs: Any
    ) -> list[str]:
        """What the client may ask for."""
        known = self.get_all_scopes()
        granted = ClientScopes.objects.filter(application=application).values_list("scopes", flat=True).first()
        return [scope for scope in (granted or "").split() if scope in known]

    def get_default_scopes(self, application: Any = None, request: Any = None, *args: Any, **kwargs: Any) -> list[str]:
        """What a token has when the client names no scope: all that it may have."""
        return self.get_available_scopes(application, request)
