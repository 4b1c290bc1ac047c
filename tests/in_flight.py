"""The requests that the live server is answering."""

from threading import Condition

from django.core.signals import request_finished, request_started

LONGEST = 60  # seconds


class InFlight:
    """Counts requests between their beginning and their end, in whatever thread."""

    def __init__(self):
        self._count, self._changed = 0, Condition()

    def __enter__(self):
        request_started.connect(self._begin)
        request_finished.connect(self._end)
        return self

    def __exit__(self, *error):
        request_started.disconnect(self._begin)
        request_finished.disconnect(self._end)

    def wait(self) -> None:
        """Until all are answered. Raises AssertionError if one is not."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._count <= 0, LONGEST), "The live server still answers."

    def _begin(self, **kwargs):
        self._change(1)

    def _end(self, **kwargs):
        self._change(-1)

    def _change(self, by):
        with self._changed:
            self._count += by
            self._changed.notify_all()
