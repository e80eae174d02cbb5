"""Oxigraph: SPARQL in this process, on one folder.

Choose it for one machine: it needs no server and is quick at lookups; counts over the commonest
concepts take seconds at 100,000 tasks. One process writes at a time; others may read beside it.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QueryTriples, Triple

from graph import trouble
from graph.backends.beside import beside
from graph.backends.schemes import Address
from graph.change import Subject, change, shared_classes, sweep
from graph.errors import QueryError
from graph.parts import once, split
from graph.rows import gather
from graph.sparql import Term, bind, read
from graph.store import Language, Limits, Param, Rows
from ontology import Batch, Edge, Node, Ontology
from ontology.rdf import namespace, triples


class OxigraphStore:
    """Keeps records as triples in the default graph of an Oxigraph folder."""

    language: ClassVar[Language] = Language.SPARQL
    dialect: ClassVar[str] = "oxigraph"

    def __init__(self, address: Address) -> None:
        self._path = Path(address.place).expanduser().resolve()
        self._ns = namespace(address.base)
        self._ontology: Ontology | None = None
        self._write = threading.Lock()  # what a change looks at must not move before it is written
        self._opened: pyoxigraph.Store | None = _open(self._path, read_only=address.read_only)

    def prepare(self, ontology: Ontology) -> bool:
        """Empty the store where it was made for another IRI base; tell whether it is empty."""
        self._ontology = ontology
        with self._write:
            if not any(self._find(None, self._ns.term("rdf:type"), self._ns.term("edu:Document"))):
                self.engine.clear()
            return not any(self._find(None, None, None))

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Put the records in the place of all of the same source, in one transaction."""
        ontology = self._prepared()
        parts = split(source, nodes, edges, ontology)
        with self._write:
            found = change(parts, self._find, ontology, self._ns)
            self._update(found.gone, found.fresh)

    def load(self, batches: Iterable[Batch]) -> None:
        """Empty the store and fill it with the batches; a crash on the way leaves it empty."""
        ontology = self._prepared()
        loose: set[Term] = set()
        with self._write:
            self.engine.clear()
            try:
                self.engine.bulk_extend(self._quads(batches, ontology, loose))
            except OSError as error:
                raise trouble.unwritten(self._path, str(error)) from error
            gone: set[Triple] = set()
            sweep(loose, gone, set(), self._find, shared_classes(ontology, self._ns))
            self._update(gone, ())

    def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
        """Answer a SPARQL text; the time limit holds between rows, as the engine knows none."""
        try:
            answer = self.engine.query(bind(text, params, self._ns), prefixes=self._ns.prefixes)
            if isinstance(answer, QueryBoolean):
                return Rows(("answer",), ((bool(answer),),))
            columns = ["subject", "predicate", "object"] if isinstance(answer, QueryTriples) else \
                [variable.value for variable in answer.variables]
            rows = ([read(term, self._ns) for term in row] for row in answer)
            return gather(columns, rows, limits)
        except SyntaxError as error:
            raise trouble.not_understood(str(error)) from error
        except OSError as error:
            raise QueryError(f"The query failed: {error}") from error

    def vet(self, text: str) -> None:
        """Accept any text: what `run` calls knows no updates."""

    def close(self) -> None:
        """Let the folder go once the calls that use it have ended."""
        self._opened = None

    @property
    def engine(self) -> pyoxigraph.Store:
        """The open engine, for tools that know pyoxigraph; it lives on as long as they hold it."""
        if self._opened is None:
            raise trouble.closed(self._path)
        return self._opened

    def _prepared(self) -> Ontology:
        if self._ontology is None:
            raise trouble.unprepared(self._path)
        return self._ontology

    def _find(self, subject: Subject | None, predicate: NamedNode | None,
              object_: Term | None) -> Iterator[Triple]:
        for quad in self.engine.quads_for_pattern(subject, predicate, object_, DefaultGraph()):
            yield quad.triple

    def _quads(self, batches: Iterable[Batch], ontology: Ontology,
               loose: set[Term]) -> Iterator[Quad]:
        """Yield the quads of batches; leave in `loose` the shared nodes that no edge enters."""
        entered: set[Term] = set()
        for parts in once(batches, ontology):
            edges = (*parts.edges, *parts.shared_edges)
            for triple in triples((*parts.nodes, *parts.shared_nodes), edges, ontology, self._ns):
                yield Quad(*triple)
            entered |= {self._ns.node(edge.target.id) for edge in edges}
            loose |= {self._ns.node(node.id) for node in parts.shared_nodes}
            loose -= entered

    def _update(self, gone: Iterable[Triple], fresh: Iterable[Triple]) -> None:
        """Take away and add triples; an update is one transaction, so all or nothing is done."""
        try:
            self.engine.update(f"DELETE DATA {{ {' . '.join(map(str, gone))} }} ; "
                               f"INSERT DATA {{ {' . '.join(map(str, fresh))} }}")
            self.engine.flush()  # or whoever opens the store beside has to go through its log
        except OSError as error:
            raise trouble.unwritten(self._path, str(error)) from error


def _open(path: Path, *, read_only: bool) -> pyoxigraph.Store:
    try:
        if read_only:
            return beside(lambda: pyoxigraph.Store.read_only(str(path)),
                          lambda error: path.exists() and not isinstance(error, PermissionError))
        path.parent.mkdir(parents=True, exist_ok=True)
        return pyoxigraph.Store(path)
    except FileNotFoundError as error:
        if path.exists():
            raise trouble.broken(path, str(error)) from error
        raise trouble.missing(path) from error
    except (RuntimeError, OSError) as error:
        if "lock hold by current process" in str(error):
            raise trouble.open_here(path) from error
        if "While lock file" in str(error):
            raise trouble.locked(path) from error
        raise trouble.broken(path, str(error)) from error
