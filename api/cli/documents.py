"""Commands on the ledger: what was read, its removal, and the stores built anew."""

from typing import Annotated

import typer

from api.cli.link import tell_dormant
from api.cli.messages import fail, say, warn
from api.cli.output import Format, write

FormatOption = Annotated[Format, typer.Option("--format", help="Form of the rows.")]


def documents(form: FormatOption = Format.TABLE) -> None:
    """List what was read and what was refused.

    \b
    Example:
      edupolicy documents --format csv
    """
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        entries = workspace.ledger.entries()
    write(["document", "title", "file", "status", "warnings", "error"],
          [[one.document or None, one.title or None, one.name, one.status, len(one.warnings),
            one.error or None] for one in entries], form)


def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of documents.",
                                            show_default=False)],
) -> None:
    """Remove documents, with all that only they say.

    \b
    Example:
      edupolicy remove doc-0123456789abcdef
    """
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        with workspace.writing() as apply:
            unknown = [document for document in dict.fromkeys(ids)
                       if not workspace.ledger.remove(document)]
            apply()
        tell_dormant(workspace)
    for document in unknown:
        fail(f"There is no document {document!r}; `edupolicy documents` lists all.")
    removed = len(set(ids)) - len(unknown)
    if removed:
        say(f"{removed} removed.")
    if unknown:
        raise typer.Exit(1 if removed else 2)


def rebuild() -> None:
    """Build the stores anew from the ledger.

    With EDUPOLICY_CYPHER set to the address of a Neo4j server this fills the server, which is
    first emptied of all documents, also those of other data folders.

    \b
    Example:
      edupolicy rebuild
    """
    from api.settings import read
    from api.workspace import Workspace
    from graph import Language
    from graph.errors import StoreError

    failed = 0
    with Workspace(read(), warn) as workspace:
        for language in Language:
            try:
                applied = workspace.rebuild(language)
            except StoreError as error:
                failed += 1
                fail(str(error))
            else:
                say(f"{workspace.name(language)}: {applied.written} documents.")
    if failed:
        raise typer.Exit(2 if failed == len(Language) else 1)
