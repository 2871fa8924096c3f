"""``/healthz`` needs neither host nor log-in, and says when the database is away."""

from __future__ import annotations

from django.db import DatabaseError, connection


def test_it_is_ok_when_the_database_answers(client, db):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_any_host_may_ask_and_no_session_is_begun(client, db, settings):
    settings.ALLOWED_HOSTS = ["glossa.example.org"]
    response = client.get("/healthz", headers={"host": "10.0.0.7"})
    assert response.status_code == 200
    assert not response.cookies


def test_a_load_balancer_without_tls_is_not_redirected(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200


def test_it_is_503_when_the_database_is_away(client, db):
    def refuse(execute, sql, params, many, context):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert b"database" in response.content


def test_it_costs_one_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/healthz")
