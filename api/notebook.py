"""The graph in a notebook: named questions as tables, data frames and networks.

    graph = open_graph()
    graph.ask("co_owners", concept="安全").to_df()
    graph.network("departments", locality="江阴")
    graph.rdf().query("SELECT …")

Stores are opened for each call and closed after it, so an ingest beside it is seen by the next one.
"""

import warnings
from collections.abc import Mapping
from contextlib import AbstractContextManager
from html import escape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api import networks
from api.errors import UsageError
from api.rows import keyed
from api.settings import Settings, read
from api.workspace import Workspace
from graph import Cell, Language, Limits, Store
from graph.backends.oxigraph import OxigraphStore
from graph.ledger import FILE
from ontology.rdf import namespace
from queries import Answer, find, run
from queries.query import Query

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

LIMITS = Limits(seconds=networks.SECONDS, rows=networks.MOST)
# Types of columns that are the same whatever the cells are: a year stays whole where one is absent.
TYPES: Mapping[str, str] = {
    "text": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def open_graph(data: str | Path | None = None) -> "Graph":
    """Return the graph of a data folder, or of the one that the environment names.

    The other settings come from the environment. Raise UsageError where the folder has no graph.
    """
    settings = read()
    if data is not None:
        settings = settings.model_copy(update={"data": Path(data).expanduser()})
    if not (settings.data / FILE).is_file():
        raise UsageError(f"There is no graph in {settings.data}; `edupolicy ingest` makes one, and "
                         "EDUPOLICY_DATA says where it is.")
    return Graph(settings)


class Graph:
    """The graph of a data folder, asked read-only."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def ask(self, question: str, /, *, language: str = "cypher", limit: int | None = None,
            **arguments: str | int | None) -> "Table":
        """Return the answer of a named question.

        Places, departments and concepts go by name or id. An answer that is cut, though no `limit`
        asks for it, is warned of.
        """
        named = find(question)
        with self._workspace() as workspace, workspace.reading(Language(language)) as store:
            answer = run(named, store, _texts(arguments), labels=workspace.thesaurus.labels,
                         limits=LIMITS, limit=limit)
        if answer.truncated and len(answer.rows) != limit:
            _warn(f"{question} has more than {len(answer.rows)} rows.")
        return Table(named, answer)

    def network(self, name: str, /, *, language: str = "cypher",
                **arguments: str | int | None) -> "nx.Graph[str]":
        """Return the network of `departments` or of `cities`, by id, with their measures.

        Its attribute `notes` says what names were taken for, a line each.
        """
        with self._workspace() as workspace:
            answer, graph = networks.ask(name, workspace, Language(language), _texts(arguments))
        graph.graph["notes"] = "\n".join(answer.remarks)
        return graph

    def rdf(self) -> "rdflib.Graph":
        """Return the triples as an rdflib graph, of which the embedded store answers queries.

        It is read-only and holds what is there now; what is ingested later is in the next one.
        """
        adapter = _needed("oxrdflib")
        from rdflib import Graph as Triples
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        with self._workspace() as workspace, workspace.reading(Language.SPARQL) as store:
            triples = Triples(adapter.OxigraphStore(store=_engine(store)),
                              identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
        for prefix, iri in namespace(self.settings.base_iri).prefixes.items():
            triples.bind(prefix, iri)
        return triples

    def _workspace(self) -> AbstractContextManager[Workspace]:
        return Workspace(self.settings, _warn)


class Table(list[dict[str, Cell]]):
    """The rows of an answer, each a dict by column; `answer` and `notes` tell what it means."""

    def __init__(self, question: Query, answer: Answer) -> None:
        super().__init__(keyed(answer.columns, answer.rows))
        self.answer = answer
        self._columns = question.columns

    @property
    def notes(self) -> list[str]:
        """What names were taken for, and what the rows leave out."""
        return list(self.answer.remarks)

    def to_df(self) -> "pd.DataFrame":
        """Return the rows as a pandas DataFrame, with `question` and `notes` in its `attrs`."""
        pandas = _needed("pandas")
        frame: pd.DataFrame = pandas.DataFrame({
            column: pandas.Series([row[column] for row in self], dtype=TYPES[kind])
            for column, kind in self._columns.items()})
        frame.attrs = {"question": self.answer.query, "notes": self.notes}
        return frame

    def to_network(self, source: str, target: str) -> "nx.MultiDiGraph[Cell]":
        """Return the rows as a networkx graph: each is an edge between its cells of two columns.

        The other cells are attributes of the edge. What is absent is left out.
        """
        import networkx as nx

        for column in (source, target):
            if column not in self._columns:
                raise UsageError(f"{self.answer.query} has no column {column!r}; it has "
                                 f"{', '.join(self._columns)}.")
        graph: nx.MultiDiGraph[Cell] = nx.MultiDiGraph(notes="\n".join(self.notes))
        for row in self:
            about = {column: cell for column, cell in row.items()
                     if cell is not None and column not in (source, target)}
            if row[source] is not None and row[target] is not None:
                graph.add_edges_from([(row[source], row[target], about)])
        return graph

    def __repr__(self) -> str:
        return "\n".join((f"{len(self)} rows of {', '.join(self._columns)}", *self.notes))

    def _repr_html_(self) -> str | None:
        """Show the rows as a notebook shows a data frame, and the notes below."""
        try:
            frame = self.to_df()
        except UsageError:      # without pandas a notebook shows the text
            return None
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        return f"{frame.to_html(max_rows=20, notebook=True, show_dimensions=True)}{notes}"


def _texts(arguments: Mapping[str, str | int | None]) -> dict[str, str]:
    """Return arguments as the texts that questions take: a code may be a number, True is true."""
    return {name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in arguments.items() if value is not None}


def _engine(store: Store) -> object:
    if not isinstance(store, OxigraphStore):
        raise UsageError("rdf() reads the embedded store only; EDUPOLICY_SPARQL names another.")
    return store.engine


def _needed(package: str) -> Any:
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise UsageError(f"This needs {package}: pip install 'edupolicy-graph[notebook]'.") \
            from error


def _warn(text: str) -> None:
    warnings.warn(text, stacklevel=3)
