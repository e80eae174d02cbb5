"""The networks that can be asked for: the question behind each, and what is made of its rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import networkx as nx

from api.errors import UsageError
from api.workspace import Workspace
from graph import Cell, Language, Limits
from graph.errors import QueryLimitError
from graph.network import Interest, Pair, cities, departments
from queries import Answer, find, run

SECONDS = 120.0     # for a question about all tasks
MOST = 1_000_000    # rows; a network of a part of them would be wrong

Rows = Sequence[Sequence[Cell]]


class Kind(NamedTuple):
    """A kind of network: its question, the parameters that it passes on, and what draws it."""

    question: str
    parameters: tuple[str, ...]
    draw: Callable[[Rows], "nx.Graph[str]"]


KINDS: Mapping[str, Kind] = {
    "departments": Kind("co_ownership", ("locality",),
                        lambda rows: departments(map(Pair._make, rows))),
    "cities": Kind("concept_tasks", (), lambda rows: cities(map(Interest._make, rows))),
}


def ask(name: str, workspace: Workspace, language: Language,
        arguments: Mapping[str, str]) -> tuple[Answer, "nx.Graph[str]"]:
    """Return the answer that a network is made of, and the network.

    Raise UsageError for a network or a parameter that is not there, and QueryLimitError where not
    all rows can be had.
    """
    if name not in KINDS:
        raise UsageError(f"There is no network {name!r}; there are {', '.join(KINDS)}.")
    kind = KINDS[name]
    for parameter in arguments:
        if parameter not in kind.parameters:
            raise UsageError(f"The network {name} has no parameter {parameter!r}; it takes "
                             f"{', '.join(kind.parameters) or 'none'}.")
    limits = Limits(seconds=SECONDS, rows=MOST)
    with workspace.reading(language) as store:
        answer = run(find(kind.question), store, arguments, labels=workspace.thesaurus.labels,
                     limits=limits)
    if answer.truncated:
        raise QueryLimitError(f"{kind.question} has more than {answer.total} rows, too many for a "
                              "network.")
    return answer, kind.draw(answer.rows)
