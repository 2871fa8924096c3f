"""``manage.py check --deploy`` names what a bad deployment lacks, and is silent about a good one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.checks import registry, run_checks
from django.utils import timezone

from config.checks import deployment_is_safe, jobs_are_done
from readings.tasks import read_upload

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


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["database"]}}


def found_in_the_database():
    return [message.id for message in jobs_are_done(None, databases=["default"])]


def test_jobs_done_at_once_need_no_worker(db):
    assert found_in_the_database() == []


def test_a_queue_that_no_worker_empties_is_named(db, queue):
    job = read_upload.enqueue(1).db_result
    assert found_in_the_database() == []
    type(job).objects.update(enqueued_at=timezone.now() - timedelta(hours=1))
    assert found_in_the_database() == ["glossa.W005"]


def test_without_a_database_to_look_at_nothing_is_asked(queue):
    assert jobs_are_done(None) == []
