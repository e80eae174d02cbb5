"""The links of the small fictional graph: what ties the two documents of 北屏县 together.

A section performs a function that both documents say, and one that only the summary says; the
summary follows the plan twice, as it reports on that year and plans the next.
"""

from ontology import Batch, Edge, Node, Ref, Value

FUNCTIONS = {"function-safety": ("安全管理", "safety management", "function-order"),
             "function-fire": ("消防管理", "fire prevention", "function-safety"),
             "function-order": ("秩序", "order", "")}
SECTION = Ref("Department", f"dept-990121-{'安全科'.encode().hex()}")
POLICY = Ref("Policy", f"policy-{'校园安全工作条例'.encode().hex()[:16]}")
PLAN, SUMMARY = Ref("Document", "doc-a"), Ref("Document", "doc-c")
PLANNED, DONE = Ref("Task", "task-doc-a-1"), Ref("Task", "task-doc-c-1")
TARGET = Ref("Indicator", f"ind-task-doc-a-1-{'检查次数'.encode().hex()[:16]}")
ACTUAL = Ref("Indicator", f"ind-task-doc-c-1-{'场次'.encode().hex()[:16]}")


def links(document: Ref, *edges: Edge) -> Batch:
    """Return the links of a document, with the functions to which they lead."""
    nodes, broader = {}, []
    waiting = [edge.target.id for edge in edges if edge.type == "PERFORMS"]
    while waiting:
        slug = waiting.pop()
        name, name_en, wider = FUNCTIONS[slug]
        if slug not in nodes:
            nodes[slug] = Node("Concept", slug,
                               {"name": name, "name_en": name_en, "scheme": "function"})
            if wider:
                broader.append(Edge("BROADER", Ref("Concept", slug), Ref("Concept", wider)))
                waiting.append(wider)
    return Batch(f"links:{document.id}", tuple(nodes.values()), (*edges, *broader))


def tie(kind: str, source: Ref, target: Ref, document: Ref, **properties: Value) -> Edge:
    """Return an edge that belongs to the links of a document."""
    return Edge(kind, source, target,
                {"document": document.id, "method": "similarity", **properties})


def performs(document: Ref, function: str) -> Edge:
    """Return the edge by which a document says that the section performs a function."""
    return tie("PERFORMS", SECTION, Ref("Concept", function), document,
               start_char=5, end_char=8, quote="安全科")


def north_links() -> tuple[Batch, Batch]:
    """Return the links of the plan, and those of the summary."""
    return links(
        PLAN, performs(PLAN, "function-safety"), tie("RESOLVES_TO", POLICY, PLAN, PLAN),
    ), links(
        SUMMARY, performs(SUMMARY, "function-safety"), performs(SUMMARY, "function-fire"),
        tie("FOLLOWS", SUMMARY, PLAN, SUMMARY, sequence="report"),
        tie("FOLLOWS", SUMMARY, PLAN, SUMMARY, sequence="next_plan"),
        tie("CONTINUES", DONE, PLANNED, SUMMARY, score=0.4),
        tie("REPORTS_ON", ACTUAL, TARGET, SUMMARY, score=0.5, met=True, difference=33.0))
