"""The faults of a thesaurus in words: each rule is fed a sound thesaurus with one thing changed."""

import subprocess
import sys
from pathlib import Path

import pytest

from ontology.errors import ThesaurusError
from ontology.lint import faults, main
from ontology.thesaurus import read

SOUND = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix c: <https://thesaurus.example/id/> .
c:topics a skos:ConceptScheme ; skos:prefLabel "主题"@zh, "Topics"@en .
c:functions a skos:ConceptScheme ; skos:prefLabel "职能"@zh, "Functions"@en .
c:safety a skos:Concept ; skos:inScheme c:topics ; skos:prefLabel "安全"@zh, "safety"@en ;
    skos:topConceptOf c:topics .
c:campus a skos:Concept ; skos:inScheme c:topics ;
    skos:prefLabel "校园安全"@zh, "campus safety"@en ;
    skos:altLabel "学校安全"@zh ; skos:broader c:safety .
c:food a skos:Concept ; skos:inScheme c:topics ; skos:prefLabel "食品安全"@zh, "food safety"@en ;
    skos:related c:meals ; skos:broader c:campus .
c:meals a skos:Concept ; skos:inScheme c:topics ; skos:prefLabel "营养餐"@zh, "meals"@en ;
    skos:scopeNote "指补助。"@zh ; skos:topConceptOf c:topics .
c:security a skos:Concept ; skos:inScheme c:functions ; skos:prefLabel "安全"@zh, "security"@en ;
    skos:hiddenLabel "安"@zh ; skos:topConceptOf c:functions .
"""


def broken(old: str, new: str) -> list[str]:
    assert old in SOUND
    return faults(SOUND.replace(old, new).encode())


def test_a_sound_thesaurus_has_no_fault_and_is_read() -> None:
    assert faults(SOUND.encode()) == []
    known = read(SOUND.encode())
    assert known.concepts["meals"].related == ("food",)     # one side states it, both have it
    assert known.concepts["food"].related == ("meals",)
    assert known.concepts["meals"].note == "指补助。"


@pytest.mark.parametrize(("old", "new", "fault"), [
    ("c:safety a skos:Concept ; skos:inScheme c:topics ;",
     "c:safety a skos:Concept ; skos:inScheme c:topics ; skos:broader c:food ;",
     "concept safety: it is broader than itself: safety → food → campus → safety."),
    ("skos:broader c:campus", "skos:broader c:campus, c:food",
     "concept food: it is broader than itself: food → food."),
    ('"学校安全"@zh', '"食品 安全"@zh',
     "label '食品安全' stands in campus and in food; one concept of a scheme may bear it."),
    ('"food safety"@en', '"campus safety"@en',
     "label 'campus safety' stands in campus and in food; one concept of a scheme may bear it."),
    ('"学校安全"@zh', '"学校安全"@zh, "学校、安全"@zh', "label '学校安全' stands in campus twice."),
    (', "meals"@en', "", "concept meals: a preferred label in zh and in en is needed."),
    ('"meals"@en', '"meals"@en, "营养"@zh',
     "concept meals: a preferred label in zh and in en is needed."),
    ('"学校安全"@zh', '"safe schools"@en',
     "concept campus: the label 'safe schools' is in en; other labels are in zh."),
    ("skos:broader c:campus", "skos:broader c:kampus",
     "concept food: broader 'kampus' is no concept."),
    ("skos:broader c:campus", "skos:broader c:security",
     "concept food: broader 'security' is of another scheme."),
    ("skos:related c:meals", "skos:related c:meal", "concept food: related 'meal' is no concept."),
    ("skos:related c:meals", "skos:related c:food", "concept food: it is related to itself."),
    ("skos:related c:meals", "skos:related c:safety",
     "concept food: related 'safety' is a broader or narrower one already."),
    ("skos:altLabel", "skos:related c:food ; skos:altLabel",
     "concept campus: related 'food' is a broader or narrower one already."),
    ('"指补助。"@zh ; skos:topConceptOf c:topics', '"指补助。"@zh',
     "concept meals: it is an orphan, no top concept and without a broader one."),
    ('"meals"@en ;', '"meals"@en ; skos:broader c:safety ;',
     "concept meals: a top concept has no broader one."),
    ("c:meals a skos:Concept ; skos:inScheme c:topics ;", "c:meals a skos:Concept ;",
     "concept meals: it is in one scheme of topics, functions."),
    ('"学校安全"@zh', '"“双减”"@zh',
     "concept campus: the label '“双减”' would match everything or nothing."),
    ('"学校安全"@zh', '"学校"@zh',
     "concept campus: the label '学校' would match everything or nothing."),
    ('"学校安全"@zh', '"校"@zh',
     "concept campus: the label '校' would match everything or nothing."),
])
def test_a_fault_is_told_in_words(old: str, new: str, fault: str) -> None:
    assert fault in broken(old, new)


def test_a_slug_has_small_letters_and_hyphens() -> None:
    assert faults(SOUND.replace("c:meals", "c:School_Meals").encode()) == [
        "concept School_Meals: its name is no slug such as food-safety."]


def test_more_than_four_levels_are_too_many() -> None:
    deeper = "".join(f"""c:level-{n} a skos:Concept ; skos:inScheme c:topics ;
        skos:prefLabel "层级{n}"@zh, "level {n}"@en ; skos:broader c:{above} .
        """ for n, above in ((4, "food"), (5, "level-4")))
    assert faults(f"{SOUND}{deeper}".encode()) == [
        "concept level-5: it stands 5 levels deep; 4 are the most."]


def test_a_circle_is_told_once_and_hides_no_other_fault() -> None:
    found = broken('"safety"@en ;', '"safety"@en ; skos:broader c:food ; skos:altLabel "管理"@zh ;')
    assert len([fault for fault in found if "broader than itself" in fault]) == 1
    assert "concept safety: the label '管理' would match everything or nothing." in found


def test_what_is_no_turtle_is_one_fault() -> None:
    [fault] = faults(b"c:safety a")
    assert fault.startswith("the thesaurus is no Turtle: ")


@pytest.mark.parametrize(("old", "new"), [
    ("skos:broader c:safety", "skos:broader c:food"), ("skos:broader c:campus", "skos:broader c:x"),
    ('"学校安全"@zh', '"食品安全"@zh'), ('"学校安全"@zh', '"“食品安全”"@zh')])
def test_a_thesaurus_is_not_read_with_these_faults(old: str, new: str) -> None:
    [fault] = [one for one in broken(old, new) if "orphan" not in one and "nothing" not in one]
    with pytest.raises(ThesaurusError) as caught:
        read(SOUND.replace(old, new).encode())
    assert str(caught.value) == fault


def test_the_command_prints_faults_and_fails(tmp_path: Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "concepts.ttl"
    path.write_text(SOUND.replace("c:campus .", "c:kampus ."), "utf-8")
    assert main([str(path)]) == 1
    assert capsys.readouterr().out == "concept food: broader 'kampus' is no concept.\n"
    path.write_text(SOUND, "utf-8")
    assert main([str(path)]) == 0
    assert main([str(tmp_path / "none.ttl")]) == 1
    assert "cannot be read" in capsys.readouterr().out


def test_the_command_runs_as_a_module() -> None:
    run = subprocess.run([sys.executable, "-m", "ontology.lint"], capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
