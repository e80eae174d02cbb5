"""Fills up what a coordination leaves out: 食品、消防安全, 教师招聘和培训, 中小学（幼儿园）教师."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ingest.facts import Mention
from ingest.text import Range
from ingest.vocabulary import load

JOINTS = "、和与及等”“"
BEHIND = re.compile(r"[、，。；：）和与及等\n]|工作|制度|机制|力度|政策|办法|体系|$")
BRACKET = re.compile(r"（([\u4e00-\u9fff]{1,5})）(?=[\u4e00-\u9fff])")
REACH = 8       # characters of a label on one side of a bracket

Ends = tuple[str | None, str | None]
Find = Callable[[str], Sequence[tuple[int, int, int]]]     # labels in a text: index, place


class Elision:
    """The parts of labels that stand alone where their other part is shared."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        data = load("concepts")["elision"]
        self._labels = labels
        self._heads = tuple(data["heads"].items())      # an ending, and the one it is filled up by
        self._fronts = tuple(data["fronts"])
        self._fillers: dict[str, dict[str, str]] = {}
        for base in {base for _, base in self._heads}:
            self._fillers[base] = {label.removesuffix(base): concept
                                   for label, concept in labels.items()
                                   if label.endswith(base) and len(label) > len(base) + 1}
        # Words that stand side by side without a mark: 体育美育劳动教育.
        self._side = {word: labels[label] for word, label in data["side_by_side"].items()
                      if label in labels}
        self._tails = {front: {label.removeprefix(front): concept
                               for label, concept in labels.items()
                               if label.startswith(front) and len(label) > len(front) + 1}
                       for front in self._fronts}

    def ends(self, label: str) -> Ends | None:
        """Return what a label's ending is filled up by, and its front; None without either."""
        base = next((base for head, base in self._heads if label.endswith(head)), None)
        front = next((front for front in self._fronts
                      if label.startswith(front) and len(label) > len(front) + 1), None)
        return (base, front) if base or front else None

    def around(self, ends: Ends, form: str, at: Range, inside: Range) -> Iterator[Mention]:
        """Yield the concepts left out around a label, in front of its ending, behind its front."""
        (base, front), (first, last) = ends, at
        if base and first - 1 > inside[0] and (form[first - 1] in JOINTS
                                               or form[first - 2:first] in self._side):
            yield from self._before(form, inside[0], first, base)
        if front and last < inside[1] and form[last] in JOINTS:
            yield from self._behind(form, inside[1], last, front)

    def bracketed(self, form: str, inside: Range, find: Find) -> Iterator[Mention]:
        """Yield the labels that a bracket cuts, read without its text or with it."""
        low, high = inside
        for match in BRACKET.finditer(form, low, high):
            start, end = match.span()
            right = form[end:min(high, end + REACH)]
            for left, at in ((form[max(low, start - REACH):start], start), (match[1], end - 1)):
                border = len(left)
                over = [(first, last) for _, first, last in find(left + right)
                        if first < border < last]
                if over:
                    first, last = max(over, key=lambda one: one[1] - one[0])
                    if concept := self._labels.get((left + right)[first:last]):
                        yield Mention(concept, (at - border + first, end + last - border),
                                      "elision")

    def _before(self, form: str, low: int, first: int, base: str) -> Iterator[Mention]:
        """Yield the members in front of a term: 食品、饮水 before 消防安全."""
        fillers = self._fillers[base]
        while True:
            end = first
            while end > low and form[end - 1] in JOINTS:
                end -= 1
            known = fillers if end < first else self._side
            size = next((size for size in range(min(6, end - low), 1, -1)
                         if form[end - size:end] in known), 0)
            if not size:
                return
            first = end - size
            word = form[first:end]
            if self._labels.get(word) != known[word]:   # else it is a mention of its own
                yield Mention(known[word], (first, end), "elision")

    def _behind(self, form: str, high: int, last: int, front: str) -> Iterator[Mention]:
        """Yield the members behind a term: 培训 behind 教师招聘、."""
        tails = self._tails[front]
        while last < high and form[last] in JOINTS:
            first = last + 1
            size = next((size for size in range(min(6, high - first), 1, -1)
                         if form[first:first + size] in tails
                         and BEHIND.match(form, first + size, high)), 0)
            if not size:
                return
            last = first + size
            yield Mention(tails[form[first:last]], (first, last), "elision")
