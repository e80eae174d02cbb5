"""What the environment says."""

from pathlib import Path

import pytest

from api.errors import SettingsError
from api.settings import PREFIX, Settings, read
from graph.backends.schemes import credentials


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


@pytest.mark.parametrize("password", ["secret99", "p@ss/w:rd#?%", "密码 和空格"])
def test_a_password_stands_apart_from_the_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
                                                  password: str) -> None:
    monkeypatch.setenv("EDUPOLICY_CYPHER", "neo4j+s://host:7687/graph")
    monkeypatch.setenv("EDUPOLICY_CYPHER_AUTH", f"reader/{password}")
    by_variable = read()
    assert credentials(by_variable.cypher_url) == ("neo4j+s://host:7687/graph", "reader", password)
    assert password not in repr(by_variable)
    file = tmp_path / "auth"
    file.write_text(f"writer/{password}\n", "utf-8")
    monkeypatch.setenv("EDUPOLICY_CYPHER_AUTH_FILE", str(file))
    assert credentials(read().cypher_url)[1:] == ("writer", password)


def test_a_user_in_the_address_goes_before_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDUPOLICY_CYPHER_AUTH", "reader/secret99")
    assert read().cypher_url.startswith("ladybug:")
    monkeypatch.setenv("EDUPOLICY_CYPHER", "bolt://me:mine@host")
    assert read().cypher_url == "bolt://me:mine@host"


@pytest.mark.parametrize("login", ["secret99", "/secret99", "reader/", "/"])
def test_a_login_of_another_form_is_refused_without_its_words(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path, login: str) -> None:
    file = tmp_path / "auth"
    file.write_text(login, "utf-8")
    for name, value in (("CYPHER_AUTH_FILE", str(file)), ("CYPHER_AUTH", login)):
        monkeypatch.setenv(f"EDUPOLICY_{name}", value)
        with pytest.raises(SettingsError, match=f"^EDUPOLICY_{name}: .*`user/password`") as caught:
            read()
        assert "secret99" not in str(caught.value)
        monkeypatch.delenv(f"EDUPOLICY_{name}")


def test_a_secret_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch,
                                             tmp_path: Path) -> None:
    monkeypatch.setenv("EDUPOLICY_CYPHER_AUTH_FILE", str(tmp_path / "auth"))
    with pytest.raises(SettingsError, match=r"^EDUPOLICY_CYPHER_AUTH_FILE: .*auth cannot be read"):
        read()


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


def test_browsers_are_listed_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read().browsers == ["http://localhost:7474", "http://127.0.0.1:7474"]
    monkeypatch.setenv("EDUPOLICY_BROWSER_ORIGINS", "https://graph.example, http://[::1]:7474")
    assert read().browsers == ["https://graph.example", "http://[::1]:7474"]


@pytest.mark.parametrize("origins", ["*", "localhost:7474", "http://localhost:7474/",
                                     "http://localhost:7474,", "ftp://localhost"])
def test_an_origin_that_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch,
                                                 origins: str) -> None:
    monkeypatch.setenv("EDUPOLICY_BROWSER_ORIGINS", origins)
    with pytest.raises(SettingsError, match=r"^EDUPOLICY_BROWSER_ORIGINS: .*no address such as"):
        read()
