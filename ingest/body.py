"""Makes goals and tasks of the groups in a document's body."""

import re
from collections.abc import Iterator

from ingest import notes, periods, titles
from ingest.clean import Clean
from ingest.facts import Aside, Facts, Goal, Metadata, Owner, Period, Shortfall, Task
from ingest.marks import Block
from ingest.notes import named
from ingest.tasks import Group, Item
from ingest.text import Range
from ingest.vocabulary import load
from ontology.names import bare


def add(clean: Clean, facts: Facts, group: Group) -> None:
    """Add the goal and the tasks of a group, or what it sets aside where it has none."""
    aside = group.intro if group.items else [*filter(None, (group.head,)), *group.intro]
    facts.asides += [Aside((block.start, block.end), "总体要求、引言和上级标题") for block in aside]
    if not group.items:
        facts.shortfalls += _shortfalls(clean, facts.metadata, group)
        return
    goal = _goal(clean, facts, group.head) if group.head else None
    status, period = _setting(clean, facts.metadata, group)
    if goal:
        goal.status, goal.period = status, period
    inherited = _inherited(clean, group)
    for item in group.items:
        task = _task(clean, facts, item, goal)
        task.status, task.period = status, period
        task.owners.extend(inherited)
        if task.ranges:
            facts.tasks.append(task)


def _shortfalls(clean: Clean, about: Metadata, group: Group) -> Iterator[Shortfall]:
    """Yield the paragraphs of a report's section on what fell short: no tasks, but numbers."""
    head = bare(clean.form[group.head.body:group.head.end]) if group.head else ""
    status, period = _setting(clean, about, group)
    if status == "reported" and re.search(load("headings")["shortfalls"], head):
        for block in group.intro:
            yield Shortfall((block.body, block.end), period)


def _goal(clean: Clean, facts: Facts, block: Block) -> Goal | None:
    """Add the goal that a heading names; a mark alone names none."""
    start, end = _bare_heading(clean, block)
    if not bare(clean.text[start:end]):
        return None
    goal = Goal(f"g{len(facts.goals) + 1}", clean.text[start:end].strip(" 。：:"),
                block.mark.number if block.mark else None, (start, end))
    facts.goals.append(goal)
    return goal


def _bare_heading(clean: Clean, block: Block) -> Range:
    """Return a heading's place without mark and owner note."""
    end = next((note[0] for note in notes.notes(clean.form, block.body, block.end)), block.end)
    return block.body, end


def _inherited(clean: Clean, group: Group) -> list[Owner]:
    """Return the owners that a note at the heading names for all items below it."""
    found: list[Owner] = []
    for block in filter(None, (group.head, *group.intro)):
        for note in notes.notes(clean.form, block.body, block.end):
            found += named(clean, note, first_leads=False)
    return found


def _setting(clean: Clean, about: Metadata, group: Group) -> tuple[str, Period | None]:
    """Return whether a group's tasks are planned or reported, and for which years."""
    words = load("headings")
    status = "reported" if about.genre == "summary" else "planned"
    period = about.period
    if about.genre == "summary" and period:
        period = (period[0], period[0])
    for block in (*group.parts, group.head):
        if block is None:
            continue
        form = clean.form[block.body:block.end]
        if re.search(words["planned"], form):
            status = "planned"
        elif re.search(words["reported"], form):
            status = "reported"
        else:
            continue
        if years := periods.period(form):
            period = years
        elif about.period:
            period = ((about.period[1],) * 2 if status == "planned" else (about.period[0],) * 2)
    return status, period


def _task(clean: Clean, facts: Facts, item: Item, goal: Goal | None) -> Task:
    found: list[Range] = []
    ranges: list[Range] = []
    for start, end in item.ranges:
        position = start
        for low, high in notes.notes(clean.form, start, end):
            ranges.append((position, low))
            found.append((low, high))
            position = high
        ranges.append((position, end))
    kept = tuple(_trim(clean, r) for r in ranges)
    kept = tuple(r for r in kept if r[1] > r[0])
    return Task(f"t{len(facts.tasks) + 1}", goal, item.number, titles.title(clean, kept), kept,
                tuple(found))


def _trim(clean: Clean, at: Range) -> Range:
    start, end = at
    while start < end and clean.form[start] in " ，。；：、）":
        start += 1
    while end > start and clean.form[end - 1] in " \n；，":
        end -= 1
    return start, end
