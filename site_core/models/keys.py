from django.db import models
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor


class _HideableRow(ForwardManyToOneDescriptor):
    def get_object(self, instance):
        try:
            return super().get_object(instance)
        except self.field.remote_field.model.DoesNotExist:
            return None


class HideableForeignKey(models.ForeignKey):
    """A key to a row that may be hidden from readers: to them the attribute is None, as if nothing were chosen."""

    forward_related_accessor_class = _HideableRow

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs
