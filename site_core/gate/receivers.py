from django.dispatch import receiver
from wagtail.signals import published

from .addresses import list_again


@receiver(published)
def list_its_addresses(sender, instance, **kwargs):
    """So that a link which was mended leaves the work queue at once."""
    list_again(instance)
