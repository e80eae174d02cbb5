"""Ties found step by step are those that are found at once, whatever came in between.

Documents of two places come, change and go, and persons decide and undo, in many orders; the
ledger has to hold the same in the end as one that saw only what is left.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from api.linking import renew
from graph.entry import Entry, Tied
from graph.errors import DecisionError
from graph.ledger import Ledger
from ingest import pipeline
from ingest.link.binding import words_of
from ingest.link.links import needs, offers
from ingest.pipeline import Reading
from ontology import Ontology, thesaurus
from ontology.decisions import TIES, Decision, End, Verb
from tests.api.test_cli_link import NEXT, PLAN, REPORT

OTHER = ("\n三、学习先进\n5. 学习邻县经验。学习《北屏县教育局2031年工作要点》和《{}》。"
         "（责任科室：办公室）\n")
TITLES = ("南屏县教育局2031年工作要点", "北屏县年度教育工作安排")
MENDED = [("4轮", "8轮"), ("压实校园安全责任", "压实安全责任"), ("办公室", "综合办公室"),
          ("局安全科", "安保科"), ("集团化办学", "学前教育")]
Renew = Callable[[Ledger], int]


@pytest.fixture(scope="module")
def readings(places: Path) -> list[list[Reading]]:
    """Documents of two places that cite one another, each as it comes and mended."""
    known = pipeline.knowledge(places)
    found = []
    for place in ("北屏县", "南屏县"):
        for text in (PLAN, REPORT, NEXT):
            own = text.replace("北屏县", place)
            if text != REPORT:
                own += OTHER.format(TITLES[text == PLAN])
            versions = [own, *(own.replace(*one) for one in MENDED if one[0] in own)]
            found.append([pipeline.read(one.encode(), f"{place}.txt", known) for one in versions])
    return found


@pytest.fixture
def find_ties(ontology: Ontology) -> Renew:
    """Find the ties of a ledger's stale documents."""
    return lambda ledger: renew(ledger, ontology, thesaurus.load())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with closing(Ledger(tmp_path / "steps")) as opened:
        yield opened


def put(ledger: Ledger, reading: Reading) -> None:
    """Keep a document as intake does."""
    batch = reading.batch
    digest = next(str(node.properties["sha256"]) for node in batch.nodes
                  if node.type == "Document")
    ledger.put(Entry(digest, digest, "rules", "read", document=reading.document, batch=batch,
                     text=reading.text, offers=offers(batch), needs=needs(batch)))


def ends(ledger: Ledger, kind: str) -> list[End]:
    """Return the nodes of a type, as decisions name them."""
    found: dict[str, End] = {}
    for entry in ledger.entries():
        batch = ledger.reading(entry.document)
        assert batch
        home = () if kind in ("Department", "Policy") else (entry.document, entry.sha256)
        found |= {node.id: End(kind, node.id, words_of(node), *home)
                  for node in batch.nodes if node.type == kind}
    return [found[id_] for id_ in sorted(found)]


def decision(ledger: Ledger, chance: Random) -> Decision | None:
    """Return some decision about what the ledger holds."""
    verb: Verb = chance.choice(("accept", "reject", "merge", "merge", "split"))
    if verb in ("merge", "split"):
        kind = "Department" if verb == "split" else chance.choice(("Department", "Policy"))
        some = ends(ledger, kind)
        if len(some) < 2:
            return None
        one, other = chance.sample(some, 2)
        if verb == "split":
            return Decision("split", kind, one, None, chance.choice(("局安全科", "办公室")))
        return Decision("merge", kind, one, other)
    relation = chance.choice([*TIES, *["RESOLVES_TO"] * 5])
    sides = [[End("Concept", slug, slug) for slug in ("food-safety", "function-safety")]
             if kind == "Concept" else ends(ledger, kind) for kind in TIES[relation]]
    if not all(sides):
        return None
    one, other = map(chance.choice, sides)
    return None if one.id == other.id else Decision(verb, relation, one, other)


def step(ledger: Ledger, readings: list[list[Reading]], chance: Random) -> None:
    """Let something happen to a ledger."""
    match chance.randrange(8):
        case 0 | 1:
            put(ledger, chance.choice(chance.choice(readings)))
        case 2 | 3 if (known := ledger.entries()):
            ledger.remove(chance.choice(known).document)
        case 4 if (held := ledger.decisions.held()):
            ledger.decisions.undo(chance.choice(held).number, "2031-05-06")
        case 5 | 6 | 7 if (made := decision(ledger, chance)):
            try:
                ledger.decisions.add(made)
            except DecisionError:
                return


def at_once(ledger: Ledger, folder: Path, find_ties: Renew) -> dict[str, str]:
    """Return the digests of a ledger that sees at once what another holds."""
    with closing(Ledger(folder)) as fresh:
        for one in reversed(ledger.entries()):
            batch = ledger.reading(one.document)
            assert batch
            fresh.put(replace(one, batch=batch, offers=offers(batch), needs=needs(batch)))
        for held in ledger.decisions.held():
            fresh.decisions.add(replace(held, number=0))
        find_ties(fresh)
        return fresh.digests()


@pytest.mark.parametrize("seed", range(24))
def test_step_by_step_is_as_at_once(
        ledger: Ledger, readings: list[list[Reading]], tmp_path: Path, find_ties: Renew,
        seed: int) -> None:
    chance = Random(seed)
    for versions in readings:
        put(ledger, versions[0])
    for number in range(40):
        step(ledger, readings, chance)
        if chance.random() < 0.7:
            find_ties(ledger)
        if number % 8 == 7:
            find_ties(ledger)
            assert ledger.digests() == at_once(ledger, tmp_path / f"{number}", find_ties)


def test_nothing_is_stale_twice(
        ledger: Ledger, readings: list[list[Reading]], find_ties: Renew) -> None:
    for versions in readings:
        put(ledger, versions[0])
    assert find_ties(ledger) == len(readings)
    assert find_ties(ledger) == 0


def test_a_crash_on_the_way_leaves_stale_what_was_not_written(
        ledger: Ledger, readings: list[list[Reading]], tmp_path: Path, find_ties: Renew,
        monkeypatch: pytest.MonkeyPatch) -> None:
    for versions in readings:
        put(ledger, versions[0])
    tie, done = ledger.tie, [False]

    def crash_after_a_place(tied: Iterable[Tied]) -> None:
        if done[0]:
            raise KeyboardInterrupt
        tie(tied)
        done[0] = True

    monkeypatch.setattr(ledger, "tie", crash_after_a_place)
    with pytest.raises(KeyboardInterrupt):
        find_ties(ledger)
    monkeypatch.undo()
    assert 0 < len(ledger.stale()) < len(readings)
    find_ties(ledger)
    assert ledger.digests() == at_once(ledger, tmp_path / "fresh", find_ties)
