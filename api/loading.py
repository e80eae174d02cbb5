"""Fills a server, or the files of an import without one, from the ledger of a data folder."""

from contextlib import closing
from pathlib import Path
from typing import cast

from api.errors import UsageError
from api.workspace import Workspace, form_name
from graph import Language
from graph.backends import find
from graph.backends.schemes import credentials
from graph.filling import offline
from graph.filling.fill import FORM, Advance, Filled, Note, Server, fill


def load(workspace: Workspace, url: str, *, anew: bool, advance: Advance) -> Filled:
    """Give the server at a URL what it lacks of the ledger, whichever store is in use."""
    if not find(url).server:
        raise UsageError("`load` fills a server, such as neo4j://localhost, and "
                         f"{url.partition(':')[0]}: is none.")
    signed = workspace.settings.signed(url)
    name = credentials(signed)[0]
    form = workspace.made_for(Language.CYPHER)[FORM]
    with closing(workspace.open_at(signed, read_only=False)) as store:
        _catch_up(workspace)
        note = Note(name, form_name(name), form)
        return fill(workspace.ledger, note, cast("Server", store), workspace.ontology, anew=anew,
                    advance=advance)


def write(workspace: Workspace, folder: Path, database: str, advance: Advance) -> offline.Written:
    """Write what `neo4j-admin` imports into a folder; the ledger notes what was written."""
    _catch_up(workspace)
    return offline.write(workspace.ledger, folder, database, workspace.ontology,
                         workspace.made_for(Language.CYPHER)[FORM], advance)


def _catch_up(workspace: Workspace) -> None:
    workspace.reread()
    workspace.link()
