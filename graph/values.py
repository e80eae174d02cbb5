"""Values on their way to an engine that speaks Cypher and back."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from graph.store import Cell, Param
from ontology import Ref, Value


def scalar(param: Param) -> Value | list[str]:
    """Return a parameter as drivers take it: a Ref as its id."""
    if isinstance(param, Ref):
        return param.id
    if isinstance(param, Sequence) and not isinstance(param, str):
        return [item.id if isinstance(item, Ref) else item for item in param]
    return param


def cell(value: object) -> Cell:
    """Return an engine's plain value as a scalar: a structure as JSON text, a date as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=cell, separators=(",", ":"))
    return str(value)
