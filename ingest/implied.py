"""Adds concepts that are meant without being named: who names 校园安防建设 is at 校园安全, too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ingest.facts import About
from ingest.vocabulary import load

METHOD = "implied"


def implications(labels: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return, for each concept, those that it implies; names that are no labels are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for meant, names in load("concepts")["implied"].items():
        for name in names if meant in labels else ():
            if name in labels:
                found[labels[name]] = (*found.get(labels[name], ()), labels[meant])
    return found


def implied(named: Iterable[About], known: Mapping[str, tuple[str, ...]]) -> Iterator[About]:
    """Yield the concepts that a task's own imply, each once, with the place of the weightiest."""
    every = sorted(named, key=lambda one: -one.weight)
    done = {one.concept for one in every}
    for one in every:
        for concept in known.get(one.concept, ()):
            if concept not in done:
                done.add(concept)
                yield replace(one, concept=concept, method=METHOD)
