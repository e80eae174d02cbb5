"""Writes the whole graph as the files that `neo4j-admin database import full` takes.

For a server that is empty and stopped this is the quickest way, as nothing goes through a
transaction. One node more tells of the import; it goes when the server is first looked at.
"""

import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph import trouble
from graph.filling.marks import IMPORT, Import
from graph.filling.pieces import File, Lines, file_of, pieces
from graph.ledger import Ledger
from graph.parts import DOCUMENT, key_of
from graph.whole import unreferenced
from ontology import Edge, Node, Ontology, Ref, ids

FORM = "form"
SCRIPT = "import.sh"
HEAD = """#!/bin/sh
# Run this where the server is, and stop it before. All that the database {database} holds is
# replaced. NEO4J_ADMIN may say where neo4j-admin is.
cd "$(dirname "$0")" || exit
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, the command that imports it, and the file in which that stands, too."""

    documents: int
    nodes: int
    edges: int
    command: str
    script: Path


def write(ledger: Ledger, folder: Path, database: str, ontology: Ontology, form: str,
          advance: Callable[[int, int], None]) -> Written:
    """Write the files into a folder and note in the ledger what they hold.

    `form` is what the records depend on beside the documents. Raise StoreError where the ledger
    is changed meanwhile.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SCRIPT).unlink(missing_ok=True)     # it stands for whole files
    wanted = ledger.digests()
    files = _Files(folder, Lines(ontology))
    with files:
        _fill(files, ledger, sorted(wanted), ontology, advance)
        if ledger.digests() != wanted:
            raise trouble.changed_meanwhile()
        counts: Counter[str] = Counter()
        for file, number in files.counts.items():
            counts[file[0]] += number
        mark = Import(ids.digest(form, *(f"{one} {wanted[one]}" for one in sorted(wanted))), counts)
        files.write_mark(mark)
    ledger.forget(mark.note)
    ledger.mark(mark.note, {**wanted, FORM: form})
    words = ["database", "import", "full", database, "--overwrite-destination",
             *(["--multiline-fields=true"] if files.broken else [])]
    words = [shlex.quote(word) for word in (*words, *files.arguments())]
    script = folder / SCRIPT
    script.write_text(HEAD.format(database=database) + 'exec "${NEO4J_ADMIN:-neo4j-admin}" '
                      + " \\\n    ".join(words) + "\n", "utf-8")
    script.chmod(0o755)
    return Written(
        documents=sum(source.startswith(DOCUMENT) for source in wanted),
        nodes=sum(number for file, number in files.counts.items() if len(file) == 1),
        edges=sum(number for file, number in files.counts.items() if len(file) > 1),
        command=f"cd {shlex.quote(str(folder.resolve()))} && neo4j-admin {' '.join(words)}",
        script=script)


def _fill(files: "_Files", ledger: Ledger, sources: Sequence[str], ontology: Ontology,
          advance: Callable[[int, int], None]) -> None:
    """Write what sources own as it comes, and what they share once, in the end."""
    nodes: dict[Ref, Node] = {}
    edges: dict[tuple[str, str, str, str], Edge] = {}
    entered: set[Ref] = set()
    done = 0
    for piece in pieces(ledger, sources, ontology):
        for file, lines in piece.lines.items():
            files.put(file, lines)
        for node in piece.nodes:
            nodes.setdefault(node.ref, node)
        for edge in piece.edges:
            edges.setdefault(key_of(edge, ontology), edge)
        entered |= piece.entered
        done += piece.sources
        advance(done, len(sources))
    dead = unreferenced(nodes, edges.values(), ontology, entered)
    for node in nodes.values():
        if node.ref not in dead:
            files.put(file_of(node), [files.lines.node(node)])
    for edge in edges.values():
        if edge.source not in dead:
            files.put(file_of(edge), [files.lines.edge(edge)])


class _Files:
    """The files of an import, open until its end."""

    def __init__(self, folder: Path, lines: Lines) -> None:
        self.lines = lines
        self.counts: Counter[File] = Counter()
        self.broken = False
        self._folder = folder
        self._open: dict[File, IO[str]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "_Files":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put(self, file: File, lines: Sequence[str]) -> None:
        """Add lines to a file."""
        if file not in self._open:
            path = self._folder / _name(file)
            self._open[file] = self._stack.enter_context(
                path.open("w", encoding="utf-8", newline=""))
            self._open[file].write(self.lines.head(file))
        text = "".join(lines)
        self.broken |= "\r" in text or text.count("\n") > len(lines)
        self._open[file].write(text)
        self.counts[file] += len(lines)

    def write_mark(self, mark: Import) -> None:
        """Write the node that tells of the import."""
        cells = ('"' + text.replace('"', '""') + '"' for text in mark.written())
        (self._folder / _name((IMPORT,))).write_text(
            f"id:ID({IMPORT}),counts\n{','.join(cells)}\n", "utf-8")

    def arguments(self) -> Iterator[str]:
        """Yield what tells `neo4j-admin` of the files."""
        for file in [*sorted(self.counts, key=lambda file: (len(file) > 1, file)), (IMPORT,)]:
            what = "nodes" if len(file) == 1 else "relationships"
            yield f"--{what}={file[0]}={_name(file)}"


def _name(file: File) -> str:
    return "-".join(file) + ".csv"
