"""`edupolicy concepts`: terms that the thesaurus lacks, and what a person decided on them."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.messages import say, warn
from api.cli.output import Format, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.workspace import Workspace
    from ontology.terms import Term

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None,
    help="Find terms that several localities share and the thesaurus lacks: suggest, accept, "
         "reject, list. An accepted term is a concept like others, until it is rejected.")
FormatOption = Annotated[Format, typer.Option("--format", help="Form of the rows.")]
TermArgument = Annotated[str, typer.Argument(metavar="TERM", help="The term as texts write it.",
                                             show_default=False)]
Who = Annotated[str, typer.Option(help="Who decides; your name on this machine by default.")]
Why = Annotated[str, typer.Option(help="The reason, for those who come after.")]


@app.command()
def suggest(
    limit: Annotated[int, typer.Option(min=1, help="Terms at most.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """List terms that the thesaurus lacks, those first that most localities share.

    Each comes with the shortest sentences of up to three localities.

    \b
    Example:
      edupolicy concepts suggest --limit 50 --format csv
    """
    from api.settings import read
    from api.terms import suggest
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        say("Looking for terms …")
        found = suggest(workspace, limit)
    if not found:
        say("No term that the thesaurus lacks stands in two localities.")
    write(["term", "localities", "documents", "count", "examples"],
          [[one.term, one.places, one.documents, one.count,
            " | ".join(f"{sentence} ({document})" for document, sentence in one.examples)]
           for one in found], form)


@app.command()
def accept(
    term: TermArgument,
    english: Annotated[str, typer.Option(help="Its English name.")] = "",
    broader: Annotated[str, typer.Option(metavar="CONCEPT", help="A broader concept, by a label "
                                         "or its id.")] = "",
    who: Who = "", why: Why = "",
) -> None:
    """Make a term a concept, and read the documents again in which it stands.

    \b
    Example:
      edupolicy concepts accept 学科带头人 --english "subject leaders" --broader 骨干教师队伍
    """
    from api.terms import accept

    _decide(lambda workspace, by: accept(workspace, term, english, broader, by, why), who)


@app.command()
def reject(term: TermArgument, who: Who = "", why: Why = "") -> None:
    """Rule a term out: it is suggested no more, and no concept any more if it was accepted.

    \b
    Example:
      edupolicy concepts reject 城区学校 --why 不是主题
    """
    from api.terms import reject

    _decide(lambda workspace, by: reject(workspace, term, by, why), who)


@app.command("list")
def list_(form: FormatOption = Format.TABLE) -> None:
    """List all decisions on terms; of those on one term the last holds.

    \b
    Example:
      edupolicy concepts list --format json
    """
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        terms = workspace.ledger.terms
        held = {one.number for one in terms.held().values()}
        decisions = terms.all()
    write(["number", "term", "verdict", "concept", "english", "broader", "holds", "who", "when",
           "why"],
          [[one.number, one.term, one.verdict, one.id if one.verdict == "accepted" else None,
            one.english or None, one.broader or None, one.number in held, one.who, one.at,
            one.why or None] for one in decisions], form)


def _decide(decide: "Callable[[Workspace, str], tuple[Term, int]]", who: str) -> None:
    """Keep a decision while no other process writes, and apply it to the graph."""
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace, workspace.writing() as apply:
        term, documents = decide(workspace, who or getpass.getuser())
        if documents:
            say(f"Reading {documents} documents again …")
        apply()
    concept = f" as the concept {term.id}" if term.verdict == "accepted" else ""
    say(f"{term.term} is {term.verdict}{concept}.")
