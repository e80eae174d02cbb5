"""Commands that look at the whole graph: its counts, its soundness, its export."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.messages import say, warn
from api.cli.output import Format, write
from api.errors import UsageError

FormatOption = Annotated[Format, typer.Option("--format", help="Form of the rows.")]


def stats(form: FormatOption = Format.TABLE) -> None:
    """Count the nodes and edges of the graph by type.

    \b
    Example:
      edupolicy stats --format json
    """
    from api.settings import read
    from api.workspace import Workspace
    from graph.stats import count

    with Workspace(read(), warn) as workspace:
        counts = count(workspace.ledger.batches(), workspace.ontology)
    found = {"node": counts.nodes, "relation": counts.relations}
    write(["what", "type", "count"],
          [(what, name, number) for what, numbers in found.items()
           for name, number in numbers.items()], form)


def validate(form: FormatOption = Format.TABLE) -> None:
    """Check the graph of every document against the SHACL shapes.

    \b
    Example:
      edupolicy validate
    """
    from api.settings import read
    from api.workspace import Workspace
    from graph.parts import DOCUMENT, LINKS

    try:
        from ontology.shapes import Violation, violations
    except ModuleNotFoundError as error:
        if error.name not in ("pyshacl", "rdflib"):
            raise
        raise UsageError("Validation needs pyshacl: pip install 'edupolicy-graph[validate]'.") \
            from error

    settings = read()
    with Workspace(settings, warn) as workspace:
        workspace.link()
        ledger = workspace.ledger
        sources = ledger.digests().keys()
        documents = [source for source in sources if source.startswith(DOCUMENT)]
        found: list[Violation] = []
        for batch in ledger.batches(documents):
            document = batch.source.removeprefix(DOCUMENT)
            links = next(ledger.batches({LINKS + document} & sources), None)
            others = list(ledger.batches(DOCUMENT + other for other in ledger.touched(document)))
            found += violations(batch, settings.base_iri, links, others)
    rows = [[one.source.removeprefix("doc:"), one.node, one.path, one.message] for one in found]
    if rows or form is not Format.TABLE:
        write(["document", "node", "path", "message"], rows, form)
    broken = len({one.source for one in found})
    say(f"{len(documents)} documents checked, {broken} with violations.")
    if broken:
        raise typer.Exit(2 if broken == len(documents) else 1)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.",
                                         show_default=False)],
) -> None:
    """Write the whole graph to a file, in the format of its ending.

    \b
    Endings: .ttl (Turtle), .nq (N-Quads), .csv (edges, and nodes in a file beside it).

    \b
    Example:
      edupolicy export graph.ttl
    """
    from api.settings import read
    from api.workspace import Workspace
    from graph import export as graph_export

    settings = read()
    with Workspace(settings, warn) as workspace:
        written = graph_export.export(file, workspace.ledger.batches(), workspace.ontology,
                                      settings.base_iri)
    say(f"Wrote {', '.join(map(str, written))}.")
