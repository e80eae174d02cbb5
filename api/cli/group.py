"""The command `edupolicy` itself: every error that is ours ends as one sentence and exit code 2."""

import os
import sys
from pathlib import Path
from traceback import extract_tb
from typing import Any

import typer
from typer.core import TyperGroup

from api.cli.messages import fail, say

NOTHING_DONE = 2
INTERRUPTED = 130


class Group(TyperGroup):
    """Runs a command and turns what goes wrong into a sentence on the standard error."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is named."""
        try:
            return self._run(ctx)
        except KeyboardInterrupt as stop:
            say("Interrupted: what was done so far is kept.")
            raise typer.Exit(INTERRUPTED) from stop
        except BrokenPipeError as error:
            _close_output()
            raise typer.Exit(0) from error
        except Exception as error:
            if (text := _sentence(error)) is None:
                raise
            fail(text)
            raise typer.Exit(NOTHING_DONE) from error

    def _run(self, ctx: Any) -> Any:
        result = super().invoke(ctx)
        sys.stdout.flush()  # so that a broken pipe shows here
        return result


def _sentence(error: Exception) -> str | None:
    """Return what to say of an error; None for those that Typer shows itself."""
    if type(error).__module__.startswith(("typer.", "click.")):
        return None
    from api.problems import is_ours

    if is_ours(error):
        return str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}."
    last = extract_tb(error.__traceback__)[-1]
    return (f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}: {error}. "
            "This is a fault of the program; please report it with this line.")


def _close_output() -> None:
    """Send what is still to be written nowhere: who read the output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
