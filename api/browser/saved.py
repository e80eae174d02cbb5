"""Saved queries: each picture, table and question as Cypher that runs as it stands.

A saved query comes without parameters, so those of a question stand in its first line as plain
values that a reader changes. The text itself looks names up, orders the rows, and names columns and
values in Chinese. `''` stands for all or, where a question needs one, for the fullest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import queries
from api.browser.files import data
from graph import Language
from graph.captions import LANGUAGE, TRUTH
from ontology import load
from queries.parameters import CLOSED, NODES, WORDS, Parameter
from queries.query import TOKENS, Query

MOST = 1000         # rows; Neo4j Browser shows no more
VALUE = "p_"        # begins the variables in which the text of a question finds its parameters
HINT = ("// 改写下一行的值即可；'' 表示不限，必须有一个时取内容最多的\n"
        "// Change the values below; '' stands for all, or for the fullest where one is needed\n")
REST = {"name": "more", "title": {"zh": "更多问题", "en": "More questions"},
        "text": {"zh": "", "en": ""}}
# How the id of what a reader names is found, and that of the fullest where nothing is named.
NAMED = {
    "concept": "MATCH (n:Concept) WHERE n.id = {0} OR n.name = {0} RETURN n.id LIMIT 1",
    "locality": "MATCH (n:Locality) WHERE n.id = {0} OR n.name = {0} RETURN n.id LIMIT 1",
    "department": "MATCH (n:Department) WHERE n.id = {0} OR n.name = {0} OR n.full_name = {0} "
                  "RETURN n.id",
    "task": "MATCH (n:Task) WHERE n.id = {0} OR n.title CONTAINS {0} RETURN n.id LIMIT 1",
    "document": "MATCH (n:Document) WHERE n.id = {0} OR n.title CONTAINS {0} RETURN n.id LIMIT 1",
    "id": "WITH {0} AS id RETURN id"}
FULLEST = {
    "concept": ("Concept", "COUNT { (n)<-[:ABOUT]-() }"),
    "locality": ("Locality", "COUNT { (n)<-[:COVERS]-() }"),
    "department": ("Department", "COUNT { (n)<-[:OWNED_BY]-() }"),
    "task": ("Task", "COUNT { (n)-[:CONTINUES]-() }"),
    "document": ("Document", "COUNT { (n)<-[:STATED_IN]-() }"),
    "id": ("Task", "COUNT { (n)--() }")}


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved query; `drawn` tells that it draws nodes."""

    name: str
    title: Mapping[str, str]
    cypher: str
    drawn: bool

    @property
    def file(self) -> str:
        """The text of its `.cypher` file, whose first line Neo4j Browser shows as its name."""
        hint = HINT if self.cypher.startswith("WITH ") else ""
        return f"// {self.title['zh']}\n// {self.title['en']}\n{hint}{self.cypher}\n"


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide of the guide: a kind of question with the saved queries that answer it."""

    name: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    saved: tuple[Saved, ...]


@cache
def slides() -> tuple[Slide, ...]:
    """Return the slides in their order; questions that no slide names stand on the last."""
    raws: list[dict[str, Any]] = data("slides.yaml")
    placed = {name for raw in raws for name in raw["questions"]}
    rest = [name for name in queries.load() if name not in placed]
    raws += [{**REST, "questions": rest}] if rest else []
    return tuple(Slide(raw["name"], raw["title"], raw["text"], tuple(_saved(raw))) for raw in raws)


def find(name: str) -> Saved | None:
    """Return the saved query of a name."""
    return next((one for slide in slides() for one in slide.saved if one.name == name), None)


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    loaded: dict[str, Any] = data("words.yaml")
    return loaded


def _saved(raw: Mapping[str, Any]) -> Iterator[Saved]:
    for part in ("pictures", "tables"):
        for one in raw.get(part, ()):
            yield Saved(one["name"], one["title"], one["cypher"].strip(), part == "pictures")
    for name in raw["questions"]:
        question = queries.find(name)
        yield Saved(name, question.summary, of_question(question), drawn=False)


def of_question(query: Query) -> str:
    """Return a question as Cypher with the values of its example."""
    text = TOKENS[Language.CYPHER].sub(
        lambda token: VALUE + token["name"] if token["name"] else token[0],
        query.dialects.get("neo4j", query.cypher).strip())
    given = {one.name: label("parameters", one.name) for one in query.params.values()}
    head = ["WITH " + ", ".join(f"{_literal(one, query.example)} AS {given[one.name]}"
                                for one in query.params.values()),
            "WITH " + ",\n     ".join(f"{_looked_up(one, given[one.name])} AS {VALUE}{one.name}"
                                      for one in query.params.values())] if given else []
    return "\n".join([
        *head, f"CALL ({', '.join(VALUE + name for name in given)}) {{", _indented(text), "}",
        "RETURN " + ",\n       ".join(f"{_cell(name)} AS {label('columns', name)}"
                                      for name in query.columns),
        "ORDER BY " + ", ".join(name + " DESC" * descends for name, descends in query.order),
        f"LIMIT {MOST}"])


def label(part: str, name: str) -> str:
    """Return the Chinese word for a column or parameter; its name where there is none."""
    word = _words()[part].get(name, name)
    return word["label"] if isinstance(word, dict) else str(word)


def values(column: str) -> dict[str, str]:
    """Return the Chinese words for the values of a column, none where it holds free values."""
    word = _words()["columns"].get(column)
    if not isinstance(word, dict):
        return {}
    more: dict[str, str] = word.get("more", {})
    match word.get("values"):
        case None:
            return more
        case "boolean":
            return {str(value).lower(): text for value, text in TRUTH.items()}
        case "types":
            labels = [{name: one.label[LANGUAGE] for name, one in types.items()}
                      for types in (load().nodes, load().relations)]
            return {**labels[0], **labels[1], **more}
        case kind:
            return {value: texts[LANGUAGE] for value, texts in CLOSED[kind].values.items()} | more


def _literal(parameter: Parameter, example: Mapping[str, str]) -> str:
    """Return the value to begin with: that of the example, unless it is the id of a node."""
    text = example.get(parameter.name) or parameter.default or ""
    if parameter.kind in ("integer", "boolean"):
        return text
    if parameter.kind in CLOSED and text:
        return _quoted(CLOSED[parameter.kind].values[text][LANGUAGE])
    return _quoted("" if parameter.kind in NODES or text.isdigit() else text)


def _looked_up(parameter: Parameter, given: str) -> str:
    """Return the expression that makes of what a reader gave what the question takes."""
    kind = parameter.kind
    if kind in CLOSED:
        words = {texts[LANGUAGE]: value for value, texts in CLOSED[kind].values.items()}
        return f"coalesce({_map({**words, **WORDS.get(kind, {})}.items())}[{given}], {given})"
    if kind not in NAMED:
        return given
    first = "" if kind == "department" else "[0]"   # of departments there may be several
    type_, weight = FULLEST[kind]
    fullest = f"MATCH (n:{type_}) RETURN n.id ORDER BY {weight} DESC, n.id LIMIT 1"
    nothing = f"COLLECT {{ {fullest} }}{first}"
    if parameter.optional:
        nothing = "''" if first else "['']"
    named = f"COLLECT {{ {NAMED[kind].format(given)} }}{first}"
    return f"CASE {given} WHEN '' THEN {nothing}\n          ELSE {named} END"


def _cell(column: str) -> str:
    words = values(column)
    if not words:
        return column
    if words.keys() == {"true", "false"}:
        yes, no = _quoted(words["true"]), _quoted(words["false"])
        return f"CASE {column} WHEN true THEN {yes} WHEN false THEN {no} END"
    return f"coalesce({_map(words.items())}[{column}], {column})"


def _map(items: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"`{key}`: {_quoted(value)}" for key, value in items) + "}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _indented(text: str) -> str:
    return "\n".join("  " + line for line in text.splitlines())
