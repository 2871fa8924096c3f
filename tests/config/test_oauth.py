"""How an LMS gets its token, what it may do with it, and what it may not."""

from __future__ import annotations

import base64

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from oauth2_provider.models import AccessToken, Application

from config.accounts.clients import UnknownScope, client_create
from tests.config.clients import lms

TOKEN = "/api/o/token/"
ENROLMENTS = "/api/v1/courses/caucasus/enrolments/"


@pytest.fixture
def moodle(ines):
    return client_create(owner=ines, name="Moodle", scopes=["enrolments", "grades"])


def ask(client, new, secret=None, **data):
    pair = f"{new.application.client_id}:{secret or new.secret}".encode()
    basic = "Basic " + base64.b64encode(pair).decode()
    return client.post(TOKEN, {"grant_type": "client_credentials", **data}, headers={"authorization": basic})


def bearer(token):
    return Client(headers={"authorization": f"Bearer {token}"})


def test_a_client_gets_a_token_and_opens_what_its_scope_opens(client, moodle, sam):
    answer = ask(client, moodle, scope="enrolments").json()
    assert (answer["token_type"], answer["expires_in"], answer["scope"]) == ("Bearer", 3600, "enrolments")
    people = bearer(answer["access_token"]).get(ENROLMENTS).json()["results"]
    assert [person["username"] for person in people] == ["ines", "sam"]


def test_without_a_named_scope_it_gets_all_it_was_granted(client, moodle):
    assert set(ask(client, moodle).json()["scope"].split()) == {"enrolments", "grades"}


@pytest.mark.parametrize("scope", ["progress", "enrolments progress", "everything"])
def test_a_scope_it_was_not_granted_is_refused(client, moodle, scope):
    response = ask(client, moodle, scope=scope)
    assert (response.status_code, response.json()["error"]) == (400, "invalid_scope")


def test_a_client_made_without_scopes_gets_none(client, ines):
    application = Application.objects.create(
        user=ines, client_type="confidential", authorization_grant_type="client-credentials", client_secret="known"
    )
    response = client.post(
        TOKEN, {"grant_type": "client_credentials", "client_id": application.client_id, "client_secret": "known"}
    )
    assert response.json().get("scope", "") == ""
    token = response.json().get("access_token", "none")
    assert bearer(token).get(ENROLMENTS).status_code in (401, 403)


def test_a_wrong_secret_is_401_in_the_shape_of_the_standard(client, moodle):
    response = ask(client, moodle, secret="wrong")
    assert (response.status_code, response.json()["error"]) == (401, "invalid_client")


def test_neither_secret_nor_token_is_stored_in_clear(client, moodle):
    token = ask(client, moodle).json()["access_token"]
    stored = Application.objects.get()
    assert moodle.secret not in stored.client_secret
    assert token not in str(AccessToken.objects.values_list("token", "token_checksum").get())


@pytest.mark.parametrize(
    "grant",
    ["password", "authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code", "", "\x00"],
)
def test_there_is_no_other_way_to_a_token_and_none_to_try_passwords(client, moodle, sam, grant):
    answers = [
        ask(client, moodle, grant_type=grant, username="sam", password=password)
        for password in ("correct horse battery", "wrong")
    ]
    assert [(answer.status_code, answer.json()["error"]) for answer in answers] == [(400, "unsupported_grant_type")] * 2


def test_a_revoked_token_opens_nothing(client, moodle):
    token = ask(client, moodle).json()["access_token"]
    data = {"token": token, "client_id": moodle.application.client_id, "client_secret": moodle.secret}
    assert client.post("/api/o/revoke/", data).status_code == 200
    assert bearer(token).get(ENROLMENTS).status_code == 401


def test_an_expired_token_opens_nothing_and_is_told_why(ines):
    response = lms(ines, "enrolments", seconds=-1).get(ENROLMENTS)
    assert response.status_code == 401
    assert "expired" in response.json()["error"]["message"]
    assert response["WWW-Authenticate"].startswith("Bearer")


def test_a_token_in_the_address_is_not_read(client, moodle):
    token = ask(client, moodle).json()["access_token"]
    assert client.get(ENROLMENTS, {"access_token": token}).status_code == 401


def test_a_bad_token_is_not_forgiven_because_of_a_session(client, ines):
    client.force_login(ines)
    assert client.get(ENROLMENTS).status_code == 200
    assert client.get(ENROLMENTS, headers={"authorization": "Bearer wrong"}).status_code == 401


def test_a_client_without_owner_sees_nothing(course):
    assert lms(None, "enrolments").get(ENROLMENTS).status_code == 404


def test_a_client_whose_owner_is_switched_off_sees_nothing(ines):
    client = lms(ines, "enrolments")
    ines.is_active = False
    ines.save()
    assert client.get(ENROLMENTS).status_code == 404


def test_a_client_whose_owner_stops_teaching_sees_nothing(ines):
    client = lms(ines, "enrolments")
    ines.enrolments.update(is_active=False)
    assert client.get(ENROLMENTS).status_code == 404


def test_a_client_of_a_student_sees_nothing_of_others(sam):
    assert lms(sam, "enrolments").get(ENROLMENTS).status_code == 403


def test_the_command_prints_id_and_secret_and_what_the_client_sees(ines, capsys):
    call_command("create_api_client", owner="ines", name="Moodle", scopes="grades progress")
    printed = capsys.readouterr().out
    stored = Application.objects.get()
    assert (stored.name, stored.user, stored.allowed.scopes) == ("Moodle", ines, "grades progress")
    assert stored.client_id in printed
    assert "It sees: caucasus" in printed


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"owner": "nobody"}, "There is no user 'nobody'"),
        ({"scopes": "everything"}, "enrolments, progress, grades"),
        ({"scopes": ""}, "Name one or more"),
    ],
)
def test_the_command_says_what_is_wrong_and_makes_nothing(ines, wrong, says):
    with pytest.raises(CommandError, match=says):
        call_command("create_api_client", **{"owner": "ines", "name": "Moodle", "scopes": "grades", **wrong})
    assert not Application.objects.exists()


def test_an_unknown_scope_makes_no_client(ines):
    with pytest.raises(UnknownScope):
        client_create(owner=ines, name="Moodle", scopes=["grades", "all"])
