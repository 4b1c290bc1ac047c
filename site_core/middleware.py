from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin.admin_url_finder import AdminURLFinder

from .models import NotPublishable


class NotPublishableMiddleware:
    """Tells an editor what is missing when an incomplete object is published, from whichever screen."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, NotPublishable):
            return None
        title = gettext("“%(title)s” is not published yet.") % {"title": exception.obj}
        if request.headers.get("accept") == "application/json":
            return JsonResponse(
                {"success": False, "error_message": " ".join([title, *exception.sentences])}, status=422
            )
        messages.error(request, " ".join([title, *exception.sentences]))
        return redirect(AdminURLFinder(request.user).get_edit_url(exception.obj) or "wagtailadmin_home")
