"""What goes with a row when it is deleted, as counts: a list of its parts would show other people's private notes."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Model
from django.http import HttpRequest


class CountedDeletion:
    """Mixed into an admin page, it makes the confirmation name the row itself and count the rest."""

    model: type[Model]

    def get_deleted_objects(
        self, objs: Sequence[Model], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        collector = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        collector.collect(objs)
        counts = {str(model._meta.verbose_name_plural): len(rows) for model, rows in collector.model_objs.items()}
        return [str(row) for row in objs], counts, set(), kept_back(collector.protected)


def kept_back(rows: set[Model]) -> list[str]:
    """What stands in the way of the deletion, by kind and number."""
    kinds = sorted({str(row._meta.verbose_name_plural) for row in rows})
    return [f"{kind}: {sum(row._meta.verbose_name_plural == kind for row in rows)}" for kind in kinds]
