"""`edupolicy functions`: which functions names of sections and bodies say, without any store."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from api.cli.output import Format, put, write
from api.errors import UsageError

COLUMNS = ("name", "functions", "labels")
STDIN = "-"


def functions(
    names: Annotated[list[str], typer.Argument(
        metavar="NAME", help="Names of sections and bodies; - reads them from the standard "
        "input, one a line.", show_default=False)],
    *,
    together: Annotated[bool, typer.Option("--together", help="The names are of one place: a "
                                           "short one means what its full one does.")] = False,
    form: Annotated[Format, typer.Option("--format", help="Form of the rows.")] = Format.TABLE,
) -> None:
    """Tell which functions the names of sections and bodies say.

    Each name is taken for itself; --together takes all for names of one place. A name whose
    words do not decide has no functions.

    \b
    Examples:
      edupolicy functions 基教科 安全法规科
      edupolicy functions --together 学特科 学前教育与特殊教育科
      edupolicy functions - --format json < names.txt
    """
    from ingest.functions import functions
    from ontology import thesaurus

    given = list(_given(names))
    if not given:
        raise UsageError("The standard input holds no name; give one on each line.")
    beside = given if together else ()
    concepts = thesaurus.load().concepts
    rows = []
    for name in given:
        said = [one.function for one in functions(name, beside)]
        rows.append((name, said, [concepts[slug].name for slug in said]))
    if form is Format.JSON:
        put(_json(rows))
    else:
        write(COLUMNS, [[name, "、".join(said), "、".join(labels)] for name, said, labels in rows],
              form)


def _given(names: Sequence[str]) -> Iterator[str]:
    """Yield the names, those on the standard input in the place of -; empty lines are skipped."""
    for name in names:
        if name == STDIN:
            yield from filter(None, map(str.strip, _input().splitlines()))
        elif name.strip():
            yield name.strip()
        else:
            raise UsageError("A name is empty; give the name of a section or body, such as 基教科.")


def _input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("The standard input is no UTF-8; give the names in UTF-8.") from error


def _json(rows: Sequence[tuple[str, list[str], list[str]]]) -> str:
    """Return rows as a JSON list of objects, one a line; functions and labels are lists."""
    lines = [json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) for row in rows]
    return "[\n  " + ",\n  ".join(lines) + "\n]" if lines else "[]"
