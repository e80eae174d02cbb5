"""Makes decisions of persons out of ids, and tells which of them find what they are about."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property

from api.errors import NotFoundError, UsageError
from api.workspace import Workspace
from graph import Language, Limits, Store
from graph.errors import DecisionError
from graph.parts import owner_property
from ingest.link.binding import Index, words_of
from ingest.link.links import place
from ontology import Batch, Ref
from ontology.decisions import MERGED, TIES, Decision, End, Verb
from ontology.names import bare

LIMITS = Limits(seconds=10, rows=2)


class Desk:
    """Where decisions are prepared: it looks nodes up in the ledger and in the Cypher store."""

    def __init__(self, workspace: Workspace, store: Store) -> None:
        self._workspace = workspace
        self._store = store

    def tie(self, verb: Verb, relation: str, source: str, target: str, who: str,
            why: str) -> Decision:
        """Return a decision on an edge; raise UsageError or NotFoundError where it cannot be."""
        name = relation.upper()
        if name not in TIES:
            raise UsageError(f"Of {relation!r} nothing can be decided; the relations are "
                             f"{', '.join(TIES)}.")
        one, other = (self._concept(id_, name) if kind == "Concept" else self._end(kind, id_)
                      for kind, id_ in zip(TIES[name], (source, target), strict=True))
        if one.id == other.id:
            raise UsageError(f"{one.id} cannot be tied to itself.")
        if verb == "accept" and one.document and other.document and name != "ABOUT":
            here, there = self._place(one.document), self._place(other.document)
            if here != there or here is None:
                raise DecisionError(f"{one.id} and {other.id} are of two places, or of none that "
                                    f"is known; {name} ties documents of one place.")
        return Decision(verb, name, one, other, "", who, now(), why)

    def merge(self, keep: str, gone: str, who: str, why: str) -> Decision:
        """Return the decision that two departments, or two policies, are one."""
        kind = next((kind for kind in MERGED if keep.startswith(self._prefix(kind))), None)
        if kind is None or not gone.startswith(self._prefix(kind)) or keep == gone:
            raise UsageError("Two different departments or two different policies can be merged, "
                             "by their ids (dept-… or policy-…).")
        return Decision("merge", kind, self._end(kind, keep), self._end(kind, gone), "", who,
                        now(), why)

    def split(self, department: str, name: str, who: str, why: str) -> Decision:
        """Return the decision that what is written as `name` is a department of its own."""
        end = self._end("Department", department)
        rows = self._store.run(
            "MATCH (d:Department {id: $id})<-[x:OWNED_BY]-(:Task) RETURN DISTINCT x.as_written",
            {"id": Ref("Department", department)}, Limits(seconds=10, rows=1000)).rows
        written = sorted(str(row[0]) for row in rows)
        if bare(name) not in map(bare, written):
            raise NotFoundError(f"No document writes {name!r} for {end.quote}; it is written "
                                f"{', '.join(written) or 'nowhere'}.")
        return Decision("split", "Department", end, None, name, who, now(), why)

    def holds(self, decision: Decision) -> bool:
        """Tell whether a decision finds what it is about."""
        ledger = self._workspace.ledger
        readings = [batch for end in decision.ends for document in self._documents(end)
                    if (batch := ledger.reading(document))]
        cited = all(ledger.offering([end.id]) for end in decision.ends if end.type == "Policy")
        return cited and Index(readings, self._workspace.thesaurus).bind(decision) is not None

    @cached_property
    def _files(self) -> dict[str, str]:
        """The documents of the ledger, by their ids and by the digests of their bytes."""
        read = [one for one in self._workspace.ledger.entries() if one.status == "read"]
        return {key: one.document for one in read for key in (one.sha256, one.document)}

    def _documents(self, end: End) -> list[str]:
        """Return the documents in which an end may be found."""
        if end.document:
            return [self._files[key] for key in (end.document, end.sha256) if key in self._files]
        return self._workspace.ledger.offering([end.id]).get(end.id, [])[:1]

    def _concept(self, name: str, relation: str) -> End:
        """Return a concept by its slug or label: a function of PERFORMS, a topic of others."""
        thesaurus, performed = self._workspace.thesaurus, relation == "PERFORMS"
        slug = (thesaurus.functions if performed else thesaurus.labels).get(name, name)
        found = thesaurus.concepts.get(slug)
        if found is None or (found.scheme == "function") != performed:
            raise NotFoundError(f"There is no {'function' if performed else 'concept'} {name!r} "
                                "in the thesaurus.")
        return End("Concept", slug, found.name)

    def _end(self, kind: str, id_: str) -> End:
        """Return an end by its id."""
        ledger = self._workspace.ledger
        home = ledger.offering([id_]).get(id_, [])[:1] if kind in MERGED else self._home(kind, id_)
        if home and (batch := ledger.reading(home[0])):
            for node in batch.nodes:
                if node.ref == Ref(kind, id_):
                    return End(kind, id_, words_of(node),
                               *(() if kind in MERGED else _file(batch)))
        raise NotFoundError(f"The graph holds no {kind} {id_!r}; ids stand in the answers of "
                            "`edupolicy query`.")

    def _home(self, kind: str, id_: str) -> list[str]:
        """Return the document of a node that a document owns."""
        name = owner_property(self._workspace.ontology.nodes[kind])
        text = f"MATCH (n:{kind} {{id: $id}}) RETURN n.{name} AS document"
        return [str(row[0]) for row in self._store.run(text, {"id": id_}, LIMITS).rows]

    def _place(self, document: str) -> str | None:
        batch = self._workspace.ledger.reading(document)
        return place(batch) if batch else None

    def _prefix(self, kind: str) -> str:
        return f"{self._workspace.ontology.nodes[kind].prefix}-"


def _file(batch: Batch) -> tuple[str, str]:
    """Return the id of a document and the digest of its bytes."""
    return next((node.id, str(node.properties["sha256"])) for node in batch.nodes
                if node.type == "Document")


@contextmanager
def desk(workspace: Workspace) -> Iterator[Desk]:
    """Open the Cypher store to look things up."""
    with workspace.reading(Language.CYPHER) as store:
        yield Desk(workspace, store)


def dormant(workspace: Workspace) -> list[Decision]:
    """Return the decisions that hold but do not find what they are about."""
    held = workspace.ledger.decisions.held()
    if not held:
        return []
    with desk(workspace) as at:
        return [one for one in held if not at.holds(one)]


def now() -> str:
    """Return the time of a decision: UTC, to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
