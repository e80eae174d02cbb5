"""Writes documents of made-up places: plans and reports of four years, as many as are wanted.

The same number gives the same documents. Four of them belong to one place: a plan, its report, the
next plan and its report.
"""

from collections.abc import Iterator
from itertools import product
from random import Random

FIRST = "云柳松竹梅兰石泉溪岭峰湖河江湾塘桥镇亭林"
SECOND = "川岸阳阴城屏山水浦港州原田坪沟洲源台沙庄"
TOPICS = (
    "学前教育", "义务教育优质均衡", "集团化办学", "课后服务", "校园安全", "食品安全",
    "心理健康教育", "劳动教育", "体育", "美育", "家庭教育", "智慧校园", "教师交流轮岗",
    "师德师风建设", "教师培训", "职业教育", "特殊教育", "学生资助", "校外培训治理",
    "教育督导", "党建工作", "语言文字工作", "近视防控", "校车安全", "防溺水")
THINGS = (("新建幼儿园", "所"), ("改造食堂", "个"), ("培训教师", "人次"), ("创建示范学校", "所"),
          ("开展活动", "场"), ("覆盖率达到", "%"), ("招聘教师", "名"), ("投入资金", "万元"))
UNITS = ("基础教育科", "安全科", "组织人事科", "计财科", "体卫艺科", "职社科", "办公室", "教研室",
         "督导室")
VERBS = ("推进", "加强", "深化", "规范", "做好")
TASKS = 24


def documents(count: int) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of so many documents."""
    names = ("".join(pair) for pair in product(FIRST, SECOND))
    for number in range(count):
        if number % 4 == 0:
            name = f"{next(names)}县"
        year, report = 2021 + number % 4 // 2, number % 2
        chance = Random(f"{name} {year}")
        yield f"{number:04}.txt", _document(name, year, chance, report=bool(report))


def _document(name: str, year: int, chance: Random, *, report: bool) -> str:
    """Return a plan, or the report on it: the same tasks with other numbers."""
    kind = "工作总结" if report else "工作要点"
    lines = [f"{name}教育局{year}年{kind}", ""]
    for section, part in enumerate(("一、育人质量", "二、队伍建设", "三、治理保障")):
        lines.append(part)
        for number in range(1, TASKS // 3 + 1):
            topic = TOPICS[(section * 8 + number) % len(TOPICS)]
            thing, unit = chance.choice(THINGS)
            amount, owner = chance.randrange(10, 99), chance.choice(UNITS)
            what = f"{chance.choice(VERBS)}{topic}"
            if report:
                lines.append(f"{number}.{what}。全年{topic}{thing}{amount + 1}{unit}，成效明显。")
            else:
                lines.append(f"{number}.{what}。完善{topic}制度，{topic}{thing}{amount}{unit}。"
                             f"（责任科室：{owner}）")
    return "\n".join(lines) + "\n"
