"""Makes an API client for an LMS and prints its id and secret, the secret for the only time."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.accounts.clients import UnknownScope, client_create
from config.accounts.models import User
from readings.permissions import courses_taught_by


class Command(BaseCommand):
    help = "Make an API client for a learning management system; it sees the courses that its owner teaches."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--owner", required=True, help="username of the instructor in whose name it acts")
        parser.add_argument("--name", required=True, help="what the client is called in lists")
        parser.add_argument("--scopes", required=True, help='any of "enrolments progress grades"')

    def handle(self, *args: Any, **options: Any) -> None:
        owner = User.objects.filter(username=options["owner"]).first()
        if owner is None:
            raise CommandError(f"There is no user {options['owner']!r}. Name the instructor's username.")
        try:
            client = client_create(owner=owner, name=options["name"], scopes=options["scopes"].split())
        except UnknownScope as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"client id      {client.application.client_id}")
        self.stdout.write(f"client secret  {client.secret}")
        self.stdout.write("Keep the secret now: only a hash of it is stored, and it cannot be shown again.")
        slugs = courses_taught_by(owner).order_by("slug").values_list("slug", flat=True)
        self.stdout.write(f"It sees: {', '.join(slugs) or 'nothing yet, for its owner teaches no course'}")
