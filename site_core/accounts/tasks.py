"""Mail about logins, sent by the worker: how long an answer takes does not tell whether there is any."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django_tasks import task
from wagtail.admin.forms.auth import PasswordResetForm

from . import second_factor


@task()
def send_notice(user_id: int, what: str) -> None:
    """Tell a user what happened to their login. `what` names a template in accounts/mail/, its first line the subject.

    A user deleted meanwhile is nothing to do.
    """
    user = get_user_model().objects.filter(pk=user_id).first()
    if user and user.email:
        context = {
            "user": user,
            "site": settings.WAGTAIL_SITE_NAME,
            "address": settings.WAGTAILADMIN_BASE_URL,
            "codes_left": second_factor.recovery_codes_left(user),
        }
        subject, _, body = render_to_string(f"accounts/mail/{what}.txt", context).strip().partition("\n")
        send_mail(subject, body.strip() + "\n", None, [user.email])


@task()
def send_password_reset(email: str) -> None:
    """Mail a link to everybody with this address, if there is anybody."""
    form = PasswordResetForm({"email": email})
    if form.is_valid():
        site = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        form.save(
            domain_override=site.netloc,
            use_https=site.scheme == "https",
            subject_template_name="wagtailadmin/account/password_reset/email_subject.txt",
            email_template_name="wagtailadmin/account/password_reset/email.txt",
        )
