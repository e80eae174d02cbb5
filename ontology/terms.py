"""What a person may say of a term that texts use and the thesaurus lacks, as plain records."""

from dataclasses import dataclass
from typing import Literal

from ontology import ids

Verdict = Literal["accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Term:
    """A decision on a term, which is written as it is matched: without quotation marks and blanks.

    An accepted one is a concept, with an English name and a broader concept's slug, "" without.
    `at` is a time in ISO 8601; `number` is 0 until the ledger keeps it.
    """

    term: str
    verdict: Verdict
    english: str = ""
    broader: str = ""
    who: str = ""
    at: str = ""
    why: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        """The slug of the concept that the term is, or would be."""
        return ids.make("term", self.term)
