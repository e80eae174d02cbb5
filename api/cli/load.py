"""`edupolicy load`: a server filled from the ledger, or the files of an import without one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.cli.messages import say, warn
from api.errors import UsageError

DATABASE = "neo4j"
ReplaceOption = Annotated[bool, typer.Option(
    "--replace", help="First delete what other data folders or versions put there.")]


def load(
    to: Annotated[str, typer.Option(
        "--to", metavar="URL", help="Address of the server, such as neo4j://localhost.")] = "",
    offline: Annotated[Path | None, typer.Option(
        "--offline", metavar="FOLDER",
        help="Write the files of an import for an empty server that is stopped.")] = None,
    replace: ReplaceOption = False,  # noqa: FBT002 - an option of the command line
) -> None:
    """Fill a Neo4j server from the ledger, or go on with it; several data folders do not mix.

    Whoever asks the server is named in its address, by EDUPOLICY_CYPHER_AUTH or by
    EDUPOLICY_CYPHER_AUTH_FILE. What else the server holds is left alone. After an import
    of --offline files, `load --to` makes its constraints and indexes.

    \b
    Examples:
      edupolicy load --to neo4j://localhost
      edupolicy load --offline FOLDER
    """
    from api import loading
    from api.cli.output import put
    from api.settings import read
    from api.workspace import Workspace
    from graph.backends.schemes import credentials

    if not to and not offline:
        raise UsageError("Say where to: --to URL, or --offline FOLDER.")
    if replace and offline:
        raise UsageError("--replace is for a server; an import replaces the whole database.")
    with Workspace(read(), warn) as workspace, _progress() as advance:
        if offline:
            database = credentials(to)[0].partition("://")[2].partition("/")[2] if to else ""
            written = loading.write(workspace, offline, database or DATABASE, advance)
        else:
            done = loading.load(workspace, to, anew=replace, advance=advance)
    if offline:
        say(f"{written.documents} documents, {written.nodes:,} nodes and {written.edges:,} "
            f"relations. Where the server is, and while it is stopped, run {written.script}, "
            "which replaces all that its database holds:")
        put(written.command)
        say("Then start it, and give `edupolicy load --to` its address.")
        return
    name = credentials(to)[0]
    if done.documents or done.links or done.removed:
        say(f"{name}: {done.documents} documents and the ties of {done.links} written, "
            f"{done.removed} documents removed.")
    else:
        say(f"{name}: nothing to do; all is there, with constraints and indexes.")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Draw a bar on the standard error; none outside a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True, markup=False, highlight=False)
    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console,
                  transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)
