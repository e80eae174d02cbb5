"""The table of backends: a new one is a line here and a module beside it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import cast
from urllib.parse import unquote, urlsplit, urlunsplit

from graph.errors import StoreError
from graph.store import Language, Store


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store is and how it is opened.

    `place` is a path, or for a server the whole URL without user and password. `authority` is a
    file of certificates, one of which has to have signed that of the server.
    """

    place: str
    base: str
    read_only: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Backend:
    """An engine: where its class is, and what to say when its package is missing.

    A `server` is named by a whole URL, an embedded engine by a path.
    """

    language: Language
    path: str
    package: str
    missing: str
    server: bool


LADYBUG = Backend(Language.CYPHER, "graph.backends.ladybug.store:LadybugStore", "ladybug",
                  "LadybugDB is not installed: pip install ladybug.", server=False)
OXIGRAPH = Backend(Language.SPARQL, "graph.backends.oxigraph:OxigraphStore", "pyoxigraph",
                   "Oxigraph is not installed: pip install pyoxigraph.", server=False)
NEO4J = Backend(Language.CYPHER, "graph.backends.neo4j.store:Neo4jStore", "neo4j",
                "The Neo4j driver is not installed: pip install 'edupolicy-graph[neo4j]'.",
                server=True)
BACKENDS = {
    "ladybug": LADYBUG,
    "oxigraph": OXIGRAPH,
    "neo4j": NEO4J, "neo4j+s": NEO4J, "neo4j+ssc": NEO4J,
    "bolt": NEO4J, "bolt+s": NEO4J, "bolt+ssc": NEO4J,
}


def open_store(url: str, *, base: str, read_only: bool = False, user: str = "",
               password: str = "", authority: str = "") -> Store:
    """Open the store at a URL such as `ladybug:PATH` or `neo4j://user:password@host:7687`.

    User and password of the URL, where it has them, go before the parameters. Raise StoreError for
    a scheme that is not in the table or an engine that is not installed.
    """
    backend = find(url)
    scheme, _, place = url.partition(":")
    if not place.strip("/"):
        raise StoreError(f"The store {scheme}: lacks its {'host' if backend.server else 'path'}.")
    if backend.server:
        place, own_user, own_password = credentials(url)
        user, password = own_user or user, own_password or password
    else:
        authority = ""
    return _class(backend)(Address(place, base, read_only, user, password, authority))


def find(url: str) -> Backend:
    """Return the backend of a URL; raise StoreError for a scheme that is not in the table."""
    scheme = url.partition(":")[0]
    if scheme not in BACKENDS:
        raise StoreError(f"Unknown kind of store {scheme!r}; a store is one of "
                         f"{', '.join(f'{name}:' for name in BACKENDS)}.")
    return BACKENDS[scheme]


def credentials(url: str) -> tuple[str, str, str]:
    """Take user and password out of a server's URL, which may be shown without them."""
    parts = urlsplit(url)
    kind = f"The address of the {parts.scheme} store"
    if "@" in parts.path + parts.query + parts.fragment:  # the rest of a password, not of a host
        raise StoreError(f"{kind} has a sign in its password that ends the host's name; write "
                         "%2F for /, %3F for ?, %23 for # and %40 for @, or give user and "
                         "password apart from it.")
    try:
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError(f"{kind} has a wrong port.") from error
    if not host:
        raise StoreError(f"{kind} has no host.")
    bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return bare, unquote(parts.username or ""), unquote(parts.password or "")


def _class(backend: Backend) -> Callable[[Address], Store]:
    module, _, name = backend.path.partition(":")
    try:
        return cast("Callable[[Address], Store]", getattr(import_module(module), name))
    except ModuleNotFoundError as error:
        if error.name != backend.package:
            raise
        raise StoreError(backend.missing) from error
