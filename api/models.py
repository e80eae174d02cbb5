"""What requests may ask and answers hold, computed from the ontology and the query files."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Generic, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, create_model

from api.resources import filters, free
from graph import Language
from ontology import Kind, NodeType, Property
from queries import Parameter, Query

PAGE = 50
LONGEST_PAGE = 500
TYPES: Mapping[str, type] = {"text": str, "integer": int, "number": float, "boolean": bool}
Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """A page of a list; `total` counts the whole list."""

    total: int
    limit: int
    offset: int
    items: list[Item]


class End(BaseModel):
    """A node at the other end of a relation, with the edge's own properties."""

    id: str
    label: str
    properties: dict[str, str | int | float | bool]


class Relation(BaseModel):
    """The edges of one relation that leave (`out`) or enter (`in`) a node.

    `more` tells that there are others that are not shown.
    """

    relation: str
    direction: Literal["out", "in"]
    type: str
    items: list[End]
    more: bool


class Rows(BaseModel):
    """The answer to a question: rows keyed by column.

    `resolved` says what each name was taken for, `notes` what the answer leaves out.
    """

    query: str
    columns: list[str]
    rows: list[dict[str, str | int | float | bool | None]]
    resolved: dict[str, list[str]]
    notes: list[str]
    truncated: bool


class ProblemDetails(BaseModel):
    """What went wrong, as RFC 9457 has it; `candidates` are names that may be meant."""

    type: str
    title: str
    status: int
    detail: str
    candidates: list[str] = []


@cache
def item(kind_name: str) -> type[BaseModel]:
    raise NotImplementedError
