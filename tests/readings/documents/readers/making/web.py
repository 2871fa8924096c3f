"""A work as a web page with the usual surroundings, and as the chapters of a book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from .source import Part, Run, Work

SURROUNDINGS = """<div class="cookie-banner"><p>We use cookies. Press the button to agree.</p><button>Agree</button></div>
<header class="site-header"><a href="/">The Caucasus Desk</a><form action="/s"><input name="q"><button>Search</button></form></header>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Papers</a></li><li><a href="/c">People</a></li></ul></nav>"""
AFTER = """<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">A paper on tariffs</a></li></ul></aside>
<footer><p>Imprint and contact. All pages are made by hand.</p></footer>"""


def inline(runs: Iterable[Run], notes: str = "linked") -> str:
    made: list[str] = []
    for run in runs:
        if run.note and notes == "linked":
            made.append(f'<sup><a href="#fn{run.note}" id="ref{run.note}">{run.note}</a></sup>')
        elif run.note:
            made.append(f'<a epub:type="noteref" href="{notes}#n{run.note}" id="r{run.note}">{run.note}</a>')
        else:
            made.append(f"<em>{escape(run.text)}</em>" if run.style else escape(run.text))
    return "".join(made)


def blocks(parts: Sequence[Part], notes: str = "linked") -> str:
    made: list[str] = []
    for i, part in enumerate(parts):
        before = parts[i - 1].kind if i else ""
        after = parts[i + 1].kind if i + 1 < len(parts) else ""
        text = inline(part.runs, notes)
        if part.kind == "heading":
            made.append(f"<h{part.level + 1}>{text}</h{part.level + 1}>")
        elif part.kind == "item":
            made.append(
                ("<ul>" if before != "item" else "") + f"<li>{text}</li>" + ("</ul>" if after != "item" else "")
            )
        elif part.kind == "quote":
            made.append(f"<blockquote><p>{text}</p></blockquote>")
        elif part.kind == "table":
            made.append(table(part, inline(parts[i - 1].runs, notes) if before == "caption" else ""))
        elif part.kind != "caption" or after != "table":
            made.append(f"<p>{text}</p>")
    return "\n".join(made)


def table(part: Part, caption: str) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in part.rows[0])
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in part.rows[1:])
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def page(work: Work) -> bytes:
    """A web page with menu, side column, cookie notice and footer, its notes below the text."""
    notes = "".join(
        f'<li id="fn{label}"><p>{inline(runs)} <a href="#ref{label}" class="footnote-back">↩</a></p></li>'
        for label, runs in work.notes.items()
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(work.title)} | The Caucasus Desk</title>
<script>var shown = "never in the text";</script><style>p {{ color: red }}</style></head><body>{SURROUNDINGS}
<main><article><h1>{escape(work.title)}</h1><p class="byline">{escape(work.byline)}</p>
{blocks(work.parts)}</article></main>
<section class="footnotes"><ol>{notes}</ol></section>{AFTER}</body></html>""".encode()
