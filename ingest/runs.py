"""Cuts a text into runs of words that may be terms, and judges them by their words."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest import bodies
from ingest.vocabulary import load
from ingest.words import cut, tags

LETTERS = re.compile(r"[A-Za-z\u3400-\u9fff]+")
MOST = 4                    # words of a term
SIZES = range(3, 13)        # letters of a term
NOTHING, LITTLE, TOPIC = range(3)       # what a word tells: 机制, 学校, 结对


@dataclass(frozen=True, slots=True)
class Word:
    """What a word can be in a term: none of it (a break), its first or last word, a label."""

    breaks: bool
    first: bool
    last: bool
    label: bool
    tells: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words without a break between them; `at[i]` is where the i-th begins, `at[-1]` their end."""

    at: tuple[int, ...]
    words: tuple[str, ...]

    def runs(self, size: int) -> Iterator[tuple[int, int, Sequence[str]]]:
        """Yield the place and the words of each run of some words."""
        for i in range(len(self.words) - size + 1):
            yield self.at[i], self.at[i + size], self.words[i:i + size]


class Judge:
    """Knows words: labels of the thesaurus, and names of places and bodies, which are no terms."""

    def __init__(self, labels: Collection[str], places: Collection[str],
                 names: Collection[str]) -> None:
        self._labels = labels
        self._places = places
        self._names = names
        self._words: dict[str, tuple[str, Word]] = {}   # one copy of each word for all texts

    def stretches(self, form: str) -> Iterator[Stretch]:
        """Yield the stretches of a text in which a term may stand."""
        position, at, words = 0, [0], list[str]()
        for cut_ in (*cut(form), "\n"):
            text, word = self._known(cut_)
            position += len(text)
            if not word.breaks:
                words.append(text)
                at.append(position)
                continue
            yield from self._trimmed(at, words)
            at, words = [position], []

    def fits(self, words: Sequence[str]) -> bool:
        """Tell whether words may be a term."""
        found = [self._known(text)[1] for text in words]
        if not (found[0].first and found[-1].last):
            return False
        told = [word.tells for word in found if not word.label]
        few = told.count(LITTLE) < 2 or len(told) < len(found)
        if not told or (few and max(told) < TOPIC):
            return False
        text, known = "".join(words), vocabulary()
        return not (len(text) not in SIZES or text in self._labels or text in self._names
                    or text in known["empty"] or text in known["common"]
                    or known["measures"].search(text) or bodies.kind(text) in known["bodies"]
                    or any(text[a:b] in self._places
                           for a in range(len(text)) for b in range(a + 2, len(text) + 1)))

    def _known(self, text: str) -> tuple[str, Word]:
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = (text, self._word(text))
        return found

    def _word(self, text: str) -> Word:
        if text in self._labels:
            return Word(breaks=False, first=True, last=True, label=True, tells=TOPIC)
        known, single = vocabulary(), len(text) == 1
        end = text in known["terms"] or (
            text not in known["edges"] and tags().get(text) not in known["describing"])
        return Word(text in self._places or _breaks(text),
                    first=end and (not single or text in known["first_letters"]),
                    last=end and (not single or text in known["last_letters"]),
                    label=False, tells=_tells(text))

    def _trimmed(self, at: Sequence[int], words: Sequence[str]) -> Iterator[Stretch]:
        """Yield a stretch without the words at its ends that no term begins or ends with."""
        low, high = 0, len(words)
        while low < high and not self._known(words[low])[1].first:
            low += 1
        while low < high and not self._known(words[high - 1])[1].last:
            high -= 1
        if high - low > 1 or at[high] - at[low] in SIZES:
            yield Stretch(tuple(at[low:high + 1]), tuple(words[low:high]))


@cache
def vocabulary() -> dict[str, Any]:
    """Return the vocabulary, its lists as sets and its patterns compiled."""
    return {name: frozenset(value) if isinstance(value, list) else re.compile(value)
            for name, value in load("discovery").items()}


def _tells(text: str) -> int:
    """Return how much a word tells of a topic."""
    known = vocabulary()
    if text in known["common"]:
        return LITTLE
    if len(text) == 1 or text in known["edges"] or text in known["empty"] or \
            known["empty_like"].fullmatch(text):
        return NOTHING
    return LITTLE if tags().get(text) == "v" and text not in known["terms"] else TOPIC


def _breaks(text: str) -> bool:
    """Tell whether no term goes over a word."""
    known, tag = vocabulary(), tags().get(text, "")
    if not LETTERS.fullmatch(text):
        return True
    if any(text in known[name] for name in ("terms", "edges", "common", "empty")):
        return False
    if text in known["breaks"] or known["breaks_like"].fullmatch(text) or tag in known["tags"]:
        return True
    return len(text) > 3 and tag in known["sayings"] and not (
        _is_noun(text[:2]) and _is_noun(text[2:]))


def _is_noun(text: str) -> bool:
    known = vocabulary()
    return text in known["terms"] or (
        tags().get(text, "n") in known["nouns"] and not _breaks(text))
