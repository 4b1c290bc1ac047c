"""Work in progress on the demo's desk, for the pictures of the handbook: drafts, a review, plans and a bundle."""

from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Workflow
from wagtail.rich_text import RichText

from blog.models import ArticleAuthor, ArticlePage, Author, CategoryPage
from site_core.bundles.models import Bundle, BundleArticle
from site_core.models import SiteImage, User
from site_core.review import answers, drafts, links

BODY = (
    "<h2>Begin with the window</h2><p>Open it before the kettle boils, and stand there for as long as that takes.</p>",
    "<h2>What changes</h2><p>Very little, and on most mornings. By March it is simply what one does.</p>",
)


def lay_out() -> None:
    """Put a week's work on the desk of the demo's editor and writer."""
    editor, writer = name_person("editor", "Naomi Adeyemi"), name_person("writer", "Imogen Hartley")
    name_person("reviewer", "Amara Osei")
    begun = write("A window, and five minutes", editor, "Tea and its steam", "mindfulness-and-calm")
    share_with_guest(begun, editor)
    asked = write("What the garden does in February", writer, "Seedlings on the sill", "health-and-fitness")
    Workflow.objects.get(active=True).start(asked, writer)
    write("Notes on a quieter kitchen", writer, "", "")
    for day, title, picture in (
        (4, "Seven kinds of Sunday", "One biscuit"),
        (11, "How to sit still with a dog", "A nap in the light"),
        (19, "The case for a smaller wardrobe", "Folded sweatshirt"),
    ):
        plan(write(title, editor, picture, "the-joy-of-small-wins"), editor, next_month(day))
    put_in_bundle(editor)
    article = ArticlePage.objects.get(slug="on-being-interested-in-everything")
    article.review_by = timezone.localdate() + timedelta(days=5)
    article.save_revision(user=editor).publish(user=editor)


def name_person(login: str, name: str) -> User:
    """Give this login the name that its colleagues read."""
    user = User.objects.get(username=login)
    user.first_name, user.last_name = name.split()
    user.save()
    return user


def write(title: str, user: User, picture: str, category: str) -> ArticlePage:
    """A draft of this person's, with a few lines of text."""
    article = ArticlePage(title=title, owner=user, live=False, body=[("section", RichText(text)) for text in BODY])
    article.standfirst = "A small thing, done most days, is easier to keep than a large one that is done once."
    article.search_description = "A small thing that is easy to keep: what it takes, and what it changes by March."
    article.hero = SiteImage.objects.filter(title=picture).first()
    article.category = CategoryPage.objects.filter(slug=category).first()
    article.article_authors.add(ArticleAuthor(author=Author.objects.filter(user=user).first()))
    ArticlePage.objects.get(slug="the-walk-is-the-appointment").get_parent().add_child(instance=article)
    article.save_revision(user=user)
    return ArticlePage.objects.get(pk=article.pk)


def next_month(day: int) -> datetime:
    """Seven in the morning on this day of the coming month."""
    first = (timezone.localtime().replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=day, hour=7, minute=0, second=0, microsecond=0)


def plan(article: ArticlePage, user: User, at: datetime) -> None:
    """Have it go live at this time."""
    article.go_live_at = at
    article.save_revision(user=user).publish(user=user)


def share_with_guest(article: ArticlePage, user: User) -> None:
    """Show it to a guest, who has asked for changes in one place."""
    link, _token = links.share(article, user, days=7, guest="Anna Lindqvist")
    block = article.body[0]
    said = answers.Said("Anna Lindqvist", "Five minutes, or as long as the kettle takes?", f"body.{block.id}", "Text 1")
    answers.ask_for_changes(link, drafts.newest(article), said)
    links.share(ArticlePage.objects.get(slug="the-walk-is-the-appointment"), user, days=14, guest="Dr Fernsby")


def put_in_bundle(user: User) -> None:
    """A bundle that is not ready yet: one of its articles has no picture and no category."""
    bundle = Bundle(name="Spring issue", publish_at=next_month(25))
    ready = write("Spring, by degrees", user, "Hills in the mist", "health-and-fitness")
    late = write("The first hour in the garden", user, "", "")
    bundle.articles = [BundleArticle(article=article) for article in (ready, late)]
    bundle.save()
