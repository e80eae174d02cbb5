"""What tests are made of.

Fixture strategy: take the smallest data that has what you need.

- Rules on text and pure stages: literals in the test itself.
- Anything that takes records: `records` gives a builder for one document's batch; `documents` is
  the small fictional graph below, three documents of two counties under one prefecture. It has a
  concept with two broader ones, a unit in two roles on one task, an owner that is only implied,
  absent optional values, an empty unit, and names with quotes, braces, back-ticks, emoji and line
  breaks. Odd cases are built in the test that needs them. `links` ties two of the documents.
- Anything that takes a store: the contract suite opens every backend of the table; other tests
  take `cypher_store` or `sparql_store`, embedded and empty in a temporary folder.
- Servers and browsers are the real ones, started once for the run by `tests/live/fixtures.py`.
- Whole documents: `samples/` and the gold set, never the words of a real town in a test.

`make test` divides the tests among as many processes as there are cores.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import Store, open_store
from ontology import Batch, Edge, Node, Ontology, Ref, Value, load
from ontology.rdf import DEFAULT_BASE
from tests.tied import north_links

try:
    from tests.live.fixtures import neo4j_browser, neo4j_url
except ModuleNotFoundError:  # an install without the packages of the live tests
    pass
else:
    __all__ = ["neo4j_browser", "neo4j_url"]

LIVE = "tests/live/"
ODD = "“校园”'安全'`周`{2031}\\n\n第二行 🚸 \"end\" $name <b> ?x"
PLACES = {"990000": ("云川省", "province", ""), "990100": ("临江市", "prefecture", "990000"),
          "990121": ("北屏县", "county", "990100"), "990122": ("南屏县", "county", "990100")}
CONCEPTS = {"safety": ("安全", "safety", ()), "health": ("健康", "health", ()),
            "food-safety": ("食品安全", "food safety", ("safety", "health")),
            "fire-safety": ("消防安全", "fire safety", ("safety",))}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Divide the tests among processes: those of one file stay together, and all live ones."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return LIVE if nodeid.startswith(LIVE) else super()._split_scope(nodeid)

    return Scheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the live tests, which take longest."""
    items.sort(key=lambda item: not item.nodeid.startswith(LIVE))


class Records:
    """Builds the batch of one document; what it refers to comes with all its ancestors."""

    def __init__(self, document: str, place: str, **properties: Value) -> None:
        self.document = document
        self.place = place
        self._nodes: dict[Ref, Node] = {}
        self._edges: list[Edge] = []
        self._spot = 0
        issuer = self.unit("教育局")
        about = {"title": document, "genre": "plan", "source": f"{document}.txt",
                 "sha256": document, "characters": 900, **properties}
        self._about = self.node("Document", document, **about)
        self.edge("COVERS", self._about, self.locality(place))
        self.edge("ISSUED_BY", self._about, issuer)

    def node(self, kind: str, node_id: str, /, **properties: Value) -> Ref:
        """Add a node, once."""
        ref = Ref(kind, node_id)
        self._nodes.setdefault(ref, Node(kind, node_id, properties))
        return ref

    def edge(self, kind: str, source: Ref, target: Ref, /, **properties: Value) -> None:
        """Add an edge."""
        self._edges.append(Edge(kind, source, target, properties))

    def said(self, quote: str) -> dict[str, Value]:
        """Return the evidence of a place further on in the document."""
        self._spot += 10
        return {"document": self.document, "start_char": self._spot,
                "end_char": self._spot + len(quote), "quote": quote}

    def locality(self, code: str) -> Ref:
        """Add a place with those it lies in."""
        name, level, parent = PLACES[code]
        ref = self.node("Locality", code, name=name, level=level)
        if parent:
            self.edge("PART_OF", ref, self.locality(parent))
        return ref

    def unit(self, name: str) -> Ref:
        """Add a body of the place, or a section of its bureau."""
        section = not name.endswith("局")
        ref = self.node("Department", f"dept-{self.place}-{name.encode().hex()}", name=name,
                        full_name=PLACES[self.place][0] + ("教育局" if section else "") + name,
                        kind="section" if section else "bureau")
        self.edge("LOCATED_IN", ref, self.locality(self.place))
        if section:
            self.edge("PART_OF", ref, self.unit("教育局"))
        return ref

    def concept(self, name: str) -> Ref:
        """Add a concept with its broader ones."""
        zh, en, broader = CONCEPTS[name]
        ref = self.node("Concept", name, name=zh, name_en=en, scheme="topic")
        for wider in broader:
            self.edge("BROADER", ref, self.concept(wider))
        return ref

    def goal(self, title: str, number: int = 1) -> Ref:
        """Add a goal of the place."""
        ref = self.node("Goal", f"goal-{self.document}-{number}", title=title, position=number,
                        **self.said(title))
        self.edge("STATED_IN", ref, self._about)
        self.edge("HAS_GOAL", self.locality(self.place), ref)
        return ref

    def task(self, place: int, title: str, goal: Ref | None = None, **properties: Value) -> Ref:
        """Add a task."""
        given = {"text": f"{title}。", "status": "planned", **properties}
        ref = self.node("Task", f"task-{self.document}-{place}", title=title, position=place,
                        **self.said(title), **given)
        self.edge("STATED_IN", ref, self._about)
        if goal:
            self.edge("HAS_TASK", goal, ref)
        return ref

    def owner(self, task: Ref, name: str, role: str = "lead", explicit: bool = True) -> Ref:
        """Add an owner of a task."""
        unit = self.unit(name)
        self.edge("OWNED_BY", task, unit, role=role, explicit=explicit, as_written=name,
                  **self.said(name))
        return unit

    def about(self, task: Ref, concept: str) -> None:
        """Say that a task is about a concept."""
        self.edge("ABOUT", task, self.concept(concept), method="label", prominence="title",
                  weight=1.0, **self.said(CONCEPTS[concept][0]))

    def cites(self, task: Ref, title: str) -> None:
        """Cite a policy."""
        policy = self.node("Policy", f"policy-{title.encode().hex()[:16]}", title=title)
        self.edge("CITES", task, policy, **self.said(f"《{title}》"))

    def indicator(self, task: Ref, measure: str, value: float, **properties: Value) -> Ref:
        """Add an indicator of a task."""
        given = {"comparator": ">=", "unit": "", "kind": "target", **properties}
        ref = self.node("Indicator", f"ind-{task.id}-{measure.encode().hex()[:16]}",
                        measure=measure, value=value, **given, **self.said(f"{measure}{value}"))
        self.edge("HAS_INDICATOR", task, ref)
        return ref

    def batch(self) -> Batch:
        """Return what was added."""
        return Batch(f"doc:{self.document}", tuple(self._nodes.values()), tuple(self._edges))


def north_plan() -> Batch:
    """A plan of 北屏县: one task with everything, one with next to nothing."""
    doc = Records("doc-a", "990121", period_start=2031, period_end=2031)
    goal = doc.goal("建设平安校园")
    first = doc.task(1, ODD, goal, number="（一）", period_start=2031, period_end=2033)
    lead = doc.owner(first, "安全科", "lead")
    doc.owner(first, "安全科", "cooperating")
    doc.owner(first, "基础教育科", "cooperating")
    doc.about(first, "food-safety")
    doc.cites(first, "校园安全工作条例")
    checked = doc.indicator(first, "检查次数", 2.0, unit="次", due=2031)
    doc.edge("ANSWERS_FOR", lead, checked, role="lead")
    doc.edge("ANSWERS_FOR", lead, checked, role="cooperating")
    second = doc.task(2, "组织体质监测")
    doc.owner(second, "教育局", "responsible", explicit=False)
    doc.indicator(second, "合格率", 99.5, upper=100.0, comparator="range")
    return doc.batch()


def south_plan() -> Batch:
    """A plan of 南屏县, which shares a concept and a policy with the one of 北屏县."""
    doc = Records("doc-b", "990122")
    task = doc.task(1, "清查校园周边", doc.goal("守牢安全底线"))
    doc.owner(task, "安全科", "lead")
    doc.about(task, "food-safety")
    doc.about(task, "fire-safety")
    doc.cites(task, "校园安全工作条例")
    return doc.batch()


def north_summary() -> Batch:
    """A summary of 北屏县, which shares units with the plan of 北屏县."""
    doc = Records("doc-c", "990121", genre="summary")
    task = doc.task(1, "开展安全教育周", doc.goal("安全宣传"))
    doc.owner(task, "安全科", "responsible")
    doc.about(task, "fire-safety")
    doc.indicator(task, "场次", 35, unit="场", kind="actual")
    return doc.batch()


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The ontology that comes with the package."""
    return load()


@pytest.fixture(scope="session")
def records() -> type[Records]:
    """The builder of a document's batch."""
    return Records


@pytest.fixture(scope="session")
def documents() -> tuple[Batch, Batch, Batch]:
    """The small fictional graph: a plan of the north, one of the south, a summary of the north."""
    return north_plan(), south_plan(), north_summary()


@pytest.fixture(scope="session")
def links() -> tuple[Batch, Batch]:
    """The links of the plan and of the summary of the north."""
    return north_links()


@pytest.fixture
def open_embedded(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Open stores by scheme in the test's folder; they are closed after it."""
    opened: list[Store] = []

    def open_(scheme: str) -> Store:
        opened.append(open_store(f"{scheme}:{tmp_path / scheme}", base=DEFAULT_BASE))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


@pytest.fixture
def cypher_store(open_embedded: Callable[[str], Store], ontology: Ontology) -> Store:
    """An empty embedded store that speaks Cypher."""
    store = open_embedded("ladybug")
    store.prepare(ontology)
    return store


@pytest.fixture
def sparql_store(open_embedded: Callable[[str], Store], ontology: Ontology) -> Store:
    """An empty embedded store that speaks SPARQL."""
    store = open_embedded("oxigraph")
    store.prepare(ontology)
    return store
