"""`edupolicy extract`: what one document holds, without any store."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.messages import warn
from api.cli.output import Cell, Format, pretty, put, write

COLUMNS = ("start", "end", "label", "about", "text")
SHOWN = 60      # characters of a paragraph in the table


def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.", show_default=False)],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Show how each paragraph and row was "
                                          "taken instead.")] = False,
    form: Annotated[Format, typer.Option("--format", help="Form of the rows of --explain."
                                         )] = Format.TABLE,
) -> None:
    """Print what a document holds as one JSON object.

    With --explain, a row for each paragraph and each row of a table: where it stands in the stored
    text, what it was taken for (goal, task, note, preamble, noise, unread), and of which goal or
    task it is part, or the reason.

    \b
    Example:
      edupolicy extract samples/chengxi-2024-work-points.txt
      edupolicy extract --explain samples/chengxi-2024-work-points.txt
    """
    from ingest import pipeline
    from ingest.read import load

    content = load(file)
    reading = pipeline.read(content, file.name, pipeline.knowledge(_places()))
    for text in reading.warnings:
        warn(text)
    if not explain:
        put(pretty(reading.answer))
        return
    longest = SHOWN if form is Format.TABLE else None
    rows: list[list[Cell]] = [[one.start, one.end, one.label, one.about, one.text[:longest]]
                              for one in reading.taken]
    write(COLUMNS, rows, form)


def _places() -> Path | None:
    """Return the user's file of places."""
    from api.settings import read

    return read().places
