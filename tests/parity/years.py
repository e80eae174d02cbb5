"""The small fictional graph of what ties documents together, for the questions about it.

东屏县 has a plan, the report on it and the next plan; 西屏县 and 中屏县 have a plan each. It holds
a target that was met, one missed, one that the numbers do not decide and one never reported; a
raised, a kept, a new and a dropped target; a section with two functions; a function that two
documents tell of; a policy that is a document of the graph; a concept that one place mentions in
passing only.
"""

from ontology import Batch, Edge, Node, Ref, Value
from tests.parity.records import Graph

EAST, WEST, MIDDLE = "990131", "990132", "990133"
EAST_BASIC, EAST_SAFETY = (f"dept-{number:016x}" for number in (21, 22))
WEST_BASIC, WEST_LAW = (f"dept-{number:016x}" for number in (23, 24))
TEACHERS = f"dept-{25:016x}"
UNITS = {EAST_BASIC: ("基教科", EAST), EAST_SAFETY: ("安全法规科", EAST),
         WEST_BASIC: ("基础教育科", WEST), WEST_LAW: ("法规科", WEST), TEACHERS: ("教师组", "")}
FUNCTIONS = {"function-basic": ("基础教育", "basic education"),
             "function-safety": ("安全", "safety"), "function-law": ("政策法规", "law")}
CONCEPTS = {"safety": ("安全", ()), "campus-safety": ("校园安全", ("safety",)),
            "reading": ("阅读", ()), "sport": ("体育", ())}
PLAN, REPORT, NEXT, WEST_PLAN, MIDDLE_PLAN = (f"doc-{letter}" for letter in "prnwm")


def _shared(graph: Graph) -> None:
    for code, name in ((EAST, "东屏县"), (WEST, "西屏县"), (MIDDLE, "中屏县")):
        graph.node("Locality", code, name=name, level="county")
    for unit, (name, place) in UNITS.items():
        graph.node("Department", unit, name=name, full_name=f"教育局{name}", kind="section")
        if place:
            graph.edge("LOCATED_IN", unit, place)
    for concept, (name, broader) in CONCEPTS.items():
        graph.node("Concept", concept, name=name, name_en=concept, scheme="topic")
        for wider in broader:
            graph.edge("BROADER", concept, wider)
    graph.node("Policy", "policy-1", title="东屏县教育局2031年工作要点", level="county")
    graph.node("Policy", "policy-2", title="阅读工程方案")


def _document(graph: Graph, name: str, title: str, place: str, year: int) -> None:
    graph.node("Document", name, title=title, genre="plan", source=f"{name}.txt", sha256=name,
               characters=400, period_start=year, period_end=year)
    graph.edge("COVERS", name, place)


def _task(graph: Graph, task: str, title: str, year: int, status: str = "planned") -> None:
    graph.task(task, title, 20, period_start=year, period_end=year)
    node = graph.nodes[task]
    graph.nodes[task] = Node(node.type, node.id, {**node.properties, "status": status})


def _target(graph: Graph, indicator: str, task: str, quote: str, measure: str, value: float,
            unit: str, due: int, kind: str = "target", comparator: str = "=",
            **more: Value) -> None:
    graph.indicator(indicator, 50, quote, task, measure=measure, comparator=comparator,
                    value=value, unit=unit, due=due, kind=kind, **more)


def _east(graph: Graph) -> None:
    _document(graph, PLAN, "东屏县教育局2031年工作要点", EAST, 2031)
    _task(graph, "task-p1", "开展校园安全检查", 2031)
    _task(graph, "task-p2", "推进阅读", 2031)
    graph.owner("task-p1", EAST_SAFETY, "lead", 30, "（安全法规科牵头）")
    graph.owner("task-p2", EAST_BASIC, "lead", 30, "（基教科牵头）")
    graph.about("task-p1", "campus-safety", 22, "校园安全")
    _target(graph, "ind-p1", "task-p1", "检查不少于2次", "检查", 2.0, "次", 2031, comparator=">=")
    _target(graph, "ind-p2", "task-p1", "隐患下降5个百分点", "隐患", 5.0, "个百分点", 2031,
            comparator="decrease")
    _target(graph, "ind-p3", "task-p2", "新建书屋10个", "新建书屋", 10.0, "个", 2031)
    _target(graph, "ind-p4", "task-p2", "藏书3至5万册", "藏书", 30000.0, "册", 2031,
            comparator="range", upper=50000.0)
    _document(graph, REPORT, "东屏县教育局2031年工作总结", EAST, 2031)
    _task(graph, "task-r1", "安全检查扎实", 2031, "reported")
    _task(graph, "task-r2", "书香校园建成", 2031, "reported")
    _target(graph, "ind-r1", "task-r1", "检查3次", "检查", 3.0, "次", 2031, "actual")
    _target(graph, "ind-r2", "task-r1", "隐患占比8%", "隐患占比", 8.0, "%", 2031, "actual")
    _target(graph, "ind-r3", "task-r2", "建成书屋9个", "建成书屋", 9.0, "个", 2031, "actual")
    graph.owner("task-r1", EAST_SAFETY, "responsible", 30, "安全法规科负责")
    _document(graph, NEXT, "东屏县教育局2032年工作要点", EAST, 2032)
    _task(graph, "task-n1", "深化校园安全检查", 2032)
    _target(graph, "ind-n1", "task-n1", "检查不少于4次", "检查", 4.0, "次", 2032, comparator=">=")
    _target(graph, "ind-n3", "task-n1", "新建书屋10个", "新建书屋", 10.0, "个", 2032)
    _target(graph, "ind-n5", "task-n1", "培训保安20名", "培训保安", 20.0, "名", 2032)
    graph.cites("task-n1", "policy-1", 70)


def _others(graph: Graph) -> None:
    _document(graph, WEST_PLAN, "西屏县教育局2031年工作要点", WEST, 2031)
    _task(graph, "task-w1", "推进阅读和体育", 2031)
    graph.owner("task-w1", WEST_BASIC, "lead", 30, "（基础教育科牵头）")
    graph.owner("task-w1", WEST_LAW, "cooperating", 30, "（法规科配合）")
    graph.owner("task-w1", TEACHERS, "cooperating", 30, "（教师组配合）")
    graph.about("task-w1", "reading", 22, "阅读")
    graph.about("task-w1", "sport", 24, "体育")
    graph.cites("task-w1", "policy-2", 60)
    _target(graph, "ind-w1", "task-w1", "阅读课1节", "阅读课", 1.0, "节", 2031)
    _document(graph, MIDDLE_PLAN, "中屏县教育局2031年工作要点", MIDDLE, 2031)
    _task(graph, "task-m1", "推进阅读", 2031)
    _task(graph, "task-m2", "守牢安全", 2031)
    graph.about("task-m1", "reading", 22, "阅读")
    graph.about("task-m2", "campus-safety", 22, "校园安全")
    graph.cites(MIDDLE_PLAN, "policy-2", 60)
    graph.cites("task-m1", "policy-1", 66)
    graph.edges.append(Edge("ABOUT", Ref("Task", "task-m1"), Ref("Concept", "sport"), {
        "method": "label", "prominence": "passing", "weight": 0.3, "document": MIDDLE_PLAN,
        "start_char": 26, "end_char": 28, "quote": "体育"}))


def _links(document: str, *edges: tuple[str, str, str, dict[str, Value]]) -> Batch:
    """Return the links of a document; functions are given with it."""
    types = {"task": "Task", "ind-": "Indicator", "doc-": "Document", "dept": "Department",
             "func": "Concept", "poli": "Policy"}
    made = tuple(Edge(name, Ref(types[source[:4]], source), Ref(types[target[:4]], target),
                      {"document": document, **more}) for name, source, target, more in edges)
    led = {edge.target.id for edge in made}
    nodes = tuple(Node("Concept", slug, {"name": zh, "name_en": en, "scheme": "function"})
                  for slug, (zh, en) in FUNCTIONS.items() if slug in led)
    return Batch(f"links:{document}", nodes, made)


def _performs(unit: str, function: str, quote: str, method: str = "name") -> tuple[
        str, str, str, dict[str, Value]]:
    return "PERFORMS", unit, function, {"method": method, "start_char": 30,
                                        "end_char": 30 + len(quote), "quote": quote}


def batches() -> tuple[Batch, ...]:
    """Return the five documents and their links."""
    graph = Graph()
    for add in (_shared, _east, _others):
        add(graph)
    like: dict[str, Value] = {"method": "similarity", "score": 0.5}
    return (
        *(graph.batch(name) for name in (PLAN, REPORT, NEXT, WEST_PLAN, MIDDLE_PLAN)),
        _links(PLAN, ("RESOLVES_TO", "policy-1", PLAN, {"method": "title"}),
               _performs(EAST_SAFETY, "function-safety", "（安全法规科牵头）"),
               _performs(EAST_SAFETY, "function-law", "（安全法规科牵头）"),
               _performs(EAST_BASIC, "function-basic", "（基教科牵头）", "full_name")),
        _links(REPORT, ("FOLLOWS", REPORT, PLAN, {"method": "period", "sequence": "report"}),
               ("CONTINUES", "task-r1", "task-p1", like),
               ("CONTINUES", "task-r2", "task-p2", {"method": "person", "score": 1.0}),
               ("REPORTS_ON", "ind-r1", "ind-p1", {**like, "met": True, "difference": 1.0}),
               ("REPORTS_ON", "ind-r2", "ind-p2", like),
               ("REPORTS_ON", "ind-r3", "ind-p3", {**like, "met": False, "difference": -1.0}),
               _performs(EAST_SAFETY, "function-safety", "安全法规科负责"),
               _performs(EAST_SAFETY, "function-law", "安全法规科负责")),
        _links(NEXT, ("FOLLOWS", NEXT, PLAN, {"method": "period", "sequence": "next_plan"}),
               ("CONTINUES", "task-n1", "task-p1", like),
               ("REVISES", "ind-n1", "ind-p1", {**like, "change": "raised", "difference": 2.0}),
               ("REVISES", "ind-n3", "ind-p3", {**like, "change": "kept", "difference": 0.0})),
        _links(WEST_PLAN, _performs(WEST_BASIC, "function-basic", "（基础教育科牵头）"),
               _performs(WEST_LAW, "function-law", "（法规科配合）"),
               _performs(TEACHERS, "function-law", "（教师组配合）", "person")))
