"""People who use the site; being the first app of config, it also registers the deployment checks."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "config.accounts"
    label = "accounts"

    def ready(self) -> None:
        from config import checks  # noqa: F401  registered by being imported, before any check runs
