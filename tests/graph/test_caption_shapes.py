"""Captions of one shape are laid out once; what comes out is what comes of each by itself."""

from hypothesis import given
from hypothesis import strategies as st

from graph.captions import CIRCLE, _like, lines

SIGNS = "校园安全，。；：、（）《》“”‘’()%—…·¢é-a1Z ％🚸\u00a0\u0301"
TEXTS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=40)


@given(st.lists(TEXTS, max_size=3), st.sampled_from(sorted(set(CIRCLE.values()))))
def test_a_shape_gives_the_lines_of_its_texts(parts: list[str], circle: float) -> None:
    assert _like(parts, circle) == lines(parts, circle)
