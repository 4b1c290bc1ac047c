"""Asks one address as one user, takes all back, and says what came of it."""

import re
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from . import ledger

WORD = re.compile(r"zq[0-9a-f]{14}")
WRITING = re.compile(r"\s*(INSERT|UPDATE|DELETE|WITH)", re.IGNORECASE)


@dataclass
class Outcome:
    """`heard`: whose words came back; `changed`: the tables in which something of B is not what it was."""

    response: HttpResponse
    heard: set[str]
    changed: list[str]


class Asker:
    """A user at the keyboard."""

    def __init__(self, user, words):
        self.client = Client(raise_request_exception=False)
        self.client.force_login(user)
        self.words = words
        self.before = ledger.entries()

    def ask(self, method, url, data=None) -> Outcome:
        with undone(), _written() as statements:
            response = getattr(self.client, method)(url, data or {}) if data else self.client.get(url)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            after = ledger.entries() if statements and not connection.needs_rollback else self.before
        text = f"{response.reason_phrase} {dict(response.items())} {body.decode(errors='replace')}"
        heard = {self.words.of[word] for word in WORD.findall(text) if word in self.words.of}
        return Outcome(response, heard, [table for table in after if after[table] != self.before[table]])


@contextmanager
def undone():
    """What the database is told in this block is forgotten after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _written():
    statements = []

    def note(execute, sql, *rest):
        if WRITING.match(sql):
            statements.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield statements
