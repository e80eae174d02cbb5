"""Applies the decisions of persons to the records of one document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ontology import Batch, Edge, Node, Ontology, Ref, ids
from ontology.decisions import Decision
from ontology.names import plain
from ontology.thesaurus import Thesaurus

Donor = Callable[[str], Batch | None]


def overrule(batch: Batch, decisions: Iterable[Decision], ontology: Ontology,
             thesaurus: Thesaurus, donor: Donor) -> Batch:
    """Return the records of a document after decisions, the same batch where none concerns it.

    `donor` returns the records of some document that holds a shared node, which the records take
    over where a merged node stands for one of theirs.
    """
    decisions = list(decisions)
    merges = [one for one in decisions if one.verb == "merge"]
    ruled = _merged(batch, merges, ontology, donor)
    for decision in decisions:
        if decision.verb == "split":
            ruled = _split(ruled, decision)
        elif decision.relation == "ABOUT":
            ruled = _judge(ruled, decision, thesaurus)
    return ruled


def concepts(slugs: Iterable[str], thesaurus: Thesaurus) -> tuple[list[Node], list[Edge]]:
    """Return concepts with all broader ones, as records."""
    line = {one.id: one for slug in sorted(set(slugs)) for one in thesaurus.line(slug)}
    nodes = [Node("Concept", one.id, {
        "name": one.name, "scheme": one.scheme, **({"name_en": one.name_en} if one.name_en else {})
    }) for one in line.values()]
    return nodes, [Edge("BROADER", Ref("Concept", one.id), Ref("Concept", wider))
                   for one in line.values() for wider in one.broader]


def _judge(batch: Batch, decision: Decision, thesaurus: Thesaurus) -> Batch:
    """Take away an ABOUT edge, or give one, with the task's own words for evidence."""
    task = next((node for node in batch.nodes if node.ref == Ref("Task", decision.pair[0])), None)
    if task is None:
        return batch
    kept = tuple(edge for edge in batch.edges
                 if (edge.type, edge.source.id, edge.target.id) != ("ABOUT", *decision.pair))
    if decision.verb == "reject":
        return _swept(replace(batch, edges=kept)) if len(kept) < len(batch.edges) else batch
    nodes, broader = concepts([decision.pair[1]], thesaurus)
    said = {name: task.properties[name] for name in ("document", "start_char", "end_char", "quote")}
    edge = Edge("ABOUT", task.ref, Ref("Concept", decision.pair[1]), {
        "method": "person", "prominence": "title", "weight": 1.0, **said})
    return _joined(batch, nodes, (*kept, edge, *broader))


def _merged(batch: Batch, merges: Sequence[Decision], ontology: Ontology, donor: Donor) -> Batch:
    """Apply merges, again where one takes over what another merges, so their order is none."""
    for _ in merges:
        before = batch
        for one in merges:
            batch = _merge(batch, one, ontology, donor)
        if batch is before:
            break
    return batch


def _merge(batch: Batch, decision: Decision, ontology: Ontology, donor: Donor) -> Batch:
    """Let one node stand for the other; it comes with all that it leads to."""
    keep, gone = (Ref(end.type, end.id) for end in decision.ends)
    if all(node.ref != gone for node in batch.nodes) or (source := donor(keep.id)) is None:
        return batch
    nodes, edges = _closure(source, keep, ontology)
    moved = [replace(edge, source=keep if edge.source == gone else edge.source,
                     target=keep if edge.target == gone else edge.target)
             for edge in (*batch.edges, *edges)
             if not (edge.source == gone and _shared(edge, ontology))]
    joined = _joined(batch, nodes, (edge for edge in moved if edge.source != edge.target))
    return _swept(replace(joined, nodes=tuple(node for node in joined.nodes if node.ref != gone)))


def _split(batch: Batch, decision: Decision) -> Batch:
    """Give a department of its own to what a document writes as the decision's name."""
    whole = next((node for node in batch.nodes
                  if node.ref == Ref("Department", decision.one.id)), None)
    name = plain(decision.name)
    tasks = {(edge.source, edge.properties["role"]) for edge in batch.edges
             if whole and edge.type == "OWNED_BY" and edge.target == whole.ref
             and plain(str(edge.properties["as_written"])) == name}
    if whole is None or not tasks:
        return batch
    indicators = {(edge.target, role) for edge in batch.edges if edge.type == "HAS_INDICATOR"
                  for task, role in tasks if edge.source == task}
    own = str(whole.properties["full_name"]).removesuffix(str(whole.properties["name"]))
    part = Node("Department", ids.make("dept", whole.id, name),
                {**whole.properties, "name": name, "full_name": own + name})

    def moved(edge: Edge) -> Edge:
        role = edge.properties.get("role")
        if edge.type == "OWNED_BY" and edge.target == whole.ref and (edge.source, role) in tasks \
                and plain(str(edge.properties["as_written"])) == name:
            return replace(edge, target=part.ref)
        if edge.type == "ANSWERS_FOR" and edge.source == whole.ref \
                and (edge.target, role) in indicators:
            return replace(edge, source=part.ref)
        return edge

    shared = [replace(edge, source=part.ref) for edge in batch.edges
              if edge.source == whole.ref and edge.type in ("LOCATED_IN", "PART_OF")]
    return _swept(_joined(batch, [part], (*map(moved, batch.edges), *shared)))


def _closure(batch: Batch, ref: Ref, ontology: Ontology) -> tuple[list[Node], list[Edge]]:
    """Return a shared node with those to which it leads, and the edges between them."""
    waiting, seen, edges = [ref], set(), []
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            out = [edge for edge in batch.edges if edge.source == one and _shared(edge, ontology)]
            edges += out
            waiting += [edge.target for edge in out]
    return [node for node in batch.nodes if node.ref in seen], edges


def _shared(edge: Edge, ontology: Ontology) -> bool:
    return all(ontology.nodes[end.type].shared for end in (edge.source, edge.target))


def _joined(batch: Batch, nodes: Sequence[Node], edges: Iterable[Edge]) -> Batch:
    """Add nodes to a document's, and put edges in the place of its own, each once."""
    known = {node.ref: node for node in (*nodes, *batch.nodes)}
    once: dict[tuple[object, ...], Edge] = {}
    for edge in edges:
        once.setdefault((edge.type, edge.source, edge.target, edge.properties.get("role")), edge)
    return replace(batch, nodes=tuple(known.values()), edges=tuple(once.values()))


def _swept(batch: Batch) -> Batch:
    """Drop departments and concepts that nothing in the document leads to any more."""
    loose = ("Department", "Concept", "Locality")
    while True:
        entered = {edge.target for edge in batch.edges}
        dead = {node.ref for node in batch.nodes
                if node.type in loose and node.ref not in entered}
        if not dead:
            return batch
        batch = replace(batch, nodes=tuple(node for node in batch.nodes if node.ref not in dead),
                        edges=tuple(edge for edge in batch.edges if edge.source not in dead))

