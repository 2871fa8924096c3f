"""A wrong setting stops the start, and the sentence says what to write."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.fixture(autouse=True)
def no_file_is_remembered(monkeypatch):
    monkeypatch.delenv("SECRET_KEY_FILE", raising=False)
    env.env.ENVIRON.files_cache.clear()
    yield
    env.env.ENVIRON.files_cache.clear()


@pytest.mark.parametrize("word", ["1", "true", "True", "YES", "on", " 1 "])
def test_words_for_on(monkeypatch, word):
    monkeypatch.setenv("HTTPS", word)
    assert env.flag("HTTPS", default=False) is True


@pytest.mark.parametrize("word", ["0", "false", "No", "OFF", ""])
def test_words_for_off(monkeypatch, word):
    monkeypatch.setenv("HTTPS", word)
    assert env.flag("HTTPS", default=True) is False


def test_what_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("HTTPS", raising=False)
    assert env.flag("HTTPS", default=True) is True
    assert env.flag("HTTPS", default=False) is False


def test_a_slip_of_the_pen_does_not_switch_a_protection_off(monkeypatch):
    monkeypatch.setenv("HTTPS", "ture")
    with pytest.raises(ImproperlyConfigured, match="HTTPS must be 1 or 0, not 'ture'"):
        env.flag("HTTPS", default=True)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_number_must_be_above_zero(monkeypatch, value):
    monkeypatch.setenv("UPLOAD_MAX_BYTES", value)
    with pytest.raises(ImproperlyConfigured, match="UPLOAD_MAX_BYTES must be a whole number above 0"):
        env.positive_int("UPLOAD_MAX_BYTES", 5)


def test_a_word_must_be_one_of_the_known(monkeypatch):
    monkeypatch.setenv("EMAIL_VERIFICATION", "always")
    with pytest.raises(ImproperlyConfigured, match="must be one of none, mandatory"):
        env.one_of("EMAIL_VERIFICATION", ["none", "mandatory"], default="none")


def test_without_a_secret_key_only_development_starts(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert env.secret_key(debug=True)
    with pytest.raises(ImproperlyConfigured, match="Set SECRET_KEY"):
        env.secret_key(debug=False)


def test_a_secret_can_come_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("from a file\n", encoding="utf-8")
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))
    assert env.secret_key(debug=False) == "from a file"


def test_a_file_that_is_not_there_is_named(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("SECRET_KEY_FILE", "/not/there")
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY_FILE names a file that cannot be read"):
        env.secret_key(debug=False)


def test_one_variable_names_a_postgresql(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://glossa:pass%40word@db.example.org:5433/glossa")
    found = env.database("sqlite:///x")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example.org", 5433, "glossa")
    assert (found["USER"], found["PASSWORD"]) == ("glossa", "pass@word")


@pytest.mark.parametrize("value", [None, ""])
def test_without_it_there_is_a_file(monkeypatch, value):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if value is not None:
        monkeypatch.setenv("DATABASE_URL", value)
    assert env.database("sqlite:////var/x.sqlite3")["NAME"] == "/var/x.sqlite3"


@pytest.mark.parametrize("value", ["mysql://glossa:topsecret@db/glossa", "topsecret", "oracle://topsecret"])
def test_another_database_is_refused_without_repeating_its_password(monkeypatch, value):
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must be postgres://") as refusal:
        env.database("sqlite:///x")
    assert "topsecret" not in str(refusal.value)


def test_mail_goes_where_the_address_says(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://glossa:word@mail.example.org:587")
    found = env.email()
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example.org", 587, True)


def test_a_wrong_mail_address_is_refused(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "pigeon://loft")
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must be smtp"):
        env.email()
