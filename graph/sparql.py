"""SPARQL texts and terms: puts parameters in their place and reads results.

Every SPARQL backend goes through here, so a `$name` means the same on each of them.
"""

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.errors import QueryError
from graph.store import Cell, Param
from ontology import Ref, Value
from ontology.rdf import Namespace

Term = NamedNode | BlankNode | Literal | Triple
XSD = "http://www.w3.org/2001/XMLSchema#"
WHOLE = {f"{XSD}{name}" for name in (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort",
    "unsignedByte")}
REAL = {f"{XSD}{name}" for name in ("decimal", "double", "float")}
# What a `$name` may not be replaced in, longest forms first; an IRI holds no space, so `?a < $b`
# is none.
TOKEN = re.compile(r'''
      """ (?: [^"\\] | \\. | "{1,2}(?!") )* """
    | \'\'\' (?: [^'\\] | \\. | '{1,2}(?!') )* \'\'\'
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | \# [^\n\r]*
    | \\.
    | \$ (?P<name> \w+ )
''', re.VERBOSE | re.DOTALL)


def bind(text: str, params: Mapping[str, Param], ns: Namespace) -> str:
    """Put the parameters' terms in the place of `$name`, but not in strings, IRIs and comments.

    A list becomes its terms with spaces between them, for `VALUES ?x { $names }`. Raise QueryError
    for a name without a parameter.
    """
    def put(match: re.Match[str]) -> str:
        name = match["name"]
        if name is None:
            return match[0]
        if name not in params:
            raise QueryError(f"The query asks for ${name}; given are "
                             f"{', '.join(f'${known}' for known in params) or 'none'}.")
        return write(params[name], ns)

    return TOKEN.sub(put, text)


def write(param: Param, ns: Namespace) -> str:
    """Return a parameter as SPARQL: a Ref as its node's IRI, a number bare, a text quoted."""
    if isinstance(param, Sequence) and not isinstance(param, str):
        return " ".join(_term(item, ns) for item in param)
    return _term(param, ns)


def read(term: Term | None, ns: Namespace) -> Cell:
    """Return a term as a scalar: a node as its id, another IRI as it is, a literal by its type."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return ns.id_of(term.value)
    if not isinstance(term, Literal):
        return str(term)
    datatype = term.datatype.value
    try:
        if datatype in WHOLE:
            return int(term.value)
        if datatype in REAL:
            return float(term.value)
    except ValueError:  # an ill-typed literal such as "many"^^xsd:integer stays a text
        return term.value
    return term.value in ("true", "1") if datatype == f"{XSD}boolean" else term.value


def _term(value: Value | Ref, ns: Namespace) -> str:
    if isinstance(value, Ref):
        try:
            return str(ns.node(value.id))
        except ValueError as error:
            raise QueryError(f"{value.id!r} is no id of a node.") from error
    if isinstance(value, int):  # bare, so that LIMIT takes it; True is an int
        return str(value).lower()
    return str(Literal(value))
