"""Joins the stages of reading: from the clean text to the facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile

from ingest import annex, body, citations, notes, outline, owners, periods
from ingest.clean import Clean
from ingest.concepts import Matcher
from ingest.facts import Aside, Facts, Metadata, Owner, Period, Task
from ingest.head import head, is_news, tail, unsigned
from ingest.indicators import Setting, indicators
from ingest.marks import Block, blocks
from ingest.metadata import metadata
from ingest.notes import named, owned
from ingest.numerals import integer
from ingest.tables import Found, tables
from ingest.tasks import groups
from ontology.divisions import Divisions
from ontology.names import bare
from ontology.thesaurus import Thesaurus

CHINESE = re.compile(r"[\u4e00-\u9fff]+")
LONGEST_CAPTION = 50    # characters of a line above a table
NOTE = re.compile(r"（?(?:备?注|说明|填表说明)\d?[：:、]")     # below a table


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading depends on beside the rules: known places and the thesaurus."""

    divisions: Divisions
    matcher: Matcher
    thesaurus: Thesaurus


def extract(clean: Clean, knowledge: Knowledge) -> Facts:
    """Return all that a document says."""
    warnings: list[str] = []
    every = list(blocks(clean, clean.tables))
    found = head(clean, every)
    own = every[found.start:]
    taken = list(tables(clean, own))
    beside = [_beside(clean, own, table) for table in taken]
    text = _without(own, taken, beside)
    end = tail(clean, text)
    text, behind = text[:end], text[end:]
    if text:
        text[-1] = unsigned(clean, text[-1])
    grouped = list(groups(clean, outline.outline(clean, text)))
    headings = [clean.form[block.start:block.end] for group in grouped if group.items
                for block in (*group.parts, group.head) if block]
    about = metadata(clean, every, found, headings, knowledge.divisions, warnings)
    if other := ("正文不是中文" if _is_foreign(clean) else
                 "这是一则新闻报道，不是计划或总结" if is_news(clean, every, found) else ""):
        warnings.append(f"{other}，所以没有提取任务。")
        asides = [Aside((block.start, block.end), other, "unread") for block in every]
        return Facts(about, [], [], [], [], warnings, asides)
    if about.genre is None and (headings or taken):
        about = replace(about, genre="plan")        # tasks without a word on what they are
    facts = Facts(about, [], [], [], [], warnings)
    first_leads = bool(owners.words().first_leads.search(clean.form))
    for group in grouped:
        body.add(clean, facts, group)
    for table, captions in zip(taken, beside, strict=True):
        annex.add(clean, facts, table.sheet, _years(clean, captions, about),
                  first_leads=first_leads)
        facts.asides.append(Aside((table.table.start, table.sheet.body), "表头"))
        facts.asides += [Aside(at, "表格的序号、时限、备注等栏", "note")
                         for row in table.sheet.rows for _, at in row.cells]
    facts.asides += [Aside((block.start, block.end), reason) for reason, some in (
        ("标题和题头", every[:found.start]), ("表的标题和说明", chain(*beside)),
        ("落款、印发和公开信息", behind)) for block in some]
    if not facts.tasks and not facts.indicators:
        warnings.append("文中没有找到任务：没有编号的事项，也没有以短句领起的段落。")
    for task in facts.tasks:
        _read(clean, task, about, knowledge, first_leads=first_leads)
    warnings += _jumps(facts.tasks)
    _cite_outside(clean, facts)
    return facts


def _is_foreign(clean: Clean) -> bool:
    """Tell a text of which not even a tenth is Chinese."""
    return sum(map(len, CHINESE.findall(clean.form))) * 10 < len(clean.form)


def _jumps(tasks: Sequence[Task]) -> Iterator[str]:
    """Yield a sentence where the tasks' numbers jump: an item may have been missed."""
    for one, other in pairwise(tasks):
        if one.goal is other.goal and one.number and other.number:
            try:
                jump = integer(other.number) - integer(one.number)
            except ValueError:      # numbers such as A-3 are not counted on
                continue
            if jump > 1:
                yield f"编号不连续：“{one.number}”之后是“{other.number}”，其间可能有事项没有读出。"


def _without(body: Sequence[Block], taken: Sequence[Found],
             beside: Sequence[Sequence[Block]]) -> list[Block]:
    """Return the blocks outside the tables, their captions and notes."""
    inside = {i for table in taken for i in range(*table.blocks)}
    apart = {block for some in beside for block in some}
    return [block for i, block in enumerate(body) if i not in inside and block not in apart]


def _beside(clean: Clean, body: Sequence[Block], table: Found) -> list[Block]:
    """Return the captions above a table and the notes below it."""
    first, behind = table.blocks
    above = range(first - 1, max(first - 6, -1), -1)
    short = list(takewhile(lambda i: body[i].end - body[i].start <= LONGEST_CAPTION, above))
    marked = [i for i in short if clean.form.startswith("附", body[i].start)]
    captions = body[min(marked, default=short[0] if short else first):first]
    if behind == len(body) or not NOTE.match(clean.form, body[behind].start):
        return list(captions)
    return [*captions, body[behind], *takewhile(_goes_on, body[behind + 1:])]


def _years(clean: Clean, beside: Sequence[Block], about: Metadata) -> Period | None:
    """Return the years of a table: those its caption names, else the document's."""
    captions = (clean.form[block.start:block.end] for block in beside)
    named = [years for caption in captions if (years := periods.period(caption))]
    inside = (years for years in named if about.period
              and about.period[0] <= years[0] and years[1] <= about.period[1])
    return next(inside, about.period)


def _goes_on(block: Block) -> bool:
    """Tell a further note below a table: 2.… behind 注：1.…."""
    return block.mark is not None and block.mark.style == "arabic" and block.mark.value > 1


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
        status = "reported" if (low, high) in task.reached else task.status
        setting = Setting(status, task.period, task.years.get((low, high), limit))
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
