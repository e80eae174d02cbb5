"""What requests may ask and answers hold, computed from the ontology and the query files."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, create_model

from api.resources import filters, free
from graph import Language
from ontology import Kind, NodeType, Property
from queries import Parameter, Query
from queries.parameters import CLOSED, NAMED

PAGE = 50
LONGEST_PAGE = 500
MOST_ROWS = 10_000
TYPES: Mapping[str, type] = {"text": str, "integer": int, "number": float, "boolean": bool}
STRICT = ConfigDict(extra="forbid")

Scalar = str | int | float | bool


class Page(BaseModel):
    """A page of a list; `total` counts the whole list."""

    total: int
    limit: int
    offset: int


class End(BaseModel):
    """A node at the other end of a relation, with the edge's own properties."""

    id: str
    label: str
    properties: dict[str, Scalar]


class Relation(BaseModel):
    """The edges of one relation that leave (`out`) or enter (`in`) a node.

    `more` tells that there are others that are not shown.
    """

    relation: str
    direction: Literal["out", "in"]
    type: str
    items: list[End]
    more: bool


class ProblemDetails(BaseModel):
    """What went wrong, as RFC 9457 has it; `candidates` are names that may be meant."""

    type: str
    title: str
    status: int
    detail: str
    candidates: list[str]


def node(kind: NodeType) -> type[BaseModel]:
    """Return the model of a node: its id and its properties, null where a value is absent."""
    fields: dict[str, Any] = {"id": (str, ...)}
    for name, prop in kind.properties.items():
        type_ = _type(prop.kind)
        fields[name] = (type_ if prop.required else type_ | None, Field(description=prop.comment))
    return _make(kind.name, kind.comment, fields)


def page(kind: NodeType, item: type[BaseModel]) -> type[BaseModel]:
    """Return the model of a page of nodes."""
    return create_model(f"{kind.name}Page", __base__=Page,
                        items=(list[item], ...))  # type: ignore[valid-type]


def detail(kind: NodeType, item: type[BaseModel]) -> type[BaseModel]:
    """Return the model of a node, its neighbours, and the words of the documents that bear it."""
    return _make(f"{kind.name}Detail", kind.comment, {
        "node": (item, ...), "neighbours": (list[Relation], ...),
        "evidence": (list[dict[str, Scalar | None]], ...)})


def selection(kind: NodeType) -> type[BaseModel]:
    """Return the model of a list's query string: the page, and a filter for each property."""
    fields: dict[str, Any] = {
        "limit": (int, Field(PAGE, ge=1, le=LONGEST_PAGE, description="Nodes of a page.")),
        "offset": (int, Field(0, ge=0, description="Nodes before the page."))}
    for name, prop in filters(kind).items():
        fields[name] = (_type(prop.kind) | None, Field(None, description=_about(prop)))
    return _make(f"{kind.name}Selection", f"Which {kind.name} nodes are listed.", fields, STRICT)


def question(query: Query) -> type[BaseModel]:
    """Return the model of a question's query string: its parameters, as they are written."""
    fields: dict[str, Any] = {
        name: (str, _field(parameter, query.example.get(name)))
        for name, parameter in query.params.items()}
    fields["language"] = (Language, Field(Language.CYPHER, description="Engine that answers."))
    fields["limit"] = (int, Field(MOST_ROWS, ge=1, le=MOST_ROWS, description="Rows at most."))
    return _make(f"{query.name}_arguments", query.summary["en"], fields, STRICT)


def answer(query: Query) -> type[BaseModel]:
    """Return the model of a question's answer.

    `resolved` says what each name was taken for, `notes` what the answer leaves out, `total` how
    many rows there are before `limit`.
    """
    row = _make(f"{query.name}_row", query.summary["en"], {
        column: (TYPES[kind] | None, ...) for column, kind in query.columns.items()})
    return _make(f"{query.name}_answer", query.summary["en"], {
        "query": (str, ...), "language": (Language, ...), "columns": (list[str], ...),
        "rows": (list[row], ...),  # type: ignore[valid-type]
        "resolved": (dict[str, dict[str, str]], ...),
        "notes": (list[str], ...), "total": (int, ...), "truncated": (bool, ...)})


def _make(name: str, comment: str, fields: Mapping[str, Any],
          config: ConfigDict | None = None) -> type[BaseModel]:
    return cast("type[BaseModel]", create_model(name, __config__=config, __doc__=comment, **fields))


def _type(kind: Kind) -> Any:
    """Return the Python type of a kind: the values themselves where the kind closes them."""
    return Literal[tuple(kind.values)] if kind.values else TYPES[kind.base]


def _about(prop: Property) -> str:
    rule = "Text that it holds." if free(prop) else "Value that it has."
    return f"{prop.comment} {rule}".strip()


def _field(parameter: Parameter, example: str | None) -> Any:
    about = f"A {parameter.kind.replace('_', ' ')}"
    if parameter.kind in NAMED:
        about += ": its id or any of its names"
    elif parameter.kind in CLOSED:
        about += f": {', '.join(CLOSED[parameter.kind].values)}"
    examples = [example] if example else None
    if parameter.optional or parameter.default is not None:
        return Field(parameter.default or "", description=f"{about}.", examples=examples)
    return Field(description=f"{about}.", examples=examples)
