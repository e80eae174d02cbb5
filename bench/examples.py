"""The arguments of a named query's example, fitted to the graph at hand."""

from collections.abc import Mapping, Sequence

from ontology import Batch
from queries import Query


def example(query: Query, batches: Sequence[Batch]) -> dict[str, str]:
    """Return the example's arguments; an id that the graph lacks gives way to the first it has.

    The example of `evidence` names no node that there is, and that of `locality_chain` a city
    whose documents may be missing.
    """
    ids = {node.id for batch in batches for node in batch.nodes}
    first = _first(batches)
    return {name: first.get(query.params[name].kind, value) if value not in ids else value
            for name, value in query.example.items()}


def _first(batches: Sequence[Batch]) -> Mapping[str, str]:
    """Return the first task and document, and the first place that a document covers, by kind."""
    tasks = [node.id for batch in batches for node in batch.nodes if node.type == "Task"]
    places = [edge.target.id for batch in batches for edge in batch.edges if edge.type == "COVERS"]
    documents = [batch.source.removeprefix("doc:") for batch in batches]
    return {"id": min(tasks), "task": min(tasks), "document": min(documents),
            "locality": min(places)}
