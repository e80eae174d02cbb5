"""Makes decisions of persons out of ids, and tells which of them find what they are about."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from api.errors import NotFoundError, UsageError
from api.workspace import Workspace
from graph import Language, Limits, Store
from graph.errors import DecisionError
from ingest.link.binding import words_of
from ingest.link.links import place
from ontology import Ref
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
        one, other = (self._end(kind, id_) for kind, id_ in
                      zip(TIES[name], (source, target), strict=True))
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
        return all(self._held(end) for end in decision.ends)

    def _held(self, end: End) -> bool:
        if end.type == "Concept":
            return end.id in self._workspace.thesaurus.concepts
        if not end.document:
            return bool(self._workspace.ledger.offering([end.id]))
        if self._rows(end.type, "id", end.id):
            return True
        words = "title" if end.type == "Document" else "quote"
        return len(self._rows(end.type, words, end.quote)) == 1

    def _end(self, kind: str, id_: str) -> End:
        """Return an end by its id, a concept also by a label."""
        thesaurus = self._workspace.thesaurus
        if kind == "Concept":
            slug = thesaurus.labels.get(id_) or thesaurus.functions.get(id_) or id_
            if slug not in thesaurus.concepts:
                raise NotFoundError(f"There is no concept {id_!r} in the thesaurus.")
            return End(kind, slug, thesaurus.concepts[slug].name)
        if kind in MERGED:
            for document in self._workspace.ledger.offering([id_]).get(id_, []):
                batch = self._workspace.ledger.reading(document)
                for node in batch.nodes if batch else ():
                    if node.ref == Ref(kind, id_):
                        return End(kind, id_, words_of(node))
        else:
            for words, document in self._rows(kind, "id", id_):
                return End(kind, id_, words, document)
        raise NotFoundError(f"The graph holds no {kind} {id_!r}; ids stand in the answers of "
                            "`edupolicy query`.")

    def _rows(self, kind: str, name: str, value: str) -> list[tuple[str, str]]:
        """Return words and document of the nodes of a type with a property of that value."""
        words, document = ("title", "id") if kind == "Document" else ("quote", "document")
        text = f"MATCH (n:{kind}) WHERE n.{name} = $value RETURN n.{words}, n.{document}"
        return [(str(row[0]), str(row[1]))
                for row in self._store.run(text, {"value": value}, LIMITS).rows]

    def _place(self, document: str) -> str | None:
        batch = self._workspace.ledger.reading(document)
        return place(batch) if batch else None

    def _prefix(self, kind: str) -> str:
        return f"{self._workspace.ontology.nodes[kind].prefix}-"


@contextmanager
def desk(workspace: Workspace) -> Iterator[Desk]:
    """Open the Cypher store to look things up."""
    with workspace.reading(Language.CYPHER) as store:
        yield Desk(workspace, store)


def now() -> str:
    """Return the time of a decision: UTC, to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
