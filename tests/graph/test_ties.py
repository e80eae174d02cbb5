"""Which ties have to be found anew, and what the ledger keeps of those that were found."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.entry import Entry, Tied
from graph.ledger import Ledger
from ontology import Batch
from tests.tied import PLAN, SUMMARY, links

NORTH, SOUTH = "990121", "990122"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = Ledger(tmp_path)
    yield opened
    opened.close()


def put(ledger: Ledger, document: str, offers: str = "", needs: str = "",
        sha256: str = "") -> None:
    """Keep a document that offers and needs some keys, written as words."""
    ledger.put(Entry(document, sha256 or document, "rules", "read", document=document,
                     batch=Batch(f"doc:{document}", (), ()),
                     offers=frozenset(offers.split()), needs=frozenset(needs.split())))


def settle(ledger: Ledger, *tied: Tied) -> list[str]:
    """Tie all documents that are stale, some as given; return which there were."""
    stale = ledger.stale()
    given = {one.document: one for one in tied}
    ledger.tie(given.get(document) or nothing(document) for document in stale)
    assert ledger.stale() == []
    return stale


def nothing(document: str) -> Tied:
    """Return the ties of a document that is tied to nothing."""
    return Tied(document, None, Batch(f"links:{document}", (), ()))


def test_a_new_document_is_stale_with_those_that_need_what_it_offers(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    assert settle(ledger) == ["doc-1"]
    put(ledger, "doc-2", f"{NORTH} dept-1", NORTH)
    assert settle(ledger) == ["doc-1", "doc-2"]
    put(ledger, "doc-3", SOUTH, SOUTH)
    assert settle(ledger) == ["doc-3"]


def test_who_only_offers_is_not_stale_for_others(ledger: Ledger) -> None:
    put(ledger, "doc-1", "policy-1", "policy-9")
    settle(ledger)
    put(ledger, "doc-2", "policy-1 policy-2", "")
    assert settle(ledger) == ["doc-2"]


def test_an_order_in_which_need_comes_first_is_the_same(ledger: Ledger) -> None:
    put(ledger, "doc-1", "", "policy-1")
    settle(ledger)
    put(ledger, "doc-2", "policy-1", "")
    assert settle(ledger) == ["doc-1", "doc-2"]


def test_a_document_that_changes_makes_stale_who_needs_what_it_offered_or_offers(
        ledger: Ledger) -> None:
    for document, key in (("doc-1", "policy-1"), ("doc-2", "policy-2"), ("doc-3", "policy-3")):
        put(ledger, document, "", key)
    put(ledger, "doc-4", "policy-1")
    settle(ledger)
    put(ledger, "doc-4", "policy-2", sha256="other bytes")
    assert settle(ledger) == ["doc-1", "doc-2", "doc-4"]


def test_a_document_that_gets_another_id_leaves_nothing_stale_behind(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH, "bytes")
    put(ledger, "doc-2", NORTH, NORTH)
    settle(ledger)
    put(ledger, "doc-9", NORTH, NORTH, "bytes")
    assert settle(ledger) == ["doc-2", "doc-9"]
    assert ledger.offering([NORTH]) == {NORTH: ["doc-2", "doc-9"]}


def test_an_unchanged_document_makes_nothing_stale(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    settle(ledger)
    put(ledger, "doc-1", NORTH, NORTH)
    assert ledger.stale() == []


def test_a_refusal_makes_nothing_stale(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    settle(ledger)
    ledger.put(Entry("doc-1", "bad", "rules", "refused", error="no text"))
    assert ledger.stale() == []


def test_a_document_that_goes_makes_stale_who_needed_it_and_not_itself(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    put(ledger, "doc-2", NORTH, NORTH)
    put(ledger, "doc-3", SOUTH, SOUTH)
    settle(ledger)
    ledger.remove("doc-1")
    assert settle(ledger) == ["doc-2"]
    assert ledger.offering([NORTH]) == {NORTH: ["doc-2"]}


def test_a_document_that_goes_before_it_was_tied_is_not_stale(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    ledger.remove("doc-1")
    assert ledger.stale() == []


def test_removing_what_is_not_there_makes_nothing_stale(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    settle(ledger)
    assert not ledger.remove("doc-x")
    assert ledger.stale() == []


def test_keys_are_offered_by_documents_in_the_order_of_their_ids(ledger: Ledger) -> None:
    for document in ("doc-2", "doc-1"):
        put(ledger, document, f"{NORTH} {document}")
    assert ledger.offering([NORTH, "doc-2", "nowhere"]) == {
        NORTH: ["doc-1", "doc-2"], "doc-2": ["doc-2"]}
    assert ledger.offering([]) == {}


def test_ties_may_need_more_keys_until_the_document_changes(ledger: Ledger) -> None:
    put(ledger, "doc-1", "", NORTH)
    settle(ledger, replace(nothing("doc-1"), needs=frozenset({"policy-1", NORTH})))
    put(ledger, "doc-2", "policy-1")
    assert settle(ledger) == ["doc-1", "doc-2"]
    put(ledger, "doc-1", "", NORTH, "other bytes")
    settle(ledger)
    put(ledger, "doc-3", "policy-1")
    assert settle(ledger) == ["doc-3"]


def test_what_links_touch_is_known_until_they_change(ledger: Ledger) -> None:
    for document in ("doc-1", "doc-2", "doc-3"):
        put(ledger, document, NORTH, NORTH)
    settle(ledger, replace(nothing("doc-2"), touched=frozenset({"doc-1"})),
           replace(nothing("doc-3"), touched=frozenset({"doc-1", "doc-2"})))
    assert ledger.touching(["doc-1"]) == {"doc-2", "doc-3"}
    assert ledger.touching(["doc-2", "doc-3"]) == {"doc-3"}
    assert ledger.touching([]) == set()
    put(ledger, "doc-3", NORTH, NORTH, "other bytes")
    assert ledger.touching(["doc-1"]) == {"doc-2"}
    settle(ledger)
    assert ledger.touching(["doc-1"]) == set()


def test_ties_of_several_documents_are_kept_together_or_not_at_all(ledger: Ledger) -> None:
    put(ledger, "doc-1", NORTH, NORTH)
    put(ledger, "doc-2", NORTH, NORTH)

    def found() -> Iterator[Tied]:
        yield nothing("doc-1")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.tie(found())
    assert ledger.stale() == ["doc-1", "doc-2"]


def test_links_are_a_source_of_their_own(
        ledger: Ledger, documents: tuple[Batch, ...], links: tuple[Batch, ...]) -> None:
    for batch in documents:
        ledger.put(Entry(batch.source, batch.source, "rules", "read",
                         document=batch.source.removeprefix("doc:"), batch=batch))
    before = ledger.digests()
    assert list(before) == ["doc:doc-a", "doc:doc-b", "doc:doc-c"]
    settle(ledger, *(Tied(batch.source.removeprefix("links:"), None, batch) for batch in links))
    after = ledger.digests()
    assert list(after) == ["doc:doc-a", "doc:doc-b", "doc:doc-c", "links:doc-a", "links:doc-c"]
    assert {source: after[source] for source in before} == before
    assert [batch.source for batch in ledger.batches()] == list(after)
    (kept,) = ledger.batches(["links:doc-c"])
    assert {(edge.type, edge.source, edge.target) for edge in kept.edges} == {
        (edge.type, edge.source, edge.target) for edge in links[1].edges}
    assert list(ledger.batches(["links:doc-b"])) == []


def test_the_digest_of_links_follows_what_they_say(
        ledger: Ledger, links: tuple[Batch, ...]) -> None:
    put(ledger, "doc-a")
    digests = []
    for one in (links[0], replace(links[0], edges=links[0].edges[:1]), links[0]):
        ledger.tie([Tied("doc-a", None, one)])
        digests.append(ledger.digests()["links:doc-a"])
    assert digests[0] == digests[2] != digests[1]


def test_links_without_edges_are_no_source(ledger: Ledger) -> None:
    put(ledger, "doc-a")
    ledger.tie([Tied("doc-a", None, links(PLAN))])
    assert list(ledger.digests()) == ["doc:doc-a"]


def test_links_go_with_their_document(ledger: Ledger) -> None:
    put(ledger, SUMMARY.id)
    ledger.tie([Tied(SUMMARY.id, None, links(SUMMARY, *()))])
    ledger.remove(SUMMARY.id)
    assert ledger.digests() == {}
    assert list(ledger.batches()) == []


def test_records_after_decisions_stand_in_the_place_of_the_reading(
        ledger: Ledger, documents: tuple[Batch, ...]) -> None:
    plan = documents[0]
    ledger.put(Entry("a", "a", "rules", "read", document="doc-a", batch=plan))
    read = ledger.digests()
    ruled = replace(plan, edges=tuple(edge for edge in plan.edges if edge.type != "ABOUT"))
    settle(ledger, Tied("doc-a", ruled, links(PLAN)))
    assert ledger.digests().keys() == read.keys()
    assert ledger.digests() != read
    (held,) = ledger.batches()
    assert len(held.edges) == len(ruled.edges)
    reading = ledger.reading("doc-a")
    assert reading is not None
    assert len(reading.edges) == len(plan.edges)
    ledger.tie([Tied("doc-a", None, links(PLAN))])
    assert ledger.digests() == read


def test_a_document_that_changes_lets_its_former_ties_go(
        ledger: Ledger, documents: tuple[Batch, ...], links: tuple[Batch, ...]) -> None:
    plan = documents[0]
    entry = Entry("a", "a", "rules", "read", document="doc-a", batch=plan)
    ledger.put(entry)
    settle(ledger, Tied("doc-a", replace(plan, edges=()), links[0]))
    ledger.put(replace(entry, sha256="other bytes"))
    assert list(ledger.digests()) == ["doc:doc-a"]
    (held,) = ledger.batches()
    assert len(held.edges) == len(plan.edges)


def test_the_reading_of_what_is_not_there_is_none(ledger: Ledger) -> None:
    assert ledger.reading("doc-x") is None
