"""The site's settings as the tests run with them: development mode, quick password hashing, and a watch on queries per row."""

from __future__ import annotations

import os

os.environ.setdefault("DEBUG", "1")

from config.settings import *  # noqa: F403  a settings module is all names of another
from config.settings import INSTALLED_APPS, MIDDLEWARE, REST_FRAMEWORK

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
# Logging out, adding an e-mail address and a wrong client secret read one row twice, in code that is not ours; an
# attempt whose time is over is locked to close it, and again to refuse the answer that came too late.
ZEAL_ALLOWLIST = [
    {"model": "sessions.Session"},
    {"model": "account.EmailAddress"},
    {"model": "oauth2_provider.Application"},
    {"model": "quizzes.Attempt", "field": "get()"},
    # A question is checked within its course, whose readings are read whole, one after another, and then kept.
    *(
        {"model": "readings.Reading", "field": parts}
        for parts in ("sections", "blocks", "notes", "references", "findings")
    ),
]
REST_FRAMEWORK = {**REST_FRAMEWORK, "DEFAULT_THROTTLE_CLASSES": []}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # nothing is collected for tests
