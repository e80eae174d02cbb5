"""What a parameter may be, and how its text becomes a value of its kind.

`concept`, `department` and `locality` take an id or a name, which `queries.resolve` looks up.
`id`, `task` and `document` take an id as it is. A kind that the ontology closes (`role`,
`indicator_kind` …) takes a value or its label, so 牵头 is `lead`. The rest is plain.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ontology import Ref, Value, load
from queries.errors import InvalidValueError

NAMED: Mapping[str, str] = {
    "concept": "Concept", "department": "Department", "locality": "Locality"}
NODES: Mapping[str, str] = {"id": "", "task": "Task", "document": "Document"}
PLAIN = ("text", "integer", "boolean")
CLOSED = {name: kind for name, kind in load().kinds.items() if kind.values}
KINDS = (*NAMED, *NODES, *PLAIN, *CLOSED)
# Words beside the labels for a value: 负责 says what 责任 says.
WORDS: Mapping[str, Mapping[str, str]] = {
    "role": {"负责": "responsible", "协助": "cooperating", "参与": "cooperating"}}
TRUTH = {"true": True, "yes": True, "1": True, "是": True,
         "false": False, "no": False, "0": False, "否": False}
NO_ID = re.compile(r'[\s<>"{}|\\^`]')  # what an IRI may not hold

Bound = Value | Ref | list[Ref] | list[str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question; it is needed unless it is optional or has a default."""

    name: str
    kind: str
    default: str | None = None
    optional: bool = False


def parse(parameter: Parameter, text: str) -> Value:
    """Return the value that a text says; a name or an id stays a text.

    Raise InvalidValueError where the text is none of the parameter's kind.
    """
    kind, asked = parameter.kind, text.strip()
    if kind == "integer":
        if not re.fullmatch(r"[+-]?\d{1,15}", asked):
            raise _invalid(parameter, text, "a whole number")
        return int(asked)
    if kind == "boolean":
        if asked.lower() not in TRUTH:
            raise _invalid(parameter, text, "true or false")
        return TRUTH[asked.lower()]
    if kind in NODES and NO_ID.search(asked):
        raise _invalid(parameter, text, "the id of a node")
    if kind in CLOSED:
        return _closed(parameter, asked)
    return asked


def absent(parameter: Parameter) -> Bound:
    """Return what stands for an optional parameter without a value: '' or a list of it."""
    return [""] if parameter.kind == "department" else ""


def refer(kind: str, ids: tuple[str, ...]) -> Bound:
    """Return ids as a query takes them: a department may be several, all else is one node."""
    refs = [Ref({**NAMED, **NODES}[kind], id_) for id_ in ids]
    return refs if kind == "department" else refs[0]


def _closed(parameter: Parameter, asked: str) -> str:
    values = CLOSED[parameter.kind].values
    words = {word.lower(): value for value, labels in values.items()
             for word in (value, *labels.values())}
    words |= WORDS.get(parameter.kind, {})
    if asked.lower() not in words:
        raise _invalid(parameter, asked, f"one of {', '.join(words)}")
    return words[asked.lower()]


def _invalid(parameter: Parameter, text: str, wanted: str) -> InvalidValueError:
    return InvalidValueError(f"{parameter.name}={text!r} is not {wanted}.")
