"""What a person may tell us: a name for the class, and the password that confirms a farewell."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest

from config.accounts.models import User


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["first_name", "last_name"]
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }


class SignupForm(forms.Form):
    """Added to allauth's own fields, so that an instructor finds names and not only usernames."""

    first_name = forms.CharField(
        max_length=150, required=False, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        max_length=150, required=False, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        user.first_name = self.cleaned_data["first_name"]
        user.last_name = self.cleaned_data["last_name"]
        user.save(update_fields=["first_name", "last_name"])


class DeleteForm(forms.Form):
    """Asks for the password; for the username where the account has none because an LMS brought it."""

    password = forms.CharField(
        label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    username = forms.CharField(label="Your username", widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        self.request = request
        del self.fields["username" if request.user.has_usable_password() else "password"]

    def clean_password(self) -> str:
        if not ratelimit.consume(self.request, action="reauthenticate", user=self.request.user):
            raise forms.ValidationError("Too many tries. Wait a minute and try again.")
        if not self.request.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError("That is not your password.")
        return str(self.cleaned_data["password"])

    def clean_username(self) -> str:
        if self.cleaned_data["username"] != self.request.user.get_username():
            raise forms.ValidationError("That is not your username.")
        return str(self.cleaned_data["username"])
