"""Brings stores up to what the ledger holds.

Before a store is changed the ledger notes that its state is open, after its commit what it holds.
So whatever a crash interrupts is done again at the next start, and nothing else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.ledger import Ledger
from graph.parts import DOCUMENT, LINKS, source_of
from graph.store import Store
from ontology import Ontology

OPEN = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """How many documents a store was given and how many were taken from it."""

    written: int
    removed: int


def sync(ledger: Ledger, stores: Mapping[str, Store], ontology: Ontology) -> dict[str, Applied]:
    """Apply to each store, by its name, what it lacks."""
    return {name: _sync(ledger, name, store, ontology) for name, store in stores.items()}


def rebuild(ledger: Ledger, name: str, store: Store, ontology: Ontology) -> Applied:
    """Empty a store and fill it with all documents."""
    store.prepare(ontology)
    wanted, held = ledger.digests(), ledger.applied(name)
    ledger.mark(name, dict.fromkeys({**held, **wanted}, OPEN))
    store.load(ledger.batches())
    ledger.forget(name)
    ledger.mark(name, wanted)
    return _applied(wanted, held.keys() - wanted.keys())


def _sync(ledger: Ledger, name: str, store: Store, ontology: Ontology) -> Applied:
    if store.prepare(ontology):
        ledger.forget(name)
        return rebuild(ledger, name, store, ontology)
    wanted, held = ledger.digests(), ledger.applied(name)
    gone = sorted(held.keys() - wanted.keys(), reverse=True)     # links before their documents
    lacking = {source for source in wanted if held.get(source) != wanted[source]}
    lacking |= torn(ledger, lacking | set(gone)) & wanted.keys()
    ledger.mark(name, dict.fromkeys(lacking, OPEN))
    for source in gone:
        store.replace(source, (), ())
        ledger.forget(name, source)
    for batch in ledger.batches(lacking):
        store.replace(batch.source, batch.nodes, batch.edges)
        ledger.mark(name, {batch.source: wanted[batch.source]})
    return _applied(lacking, gone)


def torn(ledger: Ledger, sources: Iterable[str]) -> set[str]:
    """Return the links that go with the old nodes of documents that are written anew."""
    documents = {document for kind, document in map(source_of, sources) if kind == DOCUMENT}
    return {LINKS + document for document in documents | ledger.touching(documents)}


def _applied(written: Iterable[str], removed: Iterable[str]) -> Applied:
    return Applied(*(sum(source.startswith(DOCUMENT) for source in sources)
                     for sources in (written, removed)))
