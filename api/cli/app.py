"""The table of commands.

Modules of commands import what they need inside the command, so that `edupolicy --help` and
`edupolicy extract` load no store and no server.
"""

import typer

from api.cli import (
    concepts,
    doctor,
    documents,
    extract,
    functions,
    ingest,
    link,
    load,
    network,
    overview,
    query,
    serve,
)
from api.cli.group import Group

app = typer.Typer(
    cls=Group, no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
    help="A knowledge graph of local education policy, queried in Cypher and SPARQL.")
for command in (extract.extract, ingest.ingest, query.query, query.cypher, query.sparql,
                functions.functions, documents.documents, documents.remove, documents.rebuild,
                load.load, overview.validate, overview.stats, overview.export, serve.serve,
                doctor.doctor):
    app.command()(command)
app.add_typer(concepts.app, name="concepts")
app.add_typer(link.app, name="link")
app.add_typer(network.app, name="network")


def main() -> None:
    """Run the command line."""
    app(prog_name="edupolicy")
