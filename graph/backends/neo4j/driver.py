"""Opens Neo4j's driver: encryption, the user, and that one reads what one wrote.

A server of a cluster that is asked may be behind the one that was written to. It waits until it has
the changes that it is shown by bookmarks, so all drivers of a process share those of a database.
"""

import logging
import re
import ssl
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from neo4j import Driver, GraphDatabase, TrustCustomCAs
from neo4j.api import BookmarkManager

from graph.backends.neo4j.errors import Where, translated
from graph.backends.schemes import Address
from graph.errors import StoreUnavailableError

PATIENCE = 10.0  # seconds until an address counts as unreachable
IDLE = 2.0  # seconds after which a connection is tried before use: the server may have restarted
RETRY = 60.0  # seconds for which a change is tried again: a restart takes up to half a minute
LEAST = (5, 26)
AGENT = re.compile(r"Neo4j/v?(\d+)\.(\d+)")
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong, our errors say
_bookmarks: dict[Where, BookmarkManager] = {}


def where(address: Address) -> Where:
    """Return what errors say of an address; the path of a URL is the name of the database."""
    parts = urlsplit(address.place)
    return Where(urlunsplit(parts._replace(path="")), address.user, parts.path.strip("/") or None)


def open_driver(address: Address) -> Driver:
    """Return a driver, which connects when it is first used; raise StoreError for a wrong address.

    The driver takes a `+s` scheme to mean the authorities that this machine knows, and no other
    beside it.
    """
    at = where(address)
    trust: dict[str, Any] = {}
    url = at.url
    if address.authority:
        url = _signed(at.url, address.authority)
        trust = {"encrypted": True, "trusted_certificates": TrustCustomCAs(address.authority)}
    with translated(at):
        return GraphDatabase.driver(
            url, auth=(address.user, address.password) if address.user else None,
            connection_timeout=PATIENCE, connection_acquisition_timeout=2 * PATIENCE,
            liveness_check_timeout=IDLE, max_transaction_retry_time=RETRY,
            notifications_min_severity="OFF", **trust)


def _signed(url: str, authority: str) -> str:
    """Return the address as the driver takes it beside an authority of one's own, without its `+s`.

    Raise StoreUnavailableError where no certificate is asked for, or the authority cannot be read.
    """
    scheme, _, rest = url.partition("://")
    if not scheme.endswith("+s"):
        raise StoreUnavailableError(
            f"The address {url} checks no certificate, so there is nothing that {authority} could "
            f"sign; write {scheme.partition('+')[0]}+s://.")
    try:
        ssl.create_default_context(cafile=authority)
    except (OSError, ssl.SSLError) as error:
        raise StoreUnavailableError(f"{authority} holds no certificate that can be read "
                                    f"({error.strerror or error}).") from error
    return f"{scheme.removesuffix('+s')}://{rest}"


def bookmarks(at: Where) -> BookmarkManager:
    """Return what this process has seen of a database."""
    return _bookmarks.setdefault(at, GraphDatabase.bookmark_manager())


def forget(at: Where) -> None:
    """Forget what was seen of a database, as after its restore."""
    _bookmarks.pop(at, None)


def too_old(agent: str) -> str:
    """Return the version that a server gives of itself if it is older than we can use, or ""."""
    found = AGENT.match(agent)
    old = found is not None and (int(found[1]), int(found[2])) < LEAST
    return agent.removeprefix("Neo4j/") if old else ""
