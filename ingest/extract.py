"""Joins the stages of reading: from the clean text to the facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest import annex, body, citations, notes, outline, owners, periods
from ingest.clean import Clean
from ingest.concepts import Matcher
from ingest.facts import Aside, Facts, Mention, Metadata, Owner, Task
from ingest.head import contents, head, is_news
from ingest.implied import implied
from ingest.indicators import Setting, indicators
from ingest.marks import blocks
from ingest.metadata import metadata
from ingest.notes import named, owned
from ingest.numerals import integer
from ingest.parts import divide
from ingest.prominence import weigh
from ingest.tasks import groups
from ontology.divisions import Divisions
from ontology.names import bare
from ontology.thesaurus import Thesaurus

CHINESE = re.compile(r"[\u4e00-\u9fff]+")


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
    found = replace(found, start=contents(clean, every, found.start))
    parts = divide(clean, every[found.start:])
    grouped = list(groups(clean, outline.outline(clean, parts.text)))
    headings = [clean.form[block.start:block.end] for group in grouped if group.items
                for block in (*group.parts, group.head) if block]
    about = metadata(clean, every, found, headings, knowledge.divisions, warnings)
    if other := ("正文不是中文" if _is_foreign(clean) else
                 "这是一则新闻报道，不是计划或总结" if is_news(clean, every, found) else ""):
        warnings.append(f"{other}，所以没有提取任务。")
        asides = [Aside((block.start, block.end), other, "unread") for block in every]
        return Facts(about, [], [], [], [], warnings, asides)
    if about.genre is None and (headings or parts.tables):
        about = replace(about, genre="plan")        # tasks without a word on what they are
    facts = Facts(about, [], [], [], [], warnings)
    outside = (("标题、题头和目录", every[:found.start]), ("落款、印发和公开信息", parts.behind))
    facts.asides += (Aside((block.start, block.end), reason) for reason, some in outside
                     for block in some)
    first_leads = bool(owners.words().first_leads.search(clean.form))
    for group in grouped:
        body.add(clean, facts, group)
    for table in parts.tables:
        annex.add(clean, facts, table, first_leads=first_leads)
    if not facts.tasks and not facts.indicators:
        warnings.append("文中没有找到任务：没有编号的事项，也没有以短句领起的段落。")
    for task in facts.tasks:
        _read(clean, task, about, knowledge, first_leads=first_leads)
    for one in facts.shortfalls:
        setting = Setting("reported", one.period, None)
        facts.indicators += indicators(clean.text, clean.form, *one.at, setting)
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
    mentions: list[Mention] = []
    for low, high in task.ranges:
        status = "reported" if (low, high) in task.reached else task.status
        setting = Setting(status, task.period, task.years.get((low, high), limit))
        task.indicators += (replace(one, measure=one.measure or _name(clean, task))
                            for one in indicators(clean.text, clean.form, low, high, setting))
        task.citations += citations.citations(clean.text, clean.form, low, high)
        mentions += knowledge.matcher.mentions(clean.form, low, high)
    task.concepts = list(weigh(clean, task, mentions))
    task.concepts += implied(task.concepts, knowledge.matcher.implied)


def _name(clean: Clean, task: Task) -> str:
    """Return a task's title, which a number measures that stands alone in its cell."""
    return clean.text[slice(*task.title)].replace("\n", "")


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
