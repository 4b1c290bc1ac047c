import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.production")
os.environ.setdefault("CONNECT_AS_READER", "true")

application = get_wsgi_application()

from site_core.door import require_reader  # noqa: E402  needs the settings

require_reader()
