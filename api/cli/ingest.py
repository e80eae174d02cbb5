"""`edupolicy ingest`: files and folders into the graph."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.link import tell_dormant
from api.cli.messages import fail, say, warn

if TYPE_CHECKING:
    from api.intake import Finding, Intake, Taken

KINDS = ("new", "unchanged", "replaced", "duplicate", "refused")
SOME_REFUSED, NOTHING_DONE = 1, 2


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders.",
                                                show_default=False)],
) -> None:
    """Read files and folders into the graph.

    What was read before by the same rules is left as it is. The summary tells what became of
    each file; refused files stand in a table with the reason.

    \b
    Example:
      edupolicy ingest samples
    """
    from api.intake import Intake, find
    from api.settings import read
    from api.workspace import Workspace
    from ingest.read import FORMATS

    found = find(paths)
    if not found.files and not found.missing:
        fail(f"There is nothing to read in {', '.join(map(str, paths))}; "
             f"files that can be read end in {', '.join(FORMATS)}.")
        raise typer.Exit(NOTHING_DONE)
    settings = read()
    with Workspace(settings, warn) as workspace:
        with workspace.writing() as apply:
            taken = _take(found, Intake(workspace.ledger, settings.places))
            if any(one.kind in ("new", "replaced") for one in taken):
                say("Writing the graph …")
            apply()
        tell_dormant(workspace)
    _summarise(taken, found.skipped)
    refused = sum(one.kind == "refused" for one in taken)
    if refused:
        raise typer.Exit(NOTHING_DONE if refused == len(taken) else SOME_REFUSED)


def _take(found: "Finding", intake: "Intake") -> list["Taken"]:
    """Read all files under a progress bar; what is not there is refused."""
    from api.intake import Taken

    taken = [Taken(path, "refused", error=f"{path}: there is no such file or folder.")
             for path in found.missing]
    with _progress(found.files) as paths:
        for path in paths:
            one = intake.take(path)
            taken.append(one)
            for text in one.warnings:
                warn(f"{path.name}: {text}")
    return taken


@contextmanager
def _progress(paths: Sequence[Path]) -> Iterator[Iterator[Path]]:
    """Draw a bar on the standard error while paths are gone through; none outside a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, markup=False, highlight=False)
    columns = (BarColumn(), MofNCompleteColumn(),
               TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True,
                  disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=len(paths))

        def go() -> Iterator[Path]:
            for path in paths:
                progress.update(bar, description=path.name)
                yield path
                progress.advance(bar)

        yield go()


def _summarise(taken: Sequence["Taken"], skipped: int) -> None:
    """Write what became of the files, how far each that was read now was understood, and which
    are one document or refused.
    """
    from api.cli.output import Cell, Format, write

    counts = Counter(one.kind for one in taken)
    write([*KINDS, "skipped"], [[*(counts[kind] for kind in KINDS), skipped]], Format.TABLE)
    read: list[list[Cell]] = [[one.path.name, one.tasks, f"{one.coverage:.0%}", len(one.warnings)]
                              for one in taken if one.coverage is not None]
    if read:
        write(["file", "tasks", "understood", "warnings"], read, Format.TABLE)
    same = [[str(one.path), one.kind, one.other, one.title] for one in taken
            if one.other and one.other != one.path.name]
    if same:
        write(["file", "is", "of", "document"], same, Format.TABLE)
    refused = [[str(one.path), one.error] for one in taken if one.kind == "refused"]
    if refused:
        write(["refused file", "reason"], refused, Format.TABLE)
