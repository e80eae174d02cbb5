"""Likeness of texts: letters or pairs of them, of which the rare ones weigh more."""

import pytest

from ingest.link.likeness import Likeness, grams


@pytest.mark.parametrize(("text", "found"), [
    ("幼儿园", {"幼儿", "儿园"}), ("新建5所", {"新建", "所"}), ("教育，体育", {"教育", "体育"}),
    ("STEM课程", {"st", "te", "em", "m课", "课程"}), ("园", {"园"}), ("", set()), ("2031", set()),
    ("　 ，。", set())])
def test_pairs_do_not_reach_over_numbers_and_marks(text: str, found: set[str]) -> None:
    assert grams(text, 2) == found


def test_equal_texts_are_wholly_alike_and_others_not_at_all() -> None:
    known = Likeness(["新建幼儿园", "培训骨干教师"])
    assert known.alike("新建幼儿园", "新建幼儿园") == 1
    assert known.alike("新建幼儿园", "培训骨干教师") == 0
    assert 0 < known.alike("新建幼儿园", "建成幼儿园") < 1


def test_single_letters_find_what_is_reworded() -> None:
    texts = ["预收费资金监管", "学员预付费纳入专户管理", "教师培训"]
    assert grams("预收费", 1) == {"预", "收", "费"}
    assert Likeness(texts).alike(*texts[:2]) == 0
    assert Likeness(texts, length=1).alike(*texts[:2]) > 0


def test_numbers_do_not_make_texts_unlike() -> None:
    assert Likeness([]).alike("新建幼儿园5所", "新建幼儿园12所") == 1


def test_alike_is_the_same_in_both_directions() -> None:
    known = Likeness(["新建幼儿园", "建成投用幼儿园", "改建中学"])
    assert known.alike("新建幼儿园", "建成投用幼儿园") == known.alike(
        "建成投用幼儿园", "新建幼儿园")


def test_rare_pairs_weigh_more_than_those_of_every_text() -> None:
    known = Likeness([*["推进工作"] * 9, "推进食育"])
    assert known.weight(["食育"]) > known.weight(["推进"])
    assert known.alike("食育推进", "食育教师") > known.alike("食育推进", "教师推进")


def test_a_pair_that_no_text_holds_weighs_most() -> None:
    known = Likeness(["推进工作", "推进食育"])
    assert known.weight(["未见"]) > known.weight(["食育"])


def test_within_is_the_share_of_the_first_text_alone() -> None:
    known = Likeness(["新建幼儿园", "全年新建幼儿园五所并投入使用"])
    assert known.within("新建幼儿园", "全年新建幼儿园五所并投入使用") == 1
    assert known.within("全年新建幼儿园五所并投入使用", "新建幼儿园") < 1


@pytest.mark.parametrize("text", ["", "12", "。"])
def test_a_text_without_letters_is_like_nothing(text: str) -> None:
    known = Likeness(["新建幼儿园"])
    assert known.alike(text, text) == 0
    assert known.alike(text, "新建幼儿园") == 0
    assert known.within(text, "新建幼儿园") == 0


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = ["新建幼儿园", "改建中学", "新建中学"]
    one, other = Likeness(texts), Likeness(reversed(texts))
    assert one.alike("新建中学", "改建幼儿园") == other.alike("新建中学", "改建幼儿园")
