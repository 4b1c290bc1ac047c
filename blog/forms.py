from wagtail.admin.forms import WagtailAdminPageForm


class ArticleForm(WagtailAdminPageForm):
    """Says beside its field, when somebody publishes, what is only wrong once it is published."""

    def _post_clean(self):
        super()._post_clean()
        if not self.is_deferred_validation:
            for name, sentences in self.instance.publication_problems().items():
                self.add_error(name, sentences)
