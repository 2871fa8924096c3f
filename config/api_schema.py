"""What the OpenAPI description says beyond the views: how a token is had, and the one shape of errors."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from oauth2_provider.scopes import get_scopes_backend

ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "fields"],
            "properties": {
                "code": {"type": "string", "description": "Stable, for programs: not_found, invalid, throttled …"},
                "message": {"type": "string", "description": "A sentence that says what to do."},
                "fields": {"type": "object", "description": "Complaints by field, when the input was refused."},
            },
        }
    },
}
#: The first part that an address has names its chapter.
CHAPTERS = {
    "/enrolments/": "For instructors and an LMS",
    "/progress/me/": "Own progress",
    "/progress/": "For instructors and an LMS",
    "/grades/": "For instructors and an LMS",
    "/reads/": "Own progress",
    "/annotations/": "Annotations",
    "/attempts/": "Own attempts",
    "/quizzes/": "Quizzes",
    "/glossary/": "Glossary",
    "/readings/": "Readings",
}
REFUSED = {
    "description": "Whatever goes wrong has this shape.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
}


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "config.api_access.TokenAuthentication"
    name = "clientCredentials"

    def get_security_requirement(self, auto_schema: AutoSchema) -> dict[str, list[str]] | None:
        scopes = getattr(auto_schema.view, "required_scopes", None)
        return {self.name: list(scopes)} if scopes else None

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        flow = {"tokenUrl": "/api/o/token/", "scopes": get_scopes_backend().get_all_scopes()}
        return {"type": "oauth2", "flows": {"clientCredentials": flow}}


def describe(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Gives every operation its chapter, and the error shape as its default response."""
    forget_the_database(result)
    result["components"]["schemas"]["Error"] = ERROR
    for path, methods in result["paths"].items():
        for operation in methods.values():
            operation["tags"] = [chapter(path)]
            operation["responses"]["default"] = REFUSED
    return result


def forget_the_database(part: Any) -> None:
    """Takes out the limits of integers, which differ between SQLite and PostgreSQL and mean nothing to a client."""
    if isinstance(part, dict):
        if part.get("type") == "integer":
            part.pop("format", None)
            if part.get("maximum", 0) >= 2**15 - 1:
                del part["maximum"]
            if part.get("minimum", 0) < 0:
                del part["minimum"]
        part = list(part.values())
    for inner in part if isinstance(part, list) else []:
        forget_the_database(inner)


def chapter(path: str) -> str:
    return next((name for part, name in CHAPTERS.items() if part in path), "Courses")
