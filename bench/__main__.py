"""Runs benchmarks: `python -m bench` for all but long ones, `python -m bench queries` for one."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping

from rich.table import Table

from bench import data, extraction, formats, growth, ingest, queries, server
from bench.errors import BenchError
from bench.screen import console, machine
from graph.errors import GraphError

BENCHMARKS: Mapping[str, Callable[[], Table | Iterable[Table]]] = {
    "extraction": extraction.measure,
    "formats": formats.measure,
    "ingest": ingest.measure,
    "growth": growth.measure,
    "queries": queries.measure,
    "neo4j": server.measure,
}
LONG = ("neo4j",)  # minutes each


def main() -> None:
    """Run the benchmarks that are named, or all, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME",
                        help=f"one of {', '.join(BENCHMARKS)}; all but {', '.join(LONG)} where "
                             "none is named")
    names: list[str] = parser.parse_args().names or [
        name for name in BENCHMARKS if name not in LONG]
    if unknown := [name for name in names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark {unknown[0]!r}; there are {', '.join(BENCHMARKS)}")
    screen = console()
    screen.print(machine())
    if not data.corpus():
        screen.print(data.NO_CORPUS)
    for name in names:
        try:
            found = BENCHMARKS[name]()
            for shown in [found] if isinstance(found, Table) else found:
                screen.print()
                screen.print(shown)
        except (BenchError, GraphError) as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
