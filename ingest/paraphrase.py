"""Tells concepts by the words of a clause: 推进…集团化 is 集团化办学.

A pattern of the vocabulary is two parts with … between them, each with its choices; the part in
[brackets] is the anchor that the automaton finds, the other is looked for in the same clause.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ingest.text import Range
from ingest.vocabulary import load

GAP = r"[^，。；：！？\n]{0,16}?"
REACH = 48      # characters from an anchor within which its pattern ends
SIDES = re.compile(r"\[(?P<first>[^]…]+)\]…(?P<back>[^]…]+)|(?P<front>[^[…]+)…\[(?P<last>[^]…]+)\]")


class Paraphrases:
    """The patterns of concepts that are among the labels; `anchors` are what to look for."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        # For each anchor: what stands before it, or behind it, and the concept.
        found: dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None, str]]] = {}
        for name, patterns in load("concepts")["patterns"].items():
            for written in patterns if name in labels else ():
                sides = SIDES.fullmatch(written)
                if sides is None:
                    raise ValueError(f"pattern {written!r} of {name} is not [A]…B or A…[B].")
                front, back = sides["front"], sides["back"]
                one = (re.compile(rf"(?:{front}){GAP}\Z") if front else None,
                       re.compile(rf"{GAP}(?:{back})") if back else None, labels[name])
                for anchor in (sides["first"] or sides["last"]).split("|"):
                    found.setdefault(anchor, []).append(one)
        self.anchors = list(found)
        self._patterns = list(found.values())

    def find(self, form: str, inside: Range,
             anchors: Iterable[tuple[int, Range]]) -> Iterator[tuple[str, Range]]:
        """Yield concepts with the places of their paraphrases, given the anchors in a text."""
        low, high = inside
        for index, (first, last) in anchors:
            for front, back, concept in self._patterns[index]:
                if front and (match := front.search(form, max(low, first - REACH), first)):
                    yield concept, (match.start(), last)
                elif back and (match := back.match(form, last, min(high, last + REACH))):
                    yield concept, (first, match.end())
