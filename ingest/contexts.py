"""Tells where a label stands for something else: the name of a section, a head count, 资金安全."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ingest.text import Range
from ingest.vocabulary import load

REACH = 8       # characters before a label that its context is told by


@dataclass(frozen=True, slots=True)
class Signs:
    """What makes a label doubtful: the characters beside it, or that it has contexts of its own."""

    before: frozenset[str]
    behind: frozenset[str]
    labels: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]
    section: re.Pattern[str]
    excluded: re.Pattern[str]


@cache
def signs() -> Signs:
    """Return the signs of the vocabulary."""
    data = load("concepts")["contexts"]
    never = "(?!)"
    labels = {label: (re.compile(f"(?:{one.get('before', never)})\\Z"),
                      re.compile(one.get("behind", never)))
              for one in data["labels"] for label in one["of"]}
    return Signs(frozenset("0123456789" + data["excluded_ends"]), frozenset(data["section_starts"]),
                 labels, re.compile(data["section"]), re.compile(f"(?:{data['excluded']})\\Z"))


def is_other(label: str, form: str, at: Range, inside: Range) -> bool:
    """Tell a label that names no topic here, by what stands around it in its stretch of text."""
    known = signs()
    (first, last), (low, high) = at, inside
    if first > low:
        if label[0] == "名" and form[first - 1].isdigit():
            return True         # 30名校长 counts heads, it names no 名校长
        if known.excluded.search(form, max(low, first - REACH), first):
            return True         # 不含民办学校
    if last < high and known.section.match(form, last, high):
        return True             # 学前教育科
    if label not in known.labels:
        return False
    before, behind = known.labels[label]
    return bool(before.search(form, max(low, first - REACH), first)
                or behind.match(form, last, high))
