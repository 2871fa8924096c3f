"""The page on which a table is put right: its cells, its rows and columns."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import Truncator

from readings.admin.changes import block_context, changed, forms_of
from readings.admin.editing_forms import OF_TABLE, name_of
from readings.admin.pages import desk_page
from readings.models import Block, Reading
from readings.services.editing import edit_apply
from readings.services.editing_places import EditError

MOST_CELLS = 800
"""On one page: Django takes no form of more than a thousand fields."""


def table_page(desk: ModelAdmin[Reading], request: HttpRequest, reading: Reading, row: Block) -> HttpResponse:
    """A table's cells, so many rows at a time, and the changes of its rows and columns."""
    here = reverse("admin:readings_reading_block", args=[reading.pk, row.pk])
    grid = [line.split("\t") for line in row.text.split("\n")]
    columns = list(enumerate(f"column {n}: {Truncator(text).chars(30)}" for n, text in enumerate(grid[0], 1)))
    numbered = list(enumerate(f"row {n}: {Truncator(' · '.join(line)).chars(60)}" for n, line in enumerate(grid, 1)))
    of_rows = dict.fromkeys(("table_row_put", "table_row_out", "table_part"), numbered)
    of_columns = dict.fromkeys(("table_column_put", "table_column_join"), columns)
    rows = forms_of(request, OF_TABLE, row, {**of_rows, **of_columns})
    if edit := changed(request, reading, row, rows):
        desk.message_user(request, f"{edit}.", messages.SUCCESS)
        return redirect(here)
    wrong = ""
    if request.POST.get("action") == "table_cells":
        grid = _entered(request, grid)
        message, by = f"Moved words between cells of {name_of(row)}", request.user
        try:
            edit = edit_apply(reading=reading, action="table_cells", target=row.key, message=message, by=by, rows=grid)  # type: ignore[arg-type]
        except EditError as error:
            wrong = str(error)
        else:
            desk.message_user(request, f"{edit}.", messages.SUCCESS)
            return redirect(f"{here}?{request.GET.urlencode()}")
    page = Paginator(list(enumerate(grid)), max(1, MOST_CELLS // len(grid[0]))).get_page(request.GET.get("page"))
    context = {"page": page, "wrong": wrong, "columns": range(1, len(grid[0]) + 1)}
    return desk_page(desk, request, "table.html", {**block_context(reading, row, rows), **context})


def _entered(request: HttpRequest, grid: list[list[str]]) -> list[list[str]]:
    """The cells as entered; those on other pages of the form as they are."""
    return [
        [request.POST.get(f"cell-{row}-{column}", text) for column, text in enumerate(line)]
        for row, line in enumerate(grid)
    ]
