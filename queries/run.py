"""Asks a named question: arguments in, rows out, the same rows from every store."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph import Cell, Limits, Store
from queries.cells import arrange, cast
from queries.errors import MissingParameterError, UnknownParameterError
from queries.parameters import NAMED, NODES, Bound, Parameter, absent, parse, refer
from queries.query import Query, placeholders
from queries.resolve import Resolved, resolve

LIMITS = Limits()
NO_LABELS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question, with what its names were taken for and what there is to know.

    `total` counts the rows before `limit` cut them; `truncated` tells that they were cut, there
    or by a limit of the store.
    """

    query: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    resolved: tuple[Resolved, ...]
    notes: tuple[str, ...]
    truncated: bool
    total: int


def run(query: Query, store: Store, arguments: Mapping[str, str], *,
        labels: Mapping[str, str] = NO_LABELS, limits: Limits = LIMITS,
        limit: int | None = None) -> Answer:
    """Ask a question of a store.

    `arguments` are texts, of which an empty one counts as not given; `labels` maps labels of the
    thesaurus to ids of concepts; `limit` cuts the ordered rows. Raise ArgumentError where an
    argument does not fit.
    """
    given = complete(query, arguments)
    values, resolved = bind(query, given, store, labels)
    rows = store.run(query.text(store), values, limits)
    ordered = arrange(cast(rows, query.columns, query.name), tuple(query.columns), query.order)
    notes = [found.note for found in resolved if found.note]
    if rows.truncated:
        notes.append(f"The store stopped at {len(ordered)} rows; narrow the question.")
    if query.left_out and values.get("include_implicit") is not True:
        notes += left_out(query, store, values, limits)
    return Answer(query=query.name, columns=tuple(query.columns), rows=tuple(ordered[:limit]),
                  resolved=tuple(resolved), notes=tuple(notes), total=len(ordered),
                  truncated=rows.truncated or len(ordered[:limit]) < len(ordered))


def complete(query: Query, arguments: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments with the defaults of those that are not given."""
    for name in arguments:
        if name not in query.params:
            raise UnknownParameterError(f"{query.name} has no parameter {name!r}; it takes "
                                        f"{', '.join(query.params) or 'none'}.")
    given = {name: arguments.get(name, "").strip() or parameter.default
             for name, parameter in query.params.items()}
    for name, text in given.items():
        if not text and not query.params[name].optional:
            raise MissingParameterError(f"{query.name} needs {name}=, which is of kind "
                                        f"{query.params[name].kind}.")
    return {name: text for name, text in given.items() if text}


def bind(query: Query, given: Mapping[str, str], store: Store,
         labels: Mapping[str, str]) -> tuple[dict[str, Bound], list[Resolved]]:
    """Return the value of every parameter, and what the names among them were taken for."""
    values = {name: absent(parameter) for name, parameter in query.params.items()}
    resolved: list[Resolved] = []
    place = None
    for parameter in sorted(query.params.values(), key=_departments_last):
        if parameter.name not in given:
            continue
        value = parse(parameter, given[parameter.name])
        if parameter.kind in NAMED:
            found = resolve(parameter, str(value), store, labels, place)
            place = found.ids[0] if parameter.kind == "locality" else place
            resolved.append(found)
            value_ids = found.ids
        values[parameter.name] = (
            refer(parameter.kind, value_ids) if parameter.kind in NAMED else
            refer(parameter.kind, (str(value),)) if parameter.kind in NODES else value)
    return values, resolved


def left_out(query: Query, store: Store, values: Mapping[str, Bound],
             limits: Limits) -> list[str]:
    """Say how many tasks the answer leaves out because their owner is only implied."""
    text = query.left_out[store.language]
    named = placeholders(text, store.language)
    rows = store.run(text, {name: values[name] for name in named}, limits).rows
    if not rows[0][0]:
        return []
    remedy = " (include_implicit=true takes them in)" if "include_implicit" in query.params else ""
    return [f"Tasks left out because their document names nobody for them: {rows[0][0]}{remedy}."]


def _departments_last(parameter: Parameter) -> bool:
    return parameter.kind == "department"
