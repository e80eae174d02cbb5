"""Finds anew what ties documents together, wherever a document or a decision has changed.

Documents are taken by place: the links of one depend on all others of its place, and on which
policies somebody cites. What is found goes into the ledger, from where stores take it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from graph.entry import Tied
from graph.ledger import Ledger
from ingest.link.binding import Index
from ingest.link.links import itself, links, place
from ingest.link.overrule import overrule
from ontology import Batch, Ontology
from ontology.decisions import Decision
from ontology.thesaurus import Thesaurus


def renew(ledger: Ledger, ontology: Ontology, thesaurus: Thesaurus) -> int:
    """Find the ties of all documents that are stale; return how many there were.

    A crash on the way leaves stale what was not yet written.
    """
    stale = ledger.stale()
    waiting = set(stale)
    for document in stale:
        if document in waiting:
            group = _together(ledger, document)
            ledger.tie(tied for tied in _ties(ledger, group, ontology, thesaurus)
                       if tied.document in waiting)
            waiting.difference_update({batch.source.partition(":")[2] for batch in group})
    return len(stale)


def _together(ledger: Ledger, document: str) -> list[Batch]:
    """Return the readings of all documents of a document's place, or of itself alone."""
    own = ledger.reading(document)
    if own is None:
        return []
    code = place(own)
    if code is None:
        return [own]
    found = (ledger.reading(other) for other in ledger.offering([code])[code])
    return [batch for batch in found if batch]


def _ties(ledger: Ledger, group: Sequence[Batch], ontology: Ontology,
          thesaurus: Thesaurus) -> Iterator[Tied]:
    decided = ledger.decisions.held()
    merged = [one for one in decided if one.verb == "merge"]
    inside = _bound([one for one in decided if one.verb != "merge"], group, thesaurus)
    change = partial(overrule, decisions=[*merged, *inside], ontology=ontology,
                     thesaurus=thesaurus, donor=partial(_donor, ledger))
    ruled = [change(batch) for batch in group]
    own = {itself(batch) for batch in ruled} | {
        one.pair[0] for one in inside if one.relation == "RESOLVES_TO"}
    made = links(ruled, ledger.offering(own).keys(), _bound(inside, ruled, thesaurus), thesaurus)
    owners = {node.id: batch.source.partition(":")[2] for batch in ruled for node in batch.nodes
              if not ontology.nodes[node.type].shared}
    for before, after in zip(group, ruled, strict=True):
        document = after.source.partition(":")[2]
        touched = {owners[end.id] for edge in made[document].edges
                   for end in (edge.source, edge.target) if end.id in owners}
        yield Tied(document, after if after is not before else None, made[document],
                   frozenset(touched - {document}),
                   frozenset(edge.source.id for edge in made[document].edges
                             if edge.type == "RESOLVES_TO"))


def _bound(decisions: Iterable[Decision], batches: Sequence[Batch],
           thesaurus: Thesaurus) -> list[Decision]:
    """Return the decisions about nodes of some documents, by their present ids."""
    index = Index(batches, thesaurus) if decisions else None
    return [bound for one in decisions if index and (bound := index.bind(one))]


def _donor(ledger: Ledger, node_id: str) -> Batch | None:
    """Return the reading of the first document that holds a department or a policy."""
    for document in ledger.offering([node_id]).get(node_id, ()):
        return ledger.reading(document)
    return None
