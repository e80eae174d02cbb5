"""`edupolicy link`: a person overrules what was tied, or ties what was not."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.messages import say, warn
from api.cli.output import Format, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.deciding import Desk
    from api.workspace import Workspace
    from ontology.decisions import Decision

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None,
    help="Decide on ties: accept, reject, merge, split, undo, list. Decisions are kept apart from "
         "the data, hold when documents are read again, and lie dormant when their text is gone.")
Who = Annotated[str, typer.Option(help="Who decides; your name on this machine by default.")]
Why = Annotated[str, typer.Option(help="The reason, for those who come after.")]
Relation = Annotated[str, typer.Argument(help="ABOUT, PERFORMS, RESOLVES_TO, FOLLOWS, CONTINUES, "
                                              "REPORTS_ON or REVISES.", show_default=False)]
Id = Annotated[str, typer.Argument(help="An id, as answers show it.", show_default=False)]


@app.command()
def accept(relation: Relation, source: Id, target: Id, why: Why = "", who: Who = "") -> None:
    """Tie two nodes: the later or the named one first.

    \b
    Example:
      edupolicy link accept REPORTS_ON ind-0123456789abcdef ind-fedcba9876543210
    """
    _decide(lambda desk, by: desk.tie("accept", relation, source, target, by, why), who)


@app.command()
def reject(relation: Relation, source: Id, target: Id, why: Why = "", who: Who = "") -> None:
    """Take a tie away, and keep it from coming back.

    \b
    Example:
      edupolicy link reject ABOUT task-0123456789abcdef 校园安全 --why 只是顺带提到
    """
    _decide(lambda desk, by: desk.tie("reject", relation, source, target, by, why), who)


@app.command()
def merge(keep: Id, gone: Id, why: Why = "", who: Who = "") -> None:
    """Take two departments, or two policies, for one: the first stands for both.

    \b
    Example:
      edupolicy link merge dept-0123456789abcdef dept-fedcba9876543210
    """
    _decide(lambda desk, by: desk.merge(keep, gone, by, why), who)


@app.command()
def split(
    department: Id,
    name: Annotated[str, typer.Argument(help="The name as a document writes it.",
                                        show_default=False)],
    why: Why = "", who: Who = "",
) -> None:
    """Give what documents write as NAME a department of its own.

    \b
    Example:
      edupolicy link split dept-0123456789abcdef 局安全办
    """
    _decide(lambda desk, by: desk.split(department, name, by, why), who)


@app.command()
def undo(
    number: Annotated[int, typer.Argument(help="The decision's number.", show_default=False)],
) -> None:
    """Take a decision back; it stays on record.

    \b
    Example:
      edupolicy link undo 3
    """
    from api.deciding import now
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        workspace.ledger.decisions.undo(number, now())
        with workspace.writing():
            say(f"Decision {number} undone.")


@app.command("list")
def list_(form: Annotated[Format, typer.Option("--format", help="Form of the rows.")]
          = Format.TABLE) -> None:
    """List all decisions: which hold, which are undone, which lie dormant as their text is gone.

    \b
    Example:
      edupolicy link list --format csv
    """
    from api.deciding import dormant
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        decisions = workspace.ledger.decisions.all()
        asleep = {one.number for one in dormant(workspace)}
    states = ["undone" if one.undone else "dormant" if one.number in asleep else "holds"
              for one in decisions]
    write(["number", "verb", "relation", "one", "one_words", "other", "other_words", "state", "who",
           "when", "why"],
          [[one.number, one.verb, one.relation, one.one.id, one.one.quote,
            one.other.id if one.other else one.name, one.other.quote if one.other else None,
            state, one.who, one.at, one.why or None]
           for one, state in zip(decisions, states, strict=True)], form)


def tell_dormant(workspace: "Workspace") -> None:
    """Warn of decisions that no longer find what they are about."""
    from api.deciding import dormant

    if asleep := dormant(workspace):
        warn(f"Decisions that lie dormant, as their text is gone: {len(asleep)} "
             "(`edupolicy link list`).")


def _decide(make: "Callable[[Desk, str], Decision]", who: str) -> None:
    """Make a decision, keep it, and apply it to the graph."""
    from api.deciding import desk
    from api.settings import read
    from api.workspace import Workspace

    with Workspace(read(), warn) as workspace:
        with desk(workspace) as at:
            decision = make(at, who or getpass.getuser())
        kept = workspace.ledger.decisions.add(decision)
        with workspace.writing():
            say(f"Decision {kept.number}: {kept.verb} {kept.relation} "
                f"{' → '.join(f'{end.id} ({end.quote})' for end in kept.ends)}"
                f"{f' as {kept.name}' if kept.name else ''}.")
