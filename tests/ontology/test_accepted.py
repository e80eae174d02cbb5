"""Accepted terms as concepts of the thesaurus."""

from ontology.terms import Term
from ontology.thesaurus import Concept, Thesaurus, extended, load

SMALL = Thesaurus({"safety": Concept("safety", "校园安全", "school safety", ("平安校园",), ()),
                   "care": Concept("care", "关爱", "care", (), (), "function")})


def term(text: str, broader: str = "", english: str = "") -> Term:
    return Term(text, "accepted", english, broader)


def test_a_term_becomes_a_concept_of_its_own_scheme() -> None:
    one = term("银杏书院", "safety", "ginkgo school")
    known = SMALL.with_terms((one,))
    assert known.concepts[one.id] == Concept(one.id, "银杏书院", "ginkgo school", (), ("safety",),
                                             "accepted")
    assert known.labels == {"校园安全": "safety", "平安校园": "safety", "银杏书院": one.id}
    assert [concept.id for concept in known.line(one.id)] == [one.id, "safety"]
    assert list(known.concepts) == sorted(known.concepts)
    assert "银杏书院" not in SMALL.labels


def test_a_term_may_be_broader_than_another() -> None:
    wide = term("银杏书院")
    narrow = term("银杏书院导师", wide.id)
    assert SMALL.with_terms((narrow, wide)).concepts[narrow.id].broader == (wide.id,)


def test_a_term_that_has_become_a_label_since_is_left_out_and_stands_for_its_concept() -> None:
    old = term("平安校园")
    narrow = term("银杏书院", old.id)
    known = SMALL.with_terms((old, narrow))
    assert old.id not in known.concepts
    assert known.concepts[narrow.id].broader == ("safety",)


def test_a_broader_concept_that_is_gone_is_left_out() -> None:
    one = term("银杏书院", "no-such-thing")
    assert SMALL.with_terms((one,)).concepts[one.id].broader == ()


def test_the_package_s_thesaurus_is_extended_once() -> None:
    assert extended(()) is load()
    one = (term("银杏书院"),)
    assert extended(one) is extended((term("银杏书院"),))
    assert len(extended(one).concepts) == len(load().concepts) + 1
