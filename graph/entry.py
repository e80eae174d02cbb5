"""What the ledger keeps of one file, and what became of it."""

from dataclasses import dataclass
from typing import Literal

from ontology import Batch

Status = Literal["read", "refused"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was read or refused.

    `name` is the file's name, `sha256` the digest of its bytes (`content`), `rules` a digest of
    all that the reading depended on. A refused file has an `error` and no `document`, `title`,
    `text` or `batch`. Documents that offer a key that another needs can change its links.
    """

    name: str
    sha256: str
    rules: str
    status: Status
    error: str = ""
    document: str = ""
    title: str = ""
    text: str = ""
    content: bytes = b""
    batch: Batch | None = None
    warnings: tuple[str, ...] = ()
    offers: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry; `replaced` is the name of the file whose place it took."""

    kind: Literal["new", "unchanged", "replaced", "refused"]
    document: str = ""
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class Tied:
    """What ties a document to others.

    `batch` holds its records after the decisions of persons, None where none concerns it; `links`
    the edges to other documents, which are among `touched`. `needs` are further keys by which
    others can change these links.
    """

    document: str
    batch: Batch | None
    links: Batch
    touched: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
