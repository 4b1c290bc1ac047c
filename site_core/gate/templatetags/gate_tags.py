from django import template
from django.urls import reverse

from site_core.models import Publishable

register = template.Library()


@register.simple_tag
def findings_address(obj) -> str:
    """Where what the gate finds in objects of this model is told, "0" standing for the key; "" if it has no gate."""
    if not isinstance(obj, Publishable):
        return ""
    return reverse("gate:findings", args=[obj._meta.app_label, obj._meta.model_name, 0])
