from django_tasks import task

from .carrying import carry_out
from .models import BulkChange

A_TURN = 15  # s; then others of the queue come first, and what is due to be published


@task()
def go_on(change_id: int) -> None:
    """Carry on with a change, or with undoing it, until all its objects are done."""
    change = BulkChange.objects.filter(pk=change_id).first()
    if change and not carry_out(change, A_TURN):
        go_on.enqueue(change_id)
