"""Makes the records of a large graph without reading a document: as many tasks as are wanted.

Four documents belong to one place, a plan, its report, the next plan and its report, and what ties
them stands in links, as it would after reading. The same number gives the same records.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from random import Random

from bench.generated import FIRST, SECOND, THINGS, UNITS, VERBS
from graph.entry import Entry, Tied
from graph.ledger import Ledger
from ingest.link.overrule import concepts
from ingest.link.pairing import Rulings
from ingest.link.performances import performances
from ontology import Batch, Edge, Node, Ref, Value, ids, thesaurus
from ontology.thesaurus import Concept

BUREAU = "教育局"
TASKS, GOALS, SPOT = 25, 5, 120     # of a document, and the characters of a task
YEARS = ("2021", "2022")
POLICIES = 400
SHARED, MEASURED, NAMED, CITING = 0.3, 0.7, 0.9, 0.15  # shares of the tasks
TIED = 0.4                          # of those that have one like them in the document before
ENDS = ("，压实责任，确保落到实处", "，完善制度，提升育人质量", "，健全长效机制",
        "，扩大优质资源供给")


def fill(ledger: Ledger, tasks: int) -> None:
    """Put so many tasks with their documents and ties into a ledger."""
    for batch, links in documents(tasks):
        document = batch.source.partition(":")[2]
        ledger.put(Entry(f"{document}.txt", document, "generated", "read", document=document,
                         title=document, batch=batch))
        ledger.tie([Tied(document, None, links)])


def documents(tasks: int) -> Iterator[tuple[Batch, Batch]]:
    """Yield the records of each document and those of its links."""
    topics = sorted(one.id for one in thesaurus.load().concepts.values() if one.scheme == "topic")
    for number in range(-(-tasks // (TASKS * 4))):
        former: Document | None = None
        for year, report in product(YEARS, (False, True)):
            document = Document(number, year, topics, report=report)
            document.write()
            yield document.batch(), document.links(former)
            former = document


class Document:
    """The records of one document of a made-up place."""

    def __init__(self, number: int, year: str, topics: list[str], *, report: bool) -> None:
        self.name = _name(number)
        self.code = str(990_000 + number) if number < 10_000 else str(number * 100)
        self.year, self.report, self.topics = year, report, topics
        self.id = ids.make("doc", self.code, year, str(report))
        self.chance = Random(f"{self.code} {year}")
        self.spot = 0
        self.tasks: list[Ref] = []
        self.measures: list[tuple[Ref, float]] = []
        self._nodes: dict[Ref, Node] = {}
        self._edges: list[Edge] = []

    def write(self) -> None:
        """Add all that the document says."""
        kind = "工作总结" if self.report else "工作要点"
        title = f"{self.name}{BUREAU}{self.year}年{kind}"
        about = self._node("Document", self.id, title=title,
                           genre="summary" if self.report else "plan", period_start=int(self.year),
                           period_end=int(self.year), source=f"{self.id}.txt", sha256=self.id,
                           characters=SPOT * TASKS)
        place = self._place()
        bureau = self._unit(BUREAU)
        self._edge("COVERS", about, place)
        self._edge("ISSUED_BY", about, bureau)
        for position in range(1, GOALS + 1):
            heading = f"{self.chance.choice(VERBS)}{self.chance.choice(THINGS)[0]}等工作"
            goal = self._node("Goal", ids.make("goal", self.id, position), title=heading,
                              number=f"（{position}）", position=position, **self._said(heading))
            self._edge("STATED_IN", goal, about)
            self._edge("HAS_GOAL", place, goal)
            for task in range(TASKS // GOALS):
                self._task(about, goal, (position - 1) * TASKS // GOALS + task + 1)

    def batch(self) -> Batch:
        """Return the records."""
        return Batch(f"doc:{self.id}", tuple(self._nodes.values()), tuple(self._edges))

    def links(self, former: "Document | None") -> Batch:
        """Return what ties the document to the one before it."""
        edges = [*performances(self.batch(), (), Rulings())]
        nodes, broader = concepts({edge.target.id for edge in edges}, thesaurus.load())
        if former:
            sequence = "report" if self.report else "sequel"
            edges += [Edge("FOLLOWS", Ref("Document", self.id), Ref("Document", former.id),
                           self._tie("period", sequence=sequence)),
                      *self._ties("CONTINUES", zip(self.tasks, former.tasks, strict=True))]
            edges += (self._outcomes if self.report else self._changes)(former)
        return Batch(f"links:{self.id}", tuple(nodes), (*edges, *broader))

    def _outcomes(self, plan: "Document") -> list[Edge]:
        values, wanted = dict(self.measures), dict(plan.measures)
        return [replace(edge, properties={
            **edge.properties, "met": values[edge.source] >= wanted[edge.target],
            "difference": values[edge.source] - wanted[edge.target]})
            for edge in self._ties("REPORTS_ON", zip(values, wanted, strict=False))]

    def _changes(self, plan: "Document") -> list[Edge]:
        values, before = dict(self.measures), dict(plan.measures)
        edges = []
        for edge in self._ties("REVISES", zip(values, before, strict=False)):
            more = values[edge.source] - before[edge.target]
            change = "raised" if more > 0 else "lowered" if more else "kept"
            edges.append(replace(edge, properties={
                **edge.properties, "change": change, "difference": more}))
        return edges

    def _ties(self, kind: str, pairs: Iterable[tuple[Ref, Ref]]) -> list[Edge]:
        return [Edge(kind, *pair, self._tie("similarity", score=0.75)) for pair in pairs
                if self.chance.random() < TIED]

    def _tie(self, method: str, **properties: Value) -> Mapping[str, Value]:
        return {"document": self.id, "method": method, **properties}

    def _task(self, about: Ref, goal: Ref, position: int) -> None:
        topic = self.chance.choice(self.topics)
        concept = thesaurus.load().concepts[topic]
        thing, unit = self.chance.choice(THINGS)
        title = f"{self.chance.choice(VERBS)}{concept.name}{self.chance.choice(ENDS)}"
        amount = self.chance.randrange(10, 99)
        task = self._node("Task", ids.make("task", self.id, position), title=title,
                          text=f"{position}.{title}。{concept.name}{thing}{amount}{unit}。" * 2,
                          number=f"{position}.", position=position,
                          status="reported" if self.report else "planned",
                          period_start=int(self.year), **self._said(title))
        self.tasks.append(task)
        self._edge("STATED_IN", task, about)
        self._edge("HAS_TASK", goal, task)
        self._edge("ABOUT", task, self._concept(concept), method="label", prominence="title",
                   weight=1.0, **self._said(concept.name))
        units = self.chance.sample((BUREAU, *UNITS), 2)
        for role, name in zip(("lead", "cooperating"), units, strict=True):
            if role == "lead" or self.chance.random() < SHARED:
                self._edge("OWNED_BY", task, self._unit(name), role=role,
                           explicit=self.chance.random() < NAMED, as_written=name,
                           **self._said(name))
        if self.chance.random() < CITING:
            cited = self.chance.choice(self.topics[:POLICIES])
            cited = f"关于加强{thesaurus.load().concepts[cited].name}工作的意见"
            policy = self._node("Policy", ids.make("policy", cited), title=cited, level="national")
            self._edge("CITES", task, policy, **self._said(f"《{cited}》"))
        if self.chance.random() < MEASURED:
            value = float(amount + self.report)
            measure = self._node("Indicator", ids.make("ind", self.id, position),
                                 measure=f"{concept.name}{thing}", comparator="=", value=value,
                                 unit=unit, due=int(self.year),
                                 kind="actual" if self.report else "target",
                                 **self._said(f"{thing}{amount}{unit}"))
            self._edge("HAS_INDICATOR", task, measure)
            self.measures.append((measure, value))

    def _place(self) -> Ref:
        place = Ref("Locality", self.code)
        if place not in self._nodes:
            self._node(place.type, place.id, name=self.name, level="county")
            self._edge("PART_OF", place, self._node(
                "Locality", f"98{self.code[2:4]}00", name=f"{self.code[2:4]}市",
                level="prefecture"))
        return place

    def _unit(self, name: str) -> Ref:
        key = Ref("Department", ids.make("dept", self.code, name))
        is_bureau = name == BUREAU
        if key not in self._nodes:
            self._node(key.type, key.id, name=name, kind="bureau" if is_bureau else "section",
                       full_name=f"{self.name}{'' if is_bureau else BUREAU}{name}")
            self._edge("LOCATED_IN", key, self._place())
            if not is_bureau:
                self._edge("PART_OF", key, self._unit(BUREAU))
        return key

    def _concept(self, concept: Concept) -> Ref:
        key = Ref("Concept", concept.id)
        if key not in self._nodes:
            self._node(key.type, key.id, name=concept.name, name_en=concept.name_en, scheme="topic")
            for wider in concept.broader:
                self._edge("BROADER", key, self._concept(thesaurus.load().concepts[wider]))
        return key

    def _node(self, kind: str, id_: str, /, **properties: Value) -> Ref:
        ref = Ref(kind, id_)
        self._nodes.setdefault(ref, Node(kind, id_, properties))
        return ref

    def _edge(self, kind: str, source: Ref, target: Ref, /, **properties: Value) -> None:
        self._edges.append(Edge(kind, source, target, properties))

    def _said(self, quote: str) -> dict[str, Value]:
        self.spot += len(quote)
        return {"document": self.id, "start_char": self.spot,
                "end_char": self.spot + len(quote), "quote": quote}


def _name(number: int) -> str:
    """Return a name that no other number has."""
    letters = [*FIRST, *SECOND]
    first, rest = number % len(FIRST), number // len(FIRST)
    second, third = rest % len(SECOND), rest // len(SECOND)
    tail = letters[third - 1] if third else ""
    return f"{FIRST[first]}{SECOND[second]}{tail}县"
