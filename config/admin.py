"""The instructor's desk: Django's admin under our name, open to whoever teaches a course and to superusers."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from quizzes.permissions import questions_reviewable_by
from quizzes.selectors.desk import desk_of
from quizzes.services.evidence import questions_recheck_evidence
from readings.permissions import at_the_desk


class GlossaAdminSite(AdminSite):
    site_header = "Glossa"
    site_title = "Glossa"
    index_title = "Desk"
    enable_nav_sidebar = False

    index_template = "admin/index.html"

    def index(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """The desk answers first what needs the instructor now."""
        questions_recheck_evidence(questions=questions_reviewable_by(request.user))
        return super().index(request, {"desk": desk_of(request.user), **(extra_context or {})})

    def has_permission(self, request: HttpRequest) -> bool:
        return at_the_desk(request)

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """There is one log-in page for all, with its brute-force guard; a student who comes here is sent home."""
        if request.user.is_authenticated:
            return HttpResponseRedirect(resolve_url("readings:home"))
        next_page = request.GET.get("next") or request.get_full_path()
        return HttpResponseRedirect(f"{resolve_url('account_login')}?{urlencode({'next': next_page})}")
