"""Keeps what persons decided, apart from the data: who, when, why, and of what.

Decisions outlive the documents that they are about, and refuse what contradicts them.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from graph.database import Database
from graph.errors import DecisionError
from graph.ties import concern
from ontology.decisions import Decision, End

TABLES = (
    """CREATE TABLE decisions (number INTEGER PRIMARY KEY AUTOINCREMENT, verb TEXT, relation TEXT,
       one TEXT, other TEXT, name TEXT, who TEXT, at TEXT, why TEXT, undone TEXT)""",
)
ALL = "SELECT verb, relation, one, other, name, who, at, why, undone, number FROM decisions"
PARTNERS = ("CONTINUES", "REPORTS_ON", "REVISES")  # of which a node has one earlier partner


class Decisions:
    """The decisions of a ledger; what one concerns is stale when it is made or undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Decision]:
        """Return all decisions, those undone too, in the order in which they were made."""
        return [_decision(row) for row in self._database.rows(f"{ALL} ORDER BY number")]

    def held(self) -> list[Decision]:
        """Return the decisions that hold."""
        return [one for one in self.all() if not one.undone]

    def add(self, decision: Decision) -> Decision:
        """Keep a decision; raise DecisionError where one that holds says the same or the contrary.
        """
        with self._database.transaction() as do:
            for row in do(f"{ALL} WHERE undone = '' ORDER BY number", ()).fetchall():
                if fault := _against(decision, held := _decision(row)):
                    raise DecisionError(f"{fault} (decision {held.number} by {held.who}); "
                                        f"`edupolicy link undo {held.number}` takes it back.")
            one, other = (json.dumps(end and asdict(end), ensure_ascii=False)
                          for end in (decision.one, decision.other))
            number = do("INSERT INTO decisions (verb, relation, one, other, name, who, at, why, "
                        "undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')",
                        (decision.verb, decision.relation, one, other, decision.name, decision.who,
                         decision.at, decision.why)).lastrowid
            concern(do, decision.ends)
        return replace(decision, number=number or 0)

    def undo(self, number: int, at: str) -> Decision:
        """Take a decision back; it stays on record. Raise DecisionError where none holds."""
        with self._database.transaction() as do:
            rows = do(f"{ALL} WHERE number = ?", (number,)).fetchall()
            if not rows:
                raise DecisionError(f"There is no decision {number}; `edupolicy link list` "
                                    "shows all.")
            decision = _decision(rows[0])
            if decision.undone:
                raise DecisionError(f"Decision {number} was undone at {decision.undone}.")
            do("UPDATE decisions SET undone = ? WHERE number = ?", (at, number))
            concern(do, decision.ends)
        return replace(decision, undone=at)


def _against(new: Decision, held: Decision) -> str:
    """Say what stands between two decisions, "" where both can hold."""
    same = (new.relation, new.pair, new.name) == (held.relation, held.pair, held.name)
    if same and new.verb == held.verb:
        return "This was decided before"
    if same and {new.verb, held.verb} == {"accept", "reject"}:
        return f"The contrary was decided, {held.verb}"
    if (new.verb == held.verb == "accept" and new.relation == held.relation
            and new.relation in PARTNERS):
        if new.pair[0] == held.pair[0]:
            return f"{new.pair[0]} has {held.pair[1]} for its partner"
        if new.pair[1] == held.pair[1] and new.relation != "CONTINUES":
            return f"{new.pair[1]} has {held.pair[0]} for its partner"
    if new.verb == held.verb == "merge":
        gone = held.pair[1]
        if gone in new.pair:
            return f"{gone} is merged into {held.pair[0]}"
        if new.pair[1] == held.pair[0]:
            return f"{held.pair[1]} is merged into {held.pair[0]}"
    return ""


def _decision(row: Sequence[Any]) -> Decision:
    verb, relation, one, other, *rest = row
    second = json.loads(other)
    return Decision(verb, relation, End(**json.loads(one)), second and End(**second), *rest)
