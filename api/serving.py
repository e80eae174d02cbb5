"""A store that the requests of a server share, reopened when the ledger has moved on."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

from api.workspace import Workspace
from graph import Language, Store

PAUSE = 1.0  # seconds between two openings, as an ingest moves the ledger on with every document


class SharedStore:
    """Hands out a store that is open for reading and closes it when nobody reads any more."""

    def __init__(self, workspace: Workspace, language: Language) -> None:
        self._workspace = workspace
        self._language = language
        self._store: Store | None = None
        self._version = 0
        self._opened = 0.0
        self._readers = 0
        self._free = Condition()

    @contextmanager
    def lease(self) -> Iterator[Store]:
        """Hand out the store, first reopened if it is old; raise StoreError where that fails."""
        with self._free:
            while self._is_old() and self._readers:
                self._free.wait()
            if self._is_old():
                self._reopen()
            store = self._store
            assert store is not None
            self._readers += 1
        try:
            yield store
        finally:
            with self._free:
                self._readers -= 1
                self._free.notify_all()

    def close(self) -> None:
        """Close the store once the last reader has gone."""
        with self._free:
            self._free.wait_for(lambda: self._readers == 0)
            self._close()

    def _is_old(self) -> bool:
        if self._store is None:
            return True
        return (self._workspace.ledger.version != self._version
                and monotonic() - self._opened > PAUSE)

    def _reopen(self) -> None:
        self._close()
        self._workspace.mend(self._language)
        self._version = self._workspace.ledger.version
        self._store = self._workspace.open(self._language, read_only=True)
        self._opened = monotonic()

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
