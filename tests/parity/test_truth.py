"""Answers over the shared documents against rows computed from their truth alone.

A concept is compared where the reading finds it in exactly the tasks that the truth lists for it.
"""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from graph import Store, open_store
from ingest import pipeline
from ontology import Ontology, thesaurus
from ontology.rdf import DEFAULT_BASE
from queries import find, run
from tests.parity import truth
from tests.parity.truth import Json, plain

SHARED = Path(__file__).parents[2].parent / "shared"
assert SHARED.is_dir(), "the shared documents have to stand in ../shared beside the project"
NAMES = [path.stem for path in sorted((SHARED / "gold").glob("*.json")) if path.stem != "links"]
GOLD: dict[str, Json] = {
    name: json.loads((SHARED / "gold" / f"{name}.json").read_text("utf-8")) for name in NAMES}
LABELS = thesaurus.load().labels


@pytest.fixture(scope="module")
def readings() -> dict[str, pipeline.Reading]:
    known = pipeline.knowledge()
    return {path.stem: pipeline.read(path.read_bytes(), path.name, known)
            for path in sorted((SHARED / "corpus").glob("*.txt"))}


@pytest.fixture(scope="module", params=["ladybug", "oxigraph"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
          ontology: Ontology, readings: dict[str, pipeline.Reading]) -> Iterator[Store]:
    """All five shared documents in a store."""
    folder = tmp_path_factory.mktemp(request.param)
    store = open_store(f"{request.param}:{folder / 'store'}", base=DEFAULT_BASE)
    store.prepare(ontology)
    store.load(reading.batch for reading in readings.values())
    yield store
    store.close()


def rows(store: Store, name: str, **arguments: str) -> list[Json]:
    answer = run(find(name), store, arguments, labels=LABELS)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def alike(name: str, readings: dict[str, pipeline.Reading]) -> dict[str, list[str]]:
    """The concepts that the reading finds in just the tasks of the truth: slug → truth's tasks."""
    gold, answer = GOLD[name], readings[name].answer
    place = {task["id"]: i for i, task in enumerate(gold["tasks"])}
    found = {one["label"]: {int(task[1:]) - 1 for task in one["tasks"]}
             for one in answer["concepts"]}
    children = {wide for concept in thesaurus.load().concepts.values() for wide in concept.broader}
    return {slug: one["tasks"] for one in gold["concepts"]
            if (slug := LABELS.get(one["label"])) and slug not in children
            and found.get(thesaurus.load().concepts[slug].name) == {
                place[task] for task in one["tasks"]}}


def locality(name: str) -> str:
    return str(GOLD[name]["document"]["adcode"])


def of(name: str, found: list[Json], readings: dict[str, pipeline.Reading]) -> list[Json]:
    return [row for row in found if row["document"] == readings[name].document]


@pytest.mark.parametrize("name", NAMES)
def test_task_owners(name: str, graph: Store, readings: dict[str, pipeline.Reading]) -> None:
    compared = 0
    for slug, tasks in alike(name, readings).items():
        found = of(name, rows(graph, "task_owners", concept=slug), readings)
        want = truth.task_owners(GOLD[name], tasks)
        assert {(row["department"] and plain(row["department"]), row["role"]) for row in found} == {
            (unit, role) for _, unit, role in want}, slug
        assert len({(row["task_id"], row["department"], row["role"]) for row in found}) == len(want)
        compared += len(want)
    assert compared or not any(truth.owners(task) for task in GOLD[name]["tasks"])


@pytest.mark.parametrize("name", NAMES)
def test_co_owners(name: str, graph: Store, readings: dict[str, pipeline.Reading]) -> None:
    for slug, tasks in alike(name, readings).items():
        others = [other for other in readings if other != name and locality(name) == (
            readings[other].answer["document"]["adcode"])]
        if any(slug in {e.target.id for e in readings[o].batch.edges} for o in others):
            continue            # another document of the place adds to the counts
        found = rows(graph, "co_owners", concept=slug, locality=locality(name))
        have = Counter({frozenset((plain(row["department"]), plain(row["co_department"]))):
                        row["tasks"] for row in found})
        assert have == truth.co_owners(GOLD[name], tasks), slug


def test_the_fourteen_units_of_the_annex_co_own_safety(graph: Store) -> None:
    gold = GOLD["wujin-2022-2024-action-plan"]
    row = next(task for task in gold["tasks"] if task["starts"].startswith("高质量安全发展工程"))
    units = sorted({name for name, _ in truth.owners(row)})
    found = {frozenset((plain(one["department"]), plain(one["co_department"])))
             for one in rows(graph, "co_owners", concept="安全")}
    want = {frozenset(pair) for pair in combinations(units, 2)}
    assert len(want) == 91
    assert want <= found


@pytest.mark.parametrize("name", NAMES)
def test_department_tasks(name: str, graph: Store, readings: dict[str, pipeline.Reading]) -> None:
    units = {owner["name"] for task in GOLD[name]["tasks"] for owner in task["owners"]
             if owner["explicit"]}
    for unit in units:
        found = of(name, rows(graph, "department_tasks", department=plain(unit) if "(" not in unit
                              else unit, locality=locality(name)), readings)
        own = [row for row in found if plain(row["department"]) == plain(unit)]
        want = truth.department_tasks(GOLD[name], unit)
        assert Counter(row["role"] for row in own) == Counter(role for _, role in want), unit


@pytest.mark.parametrize("name", NAMES)
def test_indicators(name: str, graph: Store, readings: dict[str, pipeline.Reading]) -> None:
    found = of(name, rows(graph, "indicators", locality=locality(name)), readings)
    have = Counter((float(row["value"]), row["upper"] and float(row["upper"]), row["comparator"],
                    row["due"]) for row in found)
    assert truth.indicators(GOLD[name], core=True) <= have
    # what a reader could leave out is compared by its number alone
    assert Counter(key[:2] for key in have.elements()) <= Counter(
        key[:2] for key in truth.indicators(GOLD[name], core=False).elements())
