"""Writes the whole graph as the files that `neo4j-admin database import full` takes.

For a server that is empty and stopped this is the quickest way, as nothing goes through a
transaction. One node more tells of the import; it goes when the server is first looked at.
"""

import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph import trouble
from graph.drafts import rank
from graph.filling.marks import IMPORT, Import
from graph.filling.pieces import SIZE, File, Files, Piece, head, name, pieces
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
    written = list(_write(ledger, sorted(wanted), folder, ontology, advance))
    if ledger.digests() != wanted:
        raise trouble.changed_meanwhile()
    files = sorted({file for piece in written for file in piece.counts},
                   key=lambda file: _place(file, ontology))
    counts: Counter[str] = Counter()
    for piece in written:
        for file, number in piece.counts.items():
            counts[file[0]] += number
    for file in files:
        (folder / name(file)).write_text(head(file, ontology), "utf-8")
    mark = Import(ids.digest(form, *(f"{one} {wanted[one]}" for one in sorted(wanted))), counts)
    _write_mark(folder, mark)
    ledger.forget(mark.note)
    ledger.mark(mark.note, {**wanted, FORM: form})
    words = ["database", "import", "full", database, "--overwrite-destination",
             *(["--multiline-fields=true"] if any(piece.broken for piece in written) else []),
             *(_argument(file, written) for file in files),
             f"--nodes={IMPORT}={name((IMPORT,))}"]
    words = [shlex.quote(word) for word in words]
    script = folder / SCRIPT
    script.write_text(HEAD.format(database=database) + 'exec "${NEO4J_ADMIN:-neo4j-admin}" '
                      + " \\\n    ".join(words) + "\n", "utf-8")
    script.chmod(0o755)
    nodes = sum(number for type_, number in counts.items() if type_ in ontology.nodes)
    return Written(
        documents=sum(source.startswith(DOCUMENT) for source in wanted), nodes=nodes,
        edges=counts.total() - nodes, script=script,
        command=f"cd {shlex.quote(str(folder.resolve()))} && neo4j-admin {' '.join(words)}")


def _write(ledger: Ledger, sources: Sequence[str], folder: Path, ontology: Ontology,
           advance: Callable[[int, int], None]) -> Iterator[Piece]:
    """Write what sources own in pieces, and what they share once, as the last piece."""
    nodes: dict[Ref, Node] = {}
    edges: dict[tuple[str, str, str, str], Edge] = {}
    entered: set[Ref] = set()
    for piece, shared in pieces(ledger, sources, folder, ontology):
        for node in shared.nodes:
            nodes.setdefault(node.ref, node)
        for edge in shared.edges:
            edges.setdefault(key_of(edge, ontology), edge)
        entered |= shared.entered
        advance(min(piece.number * SIZE, len(sources)), len(sources))
        yield piece
    dead = unreferenced(nodes, edges.values(), ontology, entered)
    with Files(folder, 0, ontology) as files:
        for node in nodes.values():
            if node.ref not in dead:
                files.put_node(node)
        for edge in edges.values():
            if edge.source not in dead:
                files.put_edge(edge)
    yield files.piece


def _place(file: File, ontology: Ontology) -> tuple[int, int, File]:
    """Put nodes first, in the order in which who looks at a new graph sees them."""
    return len(file), rank(file[0], ontology) if len(file) == 1 else 0, file


def _write_mark(folder: Path, mark: Import) -> None:
    """Write the node that tells of the import."""
    cells = ('"' + text.replace('"', '""') + '"' for text in mark.written())
    (folder / name((IMPORT,))).write_text(
        f"id:ID({IMPORT}),counts\n{','.join(cells)}\n", "utf-8")


def _argument(file: File, written: Sequence[Piece]) -> str:
    """Return what tells `neo4j-admin` of a file: the one with its first line, and its pieces."""
    names = [name(file), *(name(file, piece.number) for piece in written if file in piece.counts)]
    return f"--{'nodes' if len(file) == 1 else 'relationships'}={file[0]}={','.join(names)}"
