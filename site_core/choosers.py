"""Choosers and lists of the admin that show an editor what is live or theirs."""

from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.snippets.views import chooser

from .limits import choosable, owned


class LimitedImages(ImagesAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=owned(self.request.user, self.model).values("pk"))


class LimitedDocuments(DocumentsAdminAPIViewSet):
    def get_queryset(self):
        return super().get_queryset().filter(pk__in=owned(self.request.user, self.model).values("pk"))


class LimitedList:
    def get_object_list(self):
        return choosable(self.request.user, self.model_class)


class LimitedChooseView(LimitedList, chooser.ChooseView):
    pass


class LimitedResultsView(LimitedList, chooser.ChooseResultsView):
    pass


class LimitedChosenView(chooser.SnippetChosenView):
    def get_object(self, pk):
        return choosable(self.request.user, self.model_class).get(pk=pk)


class LimitedChosenMultipleView(chooser.SnippetChosenMultipleView):
    def get_objects(self, pks):
        return choosable(self.request.user, self.model_class).filter(pk__in=pks)


class LimitedChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = LimitedChooseView
    choose_results_view_class = LimitedResultsView
    chosen_view_class = LimitedChosenView
    chosen_multiple_view_class = LimitedChosenMultipleView
