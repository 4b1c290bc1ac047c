"""A deployment, and the site that `make run` serves. Every value without a default must be set."""

from .base import *  # noqa: F403
from .base import LOOPBACK, env

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
MAIL = env.email("EMAIL_URL")
MAIL_DELIVERY = MAIL.pop("EMAIL_BACKEND")
vars().update(MAIL)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Spencer Vibes <hello@example.com>")

if not LOOPBACK:
    from .https import *  # noqa: F403
