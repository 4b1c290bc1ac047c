from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.dispatch import receiver

from . import second_factor, sessions


@receiver(user_logged_in)
def begin_session(request, user, **kwargs):
    sessions.begin(request.session)
    if not second_factor.app_of(user):
        sessions.confirm(request.session)


@receiver(post_save, sender=get_user_model())
def end_sessions_of_who_left(instance, **kwargs):
    """Else a session that slept meanwhile would wake when the account is opened again."""
    if not instance.is_active:
        sessions.end_all(instance)
