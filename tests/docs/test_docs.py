"""Holds the documentation against the code."""

import re
from pathlib import Path

from api.cli.app import app
from api.settings import Settings
from queries.catalog import load
from queries.page import page

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def commands() -> set[str]:
    """The names of all commands and groups of commands of `edupolicy`."""
    return {str(group.name) for group in app.registered_groups} | {
        str(command.name or command.callback.__name__)
        for command in app.registered_commands if command.callback}


def test_the_page_of_questions_is_what_the_files_say() -> None:
    written = (ROOT / "docs" / "queries.md").read_text("utf-8")
    assert written == page(), "run `python -m queries.page > docs/queries.md`"


def test_every_command_stands_in_the_readme() -> None:
    rows = re.findall(r"(?m)^\| (`.*?`) \| ", README)
    assert commands() - {name for row in rows for name in re.findall(r"`(\w+)", row)} == set()


def test_every_command_that_the_readme_shows_is_there() -> None:
    shown = set(re.findall(r"(?m)^(?:EDUPOLICY_\w+=\S+ )?edupolicy (\w+)", README))
    assert shown
    assert shown <= commands()


def test_every_setting_stands_in_the_readme() -> None:
    for name in Settings.model_fields:
        assert f"`EDUPOLICY_{name.upper()}`" in README


def test_every_question_that_the_readme_asks_is_there() -> None:
    asked = set(re.findall(r"edupolicy query (\w+)", README))
    assert asked
    assert asked <= set(load())


def test_links_between_pages_lead_somewhere() -> None:
    for path in PAGES:
        for target in re.findall(r"\]\((?!http)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_no_page_names_a_path_of_a_machine() -> None:
    for path in PAGES:
        assert not re.search(r"/(?:home|root|Users|work|tmp)/", path.read_text("utf-8")), path.name


def test_the_chinese_readme_says_what_the_english_one_says() -> None:
    """Commands, settings, blocks of code, links and figures are the same, in the same order."""
    facts = {"parts": r"(?m)^##? ", "rows of tables": r"(?m)^\| (`[^|]*`)",
             "commands": r"(?m)^((?:make|edupolicy|docker|export|\.) ?[^#\n]*[^#\n ])",
             "links": r"\]\(([^)]+)\)", "defaults": r"`(https?://[^`]+)`",
             "relations": r"[A-Z]+_[A-Z_]+", "figures": r"\b\d[\d.]*\b"}
    for name, pattern in facts.items():
        english, chinese = (_spoken_alike(re.findall(pattern, text)) for text in (README, CHINESE))
        assert english, name
        assert english == chinese, name


def _spoken_alike(found: list[str]) -> list[str]:
    """Take away what differs by language: marks of punctuation, and the link to each other."""
    plain = [re.sub(r"`[、,] ?`", "` `", one) for one in found]
    return [one for one in plain if not one.startswith("README")]
