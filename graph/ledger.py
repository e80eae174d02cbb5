"""The ledger: what was read from each file, and what each store has applied of it.

One SQLite file in the data folder is the truth; stores are derived and can be rebuilt from it.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph import serial
from graph.database import Database, Do
from graph.entry import Entry, Outcome
from graph.errors import LedgerError
from ontology import Batch

FILE = "ledger.sqlite"
FORMAT = 1
TABLES = (
    """CREATE TABLE entries (name TEXT, sha256 TEXT, rules TEXT, status TEXT, error TEXT,
       document TEXT, title TEXT, warnings TEXT, text TEXT, content BLOB, batch BLOB, digest TEXT,
       PRIMARY KEY (name, sha256, status))""",
    "CREATE UNIQUE INDEX entries_document ON entries (document) WHERE status = 'read'",
    "CREATE INDEX entries_sha256 ON entries (sha256)",
    "CREATE TABLE applied (store TEXT, document TEXT, digest TEXT, PRIMARY KEY (store, document))",
)
BRIEF = "SELECT name, sha256, rules, status, error, document, title, warnings"


class Ledger:
    """The ledger of a data folder; the folder is made when it is missing."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(folder / FILE, FORMAT, TABLES)

    @property
    def version(self) -> int:
        """A number that grows with every write, by which a reading process sees that it is old."""
        return self._database.version

    def put(self, entry: Entry) -> Outcome:
        """Keep an entry in the place of what it replaces, in one transaction.

        A read file replaces the file that is the same document, and the same bytes read by other
        rules; refusals of its name or of its bytes are forgotten. A refusal replaces no document.
        """
        with self._database.transaction() as do:
            if entry.status == "refused":
                _insert(do, entry)
                return Outcome("refused")
            do("DELETE FROM entries WHERE status = 'refused' AND (sha256 = ? OR name = ?)",
               (entry.sha256, entry.name))
            former = do("SELECT name, sha256, rules FROM entries WHERE status = 'read' "
                        "AND (document = ? OR sha256 = ?) ORDER BY document = ? DESC",
                        (entry.document, entry.sha256, entry.document)).fetchall()
            if (entry.name, entry.sha256, entry.rules) in former:
                return Outcome("unchanged", entry.document)
            do("DELETE FROM entries WHERE status = 'read' AND (document = ? OR sha256 = ?)",
               (entry.document, entry.sha256))
            _insert(do, entry)
        return Outcome("replaced" if former else "new", entry.document,
                       former[0][0] if former else "")

    def known(self, sha256: str, rules: str) -> Entry | None:
        """Return, without its texts, what the same bytes gave by the same rules."""
        rows = self._database.rows(f"{BRIEF} FROM entries WHERE sha256 = ? AND rules = ? "
                                   "ORDER BY status, name LIMIT 1", (sha256, rules))
        return _brief(rows[0]) if rows else None

    def entries(self) -> list[Entry]:
        """Return all entries by name, without content, text and batch."""
        return [_brief(row) for row in
                self._database.rows(f"{BRIEF} FROM entries ORDER BY name, sha256, status")]

    def entry(self, document: str) -> Entry | None:
        """Return all that is kept of a document."""
        rows = self._database.rows(f"{BRIEF}, text, content, batch FROM entries "
                                   "WHERE document = ? AND status = 'read'", (document,))
        if not rows:
            return None
        *brief, text, content, batch = rows[0]
        return replace(_brief(brief), text=text, content=content,
                       batch=_batch(document, batch))

    def text(self, document: str) -> str | None:
        """Return the text to which the evidence of a document's facts points."""
        rows = self._database.rows("SELECT text FROM entries WHERE document = ? "
                                   "AND status = 'read'", (document,))
        return str(rows[0][0]) if rows else None

    def remove(self, document: str) -> bool:
        """Forget a document; tell whether there was one."""
        with self._database.transaction() as do:
            return do("DELETE FROM entries WHERE document = ? AND status = 'read'",
                      (document,)).rowcount > 0

    def batches(self, documents: Iterable[str] | None = None) -> Iterator[Batch]:
        """Yield the records of all or of some documents, in the order of document ids."""
        for document in sorted(self.digests() if documents is None else documents):
            for row in self._database.rows("SELECT batch FROM entries WHERE document = ? "
                                           "AND status = 'read'", (document,)):
                yield _batch(document, row[0])

    def digests(self) -> dict[str, str]:
        """Return the digest of each document's records, by document id."""
        return dict(self._database.rows("SELECT document, digest FROM entries "
                                        "WHERE status = 'read' ORDER BY document"))

    def applied(self, store: str) -> dict[str, str]:
        """Return the digest of what a store holds of each document, "" where that is open."""
        return dict(self._database.rows("SELECT document, digest FROM applied WHERE store = ?",
                                        (store,)))

    def mark(self, store: str, digests: Mapping[str, str]) -> None:
        """Note what a store holds; "" before a change, as a crash may come between."""
        if not digests:
            return
        with self._database.transaction() as do:
            for document, digest in digests.items():
                do("INSERT OR REPLACE INTO applied VALUES (?, ?, ?)", (store, document, digest))

    def forget(self, store: str, document: str | None = None) -> None:
        """Note that a store holds nothing, or nothing of one document."""
        with self._database.transaction() as do:
            do("DELETE FROM applied WHERE store = ? AND (? IS NULL OR document = ?)",
               (store, document, document))

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def _insert(do: Do, entry: Entry) -> None:
    data = serial.write(entry.batch) if entry.batch else b""
    do("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
       (entry.name, entry.sha256, entry.rules, entry.status, entry.error, entry.document,
        entry.title, json.dumps(entry.warnings, ensure_ascii=False), entry.text, entry.content,
        serial.pack(data), serial.digest(data)))


def _brief(row: Sequence[Any]) -> Entry:
    name, sha256, rules, status, error, document, title, warnings = row
    return Entry(name, sha256, rules, status, error, document, title,
                 warnings=tuple(json.loads(warnings)))


def _batch(document: str, packed: bytes) -> Batch:
    try:
        return serial.read(serial.unpack(packed))
    except (zlib.error, ValueError) as error:
        raise LedgerError(f"The ledger's records of {document} are damaged; remove the document "
                          "and ingest its file again.") from error
