"""What a document plans and what it reports: editions with their periods, tasks and numbers."""

from itertools import permutations

import pytest

from ingest.link.place import editions
from ontology import Batch, Ref
from tests.conftest import Records

Make = type[Records]


def of(*batches: Batch) -> list[tuple[str, str, tuple[int, int]]]:
    """Return document, status and period of the editions of some documents."""
    return [(one.document, one.status, one.period) for one in editions(batches)]


def table(doc: Records, measure: str, value: float, kind: str) -> None:
    """Add a number that stands in a table of a document."""
    ref = doc.indicator(Ref("Document", doc.document), measure, value, kind=kind)
    assert ref.type == "Indicator"


def combined(records: Make) -> Batch:
    """A document that reports on 2031 and plans 2032, with a table of each."""
    doc = records("doc-1", "990121", period_start=2031, period_end=2032)
    for place, status, year in ((1, "reported", 2031), (2, "planned", 2032),
                                (3, "reported", 2031), (4, "planned", 2032)):
        task = doc.task(place, f"任务{place}", status=status, period_start=year, period_end=year)
        kind = "actual" if status == "reported" else "target"
        doc.indicator(task, f"数{place}", place, kind=kind)
    table(doc, "表内目标", 5, "target")
    table(doc, "表内实绩", 6, "actual")
    return doc.batch()


def test_a_plan_is_one_edition_with_its_tasks_in_order(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    doc.task(2, "第二")
    doc.task(1, "第一")
    (plan,) = editions([doc.batch()])
    assert (plan.document, plan.title, plan.status, plan.period, plan.years) == (
        "doc-1", "doc-1", "planned", (2031, 2031), 1)
    assert [task.title for task in plan.tasks] == ["第一", "第二"]


def test_a_document_that_reports_and_plans_has_two_editions(records: Make) -> None:
    report, plan = editions([combined(records)])
    assert (report.status, report.period) == ("reported", (2031, 2031))
    assert (plan.status, plan.period) == ("planned", (2032, 2032))
    assert [task.title for task in report.tasks] == ["任务1", "任务3"]
    assert [task.title for task in plan.tasks] == ["任务2", "任务4"]


def test_numbers_of_tables_come_after_those_of_tasks_and_go_by_their_kind(records: Make) -> None:
    report, plan = editions([combined(records)])
    assert [one.text("measure") for one in report.measures] == ["数1", "数3", "表内实绩"]
    assert [one.text("measure") for one in plan.measures] == ["数2", "数4", "表内目标"]
    assert [one.task is None for one in plan.measures] == [False, False, True]


def test_the_commonest_period_of_the_tasks_is_the_editions(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2030, period_end=2035)
    for place, year in enumerate((2031, 2032, 2032), 1):
        doc.task(place, f"任务{place}", period_start=year, period_end=year)
    doc.task(4, "无期")
    assert of(doc.batch()) == [("doc-1", "planned", (2032, 2032))]


def test_between_equally_common_periods_the_later_counts(records: Make) -> None:
    doc = records("doc-1", "990121")
    for place, year in enumerate((2032, 2031), 1):
        doc.task(place, f"任务{place}", period_start=year, period_end=year)
    assert of(doc.batch()) == [("doc-1", "planned", (2032, 2032))]


def test_tasks_without_a_period_are_of_the_documents(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2033)
    doc.task(1, "无期")
    (plan,) = editions([doc.batch()])
    assert (plan.period, plan.years) == ((2031, 2033), 3)


def test_without_any_period_there_is_no_edition(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031)
    doc.task(1, "无期")
    assert of(doc.batch()) == []


def test_without_tasks_and_numbers_there_is_no_edition(records: Make) -> None:
    assert of(records("doc-1", "990121", period_start=2031, period_end=2031).batch()) == []


def test_a_table_of_targets_alone_is_a_plan(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    table(doc, "入学率", 98, "target")
    (plan,) = editions([doc.batch()])
    assert (plan.status, plan.tasks, len(plan.tables)) == ("planned", [], 1)


def test_a_task_has_weights_of_concepts_and_the_owners_that_are_named(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    task = doc.task(1, "清查校园周边")
    doc.about(task, "food-safety")
    doc.about(task, "fire-safety")
    named = doc.owner(task, "安全科")
    doc.owner(task, "教育局", "responsible", explicit=False)
    ((one,),) = [plan.tasks for plan in editions([doc.batch()])]
    assert one.concepts == {"food-safety": 1.0, "fire-safety": 1.0}
    assert one.owners == {named.id}


@pytest.mark.parametrize(("text", "sentence"), [
    ("第一句。全年检查次数4，做到全覆盖；第三句。", "全年检查次数4，做到全覆盖"),
    ("检查次数4", "检查次数4"),
    ("第一句！检查\n次数4！第三句", "检查次数4"),
    ("第一句？检查次数4", "检查次数4"),
    ("里面没有它。", "检查次数4")])
def test_a_number_stands_in_its_sentence(records: Make, text: str, sentence: str) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    doc.indicator(doc.task(1, "清查", text=text), "检查次数", 4)
    (plan,) = editions([doc.batch()])
    (one,) = plan.measures
    assert (one.sentence, one.task) == (sentence, plan.tasks[0])


def test_a_value_that_is_absent_is_none(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    ref = doc.indicator(doc.task(1, "清查"), "检查次数", 4)
    ((one,),) = [list(plan.measures) for plan in editions([doc.batch()])]
    assert (one.id, one.value, one.get("upper"), one.get("unit")) == (ref.id, 4.0, None, "")


def test_editions_come_in_the_order_of_periods_whatever_that_of_documents(records: Make) -> None:
    def plan(document: str, year: int) -> Batch:
        doc = records(document, "990121", period_start=year, period_end=year)
        doc.task(1, "任务")
        return doc.batch()

    batches = [plan("doc-9", 2030), plan("doc-2", 2032), combined(records), plan("doc-0", 2032)]
    assert {tuple(of(*order)) for order in permutations(batches)} == {(
        ("doc-9", "planned", (2030, 2030)), ("doc-1", "reported", (2031, 2031)),
        ("doc-0", "planned", (2032, 2032)), ("doc-1", "planned", (2032, 2032)),
        ("doc-2", "planned", (2032, 2032)))}


def test_an_edge_to_a_node_of_another_document_is_passed_over(records: Make) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    task = doc.task(1, "任务")
    doc.edge("HAS_INDICATOR", task, Ref("Indicator", "ind-elsewhere"))
    (plan,) = editions([doc.batch()])
    assert list(plan.measures) == []


def test_nodes_and_edges_may_come_in_any_order(records: Make) -> None:
    batch = combined(records)
    turned = Batch(batch.source, batch.nodes[::-1], batch.edges[::-1])

    def told(one: Batch) -> list[tuple[str, list[str], list[str]]]:
        return [(part.status, [task.id for task in part.tasks],
                 sorted(measure.id for measure in part.measures)) for part in editions([one])]

    assert told(turned) == told(batch)


def test_no_documents_have_no_editions() -> None:
    assert editions([]) == []
