"""Reads what a query file declares, and refuses what breaks the rules of query files."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from graph import Language
from queries.cells import KINDS as COLUMN_KINDS
from queries.errors import CatalogError, InvalidValueError
from queries.parameters import KINDS, Parameter, parse
from queries.query import Query, placeholders

NEEDED = ("summary", "columns", "order", "forms", "example", "cypher", "sparql")
ALLOWED = (*NEEDED, "params", "left_out")
LANGUAGES = ("zh", "en")
NAME = re.compile(r"[a-z][a-z0-9_]*")
SHAPES: Mapping[str, tuple[type, str]] = {
    **dict.fromkeys(("summary", "params", "columns", "forms", "example", "left_out"),
                    (Mapping, "mapping")),
    "order": (list, "list"), "cypher": (str, "text"), "sparql": (str, "text")}


def declare(name: str, raw: Mapping[str, Any], dialects: Mapping[str, str]) -> Query:
    """Make a question of a file's content; raise CatalogError naming file and fault."""
    where = f"{name}.yaml"
    if not NAME.fullmatch(name):
        raise CatalogError(f"{where}: a name is made of a-z, 0-9 and _.")
    check_keys(where, raw, NEEDED, ALLOWED)
    for key, value in raw.items():
        shape, word = SHAPES[key]
        if not isinstance(value, shape):
            raise CatalogError(f"{where}: {key!r} is no {word}.")
    params = {key: _parameter(f"{where}, {key}", key, given)
              for key, given in raw.get("params", {}).items()}
    _languages(f"{where}, summary", raw["summary"], str)
    _languages(f"{where}, forms", raw["forms"], list)
    for column, kind in raw["columns"].items():
        if kind not in COLUMN_KINDS:
            raise CatalogError(f"{where}, {column}: kind {kind!r} is none of "
                               f"{', '.join(COLUMN_KINDS)}.")
    left_out = raw.get("left_out", {})
    if left_out:
        texts = tuple(language.value for language in Language)
        check_keys(f"{where}, left_out", left_out, texts, texts)
    question = Query(
        name=name, summary=raw["summary"], params=params, columns=raw["columns"],
        order=tuple(_key(where, text, raw["columns"]) for text in raw["order"]),
        forms={language: tuple(_form(where, text) for text in texts)
               for language, texts in raw["forms"].items()},
        example={key: _text(value) for key, value in raw["example"].items()},
        cypher=raw["cypher"], sparql=raw["sparql"],
        left_out={Language(language): text for language, text in left_out.items()},
        dialects=dialects)
    _texts(where, question)
    _forms(where, question)
    _example(where, question)
    return question


def _parameter(where: str, name: str, raw: Mapping[str, Any]) -> Parameter:
    check_keys(where, raw, ("kind",), ("kind", "default", "optional"))
    if not NAME.fullmatch(name):
        raise CatalogError(f"{where}: a name is made of a-z, 0-9 and _.")
    if raw["kind"] not in KINDS:
        raise CatalogError(f"{where}: kind {raw['kind']!r} is none of {', '.join(KINDS)}.")
    default, optional = raw.get("default"), raw.get("optional", False)
    if optional and (default is not None or raw["kind"] in ("integer", "boolean")):
        raise CatalogError(f"{where}: a parameter with a default, a number or a boolean cannot "
                           "be optional: give it a default alone.")
    parameter = Parameter(name, raw["kind"], None if default is None else _text(default), optional)
    if parameter.default is not None:
        _fits(where, parameter, parameter.default)
    return parameter


def _key(where: str, text: str, columns: Mapping[str, Any]) -> tuple[str, bool]:
    """Read `tasks desc` as ("tasks", True)."""
    column, _, direction = text.partition(" ")
    if column not in columns:
        raise CatalogError(f"{where}, order: no column {column!r}; there are "
                           f"{', '.join(columns)}.")
    if direction not in ("", "desc"):
        raise CatalogError(f"{where}, order: {direction!r} after {column!r} is not desc.")
    return column, direction == "desc"


def _texts(where: str, question: Query) -> None:
    """Compare the parameters that the texts name with those that are declared."""
    declared = question.params.keys()
    texts = [("cypher", question.cypher), ("sparql", question.sparql),
             *((dialect, text) for dialect, text in question.dialects.items())]
    for label, text in texts:
        language = Language.SPARQL if label == "sparql" else Language.CYPHER
        for name in sorted(declared - placeholders(text, language)):
            raise CatalogError(f"{where}, {label}: parameter ${name} is never used.")
    for label, text in (*texts, *question.left_out.items()):
        language = Language.SPARQL if label == "sparql" else Language.CYPHER
        for name in sorted(placeholders(text, language) - declared):
            raise CatalogError(f"{where}, {label}: ${name} is not declared.")


def _form(where: str, form: object) -> str:
    """Accept a pattern such as 谁负责{concept}."""
    try:
        list(Formatter().parse(str(form)))
    except ValueError as error:
        raise CatalogError(f"{where}, forms: {form!r}: {error}.") from error
    return str(form)


def _forms(where: str, question: Query) -> None:
    for form in (form for texts in question.forms.values() for form in texts):
        for _, name, _, _ in Formatter().parse(form):
            if name is not None and name not in question.params:
                raise CatalogError(f"{where}, forms: {{{name}}} of {form!r} is no parameter.")


def _example(where: str, question: Query) -> None:
    for name, text in question.example.items():
        if name not in question.params:
            raise CatalogError(f"{where}, example: there is no parameter {name!r}.")
        _fits(f"{where}, example", question.params[name], text)
    for name, parameter in question.params.items():
        if not (parameter.optional or parameter.default or name in question.example):
            raise CatalogError(f"{where}, example: {name!r} is missing.")


def _fits(where: str, parameter: Parameter, text: str) -> None:
    try:
        parse(parameter, text)
    except InvalidValueError as error:
        raise CatalogError(f"{where}: {error}") from error


def _languages(where: str, given: Mapping[str, Any], shape: type) -> None:
    check_keys(where, given, LANGUAGES, LANGUAGES)
    for language, texts in given.items():
        if not texts or not isinstance(texts, shape):
            raise CatalogError(f"{where}: {language} is empty, or no {shape.__name__}.")


def check_keys(where: str, raw: Any, needed: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    """Raise CatalogError where a key is missing or is not allowed."""
    if not isinstance(raw, Mapping):
        raise CatalogError(f"{where}: expected a mapping with {', '.join(needed)}.")
    for key in raw:
        if key not in allowed:
            raise CatalogError(f"{where}: {key!r} is none of {', '.join(allowed)}.")
    for key in needed:
        if key not in raw:
            raise CatalogError(f"{where}: {key!r} is missing.")


def _text(value: object) -> str:
    """Write a value of a file as a caller would: true, not True."""
    return str(value).lower() if isinstance(value, bool) else str(value)
