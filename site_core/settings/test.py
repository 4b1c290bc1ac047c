"""pytest: quick passwords, tasks at once, mail in memory."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, STORAGES

DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = MAIL_DELIVERY = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
WAGTAILADMIN_BASE_URL = "http://localhost"
REQUIRE_SECOND_FACTOR = False  # what is tested is mostly something else
TRUSTED_PROXIES = 0

# The live server finds static files where they are written; nothing has been collected.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]

CHECK_LINKS = False  # no test asks anything of any network
