"""Terms that the thesaurus lacks: what is suggested, in which order, and what is not."""

import random
from collections.abc import Iterable, Mapping

import pytest

from ingest.discover import READ, SHOWN, Candidate, Corpus, Passage, _cut, _shared, discover
from ingest.runs import Judge
from ontology import thesaurus
from ontology.thesaurus import Thesaurus
from tests.conftest import Records
from tests.ingest.documents import DEVELOPMENT, reading
from tests.ingest.documents import texts as documents

NORTH, SOUTH, EAST = "990121", "990122", "990123"
SHARED = {NORTH: ["推进银杏书院建设，年内建成银杏书院3所。"],
          SOUTH: ["每所学校设银杏书院，由校长任院长。"]}


def corpus(texts: Mapping[str, Iterable[str]]) -> Corpus:
    """Return tasks by place, each of a document of its own."""
    found = Corpus()
    found.passages = {Passage(place, f"doc-{place}-{i}", text)
                      for place, some in texts.items() for i, text in enumerate(some)}
    return found


def terms(texts: Mapping[str, Iterable[str]]) -> list[str]:
    return [one.term for one in discover(corpus(texts), thesaurus.load())]


def both(one: str, other: str) -> dict[str, list[str]]:
    return {NORTH: [one], SOUTH: [other]}


def test_a_term_comes_with_its_places_documents_and_sentences() -> None:
    texts = {**SHARED, EAST: ["银杏书院挂牌。", "落实经费。建设示范性银杏书院，面向农村。验收。"]}
    assert discover(corpus(texts), thesaurus.load()) == [Candidate(
        "银杏书院", 3, 4, 5, 10.0,
        ((f"doc-{EAST}-0", "银杏书院挂牌"), (f"doc-{SOUTH}-0", "每所学校设银杏书院，由校长任院长"),
         (f"doc-{NORTH}-0", "推进银杏书院建设，年内建成银杏书院3所")))]


def test_a_term_of_one_place_alone_is_none_however_many_documents_have_it() -> None:
    assert terms({NORTH: [text for some in SHARED.values() for text in some]}) == []


def test_the_order_of_documents_does_not_matter() -> None:
    texts = [Passage(f"99012{i % 4}", f"doc-{i}", f"{verb}银杏书院和{word}行动，{verb}晨读打卡。")
             for i, (verb, word) in enumerate([
                 ("办好", "护蕾"), ("推进", "护蕾"), ("深化", "暖冬"), ("完善", "暖冬"),
                 ("启动", "护蕾"), ("探索", "暖冬")])]
    found = []
    for seed in range(3):
        random.Random(seed).shuffle(texts)
        one = Corpus()
        for passage in texts:
            one.passages.add(passage)
        found.append(discover(one, thesaurus.load()))
    assert found[0]
    assert found[0] == found[1] == found[2]


def test_what_most_places_share_comes_first_then_what_stands_more_often() -> None:
    texts = {NORTH: ["银杏书院开放。", "晨读打卡制度，晨读打卡评比。", "暖冬驿站。"],
             SOUTH: ["办好银杏书院。", "完善晨读打卡。", "开放暖冬驿站。"],
             EAST: ["扩大银杏书院。"]}
    assert terms(texts)[:3] == ["银杏书院", "晨读打卡", "暖冬驿站"]
    found = discover(corpus(texts), thesaurus.load(), limit=2)
    assert [one.term for one in found] == ["银杏书院", "晨读打卡"]


def test_labels_of_the_thesaurus_and_what_stands_inside_them_are_none() -> None:
    labels = sorted(thesaurus.load().labels)
    assert set(labels).isdisjoint(terms(both("。".join(labels), "！".join(labels))))
    assert terms(both("推进集团化办学。", "深化集团化办学改革。")) == []


def test_an_accepted_term_is_a_label_like_others() -> None:
    own = thesaurus.Concept("term-0", "银杏书院", "", (), (), "accepted")
    known = Thesaurus({**thesaurus.load().concepts, own.id: own})
    assert discover(corpus(SHARED), known) == []


def test_what_was_decided_on_is_left_out() -> None:
    assert discover(corpus(SHARED), thesaurus.load(), {"银杏书院"}) == []


def test_a_piece_of_a_longer_term_is_none() -> None:
    found = terms(both("推进红烛先锋工作室建设。", "办好红烛先锋工作室，评选红烛先锋工作室。"))
    assert found == ["红烛先锋工作室"]


def test_a_term_beside_the_longer_one_that_holds_it_is_worth_what_is_left() -> None:
    texts = {NORTH: ["办好银杏书院。", "开放银杏书院。", "完善银杏书院导师制度。"],
             SOUTH: ["评选银杏书院。", "银杏书院导师。"]}
    found = {one.term: one for one in discover(corpus(texts), thesaurus.load())}
    assert found["银杏书院"].value == 6.0           # 2 bits for 5 times less 2 of 银杏书院导师
    assert found["银杏书院导师"].value == 5.17


@pytest.mark.parametrize(("one", "other"), [
    ("加强统筹协调工作。", "做好统筹协调工作，完善工作机制。"),           # what is done to things
    ("完成投资1200万元，建筑面积3万平方米。", "投资800万元，新增建筑面积1万平方米。"),   # numbers
    ("第三季度完成。三所学校参加。", "于第三季度启动。三所学校试点。"),
    ("银杏书院覆盖率达到90%。", "力争银杏书院覆盖率超过80%。"),             # a measure
    ("由县教育局负责，市场监管局配合。", "县教育局牵头，会同市场监管局。"),    # bodies
    ("推进学校建设，提高教师水平。", "加快学校建设，提升教师水平。"),         # nothing of a topic
    ("习近平新时代中国特色社会主义思想。", "学习习近平新时代中国特色社会主义思想。"),
    ("银杏", "办好银杏"),                                                 # two letters
])
def test_what_is_no_term(one: str, other: str) -> None:
    assert [term for term in terms(both(one, other)) if term != "银杏书院"] == []


def test_names_of_places_and_bodies_of_the_graph_are_none(records: type[Records]) -> None:
    found = corpus(both("云川银杏书院挂牌，护蕾先锋队负责。", "支持云川银杏书院，护蕾先锋队参加。"))
    assert {one.term for one in discover(found, thesaurus.load())} >= {"云川银杏书院", "护蕾先锋队"}
    document = records("doc-a", NORTH)
    document.owner(document.task(1, "清查"), "护蕾先锋队")
    found.add(document.batch())
    assert {"北屏县", "北屏", "云川省", "云川"} <= found.places
    assert "护蕾先锋队" in found.bodies
    assert [one.term for one in discover(found, thesaurus.load())] == ["银杏书院"]


def test_a_corpus_holds_the_tasks_of_documents_whose_place_is_known(
        records: type[Records]) -> None:
    document = records("doc-a", NORTH)
    document.task(1, "办好银杏书院")
    batch = document.batch()
    found = Corpus()
    found.add(batch)
    assert found.passages == {Passage(NORTH, "doc-a", "办好银杏书院。")}
    lost = Corpus()
    lost.add(type(batch)(batch.source, batch.nodes,
                         tuple(edge for edge in batch.edges if edge.type != "COVERS")))
    assert lost.passages == set()


def test_a_task_is_read_up_to_a_bound_and_quoted_in_full() -> None:
    far = "，".join(["按要求完成"] * (READ // 5)) + "，办好银杏书院。"
    assert terms(both(far, far)) == []
    near = "办好银杏书院，" + far
    found = discover(corpus(both(near, near)), thesaurus.load())
    assert [sentence for _, sentence in found[0].examples] == [near.rstrip("。")] * 2


def test_examples_are_of_different_places_and_few() -> None:
    texts = {f"99012{i}": [f"办好银杏书院{i}所。", "评选银杏书院。"] for i in range(1, 6)}
    found = discover(corpus(texts), thesaurus.load())[0]
    assert len({document.split("-")[1] for document, _ in found.examples}) == SHOWN


def test_nothing_comes_of_nothing() -> None:
    assert discover(Corpus(), thesaurus.load()) == []
    assert terms(both("", "。")) == []


def test_a_run_of_which_a_part_is_not_shared_is_not_counted() -> None:
    texts = list(_cut(corpus(both("银杏书院读书会", "银杏果园读书会")).passages, thesaurus.load(),
                      Judge((), (), ())))
    shared = _shared(texts)
    assert {"银杏", "读书会"} <= shared
    assert not any("书院" in run or "果园" in run for run in shared)


@pytest.mark.parametrize("part", range(3))
def test_most_of_what_is_suggested_first_was_taken_out_of_the_thesaurus(part: int) -> None:
    """Without a third of its topics, the thesaurus lacks what the development documents share."""
    full = thesaurus.load()
    topics = sorted(slug for slug, one in full.concepts.items() if one.scheme == "topic")
    gone = set(topics[part::3])
    rest = Thesaurus({slug: one for slug, one in full.concepts.items() if slug not in gone})
    found = Corpus()
    for path in documents(DEVELOPMENT):
        found.add(reading(path).batch)
    suggested = [one.term for one in discover(found, rest, limit=40)]
    lacking = {label for label, slug in full.labels.items() if slug in gone}
    hits = [term for term in suggested if any(term in label or label in term
                                              for label in lacking)]
    assert len(hits) >= 24, sorted(set(suggested) - set(hits))
