"""Brings stores up to what the ledger holds.

Before a store is changed the ledger notes that its state is open, after its commit what it holds.
So whatever a crash interrupts is done again at the next start, and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.ledger import Ledger
from graph.parts import PREFIX
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
    return Applied(len(wanted), len(held.keys() - wanted.keys()))


def _sync(ledger: Ledger, name: str, store: Store, ontology: Ontology) -> Applied:
    if store.prepare(ontology):
        ledger.forget(name)
        return rebuild(ledger, name, store, ontology)
    wanted, held = ledger.digests(), ledger.applied(name)
    gone = sorted(held.keys() - wanted.keys())
    lacking = {document: OPEN for document in wanted if held.get(document) != wanted[document]}
    ledger.mark(name, lacking)
    for document in gone:
        store.replace(PREFIX + document, (), ())
        ledger.forget(name, document)
    for batch in ledger.batches(lacking):
        store.replace(batch.source, batch.nodes, batch.edges)
        document = batch.source.removeprefix(PREFIX)
        ledger.mark(name, {document: wanted[document]})
    return Applied(len(lacking), len(gone))
