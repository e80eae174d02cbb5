"""Computes from the shared truth alone what questions have to answer; imports nothing of ours.

    python tests/parity/truth.py GOLD_DIR      prints the expected rows as JSON
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def plain(text: str) -> str:
    """A text without spaces, punctuation and width differences."""
    return re.sub(r"[^\w]|_", "", unicodedata.normalize("NFKC", text)).lower()


def owners(task: Json) -> set[tuple[str, str]]:
    """The (unit, role) pairs that the text names for a task."""
    return {(plain(owner["name"]), owner["role"]) for owner in task["owners"] if owner["explicit"]}


def begins(task: Json) -> str:
    """The first letters of a task, by which it is known again."""
    return plain(task["starts"])[:16]


def task_owners(gold: Json, tasks: list[str]) -> set[tuple[str, str, str]]:
    """The rows (task, department, role) for these tasks."""
    return {(begins(task), name, role) for task in gold["tasks"] if task["id"] in tasks
            for name, role in owners(task)}


def co_owners(gold: Json, tasks: list[str]) -> Counter[frozenset[str]]:
    """For each pair of units, the number of these tasks that both own."""
    return Counter(frozenset(pair) for task in gold["tasks"] if task["id"] in tasks
                   for pair in combinations(sorted({name for name, _ in owners(task)}), 2))


def department_tasks(gold: Json, unit: str) -> set[tuple[str, str]]:
    """The rows (task, role) of a unit."""
    return {(begins(task), role) for task in gold["tasks"]
            for name, role in owners(task) if name == plain(unit)}


def indicators(gold: Json, *, core: bool) -> Counter[tuple[float, float | None, str, int]]:
    """Value, upper bound, comparator and due year of each number, with or without passing ones."""
    return Counter((float(one["value"]), one["upper"] and float(one["upper"]), one["comparator"],
                    one["due"]) for one in gold["indicators"] if one["core"] or not core)


def main() -> None:
    """Print the expected pairs of each document's whole list of tasks."""
    for path in sorted(Path(sys.argv[1]).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if isinstance(gold, dict):
            pairs = co_owners(gold, [task["id"] for task in gold["tasks"]])
            rows = [[*sorted(pair), count] for pair, count in sorted(
                pairs.items(), key=lambda item: sorted(item[0]))]
            print(json.dumps({"file": gold["file"], "co_owners": rows}, ensure_ascii=False))


if __name__ == "__main__":
    main()
