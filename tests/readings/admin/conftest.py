"""An instructor at the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, TestCase


class CommittingClient(Client):
    """Each request is committed, as on a real site, and the jobs that wait for that begin."""

    def request(self, **request: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)


@pytest.fixture
def desk(ines):
    client = CommittingClient()
    client.force_login(ines)
    return client
