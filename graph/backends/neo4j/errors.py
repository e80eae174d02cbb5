"""Turns the errors of Neo4j's driver into ours: one sentence each, and never a password."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionPoolError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph import trouble
from graph.errors import StoreError, StoreRefusedError, StoreUnavailableError
from graph.store import Limits
from graph.trouble import DOCTOR

LONGEST = 8_000  # bytes, about: what an index of Neo4j takes of a value
TOO_LONG = re.compile(r"too large to index.*?name='(\w+)'", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Where:
    """What errors say of a server: its address without password, the user and the database."""

    url: str
    user: str = ""
    database: str | None = None


@contextmanager
def translated(where: Where, limits: Limits | None = None) -> Iterator[None]:
    """Turn the driver's errors into ours; with limits they are those of a query."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _ours(error, where, limits) from error


def forgets(error: BaseException | None) -> bool:
    """Tell whether a server does not know the bookmarks that it was shown."""
    return isinstance(error, Neo4jError) and "Bookmark" in (error.code or "")


def _ours(error: Neo4jError | DriverError, where: Where, limits: Limits | None) -> StoreError:
    if isinstance(error, Neo4jError):
        return _refusal(error, where) or _fault(error, where, limits)
    if (broken := _cause(error, ssl.SSLError)) is not None:
        return StoreUnavailableError(f"Neo4j at {where.url} cannot be talked to in secret "
                                     f"({reason(broken)}); {DOCTOR}")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return StoreUnavailableError(f"No Neo4j answers at {where.url}; start it, or check the "
                                     f"address. {DOCTOR}")
    if isinstance(error, ConnectionPoolError):
        return StoreUnavailableError(f"Neo4j at {where.url} does not answer in time; {DOCTOR}")
    if isinstance(error, ConfigurationError):
        return StoreUnavailableError(f"The address {where.url} is wrong: {_first(error)}")
    return StoreError(f"Neo4j at {where.url} failed: {_first(error)}")


def _refusal(error: Neo4jError, where: Where) -> StoreError | None:
    """Return what a server says of users, databases and its own state, whatever was asked."""
    code, at = error.code or "", f"Neo4j at {where.url}"
    if isinstance(error, AuthError):
        who = f"refuses user {where.user!r}" if where.user else "wants a user"
        return StoreRefusedError(f"{at} {who}; check user and password.")
    if code.endswith("AuthenticationRateLimit"):
        return StoreRefusedError(f"{at} was given a wrong password for user {where.user!r} too "
                                 "often; wait some seconds and give the right one.")
    if code.endswith("CredentialsExpired"):
        return StoreRefusedError(f"{at} wants another password for user {where.user!r}; set one "
                                 "in Neo4j Browser, which asks for it at the log-in.")
    if code.endswith("Security.Forbidden") and "access" in (error.message or "").lower():
        return StoreRefusedError(f"{at} does not let user {where.user!r} use "
                                 f"{_named(where)}; ask who runs it for a role.")
    if code.endswith("DatabaseNotFound"):
        return StoreUnavailableError(f"{at} has no database {where.database!r}; leave the name "
                                     "out of the address to take the default one, or create it.")
    if code.endswith("DatabaseUnavailable"):
        return StoreUnavailableError(f"{at} has {_named(where)}, but it is not online; start it, "
                                     "or wait.")
    if forgets(error):
        return StoreUnavailableError(f"{at} does not hold what was read from it before, as after "
                                     "a restore; ask again.")
    return None


def _fault(error: Neo4jError, where: Where, limits: Limits | None) -> StoreError:
    """Return what went wrong with a query, or without limits with a change."""
    code, message, at = error.code or "", _first(error.message or ""), f"Neo4j at {where.url}"
    if limits is not None:
        if "TransactionTimedOut" in code:
            return trouble.out_of_time(limits)
        if "OutOfMemory" in code:
            return trouble.out_of_memory()
        if "AccessMode" in code or "Forbidden" in code:
            return trouble.would_write()
        if isinstance(error, ClientError):
            return trouble.not_understood(message)
    elif "OutOfMemory" in code:
        return StoreError(f"{at} lacks the memory for a change; nothing of it was kept. Give it "
                          "more (server.memory.heap.max_size, dbms.memory.transaction.total.max).")
    elif found := TOO_LONG.search(error.message or ""):
        return StoreError(f"{at} cannot look up a name of more than {LONGEST} bytes, as one is "
                          f"({found[1]}); nothing of the change was kept.")
    elif "NotALeader" in code or "ReadOnly" in code or "Forbidden" in code:
        return StoreRefusedError(f"{at} may not be written by user {where.user!r} ({message}); "
                                 f"{DOCTOR}")
    return StoreError(f"{at} failed: {message}")


def reason(error: ssl.SSLError) -> str:
    """Return what is wrong with a certificate or an encryption, in a few words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not accepted: {error.verify_message}"
    if error.reason == "WRONG_VERSION_NUMBER":
        return "it does not encrypt"
    return (error.reason or str(error)).replace("_", " ").lower()


def _cause(error: BaseException | None, kind: type[ssl.SSLError]) -> ssl.SSLError | None:
    """Return the first error of a kind that led to an error; routing wraps them in groups."""
    if error is None or isinstance(error, kind):
        return error
    for inner in getattr(error, "exceptions", ()):
        if (found := _cause(inner, kind)) is not None:
            return found
    return _cause(error.__cause__ or error.__context__, kind)


def _named(where: Where) -> str:
    return f"database {where.database!r}" if where.database else "the default database"


def _first(error: Exception | str) -> str:
    return str(error).partition("\n")[0].strip()
