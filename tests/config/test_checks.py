"""``manage.py check --deploy`` names what a bad deployment lacks, and is silent about a good one."""

from __future__ import annotations

import pytest
from django.core.checks import registry, run_checks

from config.checks import deployment_is_safe

GOOD = {
    "DEBUG": False,
    "ALLOWED_HOSTS": ["glossa.example.org"],
    "SECRET_KEY": "7fK!pQ2xLr9#vT4mZs8&wB1nYc6^hJ3gDe5*uA0oXi(R)kWqNb",
    "HTTPS": True,
    "BEHIND_PROXY": True,
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "DEFAULT_FROM_EMAIL": "glossa@example.org",
}


@pytest.fixture
def good(settings, tmp_path):
    for name, value in GOOD.items():
        setattr(settings, name, value)
    (tmp_path / "staticfiles.json").write_text("{}", encoding="utf-8")
    settings.STATIC_ROOT = tmp_path
    return settings


def found():
    return [message.id for message in deployment_is_safe(None)]


def test_a_good_deployment_is_passed_in_silence(good):
    assert found() == []


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("ALLOWED_HOSTS", [], ["glossa.E001"]),
        ("ALLOWED_HOSTS", ["*"], ["glossa.E002"]),
        ("SECRET_KEY", "short", ["glossa.E003"]),
        ("SECRET_KEY", "a" * 60, ["glossa.E003"]),
        ("DEBUG", True, ["glossa.E004"]),
        ("STATIC_ROOT", "/not/there", ["glossa.E005"]),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", ["glossa.W001"]),
        ("DEFAULT_FROM_EMAIL", "glossa@localhost", ["glossa.W004"]),
        ("HTTPS", False, ["glossa.W002"]),
        ("BEHIND_PROXY", False, ["glossa.W003"]),
    ],
)
def test_each_fault_is_named_with_what_to_set(good, name, value, ids):
    setattr(good, name, value)
    messages = deployment_is_safe(None)
    assert [message.id for message in messages] == ids
    assert all(message.hint for message in messages)


def test_they_are_run_by_the_command(good):
    good.ALLOWED_HOSTS = ["*"]
    messages = run_checks(tags=["security"], include_deployment_checks=True)
    assert "glossa.E002" in [message.id for message in messages]
    assert deployment_is_safe in registry.registry.deployment_checks
