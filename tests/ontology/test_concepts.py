"""The thesaurus of topics holds what matching and broader queries rely on.

Each rule is a function from concepts to a list of faults in words. It is fed the real file, which
must give none, and one small broken thesaurus, which must give some.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

REPOSITORY = Path(__file__).parents[2]
THESAURUS = REPOSITORY / "ontology" / "concepts.ttl"
CORPUS = REPOSITORY.parent / "shared" / "corpus"
SKOS = "http://www.w3.org/2004/02/skos/core#"
BASE = "https://edupolicy-graph.example/id/"
SCHEME = "topics"
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
IGNORED = re.compile(r"[\s“”‘’\"'「」《》、]")
TOO_GENERAL = {"教育", "工作", "教师", "管理", "学校", "学生", "校园", "建设", "发展", "改革"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A topic as the file states it; labels are (language, text)."""

    id: str
    preferred: tuple[tuple[str, str], ...] = ()
    alternative: tuple[tuple[str, str], ...] = ()
    broader: tuple[str, ...] = ()
    top: bool = False
    scheme: str = SCHEME

    def chinese(self) -> list[str]:
        """Return the labels that are matched in texts."""
        return [text for language, text in self.preferred + self.alternative if language == "zh"]


def local(node: NamedNode) -> str:
    return node.value.removeprefix(BASE)


def read(data: bytes) -> list[Concept]:
    """Read the concepts of a Turtle text, in its order."""
    found: dict[str, Concept] = {}
    for quad in parse(data, format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or local(subject) == SCHEME:
            continue
        name = quad.predicate.value.removeprefix(SKOS)
        if name == "Concept":
            continue
        concept = found.setdefault(local(subject), Concept(local(subject), scheme=""))
        if isinstance(value, Literal):
            label = ((value.language or "", value.value),)
            if name == "prefLabel":
                concept = replace(concept, preferred=concept.preferred + label)
            elif name == "altLabel":
                concept = replace(concept, alternative=concept.alternative + label)
        elif isinstance(value, NamedNode):
            if name == "broader":
                concept = replace(concept, broader=(*concept.broader, local(value)))
            elif name == "topConceptOf":
                concept = replace(concept, top=local(value) == SCHEME)
            elif name == "inScheme":
                concept = replace(concept, scheme=local(value))
        found[concept.id] = concept
    return list(found.values())


def plain(text: str) -> str:
    """Return a text as it is matched: without white space, quotation marks and list commas."""
    return IGNORED.sub("", text)


def bad_ids(concepts: list[Concept]) -> list[str]:
    return [f"{c.id} is no slug" for c in concepts if not SLUG.fullmatch(c.id)]


def bad_languages(concepts: list[Concept]) -> list[str]:
    faults = [f"{c.id} needs one zh and one en prefLabel" for c in concepts
              if sorted(language for language, _ in c.preferred) != ["en", "zh"]]
    return faults + [f"{c.id} has the altLabel {text} in {language or 'no language'}"
                     for c in concepts for language, text in c.alternative if language != "zh"]


def repeated_labels(concepts: list[Concept]) -> list[str]:
    """A label that two concepts share as it is matched, or that one concept lists twice."""
    seen: Counter[str] = Counter()
    for c in concepts:
        seen.update({plain(text) for text in c.chinese()})
        seen.update(text for language, text in c.preferred if language == "en")
    faults = [f"the label {text} stands in {n} concepts" for text, n in seen.items() if n > 1]
    return faults + [f"{c.id} lists a label twice" for c in concepts
                     if len(set(c.chinese())) < len(c.chinese())]


def weak_labels(concepts: list[Concept]) -> list[str]:
    return [f"the label {text} of {c.id} would match everything or nothing"
            for c in concepts for text in c.chinese()
            if len(plain(text)) < 2 or text in TOO_GENERAL or plain(text) != text.replace("、", "")]


def unplaced(concepts: list[Concept]) -> list[str]:
    """A concept outside the scheme, without a place in it, or below one that does not exist."""
    known = {c.id for c in concepts}
    faults = [f"{c.id} is not in the scheme" for c in concepts if c.scheme != SCHEME]
    faults += [f"{c.id} is an orphan" for c in concepts if not c.top and not c.broader]
    return faults + [f"{c.id} is below the unknown {b}"
                     for c in concepts for b in c.broader if b not in known]


def ancestors(concepts: list[Concept], start: str) -> set[str]:
    """Return all concepts above one; it is among them only where the thesaurus has a cycle."""
    broader = {c.id: c.broader for c in concepts}
    found: set[str] = set()
    waiting = list(broader.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += broader.get(name, ())
    return found


def cycles(concepts: list[Concept]) -> list[str]:
    return [f"{c.id} is above itself" for c in concepts if c.id in ancestors(concepts, c.id)]


def outside(concepts: list[Concept], top: str, labels: list[str]) -> list[str]:
    """Those of the labels whose concept is not below the one with the label `top`."""
    ids = {text: c.id for c in concepts for text in c.chinese()}
    return [label for label in labels
            if label not in ids or ids.get(top) not in ancestors(concepts, ids[label])]


def unseen(concepts: list[Concept], texts: list[str]) -> list[Concept]:
    """Return the concepts that no text names, so that nobody wrote them down from these texts."""
    whole = "\n".join(plain(text) for text in texts)
    return [c for c in concepts if not any(plain(text) in whole for text in c.chinese())]


def corpus_texts(folder: Path) -> list[str]:
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not files:
        pytest.fail(f"{folder} holds no texts: put the sample documents there to run this test")
    return [path.read_text("utf-8") for path in files]


@pytest.fixture(scope="module")
def concepts() -> list[Concept]:
    return read(THESAURUS.read_bytes())


def topic(name: str, label: str, *broader: str) -> Concept:
    """A sound concept for the broken thesauri below."""
    return Concept(name, (("zh", label), ("en", name)), broader=broader, top=not broader)


Rule = Callable[[list[Concept]], list[str]]
SAFETY = topic("safety", "安全")
FOOD = topic("food-safety", "食品安全", "safety")
RULES: dict[Rule, list[Concept]] = {
    bad_ids: [topic("Food_Safety", "食品安全")],
    bad_languages: [replace(SAFETY, preferred=(("zh", "安全"), ("zh", "校园安全")))],
    repeated_labels: [SAFETY, replace(FOOD, alternative=(("zh", "安 全"),))],
    weak_labels: [topic("schools", "学校")],
    unplaced: [topic("food-safety", "食品安全", "saftey")],
    cycles: [replace(SAFETY, broader=("food-safety",)), FOOD],
}


@pytest.mark.parametrize("rule", RULES)
def test_thesaurus_keeps_the_rule(rule: Rule, concepts: list[Concept]) -> None:
    assert rule(concepts) == []


@pytest.mark.parametrize("rule", RULES)
def test_rule_sees_a_broken_thesaurus(rule: Rule) -> None:
    assert rule([SAFETY, FOOD]) == []
    assert rule(RULES[rule]) != []


def test_other_faults_are_seen() -> None:
    assert unplaced([replace(SAFETY, top=False)]) == ["safety is an orphan"]
    assert unplaced([replace(SAFETY, scheme="")]) == ["safety is not in the scheme"]
    assert bad_languages([replace(SAFETY, preferred=(("zh", "安全"),))])
    assert bad_languages([replace(SAFETY, alternative=(("en", "safe schools"),))])
    assert weak_labels([topic("safety", "“双减”")])
    assert repeated_labels([SAFETY, topic("other-safety", "安全")])
    assert repeated_labels([replace(SAFETY, alternative=(("zh", "安全"),))])


def test_reads_turtle_in_order() -> None:
    text = f"""
        @prefix skos: <{SKOS}> .
        @prefix c: <{BASE}> .
        c:topics a skos:ConceptScheme ; skos:prefLabel "教育政策主题"@zh .
        c:safety a skos:Concept ; skos:inScheme c:topics ;
            skos:prefLabel "安全"@zh, "safety"@en ; skos:topConceptOf c:topics .
        c:food-safety a skos:Concept ; skos:inScheme c:topics ;
            skos:prefLabel "食品安全"@zh, "food-safety"@en ; skos:broader c:safety .
    """
    assert read(text.encode()) == [SAFETY, FOOD]


def test_thesaurus_is_as_large_as_the_field(concepts: list[Concept]) -> None:
    assert len(concepts) >= 250
    assert sum(len(c.broader) > 1 for c in concepts) >= 3


def test_safety_reaches_its_branch(concepts: list[Concept]) -> None:
    branch = ["校园安全", "安全教育", "食品安全", "消防安全", "防溺水", "防欺凌", "校车安全",
              "安防建设", "实验室安全", "安全生产", "平安校园", "应急管理", "隐患排查"]
    assert outside(concepts, "安全", branch) == []


def test_missing_branch_is_seen() -> None:
    assert outside([SAFETY, FOOD], "安全", ["食品安全", "消防安全"]) == ["消防安全"]
    assert outside([SAFETY, topic("food-safety", "食品安全")], "安全", ["食品安全"]) == ["食品安全"]


def test_half_of_the_concepts_stand_in_no_sample(concepts: list[Concept]) -> None:
    assert len(unseen(concepts, corpus_texts(CORPUS))) >= len(concepts) / 2


def test_named_concept_is_seen() -> None:
    assert unseen([SAFETY, FOOD], ["抓好“食品 安全”"]) == []
    assert unseen([SAFETY, FOOD], ["安全第一"]) == [FOOD]


def test_missing_corpus_fails_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="holds no texts"):
        corpus_texts(tmp_path / "corpus")
