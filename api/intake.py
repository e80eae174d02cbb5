"""Where documents come in: files are read, and what they give is kept in the ledger.

Files are taken in the order of their paths, so the outcome is the same each time. Of two files of
a batch that are one document the first is kept.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from graph.entry import Entry
from graph.ledger import Ledger
from ingest import pipeline
from ingest.errors import ReadError
from ingest.explain import coverage
from ingest.link.links import needs, offers
from ingest.read import FORMATS, load


@dataclass(frozen=True, slots=True)
class Finding:
    """The files to read, in order, how many others lie in the folders, and what is not there."""

    files: tuple[Path, ...]
    skipped: int
    missing: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: new, unchanged, replaced, duplicate or refused.

    `other` is the file that it replaced or that is the same document, `error` the reason of a
    refusal. `tasks` and `coverage` (the share of the text, 0 to 1, that was understood) are known
    of files that were read now.
    """

    path: Path
    kind: str
    title: str = ""
    other: str = ""
    error: str = ""
    warnings: tuple[str, ...] = ()
    tasks: int = 0
    coverage: float | None = None


def find(paths: Iterable[Path]) -> Finding:
    """Return the files named and, of folders, all that can be read but for hidden ones."""
    files: set[Path] = set()
    missing, skipped = [], 0
    for path in paths:
        if path.is_dir():
            inside = list(_walk(path))
            readable = {file for file in inside if _readable(file)}
            files |= readable
            skipped += len(inside) - len(readable)
        elif path.exists():
            files.add(path)
        else:
            missing.append(path)
    return Finding(tuple(sorted(files)), skipped, tuple(missing))


class Intake:
    """Reads files into the ledger, one after the other, and tells what became of each."""

    def __init__(self, ledger: Ledger, places: Path | None) -> None:
        self._ledger = ledger
        terms = ledger.terms.accepted()
        self._rules = pipeline.rules(places, terms)
        self._known = pipeline.knowledge(places, terms)
        self._names: dict[str, str] = {}  # of each document of this batch, the file kept for it

    def take(self, path: Path) -> Taken:
        """Read a file, unless the same bytes were read by the same rules."""
        digest = ""
        try:
            content = load(path)
            digest = sha256(content).hexdigest()
            if kept := self._kept(path, digest):
                return self._again(path, kept)
            reading = pipeline.read(content, path.name, self._known)
        except ReadError as error:
            return self._refuse(path, digest, str(error))
        except Exception as error:  # noqa: BLE001 - the other files of the batch must go on
            return self._refuse(path, digest, f"{path.name}: the reader failed "
                                f"({type(error).__name__}: {error}); please report the file.")
        if reading.document in self._names:
            return Taken(path, "duplicate", reading.title, self._names[reading.document])
        self._names[reading.document] = str(path)
        outcome = self._ledger.put(_entry(path.name, digest, self._rules, content, reading))
        return Taken(path, outcome.kind, reading.title, outcome.replaced,
                     warnings=reading.warnings, tasks=len(reading.answer["tasks"]),
                     coverage=coverage(reading.taken))

    def _kept(self, path: Path, digest: str) -> Entry | None:
        """Return what stands for the bytes already; the name that sorts first bears a document."""
        kept = self._ledger.known(digest, self._rules)
        if kept is None or kept.status == "refused":
            return None
        return kept if kept.name <= path.name or kept.document in self._names else None

    def _again(self, path: Path, kept: Entry) -> Taken:
        other = self._names.setdefault(kept.document, kept.name)
        if other == kept.name == path.name:
            self._names[kept.document] = str(path)
            return Taken(path, "unchanged", kept.title)
        return Taken(path, "duplicate", kept.title, other)

    def _refuse(self, path: Path, digest: str, error: str) -> Taken:
        self._ledger.put(Entry(path.name, digest, self._rules, "refused", error))
        return Taken(path, "refused", error=error)


def reread(ledger: Ledger, places: Path | None, documents: Iterable[str]) -> Iterator[str]:
    """Read documents again from the bytes that are kept; yield a sentence where that fails.

    What cannot be read any more stays as it is until its file is ingested again.
    """
    terms = ledger.terms.accepted()
    rules, known = pipeline.rules(places, terms), pipeline.knowledge(places, terms)
    for document in documents:
        kept = ledger.entry(document)
        if kept is None:
            continue
        try:
            reading = pipeline.read(kept.content, kept.name, known)
        except Exception as error:  # noqa: BLE001 - the other documents must go on
            assert kept.batch
            ledger.put(replace(kept, rules="unreadable", offers=offers(kept.batch),
                               needs=needs(kept.batch)))
            yield f"{kept.name} cannot be read again ({error}); what it gave before is kept."
        else:
            ledger.put(_entry(kept.name, kept.sha256, rules, kept.content, reading))


def _entry(name: str, digest: str, rules: str, content: bytes, reading: pipeline.Reading) -> Entry:
    return Entry(name, digest, rules, "read", document=reading.document, title=reading.title,
                 text=reading.text, content=content, batch=reading.batch,
                 warnings=reading.warnings, offers=offers(reading.batch),
                 needs=needs(reading.batch))


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names))


def _unreadable(error: OSError) -> None:
    raise error


def _readable(path: Path) -> bool:
    return path.suffix.lower() in FORMATS and not path.name.startswith(".")
