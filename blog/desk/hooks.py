"""What the desk puts into the admin."""

from django.urls import path
from wagtail import hooks

from . import authors  # noqa: F401  its signals are registered by being imported
from .first_steps import FirstSteps
from .new_article import NewArticleItem, NewArticlePanel, NewArticleView, place_for


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("articles/new/", NewArticleView.as_view(), name="new_article"),
        path("articles/new/<slug:layout>/", NewArticleView.as_view(), name="new_article_from"),
    ]


@hooks.register("register_admin_menu_item")
def new_article_item():
    return NewArticleItem()


@hooks.register("construct_homepage_panels")
def panels_of_the_desk(request, panels):
    if not place_for(request.user):
        return
    panels.append(NewArticlePanel())
    steps = FirstSteps(request.user)
    if steps.is_wanted:
        panels.append(steps)
