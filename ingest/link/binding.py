"""Finds what decisions are about in the records as they are now.

An id may change when a document is read by other rules; then the words that were quoted lead to
the node. A decision whose words are gone lies dormant: it changes nothing until they come back.
"""

from collections import defaultdict
from collections.abc import Iterable

from ontology import Batch, Node
from ontology.decisions import Decision, End
from ontology.thesaurus import Thesaurus


class Index:
    """The nodes of some documents by id and by what they quote."""

    def __init__(self, batches: Iterable[Batch], thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._ids: set[tuple[str, str]] = set()
        self._quoted: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for batch in batches:
            for node in batch.nodes:
                self._ids.add((node.type, node.id))
                if (words := words_of(node)):
                    document = batch.source.partition(":")[2]
                    self._quoted[node.type, words].append((document, node.id))

    def find(self, end: End) -> str | None:
        """Return the id of the node that a decision means, None where it is not here."""
        if end.type == "Concept":
            return end.id if end.id in self._thesaurus.concepts else None
        if (end.type, end.id) in self._ids:
            return end.id
        found = self._quoted.get((end.type, end.quote), [])
        same = [node for document, node in found if document == end.document]
        every = same or [node for _, node in found]
        return every[0] if len(set(every)) == 1 else None

    def bind(self, decision: Decision) -> Decision | None:
        """Return a decision about the nodes' present ids, None where one of them is not here."""
        ids = {end.id: found for end in decision.ends if (found := self.find(end))}
        return decision.bound(ids) if len(ids) == len({end.id for end in decision.ends}) else None


def words_of(node: Node) -> str:
    """Return the words by which a node is known again: its quote, else its name or title."""
    values = node.properties
    return str(values.get("quote") or values.get("full_name") or values.get("name")
               or values.get("title") or "")
