"""A password can be changed, set and, by a link in an e-mail, replaced."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache

NEW = "a wholly different phrase"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()
    yield
    cache.clear()


def test_a_changed_password_counts_and_leads_back_to_the_account(client, sam):
    client.force_login(sam)
    response = client.post(
        "/accounts/password/change/", {"oldpassword": "correct horse battery", "password1": NEW, "password2": NEW}
    )
    assert response["Location"] == "/accounts/me/"
    sam.refresh_from_db()
    assert sam.check_password(NEW)


def test_the_old_password_is_asked_for(client, sam):
    client.force_login(sam)
    page = client.post("/accounts/password/change/", {"oldpassword": "wrong", "password1": NEW, "password2": NEW})
    assert 'class="wrong"' in page.content.decode()
    sam.refresh_from_db()
    assert not sam.check_password(NEW)


def test_who_has_no_password_is_led_to_set_one(client, sam):
    sam.set_unusable_password()
    sam.save()
    client.force_login(sam)
    assert client.get("/accounts/password/change/")["Location"] == "/accounts/password/set/"
    client.post("/accounts/password/set/", {"password1": NEW, "password2": NEW})
    sam.refresh_from_db()
    assert sam.check_password(NEW)


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client, sam, mailoutbox):
    assert client.post("/accounts/password/reset/", {"email": "sam@example.org"}).status_code == 302
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body).group(1)
    form = client.get(link, follow=True)
    assert "Choose a new password" in form.content.decode()
    done = client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your password is changed" in done.content.decode()
    sam.refresh_from_db()
    assert sam.check_password(NEW)
    again = client.get(link, follow=True)
    assert "This link no longer works" in again.content.decode()


def test_an_unknown_address_gets_the_same_answer(client, sam):
    known = client.post("/accounts/password/reset/", {"email": "sam@example.org"}, follow=True)
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
