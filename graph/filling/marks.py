"""What an import without a server leaves in the graph, by which it is known when it is served."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

IMPORT = "EdupolicyImport"  # the label of one node, which goes when the graph is first looked at


@dataclass(frozen=True, slots=True)
class Import:
    """An import: a mark that follows from what was written, and how many of each type there are."""

    mark: str
    counts: Mapping[str, int]

    @property
    def note(self) -> str:
        """The name under which the ledger notes what was written."""
        return f"import {self.mark}"

    @staticmethod
    def read(mark: str, counts: str) -> "Import":
        """Return the import of which a node tells."""
        return Import(mark, json.loads(counts))

    def written(self) -> tuple[str, str]:
        """Return the values of that node."""
        return self.mark, json.dumps(self.counts)
