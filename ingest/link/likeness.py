"""How alike two texts are, by the pairs of letters that they share; rare pairs weigh more."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

LETTERS = re.compile(r"[a-z\u4e00-\u9fff]+")


@lru_cache(maxsize=50_000)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters in a text; numbers and marks part them."""
    return frozenset(run[i:i + 2] for run in LETTERS.findall(text.lower())
                     for i in range(max(1, len(run) - 1)))


class Likeness:
    """Compares texts of one kind; a pair of letters weighs by how few of all texts hold it."""

    def __init__(self, texts: Iterable[str]) -> None:
        holding: Counter[str] = Counter()
        self._texts = 0
        for text in texts:
            holding.update(pairs(text))
            self._texts += 1
        self._weights = {pair: log((self._texts + 1) / (count + 0.5))
                         for pair, count in holding.items()}

    def weight(self, found: Iterable[str]) -> float:
        """Return the weight of pairs of letters; one that no text holds weighs most."""
        unknown = log((self._texts + 1) / 0.5)
        return sum(self._weights.get(pair, unknown) for pair in found)

    def alike(self, one: str, other: str) -> float:
        """Return the share, 0 to 1, of both texts that they have in common."""
        first, second = pairs(one), pairs(other)
        total = self.weight(first) + self.weight(second)
        return 2 * self.weight(first & second) / total if total else 0.0

    def within(self, part: str, whole: str) -> float:
        """Return the share, 0 to 1, of the first text that the second has, too."""
        wanted = pairs(part)
        total = self.weight(wanted)
        return self.weight(wanted & pairs(whole)) / total if total else 0.0
