"""`make dev`: tracebacks on the page, files as they stand on the disk."""

from .base import *  # noqa: F403
from .base import STORAGES, VAR_DIR, env

DEBUG = True
SECRET_KEY = "only-for-development-on-this-machine"
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
MAIL_DELIVERY = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(VAR_DIR / "mail")
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
