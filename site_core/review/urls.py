from django.urls import path

from .views import guest

urlpatterns = [
    path("<str:token>/", guest.Guest.as_view(), name="review"),
    path("<str:token>/media/<str:name>", guest.media, name="review_media"),
]
