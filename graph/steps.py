"""Looks at one thing after the other and says of each whether it is well, and what to do if not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.errors import GraphError
from graph.trouble import DOCTOR


class State(StrEnum):
    """How a thing was found: `unknown` where it could not be looked at."""

    OK = "ok"
    WRONG = "wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it was found, in words, and what to do about it."""

    check: str
    state: State
    what: str
    remedy: str = ""


class WrongError(Exception):
    """What is wrong with a thing, and what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class UnknownError(WrongError):
    """A thing cannot be looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """A look at a thing: it returns words, and advice perhaps, or raises WrongError.

    Where a `gate` is wrong, what comes after it cannot be looked at.
    """

    check: str
    look: Callable[[], tuple[str, str]]
    gate: bool = False


def run(steps: Iterable[Step]) -> Iterator[Finding]:
    """Yield what each step finds, as soon as it is found; an error of ours counts as wrong."""
    shut = ""
    for step in steps:
        if shut:
            yield Finding(step.check, State.UNKNOWN, f"not looked at: {shut} comes first")
            continue
        found = _look(step)
        if step.gate and found.state is State.WRONG:
            shut = step.check
        yield found


def _look(step: Step) -> Finding:
    try:
        return Finding(step.check, State.OK, *step.look())
    except WrongError as error:
        state = State.UNKNOWN if isinstance(error, UnknownError) else State.WRONG
        return Finding(step.check, state, error.what, error.remedy)
    except GraphError as error:
        what, _, remedy = str(error).replace(DOCTOR, "").strip().rpartition("; ")
        return Finding(step.check, State.WRONG, what or remedy, remedy if what else "")
