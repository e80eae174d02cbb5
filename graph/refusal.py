"""Refuses query texts that would do more than read the graph, by the words that stand in them.

The engines' read-only modes stop writes to the graph, but not reading or writing a file, nor a
call to the network. A text is looked at as it is and with its `\\u0041` escapes decoded, because
some engines decode them before they read anything else.
"""

import re

from graph.errors import QueryRefusedError
from graph.store import Language
from graph.trouble import several

OPENING = ("MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN")
REFUSED = frozenset((
    "ALTER", "ANALYZE", "ATTACH", "BEGIN", "CALL", "CHECKPOINT", "COMMENT", "COMMIT", "COPY",
    "CREATE", "DELETE", "DENY", "DETACH", "DROP", "DRYRUN", "ENABLE", "EXPLAIN", "EXPORT",
    "EXTENSION", "FORCE", "FOREACH", "GRANT", "IMPORT", "INSERT", "INSTALL", "LOAD", "MACRO",
    "MERGE", "PROFILE", "REMOVE", "RENAME", "REVOKE", "ROLLBACK", "SET", "SHOW", "START", "STOP",
    "TERMINATE", "TRANSACTION", "UNINSTALL", "UPDATE", "USE"))
# What opens and does not close runs to the end: engines take that for an error.
QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*('|$) | "(?:[^"\\]|\\.)*("|$) | `[^`]*(`|$)
                        | //[^\n\r]* | /\*(?:.*?\*/|.*)""", re.VERBOSE | re.DOTALL)
SUBQUERY = re.compile(r"\bCALL\s*(?=[({])", re.IGNORECASE)
WORD = re.compile(r"[^\W\d]\w*")
ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
GAP = r"(?: \s | \#[^\n\r]*[\n\r] )*"
# A SERVICE clause: the word, SILENT perhaps, and an IRI, a prefixed name or a variable. It is
# looked for in the whole text: only a full parser can tell whether `<` begins an IRI or compares.
SERVICE = re.compile(rf"""(?<![\w?$:]) SERVICE \b {GAP} (?: SILENT \b {GAP} )?
                          (?: [<?$] | [^\s"'<>{{}}]*: )""", re.VERBOSE | re.IGNORECASE)
UPDATE = re.compile(rf"""{GAP} (?: (?: PREFIX {GAP} [^\s:]*: | BASE ) {GAP} <[^>]*> {GAP} )*
                         (INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b""",
                    re.VERBOSE | re.IGNORECASE)


def refuse(text: str, language: Language) -> None:
    """Raise QueryRefusedError where a text would write, administer, or reach out of the graph."""
    for view in {text, ESCAPE.sub(_decoded, text)}:
        if language is Language.SPARQL:
            _sparql(view)
        else:
            _cypher(view)


def _cypher(text: str) -> None:
    bare = SUBQUERY.sub(" ", QUOTED.sub(" ", text)).rstrip().removesuffix(";")
    words = [word.upper() for word in WORD.findall(bare)]
    if words and words[0] not in OPENING:
        raise QueryRefusedError(f"{words[0]} may not begin a query, which may only read the "
                                f"graph; {', '.join(OPENING)} may.")
    for word in words:
        if word in REFUSED:
            raise QueryRefusedError(f"{word} may not stand in a query, which may only read the "
                                    "graph; as a name it stands between back-ticks.")
    if ";" in bare:
        raise several()


def _sparql(text: str) -> None:
    if update := UPDATE.match(text):
        raise QueryRefusedError(f"{update[1].upper()} may not begin a query, which may only read "
                                "the graph.")
    if SERVICE.search(text):
        raise QueryRefusedError("SERVICE may not stand in a query, which may only read the graph.")


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
