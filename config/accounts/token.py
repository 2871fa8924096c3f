"""The token endpoint: client credentials, and no other way to a token."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from oauth2_provider.views import TokenView


class ClientTokenView(TokenView):
    """Other grants are turned away before the package looks at them: it would try passwords, and so tell a client
    whether one is right."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("grant_type") != "client_credentials":
            return JsonResponse({"error": "unsupported_grant_type"}, status=400, headers={"Cache-Control": "no-store"})
        return super().post(request, *args, **kwargs)
