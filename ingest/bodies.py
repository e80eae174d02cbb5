"""Names of bodies: what kind of body a name stands for, and where in a text a name ends."""

import re
from functools import cache

from ingest.vocabulary import load

NAME = r"(?![由的将要把被让使从])[\u4e00-\u9fff]"


@cache
def _kinds() -> dict[str, str]:
    return {ending: kind for kind, endings in load("bodies")["endings"].items()
            for ending in endings}


@cache
def _endings() -> re.Pattern[str]:
    longest = sorted(_kinds(), key=len, reverse=True)
    return re.compile(f"({'|'.join(longest)})(（[^）]*）)?$")


def kind(name: str) -> str | None:
    """Return the kind of body that a name stands for, None where it is no body's name.

    `name` is in one form (clean.FORM) or plain (half-width brackets).
    """
    name = name.replace("(", "（").replace(")", "）")
    whole: dict[str, str] = load("bodies")["whole"]
    if name in whole:
        return whole[name]
    if is_group(name):
        return "group"
    match = _endings().search(name)
    return _kinds()[match[1]] if match else None


def is_group(name: str) -> bool:
    """Tell a name that stands for many bodies: 各镇（街道）, 相关部门."""
    return name.startswith(tuple(load("bodies")["groups"]))


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(_kinds(), key=len, reverse=True))})(?=.{{2,}})")


def several(text: str) -> bool:
    """Tell whether an ending of a body's name stands inside a text, too."""
    return _inside().search(text) is not None


@cache
def pattern() -> str:
    """Return the source of a pattern for one body's name inside running text."""
    longest = sorted(_kinds(), key=len, reverse=True)
    return rf"(?:{NAME}){{0,12}}?(?:{'|'.join(longest)})(?:（[^）]{{1,12}}）)?"
