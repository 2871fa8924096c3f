"""An instructor at the desk."""

from __future__ import annotations

import pytest


@pytest.fixture
def desk(client, ines):
    client.force_login(ines)
    return client
