"""Tells what is wrong with a thesaurus: `python -m ontology.lint [FILE]`, else the package's own.

Each rule takes the entries of a thesaurus by slug and yields its faults, a sentence each.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from ontology.errors import ThesaurusError
from ontology.skos import Entry, entries, plain

Entries = Mapping[str, Entry]
Rule = Callable[[Entries], Iterator[str]]

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
SCHEMES = ("topics", "functions")
DEEPEST = 4     # levels from a top concept down
GENERAL = {"教育", "工作", "教师", "管理", "学校", "学生", "校园", "建设", "发展", "改革"}


def languages(every: Entries) -> Iterator[str]:
    """Yield concepts without one preferred label in each language, and labels in neither."""
    for entry in every.values():
        if sorted(name for name, _ in entry.texts.get("prefLabel", ())) != ["en", "zh"]:
            yield f"concept {entry.id}: a preferred label in zh and in en is needed."
        for language, text in entry.texts.get("altLabel", ()):
            if language != "zh":
                yield (f"concept {entry.id}: the label {text!r} is in {language or 'no language'}; "
                       "other labels are in zh.")


def doubled(every: Entries) -> Iterator[str]:
    """Yield labels, as they are matched, that stand in two places of a scheme."""
    bearers: dict[tuple[str, str], str] = {}
    for entry in every.values():
        english = [text for language, text in entry.texts.get("prefLabel", ()) if language == "en"]
        labels = [plain(text) for text in entry.chinese()] + english
        for label, times in Counter(labels).items():
            bearer = bearers.setdefault((entry.scheme, label), entry.id)
            if bearer != entry.id:
                yield (f"label {label!r} stands in {bearer} and in {entry.id}; "
                       "one concept of a scheme may bear it.")
            elif times > 1 and label not in english:
                yield f"label {label!r} stands in {entry.id} twice."


def unknown(every: Entries) -> Iterator[str]:
    """Yield links to what is no concept, and broader ones of another scheme."""
    for entry in every.values():
        for kind in ("broader", "related"):
            for slug in entry.links.get(kind, ()):
                if slug not in every:
                    yield f"concept {entry.id}: {kind} {slug!r} is no concept."
                elif kind == "broader" and every[slug].scheme != entry.scheme:
                    yield f"concept {entry.id}: broader {slug!r} is of another scheme."


def cycles(every: Entries) -> Iterator[str]:
    """Yield each circle of broader concepts once."""
    done: set[str] = set()
    for start in every:
        path: list[str] = []
        yield from _circles(every, start, path, done)


def _circles(every: Entries, slug: str, path: list[str], done: set[str]) -> Iterator[str]:
    if slug in path:
        circle = [*path[path.index(slug):], slug]
        yield f"concept {slug}: it is broader than itself: {' → '.join(circle)}."
    elif slug in every and slug not in done:
        path.append(slug)
        for wider in every[slug].broader:
            yield from _circles(every, wider, path, done)
        path.pop()
        done.add(slug)


def places(every: Entries) -> Iterator[str]:
    """Yield concepts of no scheme, orphans, top concepts that have a broader one, deep ones."""
    for entry in every.values():
        schemes = entry.links.get("inScheme", [])
        if len(schemes) != 1 or schemes[0] not in SCHEMES:
            yield f"concept {entry.id}: it is in one scheme of {', '.join(SCHEMES)}."
        top = bool(entry.links.get("topConceptOf"))
        if not top and not entry.broader:
            yield f"concept {entry.id}: it is an orphan, no top concept and without a broader one."
        if top and entry.broader:
            yield f"concept {entry.id}: a top concept has no broader one."
        if (depth := _depth(every, entry.id, frozenset())) > DEEPEST:
            yield f"concept {entry.id}: it stands {depth} levels deep; {DEEPEST} are the most."


def _depth(every: Entries, slug: str, below: frozenset[str]) -> int:
    """Return the levels of the longest way up; a circle ends it."""
    if slug not in every or slug in below:
        return 0
    return 1 + max((_depth(every, wider, below | {slug}) for wider in every[slug].broader),
                   default=0)


def relations(every: Entries) -> Iterator[str]:
    """Yield relations to itself and to what is broader anyway; either end may state one."""
    for entry in every.values():
        related = entry.links.get("related", [])
        if entry.id in related:
            yield f"concept {entry.id}: it is related to itself."
        above = _above(every, entry.id)
        for slug in related:
            if slug != entry.id and (slug in above or entry.id in _above(every, slug)):
                yield (f"concept {entry.id}: related {slug!r} is a broader or narrower one "
                       "already.")
            if related.count(slug) > 1:
                yield f"concept {entry.id}: related {slug!r} stands twice."


def _above(every: Entries, slug: str) -> set[str]:
    found: set[str] = set()
    waiting = [slug]
    while waiting:
        entry = every.get(waiting.pop())
        new = set(entry.broader) - found if entry else set()
        found |= new
        waiting += new
    return found


def names(every: Entries) -> Iterator[str]:
    """Yield slugs that are none, and labels that would match everything or nothing."""
    for entry in every.values():
        if not SLUG.fullmatch(entry.id):
            yield f"concept {entry.id}: its name is no slug such as food-safety."
        kinds = ("prefLabel", "altLabel")       # short forms stand in names of sections alone
        for text in entry.chinese(*kinds):
            general = text in GENERAL and entry.scheme == "topics"     # functions bear such names
            if len(plain(text)) < 2 or general or plain(text) != text.replace("、", ""):
                yield (f"concept {entry.id}: the label {text!r} would match everything or "
                       "nothing.")


RULES: tuple[Rule, ...] = (names, languages, doubled, unknown, places, cycles, relations)


def faults(turtle: bytes) -> list[str]:
    """Return all faults of a thesaurus, a sentence each."""
    try:
        every = entries(turtle)
    except ThesaurusError as error:
        return [str(error)]
    return [fault for rule in RULES for fault in rule(every)]


def main(arguments: list[str]) -> int:
    """Print the faults of a file; return 1 where it has some."""
    path = Path(arguments[0]) if arguments else Path(str(files("ontology") / "concepts.ttl"))
    try:
        found = faults(path.read_bytes())
    except OSError as error:
        found = [f"{path} cannot be read: {error.strerror}."]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
