"""Decisions of persons, from the command line through the ledger into both stores.

Two counties write the same words: a plan, the report on it, and the next plan, in which the other
county cites the plan of its neighbour.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from api.settings import Settings
from api.workspace import Workspace
from graph import Language, Limits
from ontology import Ontology
from tests.api.doors import Run

PLAN = """北屏县教育局2031年工作要点

一、建设平安校园
1. 压实校园安全责任。全年开展校园安全隐患排查4轮。（牵头科室：安全科；配合科室：基础教育科、办公室）
2. 守护校园食品安全。食堂“明厨亮灶”接入率达到95%。（牵头科室：局安全科；配合单位：县市场监管局）

二、提升教育质量
3. 深化集团化办学。新建教育集团6个。（责任科室：基础教育科）
4. 建好教师队伍。培训骨干教师300名。（责任科室：行政审批科）
"""
REPORT = """北屏县教育局2031年工作总结

一、平安校园建设
1. 压实校园安全责任。全年开展校园安全隐患排查5轮。
2. 守护校园食品安全。食堂“明厨亮灶”接入率达到93%。

二、教育质量提升
3. 深化集团化办学。新建教育集团6个。
4. 办好老年大学。新增学员300名。
"""
NEXT = """北屏县教育局2032年工作要点

一、建设平安校园
1. 压实校园安全责任。全年开展校园安全隐患排查6轮。（牵头科室：安全科）
2. 守护校园食品安全。食堂“明厨亮灶”接入率达到98%。（牵头科室：安全科）
"""
NAMES = ("plan", "report", "next")


def write(folder: Path, *names: str, place: str = "北屏县") -> Path:
    """Write some of the documents of a place; those of the south cite the plan of the north."""
    folder.mkdir(exist_ok=True)
    texts = {"plan": PLAN, "report": REPORT, "next": NEXT}
    for name in names or NAMES:
        text = texts[name].replace("北屏县", place)
        if place == "南屏县":
            text += ("\n三、学习先进\n5. 学习邻县经验。认真学习《北屏县教育局2031年工作要点》。"
                     "（责任科室：办公室）\n")
        (folder / f"{place}{name}.txt").write_text(text, "utf-8")
    return folder


class Graph:
    """Looks at both stores of a data folder, whose answers have to agree."""

    def __init__(self, settings: Settings, ontology: Ontology) -> None:
        self._settings = settings
        self._ontology = ontology

    def id(self, kind: str, words: str, title: str = "") -> str:
        """Return the id of the node with a quote or name, in the document of a title."""
        known = self._ontology.nodes[kind].properties
        name = next(one for one in ("quote", "full_name", "name", "title") if one in known)
        text, given = f"MATCH (n:{kind} {{{name}: $words}})", {"words": words}
        if title:
            text += " MATCH (d:Document {id: n.document, title: $title})"
            given["title"] = title
        ((found,),) = self.run(Language.CYPHER, f"{text} RETURN n.id AS id", given)
        return str(found)

    def ties(self, relation: str) -> set[tuple[str, str, str]]:
        """Return the ids of the ends of all edges of a relation, and how they were found."""
        kind = self._ontology.relations[relation]
        assert kind.statement
        cypher = self.run(Language.CYPHER, f"MATCH (a)-[r:{relation}]->(b) RETURN a.id AS a, "
                          "b.id AS b, r.method AS method")
        sparql = self.run(
            Language.SPARQL, f"SELECT ?a ?b ?how {{ ?a {kind.predicate} ?b . "
            f"?x a {kind.statement.class_} ; {kind.statement.from_} ?a ; "
            f"{kind.statement.to} ?b ; edu:method ?how }}")
        assert set(cypher) == set(sparql)
        return {(str(a), str(b), str(method)) for a, b, method in cypher}

    def owners(self) -> set[tuple[str, str]]:
        """Return the tasks' titles and the names of their owners, by both stores."""
        cypher = set(self.run(Language.CYPHER, "MATCH (t:Task)-[:OWNED_BY]->(d:Department) "
                              "RETURN t.title AS task, d.full_name AS name"))
        sparql = set(self.run(Language.SPARQL, "SELECT ?task ?name { ?x edu:responsibilityFor ?t ; "
                              "edu:responsibleUnit ?d . ?t dcterms:title ?task . "
                              "?d edu:fullName ?name }"))
        assert cypher == sparql
        return {(str(task), str(name)) for task, name in cypher}

    def run(self, language: Language, text: str, given: Mapping[str, str] | None = None,
            ) -> tuple[Any, ...]:
        """Ask one store."""
        with Workspace(self._settings, print) as workspace, workspace.reading(language) as store:
            return store.run(text, given or {}, Limits()).rows


@pytest.fixture
def look(settings: Settings, ontology: Ontology) -> Graph:
    """The stores of the test's data folder."""
    return Graph(settings, ontology)


@pytest.fixture
def north(run: Run, tmp_path: Path) -> Path:
    """The folder of the documents of the north, which are ingested."""
    folder = write(tmp_path / "north")
    assert run("ingest", folder).exit_code == 0
    return folder


def done(run: Run, *arguments: str) -> str:
    """Run `edupolicy link …`, which has to succeed; return what it says."""
    result = run("link", *arguments)
    assert result.exit_code == 0, result.output
    return result.stderr


def refused(run: Run, *arguments: str) -> str:
    """Run `edupolicy link …`, which has to be refused; return the sentence."""
    result = run("link", *arguments)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert "Traceback" not in result.output
    return result.stderr


def listed(run: Run, column: str = "state") -> list[Any]:
    """Return a column of the list of decisions."""
    rows = json.loads(run("link", "list", "--format", "json").stdout)
    return [row[column] for row in rows]


def outcome(look: Graph, quote: str, target: str, place: str = "北屏县") -> tuple[str, str]:
    """Return the ids of an actual and of a target of a place."""
    return (look.id("Indicator", quote, f"{place}教育局2031年工作总结"),
            look.id("Indicator", target, f"{place}教育局2031年工作要点"))


CHECKS = ("开展校园安全隐患排查5轮", "开展校园安全隐患排查4轮")
GROUPS = ("新建教育集团6个", "新建教育集团6个")
PEOPLE = ("新增学员300名", "培训骨干教师300名")


def test_a_rejected_tie_is_gone_and_does_not_come_back(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    pair = outcome(look, *CHECKS)
    before = look.ties("REPORTS_ON")
    assert (*pair, "similarity") in before
    said = done(run, "reject", "REPORTS_ON", *pair, "--why", "别的排查")
    assert "Decision 1: reject REPORTS_ON" in said
    assert CHECKS[0] in said
    left = before - {(*pair, "similarity")}
    assert look.ties("REPORTS_ON") == left
    run("ingest", north)
    assert look.ties("REPORTS_ON") == left
    run("rebuild")
    assert look.ties("REPORTS_ON") == left


def test_an_accepted_tie_takes_the_place_of_what_was_found(
        run: Run, north: Path, look: Graph) -> None:
    actual = outcome(look, *CHECKS)[0]
    target = outcome(look, *PEOPLE)[1]
    done(run, "accept", "REPORTS_ON", actual, target)
    found = look.ties("REPORTS_ON")
    assert (actual, target, "person") in found
    assert [one for one in found if actual in one or target in one] == [(actual, target, "person")]


def test_the_relation_is_named_in_any_case_and_the_person_is_kept(
        run: Run, north: Path, look: Graph) -> None:
    pair = outcome(look, *CHECKS)
    done(run, "reject", "reports_on", *pair, "--who", "王老师", "--why", "别的排查")
    (row,) = json.loads(run("link", "list", "--format", "json").stdout)
    assert row["when"].endswith("+00:00")
    assert {key: value for key, value in row.items() if key != "when"} == {
        "number": 1, "verb": "reject", "relation": "REPORTS_ON", "one": pair[0],
        "one_words": CHECKS[0], "other": pair[1], "other_words": CHECKS[1], "state": "holds",
        "who": "王老师", "why": "别的排查"}


def test_a_second_partner_is_refused_until_the_first_is_undone(
        run: Run, north: Path, look: Graph) -> None:
    (one, first), (other, second) = outcome(look, *CHECKS), outcome(look, *PEOPLE)
    done(run, "accept", "REPORTS_ON", one, second)
    said = refused(run, "accept", "REPORTS_ON", one, first)
    assert f"{one} has {second} for its partner (decision 1 by " in said
    assert "`edupolicy link undo 1` takes it back" in said
    assert f"{second} has {one} for its partner" in refused(
        run, "accept", "REPORTS_ON", other, second)
    done(run, "undo", "1")
    done(run, "accept", "REPORTS_ON", one, first)
    assert (one, first, "person") in look.ties("REPORTS_ON")
    assert listed(run) == ["undone", "holds"]


def test_the_same_and_the_contrary_are_refused(run: Run, north: Path, look: Graph) -> None:
    pair = outcome(look, *CHECKS)
    done(run, "reject", "REPORTS_ON", *pair)
    assert "This was decided before (decision 1" in refused(run, "reject", "REPORTS_ON", *pair)
    assert "The contrary was decided, reject (decision 1" in refused(
        run, "accept", "REPORTS_ON", *pair)
    assert listed(run) == ["holds"]


def test_what_is_undone_comes_back_and_stays_on_record(
        run: Run, north: Path, look: Graph) -> None:
    before = look.ties("REPORTS_ON")
    done(run, "reject", "REPORTS_ON", *outcome(look, *CHECKS))
    assert "Decision 1 undone." in done(run, "undo", "1")
    assert look.ties("REPORTS_ON") == before
    assert listed(run) == ["undone"]
    assert "Decision 1 was undone at " in refused(run, "undo", "1")
    assert "There is no decision 2" in refused(run, "undo", "2")


def test_a_concept_is_taken_from_a_task_or_given_by_its_label(
        run: Run, north: Path, look: Graph) -> None:
    task = look.id("Task", "深化集团化办学", "北屏县教育局2031年工作要点")
    (about,) = [one for one in look.ties("ABOUT") if one[0] == task]
    done(run, "reject", "ABOUT", task, "集团化办学")
    done(run, "accept", "ABOUT", task, "食品安全")
    found = {one[1:] for one in look.ties("ABOUT") if one[0] == task}
    assert about[1:] not in found
    assert found == {("food-safety", "person")}
    done(run, "undo", "1")
    done(run, "undo", "2")
    assert [one for one in look.ties("ABOUT") if one[0] == task] == [about]


def test_a_label_that_a_topic_and_a_function_bear_is_read_as_the_relation_needs(
        run: Run, north: Path, look: Graph) -> None:
    section = look.id("Department", "北屏县教育局办公室")
    task = look.id("Task", "深化集团化办学", "北屏县教育局2031年工作要点")
    done(run, "accept", "PERFORMS", section, "行政审批")
    done(run, "accept", "ABOUT", task, "行政审批")
    (function,) = [one[1] for one in look.ties("PERFORMS") if one[2] == "person"]
    (topic,) = [one[1] for one in look.ties("ABOUT") if one[2] == "person"]
    assert function.startswith("function-")
    assert not topic.startswith("function-")


def test_a_function_that_a_name_says_may_be_wrong(run: Run, north: Path, look: Graph) -> None:
    section = look.id("Department", "北屏县教育局安全科")
    before = look.ties("PERFORMS")
    done(run, "reject", "PERFORMS", section, "function-safety")
    assert look.ties("PERFORMS") == before - {(section, "function-safety", "name")}
    assert look.run(Language.SPARQL, "SELECT ?c { BIND(id:function-safety AS ?c) ?c ?p ?o }"
                    ) == ()


def test_a_plan_that_is_not_the_one_before_is_followed_no_more(
        run: Run, north: Path, look: Graph) -> None:
    later, earlier = (look.id("Document", f"北屏县教育局{year}年工作要点") for year in (2032, 2031))
    assert look.ties("REVISES")
    done(run, "reject", "FOLLOWS", later, earlier)
    assert (later, earlier, "period") not in look.ties("FOLLOWS")
    assert not look.ties("REVISES")
    done(run, "undo", "1")
    assert (later, earlier, "period") in look.ties("FOLLOWS")
    assert look.ties("REVISES")


def test_merged_departments_are_one_until_that_is_undone(
        run: Run, north: Path, look: Graph) -> None:
    keep, gone = (look.id("Department", f"北屏县教育局{name}") for name in ("安全科", "办公室"))
    before = look.owners()
    done(run, "merge", keep, gone, "--why", "一套人马")
    after = look.owners()
    assert {name for _, name in before} - {name for _, name in after} == {"北屏县教育局办公室"}
    assert ("压实校园安全责任", "北屏县教育局安全科") in after
    assert f"{gone} is merged into {keep}" in refused(run, "merge", gone, keep)
    done(run, "undo", "1")
    assert look.owners() == before


def test_a_name_gets_a_department_of_its_own(run: Run, north: Path, look: Graph) -> None:
    whole = look.id("Department", "北屏县教育局安全科")
    before = look.owners()
    done(run, "split", whole, "局安全科")
    assert ("守护校园食品安全", "北屏县教育局局安全科") in look.owners()
    assert ("压实校园安全责任", "北屏县教育局安全科") in look.owners()
    assert "is written 安全科." in refused(run, "split", whole, "安保处")
    done(run, "undo", "1")
    assert look.owners() == before


def test_what_is_split_answers_for_its_own_indicators(
        run: Run, north: Path, look: Graph) -> None:
    def answering() -> set[object]:
        text = ("MATCH (d:Department)-[:ANSWERS_FOR]->(i:Indicator) "
                "WHERE i.quote CONTAINS '明厨亮灶' AND i.quote CONTAINS '95' RETURN d.name AS name")
        return {row[0] for row in look.run(Language.CYPHER, text)}

    assert answering() == {"安全科", "市场监管局"}
    done(run, "split", look.id("Department", "北屏县教育局安全科"), "局安全科")
    assert answering() == {"局安全科", "市场监管局"}


def test_decisions_outlive_a_file_that_is_mended(
        run: Run, north: Path, look: Graph) -> None:
    """The mended title gives the task, and with it its indicator, another id."""
    pair = outcome(look, *CHECKS)
    done(run, "reject", "REPORTS_ON", *pair)
    path = north / "北屏县plan.txt"
    path.write_text(path.read_text("utf-8").replace("压实校园安全责任", "压实安全责任"), "utf-8")
    assert run("ingest", north).exit_code == 0
    again = outcome(look, *CHECKS)
    assert again[1] != pair[1]
    assert not [one for one in look.ties("REPORTS_ON") if one[:2] == again]
    assert listed(run) == ["holds"]


@pytest.mark.parametrize("quotes", [CHECKS, GROUPS], ids=["other words", "the same words"])
def test_a_decision_lies_dormant_while_a_document_is_gone(
        run: Run, north: Path, look: Graph, quotes: tuple[str, str]) -> None:
    pair = outcome(look, *quotes)
    held = look.ties("REPORTS_ON") - {(*pair, "similarity")}
    done(run, "reject", "REPORTS_ON", *pair)
    plan = look.id("Document", "北屏县教育局2031年工作要点")
    run("remove", plan)
    assert listed(run) == ["dormant"]
    assert look.ties("REPORTS_ON") == set()
    run("ingest", north)
    assert listed(run) == ["holds"]
    assert look.ties("REPORTS_ON") == held


def test_a_dormant_acceptance_ties_nothing_else(run: Run, north: Path, look: Graph) -> None:
    """The words of the target that is gone stand in the report, too."""
    actual, target = outcome(look, CHECKS[0], GROUPS[1])
    done(run, "accept", "REPORTS_ON", actual, target)
    run("remove", look.id("Document", "北屏县教育局2031年工作要点"))
    assert look.ties("REPORTS_ON") == set()
    run("ingest", north)
    assert (actual, target, "person") in look.ties("REPORTS_ON")


def test_a_merge_of_two_places_lies_dormant_while_one_is_gone(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    south = write(tmp_path / "south", "plan", place="南屏县")
    run("ingest", south)
    keep, gone = (look.id("Department", f"{place}教育局办公室") for place in ("北屏县", "南屏县"))
    before = look.owners()
    done(run, "merge", keep, gone)
    merged = look.owners()
    assert "南屏县教育局办公室" not in {name for _, name in merged}
    run("remove", look.id("Document", "北屏县教育局2031年工作要点"))
    assert "南屏县教育局办公室" in {name for _, name in look.owners()}
    assert listed(run) == ["dormant"]
    run("ingest", north)
    assert look.owners() == merged
    done(run, "undo", "1")
    assert look.owners() == before


def test_a_decision_of_one_place_leaves_the_same_words_of_another_alone(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    run("ingest", write(tmp_path / "south", place="南屏县"))
    here, there = outcome(look, *CHECKS), outcome(look, *CHECKS, place="南屏县")
    task = look.id("Task", "深化集团化办学", "北屏县教育局2031年工作要点")
    ties, about = look.ties("REPORTS_ON"), look.ties("ABOUT")
    done(run, "reject", "REPORTS_ON", *here)
    done(run, "reject", "ABOUT", task, "集团化办学")
    assert look.ties("REPORTS_ON") == ties - {(*here, "similarity")}
    assert {one[0] for one in about - look.ties("ABOUT")} == {task}
    run("rebuild")
    run("ingest", write(tmp_path / "south", place="南屏县"))
    path = tmp_path / "south" / "南屏县plan.txt"
    path.write_text(path.read_text("utf-8").replace("300名", "310名"), "utf-8")
    run("ingest", path)
    assert (*there, "similarity") in look.ties("REPORTS_ON")
    assert len(look.ties("ABOUT")) == len(about) - 1


def test_what_is_of_two_places_is_not_tied(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    run("ingest", write(tmp_path / "south", place="南屏县"))
    actual = outcome(look, *CHECKS)[0]
    target = outcome(look, *CHECKS, place="南屏县")[1]
    assert "are of two places" in refused(run, "accept", "REPORTS_ON", actual, target)
    assert listed(run) == []


def test_a_plan_that_another_place_cites_is_known_until_a_person_rejects_it(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    run("ingest", write(tmp_path / "south", "plan", place="南屏县"))
    plan = look.id("Document", "北屏县教育局2031年工作要点")
    ((policy, document, method),) = look.ties("RESOLVES_TO")
    assert (document, method) == (plan, "title")
    done(run, "reject", "RESOLVES_TO", policy, plan)
    assert look.ties("RESOLVES_TO") == set()
    assert listed(run) == ["holds"]
    later = look.id("Document", "北屏县教育局2032年工作要点")
    done(run, "accept", "RESOLVES_TO", policy, later)
    assert look.ties("RESOLVES_TO") == {(policy, later, "person")}


def test_an_accepted_document_of_a_policy_comes_back_with_who_cites_it(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    south = write(tmp_path / "south", "plan", place="南屏县")
    run("ingest", south)
    ((policy, plan, _),) = look.ties("RESOLVES_TO")
    later = look.id("Document", "北屏县教育局2032年工作要点")
    done(run, "accept", "RESOLVES_TO", policy, later)
    run("remove", look.id("Document", "南屏县教育局2031年工作要点"))
    assert look.ties("RESOLVES_TO") == set()
    path = north / "北屏县next.txt"
    path.write_text(path.read_text("utf-8").replace("98%", "99%"), "utf-8")
    run("ingest", north)
    run("ingest", south)
    assert look.ties("RESOLVES_TO") == {(policy, later, "person"), (policy, plan, "title")}


@pytest.mark.parametrize("swapped", [False, True])
def test_policies_that_are_one_lead_to_one_document(
        run: Run, north: Path, look: Graph, tmp_path: Path, swapped: bool) -> None:
    south = write(tmp_path / "south", "plan", place="南屏县")
    path = south / "南屏县plan.txt"
    path.write_text(path.read_text("utf-8") + "6. 对标先进。对照《北屏县年度教育工作安排》抓落实。"
                    "（责任科室：办公室）\n", "utf-8")
    run("ingest", south)
    plan = look.id("Document", "北屏县教育局2031年工作要点")
    titles = ["北屏县教育局2031年工作要点", "北屏县年度教育工作安排"]
    keep, gone = (look.id("Policy", title) for title in (titles[::-1] if swapped else titles))
    done(run, "merge", keep, gone)
    assert {(one, other) for one, other, _ in look.ties("RESOLVES_TO")} == {(keep, plan)}
    assert {row[0] for row in look.run(
        Language.CYPHER, "MATCH ()-[:CITES]->(p:Policy) RETURN p.id AS id")} == {keep}


@pytest.mark.parametrize(("arguments", "said"), [
    (["reject", "OWNED_BY", "task-1", "dept-1"], "Of 'OWNED_BY' nothing can be decided"),
    (["reject", "REPORTS_ON", "ind-1", "ind-2"], "The graph holds no Indicator 'ind-1'"),
    (["accept", "ABOUT", "task-1", "安全"], "The graph holds no Task 'task-1'"),
    (["accept", "PERFORMS", "dept-1", "安全"], "The graph holds no Department 'dept-1'"),
    (["merge", "dept-1", "dept-1"], "Two different departments or two different policies"),
    (["merge", "dept-1", "policy-1"], "Two different departments or two different policies"),
    (["merge", "task-1", "task-2"], "Two different departments or two different policies"),
    (["merge", "dept-1", "dept-2"], "The graph holds no Department 'dept-1'"),
    (["split", "dept-1", "办公室"], "The graph holds no Department 'dept-1'")])
def test_what_is_not_there_is_named(run: Run, north: Path, arguments: list[str],
                                    said: str) -> None:
    assert said in refused(run, *arguments)
    assert listed(run) == []


def test_a_concept_that_is_not_there_is_named(run: Run, north: Path, look: Graph) -> None:
    task = look.id("Task", "深化集团化办学", "北屏县教育局2031年工作要点")
    section = look.id("Department", "北屏县教育局安全科")
    assert "no concept '炼丹' in the thesaurus" in refused(run, "accept", "ABOUT", task, "炼丹")
    assert "no function 'food-safety'" in refused(
        run, "accept", "PERFORMS", section, "food-safety")


def test_a_node_is_not_tied_to_itself(run: Run, north: Path, look: Graph) -> None:
    task = look.id("Task", "深化集团化办学", "北屏县教育局2031年工作要点")
    assert "cannot be tied to itself" in refused(run, "accept", "CONTINUES", task, task)


def test_the_order_of_decisions_and_documents_does_not_matter(
        run: Run, north: Path, look: Graph, tmp_path: Path) -> None:
    """What was decided early holds for documents that come late, and the graphs are the same."""
    keep, gone = (look.id("Department", f"北屏县教育局{name}") for name in ("安全科", "办公室"))
    decided = [("reject", "REPORTS_ON", *outcome(look, *CHECKS)), ("merge", keep, gone),
               ("accept", "REPORTS_ON", *outcome(look, *PEOPLE))]
    for one in decided:
        done(run, *one)
    for title in ("2031年工作总结", "2031年工作要点"):
        run("remove", look.id("Document", f"北屏县教育局{title}"))
        run("ingest", north)
    first, second = tmp_path / "first.nq", tmp_path / "second.nq"
    run("export", first)
    other = str(tmp_path / "other")
    run("ingest", north, EDUPOLICY_DATA=other)
    for one in reversed(decided):
        assert run("link", *one, EDUPOLICY_DATA=other).exit_code == 0
    run("export", second, EDUPOLICY_DATA=other)
    assert first.read_bytes() == second.read_bytes()


def test_rebuilding_gives_the_graph_that_decisions_made(
        run: Run, north: Path, look: Graph) -> None:
    done(run, "reject", "REPORTS_ON", *outcome(look, *CHECKS))
    done(run, "split", look.id("Department", "北屏县教育局安全科"), "局安全科")
    relations = ("ABOUT", "CONTINUES", "FOLLOWS", "PERFORMS", "REPORTS_ON", "REVISES")
    before = [look.ties(name) for name in relations], look.owners()
    assert run("rebuild").exit_code == 0
    assert ([look.ties(name) for name in relations], look.owners()) == before
