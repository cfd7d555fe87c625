"""A system without fonts, such as a bare container: a PDF would show boxes, so it is refused first of all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.errors.base import ExitCode
from installer.errors.files import NoFonts
from installer.model import Language
from installer.texts import explain, use
from tests.faults.sabotage import unix
from tests.journeys.program import ROOT

pytestmark = unix
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
PRINT = """
from PySide6.QtGui import QGuiApplication
from installer.errors.files import NoFonts
from installer.gui.pdf import print_pdf
application = QGuiApplication([])
try:
    print_pdf("<p>x</p>")
except NoFonts:
    print("refused")
"""


def without_fonts(arguments: list[str], folder: Path, fonts: str = NO_FONTS) -> subprocess.CompletedProcess[str]:
    (folder / "fonts.conf").write_text(fonts)
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
def test_a_pdf_is_refused_first_and_the_html_is_named(language: Language, tmp_path: Path) -> None:
    report, out = str(tmp_path / "plan.pdf"), str(tmp_path / "b.age")
    words = ["setup", "--demo", "--yes", "--out", out, "--report", report, "--lang", language, "--json"]
    done = without_fonts(["-m", "installer", *words], tmp_path)
    assert done.returncode == ExitCode.BAD_INPUT, done.stdout + done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["event"] for event in events] == ["error", "finished"], "nobody was asked to sign in"
    assert events[0]["code"] == "no_fonts"
    plain = without_fonts(["-m", "installer", *words[:-1]], tmp_path)
    use(language)
    said = explain(NoFonts())
    assert said.what in plain.stderr
    assert "HTML" in said.hint
    assert f"{said.hint.removesuffix('.')} (--report FILE.html)." in plain.stderr
    assert not (tmp_path / "plan.pdf").exists()
    assert not (tmp_path / "b.age").exists()


LETTERS = r"""
import re
import sys
from PySide6.QtGui import QGuiApplication
from installer.errors.files import MissingLetters
from installer.gui.pdf import print_pdf
application = QGuiApplication([])
try:
    print("printed", len(print_pdf(sys.argv[1])) > 1000)
except MissingLetters as error:
    print("refused", *re.findall(r"U\+(\w+)", error.letters))
"""
ONE_FONT = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>"""
FAMILY = "\U0001f469\u200d\U0001f4bb"


@pytest.mark.skipif(not Path("/usr/share/fonts/truetype/dejavu").is_dir(), reason="it needs the DejaVu fonts alone")
@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h2>Contoso \u682a\u5f0f</h2><p>\u5f0f</p>", "refused 682A 5F0F"),
        ("<table><tr><td>\u0928\u092e</td></tr></table>", "refused 0928 092E"),
        ("<title>\u682a</title><p>x</p>", "refused 682A"),
        ("<p>x<br>line \u682a</p>", "refused 682A"),
        (f"<p>{FAMILY}</p>", "refused 1F469"),
        ("<p><b>Soci\u00e9t\u00e9</b> \u041a\u0418\u0415\u0412 \u0639\u0631\u0628\u0649 \u2713</p>", "printed True"),
        ("<p>a\u200db\u2068c\u2069 \u00a0\u202f d\ufe0f&shy;e<br>f\u00ad</p>", "printed True"),
    ],
)
def test_a_pdf_with_letters_of_no_font_is_refused(html: str, told: str, tmp_path: Path) -> None:
    done = without_fonts(["-c", LETTERS, html], tmp_path, ONE_FONT)
    assert done.stdout.strip() == told, done.stderr


def test_the_html_needs_no_fonts(tmp_path: Path) -> None:
    report = tmp_path / "plan.html"
    words = ["setup", "--demo", "--yes", "--plan-only", "--report", str(report)]
    assert without_fonts(["-m", "installer", *words], tmp_path).returncode == ExitCode.DONE
    assert report.read_bytes().startswith(b"<!doctype html>")


def test_the_wizards_pdf_is_refused_as_well(tmp_path: Path) -> None:
    done = without_fonts(["-c", PRINT], tmp_path)
    assert done.stdout == "refused\n", done.stderr
