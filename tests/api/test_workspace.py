"""Stores and the ledger together."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.errors import SettingsError
from api.intake import Intake
from api.serving import SharedStore
from api.settings import Settings
from api.workspace import Workspace
from graph import Cell, Language, Limits, Store
from graph.errors import StoreUnavailableError

COUNT = {Language.CYPHER: "MATCH (t:Task) RETURN count(t.id) AS n",
         Language.SPARQL: "SELECT (COUNT(?t) AS ?n) WHERE { ?t a edu:Task }"}


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def workspace(settings: Settings, said: list[str]) -> Iterator[Workspace]:
    with Workspace(settings, said.append) as workspace:
        yield workspace


@pytest.fixture
def take(workspace: Workspace, settings: Settings, plans: Path) -> Callable[[str], None]:
    """Read a plan into the ledger alone."""
    def take_(name: str) -> None:
        Intake(workspace.ledger, settings.places).take(plans / name)

    return take_


def tasks(store: Store) -> Cell:
    return store.run(COUNT[store.language], {}, Limits()).rows[0][0]


@pytest.mark.parametrize("language", Language)
def test_reading_first_applies_what_the_store_lacks(workspace: Workspace,
                                                    take: Callable[[str], None],
                                                    language: Language) -> None:
    for name, expected in (("north.txt", 3), ("south.txt", 5)):
        take(name)
        with workspace.reading(language) as store:
            assert tasks(store) == expected


def test_only_the_store_that_is_needed_is_opened(workspace: Workspace, take: Callable[[str], None],
                                                 folder: Path) -> None:
    take("north.txt")
    with workspace.reading(Language.CYPHER):
        assert not (folder / "graph.oxigraph").exists()


def test_what_is_up_to_date_is_not_written(workspace: Workspace,
                                           take: Callable[[str], None]) -> None:
    take("north.txt")
    with workspace.writing():
        pass
    version = workspace.ledger.version
    for language in Language:
        with workspace.reading(language):
            pass
    assert workspace.ledger.version == version


def test_a_store_in_use_is_read_as_it_is(workspace: Workspace, take: Callable[[str], None],
                                         said: list[str]) -> None:
    take("north.txt")
    with workspace.writing([Language.SPARQL]):
        take("south.txt")
        with workspace.reading(Language.SPARQL) as store:
            assert tasks(store) == 3
    assert any("may lack documents" in text for text in said)


def test_a_server_is_not_filled_by_a_question(folder: Path, said: list[str]) -> None:
    settings = Settings(data=folder, cypher="bolt://user:secret@127.0.0.1:1", sparql="")
    with Workspace(settings, said.append) as workspace, \
            pytest.raises(StoreUnavailableError), workspace.reading(Language.CYPHER):
        pass
    assert "edupolicy load --to bolt://127.0.0.1:1" in said[0]
    assert "secret" not in said[0]


@pytest.mark.parametrize("url", ["oxigraph:x", "nonsense:x", "nonsense"])
def test_an_address_that_is_none_names_its_variable(folder: Path, url: str) -> None:
    settings = Settings(data=folder, cypher=url, sparql="")
    with Workspace(settings, print) as workspace, \
            pytest.raises(SettingsError, match="EDUPOLICY_CYPHER"):
        workspace.url(Language.CYPHER)


def test_requests_share_a_store_that_is_reopened_when_nobody_reads(
        workspace: Workspace, take: Callable[[str], None],
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.serving.PAUSE", 0)
    take("north.txt")
    with closing(SharedStore(workspace, Language.SPARQL)) as shared:
        late: list[Cell] = []

        def ask() -> None:
            with shared.lease() as store:
                late.append(tasks(store))

        with shared.lease() as store:
            with shared.lease() as same:
                assert same is store
            take("south.txt")
            thread = threading.Thread(target=ask)
            thread.start()
            thread.join(0.3)
            assert thread.is_alive()
            assert tasks(store) == 3
        thread.join(10)
        assert late == [5]


def test_a_store_that_was_lost_is_built_anew(workspace: Workspace, take: Callable[[str], None],
                                             folder: Path) -> None:
    take("north.txt")
    with workspace.writing([Language.CYPHER]):
        pass
    (folder / "graph.lbug").unlink()
    with workspace.reading(Language.CYPHER) as store:
        assert tasks(store) == 3
