"""A real Neo4j server as a plain Java process, for tests and for machines without Docker."""

import atexit
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from tools.neo4j.home import configure, set_password, tail
from tools.neo4j.java import end, launch

PATIENCE = 90.0  # seconds; a start takes 7 s on an idle machine and 32 s on a busy one
HOST = "127.0.0.1"


class ServerError(Exception):
    """The server cannot start or does not answer; the message says why and shows its log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server that answers over bolt and HTTP."""

    home: Path
    uri: str
    http: str
    user: str
    password: str = field(repr=False)
    process: subprocess.Popen[bytes] = field(repr=False)

    def stop(self) -> None:
        """End the Java process and wait until it is gone; a second call does nothing."""
        atexit.unregister(self.stop)
        end(self.process)


def start(home: Path, bolt_port: int = 0, http_port: int = 0, *, password: str,
          settings: Mapping[str, str] | None = None) -> Server:
    """Start a server on a home folder and return it when it answers.

    A port of 0 stands for any free one; settings go before those of `neo4j.conf`. The password is
    set before the first start; a later start on the same home has to bring the same one. Raises
    ServerError, AdminError, FetchError or MissingToolError, each with what to do.
    """
    home = home.resolve()
    bolt, http = choose_ports(bolt_port, http_port)
    configure(home, bolt, http, settings or {})
    if not (home / "data" / "databases" / "system").exists():
        set_password(home, password)
    process = launch(home)
    uri, page = f"neo4j://{HOST}:{bolt}", f"http://{HOST}:{http}"
    server = Server(home, uri, page, "neo4j", password, process)
    atexit.register(server.stop)
    try:
        wait(server, http)
    except BaseException:
        server.stop()
        raise
    return server


def choose_ports(*wanted: int) -> list[int]:
    """Return the wanted ports after a look that they are free, and a free one for each 0."""
    with ExitStack() as held:
        chosen = []
        for port in wanted:
            holder = held.enter_context(socket.socket())
            holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                holder.bind((HOST, port))
            except OSError as error:
                raise ServerError(
                    f"Port {port} on {HOST} is taken ({error.strerror}); "
                    "stop the program that holds it or choose another port."
                ) from error
            chosen.append(holder.getsockname()[1])
        return chosen


def wait(server: Server, http_port: int) -> None:
    """Wait until bolt accepts the password and the web server, which starts last, gives a page."""
    deadline = time.monotonic() + PATIENCE
    direct = server.uri.replace("neo4j:", "bolt:")  # the routing driver logs each vain attempt
    with GraphDatabase.driver(direct, auth=(server.user, server.password)) as driver:
        while True:
            try:
                driver.verify_connectivity()
                with closing(HTTPConnection(HOST, http_port, timeout=5)) as web:
                    web.request("GET", "/")
                    web.getresponse().read()
            except AuthError as error:
                raise ServerError(
                    f"The Neo4j data in {server.home} was made with another password; "
                    "give that one or choose an empty home."
                ) from error
            except (DriverError, Neo4jError, HTTPException, OSError) as error:
                reason = str(error)
            else:
                return
            if server.process.poll() is not None:
                raise ServerError(f"Neo4j ended while it started.\n{tail(server.home)}")
            if time.monotonic() > deadline:
                raise ServerError(
                    f"Neo4j did not answer within {PATIENCE:.0f} s ({reason}).\n{tail(server.home)}"
                )
            time.sleep(0.2)

