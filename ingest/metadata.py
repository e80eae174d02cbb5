"""Finds what a document says of itself: title, genre, issuer, place, period, date."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest import periods
from ingest.clean import Clean
from ingest.facts import Ancestor, Metadata, Period
from ingest.head import DATE_LINE, LONGEST_SIGNATURE, NOTICE, PLACE, Head, signature, words
from ingest.lines import FORM
from ingest.marks import Block
from ingest.text import Range
from ingest.vocabulary import load
from ontology.choice import Open, choose
from ontology.divisions import Divisions

OPENING = 600           # characters in which a text names its issuer
HORIZON = 1500          # characters in which an opinion says until when it holds
UNTIL = re.compile(r"到(20[0-4]\d)年")
SUMMARY_TITLE = re.compile("总结|报告|回顾")
SUMMARY = re.compile(r"现将.{0,30}(?:总结|汇报|报告)如下")
PRINTED = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日 *印发")     # in a line that is page noise
AGENCY = re.compile(
    r"(?:发布(?:机构|单位|机关)|发文(?:机关|单位|机构)|信息来源|公开(?:机构|主体)|发文)： ?"
    r"(?P<name>[\u4e00-\u9fff]{4,30})")
OWN = re.compile(
    r"(?<![\u4e00-\u9fff])[市区县省](?:教育局|教体局|教育厅|教委)|我局|我厅")
PUBLISHED = tuple(re.compile(source) for source in (
    r"(?:发布|公开|更新|录入)(?:日期|时间) ?： ?([^ ]{6,16})",
    r"(?<!\w)(?:日期|时间) ?： ?(20\d\d[-年./]\d{1,2}[-月./]\d{1,2})",
    r"(?:发文|成文|生成|印发)(?:日期|时间) ?： ?([^ ]{6,16})"))
"""Fields of a page that date it, the page's own date before the text's."""


def metadata(clean: Clean, blocks: Sequence[Block], found: Head, parts: Sequence[str],
             divisions: Divisions, warnings: list[str]) -> Metadata:
    """Gather what the document says of itself; doubts become warnings.

    `parts` are the headings of its goals and parts, for the years that they name.
    """
    title_form = (clean.form[slice(*found.title)] if found.title
                  else (found.printed or "").translate(FORM)).replace("\n", "")
    issuer, issuer_at = _issuer(clean, blocks, found)
    place, adcode, ancestors = _place(clean, found, issuer, divisions, warnings)
    if issuer is None or re.fullmatch(r"[我本市区县省]?(?:局|教育局|厅|教委)", issuer):
        printed, issuer_at = issuer or "", issuer_at or _own(clean)
        issuer = _full(place, adcode, divisions, printed) if place else None
    elif adcode and place and re.match(r"[市区县省](?!\w*[市区县省])", issuer) and len(issuer) < 12:
        issuer = _full(place, adcode, divisions, issuer[1:])
    if found.printed is None:
        warnings.append("没有找到标题，图中以文件名代替。")
    return Metadata(
        title=found.printed, genre=_genre(clean, title_form), issuer=issuer, issuer_at=issuer_at,
        locality=place, adcode=adcode, ancestors=ancestors,
        period=_period(clean, title_form, parts, blocks, found),
        published=clean.published or _published(clean, blocks))


def _genre(clean: Clean, title: str) -> str | None:
    """Return the genre that title or opening names."""
    for genre, pattern in load("titles")["genre"].items():
        if re.search(pattern, title):
            return str(genre)
    return "summary" if SUMMARY.search(clean.form, 0, 2 * HORIZON) else None


def _issuer(clean: Clean, blocks: Sequence[Block], found: Head) -> tuple[str | None, Range | None]:
    """Return the issuer as printed: in the page's head, the title, or the signature."""
    issuer = words().issuer
    heads = [(block.start, block.end) for block in blocks[:max(found.start, 1)]]
    for start, end in heads:
        form = clean.form[start:end]
        if (match := NOTICE.search(form)) and "现将" not in form[:4]:
            name = re.sub(r"关于$", "", match["issuer"]).strip(" “")
            if (own := issuer.fullmatch(name)) and len(own[0]) > 2:
                at = (start + form.index(name), start + form.index(name) + len(name))
                return clean.text[at[0]:at[1]], at
    if found.title and (match := issuer.match(clean.form, *found.title)):
        return clean.text[match.start():match.end()].replace("\n", ""), match.span()
    for block in [*blocks[:found.start], *blocks[-6:]]:
        form = clean.form[block.start:block.end]
        if len(form) <= 30 and issuer.fullmatch(form.replace(" ", "")):
            return clean.text[block.start:block.end].replace(" ", ""), (block.start, block.end)
    if (match := AGENCY.search(clean.form)) and issuer.fullmatch(match["name"]):
        return match["name"], match.span("name")
    named = re.compile(rf"(?<=[，。、：；\n])(?:{PLACE})+{load('titles')['issuers']}|"
                       rf"^(?:{PLACE})+{load('titles')['issuers']}")
    if match := named.search(clean.form, 0, OPENING):
        return clean.text[match.start():match.end()], match.span()
    return None, None


def _own(clean: Clean) -> Range | None:
    """Return where the text speaks of its issuer as 区教育局 or 我局."""
    match = OWN.search(clean.form)
    return match.span() if match else None


def _full(place: str, adcode: str | None, divisions: Divisions, printed: str) -> str:
    """Return a body's name with its place: a 市辖区 is preceded by its city."""
    name = divisions.full_name(adcode) if adcode else place
    body = re.sub(r"^[我本市区县省]", "", printed)
    ending = "教育厅" if name.endswith(("省", "自治区")) else "教育局"
    return name + (body if len(body) > 1 else ending)


def _place(clean: Clean, found: Head, issuer: str | None, divisions: Divisions,
           warnings: list[str]) -> tuple[str | None, str | None, tuple[Ancestor, ...]]:
    """Return the place whose document it is: its name, code and ancestors."""
    *above, printed = _printed_places(found, issuer) or [""]
    if printed and not divisions.named(printed):        # a place that the table does not know
        warnings.append(f"行政区划表中没有“{printed}”，地区没有代码。")
        before = re.search(rf"((?:{PLACE})+){printed}", clean.form)
        return printed, None, _line(above or re.findall(PLACE, before[1] if before else ""),
                                    divisions)
    place = choose(divisions, divisions.find(issuer or ""), divisions.find(found.printed or ""),
                   divisions.find(clean.form))
    if isinstance(place, Open):
        names = "、".join("".join(d.name for d in (*divisions.ancestors(one.code), one))
                         for one in place.candidates[:8])
        warnings.append(f"地名不能确定，可能是：{names}。请在文中或用地名表说明。")
        return None, None, ()
    if place is None:
        warnings.append("没有找到文件所属的地区。")
        return None, None, ()
    one = divisions.by_code(place.code)
    lines = tuple((d.code, d.name) for d in divisions.ancestors(one.code))
    return one.name, one.code, lines


def _line(above: Sequence[str], divisions: Divisions) -> tuple[Ancestor, ...]:
    """Return the places printed before an unknown one, with codes and ancestors where known."""
    known = divisions.named(above[0]) if above else ()
    if len(known) != 1:
        return tuple((None, name) for name in above)
    first = (*divisions.ancestors(known[0].code), known[0])
    return (*((one.code, one.name) for one in first), *_line(above[1:], divisions))


def _printed_places(found: Head, issuer: str | None) -> list[str]:
    """Return the places with which issuer or title begins: 临澜市青砚区教育局 → 临澜市, 青砚区."""
    for text, rest in ((issuer, ""), (found.printed, r"(?=\d|教育|关于|“)")):
        if match := re.match(rf"(?:中共|\d{{4}}年?度?)?((?:{PLACE})+){rest}", text or ""):
            return re.findall(PLACE, match[1])
    return []


def _period(clean: Clean, title: str, parts: Sequence[str], blocks: Sequence[Block],
            found: Head) -> Period | None:
    """Return the first and last year over the title and the headings of parts."""
    own = periods.period(title)
    base = [own] if own else _spoken_of(clean, blocks, found)
    if not base:
        return None
    first, last = min(p[0] for p in base), max(p[1] for p in base)
    named = [periods.period(part) for part in parts]
    base += [p for p in named if p and first - 1 <= p[0] and p[1] <= last + 1]
    one_year = first == last or periods.SPAN.search(title)      # not 2023年总结和2024年计划
    if one_year and SUMMARY_TITLE.search(title) and any(
            p is None and re.search(load("headings")["planned"], part)
            for part, p in zip(parts, named, strict=True)):
        base.append((last + 1, last + 1))       # what comes next is for the year after
    return min(p[0] for p in base), max(p[1] for p in base)


def _spoken_of(clean: Clean, blocks: Sequence[Block], found: Head) -> list[Period]:
    """Return the years of which the text speaks, where its title names none."""
    opening = clean.form[blocks[found.start].start:][:OPENING] if found.start < len(blocks) else ""
    counted = Counter(periods.years(opening)) or Counter(periods.years(clean.form))
    published = clean.published or _published(clean, blocks)
    written = int(published[:4]) if published else None
    if written and max(counted.values(), default=0) < 2:
        year = written          # each year is named in passing, most as a term
    elif counted:
        year = max(counted, key=lambda y: (counted[y], y))
    else:
        return []
    ends = [int(end) for end in UNTIL.findall(clean.form[:HORIZON])]
    return [(year, max([year, *(end for end in ends if end <= year + 10)]))]


def _published(clean: Clean, blocks: Sequence[Block]) -> str | None:
    """Return the page's date, else the date under the signature."""
    for pattern in PUBLISHED:
        if (match := pattern.search(clean.form)) and (day := periods.date(match[1])):
            return day
    for block in blocks:
        form = clean.form[block.start:block.end]
        if len(form) <= LONGEST_SIGNATURE and DATE_LINE.match(form):
            return periods.date(form)
    signed = signature(clean, blocks[-1]) if blocks else None
    printed = signed or PRINTED.search(clean.stored)
    return periods.date(printed[0]) if printed else None
