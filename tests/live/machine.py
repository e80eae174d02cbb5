"""A server of one's own that may be killed, restarted, locked and emptied."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from neo4j import GraphDatabase

from tests.live.certificates import SETTINGS, Authority, authority, sign
from tools.neo4j.server import Server, choose_ports, start

PASSWORD = "p@ss/wort geheim"
NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS values"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS values"


@dataclass
class Machine:
    """A server on ports that stay the same, with a certificate of an authority of its own."""

    home: Path
    authority: Authority
    bolt: int
    http: int
    server: Server = field(repr=False)

    def url(self, scheme: str = "bolt", port: int = 0, *, password: str = PASSWORD,
            database: str = "") -> str:
        """Return an address with user and password, perhaps through the port of a proxy."""
        return (f"{scheme}://neo4j:{quote(password, safe='')}@127.0.0.1:{port or self.bolt}"
                f"{database and '/'}{database}")

    def kill(self) -> None:
        """End the server at once, as a loss of power does."""
        self.server.process.kill()
        self.server.process.wait()

    def restart(self, settings: Mapping[str, str] | None = None) -> None:
        """Start the server again, first ending it in good order if it runs."""
        self.server.stop()
        self.server = start(self.home, self.bolt, self.http, password=PASSWORD,
                            settings={**SETTINGS, **(settings or {})})

    def ask(self, text: str, database: str = "neo4j") -> list[dict[str, object]]:
        """Answer a text past all of our own code."""
        with GraphDatabase.driver(f"bolt://127.0.0.1:{self.bolt}",
                                  auth=("neo4j", PASSWORD)) as driver:
            return [row.data() for row in driver.execute_query(text, database_=database).records]

    def holds(self) -> list[str]:
        """Return all nodes and edges, in an order of their own."""
        found = [*self.ask(NODES), *self.ask(EDGES)]
        return sorted(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in found)

    def empty(self) -> None:
        """Take out all that is there, with constraints and indexes."""
        self.ask("MATCH (n) DETACH DELETE n")
        for what, all_ in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for row in self.ask(f"SHOW {all_} YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
                self.ask(f"DROP {what} `{row['name']}`")


def set_up(folder: Path) -> Machine:
    """Start a machine; raises MissingToolError where a program is missing."""
    home, bolt_http = folder / "home", choose_ports(0, 0)
    made = authority(folder / "authority")
    sign(home, made)
    server = start(home, *bolt_http, password=PASSWORD, settings=SETTINGS)
    return Machine(home, made, *bolt_http, server)
