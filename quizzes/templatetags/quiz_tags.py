"""Lists of quizzes for the pages of courses and readings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quizzes.selectors.quizzes import quiz_lines
from readings.models import Course, Reading
from readings.permissions import teaches

register = template.Library()


@register.inclusion_tag("quizzes/_quiz_list.html", takes_context=True)
def course_quizzes(context: dict[str, Any], course: Course) -> dict[str, Any]:
    """All quizzes of the course that the visitor may see: open or closed, with the own best mark."""
    return quiz_list(context, course, None)


@register.inclusion_tag("quizzes/_quiz_list.html", takes_context=True)
def reading_quizzes(context: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """The quizzes on one reading."""
    return quiz_list(context, reading.course, reading)


def quiz_list(context: dict[str, Any], course: Course, reading: Reading | None) -> dict[str, Any]:
    user = context["user"]
    known = context.get("teaches")
    return {
        "lines": quiz_lines(user, course, reading),
        "course": course,
        "teaches": teaches(user, course) if known is None else known,
    }


@register.simple_tag
def moment(when: datetime) -> SafeString:
    """A date and time for people and machines."""
    local = timezone.localtime(when)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), date_format(local, "j F Y, H:i"))


@register.filter
def at(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The entry of a mapping, empty where there is none."""
    return mapping.get(key, "")
