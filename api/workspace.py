"""A data folder at work: its ledger, and the stores that are derived from it.

A store is opened when something needs it: for writing by one process at a time, for reading by any
number beside it. Whoever opens one first applies what the ledger has and the store lacks, so that
a crash between the two is mended at the next start.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from api.errors import SettingsError
from api.linking import renew
from api.settings import Settings
from graph import Language, Store, open_store
from graph.backends import find
from graph.backends.schemes import credentials
from graph.errors import StoreError, StoreUnavailableError
from graph.ledger import Ledger
from graph.sync import OPEN, Applied, rebuild, sync
from ontology import ids, load, thesaurus
from ontology.thesaurus import Thesaurus

Tell = Callable[[str], None]


class Workspace:
    """The ledger of a data folder and the addresses of its stores; `tell` takes warnings."""

    def __init__(self, settings: Settings, tell: Tell) -> None:
        self.settings = settings
        self.ontology = load()
        self.ledger = Ledger(settings.data)
        self._tell = tell

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger."""
        self.ledger.close()

    @property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus with the terms that persons accepted."""
        return thesaurus.extended(self.ledger.terms.accepted())

    def url(self, language: Language) -> str:
        """Return the address of the store for a language; refuse one that speaks another."""
        cypher = language is Language.CYPHER
        url = self.settings.cypher_url if cypher else self.settings.sparql_url
        variable = f"EDUPOLICY_{language.upper()}"
        try:
            spoken = find(url).language
        except StoreError as error:
            raise SettingsError(f"{variable}: {error}") from error
        if spoken is not language:
            raise SettingsError(f"{variable}: the store {url.partition(':')[0]}: speaks {spoken}, "
                                f"not {language}.")
        return url

    @contextmanager
    def writing(self, languages: Iterable[Language] = tuple(Language)) -> Iterator[Callable[
            [], None]]:
        """Open stores for writing, mend them, and hand out what applies the ledger's news."""
        with ExitStack() as stack:
            stores = {language: stack.enter_context(closing(self.open(language, read_only=False)))
                      for language in languages}

            def apply() -> None:
                self.reread()
                self.link()
                for language, store in stores.items():
                    self._apply(language, store)

            apply()
            yield apply

    @contextmanager
    def reading(self, language: Language) -> Iterator[Store]:
        """Mend a store and open it for reading."""
        self.mend(language)
        with closing(self.open(language, read_only=True)) as store:
            yield store

    def open(self, language: Language, *, read_only: bool) -> Store:
        """Open a store as it is."""
        return self.open_at(self.url(language), read_only=read_only)

    def open_at(self, url: str, *, read_only: bool) -> Store:
        """Open the store at an address as it is."""
        return open_store(url, base=self.settings.base_iri, read_only=read_only,
                          authority=self.settings.authority)

    def reread(self) -> None:
        """Read the documents again in which a term stands that was decided on."""
        if unread := self.ledger.terms.unread():
            from api.intake import reread  # loads the readers, which few commands need

            for warning in reread(self.ledger, self.settings.places, unread):
                self._tell(warning)

    def link(self) -> None:
        """Find anew what ties documents together, where one of them has changed."""
        renew(self.ledger, self.ontology, self.thesaurus)

    def rebuild(self, language: Language) -> Applied:
        """Empty a store and fill it with all documents."""
        self.reread()
        self.link()
        with closing(self.open(language, read_only=False)) as store:
            return self._rebuild(language, store)

    def mend(self, language: Language) -> None:
        """Apply to an embedded store what it lacks; a server is only told of.

        Filling a server is for the commands that write: others may be using it. Where another
        process holds the store, what it holds so far is read.
        """
        if not self.lacks(language):
            return
        if find(self.url(language)).server:
            self._tell(f"The store {self.name(language)} lacks documents of the ledger; "
                       f"`edupolicy load --to {self.name(language)}` fills it.")
            return
        try:
            with self.writing([language]):
                pass
        except StoreUnavailableError as error:
            if not self._path(language).exists():
                raise
            self._tell(f"{error} Until then an answer may lack documents.")

    def lacks(self, language: Language) -> bool:
        """Tell whether a store lacks anything of the ledger, or is of another form."""
        name = self.name(language)
        if self.ledger.terms.unread() or self.ledger.stale() or \
                self.ledger.applied(form_name(name)) != self.made_for(language):
            return True
        if not find(self.url(language)).server and not self._path(language).exists():
            return True
        return self.ledger.applied(name) != self.ledger.digests()

    def _apply(self, language: Language, store: Store) -> None:
        """Bring a store up to the ledger, with every document where it was made for other types.

        An embedded store is then built anew; a server is not emptied, as it may hold documents of
        other ledgers.
        """
        name, form = self.name(language), self.made_for(language)
        fits = self.ledger.applied(form_name(name)) == form
        if not fits and not find(self.url(language)).server:
            self._rebuild(language, store)
            return
        if not fits:
            self.ledger.mark(name, dict.fromkeys(self.ledger.applied(name), OPEN))
        sync(self.ledger, {name: store}, self.ontology)
        if not fits:
            self.ledger.mark(form_name(name), form)

    def _rebuild(self, language: Language, store: Store) -> Applied:
        name = self.name(language)
        self.ledger.forget(form_name(name))
        applied = rebuild(self.ledger, name, store, self.ontology)
        self.ledger.mark(form_name(name), self.made_for(language))
        return applied

    def made_for(self, language: Language) -> dict[str, str]:
        """Return what the form of a store's records depends on."""
        base = self.settings.base_iri if language is Language.SPARQL else None
        return {"form": ids.digest(repr(self.ontology), base)}

    def _path(self, language: Language) -> Path:
        return Path(self.url(language).partition(":")[2]).expanduser().resolve()

    def name(self, language: Language) -> str:
        """Return the name under which the ledger knows a store: its address without password."""
        url = self.url(language)
        if not find(url).server:
            return f"{url.partition(':')[0]}:{self._path(language)}"
        return credentials(url)[0]


def form_name(name: str) -> str:
    """Return the name under which the ledger knows for what a store's records were made."""
    return f"form of {name}"
