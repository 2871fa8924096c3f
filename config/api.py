"""The manners of the API: one shape of errors, one of pages."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.signals import got_request_exception
from django.http import Http404
from rest_framework.exceptions import APIException, NotFound
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView, set_rollback
from rest_framework.views import exception_handler as default_handler

logger = logging.getLogger(__name__)

NOT_FOUND = "There is nothing at this address, or you may not see it."


class Pagination(PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


class UnknownAddress(APIView):
    """Answers every address under /api/v1/ that no view has, in the API's own shape."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound("There is nothing at this address. Every address of the API ends with a slash.")


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Every error is ``{"error": {"code", "message", "fields"}}``."""
    if isinstance(error, Http404):
        error = NotFound(NOT_FOUND)
    response = default_handler(error, context)
    if response is None:
        return None if settings.DEBUG else unexpected(error, context)
    response.data = {"error": error_data(error, response.data)}
    return response


def error_data(error: Exception, data: Any) -> dict[str, Any]:
    """What a client reads: a stable code, a sentence, and for refused input the complaints by field."""
    code = error.get_codes() if isinstance(error, APIException) else "permission_denied"
    if isinstance(data, dict) and set(data) == {"detail"} and isinstance(code, str):
        return {"code": code, "message": str(data["detail"]), "fields": {}}
    if isinstance(data, list):
        data = {"non_field_errors": data}
    general = data.get("non_field_errors")
    message = str(general[0]) if general else "Some of the values are not right; see fields."
    return {"code": "invalid", "message": message, "fields": data}


def unexpected(error: Exception, context: dict[str, Any]) -> Response:
    """A fault of ours: logged and reported as Django would do it, answered in the API's shape."""
    set_rollback()
    request = context["request"]
    got_request_exception.send(sender=None, request=request)
    logger.error("Unexpected error at %s", request.path, exc_info=error)
    message = "Something went wrong on our side. It has been logged; please try again later."
    return Response({"error": {"code": "server_error", "message": message, "fields": {}}}, status=500)
