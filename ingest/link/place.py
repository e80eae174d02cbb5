"""What the documents of one place say, as linking looks at it: editions, tasks and measures.

An edition is the part of a document that plans, or that part that reports, for one period; a
document that reports on a year and plans the next has two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ontology import Batch, Node, Value

Period = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with the sentence and the task that it stands in, None in a table of none."""

    node: Node
    sentence: str
    task: "Item | None"

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.node.id

    def get(self, name: str) -> Value | None:
        """Return a property, None where it is absent."""
        return self.node.properties.get(name)

    def text(self, name: str) -> str:
        """Return a property that is a text."""
        return str(self.node.properties[name])

    @property
    def value(self) -> float:
        """Its value, or the lower bound of its range."""
        return float(self.node.properties["value"])


@dataclass(eq=False, slots=True)
class Item:
    """A task with what it is compared by: title, text, weights of concepts, owners' ids."""

    id: str
    title: str
    text: str
    concepts: dict[str, float] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    measures: list[Measure] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Edition:
    """A document's planned or reported part; `measures` are of its tasks and of its tables."""

    document: str
    title: str
    status: str
    period: Period
    tasks: list[Item] = field(default_factory=list)
    tables: list[Measure] = field(default_factory=list)

    @property
    def years(self) -> int:
        """How many years it spans."""
        return self.period[1] - self.period[0] + 1

    @property
    def measures(self) -> Iterator[Measure]:
        """The measures of its tasks, then those of tables."""
        for task in self.tasks:
            yield from task.measures
        yield from self.tables


class Reader:
    """Reads one document's records into its editions."""

    def __init__(self, batch: Batch) -> None:
        self._nodes = {node.ref: node for node in batch.nodes}
        self._out: dict[str, list[tuple[Node, Mapping[str, Value]]]] = defaultdict(list)
        for edge in batch.edges:
            if edge.target in self._nodes:
                self._out[f"{edge.type} {edge.source.id}"].append(
                    (self._nodes[edge.target], edge.properties))

    @cached_property
    def document(self) -> Node:
        """The Document node."""
        return next(node for node in self._nodes.values() if node.type == "Document")

    def editions(self) -> list[Edition]:
        """Return the planned and the reported edition, where a period is known."""
        tasks = sorted((node for node in self._nodes.values() if node.type == "Task"),
                       key=lambda node: int(node.properties["position"]))
        found = []
        for status in ("planned", "reported"):
            own = [node for node in tasks if node.properties["status"] == status]
            tables = [Measure(node, str(node.properties["quote"]), None)
                      for node, _ in self._out[f"HAS_INDICATOR {self.document.id}"]
                      if (node.properties["kind"] == "actual") == (status == "reported")]
            period = _usual(own) or _period(self.document)
            if period and (own or tables):
                found.append(Edition(self.document.id, str(self.document.properties["title"]),
                                     status, period, [self._item(node) for node in own], tables))
        return found

    def _item(self, node: Node) -> Item:
        text = str(node.properties["text"])
        item = Item(node.id, str(node.properties["title"]), text)
        for concept, edge in self._out[f"ABOUT {node.id}"]:
            item.concepts[concept.id] = float(edge["weight"])
        for owner, edge in self._out[f"OWNED_BY {node.id}"]:
            if edge["explicit"]:
                item.owners.add(owner.id)
        for one, _ in self._out[f"HAS_INDICATOR {node.id}"]:
            item.measures.append(Measure(one, _sentence(text, str(one.properties["quote"])), item))
        return item


def editions(batches: Iterable[Batch]) -> list[Edition]:
    """Return the editions of all documents, in the order of period and document."""
    found = [edition for batch in batches for edition in Reader(batch).editions()]
    return sorted(found, key=lambda one: (one.period, one.status, one.document))


def _usual(nodes: Iterable[Node]) -> Period | None:
    """Return the commonest period of some tasks."""
    counts = Counter(period for node in nodes if (period := _period(node)))
    return max(counts, key=lambda period: (counts[period], period)) if counts else None


def _period(node: Node) -> Period | None:
    start, end = (node.properties.get(f"period_{side}") for side in ("start", "end"))
    return (int(start), int(end)) if start is not None and end is not None else None


def _sentence(text: str, quote: str) -> str:
    """Return the sentences of a task's text in which a quote stands, or the quote alone."""
    flat = text.replace("\n", "")
    at = flat.find(quote)
    if at < 0:
        return quote
    low = max(flat.rfind(mark, 0, at) for mark in "。！？；") + 1
    ends = [end for mark in "。！？；" if (end := flat.find(mark, at + len(quote))) >= 0]
    return flat[low:min(ends, default=len(flat))]
