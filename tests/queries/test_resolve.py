"""What names in arguments are taken for."""

import pytest

from graph import Store
from queries.errors import AmbiguousNameError, UnknownNameError
from queries.parameters import Parameter
from queries.resolve import Resolved, resolve
from tests.parity.records import (
    NORTH,
    NORTH_BASIC,
    NORTH_BUREAU,
    NORTH_SAFETY,
    SOUTH,
    SOUTH_BASIC,
    SOUTH_BUREAU,
    SOUTH_SAFETY,
    TOWNS,
)

LABELS = {"安全": "safety", "平安校园": "campus-safety", "Safe campus": "campus-safety",
          "双减": "double-reduction"}


def take(store: Store, kind: str, asked: str, place: str | None = None) -> Resolved:
    """Resolve a name with the labels of a thesaurus."""
    return resolve(Parameter(kind, kind), asked, store, LABELS, place)


@pytest.mark.parametrize(("asked", "found"), [
    ("安全", "safety"),            # a label of the thesaurus
    ("平安校园", "campus-safety"),  # another label
    ("safe  campus", "campus-safety"),
    ("双减", "double-reduction"),   # known, but not in the graph yet
    ("double-reduction", "double-reduction"),
    ("食品安全", "food-safety"),    # the graph's own label
    ("Food Safety", "food-safety"),
    ("school-meals", "school-meals"),
])
def test_a_concept_goes_by_id_and_by_any_label(store: Store, asked: str, found: str) -> None:
    assert take(store, "concept", asked).ids == (found,)


def test_a_concept_says_its_name(store: Store) -> None:
    assert take(store, "concept", "food safety").names == ("食品安全",)
    assert take(store, "concept", "food-safety").names == ("食品安全",)


def test_an_unknown_concept_offers_labels_of_graph_and_thesaurus(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="no concept '校园平安'; did you mean") as caught:
        take(store, "concept", "校园平安")
    assert set(caught.value.nearest) == {"校园安全", "平安校园"}


@pytest.mark.parametrize(("asked", "found"), [
    ("990121", NORTH), ("北屏县", NORTH), ("北屏", NORTH), ("临江市北屏县", NORTH),
    ("云川省临江市北屏县", NORTH), ("云川省 临江市 南屏县", SOUTH), ("云川", "990000"),
    ("临江市鼓楼区", "990102"), ("海陵市鼓楼区", "990302"),
])
def test_a_place_goes_by_code_and_by_full_and_short_name(store: Store, asked: str,
                                                         found: str) -> None:
    assert take(store, "locality", asked).ids == (found,)


@pytest.mark.parametrize("asked", ["鼓楼区", "鼓楼"])
def test_a_name_alone_does_not_decide_between_places(store: Store, asked: str) -> None:
    with pytest.raises(AmbiguousNameError, match="fits 2 places: 990102") as caught:
        take(store, "locality", asked)
    assert caught.value.candidates == ("990102 (云川省临江市鼓楼区)", "990302 (海陵市鼓楼区)")


@pytest.mark.parametrize("asked", ["屏县", "北", "海陵市北屏县", "东屏县"])
def test_an_unknown_place_offers_names_like_it(store: Store, asked: str) -> None:
    with pytest.raises(UnknownNameError, match=f"The graph holds no locality '{asked}'"):
        take(store, "locality", asked)


def test_the_nearest_places_are_named(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="did you mean") as caught:
        take(store, "locality", "东屏县")
    assert set(caught.value.nearest) == {"北屏县", "南屏县"}


@pytest.mark.parametrize(("asked", "found"), [
    ("北屏县教育局", (NORTH_BUREAU,)),
    ("北屏县教育局安全科", (NORTH_SAFETY,)),
    ("各镇（街道）", (TOWNS,)),                 # full-width brackets, as it may be typed
    ("安全科", (NORTH_SAFETY, SOUTH_SAFETY)),   # one name in two places
    ("南屏县教育局 基础", (SOUTH_BASIC,)),       # a part
    ("基础教育", (NORTH_BASIC, SOUTH_BASIC)),   # a part of one name in two places
    ("屏县教育局", (NORTH_BUREAU, SOUTH_BUREAU)),  # an end, which its sections hold inside
])
def test_a_department_goes_by_name_full_name_and_part(store: Store, asked: str,
                                                      found: tuple[str, ...]) -> None:
    assert take(store, "department", asked).ids == found


def test_a_name_of_several_departments_says_how_many_and_where(store: Store) -> None:
    taken = take(store, "department", "安全科")
    assert taken.names == ("北屏县教育局安全科", "南屏县教育局安全科")
    assert taken.places == ("北屏县", "南屏县")
    assert taken.note == "安全科 fits 2 departments in 北屏县, 南屏县; locality= narrows it."
    assert take(store, "department", "北屏县教育局").note is None


def test_the_place_decides_between_departments_of_one_name(store: Store) -> None:
    assert take(store, "department", "安全科", SOUTH).ids == (SOUTH_SAFETY,)


def test_a_place_without_such_a_department_leaves_all(store: Store) -> None:
    assert take(store, "department", "安全科", "990302").ids == (NORTH_SAFETY, SOUTH_SAFETY)


def test_a_full_name_holds_against_the_place(store: Store) -> None:
    assert take(store, "department", "北屏县教育局", SOUTH).ids == (NORTH_BUREAU,)


def test_a_part_that_fits_several_names_does_not_decide(store: Store) -> None:
    with pytest.raises(AmbiguousNameError, match="'科' fits 4 departments: 北屏县") as caught:
        take(store, "department", "科")
    assert "北屏县教育局安全科" in caught.value.candidates


def test_an_unknown_department_offers_names_like_it(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 安全科") as caught:
        take(store, "department", "安监科")
    assert caught.value.nearest[0] == "安全科"


@pytest.mark.parametrize("name", ["x' OR 1=1 //", '"}) DETACH DELETE n //', "<a> ?x $name \\"])
def test_a_name_is_data_and_never_text_of_the_query(store: Store, name: str) -> None:
    for kind in ("concept", "locality", "department"):
        with pytest.raises(UnknownNameError):
            take(store, kind, name)
