"""Makes tasks of a table's rows, or its indicators where the table is one of indicators.

A row belongs to the goal that bears its group's name.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ingest import bodies, owners, periods, titles
from ingest.clean import Clean
from ingest.columns import OWNERS, TEXTS, Row, Sheet
from ingest.facts import Aside, Facts, Goal, Owner, Period, Task
from ingest.marks import leading
from ingest.notes import owned
from ingest.parts import Annex
from ingest.targets import targets
from ingest.text import Range
from ontology.names import bare

ALIKE = 0.75            # share of letters that two names of one group have in common
DOING = r"^(?:实施|开展|推进|深化|加快)"


def add(clean: Clean, facts: Facts, annex: Annex, *, first_leads: bool) -> None:
    """Add the tasks of a table, with goals for groups that the body does not have.

    `first_leads`: the first of each list of responsible units is the lead.
    """
    sheet = annex.sheet
    status, period = _setting(facts, annex)
    period = _years(clean, annex, period)
    facts.asides += _asides(annex)
    if sheet.has("indicator") and not sheet.has("task", "content", *OWNERS):
        for row in sheet.rows:
            facts.indicators += targets(clean, sheet, row, period)
        return
    first_leads = first_leads and not sheet.has("lead")
    by_name = {_group_name(goal.title): goal for goal in facts.goals}
    for row in sheet.rows:
        task = _row_task(clean, sheet, row, first_leads=first_leads)
        if task is None:
            continue
        task.id, task.status, task.period = f"t{len(facts.tasks) + 1}", status, period
        task.indicators += targets(clean, sheet, row, period)
        if row.group:
            task.goal = _goal(clean, facts, row.group, by_name)
        facts.tasks.append(task)


def _setting(facts: Facts, annex: Annex) -> tuple[str, Period | None]:
    """Return status and years of the part of the text in which a table stands."""
    above = [goal for goal in facts.goals if goal.at[0] < annex.table.start]
    last = max(above, key=lambda goal: goal.at[0], default=None)
    return (last.status, last.period) if last else ("planned", facts.metadata.period)


def _years(clean: Clean, annex: Annex, period: Period | None) -> Period | None:
    """Return the years of a table: those its caption names inside its part's, else these."""
    captions = (clean.form[block.start:block.end] for block in annex.beside)
    named = (years for caption in captions if (years := periods.period(caption)))
    return next((years for years in named
                 if period and period[0] <= years[0] and years[1] <= period[1]), period)


def _asides(annex: Annex) -> Iterator[Aside]:
    """Yield what of a table is no task's text."""
    yield Aside((annex.table.start, annex.sheet.body), "表头")
    for block in annex.beside:
        yield Aside((block.start, block.end), "表的标题和说明")
    for row in annex.sheet.rows:
        for _, at in row.cells:
            yield Aside(at, "表格的序号、时限、备注等栏", "note")


def _goal(clean: Clean, facts: Facts, at: Range, by_name: dict[str, Goal]) -> Goal:
    """Return the goal that a row's group names, a new one where the document has none alike."""
    mark = leading(clean.form, *at)
    at = (mark.end if mark and mark.end < at[1] else at[0], at[1])
    name = clean.text[slice(*at)].replace("\n", "")
    if found := _match_goal(by_name, name):
        return found
    goal = Goal(f"g{len(facts.goals) + 1}", name, mark.number if mark else None, at)
    goal.period = facts.metadata.period
    facts.goals.append(goal)
    by_name[_group_name(name)] = goal
    return goal


def _group_name(title: str) -> str:
    """Return a group's name without the words around it: 实施“五育”融合行动，落实… → 五育融合."""
    name = bare(re.split("[，,]", title)[0])
    return re.sub(rf"{DOING}|(?:行动|工程|计划|专项)$", "", re.sub(DOING, "", name))


def _match_goal(by_name: dict[str, Goal], name: str) -> Goal | None:
    """Return the goal of the body that bears a group's name, or nearly so."""
    wanted = _group_name(name)
    near = [key for key in by_name if min(len(key), len(wanted)) >= 3 and wanted in key]
    near += get_close_matches(wanted, by_name, n=1, cutoff=ALIKE)
    return by_name[near[0]] if near else by_name.get(wanted)


def _row_task(clean: Clean, sheet: Sheet, row: Row, *,
              first_leads: bool) -> Task | None:
    kinds = [kind for kind in TEXTS if kind != "year" or not sheet.has("indicator")]
    if not sheet.has(*kinds):
        kinds = ["indicator"]
    texts = [(sheet.columns[i], at) for i, at in row.cells if sheet.columns[i].kind in kinds]
    if not texts:
        return None
    ranges = tuple(at for _, at in texts)
    years = {at: column.year for column, at in texts if column.year}
    due = next((at for i, at in row.cells if sheet.columns[i].kind == "due"), None)
    if due and (year := periods.period(clean.form[due[0]:due[1]])):
        years = {at: years.get(at, year[1]) for at in ranges}
    mark = None if row.number else leading(clean.form, *ranges[0])
    if mark and mark.end < ranges[0][1]:
        ranges = ((mark.end, ranges[0][1]), *ranges[1:])
    task = Task("", None, row.number or (mark.number if mark else None),
                titles.title(clean, ranges), ranges, years=years,
                reached=frozenset(at for column, at in texts if column.kind == "progress"))
    task.owners = [owner for i, at in row.cells if sheet.columns[i].kind in OWNERS
                   for owner in _owners(clean, at, sheet.columns[i].kind,
                                        first_leads=first_leads)]
    return task


def _owners(clean: Clean, at: Range, role: str, *, first_leads: bool) -> list[Owner]:
    """Return the owners in a cell, whose lines are names of units, or break them anywhere."""
    text = clean.form[slice(*at)]
    whole = all(bodies.kind(line.rstrip("、，；")) for line in text.split("\n"))
    text = text.replace("\n", "、" if whole else "")
    pairs = (owners.parse(text, first_leads=first_leads) if owners.words().label.search(text)
             else owners.units(text, role, first_leads=first_leads))
    return owned(clean, pairs, at)
