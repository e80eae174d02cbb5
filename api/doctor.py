"""Looks at the data folder and at each store, and says what is wrong and what to do about it.

Nothing is made and nothing is changed: a folder that is not there yet is told, not created.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from functools import cached_property, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from api.settings import Settings
from api.workspace import Workspace
from graph import Language, Limits, open_store
from graph.backends import find
from graph.backends.schemes import Address, credentials
from graph.ledger import FILE
from graph.parts import DOCUMENT
from graph.steps import Finding, Step, UnknownError, WrongError, run
from graph.sync import OPEN
from ontology import load

if TYPE_CHECKING:
    from graph.backends.neo4j.checkup import Checkup

GUIDE, HOSTS = "browser.post_connect_cmd", "browser.remote_content_hostname_whitelist"
STYLE = "/browser/style.grass"


class Doctor:
    """Looks at what the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open = ExitStack()
        self._server: Iterable[Step] = ()

    def __enter__(self) -> "Doctor":
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def findings(self) -> Iterator[Finding]:
        """Yield what is found, one thing after the other."""
        stores = [Step(f"store for {language}", partial(self._store, language))
                  for language in Language]
        yield from run([Step("data folder", self._folder), Step("ledger", self._ledger), *stores])
        yield from run(self._server)

    def _folder(self) -> tuple[str, str]:
        folder = self._settings.data
        there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
        if not there.is_dir():
            raise WrongError(f"{there} is no folder", "name another in EDUPOLICY_DATA")
        if not os.access(there, os.R_OK | os.W_OK | os.X_OK):
            raise WrongError(f"{there} cannot be written",
                             "change its permissions, or name another in EDUPOLICY_DATA")
        return f"{folder} can be written" if there == folder else f"{folder} will be made", ""

    def _ledger(self) -> tuple[str, str]:
        if not self._has_ledger:
            return "none yet", "`edupolicy ingest` reads documents"
        ledger = self._workspace.ledger
        ledger.try_writing()
        entries = ledger.entries()
        refused = sum(one.status == "refused" for one in entries)
        return f"{len(entries) - refused} documents, {refused} refused", \
            "`edupolicy documents` says why they were refused" if refused else ""

    def _store(self, language: Language) -> tuple[str, str]:
        """Look at an embedded store, or get ready to look at a server."""
        cypher = language is Language.CYPHER
        url = self._settings.cypher_url if cypher else self._settings.sparql_url
        backend = find(url)
        if backend.language is not language:
            raise WrongError(f"{url.partition(':')[0]}: speaks {backend.language}",
                             f"name another in EDUPOLICY_{language.upper()}")
        if backend.server:
            return self._meet(url)
        if not Path(url.partition(":")[2]).expanduser().exists():
            return f"{url}: none yet", "the next question makes it" if self._has_ledger else ""
        with closing(open_store(url, base=self._settings.base_iri, read_only=True)) as store:
            store.run("RETURN 1 AS one" if cypher else "ASK {}", {}, Limits())
        if self._has_ledger and self._workspace.lacks(language):
            raise WrongError(f"{url} lacks documents of the ledger",
                             "the next question brings them; `edupolicy rebuild` does, too")
        return f"{url} opens and holds all documents", ""

    def _meet(self, url: str) -> tuple[str, str]:
        """Prepare the looks at a server; nothing is sent to it yet."""
        if find_spec("neo4j") is None:
            raise WrongError("the Neo4j driver is not installed",
                             "pip install 'edupolicy-graph[neo4j]'")
        from graph.backends.neo4j.checkup import Checkup
        from graph.backends.neo4j.probe import Probe

        place, user, password = credentials(url)
        address = Address(place, self._settings.base_iri, user=user, password=password,
                          authority=self._settings.authority)
        server = self._open.enter_context(closing(Checkup(address, load())))
        self._server = [*Probe(address).steps(), *server.steps(),
                        Step("documents", partial(self._documents, server)),
                        Step("Neo4j Browser", partial(_browser, server))]
        return place, ""

    def _documents(self, server: "Checkup") -> tuple[str, str]:
        """Compare the documents of the server with those of the ledger."""
        there = server.documents()
        if not self._has_ledger:
            raise UnknownError(f"{len(there)} on the server, and no ledger here", "")
        ledger, name = self._workspace.ledger, self._workspace.name(Language.CYPHER)
        fill = f"edupolicy load --to {name}"
        wanted, applied = ledger.digests(), ledger.applied(name)
        here = {source.removeprefix(DOCUMENT) for source in wanted if source.startswith(DOCUMENT)}
        counts = f"{len(here)} in the ledger, {len(there)} on the server"
        if lacking := here - there:
            raise WrongError(f"{counts}; the server lacks {len(lacking)}", f"`{fill}` fills it")
        if wanted and not applied:
            raise WrongError(f"{counts}; the ledger has not filled this address",
                             f"take the address that was filled, or `{fill} --replace`")
        if OPEN in applied.values():
            raise WrongError(f"{counts}; filling it was interrupted",
                             f"`{fill}` goes on with it, and so does every `edupolicy ingest`")
        if self._workspace.lacks(Language.CYPHER):
            raise WrongError(f"{counts}; some are of an older state", f"`{fill}` renews them")
        if more := len(there - here):
            return counts, f"{more} are of other data folders, which `{fill} --replace` takes out"
        return counts, ""

    @property
    def _has_ledger(self) -> bool:
        return (self._settings.data / FILE).exists()

    @cached_property
    def _workspace(self) -> Workspace:
        return self._open.enter_context(Workspace(self._settings, lambda _: None))


def _browser(server: "Checkup") -> tuple[str, str]:
    """Say whether Neo4j Browser shows the guide and the style; without, the graph can be used."""
    found = server.settings(GUIDE, HOSTS)
    words = found.get(GUIDE, "").replace(";", " ").split()
    style = next((word for word in words if word.endswith(STYLE)), "")
    if not style:
        return "shows neither our guide nor our style", \
            "put the lines of api/browser/neo4j.conf into the server's neo4j.conf"
    if (host := urlsplit(style).hostname) not in found.get(HOSTS, "").split(","):
        return f"is told of {style} and not allowed to fetch it", \
            f"add {host} to {HOSTS} in the server's neo4j.conf"
    return f"takes guide and style from {style.removesuffix(STYLE)}", ""
