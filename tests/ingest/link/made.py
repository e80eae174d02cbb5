"""Makes editions, tasks and numbers of a few words, for tests of what ties them."""

from collections.abc import Iterable

from ingest.link.place import Edition, Item, Measure
from ontology import Node, Value
from ontology.decisions import Decision, End, Verb

TYPES = {"doc": "Document", "task": "Task", "ind": "Indicator", "dept": "Department",
         "policy": "Policy"}


def number(id_: str, value: float, unit: str = "所", measure: str = "新建幼儿园", *,
           sentence: str = "", task: Item | None = None, **properties: Value | None) -> Measure:
    """Return a number; it is a target, and its quote its measure and value, where none is given."""
    given = {"kind": "target", "comparator": "=", "quote": f"{measure}{value:g}{unit}",
             **{name: one for name, one in properties.items() if one is not None}}
    node = Node("Indicator", id_, {"measure": measure, "value": value, "unit": unit, **given})
    return Measure(node, sentence or str(given["quote"]), task)


def item(id_: str, title: str, text: str = "", *, concepts: Iterable[str] = (),
         owners: Iterable[str] = ()) -> Item:
    """Return a task, whose text is its title where none is given; concepts weigh 1."""
    return Item(id_, title, text or title, dict.fromkeys(concepts, 1.0), set(owners))


def edition(document: str, start: int, end: int = 0, status: str = "planned", *,
            title: str = "", tasks: Iterable[Item] = (),
            tables: Iterable[Measure] = ()) -> Edition:
    """Return an edition of a year, or of the years from `start` to `end`."""
    return Edition(document, title or document, status, (start, end or start), list(tasks),
                   list(tables))


def end(id_: str) -> End:
    """Return the end of a decision, whose type its id tells; a plain word is a concept."""
    return End(TYPES.get(id_.partition("-")[0], "Concept"), id_, id_)


def decision(verb: Verb, relation: str, one: str, other: str = "", name: str = "") -> Decision:
    """Return a decision about nodes by their ids."""
    return Decision(verb, relation, end(one), end(other) if other else None, name)
