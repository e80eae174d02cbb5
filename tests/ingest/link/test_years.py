"""The tasks and numbers of a place through the years, on editions of a few words."""

from collections.abc import Iterable
from itertools import permutations

from ingest.link.place import Edition
from ingest.link.years import years
from ontology import Edge
from ontology.decisions import Decision
from tests.ingest.link.made import decision, edition, item, number


def tied(known: Iterable[Edition], *decisions: Decision) -> list[Edge]:
    """Return the edges of some editions, which are the same in any order of them."""
    told = [list(years(order, decisions)) for order in permutations(known)]
    assert len({frozenset(map(repr, one)) for one in told}) == 1
    return told[0]


def of(edges: Iterable[Edge], name: str, *properties: str) -> set[tuple[object, ...]]:
    """Return the ends of the edges of a type, and some of their properties."""
    return {(edge.source.id, edge.target.id, *(edge.properties.get(one) for one in properties))
            for edge in edges if edge.type == name}


def plan(year: int, value: float = 5, *, end: int = 0, document: str = "") -> Edition:
    """A plan of one task with one target."""
    document = document or f"doc-p{year}"
    task = item(f"task-{document}", "新建幼儿园", "新建幼儿园，增加学位", concepts=["preschool"])
    task.measures.append(number(f"ind-{document}", value, task=task))
    return edition(document, year, end, tasks=[task])


def report(year: int, value: float = 5, document: str = "") -> Edition:
    """A report of one task with one actual."""
    document = document or f"doc-r{year}"
    task = item(f"task-r-{document}", "建成幼儿园", "建成幼儿园，增加学位", concepts=["preschool"])
    task.measures.append(number(f"ind-r-{document}", value, measure="建成幼儿园", task=task,
                                kind="actual"))
    return edition(document, year, status="reported", tasks=[task])


def test_a_plan_its_report_and_the_next_plan() -> None:
    edges = tied([plan(2031), report(2031, 6), plan(2032, 7)])
    assert of(edges, "FOLLOWS", "sequence", "method", "document") == {
        ("doc-r2031", "doc-p2031", "report", "period", "doc-r2031"),
        ("doc-p2032", "doc-p2031", "next_plan", "period", "doc-p2032")}
    assert of(edges, "CONTINUES", "method", "document") == {
        ("task-r-doc-r2031", "task-doc-p2031", "similarity", "doc-r2031"),
        ("task-doc-p2032", "task-doc-p2031", "similarity", "doc-p2032")}
    assert of(edges, "REPORTS_ON", "met", "difference", "document") == {
        ("ind-r-doc-r2031", "ind-doc-p2031", True, 1.0, "doc-r2031")}
    assert of(edges, "REVISES", "change", "difference", "document") == {
        ("ind-doc-p2032", "ind-doc-p2031", "raised", 2.0, "doc-p2032")}
    assert all(0 < float(edge.properties["score"]) <= 1 for edge in edges
               if edge.type != "FOLLOWS")


def test_a_lone_edition_is_tied_to_nothing() -> None:
    assert tied([plan(2031)]) == []
    assert tied([report(2031)]) == []
    assert tied([]) == []


def test_a_document_that_reports_and_plans_follows_another_twice_and_never_itself() -> None:
    first = plan(2031, document="doc-both1")
    both = report(2031, document="doc-both2"), plan(2032, document="doc-both2")
    assert of(tied([first, *both]), "FOLLOWS", "sequence") == {
        ("doc-both2", "doc-both1", "report"), ("doc-both2", "doc-both1", "next_plan")}
    assert of(tied(both), "FOLLOWS") == set()


def test_the_plan_in_a_document_takes_up_the_tasks_that_it_reports() -> None:
    both = report(2031, document="doc-both"), plan(2032, document="doc-both")
    edges = tied(both)
    assert of(edges, "CONTINUES", "document") == {
        ("task-doc-both", "task-r-doc-both", "doc-both")}
    assert of(edges, "REVISES") == of(edges, "REPORTS_ON") == set()


def test_a_plan_within_a_longer_one_is_its_sequel_and_revises_nothing() -> None:
    edges = tied([plan(2031, end=2035, document="doc-long"), plan(2033)])
    assert of(edges, "FOLLOWS", "sequence") == {("doc-p2033", "doc-long", "sequel")}
    assert of(edges, "CONTINUES") == {("task-doc-p2033", "task-doc-long")}
    assert of(edges, "REVISES") == set()


def test_tasks_of_a_plan_for_other_years_have_to_be_more_alike() -> None:
    """A part of the title does: it is enough for the next plan, and not for a longer one."""
    def named(document: str, title: str, text: str, start: int, end: int) -> Edition:
        return edition(document, start, end, tasks=[item(f"task-{document}", title, text)])

    one, longer = (named("doc-1", "建好县域学前教育", "增加学位", 2031, end)
                   for end in (2031, 2035))
    later = named("doc-2", "加强县域学前工作", "改造园舍", 2032, 2032)
    (edge,) = [edge for edge in tied([one, later]) if edge.type == "CONTINUES"]
    assert 0.12 < float(edge.properties["score"]) < 0.25
    assert of(tied([longer, later]), "CONTINUES") == set()


def test_plans_of_the_year_are_reported_on_before_longer_ones() -> None:
    longer = plan(2031, end=2033, document="doc-long")
    longer.tasks[0].measures[0] = number("ind-doc-long", 5, task=longer.tasks[0], due=2031)
    told = report(2031)
    assert of(tied([longer, plan(2031), told]), "REPORTS_ON") == {
        ("ind-r-doc-r2031", "ind-doc-p2031")}
    assert of(tied([longer, told]), "REPORTS_ON") == {("ind-r-doc-r2031", "ind-doc-long")}


def test_a_longer_plan_is_reported_on_where_the_yearly_one_leaves_an_actual_over() -> None:
    longer = plan(2031, end=2031, document="doc-other")
    longer.tasks[0].measures[0] = number("ind-meals", 95, "%", "食堂达标率", task=longer.tasks[0])
    told = report(2031)
    told.tables.append(number("ind-r-meals", 96, "%", "食堂达标率", kind="actual"))
    assert of(tied([longer, plan(2031), told]), "REPORTS_ON") == {
        ("ind-r-doc-r2031", "ind-doc-p2031"), ("ind-r-meals", "ind-meals")}


def test_what_is_due_in_another_year_is_not_reported_on() -> None:
    assert of(tied([plan(2031), report(2032)]), "REPORTS_ON") == set()
    assert of(tied([plan(2031, end=2033, document="doc-long"), report(2032)]),
              "REPORTS_ON") == set()


def test_numbers_that_cannot_be_compared_say_neither_met_nor_difference() -> None:
    one, told = plan(2031), report(2031)
    one.tasks[0].measures[0] = number("ind-t", 3, "个百分点", "入园率", comparator="increase")
    told.tasks[0].measures[0] = number("ind-a", 97, "%", "入园率", kind="actual")
    edges = tied([one, told], decision("accept", "REPORTS_ON", "ind-a", "ind-t"))
    (edge,) = [edge for edge in edges if edge.type == "REPORTS_ON"]
    assert edge.properties.keys() == {"document", "method", "score"}


def test_rejected_pairs_are_not_tied_again() -> None:
    known = [plan(2031), report(2031), plan(2032)]
    edges = tied(known, decision("reject", "REPORTS_ON", "ind-r-doc-r2031", "ind-doc-p2031"),
                 decision("reject", "REVISES", "ind-doc-p2032", "ind-doc-p2031"),
                 decision("reject", "CONTINUES", "task-doc-p2032", "task-doc-p2031"))
    assert of(edges, "REPORTS_ON") == of(edges, "REVISES") == set()
    assert of(edges, "CONTINUES") == {("task-r-doc-r2031", "task-doc-p2031")}


def test_an_accepted_pair_is_certain_and_takes_both_partners() -> None:
    known = [plan(2031), report(2031)]
    known[0].tables.append(number("ind-meals", 95, "%", "食堂达标率"))
    edges = tied(known, decision("accept", "REPORTS_ON", "ind-r-doc-r2031", "ind-meals"))
    assert of(edges, "REPORTS_ON", "method", "score", "document") == {
        ("ind-r-doc-r2031", "ind-meals", "person", 1.0, "doc-r2031")}


def test_two_plans_may_continue_one_task_by_a_persons_word() -> None:
    known = [plan(2031), report(2031), plan(2032)]
    edges = tied(known, decision("accept", "CONTINUES", "task-doc-p2032", "task-doc-p2031"))
    assert of(edges, "CONTINUES", "method") == {
        ("task-r-doc-r2031", "task-doc-p2031", "similarity"),
        ("task-doc-p2032", "task-doc-p2031", "person")}


def test_a_decision_about_what_is_not_here_ties_nothing() -> None:
    known = [plan(2031), report(2031)]
    assert tied(known, decision("accept", "REVISES", "ind-gone", "ind-doc-p2031"),
                decision("accept", "CONTINUES", "task-gone", "task-gone2")) == tied(known)


def test_a_rejected_order_takes_the_ties_of_tasks_and_targets_with_it() -> None:
    edges = tied([plan(2031), plan(2032)], decision("reject", "FOLLOWS", "doc-p2032", "doc-p2031"))
    assert edges == []


def test_an_accepted_order_bears_the_persons_mark() -> None:
    edges = tied([plan(2030), plan(2031), plan(2032)],
                 decision("accept", "FOLLOWS", "doc-p2032", "doc-p2030"))
    assert of(edges, "FOLLOWS", "method") == {
        ("doc-p2032", "doc-p2030", "person"), ("doc-p2031", "doc-p2030", "period")}
    assert of(edges, "REVISES") == {("ind-doc-p2032", "ind-doc-p2030"),
                                    ("ind-doc-p2031", "ind-doc-p2030")}


def test_one_target_is_that_of_one_target_of_the_plan_before() -> None:
    one, later = plan(2031), plan(2032)
    later.tables.append(number("ind-twin", 5))
    assert len(of(tied([one, later]), "REVISES")) == 1


def test_of_two_reports_on_a_year_the_likest_tells_of_a_target() -> None:
    other = report(2031, document="doc-other")
    other.tasks[0].measures[0] = number("ind-other", 5, measure="建成园区", kind="actual")
    assert of(tied([plan(2031), report(2031), other]), "REPORTS_ON") == {
        ("ind-r-doc-r2031", "ind-doc-p2031")}


def test_of_two_plans_of_a_year_one_goes_on_with_a_task_and_a_target() -> None:
    """A bureau and its party committee may both plan the year; the likest goes on."""
    party = edition("doc-party", 2032, tasks=[item("task-party", "新建幼儿园", "建设学位")])
    party.tables.append(number("ind-party", 50, measure="新建幼儿园党支部", unit="个"))
    edges = tied([plan(2031), plan(2032), party])
    assert of(edges, "CONTINUES") == {("task-doc-p2032", "task-doc-p2031")}
    assert of(edges, "REVISES") == {("ind-doc-p2032", "ind-doc-p2031")}


def test_a_report_and_a_plan_may_both_go_on_with_one_task() -> None:
    assert len(of(tied([plan(2031), report(2031), plan(2032)]), "CONTINUES")) == 2
