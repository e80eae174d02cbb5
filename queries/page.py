"""Writes the documentation page of the questions: `python -m queries.page > docs/queries.md`."""

from collections.abc import Iterator

from queries.catalog import load
from queries.query import Query

HEAD = """# Questions

Each is one file in `queries/named/`, in Cypher and in SPARQL, and gives the same rows from every
store. Ask with `edupolicy query NAME key=value …` or `GET /queries/NAME?key=value`.

Places, departments and concepts are given by name or id; a name that fits several departments
answers for all of them, and `locality=` narrows it. A department is shown with its place where that
is not the document's. A concept reaches its narrower concepts. Questions about responsibility leave
out tasks for which the document names nobody, and say how many.

This page is made by `python -m queries.page`.
"""


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([HEAD, *(line for query in load().values() for line in _section(query))])


def _section(query: Query) -> Iterator[str]:
    yield f"## {query.name}\n"
    yield f"{query.summary['en']}. {query.summary['zh']}。\n"
    yield "| parameter | kind | |\n| --- | --- | --- |"
    for parameter in query.params.values():
        need = ("optional" if parameter.optional else
                f"default {parameter.default}" if parameter.default is not None else "needed")
        yield f"| `{parameter.name}` | {parameter.kind} | {need} |"
    yield f"\nColumns: {', '.join(f'`{name}` ({kind})' for name, kind in query.columns.items())}.\n"
    yield "Asked as: " + "; ".join(form for forms in query.forms.values() for form in forms) + ".\n"
    example = " ".join(f"{name}={value}" for name, value in query.example.items())
    yield f"```sh\nedupolicy query {query.name} {example}\n```\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
