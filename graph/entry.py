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
    `text` or `batch`.
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry; `replaced` is the name of the file whose place it took."""

    kind: Literal["new", "unchanged", "replaced", "refused"]
    document: str = ""
    replaced: str = ""
