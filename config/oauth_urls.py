"""Where an LMS gets and revokes its token; nothing else of the OAuth package is reachable."""

from __future__ import annotations

from django.urls import path
from oauth2_provider.views import RevokeTokenView

from config.accounts.token import ClientTokenView

app_name = "oauth2_provider"
urlpatterns = [
    path("token/", ClientTokenView.as_view(), name="token"),
    path("revoke/", RevokeTokenView.as_view(), name="revoke-token"),
]
