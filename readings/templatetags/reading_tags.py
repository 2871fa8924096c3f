"""What the templates of the reading pages and the base page ask for."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse

from readings.models import Block, Reading
from readings.permissions import teaches_any
from readings.selectors.outline import Entry, reading_minutes

register = template.Library()


@register.simple_tag(takes_context=True)
def has_desk(context: dict[str, Any]) -> bool:
    """Whether the menu shows the desk; a page of a course already knows and saves the question to the database."""
    teaches = context.get("teaches")
    user = context.get("user")
    return teaches if teaches is not None else bool(user and teaches_any(user))


@register.simple_tag
def block_url(reading: Reading, block: Block) -> str:
    """The address of a paragraph; the section's page sends on to the one that shows it."""
    address = reverse("readings:section", args=[reading.course.slug, reading.slug, block.section.slug])
    return f"{address}#{quote(block.key)}"


@register.simple_tag
def section_url(reading: Reading, entry: Entry) -> str:
    """The address of a section: its own page, or its place on the page of the one above it."""
    address = reverse("readings:section", args=[reading.course.slug, reading.slug, entry.page.slug])
    return address if entry.has_own_page else f"{address}#s-{entry.section.slug}"


@register.filter
def minutes(words: int) -> str:
    """1500 → "7 min"."""
    return f"{reading_minutes(words)} min"
