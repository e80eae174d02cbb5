"""Reads mutated documents in a process of its own and writes a line for each that goes wrong.

usage: worker.py FIRST LAST FOLDER    reads the inputs FIRST … LAST - 1, keeps the bad in FOLDER

A line is written before each input, so that one that kills or hangs the process is known.
"""

import random
import resource
import sys
import time
from pathlib import Path

from ingest import pipeline
from ingest.errors import ReadError
from tests.fuzz.mutations import mutate

ROOT = Path(__file__).parents[2]
FOLDERS = ("samples", "tests/gold/development")
SUFFIXES = (".txt", ".docx", ".pdf", ".html", ".xlsx", ".csv", ".md")
SECONDS = 5.0
MEMORY = 1 << 30        # bytes


def seeds() -> list[Path]:
    """Return the documents that are mutated, each format as often as any other."""
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).iterdir())]
    return [path for path in files if path.suffix in SUFFIXES and path.stat().st_size < 200_000]


def made(number: int, paths: list[Path], contents: list[bytes]) -> tuple[bytes, str]:
    """Return an input by its number: bytes and the name of a file that may lie about its format."""
    source = random.Random(number)
    suffix = source.choice(SUFFIXES)
    path, content = source.choice([pair for pair in zip(paths, contents, strict=True)
                                   if pair[0].suffix == suffix])
    name = path.name if source.random() < 0.9 else path.stem + source.choice(SUFFIXES)
    return mutate(content, contents, source), name


def fault(content: bytes, name: str) -> str:
    """Return what is wrong with the reading of an input, "" where nothing is."""
    start = time.monotonic()
    try:
        reading = pipeline.read(content, name, pipeline.knowledge())
        for record in (*reading.batch.nodes, *reading.batch.edges):
            at = record.properties
            if "quote" not in at:
                continue
            if reading.text[int(at["start_char"]):int(at["end_char"])] != at["quote"]:
                return f"offsets: {at['quote']!r}"
    except ReadError as error:
        message = str(error)
        if not message.startswith(f"{name}: ") or "\n" in message or len(message) > 400:
            return f"message: {message[:200]!r}"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"{type(error).__name__}: {error}"[:300]
    seconds = time.monotonic() - start
    return f"took {seconds:.1f} s" if seconds > SECONDS else ""


def most() -> int:
    """Return the most memory, in bytes, that this process has had.

    Linux keeps it as VmHWM; ru_maxrss still holds what the process that started this one took.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(first: int, last: int, folder: Path) -> None:
    """Read the inputs of these numbers."""
    resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))
    paths = seeds()
    contents = [path.read_bytes() for path in paths]
    for number in range(first, last):
        content, name = made(number, paths, contents)
        print(f"{number} {name}", flush=True)
        wrong = fault(content, name)
        if not wrong and (peak := most()) > MEMORY:
            wrong = f"{peak >> 20} MiB of memory"
        if wrong:
            (folder / f"{number}-{name}").write_bytes(content)
            print(f"! {number} {name}: {wrong}", flush=True)
            if "memory" in wrong:
                return


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
