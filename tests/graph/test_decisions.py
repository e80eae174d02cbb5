"""Decisions of persons: what is kept, what is refused, and which documents they concern."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.entry import Entry, Tied
from graph.errors import DecisionError
from graph.ledger import Ledger
from ontology import Batch
from ontology.decisions import Decision, End, Verb

AT = "2031-05-06T07:08:09+00:00"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = Ledger(tmp_path)
    yield opened
    opened.close()


def end(id_: str, document: str = "") -> End:
    """Return an end; its type does not matter here."""
    return End("Any", id_, f"“{id_}”", document, document and f"bytes of {document}")


def decide(verb: Verb, relation: str, one: str, other: str = "", name: str = "") -> Decision:
    """Return a decision by ids, which may be written with a document: doc-1/task-1."""
    ends = [end(id_, document) for document, _, id_ in
            (written.rpartition("/") for written in (one, other) if written)]
    return Decision(verb, relation, ends[0], ends[1] if other else None, name, "王老师", AT, "因为")


def put(ledger: Ledger, document: str, offers: str = "", needs: str = "") -> None:
    """Keep a document that offers and needs some keys."""
    ledger.put(Entry(document, document, "rules", "read", document=document,
                     batch=Batch(f"doc:{document}", (), ()),
                     offers=frozenset(offers.split()), needs=frozenset(needs.split())))


def settle(ledger: Ledger) -> list[str]:
    """Tie all documents that are stale; return which there were."""
    stale = ledger.stale()
    ledger.tie(Tied(document, None, Batch(f"links:{document}", (), ())) for document in stale)
    return stale


def refused(ledger: Ledger, decision: Decision, because: str) -> None:
    """Try to add a decision, which has to be refused without a trace."""
    before = ledger.decisions.all()
    with pytest.raises(DecisionError, match=because):
        ledger.decisions.add(decision)
    assert ledger.decisions.all() == before


def test_decisions_are_kept_whole_in_their_order(ledger: Ledger) -> None:
    given = [decide("reject", "ABOUT", "doc-1/task-1", "safety"),
             decide("merge", "Department", "dept-1", "dept-2"),
             decide("split", "Department", "dept-1", name="局安全科")]
    kept = [ledger.decisions.add(one) for one in given]
    assert [one.number for one in kept] == [1, 2, 3]
    assert [replace(one, number=0) for one in kept] == given
    assert ledger.decisions.all() == ledger.decisions.held() == kept


def test_there_may_be_no_decisions(ledger: Ledger) -> None:
    assert ledger.decisions.all() == ledger.decisions.held() == []


def test_a_decision_tells_its_ends() -> None:
    tie = decide("reject", "ABOUT", "doc-1/task-1", "safety")
    assert (tie.pair, [one.id for one in tie.ends]) == (("task-1", "safety"), ["task-1", "safety"])
    part = decide("split", "Department", "dept-1", name="局安全科")
    assert (part.pair, [one.id for one in part.ends]) == (("dept-1", ""), ["dept-1"])


def test_a_bound_decision_is_about_other_ids_and_else_the_same() -> None:
    tie = decide("reject", "ABOUT", "doc-1/task-1", "safety")
    bound = tie.bound({"task-1": "task-9", "safety": "safety"})
    assert bound.pair == ("task-9", "safety")
    assert replace(bound, one=tie.one) == tie
    part = decide("split", "Department", "dept-1", name="局安全科")
    assert part.bound({"dept-1": "dept-9"}) == replace(part, one=replace(part.one, id="dept-9"))


def test_what_was_decided_before_is_refused(ledger: Ledger) -> None:
    for one in (decide("accept", "REVISES", "ind-1", "ind-2"),
                decide("reject", "REVISES", "ind-3", "ind-2"),
                decide("merge", "Department", "dept-1", "dept-2"),
                decide("split", "Department", "dept-1", name="局安全科")):
        number = ledger.decisions.add(one).number
        refused(ledger, replace(one, who="李老师"),
                rf"\(decision {number} by 王老师\); `edupolicy link undo {number}` takes it back")


@pytest.mark.parametrize(("held", "new"), [("accept", "reject"), ("reject", "accept")])
def test_the_contrary_is_refused(ledger: Ledger, held: Verb, new: Verb) -> None:
    ledger.decisions.add(decide(held, "ABOUT", "task-1", "safety"))
    refused(ledger, decide(new, "ABOUT", "task-1", "safety"), f"The contrary was decided, {held}")


@pytest.mark.parametrize("other", [
    decide("reject", "CONTINUES", "task-1", "task-2"),
    decide("reject", "REVISES", "ind-2", "ind-1"),
    decide("reject", "REVISES", "ind-1", "ind-3"), decide("accept", "REVISES", "ind-1", "ind-3"),
    decide("split", "Department", "dept-1", name="安全办"),
    decide("split", "Department", "dept-2", name="局安全科")],
    ids=lambda one: f"{one.verb} {one.relation} {one.one.id}")
def test_what_says_something_else_is_kept(ledger: Ledger, other: Decision) -> None:
    ledger.decisions.add(decide("reject", "REVISES", "ind-1", "ind-2"))
    ledger.decisions.add(decide("split", "Department", "dept-1", name="局安全科"))
    assert ledger.decisions.add(other).number == 3


@pytest.mark.parametrize("relation", ["CONTINUES", "REPORTS_ON", "REVISES"])
def test_who_has_a_partner_gets_no_second_one(ledger: Ledger, relation: str) -> None:
    ledger.decisions.add(decide("accept", relation, "new-1", "old-1"))
    refused(ledger, decide("accept", relation, "new-1", "old-2"),
            "new-1 has old-1 for its partner")


@pytest.mark.parametrize("relation", ["REPORTS_ON", "REVISES"])
def test_an_earlier_number_has_one_partner_too(ledger: Ledger, relation: str) -> None:
    ledger.decisions.add(decide("accept", relation, "new-1", "old-1"))
    refused(ledger, decide("accept", relation, "new-2", "old-1"),
            "old-1 has new-1 for its partner")


def test_an_earlier_task_may_be_taken_up_by_a_report_and_a_plan(ledger: Ledger) -> None:
    ledger.decisions.add(decide("accept", "CONTINUES", "new-1", "old-1"))
    assert ledger.decisions.add(decide("accept", "CONTINUES", "new-2", "old-1")).number == 2


@pytest.mark.parametrize("relation", ["ABOUT", "PERFORMS", "RESOLVES_TO", "FOLLOWS"])
def test_other_ties_may_be_many(ledger: Ledger, relation: str) -> None:
    for one, other in (("a", "x"), ("a", "y"), ("b", "x")):
        ledger.decisions.add(decide("accept", relation, one, other))
    assert len(ledger.decisions.held()) == 3


def test_what_is_merged_is_merged_once_and_stands_for_nothing(ledger: Ledger) -> None:
    ledger.decisions.add(decide("merge", "Department", "dept-1", "dept-2"))
    for keep, gone in (("dept-3", "dept-2"), ("dept-2", "dept-3"), ("dept-2", "dept-1")):
        refused(ledger, decide("merge", "Department", keep, gone), "dept-2 is merged into dept-1")


def test_what_stands_for_another_is_not_merged_itself(ledger: Ledger) -> None:
    """There are no chains: who merges dept-1 into dept-3 merges dept-2 into it, too."""
    ledger.decisions.add(decide("merge", "Department", "dept-1", "dept-2"))
    refused(ledger, decide("merge", "Department", "dept-3", "dept-1"),
            "dept-2 is merged into dept-1")


def test_several_may_be_merged_into_one(ledger: Ledger) -> None:
    for gone in ("dept-2", "dept-3"):
        ledger.decisions.add(decide("merge", "Department", "dept-1", gone))
    assert len(ledger.decisions.held()) == 2


def test_what_is_undone_stays_on_record_and_may_be_decided_again(ledger: Ledger) -> None:
    one = decide("reject", "ABOUT", "task-1", "safety")
    kept = ledger.decisions.add(one)
    undone = ledger.decisions.undo(1, AT)
    assert undone == replace(kept, undone=AT)
    assert ledger.decisions.held() == []
    assert ledger.decisions.all() == [undone]
    assert ledger.decisions.add(replace(one, verb="accept")).number == 2
    refused(ledger, one, "The contrary was decided, accept")


def test_undoing_what_is_not_there_or_undone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(DecisionError, match="There is no decision 1; `edupolicy link list`"):
        ledger.decisions.undo(1, AT)
    ledger.decisions.add(decide("reject", "ABOUT", "task-1", "safety"))
    ledger.decisions.undo(1, AT)
    with pytest.raises(DecisionError, match=f"Decision 1 was undone at {AT.replace('+', '.')}"):
        ledger.decisions.undo(1, "2031-09-09")
    assert ledger.decisions.all()[0].undone == AT


def test_numbers_are_not_given_twice(ledger: Ledger) -> None:
    for number in (1, 2):
        ledger.decisions.add(decide("reject", "ABOUT", f"task-{number}", "safety"))
    ledger.decisions.undo(2, AT)
    assert ledger.decisions.add(decide("reject", "ABOUT", "task-2", "safety")).number == 3


def test_a_decision_makes_stale_the_documents_of_its_ends_and_who_needs_them(
        ledger: Ledger) -> None:
    put(ledger, "doc-1", "north", "north")
    put(ledger, "doc-2", "north", "north")
    put(ledger, "doc-3", "south dept-1", "south")
    put(ledger, "doc-4", "south", "south")
    put(ledger, "doc-5", "west", "west")
    settle(ledger)
    ledger.decisions.add(decide("reject", "ABOUT", "doc-1/task-1", "safety"))
    assert settle(ledger) == ["doc-1", "doc-2"]
    ledger.decisions.add(decide("reject", "PERFORMS", "dept-1", "safety"))
    assert settle(ledger) == ["doc-3", "doc-4"]
    ledger.decisions.undo(1, AT)
    assert settle(ledger) == ["doc-1", "doc-2"]


def test_a_document_that_other_rules_gave_another_id_is_stale_by_its_bytes(
        ledger: Ledger) -> None:
    put(ledger, "doc-1", "north", "north")
    one = decide("reject", "ABOUT", "doc-1/task-1", "safety")
    ledger.decisions.add(replace(one, one=replace(one.one, sha256="bytes")))
    ledger.remove("doc-1")
    ledger.put(Entry("doc-9", "bytes", "other rules", "read", document="doc-9",
                     batch=Batch("doc:doc-9", (), ())))
    settle(ledger)
    ledger.decisions.undo(1, AT)
    assert settle(ledger) == ["doc-9"]


def test_a_merge_makes_stale_who_holds_either_end(ledger: Ledger) -> None:
    put(ledger, "doc-1", "dept-1")
    put(ledger, "doc-2", "dept-2")
    put(ledger, "doc-3", "dept-3")
    settle(ledger)
    ledger.decisions.add(decide("merge", "Department", "dept-1", "dept-2"))
    assert settle(ledger) == ["doc-1", "doc-2"]


def test_a_decision_about_what_is_gone_makes_nothing_stale(ledger: Ledger) -> None:
    put(ledger, "doc-1", "north", "north")
    settle(ledger)
    ledger.decisions.add(decide("reject", "ABOUT", "doc-9/task-1", "safety"))
    ledger.decisions.add(decide("merge", "Department", "dept-8", "dept-9"))
    assert ledger.stale() == []


def test_a_refused_decision_makes_nothing_stale(ledger: Ledger) -> None:
    put(ledger, "doc-1", "north", "north")
    one = decide("reject", "ABOUT", "doc-1/task-1", "safety")
    ledger.decisions.add(one)
    settle(ledger)
    refused(ledger, one, "decided before")
    assert ledger.stale() == []


def test_decisions_outlive_the_documents_that_they_are_about(ledger: Ledger) -> None:
    put(ledger, "doc-1", "north", "north")
    kept = ledger.decisions.add(decide("reject", "ABOUT", "doc-1/task-1", "safety"))
    ledger.remove("doc-1")
    assert ledger.decisions.held() == [kept]


def test_another_process_sees_decisions_as_they_were_made(ledger: Ledger, tmp_path: Path) -> None:
    ledger.decisions.add(decide("reject", "ABOUT", "doc-1/task-1", "safety"))
    code = ("import sys, pathlib; from graph.ledger import Ledger; "
            "print(Ledger(pathlib.Path(sys.argv[1])).decisions.held()[0].one.quote)")
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True,
                          text=True, check=True, encoding="utf-8", cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "“task-1”"


def test_odd_words_come_back(ledger: Ledger) -> None:
    odd = "“校园”'安全'`周`{2031}\\n\n第二行 🚸 \"end\" $name"
    one = replace(decide("split", "Department", "dept-1", name=odd), why=odd, who=odd)
    ledger.decisions.add(replace(one, one=replace(one.one, quote=odd)))
    (kept,) = ledger.decisions.all()
    assert {kept.name, kept.why, kept.who, kept.one.quote} == {odd}
