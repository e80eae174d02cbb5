"""A Neo4j without Docker: `make neo4j` and `make neo4j-stop` call this."""

import argparse
import os
import signal
import sys
from pathlib import Path

from tools.neo4j import home, keeper
from tools.neo4j.home import AdminError
from tools.neo4j.jars import CACHE, FetchError, version
from tools.neo4j.programs import MissingToolError
from tools.neo4j.server import ServerError

WANTED = """Neo4j wants a password, which it keeps from its first start on: set NEO4J_PASSWORD to 8
characters or more, as in

    export NEO4J_PASSWORD=...
    make neo4j"""
READY = """\
Neo4j {version} answers at {uri}
Neo4j Browser: {http}/browser/ (user neo4j, password as in NEO4J_PASSWORD)

To put the graph on it:
    export EDUPOLICY_CYPHER={uri} EDUPOLICY_CYPHER_AUTH=neo4j/$NEO4J_PASSWORD
    edupolicy load --to {uri}
`make neo4j-stop` stops it. Its data stay in {home}."""


def main() -> int:
    """Do what the arguments say; return the exit code."""
    options = _parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # exit runs what atexit holds
    try:
        return int(options.do(options) or 0)
    except (ServerError, AdminError, FetchError, MissingToolError) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    return 1


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.neo4j", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, do, words in (("run", _run, "a server in the foreground, until Ctrl-C"),
                            ("start", _start, "a server in the background"),
                            ("stop", _stop, "ends the server in the background"),
                            ("admin", _administer, "neo4j-admin, while the server is stopped")):
        command = commands.add_parser(name, help=words)
        command.set_defaults(do=do)
        command.add_argument("--home", type=lambda text: Path(text).resolve(),
                             default=CACHE / "server", help="folder of the data")
        if do in (_run, _start):
            command.add_argument("--bolt", type=int, default=7687, help="port for drivers")
            command.add_argument("--http", type=int, default=7474, help="port for Neo4j Browser")
        if do is _administer:
            command.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser.parse_args()


def _password() -> str:
    password = os.environ.get("NEO4J_PASSWORD")
    if not password:
        raise ServerError(WANTED)
    return password


def _run(options: argparse.Namespace) -> None:
    for server in keeper.keep(options.home, options.bolt, options.http, _password()):
        print(f"Neo4j answers at {server.uri} (user neo4j).")
        print(f"Neo4j Browser: {server.http}/browser/ - Ctrl-C stops the server.", flush=True)


def _start(options: argparse.Namespace) -> None:
    state = keeper.look(options.home)
    if state is not None:
        print("Neo4j runs already: " + (f"{state['uri']}, Neo4j Browser at {state['http']}/browser/"
                                        if "uri" in state else "it is about to answer") +
              ". `make neo4j-stop` stops it.")
        return
    _password()
    print(f"Starting Neo4j {version()}; the first time, Maven brings its jars (137 MB) …",
          flush=True)
    state = keeper.start_apart(options.home, options.bolt, options.http)
    print(READY.format(version=version(), home=os.path.relpath(options.home), **state))


def _stop(options: argparse.Namespace) -> None:
    print("Neo4j is stopped." if keeper.stop(options.home) else "No Neo4j was running.")


def _administer(options: argparse.Namespace) -> None:
    if not home.configuration(options.home).is_file():
        home.configure(options.home, 7687, 7474, {})
    print(home.administer(options.home, *options.arguments))


if __name__ == "__main__":
    sys.exit(main())
