"""How alike two texts are, by the letters or pairs of letters they share; rare ones weigh more."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

LETTERS = re.compile(r"[a-z\u4e00-\u9fff]+")


@lru_cache(maxsize=100_000)
def grams(text: str, length: int) -> frozenset[str]:
    """Return the runs of so many neighbouring letters in a text; numbers and marks part them."""
    return frozenset(run[i:i + length] for run in LETTERS.findall(text.lower())
                     for i in range(max(1, len(run) - length + 1)))


class Likeness:
    """Compares texts of one kind by runs of `length` letters: pairs tell tasks, single letters
    numbers, which are reworded more freely.

    A run weighs by how few of all texts hold it.
    """

    def __init__(self, texts: Iterable[str], length: int = 2) -> None:
        holding: Counter[str] = Counter()
        self._length = length
        self._texts = 0
        for text in texts:
            holding.update(grams(text, length))
            self._texts += 1
        self._weights = {gram: log((self._texts + 1) / (count + 0.5))
                         for gram, count in holding.items()}

    def weight(self, found: Iterable[str]) -> float:
        """Return the weight of runs of letters; one that no text holds weighs most."""
        unknown = log((self._texts + 1) / 0.5)
        return sum(self._weights.get(gram, unknown) for gram in found)

    def alike(self, one: str, other: str) -> float:
        """Return the share, 0 to 1, of both texts that they have in common."""
        first, second = grams(one, self._length), grams(other, self._length)
        total = self.weight(first) + self.weight(second)
        return 2 * self.weight(first & second) / total if total else 0.0

    def within(self, part: str, whole: str) -> float:
        """Return the share, 0 to 1, of the first text that the second has, too."""
        wanted = grams(part, self._length)
        total = self.weight(wanted)
        return self.weight(wanted & grams(whole, self._length)) / total if total else 0.0
