"""Sign-up, when it is open and when it is closed."""

from __future__ import annotations

import pytest

from config.accounts.models import User

SIGNUP = "/accounts/signup/"


def details(**fields):
    return {
        "username": "anna",
        "email": "anna@example.org",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
        "first_name": "Anna",
        "last_name": "Berg",
        **fields,
    }


def test_a_newcomer_makes_an_account_with_a_name_and_is_logged_in(client, db):
    response = client.post(SIGNUP, details())
    assert (response.status_code, response["Location"]) == (302, "/")
    anna = User.objects.get(username="anna")
    assert anna.display_name == "Anna Berg"
    assert client.session["_auth_user_id"] == str(anna.pk)


def test_the_name_is_optional(client, db):
    client.post(SIGNUP, details(first_name="", last_name=""))
    assert User.objects.get(username="anna").display_name == "anna"


def test_one_is_led_to_the_page_one_wanted(client, db):
    assert client.post(SIGNUP, details(next="/accounts/me/"))["Location"] == "/accounts/me/"


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": "sam"},
        {"username": ""},
        {"email": "sam@example.org"},
        {"email": "not an address"},
        {"password1": "short", "password2": "short"},
        {"password2": "something else altogether"},
        {"password1": "anna@example.org", "password2": "anna@example.org"},
    ],
)
def test_wrong_details_are_told_at_the_field_and_nothing_is_stored(client, sam, wrong):
    page = client.post(SIGNUP, details(**wrong))
    assert page.status_code == 200
    assert 'class="wrong"' in page.content.decode()
    assert User.objects.count() == 1


def test_a_closed_site_makes_no_accounts_and_says_where_they_come_from(client, db, settings):
    settings.SIGNUP_OPEN = False
    for response in (client.get(SIGNUP), client.post(SIGNUP, details())):
        assert "Sign-up is closed" in response.content.decode()
    assert not User.objects.exists()
