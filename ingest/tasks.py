"""Tells goals, tasks and preamble apart in an outline.

A goal groups tasks; a heading whose children are all headings is a container and no goal. A task
is one item with all that stands below it, or one lead-sentence paragraph; never one sentence of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ingest.clean import Clean
from ingest.marks import Block
from ingest.outline import BARE, OVER, PART, Section, is_heading
from ingest.text import Range
from ingest.vocabulary import load

LEAD = re.compile(r"[^。！？；]{3,32}[。！：](?=.{12})")
SPOKEN = re.compile(r"[^。！？；]{3,32}[。！：](?=.)")
INNER = ("circled", "bullet", "arabic_bracket", "arabic_closed")   # marks of parts, as a rule
FIELD = re.compile(r"（?[\u4e00-\u9fff]{2,8}(?:：|）)")
LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}：")


@dataclass(slots=True)
class Item:
    """A task before its text is read: its number, and the stretches of text that belong to it."""

    number: str | None
    ranges: list[Range]


@dataclass(slots=True)
class Group:
    """A heading with its items; `head` is None for items that no heading groups.

    `intro` are paragraphs between the heading and its items. `parts` are the headings of the
    parts of the text above this one, outermost first. A group that only sets the stage has no
    items, and all its paragraphs in `intro`.
    """

    head: Block | None
    parts: tuple[Block, ...]
    intro: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


@cache
def _preamble() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load("headings")
    return (re.compile(rf"(?:{data['before']})*(?:{'|'.join(data['preamble'])})"),
            re.compile(data["planned"]))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(load("headings")["opening"])


def is_preamble(clean: Clean, block: Block) -> bool:
    """Tell a heading that sets the stage, such as 总体要求 or 存在问题."""
    title = re.split("[。（]", clean.form[block.body:block.end], maxsplit=1)[0].strip(" ：")
    preamble, planned = _preamble()
    return (all(preamble.fullmatch(name) for name in re.split("[和与及、，]", title))
            or bool(preamble.fullmatch(title))) and not planned.search(title)


def groups(clean: Clean, root: Section) -> Iterator[Group]:
    """Yield the groups of tasks in the order of the text, and what has none."""
    yield from _visit(clean, root, ())


def _visit(clean: Clean, section: Section, parts: tuple[Block, ...]) -> Iterator[Group]:
    """Yield a section's own group, then those of the headings below it."""
    if section.head and is_preamble(clean, section.head):
        yield Group(section.head, parts, _below(section))
        return
    headings = [child for child in section.children if is_group(clean, child, section)]
    own = Group(section.head, parts)
    if section.children:
        own.intro = section.body if section.head or not headings else []
        own.items = [_item(child) for child in section.children
                     if child not in headings and not _is_staging(clean, child)]
    else:
        own.items = list(_paragraphs(clean, section))
        taken = {start for item in own.items for start, _ in item.ranges}
        own.intro = [block for block in section.body if block.start not in taken]
    yield own
    if headings and not section.head:
        yield Group(None, parts, section.body)
    for child in section.children:
        if child not in headings and _is_staging(clean, child):
            yield Group(child.head, parts, _below(child))
    below = (*parts, section.head) if section.head else parts
    for child in headings:
        yield from _visit(clean, child, below)


def _below(section: Section) -> list[Block]:
    """Return all paragraphs below a section's head."""
    return [block for one in section.walk()
            for block in (*([one.head] if one is not section and one.head else []), *one.body)]


def _is_staging(clean: Clean, section: Section) -> bool:
    return section.head is None or is_preamble(clean, section.head)


def is_group(clean: Clean, section: Section, parent: Section) -> bool:
    """Tell a section that groups tasks from one that is a task."""
    head = section.head
    if head is None or section.style in (PART, OVER):
        return True
    outermost = parent.head is None or parent.style == PART
    heading = is_heading(clean, head)
    if section.children:
        if heading:
            parts = _inner(section) or _fused(clean, section)
            return not (parts and _has_items(parent, section.style))
        return outermost and not _inner(section)
    if not heading or not _substance(clean, section):
        return False
    same = [child for child in parent.children if child.style == section.style]
    if _led(clean, section) and sum(_led(clean, child) for child in same) * 2 >= len(same):
        return True
    return outermost and section.style != BARE and _grouping(clean, parent, section.style)


def _led(clean: Clean, section: Section) -> bool:
    """Tell a section of several paragraphs that mostly open with the task's name.

    A note on owners that stands once below them all makes them one task.
    """
    paragraphs = _substance(clean, section)
    fields = len(section.body) - len(paragraphs)
    leads = sum(1 for block in paragraphs if is_lead(clean, block))
    return len(paragraphs) >= 2 and leads * 2 >= len(paragraphs) and not (
        0 < fields < len(paragraphs))


def _inner(section: Section) -> bool:
    return all(child.style.startswith(INNER) for child in section.children)


def _fused(clean: Clean, section: Section) -> bool:
    """Tell a section whose children stand in one paragraph with its head."""
    last = section.children[-1].head
    return (section.head is not None and last is not None
            and "\n" not in clean.form[section.head.start:last.start])


def _has_items(parent: Section, style: str) -> bool:
    """Tell whether most sections of this style below the parent are items with text."""
    same = [child for child in parent.children if child.style == style]
    texts = [child for child in same if not child.children]
    return len(texts) * 2 > len(same)


def _grouping(clean: Clean, parent: Section, style: str) -> bool:
    """Tell whether the parent's sections of this style hold more than one paragraph or item."""
    same = [child for child in parent.children
            if child.style == style and child.head and not is_preamble(clean, child.head)]
    held = sum(max(len(_substance(clean, child)), len(child.children)) for child in same)
    return held > 1.3 * len(same)


def _substance(clean: Clean, section: Section) -> list[Block]:
    """Return a section's paragraphs but for the fields of an item: 责任单位：…, 完成时限：…."""
    return [block for block in section.body if not FIELD.match(clean.form, block.start)]


def is_lead(clean: Clean, block: Block) -> bool:
    """Tell a paragraph that opens with a short sentence that names the task."""
    text = clean.form[block.start:block.end]
    spoken = block.mark is not None and block.mark.part     # 一是…: however little follows
    return bool((SPOKEN if spoken else LEAD).match(text)) and not LABEL.match(text)


def _paragraphs(clean: Clean, section: Section) -> Iterator[Item]:
    """Yield the paragraphs of a section as items; text without a lead goes on with the last."""
    leads = [is_lead(clean, block) for block in section.body]
    if sum(leads) * 2 >= len(leads) > 0:
        item: Item | None = None
        for block, lead in zip(section.body, leads, strict=True):
            if lead:
                if item:
                    yield item
                item = Item(None, [(block.start, block.end)])
            elif item:
                item.ranges.append((block.start, block.end))
        if item:
            yield item
    elif section.head:
        for block in section.body:
            if len(section.body) == 1 or not _opening().match(clean.form, block.start, block.end):
                yield Item(None, [(block.start, block.end)])


def _item(section: Section) -> Item:
    """Return a section with all that stands below it as one item."""
    head = section.head
    assert head is not None
    ranges = [(head.body, head.end)]
    for below in section.walk():
        if below.head and below.head is not head:
            ranges.append((below.head.start, below.head.end))
        ranges.extend((block.start, block.end) for block in below.body)
    return Item(head.mark.number if head.mark else None, ranges)
