"""Commands that ask the graph: named questions, and the data owner's own texts."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from api.cli.messages import say, warn
from api.cli.output import Format, write
from api.errors import UsageError

if TYPE_CHECKING:
    from graph import Language
    from queries import Answer
    from queries.query import Query

FormatOption = Annotated[Format, typer.Option("--format", help="Form of the rows.")]
LanguageOption = Annotated[Literal["cypher", "sparql"], typer.Option(
    help="Language in which the graph is asked.")]
SecondsOption = Annotated[float, typer.Option("--seconds", min=0.1,
                                              help="Seconds after which the query is stopped.")]


def query(
    name: Annotated[str | None, typer.Argument(
        metavar="NAME", help="The question; none lists all.", show_default=False)] = None,
    arguments: Annotated[list[str] | None, typer.Argument(
        metavar="KEY=VALUE", help="Its parameters; places, departments and concepts by name "
        "or id.", show_default=False)] = None,
    language: LanguageOption = "cypher",
    form: FormatOption = Format.TABLE,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows at most.")] = None,
) -> None:
    """Answer a named question, or list all questions.

    \b
    Examples:
      edupolicy query
      edupolicy query co_owners concept=安全 --language sparql
    """
    from api.settings import read
    from api.workspace import Workspace
    from graph import Language
    from queries import find, run

    if name is None:
        _list(form)
        return
    question = find(name)
    given = _given(question, arguments or [])
    with Workspace(read(), warn) as workspace, workspace.reading(Language(language)) as store:
        answer = run(question, store, given, labels=workspace.thesaurus.labels, limit=limit)
    tell(answer)
    _count(answer)
    write(answer.columns, answer.rows, form)
    if form is Format.TABLE:
        _point_to_evidence(answer)


def cypher(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The query.", show_default=False)],
    form: FormatOption = Format.TABLE,
    seconds: SecondsOption = 30.0,
) -> None:
    """Answer your own Cypher query, which may only read.

    \b
    Example:
      edupolicy cypher 'MATCH (t:Task) RETURN t.title LIMIT 5'
    """
    from graph import Language

    _ask(Language.CYPHER, text, form, seconds)


def sparql(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The query.", show_default=False)],
    form: FormatOption = Format.TABLE,
    seconds: SecondsOption = 30.0,
) -> None:
    """Answer your own SPARQL query, which may only read.

    The prefixes of the graph are declared.

    \b
    Example:
      edupolicy sparql 'SELECT ?title WHERE { ?t a edu:Task ; dcterms:title ?title } LIMIT 5'
    """
    from graph import Language

    _ask(Language.SPARQL, text, form, seconds)


def _ask(language: "Language", text: str, form: Format, seconds: float) -> None:
    """Answer a text in a process of its own, which is ended at the limit."""
    from api.settings import read
    from api.workspace import Workspace
    from graph import Limits
    from graph.guard import run_bounded

    settings = read()
    with Workspace(settings, warn) as workspace:
        workspace.mend(language)
        url = workspace.url(language)
    rows = run_bounded(url, settings.base_iri, text, Limits(seconds=seconds),
                       settings.authority)
    if rows.truncated:
        warn(f"The answer was cut at {len(rows.rows)} rows.")
    write(rows.columns, rows.rows, form)


def _list(form: Format) -> None:
    from queries import load

    write(["question", "zh", "en", "example"],
          [[question.name, question.summary["zh"], question.summary["en"], _example(question)]
           for question in load().values()], form)


def _example(question: "Query") -> str:
    arguments = [f"{key}={value}" for key, value in question.example.items()]
    return " ".join(["edupolicy query", question.name, *arguments])


def _given(question: "Query", arguments: list[str]) -> dict[str, str]:
    """Return the arguments by parameter."""
    given = {}
    for argument in arguments:
        key, sign, value = argument.partition("=")
        if not sign:
            raise UsageError(f"{argument!r} is no KEY=VALUE; {question.name} takes "
                             f"{', '.join(f'{name}=' for name in question.params) or 'nothing'}.")
        if key in given:
            raise UsageError(f"{key}= is given twice.")
        given[key] = value
    return given


def tell(answer: "Answer") -> None:
    """Say what names were taken for, and what the answer leaves out."""
    for sentence in answer.remarks:
        say(sentence)


def _count(answer: "Answer") -> None:
    """Say that there are no rows, or that not all are shown."""
    if not answer.rows:
        say("No rows.")
    elif answer.total > len(answer.rows):
        say(f"{len(answer.rows)} of {answer.total} rows.")


def _point_to_evidence(answer: "Answer") -> None:
    """Say how to see where the first row is written."""
    ids = [column for column in ("task_id", "id", "document") if column in answer.columns]
    shown = answer.rows[0][answer.columns.index(ids[0])] if ids and answer.rows else None
    if answer.rows and answer.query != "evidence":
        say(f"Where it is written: edupolicy query evidence id={shown or '…'}")
