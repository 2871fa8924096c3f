"""Log-in: by name or e-mail, closed for a while after eight wrong passwords, and out again by a form."""

from __future__ import annotations

import pytest
from django.core.cache import cache

LOGIN = "/accounts/login/"
RIGHT = "correct horse battery"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()
    yield
    cache.clear()


def try_login(client, login="sam", password="wrong"):  # noqa: S107  a test's password
    return client.post(LOGIN, {"login": login, "password": password})


@pytest.mark.parametrize("login", ["sam", "SAM", "sam@example.org"])
def test_name_and_e_mail_both_open_the_door(client, sam, login):
    response = try_login(client, login, RIGHT)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(sam.pk)


def test_one_is_led_to_the_page_one_wanted(client, sam):
    wanted = client.get("/accounts/me/")["Location"]
    assert wanted == "/accounts/login/?next=/accounts/me/"
    page = client.get(wanted).content.decode()
    assert '<input type="hidden" name="next" value="/accounts/me/">' in page
    response = client.post(LOGIN, {"login": "sam", "password": RIGHT, "next": "/accounts/me/"})
    assert response["Location"] == "/accounts/me/"


def test_a_foreign_address_to_return_to_is_ignored(client, sam):
    response = client.post(LOGIN, {"login": "sam", "password": RIGHT, "next": "https://evil.example/"})
    assert response["Location"] == "/"


def test_a_wrong_password_is_told_without_saying_which_was_wrong(client, sam):
    known, unknown = try_login(client), try_login(client, "nobody")
    for page in (known, unknown):
        assert page.status_code == 200
        assert 'role="alert"' in page.content.decode()
    assert known.context["form"].errors == unknown.context["form"].errors


def test_after_eight_failures_log_in_is_closed_even_with_the_right_password(client, sam):
    statuses = [try_login(client).status_code for _ in range(8)]
    assert statuses == [200] * 7 + [429]
    locked = try_login(client, "sam", RIGHT)
    assert locked.status_code == 429
    assert "Too many failed log-ins" in locked.content.decode()
    assert "/accounts/password/reset/" in locked.content.decode()
    assert "_auth_user_id" not in client.session


def test_another_spelling_of_the_name_does_not_open_it_again(client, sam):
    for name in ("sam", "SAM", "Sam", "sAm", " sam", "saM", "SaM", "sam"):
        response = try_login(client, name)
    assert response.status_code == 429


def test_others_can_still_log_in(client, sam, ines):
    for _ in range(8):
        try_login(client)
    assert try_login(client, "ines", RIGHT).status_code == 302


def test_a_right_password_forgets_earlier_failures(client, sam):
    for _ in range(7):
        try_login(client)
    assert try_login(client, "sam", RIGHT).status_code == 302
    client.post("/accounts/logout/")
    assert try_login(client).status_code == 200


def test_the_lock_counts_the_address_that_a_trusted_proxy_names(client, sam, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for _ in range(8):
        client.post(LOGIN, {"login": "sam", "password": "wrong"}, headers={"x-forwarded-for": "203.0.113.7"})
    other = client.post(LOGIN, {"login": "sam", "password": RIGHT}, headers={"x-forwarded-for": "203.0.113.8"})
    assert other.status_code == 302


def test_without_a_proxy_a_forged_address_does_not_help(client, sam):
    for number in range(8):
        response = client.post(
            LOGIN, {"login": "sam", "password": "wrong"}, headers={"x-forwarded-for": f"203.0.113.{number}"}
        )
    assert response.status_code == 429


def test_only_a_post_logs_out(client, sam):
    client.force_login(sam)
    assert client.get("/accounts/logout/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/accounts/logout/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_an_account_that_is_switched_off_is_told_so(client, sam):
    sam.is_active = False
    sam.save()
    response = try_login(client, "sam", RIGHT)
    assert response["Location"] == "/accounts/inactive/"
    assert "switched off" in client.get("/accounts/inactive/").content.decode()
