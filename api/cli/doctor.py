"""`edupolicy doctor`: what is wrong with the data folder or a store, and what to do about it."""

from typing import Annotated

import typer

from api.cli.output import Format, write

COLUMNS = ("check", "state", "what", "to do")


def doctor(
    url: Annotated[str, typer.Argument(
        metavar="[URL]", help="A store to look at in the place of the one for its language.",
        show_default=False)] = "",
    form: Annotated[Format, typer.Option("--format", help="Form of the rows.")] = Format.TABLE,
) -> None:
    """Look at the data folder and the stores, and say what is wrong and what to do.

    A Neo4j server is looked at step by step, from the name of its host to what it holds. Nothing
    is changed. Exit code 1 where anything is wrong.

    \b
    Examples:
      edupolicy doctor
      edupolicy doctor neo4j+s://host:7687
    """
    from api.doctor import Doctor
    from api.settings import read
    from graph import Language
    from graph.backends import find
    from graph.steps import State

    settings = read()
    if url:
        cypher = find(url).language is Language.CYPHER
        settings = settings.model_copy(update={"cypher" if cypher else "sparql": url})
    with Doctor(settings) as doctor_:
        found = list(doctor_.findings())
    write(COLUMNS, [(one.check, one.state, one.what, one.remedy) for one in found], form)
    if any(one.state is State.WRONG for one in found):
        raise typer.Exit(1)
