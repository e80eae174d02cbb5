"""Finds the concepts of the thesaurus that a text names, the longest label first to fit."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.facts import Mention

DROPPED = re.compile(r"[“”‘’\"'《》 \n、]")    # marks that may stand inside a term


class Matcher:
    """An automaton over all labels of a thesaurus."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._concepts = [labels[label] for label in labels]
        self._automaton = AhoCorasick([DROPPED.sub("", label) for label in labels],
                                      matchkind=MatchKind.LeftmostLongest)

    def mentions(self, form: str, start: int, end: int) -> Iterator[Mention]:
        """Yield the concepts named in a stretch of text, marks and blanks inside terms ignored."""
        plain = DROPPED.sub("", form[start:end])
        # Where marks were dropped, in offsets of `plain`: a place lies as many behind in the text.
        dropped = [match.start() - start - i
                   for i, match in enumerate(DROPPED.finditer(form, start, end))]
        for index, first, last in self._automaton.find_matches_as_indexes(plain):
            if plain[first] == "名" and plain[first - 1:first].isdigit():
                continue        # 30名校长 counts heads, it names no 名校长
            at = (start + first + bisect_right(dropped, first),
                  start + last + bisect_right(dropped, last - 1))
            yield Mention(self._concepts[index], at)


@lru_cache(maxsize=4)
def matcher(labels: tuple[tuple[str, str], ...]) -> Matcher:
    """Return the matcher of (label, concept) pairs, the same one each time."""
    return Matcher(dict(labels))
