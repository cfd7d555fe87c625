"""The shape of the source: short files, telling names, a tidy top level, nothing left for later."""

import re
from pathlib import PurePosixPath

from tests.house.source import ROOT, sources, texts

MOST_LINES = 400
SAYS_NOTHING = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
TOP_LEVEL = {"LICENSE", "README.md", "build", "i18n", "installer", "pyproject.toml", "resources", "tests"}
MADE_BY_COMMANDS = {"dist"}


def test_no_file_is_longer_than_can_be_read_in_one_go() -> None:
    lengths = {source.name: len(source.text.splitlines()) for source in sources("installer", "tests", "build")}
    long = {name: lines for name, lines in lengths.items() if lines > MOST_LINES}
    assert long == {}, f"at most {MOST_LINES} lines: divide it by what its parts are about, one idea a file"


def test_every_module_is_named_after_what_it_does() -> None:
    names = (PurePosixPath(source.name) for source in sources("installer", "tests", "build"))
    assert [str(name) for name in names if SAYS_NOTHING & {name.stem, *name.parent.parts}] == [], (
        "name the module after what it does: these words fit anything"
    )


def test_the_top_level_holds_what_the_plan_says() -> None:
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert visible - TOP_LEVEL - MADE_BY_COMMANDS == set(), "put it into one of the folders, or ignore it in .gitignore"


def test_build_is_a_folder_and_not_a_package() -> None:
    assert not (ROOT / "build" / "__init__.py").exists(), "its scripts are run, not imported: delete that file"


def test_nothing_is_left_for_later() -> None:
    left = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
    assert [name for name, text in texts() if left.search(text)] == [], "do it now, or file an issue"
