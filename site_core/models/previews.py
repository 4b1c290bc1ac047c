"""How previews are offered to editors."""

from django.utils.translation import gettext_lazy as _

# `preview_sizes` of everything that has a preview; an icon each, so the words are all there is to be understood by.
PREVIEW_SIZES = [
    {"name": "phone", "icon": "mobile-alt", "device_width": 375, "label": _("On a phone")},
    {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("On a tablet")},
    {"name": "desk", "icon": "desktop", "device_width": 1280, "label": _("On a large screen")},
]
