"""Stores and the ledger together."""

import threading
from contextlib import closing

import pytest

from api.errors import SettingsError
from api.intake import Intake
from api.serving import SharedStore
from api.settings import Settings
from api.workspace import Workspace
from graph import Language, Limits
from graph.errors import StoreUnavailableError

COUNT = {Language.CYPHER: "MATCH (t:Task) RETURN count(t.id) AS n",
         Language.SPARQL: "SELECT (COUNT(?t) AS ?n) WHERE { ?t a edu:Task }"}


@pytest.fixture
def said():
    return []


@pytest.fixture
def workspace(settings, said):
    with Workspace(settings, said.append) as workspace:
        yield workspace


@pytest.fixture
def take(workspace, settings, plans):
    """Read a plan into the ledger alone."""
    def take_(name):
        Intake(workspace.ledger, settings.places).take(plans / name)

    return take_


def tasks(store):
    return store.run(COUNT[store.language], {}, Limits()).rows[0][0]


@pytest.mark.parametrize("language", Language)
def test_reading_first_applies_what_the_store_lacks(workspace, take, language):
    for name, expected in (("north.txt", 3), ("south.txt", 5)):
        take(name)
        with workspace.reading(language) as store:
            assert tasks(store) == expected


def test_only_the_store_that_is_needed_is_opened(workspace, take, folder):
    take("north.txt")
    with workspace.reading(Language.CYPHER):
        assert not (folder / "graph.oxigraph").exists()


def test_what_is_up_to_date_is_not_written(workspace, take):
    take("north.txt")
    with workspace.writing():
        pass
    version = workspace.ledger.version
    for language in Language:
        with workspace.reading(language):
            pass
    assert workspace.ledger.version == version


def test_a_store_in_use_is_read_as_it_is(workspace, take, said):
    take("north.txt")
    with workspace.writing([Language.SPARQL]):
        take("south.txt")
        with workspace.reading(Language.SPARQL) as store:
            assert tasks(store) == 3
    assert any("may lack documents" in text for text in said)


def test_a_server_is_not_filled_by_a_question(folder, said):
    settings = Settings(data=folder, cypher="bolt://user:secret@127.0.0.1:1", sparql="")
    with Workspace(settings, said.append) as workspace:
        with pytest.raises(StoreUnavailableError), workspace.reading(Language.CYPHER):
            pass
    assert "edupolicy rebuild" in said[0]
    assert "secret" not in said[0]


@pytest.mark.parametrize("url", ["oxigraph:x", "nonsense:x", "nonsense"])
def test_an_address_that_is_none_names_its_variable(folder, url):
    with Workspace(Settings(data=folder, cypher=url, sparql=""), print) as workspace:
        with pytest.raises(SettingsError, match="EDUPOLICY_CYPHER"):
            workspace.url(Language.CYPHER)


def test_requests_share_a_store_that_is_reopened_when_nobody_reads(workspace, take, monkeypatch):
    monkeypatch.setattr("api.serving.PAUSE", 0)
    take("north.txt")
    with closing(SharedStore(workspace, Language.SPARQL)) as shared:
        late = []

        def ask():
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


def test_a_store_that_was_lost_is_built_anew(workspace, take, folder):
    take("north.txt")
    with workspace.writing([Language.CYPHER]):
        pass
    (folder / "graph.lbug").unlink()
    with workspace.reading(Language.CYPHER) as store:
        assert tasks(store) == 3
