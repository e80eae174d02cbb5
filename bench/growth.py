"""What one more document costs in a small graph and in a large one, of generated documents.

Each document is added, as `edupolicy ingest` does it, to a data folder that holds so many others:
read, tied to the others of its place, written to the ledger, LadybugDB and Oxigraph. Of the eight
that are added four belong to one place, so that ties to a plan and its report are among them.
"""

from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.table import Table

from bench import data
from bench.errors import IngestError
from bench.generated import documents
from bench.rounds import timed
from bench.screen import table

SIZES = (20, 1_000)
ADDED = 8
AIM = 3.0  # times that adding may cost in the large graph


def measure() -> Table:
    """Return the table: milliseconds of adding one document, by the size of the graph."""
    shown = table(f"One more document (median of {ADDED})", "#documents", "#fill: s",
                  "#add one: ms", "#slowest: ms", "#times the smallest")
    first = 0.0
    for size in SIZES:
        filled, added = _grow(size)
        first = first or median(added)
        shown.add_row(f"{size:,}", f"{filled:,.1f}", f"{median(added) * 1000:,.0f}",
                      f"{max(added) * 1000:,.0f}", f"{median(added) / first:.2f}")
    shown.caption = f"The aim is at most {AIM} times."
    return shown


def _grow(size: int) -> tuple[float, list[float]]:
    """Return the seconds of filling a graph and those of each document that is added."""
    with TemporaryDirectory() as folder:
        files = []
        for name, text in documents(size + ADDED):
            files.append(Path(folder, name))
            files[-1].write_text(text, "utf-8")
        place = Path(folder, "data")
        filled = timed(partial(_ingest, files[:size], place))
        return filled, [timed(partial(_ingest, [file], place)) for file in files[size:]]


def _ingest(files: list[Path], folder: Path) -> None:
    if data.ingest(tuple(files), folder) != {"new"}:
        raise IngestError("A generated document is not new.")
