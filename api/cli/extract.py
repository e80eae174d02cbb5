"""`edupolicy extract`: what one document holds, without any store."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.messages import warn
from api.cli.output import pretty, put


def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.", show_default=False)],
) -> None:
    """Print what a document holds as one JSON object.

    \b
    Example:
      edupolicy extract samples/chengxi-2024-work-points.txt
    """
    from ingest import pipeline
    from ingest.read import load

    content = load(file)
    reading = pipeline.read(content, file.name, pipeline.knowledge(_places()))
    for text in reading.warnings:
        warn(text)
    put(pretty(reading.answer))


def _places() -> Path | None:
    """Return the user's file of places."""
    from api.settings import read

    return read().places
