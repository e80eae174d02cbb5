"""The small fictional graph on which every named query runs on every backend.

It holds what makes engines disagree: a concept with two broader ones that meet again above it
(学校供餐), a unit in two roles for one task (安全科), owners that are only implied, a task with no
owner at all, a task without a goal, a document without a place, an indicator without a task,
absent values (unit, upper, due, period), whole numbers and fractions, units of one name in two
places, a group of bodies that has no place, a body that no task names, and a concept that a task
only names in passing (学校供餐).
"""

from ontology import Batch, Edge, Node, Value

NORTH, SOUTH, CITY, PROVINCE = "990121", "990122", "990100", "990000"
NORTH_BUREAU, NORTH_SAFETY, NORTH_BASIC = (f"dept-{number:016x}" for number in (1, 2, 3))
SOUTH_BUREAU, SOUTH_SAFETY, SOUTH_BASIC = (f"dept-{number:016x}" for number in (4, 5, 6))
CITY_BUREAU, TOWNS, SOUTH_GOVERNMENT = (f"dept-{number:016x}" for number in (7, 8, 9))

PLACES = {PROVINCE: ("云川省", "province", ""), CITY: ("临江市", "prefecture", PROVINCE),
          NORTH: ("北屏县", "county", CITY), SOUTH: ("南屏县", "county", CITY)}
CONCEPTS = {"safety": ("安全", "safety", ()), "health": ("健康", "health", ()),
            "campus-safety": ("校园安全", "campus safety", ("safety",)),
            "food-safety": ("食品安全", "food safety", ("safety", "health")),
            "school-meals": ("学校供餐", "school meals", ("campus-safety", "food-safety"))}
UNITS = {NORTH_BUREAU: ("教育局", "北屏县", NORTH, ""),
         NORTH_SAFETY: ("安全科", "北屏县教育局", NORTH, NORTH_BUREAU),
         NORTH_BASIC: ("基础教育科", "北屏县教育局", NORTH, NORTH_BUREAU),
         SOUTH_GOVERNMENT: ("人民政府", "南屏县", SOUTH, ""),
         SOUTH_BUREAU: ("教育局", "南屏县", SOUTH, SOUTH_GOVERNMENT),
         SOUTH_SAFETY: ("安全科", "南屏县教育局", SOUTH, SOUTH_BUREAU),
         SOUTH_BASIC: ("基础教育科", "南屏县教育局", SOUTH, SOUTH_BUREAU),
         CITY_BUREAU: ("教育局", "临江市", CITY, ""),
         TOWNS: ("各镇(街道)", "", "", "")}
POLICIES = {"policy-1": "校园安全工作条例", "policy-2": "学校食品安全规定"}


class Graph:
    """Gathers nodes and edges by name."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []

    def node(self, kind: str, node_id: str, /, **properties: Value) -> None:
        """Add a node."""
        self.nodes[node_id] = Node(kind, node_id, properties)

    def edge(self, kind: str, source: str, target: str, /, **properties: Value) -> None:
        """Add an edge between two nodes that are there already."""
        self.edges.append(Edge(kind, self.nodes[source].ref, self.nodes[target].ref, properties))

    def document(self, name: str, title: str, genre: str, place: str = "",
                 issuer: str = "") -> None:
        """Add a document."""
        self.node("Document", name, title=title, genre=genre, source=f"{name}.txt", sha256=name,
                  characters=400)
        if place:
            self.edge("COVERS", name, place)
            self.edge("ISSUED_BY", name, issuer)

    def goal(self, goal: str, title: str, place: str) -> None:
        """Add a goal; the letter of its document stands in its id."""
        self.node("Goal", goal, title=title, position=1, **said(f"doc-{goal[5]}", 10, title))
        self.edge("STATED_IN", goal, f"doc-{goal[5]}")
        self.edge("HAS_GOAL", place, goal)

    def task(self, task: str, title: str, start: int, goal: str = "", **more: Value) -> None:
        """Add a task; the letter of its document stands in its id."""
        self.node("Task", task, title=title, text=f"{title}。", position=int(task[6:]),
                  status="planned", **said(f"doc-{task[5]}", start, title), **more)
        self.edge("STATED_IN", task, f"doc-{task[5]}")
        if goal:
            self.edge("HAS_TASK", goal, task)

    def owner(self, task: str, unit: str, role: str, start: int, quote: str,
              explicit: bool = True) -> None:
        """Add an owner of a task."""
        self.edge("OWNED_BY", task, unit, role=role, explicit=explicit, as_written=quote,
                  **said(f"doc-{task[5]}", start, quote))

    def about(self, task: str, concept: str, start: int, term: str,
              prominence: str = "title") -> None:
        """Say that a task is about a concept."""
        self.edge("ABOUT", task, concept, method="label", prominence=prominence, weight=1.0,
                  **said(f"doc-{task[5]}", start, term))

    def cites(self, source: str, policy: str, start: int) -> None:
        """Let a task or a document cite a policy."""
        document = source if source.startswith("doc") else f"doc-{source[5]}"
        self.edge("CITES", source, policy, **said(document, start, f"《{POLICIES[policy]}》"))

    def indicator(self, indicator: str, start: int, quote: str, task: str = "",
                  **properties: Value) -> None:
        """Add an indicator; the letter of its document stands in its id."""
        self.node("Indicator", indicator, **said(f"doc-{indicator[4]}", start, quote), **properties)
        if task:
            self.edge("HAS_INDICATOR", task, indicator)

    def batch(self, document: str) -> Batch:
        """Return the records of a document, with the shared nodes that it leads to."""
        shared = {"Locality", "Department", "Concept", "Policy"}
        kept = {node_id for node_id, node in self.nodes.items()
                if document in (node_id, node.properties.get("document"))}
        edges = [edge for edge in self.edges if {edge.source.id, edge.target.id} & kept]
        ahead = {end.id for edge in edges for end in (edge.source, edge.target)}
        while ahead - kept:
            kept |= ahead
            further = [edge for edge in self.edges if edge not in edges and edge.source.id in kept
                       and {edge.source.type, edge.target.type} <= shared]
            edges += further
            ahead = {edge.target.id for edge in further}
        return Batch(f"doc:{document}", tuple(self.nodes[key] for key in sorted(kept)),
                     tuple(edges))


def said(document: str, start: int, quote: str) -> dict[str, Value]:
    """Return the four properties that say where something is written."""
    return {"document": document, "start_char": start, "end_char": start + len(quote),
            "quote": quote}


def shared(graph: Graph) -> None:
    """Add places, concepts, units and policies."""
    for code, (name, level, parent) in PLACES.items():
        graph.node("Locality", code, name=name, level=level)
        if parent:
            graph.edge("PART_OF", code, parent)
    for concept, (name, english, broader) in CONCEPTS.items():
        graph.node("Concept", concept, name=name, name_en=english, scheme="topic")
        for wider in broader:
            graph.edge("BROADER", concept, wider)
    for unit, (name, body, place, parent) in UNITS.items():
        graph.node("Department", unit, name=name, full_name=body + name, kind="other")
        if place:
            graph.edge("LOCATED_IN", unit, place)
        if parent:
            graph.edge("PART_OF", unit, parent)
    for policy, title in POLICIES.items():
        graph.node("Policy", policy, title=title)


def north(graph: Graph) -> None:
    """Add the plan of 北屏县."""
    graph.document("doc-a", "北屏县教育局2031年工作要点", "plan", NORTH, NORTH_BUREAU)
    graph.cites("doc-a", "policy-1", 5)
    graph.goal("goal-a1", "建设平安校园", NORTH)
    graph.task("task-a1", "开展校园安全检查", 30, "goal-a1", period_start=2031, period_end=2033)
    note = "（安全科牵头，安全科、基础教育科配合）"
    graph.owner("task-a1", NORTH_SAFETY, "lead", 45, note)
    graph.owner("task-a1", NORTH_SAFETY, "cooperating", 45, note)
    graph.owner("task-a1", NORTH_BASIC, "cooperating", 45, note)
    graph.about("task-a1", "campus-safety", 32, "校园安全")
    graph.about("task-a1", "school-meals", 36, "学校供餐", "passing")
    graph.cites("task-a1", "policy-1", 70)
    graph.indicator("ind-a1", 50, "检查不少于2次", "task-a1", measure="检查次数", comparator=">=",
                    value=2.0, unit="次", due=2031, kind="target")
    graph.indicator("ind-a2", 58, "覆盖率99.5%", "task-a1", measure="覆盖率", comparator="=",
                    value=99.5, unit="%", due=2033, kind="target")
    graph.task("task-a2", "加强食堂管理", 80, period_start=2031, period_end=2031)
    graph.owner("task-a2", NORTH_SAFETY, "lead", 90, "（安全科、市教育局牵头）")
    graph.owner("task-a2", CITY_BUREAU, "lead", 90, "（安全科、市教育局牵头）")
    graph.about("task-a2", "food-safety", 82, "食堂")
    graph.cites("task-a2", "policy-2", 95)
    graph.task("task-a3", "组织体质监测", 120, "goal-a1")
    graph.owner("task-a3", NORTH_BUREAU, "responsible", 120, "组织体质监测", explicit=False)
    graph.about("task-a3", "health", 124, "体质")
    graph.indicator("ind-a3", 126, "合格率提高3至5个百分点", "task-a3", measure="合格率",
                    comparator="range", value=3.0, upper=5.0, unit="个百分点", kind="target")
    graph.task("task-a4", "做好宣传工作", 150, "goal-a1")


def south(graph: Graph) -> None:
    """Add the summary of 南屏县."""
    graph.document("doc-b", "南屏县教育局2031年工作总结", "summary", SOUTH, SOUTH_BUREAU)
    graph.goal("goal-b1", "守牢安全底线", SOUTH)
    graph.task("task-b1", "落实安全责任", 30, "goal-b1", period_start=2031, period_end=2031)
    graph.owner("task-b1", SOUTH_SAFETY, "responsible", 40, "（安全科、基础教育科）")
    graph.owner("task-b1", SOUTH_BASIC, "responsible", 40, "（安全科、基础教育科）")
    graph.about("task-b1", "safety", 32, "安全")
    graph.cites("task-b1", "policy-1", 52)
    graph.indicator("ind-b1", 48, "签订责任书35份", "task-b1", measure="责任书", comparator="=",
                    value=35.0, unit="", due=2031, kind="actual")
    graph.task("task-b2", "清查校园周边", 60, "goal-b1")
    graph.owner("task-b2", SOUTH_BUREAU, "responsible", 60, "清查校园周边", explicit=False)
    graph.about("task-b2", "campus-safety", 62, "校园周边")
    graph.indicator("ind-b2", 200, "安全投入95000元", measure="安全投入", comparator="=",
                    value=95000.0, unit="元", due=2031, kind="actual")


def nowhere(graph: Graph) -> None:
    """Add a document whose place is not known."""
    graph.document("doc-c", "校园安全宣传方案", "action_plan")
    graph.task("task-c1", "开展安全教育周", 20)
    graph.owner("task-c1", TOWNS, "responsible", 30, "（各镇（街道））")
    graph.about("task-c1", "safety", 22, "安全")


def batches() -> tuple[Batch, ...]:
    """Return the three documents of the graph."""
    graph = Graph()
    for add in (shared, north, south, nowhere):
        add(graph)
    return tuple(graph.batch(name) for name in ("doc-a", "doc-b", "doc-c"))
