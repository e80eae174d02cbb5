"""Decisions on terms: the last one holds, contradictions are refused whole, readings are marked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.entry import Entry, Tied
from graph.errors import DecisionError
from graph.ledger import Ledger
from ontology import Batch
from ontology.decisions import Decision, End
from ontology.terms import Term, Verdict

OLD, NEW = "rules before", "rules after"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path)
    yield opened
    opened.close()


def term(text: str = "银杏书院", verdict: Verdict = "accepted", **given: str) -> Term:
    return Term(text, verdict, who="wang", at="2031-05-04T08:00:00+00:00", **given)


def add(ledger: Ledger, one: Term, *standing: str) -> Term:
    return ledger.terms.add(one, ledger.terms.accepted(), standing, (OLD, NEW))


def fill(ledger: Ledger, *batches: Batch, rules: str = OLD) -> None:
    for batch in batches:
        document = batch.source.removeprefix("doc:")
        ledger.put(Entry(f"{document}.txt", document, rules, "read", document=document,
                         title=document, text="", content=b"x", batch=batch,
                         offers=frozenset({document}), needs=frozenset({document})))


def rules(ledger: Ledger) -> dict[str, str]:
    return {one.document: one.rules for one in ledger.entries()}


def test_the_id_of_a_concept_follows_from_the_term_alone() -> None:
    ids = {term().id, term(verdict="rejected").id, term(english="ginkgo", broader="safety").id}
    assert len(ids) == 1
    assert ids != {term("银杏学堂").id}
    assert ids.pop().startswith("term-")


def test_decisions_are_kept_with_all_that_was_said(ledger: Ledger, tmp_path: Path) -> None:
    kept = add(ledger, term(english="ginkgo school", broader="safety", why="五地都有"))
    assert kept.number == 1
    ledger.close()
    again = Ledger(tmp_path)
    assert again.terms.all() == [kept]
    assert again.terms.accepted() == (kept,)
    again.close()


def test_of_decisions_on_one_term_the_last_holds_and_all_stay_on_record(ledger: Ledger) -> None:
    one = add(ledger, term())
    other = add(ledger, term("晨读打卡", "rejected"))
    assert ledger.terms.accepted() == (one,)
    gone = add(ledger, term(verdict="rejected"))
    assert ledger.terms.accepted() == ()
    assert ledger.terms.held() == {"银杏书院": gone, "晨读打卡": other}
    back = add(ledger, term(english="ginkgo school"))
    assert ledger.terms.accepted() == (back,)
    assert ledger.terms.all() == [one, other, gone, back]


@pytest.mark.parametrize("verdict", ["accepted", "rejected"])
def test_the_same_decision_again_is_refused_and_names_the_first(ledger: Ledger,
                                                                 verdict: Verdict) -> None:
    add(ledger, term(verdict=verdict))
    with pytest.raises(DecisionError, match=f"was {verdict} before, by wang at 2031-05-04"):
        add(ledger, term(verdict=verdict, english="another"))


def test_accepted_terms_come_by_code_point_whatever_the_order_of_decisions(ledger: Ledger) -> None:
    texts = ["银杏书院", "晨读打卡", "暖冬驿站"]
    for text in texts:
        add(ledger, term(text))
    assert [one.term for one in ledger.terms.accepted()] == sorted(texts)


def test_what_is_broader_than_another_term_is_not_rejected_before_it(ledger: Ledger) -> None:
    wide = add(ledger, term())
    add(ledger, term("银杏书院导师", broader=wide.id))
    with pytest.raises(DecisionError, match="银杏书院 is broader than 银杏书院导师"):
        add(ledger, term(verdict="rejected"))
    add(ledger, term("银杏书院导师", "rejected"))
    add(ledger, term(verdict="rejected"))
    assert ledger.terms.accepted() == ()


def test_a_decision_made_on_what_has_changed_since_is_refused(ledger: Ledger) -> None:
    before = ledger.terms.accepted()
    add(ledger, term())
    with pytest.raises(DecisionError, match="try again"):
        ledger.terms.add(term("晨读打卡"), before, (), (OLD, NEW))


def test_documents_with_the_term_are_to_be_read_again_and_others_noted(
        ledger: Ledger, documents: tuple[Batch, Batch, Batch]) -> None:
    fill(ledger, *documents[:2])
    fill(ledger, documents[2], rules="older rules")
    add(ledger, term(), "doc-a")
    assert ledger.terms.unread() == ["doc-a"]
    assert rules(ledger) == {"doc-a": "", "doc-b": NEW, "doc-c": "older rules"}


def test_a_refused_decision_changes_nothing(ledger: Ledger,
                                            documents: tuple[Batch, Batch, Batch]) -> None:
    add(ledger, term())
    fill(ledger, *documents)
    before = ledger.version
    with pytest.raises(DecisionError):
        add(ledger, term(), "doc-a")
    assert ledger.version == before
    assert ledger.terms.unread() == []
    assert set(rules(ledger).values()) == {OLD}
    assert len(ledger.terms.all()) == 1


def test_what_persons_tied_to_the_concept_is_tied_again(
        ledger: Ledger, documents: tuple[Batch, Batch, Batch]) -> None:
    fill(ledger, *documents)
    ledger.decisions.add(Decision("accept", "ABOUT", End("Task", "task-doc-b-1", "清查", "doc-b"),
                                  End("Concept", term().id, "银杏书院"), who="wang"))
    ledger.tie(Tied(one, None, Batch(f"links:{one}", (), ())) for one in ledger.stale())
    add(ledger, term())
    assert ledger.stale() == ["doc-b"]


def test_reading_again_clears_the_mark(ledger: Ledger,
                                       documents: tuple[Batch, Batch, Batch]) -> None:
    fill(ledger, documents[0])
    add(ledger, term(), "doc-a")
    kept = ledger.entry("doc-a")
    assert kept
    assert ledger.put(replace(kept, rules=NEW)).kind == "replaced"
    assert ledger.terms.unread() == []
