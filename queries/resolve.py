"""Finds what a name in an argument stands for, so that a question can be asked in plain words.

An id is taken as it is, without asking the store. A concept goes by any of its labels, a place by
its full or short name (江阴市, 江阴, 江苏省无锡市江阴市), a department by its name, its full name
or a part of it that tells which is meant (武进区教育局 for 常州市武进区教育局).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from graph import Store
from ontology import load
from ontology.names import bare, plain
from queries.errors import AmbiguousNameError, UnknownNameError
from queries.lookup import CONCEPTS, DEPARTMENT_PARTS, DEPARTMENTS, LOCALITIES, look, names
from queries.parameters import Parameter

CODE = re.compile(r"\d{6}")
DEPARTMENT_ID = load().nodes["Department"].prefix + "-"
LEVELS = list(load().kinds["level"].values)
# What a short name of a place leaves out; 鼓楼 is 鼓楼区, 内蒙古 is 内蒙古自治区.
SUFFIX = re.compile(r"省|市|区|县|旗|盟|地区|林区|特区|新区|特别行政区"
                    r"|(?:\w{1,5}族)*自治[县州区旗]")
SHOWN = 8  # places or names that a sentence lists


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an argument was taken for: ids, their names and, for departments, their places."""

    parameter: str
    kind: str
    asked: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Say what the argument was taken for."""
        taken = zip(self.names, self.ids, strict=True)
        return (f"{self.parameter}: {self.asked} is "
                f"{', '.join(f'{name} ({id_})' for name, id_ in taken)}.")

    @property
    def note(self) -> str | None:
        """Say how many departments bear the name and where, if there are several."""
        if len(self.ids) < 2:
            return None
        where = f" in {_listed(self.places)}" if self.places else ""
        return (f"{self.asked} fits {len(self.ids)} departments{where}; "
                "locality= narrows it.")


def resolve(parameter: Parameter, asked: str, store: Store, labels: Mapping[str, str],
            place: str | None = None) -> Resolved:
    """Find what a name stands for.

    `labels` maps labels to ids of concepts; `place` is the id of the place that the question is
    about, which decides between departments of one name. Raise UnknownNameError or
    AmbiguousNameError with names to take instead.
    """
    if parameter.kind == "concept":
        found = _concept(asked, store, labels)
    elif parameter.kind == "locality":
        found = {asked: asked} if CODE.match(asked) else _locality(asked, store)
    elif asked.startswith(DEPARTMENT_ID):
        found = {asked: asked}
    else:
        rows = _departments(asked, store, place)
        return Resolved(parameter.name, parameter.kind, asked,
                        tuple(row["id"] for row in rows), tuple(row["full_name"] for row in rows),
                        tuple(dict.fromkeys(row["place"] for row in rows if "place" in row)))
    return Resolved(parameter.name, parameter.kind, asked, tuple(found), tuple(found.values()))


def _concept(asked: str, store: Store, labels: Mapping[str, str]) -> dict[str, str]:
    """Return id and name; the thesaurus knows concepts that the graph does not hold yet."""
    known = labels.get(asked) or (asked if asked in labels.values() else None)
    if known:
        return {known: asked}
    rows = look(store, CONCEPTS)
    wanted = bare(asked)
    for row in rows:
        if asked == row["id"] or wanted in (bare(row["name"]), bare(row.get("name_en", ""))):
            return {row["id"]: row["name"]}
    for label, id_ in labels.items():
        if wanted == bare(label):
            return {id_: label}
    raise _unknown("concept", asked, {*labels, *(row["name"] for row in rows)})


def _locality(asked: str, store: Store) -> dict[str, str]:
    """Return id and name of the one place that the name fits best."""
    name = plain(asked)
    places: dict[str, dict[str, str]] = {}  # id → its own name and those of the places it lies in
    for row in look(store, LOCALITIES, name):
        chain = places.setdefault(row["id"], {"": row["name"]})
        if "wider" in row:
            chain[row["level"]] = row["wider"]
    full = {id_: "".join(chain.get(level, "") for level in (*LEVELS, ""))
            for id_, chain in places.items()}
    own = {id_: chain[""] for id_, chain in places.items()}
    fits = ([id_ for id_ in own if name == own[id_]],
            [id_ for id_ in own if full[id_].endswith(name)],
            [id_ for id_ in own if SUFFIX.fullmatch(own[id_].removeprefix(name))])
    for found in fits:
        if len(found) == 1:
            return {found[0]: own[found[0]]}
        if found:
            raise _ambiguous("place", asked, [f"{id_} ({full[id_]})" for id_ in found])
    raise _unknown("locality", asked, names(store, "locality"))


def _departments(asked: str, store: Store, place: str | None) -> list[dict[str, str]]:
    """Return all departments of a name, those of the place alone if it has any."""
    name = plain(asked)
    rows = look(store, DEPARTMENTS, name)
    if not rows:
        rows = look(store, DEPARTMENT_PARTS, name)
        rows = [row for row in rows if row["full_name"].endswith(name)] or rows
        if len({row["name"] for row in rows}) > 1:
            raise _ambiguous("department", asked, [row["full_name"] for row in rows])
    if not rows:
        raise _unknown("department", asked, names(store, "department"))
    exact = [row for row in rows if row["full_name"] == name]
    here = [row for row in rows if place and row.get("place_id") == place]
    return sorted(exact or here or rows, key=lambda row: (row["full_name"], row["id"]))


def _unknown(kind: str, asked: str, known: Iterable[str]) -> UnknownNameError:
    nearest = tuple(get_close_matches(asked, sorted(known), n=5, cutoff=0.5))
    hint = f"; did you mean {', '.join(nearest)}?" if nearest else "."
    return UnknownNameError(f"The graph holds no {kind} {asked!r}{hint}", nearest)


def _ambiguous(kind: str, asked: str, candidates: Iterable[str]) -> AmbiguousNameError:
    given = tuple(sorted(set(candidates)))
    return AmbiguousNameError(f"{asked!r} fits {len(given)} {kind}s: {_listed(given)}; give one.",
                              given)


def _listed(texts: tuple[str, ...]) -> str:
    more = f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else ""
    return ", ".join(texts[:SHOWN]) + more
