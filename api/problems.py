"""The one table of what may go wrong: which errors are ours, and the HTTP status of each.

An error of a type that is not listed counts as the nearest type above it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from api.errors import DoorError, NotFoundError, UsageError
from graph.errors import (
    GraphError,
    QueryLimitError,
    StoreRefusedError,
    StoreUnavailableError,
)
from ingest.errors import IngestError
from ontology.errors import OntologyError
from queries.errors import (
    AmbiguousNameError,
    ArgumentError,
    QueriesError,
    UnknownNameError,
    UnknownQueryError,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem as clients know it: a slug, a title and a status."""

    slug: str
    title: str
    status: HTTPStatus


BAD_REQUEST = Problem("bad-request", "The request is wrong", HTTPStatus.UNPROCESSABLE_ENTITY)
INTERNAL = Problem("internal", "The server failed", HTTPStatus.INTERNAL_SERVER_ERROR)
UNAVAILABLE = Problem("unavailable", "The graph cannot be read now",
                      HTTPStatus.SERVICE_UNAVAILABLE)
TABLE: Mapping[type[Exception], Problem] = {
    NotFoundError: Problem("not-found", "There is no such thing", HTTPStatus.NOT_FOUND),
    UnknownQueryError: Problem("unknown-query", "There is no such question", HTTPStatus.NOT_FOUND),
    UnknownNameError: Problem("unknown-name", "Nothing bears that name", HTTPStatus.NOT_FOUND),
    AmbiguousNameError: Problem("ambiguous-name", "The name fits several things",
                                HTTPStatus.CONFLICT),
    ArgumentError: BAD_REQUEST,
    UsageError: BAD_REQUEST,
    QueryLimitError: Problem("limit", "The answer takes too much", HTTPStatus.GATEWAY_TIMEOUT),
    StoreUnavailableError: UNAVAILABLE,
    StoreRefusedError: UNAVAILABLE,
    DoorError: INTERNAL,
    GraphError: INTERNAL,
    IngestError: INTERNAL,
    OntologyError: INTERNAL,
    QueriesError: INTERNAL,
}
OURS = (DoorError, GraphError, IngestError, OntologyError, QueriesError)


def is_ours(error: BaseException) -> bool:
    """Tell whether an error's text is a sentence for the person who asked."""
    return isinstance(error, OURS)


def classify(error: Exception) -> Problem:
    """Return the kind of problem that an error is."""
    return next((TABLE[kind] for kind in type(error).__mro__ if kind in TABLE), INTERNAL)


def candidates(error: Exception) -> list[str]:
    """Return what the caller may have meant."""
    return list(getattr(error, "nearest", ()) or getattr(error, "candidates", ()))
