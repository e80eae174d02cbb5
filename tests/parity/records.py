"""The small fictional graph on which every named query runs on every backend.

It holds what makes engines disagree: a concept with two broader ones that meet again above it
(学校供餐), a unit in two roles for one task (安全科), owners that are only implied, a task with no
owner at all, a task without a goal, a document without a place, an indicator without a task,
absent values (unit, upper, due, period), whole numbers and fractions, units of one name in two
places, and a section that has no place of its own.
"""

from ontology import Edge, Node, Ref, Value

NORTH, SOUTH, CITY, PROVINCE = "990121", "990122", "990100", "990000"
NORTH_BUREAU, NORTH_SAFETY, NORTH_BASIC = (f"dept-{number:016x}" for number in (1, 2, 3))
SOUTH_BUREAU, SOUTH_SAFETY, SOUTH_BASIC = (f"dept-{number:016x}" for number in (4, 5, 6))
CITY_BUREAU, TOWNS = (f"dept-{number:016x}" for number in (7, 8))

nodes: list[Node] = []
edges: list[Edge] = []
TYPES: dict[str, str] = {}


def node(kind: str, node_id: str, /, **properties: Value) -> None:
    """Add a node."""
    TYPES[node_id] = kind
    nodes.append(Node(kind, node_id, properties))


def edge(kind: str, source: str, target: str, /, **properties: Value) -> None:
    """Add an edge between two nodes that are there already."""
    edges.append(Edge(kind, Ref(TYPES[source], source), Ref(TYPES[target], target), properties))


def said(document: str, start: int, quote: str) -> dict[str, Value]:
    """Return the four properties that say where something is written."""
    return {"document": document, "start_char": start, "end_char": start + len(quote),
            "quote": quote}


def task(task_id: str, title: str, goal: str | None, start: int, **more: Value) -> None:
    """Add a task; its id begins with the letter of its document."""
    document = f"doc-{task_id[5]}"
    node("Task", task_id, title=title, text=f"{title}。", position=int(task_id[6:]),
         status="planned", **said(document, start, title), **more)
    edge("STATED_IN", task_id, document)
    if goal:
        edge("HAS_TASK", goal, task_id)


def owner(task_id: str, unit: str, role: str, start: int, quote: str,
          explicit: bool = True) -> None:
    """Add an owner of a task."""
    edge("OWNED_BY", task_id, unit, role=role, explicit=explicit, as_written=quote,
         **said(f"doc-{task_id[5]}", start, quote))


def indicator(indicator_id: str, task_id: str | None, start: int, quote: str,
              **properties: Value) -> None:
    """Add an indicator; its id has the letter of its document in fifth place."""
    node("Indicator", indicator_id, **said(f"doc-{indicator_id[4]}", start, quote), **properties)
    if task_id:
        edge("HAS_INDICATOR", task_id, indicator_id)


for code, name, level, parent in (
        (PROVINCE, "云川省", "province", None), (CITY, "临江市", "prefecture", PROVINCE),
        (NORTH, "北屏县", "county", CITY), (SOUTH, "南屏县", "county", CITY)):
    node("Locality", code, name=name, level=level)
    if parent:
        edge("PART_OF", code, parent)

for concept, name, english, broader in (
        ("safety", "安全", "safety", ()), ("health", "健康", "health", ()),
        ("campus-safety", "校园安全", "campus safety", ("safety",)),
        ("food-safety", "食品安全", "food safety", ("safety", "health")),
        ("school-meals", "学校供餐", "school meals", ("campus-safety", "food-safety"))):
    node("Concept", concept, name=name, name_en=english)
    for wider in broader:
        edge("BROADER", concept, wider)

for unit, name, body, kind, place in (
        (NORTH_BUREAU, "教育局", "北屏县", "bureau", NORTH),
        (NORTH_SAFETY, "安全科", "北屏县教育局", "section", NORTH),
        (NORTH_BASIC, "基础教育科", "北屏县教育局", "section", NORTH),
        (SOUTH_BUREAU, "教育局", "南屏县", "bureau", SOUTH),
        (SOUTH_SAFETY, "安全科", "南屏县教育局", "section", SOUTH),
        (SOUTH_BASIC, "基础教育科", "南屏县教育局", "section", SOUTH),
        (CITY_BUREAU, "教育局", "临江市", "bureau", CITY),
        (TOWNS, "各镇(街道)", "", "group", None)):
    node("Department", unit, name=name, full_name=body + name, kind=kind)
    if place:
        edge("LOCATED_IN", unit, place)

for document, title, genre, place, issuer in (
        ("doc-a", "北屏县教育局2031年工作要点", "plan", NORTH, NORTH_BUREAU),
        ("doc-b", "南屏县教育局2031年工作总结", "summary", SOUTH, SOUTH_BUREAU),
        ("doc-c", "校园安全宣传方案", "action_plan", None, None)):
    node("Document", document, title=title, genre=genre, source=f"{document}.txt",
         sha256=document, characters=400)
    if place and issuer:
        edge("COVERS", document, place)
        edge("ISSUED_BY", document, issuer)

for goal, title, document, place in (
        ("goal-a1", "建设平安校园", "doc-a", NORTH), ("goal-b1", "守牢安全底线", "doc-b", SOUTH)):
    node("Goal", goal, title=title, position=1, **said(document, 10, title))
    edge("STATED_IN", goal, document)
    edge("HAS_GOAL", place, goal)

task("task-a1", "开展校园安全检查", "goal-a1", 30, period_start=2031, period_end=2033)
task("task-a2", "加强食堂管理", None, 80, period_start=2031, period_end=2031)
task("task-a3", "组织体质监测", "goal-a1", 120)
task("task-a4", "做好宣传工作", "goal-a1", 150)
task("task-b1", "落实安全责任", "goal-b1", 30, period_start=2031, period_end=2031)
task("task-b2", "清查校园周边", "goal-b1", 60)
task("task-c1", "开展安全教育周", None, 20)

owner("task-a1", NORTH_SAFETY, "lead", 45, "（安全科牵头，安全科、基础教育科配合）")
owner("task-a1", NORTH_SAFETY, "cooperating", 45, "（安全科牵头，安全科、基础教育科配合）")
owner("task-a1", NORTH_BASIC, "cooperating", 45, "（安全科牵头，安全科、基础教育科配合）")
owner("task-a2", NORTH_SAFETY, "lead", 90, "（安全科、市教育局牵头）")
owner("task-a2", CITY_BUREAU, "lead", 90, "（安全科、市教育局牵头）")
owner("task-a3", NORTH_BUREAU, "responsible", 120, "组织体质监测", explicit=False)
owner("task-b1", SOUTH_SAFETY, "responsible", 40, "（安全科、基础教育科）")
owner("task-b1", SOUTH_BASIC, "responsible", 40, "（安全科、基础教育科）")
owner("task-b2", SOUTH_BUREAU, "responsible", 60, "清查校园周边", explicit=False)
owner("task-c1", TOWNS, "responsible", 30, "（各镇（街道））")

for task_id, concept, start, term in (
        ("task-a1", "campus-safety", 32, "校园安全"), ("task-a1", "school-meals", 36, "学校供餐"),
        ("task-a2", "food-safety", 82, "食堂"), ("task-a3", "health", 124, "体质"),
        ("task-b1", "safety", 32, "安全"), ("task-b2", "campus-safety", 62, "校园周边"),
        ("task-c1", "safety", 22, "安全")):
    edge("ABOUT", task_id, concept, **said(f"doc-{task_id[5]}", start, term))

indicator("ind-a1", "task-a1", 50, "检查不少于2次", measure="检查次数", comparator=">=", value=2.0,
          unit="次", due=2031, kind="target")
indicator("ind-a2", "task-a1", 58, "覆盖率99.5%", measure="覆盖率", comparator="=", value=99.5,
          unit="%", due=2033, kind="target")
indicator("ind-a3", "task-a3", 126, "合格率提高3至5个百分点", measure="合格率", comparator="range",
          value=3.0, upper=5.0, unit="个百分点", kind="target")
indicator("ind-b1", "task-b1", 48, "签订责任书35份", measure="责任书", comparator="=", value=35.0,
          unit="", due=2031, kind="actual")
indicator("ind-b2", None, 200, "安全投入95000元", measure="安全投入", comparator="=", value=95000.0,
          unit="元", due=2031, kind="actual")

for policy, title in (("policy-1", "校园安全工作条例"), ("policy-2", "学校食品安全规定")):
    node("Policy", policy, title=title)
for source, policy, start in (
        ("task-a1", "policy-1", 70), ("task-a2", "policy-2", 95), ("task-b1", "policy-1", 52),
        ("doc-a", "policy-1", 5)):
    document = source if source.startswith("doc") else f"doc-{source[5]}"
    title = {"policy-1": "校园安全工作条例", "policy-2": "学校食品安全规定"}[policy]
    edge("CITES", source, policy, **said(document, start, f"《{title}》"))
