"""The admin's own API publishes and copies past `Publishable.publish()`; here it asks the gate first."""

from rest_framework.exceptions import ValidationError
from wagtail.admin.api.actions.copy import CopyPageAPIAction
from wagtail.admin.api.actions.create_alias import CreatePageAliasAPIAction
from wagtail.admin.api.actions.publish import PublishPageAPIAction

from site_core.models import NotPublishable
from site_core.models.publishing import require_publisher

from .paths import require_copyable, require_publishable


class _AsksFirst:
    def execute(self, instance, data):
        try:
            self.ask(instance, data)
        except NotPublishable as error:
            raise ValidationError(error.sentences) from error
        return super().execute(instance, data)


class CheckedPublish(_AsksFirst, PublishPageAPIAction):
    def ask(self, instance, data):
        require_publishable(instance.get_latest_revision_as_object())
        require_publisher(instance.get_latest_revision(), self.request.user)


class CheckedCopy(_AsksFirst, CopyPageAPIAction):
    def ask(self, instance, data):
        if data["keep_live"]:
            require_copyable(instance, data["recursive"])


class CheckedAlias(_AsksFirst, CreatePageAliasAPIAction):
    def ask(self, instance, data):
        require_copyable(instance, data["recursive"])


ACTIONS = {"publish": CheckedPublish, "copy": CheckedCopy, "create_alias": CheckedAlias}
