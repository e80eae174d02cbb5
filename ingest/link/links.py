"""Finds what ties the documents of a place together, on their records alone.

A document offers keys by which it can change the links of others, and needs those by which they
can change its own: its place, and the policy that it is itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.link.overrule import concepts
from ingest.link.pairing import Rulings, rulings
from ingest.link.performances import performances
from ingest.link.place import editions
from ingest.link.years import years
from ingest.policies import policy
from ontology import Batch, Edge, Ref
from ontology.decisions import Decision
from ontology.thesaurus import Thesaurus

OFFERED = ("Department", "Policy")  # shared nodes that links and decisions are about


def place(batch: Batch) -> str | None:
    """Return the key of a document's place, None where it is unknown."""
    return next((edge.target.id for edge in batch.edges if edge.type == "COVERS"), None)


def itself(batch: Batch) -> str:
    """Return the id of the policy that a document is, whether or not somebody cites it."""
    document = next(node for node in batch.nodes if node.type == "Document")
    return policy(str(document.properties["title"])).id


def offers(batch: Batch) -> frozenset[str]:
    """Return the keys by which a document can change the links of others."""
    return frozenset(node.id for node in batch.nodes if node.type in OFFERED) | _place(batch)


def needs(batch: Batch) -> frozenset[str]:
    """Return the keys by which others can change a document's links."""
    return frozenset({itself(batch)}) | _place(batch)


def links(batches: Sequence[Batch], cited: Mapping[str, str], decisions: Sequence[Decision],
          thesaurus: Thesaurus) -> dict[str, Batch]:
    """Return the links of each document of a place, by its id.

    `batches` are all documents of the place, or one of no place; `cited` the policies that some
    document of the graph cites, each with the one that stands for it; `decisions` those of
    persons about present ids.
    """
    edges: dict[str, list[Edge]] = defaultdict(list)
    for edge in (*years(editions(batches), decisions),
                 *_functions(batches, rulings(decisions, "PERFORMS")),
                 *_resolutions(batches, cited, rulings(decisions, "RESOLVES_TO"))):
        edges[str(edge.properties["document"])].append(edge)
    return {document: _batch(document, edges[document], thesaurus)
            for document in (batch.source.partition(":")[2] for batch in batches)}


def _functions(batches: Sequence[Batch], ruled: Rulings) -> Iterator[Edge]:
    names = {batch.source: [str(node.properties["name"]) for node in batch.nodes
                            if node.type == "Department"] for batch in batches}
    for batch in batches:
        others = (name for source, there in names.items() if source != batch.source
                  for name in there)
        yield from performances(batch, others, ruled)


def _resolutions(batches: Iterable[Batch], cited: Mapping[str, str],
                 ruled: Rulings) -> Iterator[Edge]:
    for batch in batches:
        document = batch.source.partition(":")[2]
        told = {cited[one]: "title" for one in (itself(batch),) if one in cited
                and ruled.rejected.isdisjoint({(one, document), (cited[one], document)})}
        told |= {cited[one]: "person" for one, other in ruled.accepted
                 if other == document and one in cited}
        for policy_id in sorted(told):
            yield Edge("RESOLVES_TO", Ref("Policy", policy_id), Ref("Document", document),
                       {"document": document, "method": told[policy_id]})


def _batch(document: str, edges: Iterable[Edge], thesaurus: Thesaurus) -> Batch:
    """Return links as records, with the functions to which they lead."""
    edges = list(edges)
    nodes, broader = concepts((edge.target.id for edge in edges if edge.type == "PERFORMS"),
                              thesaurus)
    return Batch(f"links:{document}", tuple(nodes), (*edges, *broader))


def _place(batch: Batch) -> frozenset[str]:
    code = place(batch)
    return frozenset() if code is None else frozenset({code})
