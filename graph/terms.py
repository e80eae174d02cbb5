"""Keeps what persons decided on terms: the last decision on a term holds, all stay on record."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.database import Database, Do
from graph.decisions import Decisions
from graph.errors import DecisionError
from graph.ties import concern
from ontology.terms import Term

TABLES = (
    """CREATE TABLE terms (number INTEGER PRIMARY KEY AUTOINCREMENT, term TEXT, verdict TEXT,
       english TEXT, broader TEXT, who TEXT, at TEXT, why TEXT)""",
)
ALL = "SELECT term, verdict, english, broader, who, at, why, number FROM terms ORDER BY number"
UNREAD = ""     # the rules of a document that has to be read again


class Terms:
    """The decisions on terms of a ledger."""

    def __init__(self, database: Database, decisions: Decisions) -> None:
        self._database = database
        self._decisions = decisions

    def all(self) -> list[Term]:
        """Return all decisions in the order in which they were made."""
        return [Term(*row) for row in self._database.rows(ALL)]

    def held(self) -> dict[str, Term]:
        """Return the decision that holds for each term."""
        return {one.term: one for one in self.all()}

    def accepted(self) -> tuple[Term, ...]:
        """Return the terms that are concepts, by code point."""
        return _accepted(self.held())

    def add(self, term: Term, before: Sequence[Term], standing: Collection[str],
            rules: tuple[str, str]) -> Term:
        """Keep a decision, and mark the documents in which the term stands to be read again.

        `before` are the terms that were accepted when `standing` was found; `rules` those before
        and after: documents without the term, read by the one, need no other reading for the
        other. Raise DecisionError where the same was decided, or terms have changed since.
        """
        with self._database.transaction() as do:
            held = {row[0]: Term(*row) for row in do(ALL, ()).fetchall()}
            _check(term, held, before)
            number = do("INSERT INTO terms (term, verdict, english, broader, who, at, why) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?)",
                        (term.term, term.verdict, term.english, term.broader, term.who, term.at,
                         term.why)).lastrowid
            do("UPDATE entries SET rules = ? WHERE rules = ? AND status = 'read'", rules[::-1])
            for document in sorted(standing):
                do("UPDATE entries SET rules = ? WHERE document = ? AND status = 'read'",
                   (UNREAD, document))
            self._renew(do, term.id)
        return replace(term, number=number or 0)

    def unread(self) -> list[str]:
        """Return the documents that have to be read again, by id."""
        return [row[0] for row in self._database.rows(
            "SELECT document FROM entries WHERE rules = ? AND status = 'read' ORDER BY 1",
            (UNREAD,))]

    def _renew(self, do: Do, concept: str) -> None:
        """Mark what persons tied to a concept, which comes or goes, to be tied again."""
        for one in self._decisions.held():
            if concept in one.pair:
                concern(do, one.ends)


def _accepted(held: dict[str, Term]) -> tuple[Term, ...]:
    return tuple(one for _, one in sorted(held.items()) if one.verdict == "accepted")


def _check(term: Term, held: dict[str, Term], before: Sequence[Term]) -> None:
    if _accepted(held) != tuple(before):
        raise DecisionError("Somebody else has decided on terms just now; try again.")
    if (last := held.get(term.term)) and last.verdict == term.verdict:
        raise DecisionError(f"{term.term} was {last.verdict} before, by {last.who} at {last.at}; "
                            "the contrary can still be decided.")
    narrower = [one.term for one in before if one.broader == term.id]
    if term.verdict == "rejected" and narrower:
        raise DecisionError(f"{term.term} is broader than {', '.join(narrower)}; "
                            "reject what is narrower first.")
