"""Joins the stages of reading: from the clean text to the facts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest import annex, citations, notes, outline, owners, periods
from ingest.clean import Clean
from ingest.concepts import Matcher
from ingest.facts import Facts, Goal, Metadata, Owner, Period, Range, Task
from ingest.head import head, tail, unsigned
from ingest.indicators import Setting, indicators
from ingest.marks import Block, blocks
from ingest.metadata import metadata
from ingest.notes import named, owned
from ingest.tables import Table, tables
from ingest.tasks import Group, Item, groups
from ingest.vocabulary import load
from ontology.divisions import Divisions
from ontology.names import bare
from ontology.thesaurus import Thesaurus

TITLE = re.compile(r"[^。！？；\n]+")
LONGEST_TITLE = 40      # characters of a task's title
LONGEST_CAPTION = 50    # characters of a line above a table


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading depends on beside the rules: known places and the thesaurus."""

    divisions: Divisions
    matcher: Matcher
    thesaurus: Thesaurus


def extract(clean: Clean, knowledge: Knowledge) -> Facts:
    """Return all that a document says."""
    warnings: list[str] = []
    every = list(blocks(clean))
    found = head(clean, every)
    body = every[found.start:]
    taken = list(tables(clean, body))
    text = _without(clean, body, taken)
    text = text[:tail(clean, text)]
    if text:
        text[-1] = unsigned(clean, text[-1])
    root = outline.outline(clean, text)
    grouped = list(groups(clean, root))
    headings = [clean.form[block.start:block.end]
                for group in grouped for block in (*group.parts, group.head) if block]
    about = metadata(clean, every, found, headings, knowledge.divisions, warnings)
    facts = Facts(about, [], [], [], warnings)
    for group in grouped:
        _add_group(clean, facts, group)
    for table in taken:
        annex.add(clean, facts, table)
    if not facts.tasks:
        warnings.append("文中没有找到任务：没有编号的事项，也没有以短句领起的段落。")
    first_leads = bool(owners.words().first_leads.search(clean.form))
    for task in facts.tasks:
        _read(clean, task, about, knowledge, first_leads=first_leads)
    _cite_outside(clean, facts)
    return facts


def _without(clean: Clean, body: Sequence[Block], taken: Sequence[Table]) -> list[Block]:
    """Return the blocks outside the tables, and outside the captions above them."""
    inside = {i for table in taken for i in range(*table.blocks)}
    for table in taken:
        above = range(table.blocks[0] - 1, max(table.blocks[0] - 6, -1), -1)
        short = list(takewhile(lambda i: body[i].end - body[i].start <= LONGEST_CAPTION, above))
        marked = [i for i in short if clean.form.startswith("附", body[i].start)]
        first = min(marked, default=short[0] if short else table.blocks[0])
        inside |= set(range(first, table.blocks[0]))
    return [block for i, block in enumerate(body) if i not in inside]


def _add_group(clean: Clean, facts: Facts, group: Group) -> None:
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


def _goal(clean: Clean, facts: Facts, block: Block) -> Goal | None:
    """Add the goal that a heading names; a mark alone names none."""
    start, end = _bare_heading(clean, block)
    if not bare(clean.text[start:end]):
        return None
    goal = Goal(f"g{len(facts.goals) + 1}", clean.text[start:end].strip(" 。：:"),
                block.mark.label if block.mark else None, (start, end))
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
    return Task(f"t{len(facts.tasks) + 1}", goal, item.number, _title(clean, kept), kept,
                tuple(found))


def _trim(clean: Clean, at: Range) -> Range:
    start, end = at
    while start < end and clean.form[start] in " ，。；：、）":
        start += 1
    while end > start and clean.form[end - 1] in " \n；，":
        end -= 1
    return start, end


def _title(clean: Clean, ranges: tuple[Range, ...]) -> Range:
    """Return the place of a task's title: its first sentence, cut at a comma where it is long."""
    if not ranges:
        return 0, 0
    start, end = ranges[0]
    match = TITLE.match(clean.form, start, end)
    stop = match.end() if match else end
    if stop - start > LONGEST_TITLE:
        cut = clean.form.rfind("，", start + 8, start + LONGEST_TITLE)
        stop = cut if cut > 0 else stop
    return start, stop


def _read(clean: Clean, task: Task, about: Metadata, knowledge: Knowledge, *,
          first_leads: bool) -> None:
    """Read owners, indicators, citations and concepts out of a task's text."""
    own: list[Owner] = []
    for low, high in task.notes:
        own += named(clean, (low, high), first_leads=first_leads)
    if not own and not task.owners:
        for low, high in task.ranges:
            for at, pairs in notes.prose(clean.form, low, high):
                own += owned(clean, pairs, at)
    task.owners = _distinct(own or task.owners)
    if not task.owners and about.issuer:
        task.owners = [Owner(about.issuer, "responsible", explicit=False, at=None)]
    limit = _limit(clean, task)
    for low, high in task.ranges:
        setting = Setting(task.status, task.period, task.years.get((low, high), limit))
        task.indicators += indicators(clean.text, clean.form, low, high, setting)
        task.citations += citations.citations(clean.text, clean.form, low, high)
        task.mentions += knowledge.matcher.mentions(clean.form, low, high)


def _limit(clean: Clean, task: Task) -> int | None:
    """Return the year of a task's field 完成时限：2024年底."""
    for low, high in (*task.ranges, *task.notes):
        match = owners.words().time.search(clean.form, low, high)
        if match and (years := periods.period(match[1])):
            return years[1]
    return None


def _distinct(found: list[Owner]) -> list[Owner]:
    return list({(owner.name, owner.role): owner for owner in reversed(found)}.values())[::-1]


def _cite_outside(clean: Clean, facts: Facts) -> None:
    """Add the citations that stand outside all tasks, but for the document's own title."""
    inside = [at for task in facts.tasks for at in task.ranges]
    own = bare(facts.metadata.title or "")
    for citation in citations.citations(clean.text, clean.form, 0, len(clean.form)):
        position = citation.at[0]
        if not any(a <= position < b for a, b in inside) and bare(citation.title) != own:
            facts.citations.append(citation)
