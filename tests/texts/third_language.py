"""A third language in a copy of the checkout: a line, and the files that its translators would write.

It is the pseudo-locale under Spanish's code: what Qt knows of Spanish, such as the names of months, comes from Qt.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Final

import i18n_ts
from tests.house.source import ROOT

CODE: Final = "es"
LINE: Final = f'    {CODE.upper()} = "{CODE}"\n'
COPIED: Final = ("installer", "i18n", "resources", "build", "tests")
_LAST: Final = '    FR = "fr"\n'
_BETWEEN_TAGS: Final = re.compile(r"(?<=>)[^<>]+(?=<)")
_KEPT: Final = re.compile(r"(<code[^>]*>.*?</code>|<style>.*?</style>)", re.S)


def make_copy(folder: Path) -> None:
    """Copies the checkout, adds the line and the files, and compiles the texts of all languages."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.qm"))
    registered = folder / "installer" / "model" / "language.py"
    text = registered.read_text(encoding="utf-8")
    assert text.count(_LAST) == 1
    registered.write_text(text.replace(_LAST, _LAST + LINE), encoding="utf-8")
    _write_files(folder / "i18n")
    for path in i18n_ts.files(folder).values():
        subprocess.run((_lrelease(), "-silent", "-nounfinished", path), check=True)


def _write_files(folder: Path) -> None:
    i18n_ts.write_pseudo(i18n_ts.extracted(ROOT, CODE), folder / f"installer_{CODE}.ts", "es_ES")
    guide = (folder / "guide_en.html").read_text(encoding="utf-8").replace('lang="en"', f'lang="{CODE}"')
    (folder / f"guide_{CODE}.html").write_text(_pseudo_page(guide), encoding="utf-8")
    taken = {word for path in folder.glob("words_*.txt") for word in path.read_text(encoding="ascii").split()}
    syllables = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
    words = ["".join(pair) for pair in product(syllables, syllables) if "".join(pair) not in taken]
    text = "\n".join(("# Made up for the tests.", *sorted(words[:2048])))
    (folder / f"words_{CODE}.txt").write_text(f"{text}\n", encoding="ascii")


def _pseudo_page(page: str) -> str:
    """The words between the tags; commands and names in <code> stay."""
    pieces = _KEPT.split(page)
    pieces[::2] = [_BETWEEN_TAGS.sub(lambda text: i18n_ts.pseudo(text[0]), f">{piece}<")[1:-1] for piece in pieces[::2]]
    return "".join(pieces)


def _lrelease() -> Path:
    package = find_spec("PySide6")
    assert package is not None
    assert package.submodule_search_locations is not None
    return Path(package.submodule_search_locations[0]) / "lrelease"
