"""The thesaurus of topics covers the field, and keeps the rules of `ontology.lint`."""

from pathlib import Path

import pytest

from ontology import thesaurus
from ontology.lint import faults
from ontology.skos import plain
from ontology.thesaurus import Concept

REPOSITORY = Path(__file__).parents[2]
FILE = REPOSITORY / "ontology" / "concepts.ttl"
CORPUS = REPOSITORY.parent / "shared" / "corpus"


def chinese(concept: Concept) -> tuple[str, ...]:
    return (concept.name, *concept.alternatives)


def unseen(concepts: list[Concept], texts: list[str]) -> list[Concept]:
    """Return the concepts that no text names, so that nobody wrote them down from these texts."""
    whole = "\n".join(plain(text) for text in texts)
    return [c for c in concepts if not any(plain(text) in whole for text in chinese(c))]


def corpus_texts(folder: Path) -> list[str]:
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not files:
        pytest.fail(f"{folder} holds no texts: put the sample documents there to run this test")
    return [path.read_text("utf-8") for path in files]


@pytest.fixture(scope="module")
def topics() -> list[Concept]:
    return [one for one in thesaurus.load().concepts.values() if one.scheme == "topic"]


def test_the_file_has_no_fault() -> None:
    assert faults(FILE.read_bytes()) == []


def test_the_thesaurus_is_as_large_as_the_field(topics: list[Concept]) -> None:
    known = {one.id for one in topics}
    assert len(topics) >= 250
    assert sum(len(one.broader) > 1 for one in topics) >= 3
    assert sum(len(known & set(one.related)) for one in topics) >= 2 * 60
    assert sum(bool(one.note) for one in topics) >= 40


def test_safety_reaches_its_branch() -> None:
    known = thesaurus.load()
    for label in ("校园安全", "安全教育", "食品安全", "消防安全", "防溺水", "防欺凌", "校车安全",
                  "安防建设", "实验室安全", "安全生产", "平安校园", "应急管理", "隐患排查"):
        assert "安全" in [one.name for one in known.line(known.labels[label])], label


def test_half_of_the_topics_stand_in_no_sample(topics: list[Concept]) -> None:
    assert len(unseen(topics, corpus_texts(CORPUS))) >= len(topics) / 2


def test_a_named_concept_is_seen() -> None:
    safety = Concept("safety", "安全", "safety", (), ())
    food = Concept("food-safety", "食品安全", "food safety", (), ("safety",))
    assert unseen([safety, food], ["抓好“食品 安全”"]) == []
    assert unseen([safety, food], ["安全第一"]) == [food]


def test_a_missing_corpus_fails_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="holds no texts"):
        corpus_texts(tmp_path / "corpus")
