"""Concepts of the thesaurus in running text: the longest label from the left."""

import pytest

from ingest.clean import clean
from ingest.concepts import Matcher, matcher
from ingest.text import Text
from tests.ingest.conftest import Read

LABELS = {"安全": "safety", "校园安全": "campus-safety", "安全教育": "safety-education",
          "“双减”": "double-reduction", "三进": "three-entries", "进教材、进课堂": "three-entries"}
MATCHER = Matcher(LABELS)


def found(stored: str) -> list[tuple[str, str]]:
    cleaned = clean(Text(stored))
    return [(cleaned.form[slice(*one.at)], one.concept)
            for one in MATCHER.mentions(cleaned.form, 0, len(cleaned.form))]


@pytest.mark.parametrize(("stored", "mentions"), [
    ("加强校园安全", [("校园安全", "campus-safety")]),
    ("校园安全教育", [("校园安全", "campus-safety")]),              # leftmost, then longest
    ("加强安全教育", [("安全教育", "safety-education")]),
    ("安全第一，安全至上", [("安全", "safety"), ("安全", "safety")]),
    ("推进课程改革", []), ("", [])])
def test_the_longest_label_from_the_left(stored: str, mentions: list[tuple[str, str]]) -> None:
    assert found(stored) == mentions


@pytest.mark.parametrize("written", ["双减", "“双减”", "‘双减’", "「双减」", "双 减", "《双减》",
"双\n减"])
def test_quotes_blanks_and_line_ends_inside_a_term_are_ignored(written: str) -> None:
    assert [concept for _, concept in found(f"落实{written}工作")] == ["double-reduction"]


def test_marks_inside_a_label_are_ignored_as_well() -> None:
    assert [concept for _, concept in found("进教材进课堂")] == ["three-entries"]


def test_the_place_runs_from_the_first_to_the_last_character_of_the_term() -> None:
    assert found("落实“双”减”工作")[0][0] == "双”减"


def test_only_the_stretch_is_read() -> None:
    assert list(MATCHER.mentions("安全和安全", 2, 3)) == []


def test_one_matcher_for_the_same_labels() -> None:
    labels = tuple(LABELS.items())
    assert matcher(labels) is matcher(tuple(labels))


def test_in_a_document_only_direct_matches_are_listed_in_order(read: Read) -> None:
    answer = read("江阴市教育局2024年工作要点\n一、提升质量\n1.推进“双减”。落实“双减”。\n"
                  "2.关心健康。开展心理健康教育，落实双减。\n").answer
    assert answer["concepts"] == [{"label": "双减", "tasks": ["t1", "t2"]},
                                  {"label": "心理健康教育", "tasks": ["t2"]}]
