"""Writes facts in the form of the gold set: what `edupolicy extract` prints."""

from typing import Any

from ingest.clean import Clean
from ingest.facts import Facts, Indicator, Task
from ingest.text import Range
from ontology.thesaurus import Thesaurus

Json = dict[str, Any]


def answer(clean: Clean, facts: Facts, thesaurus: Thesaurus, name: str) -> Json:
    """Return the facts as one JSON object."""
    about = facts.metadata
    return {
        "file": name,
        "document": {
            "title": about.title, "genre": about.genre, "issuer": about.issuer,
            "locality": about.locality, "adcode": about.adcode,
            "ancestors": [place for _, place in about.ancestors],
            "period": list(about.period) if about.period else None,
            "published": about.published},
        "goals": [{"id": goal.id, "title": goal.title, "core": True} for goal in facts.goals],
        "tasks": [_task(clean, task) for task in facts.tasks],
        "indicators": [_indicator(clean, one, task) for task, one in facts.all_indicators()],
        "citations": list(dict.fromkeys(one.title for one in facts.all_citations())),
        "concepts": _concepts(facts, thesaurus),
        "warnings": facts.warnings,
    }


def text(clean: Clean, at: Range) -> str:
    """Return a stretch of the clean text in one line."""
    return clean.text[at[0]:at[1]].replace("\n", "")


def _task(clean: Clean, task: Task) -> Json:
    return {
        "id": task.id, "goal": task.goal.id if task.goal else None, "number": task.number,
        "title": text(clean, task.title),
        "text": "\n".join(clean.text[a:b] for a, b in task.ranges),
        "period": list(task.period) if task.period else None, "status": task.status,
        "owners": [{"name": owner.name, "role": owner.role, "explicit": owner.explicit}
                   for owner in task.owners]}


def _indicator(clean: Clean, one: Indicator, task: Task | None) -> Json:
    return {"task": task.id if task else None, "quote": text(clean, one.at),
            "measure": one.measure, "comparator": one.comparator, "value": one.value,
            "upper": one.upper, "unit": one.unit, "due": one.due, "kind": one.kind,
            "soft": one.soft}


def _concepts(facts: Facts, thesaurus: Thesaurus) -> list[Json]:
    """Return the concepts named, each with its tasks, in the order of their labels."""
    tasks: dict[str, list[str]] = {}
    for task in facts.tasks:
        for about in task.concepts:
            label = thesaurus.concepts[about.concept].name
            tasks.setdefault(label, []).append(task.id)
    return [{"label": label, "tasks": tasks[label]} for label in sorted(tasks)]
