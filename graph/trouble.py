"""The errors that several backends raise, each sentence written once."""

from collections.abc import Iterable
from pathlib import Path

from graph.errors import (
    QueryError,
    QueryLimitError,
    QueryRefusedError,
    StoreError,
    StoreRefusedError,
    StoreUnavailableError,
)
from graph.store import Limits

DOCTOR = "`edupolicy doctor` says where it fails."


def missing(path: Path) -> StoreError:
    """Say that a store to be read does not exist."""
    return StoreUnavailableError(f"There is no store at {path} yet; ingest a document first.")


def open_here(path: Path) -> StoreError:
    """Say that this process has a store open already."""
    return StoreUnavailableError(f"The store {path} is already open in this process; close it "
                                 "there first.")


def locked(path: Path, by: str = "another process") -> StoreError:
    """Say that another process writes a store."""
    return StoreUnavailableError(f"The store {path} is in use by {by}; wait until it has ended, "
                                 "or stop it.")


def broken(path: Path, reason: str) -> StoreError:
    """Say that a store's files cannot be opened."""
    return StoreUnavailableError(f"The store {path} cannot be opened ({reason}); if it is "
                                 "damaged, move it away and rebuild it.")


def silent(place: str, seconds: float) -> StoreError:
    """Say that a server takes what is sent and answers nothing."""
    return StoreUnavailableError(f"Neo4j at {place} has said nothing for {seconds:g} s; {DOCTOR}")


def closed(place: Path) -> StoreError:
    """Say that a store was closed before this call."""
    return StoreUnavailableError(f"The store {place} is closed.")


def unprepared(place: Path | str) -> StoreError:
    """Say that a store was not given the ontology."""
    return StoreError(f"The store {place} has to be prepared before it is written.")


def unwritten(place: Path | str, reason: str) -> StoreError:
    """Say that a change of a store failed; nothing of it was kept."""
    return StoreError(f"The store {place} could not be written: {reason}")


def not_of_this_ledger(place: str, what: str) -> StoreError:
    """Say that a server holds what is not to be overwritten unasked."""
    return StoreRefusedError(f"{place} holds {what} of which this data folder knows nothing; "
                             "nothing was changed. --replace deletes them and writes those of "
                             "this data folder.")


def other_form(place: str) -> StoreError:
    """Say that a server was filled by a version with other types or properties."""
    return StoreRefusedError(f"{place} holds a graph of another version of the program; nothing "
                             "was changed. --replace writes it anew.")


def not_whole(place: str, wrong: Iterable[str]) -> StoreError:
    """Say that an import did not bring all that was written for it."""
    return StoreRefusedError(f"The import into {place} is not whole: {', '.join(wrong)}. Import it "
                             "again, or give --replace.")


def changed_meanwhile() -> StoreError:
    """Say that documents came or went while the graph was written out."""
    return StoreError("The ledger was changed while it was written out; run the command again.")


def filled(place: str) -> StoreError:
    """Say that another process fills a server."""
    return StoreUnavailableError(f"Another process is filling Neo4j at {place}; wait until it has "
                                 "ended.")


def let_in(place: str) -> StoreError:
    """Say that a server ended the transaction that kept others out."""
    return StoreUnavailableError(f"Neo4j at {place} was away, so that others may have come "
                                 "between; give the same command again, which goes on from here.")


def not_understood(reason: str) -> StoreError:
    """Say what an engine finds wrong with a query."""
    return QueryError(f"The query is not understood: {reason}")


def would_write() -> StoreError:
    """Say that a query does more than read."""
    return QueryRefusedError("The query would write or administer; it may only read the graph.")


def several() -> StoreError:
    """Say that a text holds more than one statement."""
    return QueryRefusedError("The text holds several statements; give one.")


def out_of_time(limits: Limits) -> StoreError:
    """Say that a query takes too long."""
    return QueryLimitError(f"The query took longer than {limits.seconds:g} s and was stopped; "
                           "narrow it or give it more time.")


def out_of_memory() -> StoreError:
    """Say that a query takes too much memory."""
    return QueryLimitError("The query needs more memory than it may use and was stopped; "
                           "narrow it.")
