"""Fills a server from the ledger of a data folder, and goes on where a former time stopped.

The ledger notes what the server holds, as it does for every store. Sources of which the server
holds nothing are written many at once: they are noted as open before, and as held after their
transaction. Those that are open or have changed are replaced one by one.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from typing import Protocol

from graph import trouble
from graph.drafts import Draft
from graph.filling.marks import Import
from graph.ledger import Ledger
from graph.parts import DOCUMENT
from graph.store import Store
from graph.sync import OPEN, torn
from ontology import Ontology

FORM = "form"
Advance = Callable[[int, int], None]  # takes how many sources are done, and of how many


class Target(Protocol):
    """A server that this process alone fills."""

    def documents(self) -> set[str]:
        """Return the ids of the documents that it holds."""
        ...

    def empty(self) -> None:
        """Delete all nodes that are ours."""
        ...

    def drafts(self, ledger: Ledger, sources: Sequence[str]) -> Generator[Draft]:
        """Yield what writes sources of which it holds nothing; this needs no server."""
        ...

    def add(self, draft: Draft) -> None:
        """Write a draft in one transaction."""
        ...

    def sweep(self) -> None:
        """Remove the shared nodes to which nothing leads."""
        ...

    def imported(self) -> Import | None:
        """Return what an offline import says of itself, until it is forgotten."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Return how many nodes and edges there are of each type of which there are some."""
        ...

    def forget_import(self) -> None:
        """Take away what an offline import says of itself."""
        ...


class Server(Store, Protocol):
    """A store that can be kept for one process."""

    def filling(self) -> AbstractContextManager[Target]:
        """Keep others out while this process fills it."""
        ...


@dataclass(frozen=True, slots=True)
class Filled:
    """How many sources a server was given, and how many documents were taken from it."""

    documents: int
    links: int
    removed: int


@dataclass(frozen=True, slots=True)
class Note:
    """The name under which the ledger notes what a server holds, and the form of its records.

    The form is what they depend on beside the documents; `form_name` is where it is noted.
    """

    name: str
    form_name: str
    form: str


def fill(ledger: Ledger, note: Note, server: Server, ontology: Ontology, *, anew: bool,
         advance: Advance) -> Filled:
    """Give a server what it lacks of the ledger, and take from it what is gone.

    With `anew` it is emptied first. Raise StoreRefusedError where it holds what is not of this
    ledger or is of another form, and StoreUnavailableError where another process fills it.
    """
    nothing = server.prepare(ontology)
    with server.filling() as target:
        if anew or ledger.applied(note.form_name) == {FORM: OPEN}:
            _empty(ledger, note, target)
        elif (found := target.imported()) is not None:
            _adopt(ledger, note, target, found)
        elif nothing:
            ledger.forget(note.name)
            ledger.mark(note.form_name, {FORM: note.form})
        done = _fill(ledger, note, server, target, advance)
        target.sweep()
    return done


def _empty(ledger: Ledger, note: Note, target: Target) -> None:
    """Delete what a server holds; a crash on the way is known by the open form."""
    ledger.mark(note.form_name, {FORM: OPEN})
    target.empty()
    ledger.forget(note.name)
    ledger.mark(note.form_name, {FORM: note.form})


def _adopt(ledger: Ledger, note: Note, target: Target, found: Import) -> None:
    """Note that a server holds what was written for an offline import."""
    written = ledger.applied(found.note)
    if not written:
        raise trouble.not_of_this_ledger(note.name, "an import of another data folder")
    counts = target.counts()
    wrong = [f"{counts.get(name, 0)} {name} of {number}" for name, number in found.counts.items()
             if counts.get(name, 0) != number]
    if wrong:
        raise trouble.not_whole(note.name, wrong)
    ledger.forget(note.name)
    ledger.mark(note.name, {source: digest for source, digest in written.items()
                            if source != FORM})
    ledger.mark(note.form_name, {FORM: written[FORM]})
    target.forget_import()
    ledger.forget(found.note)


def _fill(ledger: Ledger, note: Note, server: Server, target: Target, advance: Advance) -> Filled:
    wanted, held = ledger.digests(), ledger.applied(note.name)
    there = {DOCUMENT + document for document in target.documents()}
    if not held and there:
        raise trouble.not_of_this_ledger(note.name, f"{len(there)} documents")
    if strange := there - held.keys():
        raise trouble.not_of_this_ledger(note.name, f"{len(strange)} documents")
    if ledger.applied(note.form_name) != {FORM: note.form}:
        raise trouble.other_form(note.name)
    lost = {source for source in held if source.startswith(DOCUMENT)} - there
    gone = sorted(held.keys() - wanted.keys(), reverse=True)     # links before their documents
    lacking = {source for source in wanted if held.get(source) != wanted[source]}
    lacking |= lost & wanted.keys()
    lacking |= torn(ledger, lacking | set(gone)) & wanted.keys()
    fresh = {source for source in lacking
             if source not in (there if source.startswith(DOCUMENT) else held)}
    ledger.mark(note.name, dict.fromkeys(lacking - fresh, OPEN))
    steps = _Steps(ledger, note.name, wanted, server, target, advance, len(lacking))
    steps.remove(gone)
    for kind in (True, False):          # links lead to documents
        some = {source for source in lacking if source.startswith(DOCUMENT) is kind}
        steps.replace(some - fresh)
        steps.add(some & fresh)
    documents = sum(source.startswith(DOCUMENT) for source in lacking)
    return Filled(documents, len(lacking) - documents,
                  sum(source.startswith(DOCUMENT) for source in gone))


@dataclass(slots=True)
class _Steps:
    """The ways in which a server is given sources; the ledger notes each."""

    ledger: Ledger
    name: str
    wanted: Mapping[str, str]
    server: Server
    target: Target
    advance: Advance
    total: int
    done: int = 0

    def remove(self, sources: Iterable[str]) -> None:
        """Take away what sources brought."""
        for source in sources:
            self.server.replace(source, (), ())
            self.ledger.forget(self.name, source)

    def replace(self, sources: Iterable[str]) -> None:
        """Put sources in the place of what they brought before."""
        for batch in self.ledger.batches(sources):
            self.server.replace(batch.source, batch.nodes, batch.edges)
            self._note([batch.source])

    def add(self, sources: Iterable[str]) -> None:
        """Write sources of which there is nothing."""
        with closing(self.target.drafts(self.ledger, sorted(sources))) as made:
            for draft in made:
                self.ledger.mark(self.name, dict.fromkeys(draft.sources, OPEN))
                self.target.add(draft)
                self._note(draft.sources)

    def _note(self, sources: Iterable[str]) -> None:
        digests = {source: self.wanted[source] for source in sources}
        self.ledger.mark(self.name, digests)
        self.done += len(digests)
        self.advance(self.done, self.total)
