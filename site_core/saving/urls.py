"""Stand before Wagtail's own under admin/, as they are for whose session has ended."""

from django.urls import path

from . import views

urlpatterns = [
    path("saving/session/", views.session, name="saving_session"),
    path("saving/password/", views.password, name="saving_password"),
    path("saving/code/", views.code, name="saving_code"),
]
