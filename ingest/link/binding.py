"""Finds what decisions are about in the records as they are now.

An id may change when a document is read by other rules; then the words that were quoted lead to
the node, in the same document and in no other. A decision whose words are gone lies dormant: it
changes nothing until they come back.
"""

from collections import defaultdict
from collections.abc import Iterable

from ontology import Batch, Node, Ref
from ontology.decisions import Decision, End
from ontology.thesaurus import Thesaurus


class Index:
    """The nodes of some documents by id and by what they quote."""

    def __init__(self, batches: Iterable[Batch], thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._ids: set[Ref] = set()
        self._documents: dict[str, str] = {}    # by id, and by the digest of their bytes
        self._quoted: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for batch in batches:
            placed = {edge.source for edge in batch.edges if edge.type == "LOCATED_IN"}
            for node in batch.nodes:
                self._ids.add(node.ref)
                document = str(node.properties.get("document", ""))
                if node.type == "Document":
                    self._documents |= {node.id: node.id, str(node.properties["sha256"]): node.id}
                elif document or node.ref in placed:    # other bodies of one name may be two
                    self._quoted[node.type, words_of(node), document].add(node.id)

    def find(self, end: End) -> str | None:
        """Return the id of the node that a decision means, None where it is not here.

        A policy is here wherever it is cited: its id follows from its title.
        """
        if end.type == "Concept":
            return end.id if end.id in self._thesaurus.concepts else None
        if end.type == "Policy" or Ref(end.type, end.id) in self._ids:
            return end.id
        document = self._documents.get(end.document) or self._documents.get(end.sha256, "")
        if end.type == "Document":
            return document or None
        found = self._quoted.get((end.type, end.quote, document), set())
        return min(found) if len(found) == 1 else None

    def bind(self, decision: Decision) -> Decision | None:
        """Return a decision about the nodes' present ids, None where one of them is not here."""
        ids = {end.id: found for end in decision.ends if (found := self.find(end))}
        return decision.bound(ids) if len(ids) == len({end.id for end in decision.ends}) else None


def words_of(node: Node) -> str:
    """Return the words by which a node is known again: its quote, else its name or title."""
    values = node.properties
    return str(values.get("quote") or values.get("full_name") or values.get("name")
               or values.get("title") or "")
