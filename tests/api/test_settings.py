"""What the environment says."""

from pathlib import Path

import pytest

from api.errors import SettingsError
from api.settings import PREFIX, Settings, read


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


def test_without_variables_all_is_in_the_users_data_folder() -> None:
    settings = read()
    assert settings.data.name == "edupolicy"
    assert settings.cypher_url == f"ladybug:{settings.data / 'graph.lbug'}"
    assert settings.sparql_url == f"oxigraph:{settings.data / 'graph.oxigraph'}"
    assert settings.places is None


def test_variables_are_taken_and_empty_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDUPOLICY_DATA", "~/graph")
    monkeypatch.setenv("EDUPOLICY_CYPHER", "neo4j://user:secret@host")
    monkeypatch.setenv("EDUPOLICY_PLACES", "")
    settings = read()
    assert settings.data == Path.home() / "graph"
    assert settings.cypher_url == "neo4j://user:secret@host"
    assert settings.places is None
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("base", ["graph", "https://x.example", "https://x.example/#",
                                  "https://x.example/<a>/", "https://x .example/"])
def test_a_base_that_is_no_iri_with_a_slash_is_refused(monkeypatch: pytest.MonkeyPatch,
                                                       base: str) -> None:
    monkeypatch.setenv("EDUPOLICY_BASE_IRI", base)
    with pytest.raises(SettingsError, match=r"^EDUPOLICY_BASE_IRI: .*slash"):
        read()


def test_every_setting_is_described() -> None:
    assert all((field.description or "").endswith(".") for field in
               Settings.model_fields.values())
