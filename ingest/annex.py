"""Makes tasks of a table's rows; each belongs to the goal that bears its group's name."""

import re
from difflib import get_close_matches

from ingest import owners, periods
from ingest.clean import Clean
from ingest.columns import OWNERS, TEXTS, Row, Sheet
from ingest.facts import Facts, Goal, Task
from ingest.notes import owned
from ontology.names import bare

ALIKE = 0.75            # share of letters that two names of one group have in common


def add(clean: Clean, facts: Facts, table: Sheet) -> None:
    """Add the tasks of a table, with goals for groups that the body does not have."""
    by_name = {_group_name(goal.title): goal for goal in facts.goals}
    for row in table.rows:
        task = _row_task(clean, facts, table, row)
        if task is None:
            continue
        if row.group:
            name = clean.text[row.group[0]:row.group[1]].replace("\n", "")
            task.goal = _match_goal(by_name, name)
            if task.goal is None:
                goal = Goal(f"g{len(facts.goals) + 1}", name, None, row.group)
                goal.period = facts.metadata.period
                facts.goals.append(goal)
                by_name[_group_name(name)] = task.goal = goal
        facts.tasks.append(task)


def _group_name(title: str) -> str:
    """Return a group's name without the words around it: 实施“五育”融合行动，落实… → 五育融合."""
    name = bare(re.split("[，,]", title)[0])
    return re.sub(r"^(?:实施|开展|推进|深化|加快)|(?:行动|工程|计划|专项)$", "",
                  re.sub(r"^(?:实施|开展|推进|深化|加快)", "", name))


def _match_goal(by_name: dict[str, Goal], name: str) -> Goal | None:
    """Return the goal of the body that bears a group's name, or nearly so."""
    wanted = _group_name(name)
    near = [key for key in by_name if min(len(key), len(wanted)) >= 3 and wanted in key]
    near += get_close_matches(wanted, by_name, n=1, cutoff=ALIKE)
    return by_name[near[0]] if near else by_name.get(wanted)


def _row_task(clean: Clean, facts: Facts, table: Sheet, row: Row) -> Task | None:
    texts = [(table.columns[i], at) for i, at in row.cells
             if table.columns[i].kind in TEXTS]
    if not texts:
        return None
    ranges = tuple(at for _, at in texts)
    years = {at: column.year for column, at in texts if column.year}
    due = next((at for i, at in row.cells if table.columns[i].kind == "due"), None)
    if due and (year := periods.period(clean.form[due[0]:due[1]])):
        years = {at: years.get(at, year[1]) for at in ranges}
    task = Task(f"t{len(facts.tasks) + 1}", None, row.number, ranges[0], ranges,
                period=facts.metadata.period, years=years)
    for i, at in row.cells:
        if table.columns[i].kind in OWNERS:
            role = table.columns[i].kind
            pairs = owners.units(clean.form[at[0]:at[1]].replace("\n", ""), role)
            task.owners += owned(clean, pairs, at)
    return task
