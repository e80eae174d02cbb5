"""The ledger: what was read from each file, and what each store has applied of it.

One SQLite file in the data folder is the truth; stores are derived and can be rebuilt from it.
"""

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph import decisions, serial, terms, ties
from graph.database import Database, Do
from graph.decisions import Decisions
from graph.entry import Entry, Outcome, Tied
from graph.errors import LedgerError
from graph.parts import DOCUMENT, LINKS, source_of
from graph.terms import Terms
from ontology import Batch

FILE = "ledger.sqlite"
FORMAT = 2
TABLES = (
    """CREATE TABLE entries (name TEXT, sha256 TEXT, rules TEXT, status TEXT, error TEXT,
       document TEXT, title TEXT, warnings TEXT, text TEXT, content BLOB, batch BLOB, digest TEXT,
       PRIMARY KEY (name, sha256, status))""",
    "CREATE UNIQUE INDEX entries_document ON entries (document) WHERE status = 'read'",
    "CREATE INDEX entries_sha256 ON entries (sha256)",
    "CREATE TABLE applied (store TEXT, source TEXT, digest TEXT, PRIMARY KEY (store, source))",
    *ties.TABLES, *decisions.TABLES, *terms.TABLES,
)
# What stores hold of a document: its records, after decisions, and apart from them its links.
RECORDS = """SELECT document, coalesce(ties.digest, entries.digest) AS held,
             coalesce(ties.batch, entries.batch) AS records
             FROM entries LEFT JOIN ties USING (document) WHERE status = 'read'"""
TIES = ("SELECT document, links_digest AS held, links AS records FROM ties "
        "WHERE links IS NOT NULL")
HELD = {DOCUMENT: RECORDS, LINKS: TIES}
BRIEF = "SELECT name, sha256, rules, status, error, document, title, warnings"


class Ledger:
    """The ledger of a data folder; the folder is made when it is missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._database = Database(folder / FILE, FORMAT, TABLES)
        self.decisions = Decisions(self._database)
        self.terms = Terms(self._database, self.decisions)

    @property
    def version(self) -> int:
        """A number that grows with every write, by which a reading process sees that it is old."""
        return self._database.version

    def try_writing(self) -> None:
        """Raise LedgerError where the ledger cannot be written; nothing is changed."""
        self._database.try_writing()

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
            for (document,) in do("DELETE FROM entries WHERE status = 'read' AND "
                                  "(document = ? OR sha256 = ?) RETURNING document",
                                  (entry.document, entry.sha256)).fetchall():
                ties.drop(do, document)
            _insert(do, entry)
            ties.put(do, entry)
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
            ties.drop(do, document)
            return do("DELETE FROM entries WHERE document = ? AND status = 'read'",
                      (document,)).rowcount > 0

    def reading(self, document: str) -> Batch | None:
        """Return a document's records as they were read, before decisions of persons."""
        rows = self._database.rows("SELECT batch FROM entries WHERE document = ? "
                                   "AND status = 'read'", (document,))
        return _batch(document, rows[0][0]) if rows else None

    def stale(self) -> list[str]:
        """Return the documents whose ties have to be found anew, by id."""
        return [row[0] for row in self._database.rows("SELECT document FROM stale ORDER BY 1", ())]

    def offering(self, keys: Collection[str]) -> dict[str, list[str]]:
        """Return, for each of some keys that is offered, the documents that offer it, by id."""
        found: dict[str, list[str]] = {}
        for key in sorted(keys):
            for (document,) in self._database.rows(
                    "SELECT document FROM keys WHERE side = 'offers' AND key = ? ORDER BY 1",
                    (key,)):
                found.setdefault(key, []).append(document)
        return found

    def tie(self, tied: Iterable[Tied]) -> None:
        """Keep the ties of documents that were stale."""
        with self._database.transaction() as do:
            for one in tied:
                ties.tie(do, one)

    def touched(self, document: str) -> list[str]:
        """Return the other documents to which a document's links lead, by id."""
        return [row[0] for row in self._database.rows(
            "SELECT other FROM touched WHERE document = ? ORDER BY 1", (document,))]

    def touching(self, documents: Collection[str]) -> set[str]:
        """Return the documents whose links lead to any of some documents."""
        return {row[0] for other in documents for row in self._database.rows(
            "SELECT document FROM touched WHERE other = ?", (other,))}

    def batches(self, sources: Iterable[str] | None = None) -> Iterator[Batch]:
        """Yield the records of all or of some sources, documents before links, by id."""
        for source in sorted(self.digests() if sources is None else sources):
            kind, document = source_of(source)
            for row in self._database.rows(f"{HELD[kind]} AND document = ?", (document,)):
                yield _batch(document, row[2])

    def digests(self) -> dict[str, str]:
        """Return the digest of the records of each source, `doc:<id>` and `links:<id>`."""
        held = {kind: f"SELECT document, held FROM ({statement}) ORDER BY document"  # noqa: S608
                for kind, statement in HELD.items()}    # without the records, which are large
        return {kind + row[0]: row[1] for kind, statement in held.items()
                for row in self._database.rows(statement, ())}

    def applied(self, store: str) -> dict[str, str]:
        """Return the digest of what a store holds of each source, "" where that is open."""
        return dict(self._database.rows("SELECT source, digest FROM applied WHERE store = ?",
                                        (store,)))

    def mark(self, store: str, digests: Mapping[str, str]) -> None:
        """Note what a store holds; "" before a change, as a crash may come between."""
        if not digests:
            return
        with self._database.transaction() as do:
            for source, digest in digests.items():
                do("INSERT OR REPLACE INTO applied VALUES (?, ?, ?)", (store, source, digest))

    def forget(self, store: str, source: str | None = None) -> None:
        """Note that a store holds nothing, or nothing of one source."""
        with self._database.transaction() as do:
            do("DELETE FROM applied WHERE store = ? AND (? IS NULL OR source = ?)",
               (store, source, source))

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
