"""The tables of what ties documents together, and which ties have to be found anew.

A document's links depend on other documents. Each document offers keys (its place, its bodies, the
policies it cites) and needs some; when a document comes, changes or goes, those that need a key
that it offers or offered are stale, itself too, until their ties are written again.
"""

from collections.abc import Iterable

from graph import serial
from graph.database import Do
from graph.entry import Entry, Tied
from ontology.decisions import End

TABLES = (
    """CREATE TABLE keys (document TEXT, side TEXT, key TEXT, PRIMARY KEY (side, key, document))
       WITHOUT ROWID""",
    "CREATE INDEX keys_document ON keys (document)",
    "CREATE TABLE stale (document TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE ties (document TEXT PRIMARY KEY, batch BLOB, digest TEXT, links BLOB,
       links_digest TEXT)""",
    """CREATE TABLE touched (other TEXT, document TEXT, PRIMARY KEY (other, document))
       WITHOUT ROWID""",
)


def outdate(do: Do, document: str) -> None:
    """Mark a document and those that need what it offers as stale."""
    do("""INSERT OR IGNORE INTO stale SELECT document FROM keys WHERE side = 'needs' AND key IN
          (SELECT key FROM keys WHERE document = ? AND side = 'offers')""", (document,))
    do("INSERT OR IGNORE INTO stale VALUES (?)", (document,))


def put(do: Do, entry: Entry) -> None:
    """Keep the keys of a document that was read."""
    for side, keys in (("offers", entry.offers), ("needs", entry.needs)):
        for key in sorted(keys):
            do("INSERT INTO keys VALUES (?, ?, ?)", (entry.document, side, key))
    outdate(do, entry.document)


def drop(do: Do, document: str) -> None:
    """Forget the keys and ties of a document; those that needed them are stale."""
    outdate(do, document)
    do("DELETE FROM stale WHERE document = ?", (document,))
    for table in ("keys", "ties", "touched"):
        do(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608 - names of ours


def concern(do: Do, ends: Iterable[End]) -> None:
    """Mark the documents of some nodes as stale, and those that depend on these."""
    for end in ends:
        for (document,) in do("SELECT document FROM entries WHERE status = 'read' "
                              "AND (document = ? OR sha256 = ?) UNION "
                              "SELECT document FROM keys WHERE side = 'offers' AND key = ?",
                              (end.document, end.sha256, end.id)).fetchall():
            outdate(do, document)


def tie(do: Do, tied: Tied) -> None:
    """Keep the ties of a document, which is stale no longer."""
    batch = serial.write(tied.batch) if tied.batch else None
    links = serial.write(tied.links) if tied.links.edges else None
    do("INSERT OR REPLACE INTO ties VALUES (?, ?, ?, ?, ?)", (
        tied.document, batch and serial.pack(batch), batch and serial.digest(batch),
        links and serial.pack(links), links and serial.digest(links)))
    do("DELETE FROM touched WHERE document = ?", (tied.document,))
    for other in sorted(tied.touched):
        do("INSERT INTO touched VALUES (?, ?)", (other, tied.document))
    for key in sorted(tied.needs):
        do("INSERT OR IGNORE INTO keys VALUES (?, 'needs', ?)", (tied.document, key))
    do("DELETE FROM stale WHERE document = ?", (tied.document,))

