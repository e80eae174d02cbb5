"""Scores links against the gold pairs of fictional places: a plan, its report and the next plan.

`python -m tests.ingest.link.scores` prints a table of the scores, and no words of any document.
"""

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from ingest import pipeline
from ingest.link.place import editions
from ingest.link.years import years
from ingest.pipeline import Reading
from ontology.names import bare
from tests.ingest.documents import ROOT, Json

YEARS = ROOT / "tests" / "gold" / "years"
RELATIONS = ("REPORTS_ON", "CONTINUES", "REVISES")
HALVES = ("development", "heldout")
STARTS = 10     # letters by which a task is known again
DUST = 1e-6     # share of a number that may be lost in reading it

Pairs = Mapping[Hashable, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 of each relation over a half, and the shares of the pairs found whose values are right."""

    reports_on: float
    met: float
    difference: float
    continues: float
    revises: float
    change: float


def score(half: str) -> Scores:
    """Return the scores of all places of a half, taken together."""
    places = [_place(path.parent) for path in sorted((YEARS / half).glob("*/truth.json"))]
    found, gold = (_together(one[side] for one in places) for side in (0, 1))
    return Scores(
        reports_on=_f1(found["REPORTS_ON"], gold["REPORTS_ON"]),
        met=_right(found["REPORTS_ON"], gold["REPORTS_ON"], "met"),
        difference=_right(found["REPORTS_ON"], gold["REPORTS_ON"], "difference"),
        continues=_f1(found["CONTINUES"], gold["CONTINUES"]),
        revises=_f1(found["REVISES"], gold["REVISES"]),
        change=_right(found["REVISES"], gold["REVISES"], "change"))


def _together(places: Iterable[dict[str, Pairs]]) -> dict[str, Pairs]:
    """Return the pairs of all places, of each relation."""
    known = list(places)
    return {name: {(number, ends): values for number, one in enumerate(known)
                   for ends, values in one[name].items()} for name in RELATIONS}


def _place(folder: Path) -> tuple[dict[str, Pairs], dict[str, Pairs]]:
    """Return what links find in the documents of a place, and what its writer says."""
    truth: Json = json.loads((folder / "truth.json").read_text("utf-8"))
    known = pipeline.knowledge()
    read = {part: pipeline.read((folder / name).read_bytes(), name, known)
            for part, name in truth["documents"].items()}
    edges = list(years(editions(one.batch for one in read.values()), ()))
    found: dict[str, Pairs] = {name: {(edge.source.id, edge.target.id): edge.properties
                                      for edge in edges if edge.type == name}
                               for name in RELATIONS}
    return found, _gold(truth, read)


def _gold(truth: Json, read: Mapping[str, Reading]) -> dict[str, Pairs]:
    targets = {one["id"]: _number(read["plan"], one) for one in truth["targets"]}
    actuals = {one["id"]: _number(read["report"], one) for one in truth["actuals"]}
    return {
        "REPORTS_ON": {(actuals[one["actual"]], targets[one["target"]]): one
                       for one in truth["reports_on"]},
        "CONTINUES": {(_task(read, one["from"]), _task(read, one["to"])): one
                      for one in truth["continues"]},
        "REVISES": {(_number(read["next"], {"quote": one["next"]}),
                     _number(read["plan"], {"quote": one["plan"]})): one
                    for one in truth["changes"] if one["next"] and one["plan"]}}


def _number(read: Reading, said: Json) -> str:
    """Return the indicator whose quote meets a quote, its words where there is none."""
    start = read.text.find(said["quote"])
    end = start + len(said["quote"])
    for node in read.batch.nodes:
        if node.type == "Indicator" and _of(node.properties, start, end, said.get("value")):
            return node.id
    return str(said["quote"])


def _of(values: Mapping[str, object], start: int, end: int, value: float | None) -> bool:
    meets = float(str(values["start_char"])) < end and float(str(values["end_char"])) > start
    return meets and (value is None or _near(values["value"], value))


def _task(read: Mapping[str, Reading], said: Json) -> str:
    """Return the task whose text or title begins as said, the words where there is none."""
    starts = bare(said["starts"])[:STARTS]
    for node in read[said["document"]].batch.nodes:
        if node.type == "Task":
            text = str(node.properties["text"])
            if any(bare(words).startswith(starts)
                   for words in (text, f"{node.properties['title']}{text}")):
                return node.id
    return f"{said['document']} {said['starts']}"


def _f1(found: Pairs, gold: Pairs) -> float:
    return 2 * len(found.keys() & gold.keys()) / max(1, len(found) + len(gold))


def _right(found: Pairs, gold: Pairs, name: str) -> float:
    """Return the share of the pairs found whose value is that of the gold."""
    both = found.keys() & gold.keys()
    right = sum(_near(found[pair].get(name), gold[pair].get(name)) for pair in both)
    return right / max(1, len(both))


def _near(one: object, other: object) -> bool:
    numbers = [value for value in (one, other)
               if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) == 2:
        return abs(numbers[0] - numbers[1]) <= DUST * max(1.0, abs(numbers[1]))
    return one == other


def table() -> Iterator[str]:
    """Yield the lines of a table of all scores."""
    names = [field.name for field in fields(Scores)]
    yield f"| half | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for half in HALVES:
        found = score(half)
        yield f"| {half} | {' | '.join(f'{getattr(found, name):.3f}' for name in names)} |"


if __name__ == "__main__":
    print("\n".join(table()))
