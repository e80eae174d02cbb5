"""Chooses the format by a file's ending and writes all files of an export, or none."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from graph.errors import ExportError
from graph.export.rdf import nquads, turtle
from graph.export.table import tables
from graph.whole import Graph, whole
from ontology import Batch, Ontology
from ontology.rdf import Namespace, namespace

Format = Callable[[Path, Graph, Ontology, Namespace], Mapping[Path, bytes]]
T = TypeVar("T")
FORMATS: Mapping[str, Format] = {".ttl": turtle, ".nq": nquads, ".csv": tables}


def export(path: Path, batches: Iterable[Batch], ontology: Ontology, base: str) -> list[Path]:
    """Write the batches' graph and return the files: the one named and those beside it.

    The bytes are the same for any order of batches. Raise ExportError for an ending that is not
    in FORMATS or a place that cannot be written; no file is ever left half-written.
    """
    write = choose(path, FORMATS)
    contents = write(path, whole(batches, ontology), ontology, namespace(base))
    save(path, contents)
    return list(contents)


def choose(path: Path, formats: Mapping[str, T]) -> T:
    """Return the format of a file's ending; raise ExportError for one that is not known."""
    found = formats.get(path.suffix.lower())
    if found is None:
        raise ExportError(f"{path}: the ending {path.suffix!r} is none of {', '.join(formats)}.")
    return found


def save(path: Path, contents: Mapping[Path, bytes]) -> None:
    """Write all files, or none and raise ExportError, which names `path`."""
    try:
        _write(contents)
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}); "
                          "choose another place.") from error


def _write(contents: Mapping[Path, bytes]) -> None:
    """Write files beside their places first and move them when all are complete."""
    parts = {path: path.with_name(f".{path.name}.part") for path in contents}
    with ExitStack() as undo:
        for path, data in contents.items():
            undo.callback(parts[path].unlink, missing_ok=True)
            parts[path].write_bytes(data)
        for path, part in parts.items():
            part.replace(path)
