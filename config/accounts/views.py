"""One's own account: the name, everything the site keeps, and the way out."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from config.accounts.farewell import account_delete, courses_left_alone
from config.accounts.forms import DeleteForm, NameForm
from config.accounts.personal_data import personal_data


@never_cache
@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your name is saved.")
        return redirect("account_me")
    return render(request, "account/me.html", {"form": form})


@never_cache
@require_GET
def my_data(request: HttpRequest) -> HttpResponse:
    answer = JsonResponse(personal_data(request.user), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="glossa-my-data.json"'
    return answer


@never_cache
@require_http_methods(["GET", "POST"])
def delete_me(request: HttpRequest) -> HttpResponse:
    left_alone = courses_left_alone(request.user)
    form = DeleteForm(request, request.POST or None)
    if request.method == "POST" and not left_alone and form.is_valid():
        account_delete(user=request.user)
        logout(request)
        messages.success(request, "Your account and everything in it is deleted.")
        return redirect("account_login")
    status = 409 if request.method == "POST" and left_alone else 200
    return render(request, "account/delete.html", {"form": form, "left_alone": left_alone}, status=status)
