"""What a person may say of the ties of the graph, as plain records."""

from dataclasses import dataclass, replace
from typing import Literal

Verb = Literal["accept", "reject", "merge", "split"]
TIES: dict[str, tuple[str, str]] = {
    "ABOUT": ("Task", "Concept"), "PERFORMS": ("Department", "Concept"),
    "RESOLVES_TO": ("Policy", "Document"), "FOLLOWS": ("Document", "Document"),
    "CONTINUES": ("Task", "Task"), "REPORTS_ON": ("Indicator", "Indicator"),
    "REVISES": ("Indicator", "Indicator")}
"""The relations of which a person may accept or reject an edge, with the types of its ends."""
MERGED = ("Department", "Policy")  # the types of which two nodes may be one


@dataclass(frozen=True, slots=True)
class End:
    """A node that a decision is about: by its id, and by words that outlive the id.

    `quote` is the node's quote or name; `document` its document by id, `sha256` by the digest of
    its bytes, both "" for a shared node.
    """

    type: str
    id: str
    quote: str
    document: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: of an edge (accept, reject), or of nodes (merge, split).

    An edge goes from `one` to `other`. Merged, `other` is taken for `one`. Split, what a document
    writes as `name` is no longer taken for `one`. `number` is 0 until the ledger keeps it; `at`
    and `undone` are times in ISO 8601, `undone` "" while it holds.
    """

    verb: Verb
    relation: str
    one: End
    other: End | None = None
    name: str = ""
    who: str = ""
    at: str = ""
    why: str = ""
    undone: str = ""
    number: int = 0

    @property
    def ends(self) -> tuple[End, ...]:
        """The nodes that it is about."""
        return (self.one, self.other) if self.other else (self.one,)

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of both ends, the second "" where there is one alone."""
        return self.one.id, self.other.id if self.other else ""

    def bound(self, ids: dict[str, str]) -> "Decision":
        """Return the decision about other ids, given by those that it names."""
        one, *others = (replace(end, id=ids[end.id]) for end in self.ends)
        return replace(self, one=one, other=others[0] if others else None)
