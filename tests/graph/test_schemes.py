"""URLs of stores."""

import sys

import pytest

from graph import open_store
from graph.backends import BACKENDS, find
from graph.backends.schemes import Address, credentials
from graph.errors import StoreError
from ontology.rdf import DEFAULT_BASE


@pytest.mark.parametrize(("url", "fault"), [
    ("mysql://host", "Unknown kind of store 'mysql'; a store is one of ladybug:, oxigraph:, neo4j"),
    ("graph.lbug", "Unknown kind of store 'graph.lbug'"),
    ("", "Unknown kind of store ''"),
    ("ladybug:", "The store ladybug: lacks its path"),
    ("oxigraph:/", "The store oxigraph: lacks its path"),
    ("neo4j://", "The store neo4j: lacks its host"),
    ("bolt://user:secret@", "The address of the bolt store has no host"),
    ("bolt://user:secret@host:port", "The address of the bolt store has a wrong port"),
    ("bolt://user:top/secret@host", "has a sign in its password that ends the host's name; write"),
    ("neo4j://user:1/secret@host", "has a sign in its password"),
    ("neo4j://user:1?secret@host", "has a sign in its password"),
    ("neo4j://user:1#secret@host", "has a sign in its password"),
])
def test_a_wrong_url_is_named(url: str, fault: str) -> None:
    with pytest.raises(StoreError, match=fault) as caught:
        open_store(url, base=DEFAULT_BASE)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("url", "parts"), [
    ("neo4j://neo4j:p%40ss%3A%2F@host:7687", ("neo4j://host:7687", "neo4j", "p@ss:/")),
    ("bolt+s://host", ("bolt+s://host", "", "")),
    ("neo4j://u@host:1/mydb?policy=eu", ("neo4j://host:1/mydb?policy=eu", "u", "")),
])
def test_user_and_password_are_taken_out_of_a_url(url: str, parts: tuple[str, str, str]) -> None:
    assert credentials(url) == parts


def test_an_address_does_not_show_its_password() -> None:
    assert "secret" not in repr(Address("bolt://host", DEFAULT_BASE, password="secret"))


def test_a_missing_engine_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    monkeypatch.delitem(sys.modules, "graph.backends.neo4j.store", raising=False)
    with pytest.raises(StoreError, match=r"pip install 'edupolicy-graph\[neo4j\]'"):
        open_store("neo4j://host", base=DEFAULT_BASE)


def test_every_scheme_says_its_language() -> None:
    assert {scheme: str(find(f"{scheme}:x").language) for scheme in BACKENDS} == {
        "ladybug": "cypher", "oxigraph": "sparql", "neo4j": "cypher", "neo4j+s": "cypher",
        "neo4j+ssc": "cypher", "bolt": "cypher", "bolt+s": "cypher", "bolt+ssc": "cypher"}
