"""The ledger: what was read from each file, and what each store has applied of it.

One SQLite file in the data folder is the truth; stores are derived and can be rebuilt from it.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph import serial
from graph.database import Database
from graph.entry import Entry, Outcome
from graph.errors import LedgerError
from ontology import Batch

FILE = "ledger.sqlite"
FORMAT = 1
TABLES = (
    "CREATE TABLE entries (name TEXT, sha256 TEXT, rules TEXT, status TEXT, error TEXT, "
    "document TEXT, title TEXT, warnings TEXT, digest TEXT, text TEXT, content BLOB, batch BLOB, "
    "PRIMARY KEY (name, sha256, status))",
    "CREATE UNIQUE INDEX entries_document ON entries (document) WHERE status = 'read'",
    "CREATE INDEX entries_sha256 ON entries (sha256)",
    "CREATE TABLE applied (store TEXT, document TEXT, digest TEXT, PRIMARY KEY (store, document))",
    "CREATE TABLE counter (version INTEGER)",
    "INSERT INTO counter VALUES (0)",
)
BRIEF = "name, sha256, rules, status, error, document, title, warnings"


class Ledger:
    """The ledger of a data folder; the folder is made when it is missing."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(folder / FILE, FORMAT, TABLES)

    def put(self, entry: Entry) -> Outcome:
        """Keep an entry in the place of what it replaces, in one transaction.

        A read file replaces the file that is the same document, and the same bytes read by other
        rules; refusals of its name or bytes are forgotten. A refusal replaces no document.
        """
        return self._refuse(entry) if entry.status == "refused" else self._read(entry)

    def known(self, sha256: str, rules: str) -> Entry | None:
        """Return, without its texts, what the same bytes gave by the same rules."""
        rows = self._database.rows(f"SELECT {BRIEF} FROM entries WHERE sha256 = ? AND rules = ? "
                                   "ORDER BY status, name LIMIT 1", (sha256, rules))
        return _brief(rows[0]) if rows else None

    def entries(self) -> list[Entry]:
        """Return all entries by name, without content, text and batch."""
        return [_brief(row) for row in
                self._database.rows(f"SELECT {BRIEF} FROM entries ORDER BY name, sha256, status")]

    def entry(self, document: str) -> Entry | None:
        """Return all that is kept of a document."""
        rows = self._database.rows(f"SELECT {BRIEF}, text, content, batch FROM entries "
                                   "WHERE document = ? AND status = 'read'", (document,))
        if not rows:
            return None
        *brief, text, content, batch = rows[0]
        return replace(_brief(brief), text=text, content=content, batch=self._batch(batch))

    def text(self, document: str) -> str | None:
        """Return the text in which the evidence of a document's facts points."""
        rows = self._database.rows("SELECT text FROM entries WHERE document = ? "
                                   "AND status = 'read'", (document,))
        return str(rows[0][0]) if rows else None

    def remove(self, document: str) -> bool:
        """Forget a document; tell whether there was one."""
        with self._database.transaction() as do:
            return do("DELETE FROM entries WHERE document = ? AND status = 'read'",
                      (document,)).rowcount > 0
