"""Connections to an open LadybugDB file: each call has one to itself.

The engine keeps the plans of texts with a connection, so those of queries that ended well are kept
for the next. Writing takes a fresh one: a plan may be of a table that is gone, and a query leaves
its time limit behind.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import ladybug

from graph import trouble
from graph.backends.ladybug.file import release


class Connections:
    """The connections of a file, which is closed when the calls that use it have ended."""

    def __init__(self, path: Path, database: ladybug.Database) -> None:
        self._path = path
        self._database: ladybug.Database | None = database
        self._idle = threading.Condition()
        self._calls = 0
        self._spare: list[ladybug.Connection] = []
        self._made = 0  # how often the tables were made anew

    @contextmanager
    def fresh(self) -> Iterator[ladybug.Connection]:
        """Lend a new connection and close it after."""
        connection, _ = self._begin(spare=False)
        try:
            yield connection
        finally:
            self._end(connection, made=-1)

    @contextmanager
    def kept(self) -> Iterator[ladybug.Connection]:
        """Lend a kept connection, or a new one, and keep it where the call ends well."""
        connection, made = self._begin(spare=True)
        ended = -1
        try:
            yield connection
            ended = made
        finally:
            self._end(connection, ended)

    def renew(self) -> None:
        """Close the kept connections: their plans are of tables that are gone."""
        with self._idle:
            self._made += 1
            self._close_spare()

    def close(self) -> None:
        """Close the file once the calls that use it have ended."""
        with self._idle:
            database, self._database = self._database, None
            self._idle.wait_for(lambda: self._calls == 0)
            self._close_spare()
        if database is not None:
            release(self._path, database)

    def _begin(self, *, spare: bool) -> tuple[ladybug.Connection, int]:
        with self._idle:
            if self._database is None:
                raise trouble.closed(self._path)
            connection = self._spare.pop() if spare and self._spare else \
                ladybug.Connection(self._database)
            self._calls += 1
            return connection, self._made

    def _end(self, connection: ladybug.Connection, made: int) -> None:
        """Give up what a call left open; keep the connection if the tables are those of `made`."""
        with suppress(RuntimeError):  # no transaction is left: committed or given up
            connection.execute("ROLLBACK")
        with self._idle:
            if made == self._made and self._database is not None:
                self._spare.append(connection)
            else:
                connection.close()
            self._calls -= 1
            self._idle.notify_all()

    def _close_spare(self) -> None:
        while self._spare:
            self._spare.pop().close()
