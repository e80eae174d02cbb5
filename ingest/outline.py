"""Finds the outline of a document: which heading stands under which.

No level is fixed. The style of mark that comes first is the outermost, one that appears below it
nests in it; numbers that run on, restart or jump change nothing. Short lines without a mark are
headings where text or items follow them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.clean import Clean
from ingest.marks import Block
from ingest.vocabulary import load

SENTENCE_END = re.compile(r"[。！？；]")
NOTED = re.compile(r"（[^（）]*：[^）]*）[。；]?$")     # a note on owners behind a heading
HEADING = 42    # characters of the longest heading
PLAN = re.compile(     # the title of one of several plans in a text
    r"[\u4e00-\u9fffXx×]{2,16}20\d\d年?(?:度|-20\d\d年)?[\u4e00-\u9fff“”]{2,24}"
    r"(?:要点|计划|方案|清单|总结|安排)")
MONTH = re.compile(
    r"(?:20\d\d年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[-、至](?:\d{1,2}|[一二三四五六七八九十]{1,2}))?月份?"
    r"|第?[一二三四]季度|[上下]半年)：?")
PART, OVER, BARE = "part", "over", "bare"
"""Styles of headings without a mark: of a part of the text, above the numbers, below them."""
NO_HEADING = re.compile(
    r"：(?!$)|，.*：$|[，、；。！？]$|^[（“各]|^附|^\d{4}年\d{1,2}月|^(发布|来源|时间|日期|联系|抄送|主送|索引)")


@dataclass(slots=True)
class Section:
    """A heading or item with what stands below it.

    `head` is None for the root. `body` are the unnumbered paragraphs directly below the head.
    """

    head: Block | None
    style: str
    body: list[Block] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@cache
def _parts() -> re.Pattern[str]:
    words = load("headings")
    return re.compile(f"{words['planned']}|{words['reported']}")


def outline(clean: Clean, blocks: Sequence[Block]) -> Section:
    """Return the tree of a document's blocks (those of its body, title and page head left out)."""
    root = Section(None, "")
    stack = [root]
    styles = [_style(clean, block, blocks[i + 1:i + 2]) for i, block in enumerate(blocks)]
    if sum(style == BARE and block.start in clean.bold
           for block, style in zip(blocks, styles, strict=True)) >= 2:
        styles = ["" if style == BARE and block.start not in clean.bold else style
                  for block, style in zip(blocks, styles, strict=True)]
    nested = _bare_headings_nest(blocks, styles)
    for block, style in zip(blocks, styles, strict=True):
        if not style:
            stack[-1].body.append(block)
            continue
        if style == BARE and not nested:
            style = OVER
        while any(section.style == style for section in stack):
            stack.pop()
        if style == PART or (style == OVER and stack[-1].style not in ("", PART)):
            del stack[1 + (style == OVER and any(s.style == PART for s in stack)):]
        section = Section(block, style)
        stack[-1].children.append(section)
        stack.append(section)
    return root


def is_heading(clean: Clean, block: Block) -> bool:
    """Tell a heading from an item with text: short, and no sentence ends inside it."""
    text = NOTED.sub("", clean.form[block.body:block.end]).rstrip("。 ：")
    return len(text) <= HEADING and not SENTENCE_END.search(text)


def _style(clean: Clean, block: Block, following: Sequence[Block]) -> str:
    """Return the outline style of a block, or "" for one that belongs to the section's body."""
    text = clean.form[block.start:block.end]
    if block.mark and not block.mark.part:
        return block.mark.style
    if block.mark or not following or not is_heading(clean, block) or NO_HEADING.search(text):
        return ""
    if _parts().search(text) or PLAN.fullmatch(text):
        return PART
    if block.start in clean.bold or MONTH.fullmatch(text):
        return BARE
    after = following[0]
    if text.endswith("：") and not after.mark:      # 一季度： stands above its items
        return ""
    substantial = after.mark is not None or after.end - after.start > 2 * len(text)
    return BARE if len(text) >= 4 and substantial else ""


def _bare_headings_nest(blocks: Sequence[Block], styles: Sequence[str]) -> bool:
    """Tell whether headings without a mark stand inside numbered sections.

    They do where the numbers of the outermost style run on over them; else they stand above.
    """
    outer = next((b.mark.style for b in blocks if b.mark and not b.mark.part), None)
    if outer is None:
        return False
    seen, inside, above = 0, 0, 0
    pending = 0
    for block, style in zip(blocks, styles, strict=True):
        if block.mark and block.mark.style == outer:
            if pending and seen and block.mark.value == seen + 1 and outer == "chinese":
                inside += pending
            elif pending:
                above += pending
            seen, pending = block.mark.value, 0
        elif style == BARE:
            pending += 1
    return inside > above
