"""Which functions the departments of a document perform, as their names say."""

from collections.abc import Collection, Iterable, Iterator

from ingest.functions import Performed, functions
from ingest.link.pairing import Rulings
from ontology import Batch, Edge, Ref


def performances(batch: Batch, others: Iterable[str], ruled: Rulings) -> Iterator[Edge]:
    """Yield PERFORMS edges with the words by which the document names each department.

    `others` are the names of departments in the other documents of the place, among which a short
    name may find its full one, after those of its own document; `ruled` what persons decided.
    """
    names = {node.id: str(node.properties["name"]) for node in batch.nodes
             if node.type == "Department"}
    document = batch.source.partition(":")[2]
    beside = names.values(), list(others)
    said: set[str] = set()
    for edge in sorted((one for one in batch.edges if one.type == "OWNED_BY"), key=_place):
        department = edge.target.id
        if department in said:
            continue
        said.add(department)
        written = {name: edge.properties[name] for name in ("start_char", "end_char", "quote")}
        told = {one.function: one.method for one in _told(names[department], *beside)
                if (department, one.function) not in ruled.rejected}
        told |= {function: "person" for one, function in ruled.accepted if one == department}
        for function in sorted(told):
            yield Edge("PERFORMS", edge.target, Ref("Concept", function),
                       {"document": document, "method": told[function], **written})


def _place(edge: Edge) -> tuple[int, int]:
    start, end = (edge.properties[f"{side}_char"] for side in ("start", "end"))
    return int(start), int(end)


def _told(name: str, own: Collection[str], others: Collection[str]) -> tuple[Performed, ...]:
    """Return the functions of a name, by its full name in the document or else in the place."""
    found = functions(name, own)
    return found if any(one.method == "full_name" for one in found) else functions(name, others)
