"""LadybugDB: Cypher in this process, on one file.

Choose it for one machine: it needs no server and answers lookups in milliseconds. One process
writes at a time; others may read beside it and see what was committed when they opened it.
"""

import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from graph import trouble
from graph.backends.ladybug.connections import Connections
from graph.backends.ladybug.file import first_line, take
from graph.backends.schemes import Address
from graph.errors import StoreError
from graph.layout import Table, tables
from graph.parts import split
from graph.rows import gather
from graph.store import Language, Limits, Param, Rows
from graph.values import cell, scalar
from graph.writer import Ask, Writer
from ontology import Batch, Edge, Node, Ontology


class LadybugStore:
    """Keeps records in a LadybugDB file."""

    language: ClassVar[Language] = Language.CYPHER
    dialect: ClassVar[str] = "ladybug"

    def __init__(self, address: Address) -> None:
        self._path = Path(address.place).expanduser().resolve()
        self._ontology: Ontology | None = None
        self._write = threading.Lock()  # the engine refuses a second write transaction at once
        database = take(self._path, read_only=address.read_only)
        self._connections = Connections(self._path, database)

    def prepare(self, ontology: Ontology) -> bool:
        """Create the tables, anew where they were made for another ontology."""
        self._ontology = ontology
        with self._writing() as ask:
            fits = _layout(_present(ask)) == _layout(tables(ontology))
            if not fits:
                _create(ask, ontology)
            empty = not any(ask(f"MATCH (n:{name}) RETURN n.id LIMIT 1", {})
                            for name in ontology.nodes)
        if not fits:
            self._connections.renew()
        return empty

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Put the records in the place of all of the same source, in one transaction."""
        ontology = self._prepared()
        parts = split(source, nodes, edges, ontology)
        with self._writing() as ask:
            Writer(ask, ontology).replace(parts)

    def load(self, batches: Iterable[Batch]) -> None:
        """Empty the store and fill it with the batches, in one transaction."""
        ontology = self._prepared()
        with self._writing() as ask:
            _create(ask, ontology)
            Writer(ask, ontology).load(batches)
        self._connections.renew()

    def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
        """Answer a Cypher text; the time limit holds between the engine's operators."""
        with self._connections.kept() as connection:
            connection.set_query_timeout(max(1, int(limits.seconds * 1000)))
            try:
                connection.execute("BEGIN TRANSACTION READ ONLY")
                result = connection.execute(
                    text, {name: scalar(value) for name, value in params.items()})
                if isinstance(result, list):
                    raise trouble.several()
                rows = ([cell(_plain(value)) for value in row] for row in result)
                return gather(result.get_column_names(), rows, limits)
            except RuntimeError as error:
                raise _query_error(error, limits) from error

    def vet(self, text: str) -> None:
        """Raise QueryRefusedError for several statements: the engine would run all of them."""
        with self._connections.fresh() as connection, warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # prepare() alone is what we want
            message = connection.prepare(text).get_error_message()
        if "multiple statements" in message:
            raise trouble.several()

    def close(self) -> None:
        """Close the file once the calls that use it have ended."""
        self._connections.close()

    def _prepared(self) -> Ontology:
        if self._ontology is None:
            raise trouble.unprepared(self._path)
        return self._ontology

    @contextmanager
    def _writing(self) -> Iterator[Ask]:
        """Hold a write transaction; it is given up on any error."""
        with self._write, self._connections.fresh() as connection:
            def ask(statement: str, params: Mapping[str, Any]) -> list[Sequence[Any]]:
                return [tuple(row) for row in connection.execute(statement, dict(params))]

            try:
                connection.execute("BEGIN TRANSACTION")
                yield ask
                connection.execute("COMMIT")
            except RuntimeError as error:
                raise trouble.unwritten(self._path, first_line(error)) from error


def _query_error(error: RuntimeError, limits: Limits) -> StoreError:
    message = str(error)
    if "Interrupted" in message:
        return trouble.out_of_time(limits)
    if message.startswith("Buffer manager exception") or "bad_alloc" in message:
        return trouble.out_of_memory()
    if "read-only" in message or "read only" in message:
        return trouble.would_write()
    return trouble.not_understood(first_line(error))


def _present(ask: Ask) -> Iterator[Table]:
    """Yield the tables that the file holds."""
    for name, kind in ask("CALL show_tables() RETURN name, type", {}):
        columns = {row[1]: row[2] for row in ask(f"CALL table_info('{name}') RETURN *", {})}
        pairs = [(row[0], row[1]) for row in ask(f"CALL show_connection('{name}') RETURN *", {})
                 ] if kind == "REL" else []
        yield Table(name, columns, frozenset(pairs))


def _layout(all_tables: Iterable[Table]) -> dict[str, Table]:
    return {table.name: table for table in all_tables}


def _create(ask: Ask, ontology: Ontology) -> None:
    """Drop every table, those of relations first, and create those of the ontology."""
    for table in sorted(_present(ask), key=lambda table: not table.pairs):
        ask(f"DROP TABLE {table.name}", {})
    for table in tables(ontology):
        ask(table.statement, {})


def _plain(value: Any) -> Any:
    """Return a node, relationship or path without the engine's own keys and absent values."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "_NODES" in value:
        return {"nodes": _plain(value["_NODES"]), "relations": _plain(value["_RELS"])}
    if "_LABEL" in value:
        own = {name: item for name, item in value.items()
               if name not in ("_ID", "_SRC", "_DST", "_LABEL") and item is not None}
        return {"type": value["_LABEL"], **own}
    return {name: _plain(item) for name, item in value.items()}
