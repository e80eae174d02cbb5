"""Opens LadybugDB files, each at most once in this process.

The engine would open one twice without a word, and the writes of one of the two would be lost.
"""

import re
import threading
from functools import partial
from pathlib import Path

import ladybug

from graph import trouble
from graph.backends.beside import beside
from graph.bounds import address_space
from graph.errors import StoreError

SMALLEST = 1 << 30  # bytes of address space for a file where it is limited; a power of two
_taken: set[Path] = set()
_lock = threading.Lock()


def take(path: Path, *, read_only: bool) -> ladybug.Database:
    """Open a file, once in this process; raise StoreUnavailableError where it cannot be had."""
    with _lock:
        if path in _taken:
            raise trouble.open_here(path)
        try:
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
            elif not path.exists():
                raise trouble.missing(path)
            database = _database(path, read_only=read_only)
        except (RuntimeError, OSError) as error:
            raise _open_error(path, error) from error
        _taken.add(path)
        return database


def release(path: Path, database: ladybug.Database) -> None:
    """Close a file that was taken."""
    with _lock:
        database.close()
        _taken.discard(path)


def first_line(error: Exception) -> str:
    """Return the first line of what the engine says; the rest draws where it stands."""
    return str(error).partition("\n")[0].strip()


def _database(path: Path, *, read_only: bool) -> ladybug.Database:
    """Open the file; where address space is limited the engine must not reserve its 8 TB of it."""
    space = address_space()
    if space is None:
        open_ = partial(ladybug.Database, path, read_only=read_only)
    else:
        size = SMALLEST
        while path.exists() and size < 2 * path.stat().st_size:
            size *= 2
        open_ = partial(ladybug.Database, path, read_only=read_only, max_db_size=size,
                        buffer_pool_size=space // 8, max_num_threads=2)
    return beside(open_, lambda error: read_only and "WAL" in str(error))


def _open_error(path: Path, error: Exception) -> StoreError:
    if held := re.search(r"PID (\d+)", str(error)):
        return trouble.locked(path, f"process {held[1]}")
    if "Could not set lock" in str(error):
        return trouble.locked(path)
    return trouble.broken(path, first_line(error))
