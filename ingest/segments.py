"""Cuts a name into labels of functions, words between them and its ending; fewest pieces win."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ingest.vocabulary import load
from ontology import thesaurus

UNKNOWN = ""
Functions = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a name with the functions that it says; `sort` tells what it is.

    `sort` is label, short (a short form), whose or done (labels that beside another one may say
    nothing), glue, ending or unknown.
    """

    text: str
    sort: str
    functions: Functions = ()


@dataclass(frozen=True)
class Lexicon:
    """The words of names of one sort, by their text, and the length of the longest."""

    words: Mapping[str, Piece]
    endings: frozenset[str]
    longest: int


@cache
def lexicon(*, bureau: bool) -> Lexicon:
    """Return the words of bureaus' names (局, 厅) or those of all others."""
    own = load("functions")
    words = {word: Piece(word, "glue") for word in own["glue"]}
    for concept in thesaurus.load().concepts.values():
        if concept.scheme == "function" and concept.broader:
            labels = dict.fromkeys((concept.name, *concept.alternatives), "label")
            if not bureau:
                labels |= dict.fromkeys(concept.hidden, "short")
            words |= {label: Piece(label, sort, (concept.id,)) for label, sort in labels.items()}
    if bureau:
        words |= {stem: Piece(stem, "label" if len(stem) > 1 else "short", (function,))
                  for function, stems in own["bureaus"].items() for stem in stems}
    else:
        words |= {word: Piece(word, "short", tuple(joint)) for word, joint in own["joint"].items()}
    for sort in ("whose", "done"):
        words |= {word: Piece(word, sort, words[word].functions) for word in own[sort]
                  if word in words and words[word].functions}
    endings = frozenset(own["endings"])
    return Lexicon(words, endings, max(map(len, (*words, *endings))))


def cut(text: str, words: Lexicon) -> tuple[Piece, ...]:
    """Cut a text so that the fewest characters are unknown, in the fewest pieces.

    Of equal cuts the one with the longest first piece is taken. An ending is one only where no
    more than endings and words without a function follow it.
    """
    best: list[tuple[tuple[int, int, int], tuple[Piece, ...]]] = [((0, 0, 0), ())]
    for start in range(len(text) - 1, -1, -1):
        found = []
        for end in range(min(len(text), start + words.longest), start, -1):
            word = text[start:end]
            cost, rest = best[len(text) - end]
            if piece := words.words.get(word):
                found.append((_add(cost, piece), (piece, *rest)))
            if word in words.endings and not any(one.functions or one.sort == "unknown"
                                                 for one in rest):
                found.append((_add(cost, Piece(word, "ending")), (Piece(word, "ending"), *rest)))
        cost, rest = best[len(text) - start - 1]
        unknown = Piece(text[start], "unknown")
        found.append((_add(cost, unknown), (unknown, *rest)))
        best.append(min(found, key=lambda one: one[0]))
    return best[-1][1]


def _add(cost: tuple[int, int, int], piece: Piece) -> tuple[int, int, int]:
    unknown, pieces, short = cost
    return (unknown + (piece.sort == "unknown"), pieces + 1, short + (piece.sort == "short"))
