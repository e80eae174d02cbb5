"""The normal form of a policy's title, by which two citations of one policy are known as one.

关于印发《甲办法（试行）》的通知, 教育部关于印发甲办法的通知 and 甲办法 are one: issuers before
关于, the wrapper of a notice and the edition are taken off. Years stay, as plans of other years
are other policies.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from ingest.vocabulary import load
from ontology import ids
from ontology.names import bare

MARKS = re.compile(r"[《》〈〉<>“”\"\s]")
WRAPPED = re.compile(r"^.{0,60}?(?:印发|转发|公布|发布|颁布|下发)(?:修订后的)?"
                     r"(?P<core>.{4,}?)的(?:通知|公告|函)$")
QUOTED = re.compile(r"[《〈<](.{2,}?)[》〉>]")
PERIOD = re.compile(r"(\d{4})年?(?:\s*(?:-{1,2}|—{1,2}|–|~|至)\s*(\d{4}))?(?=年|\)|$)")
DASH = re.compile(r"(?<=\d)年?(?:--|——|-|—|–|~|至)(?=\d)")


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy by the core of its title; `edition` and `issued` are what one citation adds.

    `level` is national, province or county where the core says it, `issued` where the words that
    were taken off do.
    """

    id: str
    title: str
    period: tuple[int, int] | None
    level: str | None
    edition: str | None
    issued: str | None


@cache
def _editions() -> re.Pattern[str]:
    return re.compile(rf"\(({load('policies')['editions']})\)$")


@cache
def _issuers() -> re.Pattern[str]:
    words = load("policies")
    one = rf"(?:{words['national']}|{words['issuers']})"
    return re.compile(rf"^(?:{one}[\s、,和]*)+(?=关于)")


@cache
def _levels() -> dict[str, re.Pattern[str]]:
    words = load("policies")
    return {level: re.compile(rf"^(?:{words[level]})") for level in
            ("national", "province", "county")}


def policy(cited: str) -> Policy:
    """Return the policy that a title stands for, as it is cited or as a document bears it."""
    whole = unicodedata.normalize("NFKC", cited)
    core, edition = whole, None
    if (match := WRAPPED.match(whole)) is not None:
        quoted = QUOTED.search(match["core"])
        core = quoted[1] if quoted else match["core"]
    core = MARKS.sub("", core)
    core = _issuers().sub("", core).removeprefix("中华人民共和国")
    while (state := _editions().search(core)) is not None:
        core, edition = core[:state.start()], edition or state[1]
    core = DASH.sub("-", core)
    years = PERIOD.search(core)
    period = (int(years[1]), int(years[2] or years[1])) if years else None
    level, issued = _level(core), _level(MARKS.sub("", whole))
    return Policy(ids.make("policy", bare(core)), core, period, level, edition,
                  issued if issued != level else None)


def _level(title: str) -> str | None:
    return next((level for level, words in _levels().items() if words.search(title)), None)
