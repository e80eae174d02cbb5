"""Finds where a document's own text begins and ends: behind the title, before the signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest import bodies
from ingest.clean import Clean
from ingest.lines import FORM
from ingest.marks import Block
from ingest.outline import is_heading
from ingest.text import Range
from ingest.vocabulary import load

LONGEST_TITLE = 70      # characters
LONGEST_SIGNATURE = 24
SHORTEST = 4            # characters of a body's name that signs alone
PARAGRAPH = 40          # characters beyond which a block is text
SEARCHED = 14           # paragraphs searched for a title where no number 1 stands
# XX市 and ××县 are masked names; 州 ends a short name, as 凉山州, but not in 广州市.
PLACE = (r"(?!责任|牵头|配合|负责|[由各为和与及全本我在对])[\u4e00-\u9fffXx×*]{2,7}?"
         r"(?:自治[州县旗]|新区|[省市县区旗]|州(?![市区县]))")
NOTICE = re.compile(
    r"(?P<issuer>.{0,40}?)(?:关于)?(?:印发|转发|下发|发布|公布) ?"
    r"“?《(?P<title>[^《》]*(?:《[^》]*》[^》]*)?)》(?:的?通知)?")
SEVERAL = re.compile(
    r"印发“?《[^《》]{4,}》(?:[和、及与]|以及)“?《[^《》]{4,}》(?:等.{0,12})?的通知$")
DATE_LINE = re.compile(
    r"（?(?:20\d\d年\d{1,2}月\d{1,2}日"
    r"|二[〇零][〇零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)）?$")
BEHIND = re.compile(
    r"抄送|.{0,12}领导小组(?:成员|名单|组成人员)|（?此件|联系人|（?联系电话|公开方式"
    r"|.{2,24}办公室 *20\d\d年.*印发")
OUTER = ("chapter", "section", "chinese", "chinese_bracket", "arabic", "number")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the title stands, as printed, and the block with which the text begins."""

    title: Range | None
    printed: str | None
    start: int


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of titles: how they end, who issues, and how one runs into the text."""

    ending: re.Pattern[str]
    issuer: re.Pattern[str]
    fused: re.Pattern[str]
    news: re.Pattern[str]


@cache
def words() -> Words:
    """Return the compiled vocabulary."""
    data = load("titles")
    return Words(
        ending=re.compile(rf"(?:{data['endings']})(?:（[^）]{{1,24}}）|[0-9年度\-]{{4,12}})*”?$"),
        issuer=re.compile(rf"[\u4e00-\u9fff（）Xx×*]{{1,24}}?{data['issuers']}"),
        fused=re.compile(rf"[^，。：；]{{6,36}}?(?:{data['fused']})(?={data['openings']})"),
        news=re.compile(data["news"]))


def head(clean: Clean, blocks: Sequence[Block]) -> Head:
    """Find the title and where the document's own text begins.

    Of a notice and what it promulgates, the latter is the document, where it has a title line.
    """
    stop = next((i for i, block in enumerate(blocks)
                 if block.mark and block.mark.style in OUTER and block.mark.value == 1),
                min(len(blocks), SEARCHED))
    notice = best = None
    for i, block in enumerate(blocks[:stop + 1]):
        form = clean.form[block.start:block.end]
        if not notice and len(form) <= 2 * LONGEST_TITLE and SEVERAL.search(form):
            return _of_several(clean, blocks, i)
        elif not notice and (inner := _promulgated(clean, block)):
            notice = Head((block.start, block.end), inner, i + 1)
        elif i < stop and _is_title(form) and (
                best is None or notice or str(best.printed).endswith("的通知")):
            best = _titled(clean, blocks, i)
        elif i < 3 and not best and (match := words().fused.match(form)):
            end = block.start + match.end()
            return Head((block.start, end), clean.text[block.start:end], i)
    if clean.title and not best and not notice and _is_title(clean.title.translate(FORM)):
        return Head(None, clean.title, 0)
    return best or notice or Head(None, None, 0)


def _of_several(clean: Clean, blocks: Sequence[Block], i: int) -> Head:
    """Return the title of a notice that promulgates several plans; the first of them begins."""
    title = (blocks[i].start, blocks[i].end)
    start = next((j for j in range(i + 1, min(i + SEARCHED, len(blocks))) if not blocks[j].mark
                  and _is_title(clean.form[blocks[j].start:blocks[j].end])), i + 1)
    return Head(title, clean.text[slice(*title)].replace("\n", ""), start)


def is_news(clean: Clean, blocks: Sequence[Block], found: Head) -> bool:
    """Tell a news item: its title is none of a plan's, and its first paragraph reports an event."""
    first = next((block for block in blocks[found.start:] if block.end - block.start > PARAGRAPH),
                 None)
    titled = found.title is not None and not clean.form[slice(*found.title)].endswith("通知")
    return first is not None and not titled and bool(
        words().news.match(clean.form, first.start, first.end))


def _promulgated(clean: Clean, block: Block) -> str | None:
    """Return the title that a notice's own title names: 关于印发《…》的通知."""
    if block.end - block.start > 2 * LONGEST_TITLE:
        return None
    match = NOTICE.search(clean.form, block.start, block.end)
    if not match or "现将" in match["issuer"]:
        return None
    return clean.text[match.start("title"):match.end("title")]


def _is_title(form: str) -> bool:
    """Tell a line that ends as titles do and says of what year, place or matter it is."""
    about = rf"20\d\d|十[三四五六]五|关于|{words().issuer.pattern}|^{PLACE}"
    return (8 <= len(form) <= LONGEST_TITLE and words().ending.search(form) is not None
            and not re.search(r"[。；：，]$|^(附|现将)", form)
            and re.search(about, form) is not None)


def _titled(clean: Clean, blocks: Sequence[Block], i: int) -> Head:
    """Return the title in a block, with the issuer's name that may stand on the line before."""
    start, end = blocks[i].start, blocks[i].end
    before = clean.form[blocks[i - 1].start:blocks[i - 1].end] if i else ""
    if words().issuer.fullmatch(before) and re.match(r"关于|20\d\d|“?十", clean.form[start:end]):
        start = blocks[i - 1].start
    while i + 1 < len(blocks):
        after = blocks[i + 1]
        form = clean.form[after.start:after.end]
        if DATE_LINE.fullmatch(form) or words().issuer.fullmatch(form):
            i += 1                          # by whom and when, below the title
        elif re.fullmatch(r"（[^（）]*20\d\d[^（）]*）", form):
            end, i = after.end, i + 1       # 三年行动计划 / （2023-2025年）
        elif after.mark and after.mark.label == "-" and is_heading(clean, after):
            i += 1                          # ——在全市教育工作会议上的报告
        else:
            break
    return Head((start, end), clean.text[start:end].replace("\n", ""), i + 1)


def contents(clean: Clean, blocks: Sequence[Block], start: int) -> int:
    """Return the block behind a list of contents that begins here: lines that all come again."""
    texts = [clean.form[block.start:block.end] for block in blocks]
    last = {text: i for i, text in enumerate(texts)}
    end = start
    while end < len(blocks) and last[texts[end]] > end and is_heading(clean, blocks[end]):
        end += 1
    return end if end - start > 1 else start


def tail(clean: Clean, blocks: Sequence[Block]) -> int:
    """Return the block behind the last of the document's own text; the signature is behind."""
    for i in range(len(blocks) - 1, max(0, len(blocks) - 8), -1):
        form = clean.form[blocks[i].start:blocks[i].end]
        if DATE_LINE.match(form):
            while i and _is_signature(clean.form[blocks[i - 1].start:blocks[i - 1].end]):
                i -= 1
            while i and BEHIND.match(clean.form, blocks[i - 1].start, blocks[i - 1].end):
                i -= 1
            return i
        if BEHIND.match(form):
            return tail(clean, blocks[:i])
        if i == len(blocks) - 1 and words().issuer.fullmatch(form):
            return i
    return len(blocks)


def _is_signature(form: str) -> bool:
    """Tell a line of one or of several issuers."""
    names = form.split(" ")
    return (len(form) <= LONGEST_SIGNATURE * len(names) and bool(form)
            and all(words().issuer.fullmatch(name) or ((len(names) > 1 or len(name) > SHORTEST)
                    and bodies.kind(name) in ("bureau", "government", "party", "committee"))
                    for name in names))


def signature(clean: Clean, block: Block) -> re.Match[str] | None:
    """Return the signature and date that close a paragraph of running text."""
    pattern = re.compile(rf"(?<=[。）！]) ?{words().issuer.pattern} ?{DATE_LINE.pattern}")
    return pattern.search(clean.form, block.start, block.end)


def unsigned(clean: Clean, block: Block) -> Block:
    """Return the last paragraph without the signature that runs into it."""
    match = signature(clean, block)
    return Block(block.start, match.start(), block.mark) if match else block
