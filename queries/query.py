"""A named question as its file declares it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph import Language, Store
from graph.sparql import TOKEN
from queries.parameters import Parameter

CYPHER = re.compile(r"""
      ' (?: [^'\\] | \\. )* '
    | " (?: [^"\\] | \\. )* "
    | ` [^`]* `
    | // [^\n]*
    | /\* .*? \*/
    | \$ (?P<name> \w+ )
""", re.VERBOSE | re.DOTALL)
TOKENS = {Language.CYPHER: CYPHER, Language.SPARQL: TOKEN}


@dataclass(frozen=True, slots=True)
class Query:
    """A question with its texts.

    `columns` maps each column to the kind of its cells; `order` holds columns and whether they
    descend. `left_out` are texts that count what the answer leaves out; `dialects` are Cypher
    texts for one backend alone, by its name.
    """

    name: str
    summary: Mapping[str, str]
    params: Mapping[str, Parameter]
    columns: Mapping[str, str]
    order: tuple[tuple[str, bool], ...]
    forms: Mapping[str, tuple[str, ...]]
    example: Mapping[str, str]
    cypher: str
    sparql: str
    left_out: Mapping[Language, str] = field(default_factory=dict)
    dialects: Mapping[str, str] = field(default_factory=dict)

    def text(self, store: Store) -> str:
        """Return the text for a store: the one for its backend, else for its language."""
        general = self.cypher if store.language is Language.CYPHER else self.sparql
        return self.dialects.get(store.dialect, general)


@lru_cache(maxsize=256)
def placeholders(text: str, language: Language) -> frozenset[str]:
    """Return the parameters that a text names, outside strings, IRIs and comments."""
    return frozenset(match["name"] for match in TOKENS[language].finditer(text) if match["name"])
