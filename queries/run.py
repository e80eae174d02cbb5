"""Asks a named question: arguments in, rows out, the same rows from every store."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph import Cell, Limits, Store
from queries.arguments import bind, complete
from queries.cells import arrange, cast
from queries.lookup import holds
from queries.parameters import Bound
from queries.query import Query, placeholders
from queries.resolve import Resolved

LIMITS = Limits()
NO_LABELS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question, what its names were taken for, and what there is to know of them.

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

    @property
    def remarks(self) -> tuple[str, ...]:
        """All that is to be said of the answer: what names were taken for, and the notes."""
        return (*(taken.sentence for taken in self.resolved), *self.notes)


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
    found = store.run(query.text(store), values, limits)
    rows = arrange(cast(found, query.columns, query.name), tuple(query.columns), query.order)
    notes = [taken.note for taken in resolved if taken.note]
    if found.truncated:
        notes.append(f"The store stopped at {len(rows)} rows; narrow the question.")
    if not rows:
        notes += _unheld(resolved, store)
    notes += _left_out(query, store, values, limits)
    shown = tuple(rows[:limit])
    return Answer(query=query.name, columns=tuple(query.columns), rows=shown,
                  resolved=tuple(resolved), notes=tuple(notes), total=len(rows),
                  truncated=found.truncated or len(shown) < len(rows))


def _unheld(resolved: list[Resolved], store: Store) -> Iterator[str]:
    """Say which ids the graph does not hold, where nothing was found."""
    for taken in resolved:
        if not any(holds(store, taken.kind, id_) for id_ in taken.ids):
            yield f"The graph holds nothing about {taken.kind} {taken.asked}."


def _left_out(query: Query, store: Store, values: Mapping[str, Bound],
              limits: Limits) -> Iterator[str]:
    """Say how many tasks are left out because their owner is only implied."""
    if not query.left_out or values.get("include_implicit") is True:
        return
    text = query.left_out[store.language]
    params = {name: values[name] for name in placeholders(text, store.language)}
    count = store.run(text, params, limits).rows[0][0]
    if count:
        remedy = " (include_implicit=true takes them in)" * ("include_implicit" in query.params)
        yield f"Tasks left out because their document names nobody for them: {count}{remedy}."
