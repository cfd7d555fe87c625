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


def without_fonts(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "fonts.conf").write_text(NO_FONTS)
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


def test_the_html_needs_no_fonts(tmp_path: Path) -> None:
    report = tmp_path / "plan.html"
    words = ["setup", "--demo", "--yes", "--plan-only", "--report", str(report)]
    assert without_fonts(["-m", "installer", *words], tmp_path).returncode == ExitCode.DONE
    assert report.read_bytes().startswith(b"<!doctype html>")


def test_the_wizards_pdf_is_refused_as_well(tmp_path: Path) -> None:
    done = without_fonts(["-c", PRINT], tmp_path)
    assert done.stdout == "refused\n", done.stderr
