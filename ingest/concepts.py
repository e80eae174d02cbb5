"""Finds the concepts of the thesaurus that a text names.

The longest label is taken where one lies in another (校园安全, not 安全 in it), and both where two
share a word (校园安全|安全教育). Elided coordinations and paraphrases come after the labels.
"""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache, partial
from itertools import accumulate
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest import contexts
from ingest.contexts import is_other
from ingest.elision import Elision
from ingest.facts import Mention
from ingest.implied import implications
from ingest.paraphrase import Paraphrases
from ingest.text import Range
from ontology.skos import MARK, plain

SHARED = 2      # characters that two labels share where both are meant; one is a word cut in two
FIRST = itemgetter(1)


class Matcher:
    """An automaton over all labels of a thesaurus and the anchors of the patterns.

    `above` gives what is broader than a concept, and need not be named beside it.
    """

    def __init__(self, labels: Mapping[str, str],
                 above: Mapping[str, Container[str]] | None = None) -> None:
        matched = {plain(label): concept for label, concept in labels.items()}
        self._above = above or {}
        self.implied = implications(labels)
        self._elision = Elision(matched)
        signs = contexts.signs()
        self._before, self._after = signs.before, signs.behind
        # Each label with its concept, what coordinations leave out of it, and whether it has
        # contexts in which it means something else.
        self._labels = [(label, concept, self._elision.ends(label), label in signs.labels)
                        for label, concept in matched.items()]
        self._paraphrases = Paraphrases(labels)
        self._find = partial(AhoCorasick(
            [*matched, *self._paraphrases.anchors], matchkind=MatchKind.Standard)
            .find_matches_as_indexes, overlapping=True)

    def mentions(self, form: str, start: int, end: int) -> Iterator[Mention]:
        """Yield the concepts named in a stretch of text, marks and blanks inside terms ignored.

        Labels come in the order of the text, each with what is left out around it; then brackets
        and patterns.
        """
        pieces = MARK.split(form[start:end])
        text = "".join(pieces)
        every = self._find(text)
        if not every and "（" not in text:
            return
        # Where marks were dropped, in offsets of `text`: a place lies as many behind in the text.
        dropped = list(accumulate(map(len, pieces)))
        dropped.pop()
        labels, inside, before, after = self._labels, (start, end), self._before, self._after
        count, behind, latest = len(labels), 0, ""
        anchors: list[tuple[int, Range]] = []
        named: set[str] = set()
        every.reverse()     # they come by their ends: the longest first once sorted
        for index, first, last in sorted(every, key=FIRST):
            if last <= behind or (0 < behind - first < SHARED and index < count):
                continue
            at = (start + first + bisect_right(dropped, first),
                  start + last + bisect_right(dropped, last - 1)) if dropped else (
                  start + first, start + last)
            if index >= count:
                anchors.append((index - count, at))
                continue
            overlaps, behind = first < behind, last
            label, concept, ends, doubtful = labels[index]
            if ((doubtful or text[last:last + 1] in after or text[first - 1:first] in before)
                    and is_other(label, form, at, inside)):
                continue
            if overlaps and (concept == latest or concept in self._above.get(latest, ())):
                continue        # 食品安全防线: no more is said of 校园安全
            latest = concept
            named.add(concept)
            yield Mention(concept, at)
            if ends:
                yield from self._elision.around(ends, form, at, inside)
        if "（" in text:
            yield from self._elision.bracketed(form, inside, self._find)
        if anchors:
            for concept, at in self._paraphrases.find(form, inside, anchors):
                if concept not in named:
                    named.add(concept)
                    yield Mention(concept, at, "pattern")


@lru_cache(maxsize=4)
def matcher(labels: tuple[tuple[str, str], ...]) -> Matcher:
    """Return the matcher of (label, concept) pairs, the same one each time."""
    return Matcher(dict(labels))
