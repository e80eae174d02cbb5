"""Finds the policy documents cited in 《》; newspapers, books, songs and plays are none."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.facts import Citation
from ingest.vocabulary import load

QUOTED = re.compile(r"《([^《》]{2,80}(?:《[^《》]{2,60}》[^《》]{0,20})?)》")


@cache
def _documents() -> re.Pattern[str]:
    data = load("citations")
    return re.compile(rf"(?:{'|'.join(data['endings'])})(?:（[^）]*）)*$")


@cache
def _others() -> re.Pattern[str]:
    return re.compile("|".join(load("citations")["others"]))


def citations(text: str, form: str, start: int, end: int) -> Iterator[Citation]:
    """Yield the policy documents cited in a stretch of the clean text."""
    for match in QUOTED.finditer(form, start, end):
        if _documents().search(match[1]) and not _others().search(match[1]):
            title = "".join(text[match.start(1):match.end(1)].split("\n"))
            yield Citation(title, match.span())
