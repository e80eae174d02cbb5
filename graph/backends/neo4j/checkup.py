"""Looks at a Neo4j server that answers: who is let in, what it is, and what it holds."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import urlsplit

import neo4j

from graph.backends.neo4j.driver import AGENT, LEAST, bookmarks, open_driver, too_old, where
from graph.backends.neo4j.errors import translated
from graph.backends.neo4j.ours import match_ours, strangers
from graph.backends.neo4j.store import schema
from graph.backends.schemes import Address
from graph.errors import StoreError, StoreUnavailableError
from graph.patience import within
from graph.steps import Step, UnknownError, WrongError
from graph.trouble import DOCTOR, silent
from ontology import Ontology

PATIENCE = 60.0  # seconds for each statement: counting reads a whole graph
SKEW = 60.0  # seconds by which the clocks may differ
SYSTEM = "system"  # the database of users and databases, which every user may ask
TESTED = ".".join(map(str, LEAST))

T = TypeVar("T")
Row = Mapping[str, Any]


class Checkup:
    """One server, one user and one database."""

    def __init__(self, address: Address, ontology: Ontology) -> None:
        self._where = where(address)
        self._ontology = ontology
        self._address = address
        self._driver = open_driver(address)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def steps(self) -> Iterator[Step]:
        """Yield the looks, from what all else needs to what is good to have."""
        yield Step("user", self.user, gate=True)
        yield Step("version", self.version, gate=True)
        yield Step("database", self.database, gate=True)
        yield Step("writing", self.writing)
        yield Step("schema", self.schema)
        yield Step("nodes", self.nodes)
        yield Step("clock", self.clock)

    def user(self) -> tuple[str, str]:
        """Log in; every user may ask for the databases."""
        try:
            _ = self.databases
        except StoreUnavailableError as error:
            self._led_astray(error)
            raise
        return f"{self._where.user!r} is let in" if self._where.user else \
            "the server wants no user", ""

    def version(self) -> tuple[str, str]:
        """Ask for the version and compare it with what is needed."""
        agent = self._agent
        if not (found := AGENT.match(agent)):
            raise UnknownError(f"the server calls itself {agent}",
                               f"this is made for Neo4j {TESTED} or later")
        if version := too_old(agent):
            raise WrongError(f"Neo4j {version}", f"Neo4j {TESTED} or later is needed")
        newer = (int(found[1]), int(found[2])) > LEAST
        return agent.replace("/", " "), \
            f"newer than Neo4j {TESTED}, with which this is tested" if newer else ""

    def database(self) -> tuple[str, str]:
        """Look for the database of the address."""
        wanted = self._where.database
        names = sorted({row["name"] for row in self.databases} - {SYSTEM})
        found = [row for row in self.databases if (
            row["home"] if wanted is None else
            wanted.lower() in (row["name"], *(row["aliases"] or ())))]
        if not found:
            raise WrongError(f"there is no database {wanted!r}" if wanted else
                             f"user {self._where.user!r} has no database to begin with",
                             f"take one of {', '.join(names)}")
        if not any(row["currentStatus"] == "online" for row in found):
            raise WrongError(f"{found[0]['name']} is {found[0]['currentStatus']}: "
                             f"{found[0]['statusMessage'] or 'no reason is given'}",
                             f"START DATABASE {found[0]['name']}, or ask who runs the server")
        self._one("RETURN 1")
        servers = f" on {len(found)} servers" if len(found) > 1 else ""
        return f"{found[0]['name']} is online{servers}", ""

    def writing(self) -> tuple[str, str]:
        """Write and take it back."""
        def attempt() -> None:
            with translated(self._where), self._driver.session(
                    database=self._where.database) as session, \
                    session.begin_transaction() as transaction:
                transaction.run("CREATE (n) DELETE n").consume()
                transaction.rollback()

        try:
            self._patiently(attempt)
        except StoreError as error:
            what = str(error).replace(DOCTOR, "").strip(" ;")
            raise WrongError(what, "questions are answered; to fill it, take a user who may write, "
                             "neo4j:// in the place of bolt:// where it is a cluster, and look at "
                             "server.databases.read_only") from error
        return "the database takes changes", ""

    def schema(self) -> tuple[str, str]:
        """Look for the constraints and indexes that a filled store has."""
        wanted = dict(schema(self._ontology))
        states = {row["name"]: row["state"] for row in
                  self._ask("SHOW INDEXES YIELD name, state RETURN name, state")}
        missing = wanted.keys() - states.keys()
        if missing == wanted.keys():
            return "none yet", f"`edupolicy load --to {self._address.place}` makes them"
        if missing:
            raise WrongError(f"{len(missing)} of {len(wanted)} constraints and indexes are not "
                             f"there: {', '.join(sorted(missing))}",
                             f"`edupolicy load --to {self._address.place}` makes them")
        if idle := sorted(name for name in wanted if states[name] != "ONLINE"):
            raise WrongError(f"not in use: {', '.join(f'{one} {states[one]}' for one in idle)}",
                             "wait where they are POPULATING; drop those that FAILED, then "
                             f"`edupolicy load --to {self._address.place}`")
        return f"{len(wanted)} constraints and indexes are in use", ""

    def nodes(self) -> tuple[str, str]:
        """Count our nodes and those of others."""
        kinds = self._ontology.nodes.values()
        ours = sum(self._one(f"{match_ours(kind, self._ontology)} RETURN count(n)")
                   for kind in kinds)
        found = strangers(self._one, self._ontology)
        others = self._one("MATCH (n) RETURN count(n)") - ours
        if found:
            told = ", ".join(f"{number} {name}" for name, number in found.items())
            raise WrongError(f"{ours} nodes are ours; {others} are somebody else's, and of these "
                             f"{told} under names of ours",
                             "they are left alone, but questions count them; take another "
                             "database or server for one of the two")
        return f"{ours} nodes are ours, {others} somebody else's, which are left alone", ""

    def clock(self) -> tuple[str, str]:
        """Compare the server's clock with ours."""
        before = time.time()
        theirs = self._one("RETURN datetime().epochMillis") / 1000
        after = time.time()
        skew = theirs - min(max(theirs, before), after)
        if abs(skew) > SKEW:
            raise WrongError(f"the server's clock is {abs(skew):.0f} s "
                             f"{'ahead of' if skew > 0 else 'behind'} this machine's",
                             "set both by the network's time")
        return "both tell the same time", ""

    def documents(self) -> set[str]:
        """Return the ids of the documents that the database holds of ours."""
        kind = self._ontology.node("Document")
        return {row["id"] for row in
                self._ask(f"{match_ours(kind, self._ontology)} RETURN n.id AS id")}

    def settings(self, *names: str) -> dict[str, str]:
        """Return settings of the server; raise UnknownError where the user may not see them."""
        try:
            rows = self._ask("SHOW SETTINGS YIELD name, value RETURN name, value")
        except StoreError as error:
            raise UnknownError("the server does not tell its settings", "") from error
        return {row["name"]: str(row["value"]) for row in rows if row["name"] in names}

    def _led_astray(self, error: StoreUnavailableError) -> None:
        """Raise WrongError if the server answers and sends us on to where nobody does."""
        scheme, _, rest = self._address.place.partition("://")
        direct = f"bolt{scheme.removeprefix('neo4j')}"
        if scheme == direct:
            return
        address = replace(self._address, place=f"{direct}://{rest}")
        with suppress(StoreError), closing(Checkup(address, self._ontology)) as one:
            told = one.routes(urlsplit(address.place).netloc)
            raise WrongError(f"the server sends us on to {', '.join(told)}, where none answers",
                             f"take {direct}:// for a single server, or set "
                             "server.bolt.advertised_address to what is reached from here") \
                from error

    def routes(self, address: str) -> list[str]:
        """Return the addresses to which a server sends those who ask at an address of it."""
        (row,) = self._ask("CALL dbms.routing.getRoutingTable({address: $at})", SYSTEM, at=address)
        return sorted({one for server in row["servers"] for one in server["addresses"]})

    @cached_property
    def databases(self) -> list[Row]:
        """The databases of the server, a row for each server that has one."""
        return self._ask("SHOW DATABASES YIELD *", SYSTEM)

    @cached_property
    def _agent(self) -> str:
        def read() -> str:
            with translated(self._where), self._driver.session(
                    database=SYSTEM, default_access_mode=neo4j.READ_ACCESS) as session:
                return str(session.run("SHOW DATABASES").consume().server.agent)

        return self._patiently(read)

    def _ask(self, text: str, database: str | None = None, **params: str) -> list[Row]:
        def read() -> list[Row]:
            with translated(self._where), self._driver.session(
                    database=database or self._where.database,
                    default_access_mode=neo4j.READ_ACCESS,
                    bookmark_manager=None if database else bookmarks(self._where)) as session:
                return [row.data() for row in session.run(
                    neo4j.Query(text, timeout=PATIENCE), params)]

        return self._patiently(read)

    def _one(self, text: str) -> int:
        return int(next(iter(self._ask(text)[0].values())))

    def _patiently(self, work: Callable[[], T]) -> T:
        return within(PATIENCE, work, silent(self._where.url, PATIENCE))
