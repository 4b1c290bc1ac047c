"""What every machine shares. What differs comes from the environment, see environment.py."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from site_core import localdb

from .database import as_reader
from .environment import BASE_DIR, env

VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))

SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
LOOPBACK = SITE_URL.startswith(("http://127.0.0.1", "http://localhost", "http://[::1]"))

INSTALLED_APPS = [
    "home",
    "blog",
    "catalogue",
    "site_core",
    "site_core.accounts",
    "site_core.branches",
    "site_core.bulk",
    "site_core.leaving",
    "site_core.recovery",
    "site_core.saving",
    "site_core.review",
    "site_core.bundles",
    "site_core.gate",
    "wagtail_modeladmin",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "site_core.workflow",  # behind it, since it changes whom Wagtail tells
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "site_core.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "site_core.requests.BadRequestMiddleware",
    "site_core.door.DoorMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "site_core.accounts.middleware.AccountsMiddleware",
    "site_core.limits.LimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "site_core.middleware.NotPublishableMiddleware",
    "site_core.requests.DamagedFormMiddleware",
    "site_core.redirects.PublicRedirectMiddleware",
]

ROOT_URLCONF = "site_core.urls"
WSGI_APPLICATION = "site_core.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "site_core.templatetags.site_tags"],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=localdb.database_url(VAR_DIR))}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
CONNECT_AS_READER = env.bool("CONNECT_AS_READER", default=False)  # wsgi.py sets it: the public door
if CONNECT_AS_READER:
    DATABASES["default"] = as_reader(DATABASES["default"])

AUTH_USER_MODEL = "site_core.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "site_core.accounts.passwords.NoticeOfChange"},
]

REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=True)
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
SESSION_COOKIE_AGE = 12 * 60 * 60  # s, of doing nothing
SESSION_ABSOLUTE_AGE = 7 * 24 * 60 * 60  # s, whatever one does
OTP_TOTP_ISSUER = "Spencer Vibes"
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0  # it would lock the owner out; ours does not

# Names and the Secure flag come with https, see https.py. No third cookie for messages.
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # site_core/headers.py knows for which answers
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # X-Frame-Options is set by site_core/headers.py
    "security.W021",  # the preload list is for the owner of the domain to decide
]

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = env("STATIC_ROOT", default=str(VAR_DIR / "static"))
MEDIA_URL = "/media/"
MEDIA_ROOT = env("MEDIA_ROOT", default=str(VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "site_core.storage.JoinedManifestStaticFilesStorage"},
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article is a form of some thousand fields
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
EMAIL_BACKEND = "site_core.workflow.mail.QueuedNotices"  # and what really sends is MAIL_DELIVERY
TAGGIT_CASE_INSENSITIVE = True
CHECK_LINKS = env.bool("CHECK_LINKS", default=True)  # whether the worker asks addresses outside if they still answer

WAGTAIL_SITE_NAME = "Spencer Vibes"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_USER_LOGIN_FORM = "site_core.accounts.forms.LoginForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "site_core.accounts.forms.PasswordResetForm"
WAGTAIL_USER_TIME_ZONES = ["Europe/London", "UTC"]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_AUTOSAVE_INTERVAL = 2000  # ms; every save is a row in the audit log
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILREDIRECTS_AUTO_CREATE = False  # site_core/redirects.py does, for what was published
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_TAG_SPACES_ALLOWED = True
WAGTAILIMAGES_IMAGE_MODEL = "site_core.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "site_core.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "heic"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024**2
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "site_core.SiteDocument"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "mp3", "ogg", "wav", "m4a"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024**2
WAGTAILDOCS_INLINE_CONTENT_TYPES = []  # every document is offered to be saved: under our policy none is shown
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "site_core.search_backend", "SEARCH_CONFIG": "site_english"}}
