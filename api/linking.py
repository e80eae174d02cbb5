"""Finds anew what ties documents together, wherever a document or a decision has changed.

Documents are taken by place: the links of one depend on all others of its place, and on which
policies somebody cites. What is found goes into the ledger, from where stores take it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    others = [one for one in decided if one.verb != "merge"]
    change = partial(overrule, decisions=[*merged, *_bound(others, group, thesaurus)],
                     ontology=ontology, thesaurus=thesaurus, donor=partial(_donor, ledger))
    ruled = [change(batch) for batch in group]
    bound = _bound(others, ruled, thesaurus)
    accepted = {(one.pair[1], one.pair[0]) for one in bound
                if one.relation == "RESOLVES_TO" and one.verb == "accept"}
    own = {itself(batch) for batch in group} | {policy for _, policy in accepted}
    made = links(ruled, _cited(ledger, own, merged), bound, thesaurus)
    joined = _joined(merged, own | {node.id for batch in group for node in batch.nodes})
    owners = {node.id: batch.source.partition(":")[2] for batch in ruled for node in batch.nodes
              if not ontology.nodes[node.type].shared}
    for before, after in zip(group, ruled, strict=True):
        document = after.source.partition(":")[2]
        touched = {owners[end.id] for edge in made[document].edges
                   for end in (edge.source, edge.target) if end.id in owners}
        policies = {policy for other, policy in accepted if other == document}
        yield Tied(document, after if after is not before else None, made[document],
                   frozenset(touched - {document}), frozenset(policies | joined))


def _joined(merged: Iterable[Decision], known: Collection[str]) -> set[str]:
    """Return both ends of the merges of which some documents know one: they need the other."""
    return {end for one in merged if not set(one.pair).isdisjoint(known) for end in one.pair}


def _cited(ledger: Ledger, policies: Iterable[str],
           merged: Iterable[Decision]) -> Mapping[str, str]:
    """Return those of some policies that are cited, each with the one that stands for it."""
    stands = {one.pair[1]: one.pair[0] for one in merged if ledger.offering([one.pair[0]])}
    taken = {policy: stands.get(policy, policy) for policy in policies}
    return {policy: kept for policy, kept in taken.items()
            if ledger.offering([kept, *(gone for gone, one in stands.items() if one == kept)])}


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
