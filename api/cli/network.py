"""Commands that see the graph as a network: of departments, and of places."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.messages import say, warn
from api.cli.output import Format, write
from api.cli.query import FormatOption, LanguageOption, tell

if TYPE_CHECKING:
    import networkx as nx

ToOption = Annotated[Path | None, typer.Option(
    "--to", metavar="FILE", help="Write the network to a .gexf or .graphml file too, for Gephi.",
    show_default=False)]

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None,
    help="See departments and places as networks.\n\n\b\nExample:\n  edupolicy network departments")


@app.command()
def departments(
    locality: Annotated[str | None, typer.Option(
        metavar="PLACE", help="Only what documents of this place say, by name or id.",
        show_default=False)] = None,
    to: ToOption = None,
    language: LanguageOption = "cypher",
    form: FormatOption = Format.TABLE,
) -> None:
    """List departments by how much goes through them: who is the bottleneck.

    Two departments are joined where a document names both for a task; one that shares no task is
    not in the network.

    \b
    degree           departments that one shares tasks with
    weighted_degree  the tasks shared with each, summed
    betweenness      share (0 to 1) of the pairs of others within reach whose shortest way
                     leads through it; more shared tasks make a shorter way
    community        number of the group that works most with one another; 1 is the largest

    \b
    Example:
      edupolicy network departments --locality 江阴 --to departments.gexf
    """
    graph = _ask("departments", {"locality": locality or ""}, language)
    _save(graph, to)
    measures = ("locality", "degree", "weighted_degree", "betweenness", "community")
    rows = [[about["label"], *(about[name] for name in measures), one]
            for one, about in graph.nodes(data=True)]
    rows.sort(key=lambda row: (-row[4], -row[3], -row[2]))
    write(["department", *measures, "department_id"], rows, form)
    place = f" of {locality}" if locality else ""
    if rows:
        say(f"{len(rows)} departments share tasks in {graph.number_of_edges()} pairs. "
            f"The pairs: edupolicy query co_ownership{f' locality={locality}' * bool(locality)}")
    else:
        say(f"No document{place} names two departments for one task.")


@app.command()
def cities(
    to: ToOption = None,
    language: LanguageOption = "cypher",
    form: FormatOption = Format.TABLE,
) -> None:
    """List pairs of places by how alike the concepts of their tasks are.

    A concept counts the more, the more tasks of a place are about it and the fewer places share
    it; one that is only mentioned in passing does not count. Pairs that share next to none
    are left out.

    \b
    similarity       cosine of the two places' concepts: above 0, at most 1
    shared           concepts that both have
    shared_concepts  those that make them most alike

    \b
    Example:
      edupolicy network cities --to cities.gexf
    """
    graph = _ask("cities", {}, language)
    _save(graph, to)
    columns = ("weight", "shared", "shared_concepts")
    rows = [[graph.nodes[one]["label"], graph.nodes[other]["label"],
             *(about[name] for name in columns)] for one, other, about in graph.edges(data=True)]
    rows.sort(key=lambda row: -row[2])
    write(["locality", "co_locality", "similarity", "shared", "shared_concepts"], rows, form)
    if not rows:
        say("No two places have a concept in common.")


def _ask(name: str, arguments: dict[str, str], language: str) -> "nx.Graph[str]":
    """Return a network and say what its names were taken for."""
    from api import networks
    from api.settings import read
    from api.workspace import Workspace
    from graph import Language

    with Workspace(read(), warn) as workspace:
        answer, graph = networks.ask(name, workspace, Language(language), arguments)
    tell(answer)
    return graph


def _save(graph: "nx.Graph[str]", to: Path | None) -> None:
    """Write the network where that is asked for."""
    from graph.export.network import export_network

    if to:
        export_network(to, graph)
        say(f"Wrote {to}.")
