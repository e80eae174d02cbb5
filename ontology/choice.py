"""Tells which place a document is about, from the places that it names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ontology.divisions import Division, Divisions, Mention

CLEAR = 3
"""One place is meant rather than another when it is named three times as often."""
MANY = 5
"""Where more places than these are named alike, none of them is the text's own."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The one place that is meant."""

    code: str


@dataclass(frozen=True, slots=True)
class Open:
    """The places that may be meant, where the text does not decide."""

    candidates: tuple[Division, ...]


def choose(divisions: Divisions, issuer: Sequence[Mention], title: Sequence[Mention],
           body: Sequence[Mention]) -> Resolved | Open | None:
    """Tell which place a document is about, from the places that its parts name.

    Issuer and title go before the body, and of places in a line (江苏省, 常州市) the last is meant.
    A name that several places bear (鼓楼区) is decided by what else is named, or not at all. Where
    issuer and title name nothing, the body has to speak clearly for one place. Returns nothing
    where no place stands out.
    """
    names = _counted(body)
    weights = _weights(divisions, names + _counted([*issuer, *title]))
    full = {code for name in names if not name.short for code in name.candidates}
    parts = [[mention for mention in part if not mention.short] or
             [mention for mention in part
              if mention.start == 0 or not full.isdisjoint(mention.candidates)]
             for part in (issuer, title)]
    if any(parts):
        return _headed(divisions, parts, weights)
    return _prevailing(divisions, names, weights)


def _counted(mentions: Iterable[Mention]) -> Counter[Mention]:
    """Count the mentions that differ in nothing but their place, a full name twice."""
    counts: Counter[Mention] = Counter()
    for mention in mentions:
        counts[replace(mention, start=0, end=0)] += 1 if mention.short else 2
    return counts


def _weights(divisions: Divisions, names: Counter[Mention]) -> Counter[str]:
    """Count how often each place is named: first where its name says it, then by context too."""
    weights: Counter[str] = Counter()
    for _ in range(2):
        before, weights = weights, Counter()
        for name, count in names.items():
            if _decided(divisions, rows := _meant(divisions, name, before), before):
                weights[rows[0].code] += count
    return weights


def _meant(divisions: Divisions, mention: Mention, weights: Counter[str]) -> tuple[Division, ...]:
    """Return those of a mention's candidates that remain, given how often which place is named.

    Existing places go before former ones, unless the text names only what the former lay in.
    """
    rows = [row for row in divisions.named(mention.name) if row.code in mention.candidates]
    ends = {row.valid_to for row in rows} - {None}
    renumbered = ends & {row.valid_from for row in rows}
    rows = [row for row in rows if row.valid_to not in renumbered]
    current = [row for row in rows if row.valid_to is None]
    placed = [row for row in rows if any(weights[code] for code in divisions.line(row))]
    if current:
        rows = current if not placed or not set(placed).isdisjoint(current) else placed
    best = [row for row in rows if not any(
        _beats(divisions, other, row, weights) for other in rows)]
    return tuple(best or rows)


def _decided(divisions: Divisions, rows: Sequence[Division], weights: Counter[str]) -> bool:
    """Tell whether one place remains; a zone (高新区) only where what it lies in is named too."""
    return len(rows) == 1 and (rows[0].level != "zone" or any(
        weights[code] for code in divisions.line(rows[0])))


def _usual(divisions: Divisions, mention: Mention,
           rows: tuple[Division, ...]) -> tuple[Division, ...]:
    """Return what a short form stands for if nothing else decides.

    That is a province, or the place that the others lie in: 吉林 is 吉林省, 承德 is 承德市.
    """
    if not mention.short:
        return rows
    codes = {row.code for row in rows}
    highest = [row for row in rows if codes.isdisjoint(divisions.line(row))]
    return tuple([row for row in highest if row.level == "province"] or highest)


def _beats(divisions: Divisions, one: Division, other: Division, weights: Counter[str]) -> bool:
    """Tell whether the text speaks clearly for one place rather than for the other.

    What both lie in speaks for neither; where one lies in the other, its own name decides.
    """
    mine, others = {one.code, *divisions.line(one)}, {other.code, *divisions.line(other)}
    if one.code in others or other.code in mine:
        mine, others = {one.code}, {other.code}
    weight = sum(weights[code] for code in mine - others)
    return weight > 0 and weight >= CLEAR * sum(weights[code] for code in others - mine)


def _headed(divisions: Divisions, parts: Sequence[Sequence[Mention]],
            weights: Counter[str]) -> Resolved | Open:
    """Choose the last in line of the places that issuer and title name.

    What the title names is passed over where it is not in line with what the issuer names.
    """
    lines: dict[Division, set[str]] = {}
    doubtful: list[tuple[Division, ...]] = []
    for part in parts:
        before = dict(lines)
        for mention in part:
            rows = _usual(divisions, mention, _meant(divisions, mention, weights))
            line = {rows[0].code, *divisions.line(rows[0])}
            if not _decided(divisions, rows, weights):
                doubtful.append(rows)
            elif not before or any(line <= other or other <= line for other in before.values()):
                lines[rows[0]] = line
    for rows in doubtful:
        codes = {row.code for row in lines}
        left = [row for row in rows if not codes or not codes.isdisjoint(divisions.line(row))]
        if left:
            return Open(tuple(left))
    last = [row for row, line in lines.items() if not any(line < other for other in lines.values())]
    under = _under(divisions, weights)
    for row in last:
        if under[row.code] >= CLEAR * sum(under[other.code] for other in last if other != row):
            return Resolved(row.code)
    return Open(tuple(last))


def _prevailing(divisions: Divisions, names: Counter[Mention],
                weights: Counter[str]) -> Resolved | Open | None:
    """Choose the place that the body names clearly more often than any other.

    Goes down from the provinces as long as one place holds nearly all that is named at its level
    and is not named less than what it lies in.
    """
    heaviest = max(weights.values(), default=0)
    doubts: Counter[tuple[Division, ...]] = Counter()
    for name, count in names.items():
        rows = _meant(divisions, name, weights)
        if not _decided(divisions, rows, weights):
            doubts[rows] += count
    if max(heaviest, *doubts.values(), 0) < 2:
        return None    # a lone short form: more likely a part of other words
    if doubts and max(doubts.values()) > heaviest:
        return Open(max(doubts, key=lambda rows: doubts[rows]))
    under = _under(divisions, weights)
    place = ""
    while parts := [code for code in under if (divisions.by_code(code).parent or "") == place]:
        best = max(parts, key=lambda code: under[code])
        alone = under[best] >= CLEAR * sum(under[code] for code in parts if code != best)
        if alone and under[best] >= weights[place]:
            place = best
        elif weights[place] >= under[best] * (CLEAR if alone else 1):
            break
        else:
            return _rivals(divisions, place, weights)
    return Resolved(place) if under[place] >= CLEAR else Open((divisions.by_code(place),))


def _rivals(divisions: Divisions, place: str, weights: Counter[str]) -> Open | None:
    """Return the places within one that are named most, if these are few and named often."""
    within = [row for row in map(divisions.by_code, weights)
              if not place or place in (row.code, *divisions.line(row))]
    most = max(weights[row.code] for row in within)
    rivals = sorted((row for row in within if weights[row.code] * CLEAR >= most),
                    key=lambda row: (-weights[row.code], row.code))
    return Open(tuple(rivals)) if len(rivals) <= MANY and most >= CLEAR else None


def _under(divisions: Divisions, weights: Counter[str]) -> Counter[str]:
    """Add to the weight of each place the weights of all that lies in it."""
    under = Counter(weights)
    for code, weight in weights.items():
        for above in divisions.line(divisions.by_code(code)):
            under[above] += weight
    return under
