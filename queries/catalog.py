"""Reads `named/` in two passes: all files first, then their names are linked.

Each fault names its file. A file `named/BACKEND/NAME.yaml` with only `cypher:` is the text of a
question for one backend, where the shared one does not serve it.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from queries.declaration import check_keys, declare
from queries.errors import CatalogError, UnknownQueryError
from queries.query import Query

DIALECTS = ("ladybug", "neo4j")  # backends that share a language
Raw = Mapping[str, Any]


@cache
def load() -> Mapping[str, Query]:
    """Load the questions that come with the package."""
    root = files("queries") / "named"
    overrides = {dialect: dict(_read(root / dialect)) for dialect in DIALECTS
                 if (root / dialect).is_dir()}
    return link(dict(_read(root)), overrides)


def find(name: str) -> Query:
    """Return a question by its name; raise UnknownQueryError with names like it."""
    questions = load()
    if name not in questions:
        nearest = tuple(get_close_matches(name, questions)) or tuple(questions)
        raise UnknownQueryError(f"No question is called {name!r}; try {', '.join(nearest)}.",
                                nearest)
    return questions[name]


def link(raws: Mapping[str, Raw], overrides: Mapping[str, Mapping[str, Raw]]) -> dict[str, Query]:
    """Make questions of the files' contents; raise CatalogError naming file and fault."""
    for dialect, texts in overrides.items():
        for name, raw in texts.items():
            check_keys(f"{dialect}/{name}.yaml", raw, ("cypher",), ("cypher",))
            if name not in raws:
                raise CatalogError(f"{dialect}/{name}.yaml: there is no {name}.yaml to stand for.")
    questions = {name: declare(name, raw, {dialect: texts[name]["cypher"]
                                          for dialect, texts in overrides.items() if name in texts})
                 for name, raw in raws.items()}
    forms: dict[str, str] = {}
    for question in questions.values():
        for form in (form for texts in question.forms.values() for form in texts):
            if forms.setdefault(form, question.name) != question.name:
                raise CatalogError(f"{question.name}.yaml: the form {form!r} stands in "
                                   f"{forms[form]}.yaml too.")
    return questions


def _read(folder: Traversable) -> Iterator[tuple[str, Raw]]:
    """Yield name and content of the files of a folder, by name."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            try:
                yield entry.name[:-5], yaml.safe_load(entry.read_text("utf-8"))
            except yaml.YAMLError as error:
                raise CatalogError(f"{entry.name}: not YAML: {error}") from error
