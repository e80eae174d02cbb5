"""An SQLite file with a version that moves with every write; its faults become LedgerError."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.errors import LedgerError

PATIENCE = 30.0  # seconds to wait for another process that writes
COUNTER = ("CREATE TABLE counter (version INTEGER)", "INSERT INTO counter VALUES (0)")
Do = Callable[[str, Sequence[Any]], sqlite3.Cursor]


class Database:
    """A connection for all threads of this process."""

    def __init__(self, path: Path, format_: int, tables: Iterable[str]) -> None:
        self._path = path
        self._lock = threading.RLock()
        with self._translated():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None,
                                               check_same_thread=False)
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._create(format_, tables)
            except BaseException:
                self._connection.close()
                raise

    @property
    def version(self) -> int:
        """A number that grows with every write, by whichever process."""
        return int(self.rows("SELECT version FROM counter")[0][0])

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a SELECT."""
        with self._lock, self._translated():
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[Do]:
        """Hold a transaction that writes; it is given up on any error."""
        with self._lock, self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection.execute
                self._connection.execute("UPDATE counter SET version = version + 1")
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def try_writing(self) -> None:
        """Begin a transaction that writes and give it up; raise LedgerError where that fails."""
        with self._lock, self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _create(self, format_: int, tables: Iterable[str]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")  # two processes may start at once
        found = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if found not in (0, format_):
            raise LedgerError(f"The ledger {self._path} has format {found}, and this version of "
                              f"the program knows {format_}; use the version that made it, or "
                              "move the file away and ingest the documents again.")
        if found == 0:
            for statement in (*COUNTER, *tables):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {format_}")
        self._connection.execute("COMMIT")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(self._sentence(error)) from error
        except OSError as error:
            raise LedgerError(f"The data folder {self._path.parent} cannot be used "
                              f"({error.strerror}); choose another one.") from error

    def _sentence(self, error: sqlite3.Error) -> str:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            return (f"The ledger {self._path} is damaged; move it away and ingest the files again.")
        if name.startswith("SQLITE_FULL"):
            return f"The disk of {self._path} is full; nothing of this step was kept."
        if name.startswith("SQLITE_BUSY"):
            return f"The ledger {self._path} is being written by another process; try again."
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
            return (f"The data folder {self._path.parent} cannot be written; "
                    "choose another one, or change its permissions.")
        return f"The ledger {self._path} cannot be used: {error}"
