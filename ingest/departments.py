"""Tells which body a name in a document stands for: its place, its parent body, its own name.

教育局, 区教育局 and 云川市柳岸区教育局 in one district's document are one body; 市教育局 there is
the city's, and in a county-level city's document its own. Sections belong to the issuing bureau.
"""

import re
from dataclasses import dataclass

from ingest import bodies
from ingest.vocabulary import load
from ontology import ids
from ontology.names import plain

SECTIONS = ("section", "institution")
PARENTED = re.compile(r"(.{2,}?(?:局|厅|教委|教育工委|委员会|人民政府))(.{2,})$")
UNKNOWN = r"[\u4e00-\u9fff]{2,5}[省市州盟]"
"""A place that the table does not know, before one that the document is about."""
OWN = re.compile(r"^(?:我|本)(?=[省市区县旗州局厅委校])")
WITHIN = re.compile(r"^局(?=(?:机关)?.{1,6}[科股处室办]$)")     # 局办公室, of the issuing bureau
ITSELF = ("局", "厅", "教委")


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its id (its code, where it has one), name, level and name with its city."""

    id: str
    name: str
    level: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body: where it is, what it is part of, and its name without its place."""

    id: str
    name: str
    full_name: str
    kind: str
    place: Place | None
    parent: "Body | None"


@dataclass(frozen=True)
class Registry:
    """The bodies of one document: its line of places, province first, and its issuer.

    `scope` stands for the place where that is unknown.
    """

    places: tuple[Place, ...]
    scope: str
    issuer: Body | None = None

    def identify(self, written: str) -> Body:
        """Return the body that a name as written stands for."""
        name = WITHIN.sub("", OWN.sub("", plain(written)))
        if name in ITSELF and self.issuer:
            return self.issuer
        place, rest = self._placed(name)
        kind = bodies.kind(rest) or "other"
        if (match := PARENTED.match(rest)) and kind in SECTIONS and bodies.kind(match[1]):
            parent = self._body(match[1], bodies.kind(match[1]) or "other", place, None)
            return self._body(match[2], kind, place, parent)
        own = self.places[-1] if self.places else None
        section = kind in SECTIONS and place == own and self.issuer is not None
        return self._body(rest, kind, place, self.issuer if section else None)

    def _placed(self, name: str) -> tuple[Place | None, str]:
        """Strip the places that a name begins with; the last of them is the body's own."""
        place = self.places[-1] if self.places else None
        rest = name
        for candidate in self.places:
            for form in (candidate.name, candidate.name[:-1]):
                if (match := re.match(rf"(?:{UNKNOWN})?{re.escape(form)}(.{{2,}})", rest)) \
                        and len(form) >= 2 and bodies.kind(match[1]):
                    place, rest = candidate, match[1]
                    break
        words = load("places")
        named = self._of_level(rest[:1])
        if named and not re.match(words["not_levels"], rest) and bodies.kind(rest[1:]):
            place, rest = named, rest if len(rest) == 2 else rest[1:]      # 市委 stays 市委
        return place, rest

    def _of_level(self, word: str) -> Place | None:
        """Return the place of the document's line that 省, 市, 区 or 县 means."""
        words = load("places")["levels"]
        return next((place for place in reversed(self.places)
                     if word in words and place.name.endswith(word)), None)

    def _body(self, name: str, kind: str, place: Place | None, parent: Body | None) -> Body:
        where = place.id if place else self.scope
        prefix = parent.full_name if parent else place.full_name if place else ""
        if len(name) == 2 and prefix.endswith(name[0]):     # 常州市 and 市委 are 常州市委
            prefix = prefix[:-1]
        return Body(ids.make("dept", where, parent.id if parent else "", name), name,
                    prefix + name, kind, place, parent)
