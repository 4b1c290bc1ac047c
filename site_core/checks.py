"""Rules of the house that Django can check at start."""

from django.conf import settings
from django.core.checks import Error, register


@register()
def site_url_has_a_scheme(app_configs, **kwargs):
    if settings.SITE_URL.startswith(("http://", "https://")):
        return []
    return [Error("SITE_URL must begin with https:// (or http:// on this machine).", id="site_core.E001")]
