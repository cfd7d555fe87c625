"""The guide as plain text, and what a console does that cannot show all of it."""

import io
import sys

import pytest

from installer.config.manifest import load_manifest
from installer.console.output import Output
from installer.guide import Subject, subject_of, to_html, to_text
from installer.guide.plain import WIDTH
from installer.model import Language
from installer.texts import use
from tests.guide.test_page import BOTH, EACH

MANIFEST = load_manifest()


def text(language: Language) -> str:
    use(language)
    return to_text(to_html(subject_of(MANIFEST)))


@EACH
@BOTH
def test_every_line_fits_into_eighty_columns(subject: Subject, language: Language) -> None:
    use(language)
    lines = to_text(to_html(subject)).splitlines()
    assert [line for line in lines if len(line) > WIDTH] == []
    assert [line for line in lines if line != line.rstrip(" ")] == []


def test_what_the_portal_shows_stands_between_quotation_marks() -> None:
    assert "“New registration”." in text(Language.EN)
    assert "«\u202fNouvelle inscription\u202f»." in text(Language.FR)


def test_steps_are_numbered_and_a_row_is_told_under_its_heads() -> None:
    told = text(Language.EN)
    assert "\n 1. Open entra.microsoft.com and sign in" in told
    assert "\n  * Sites.Read.All\n    What it is for: Find the SharePoint sites" in told
    assert "\n    GLIMPS-ODSP-Setup-cli verify\n" in told
    assert "\n1. Register the application\n---------------------------\n" in told


def test_nothing_of_the_style_the_contents_or_the_markup_is_left() -> None:
    told = text(Language.EN)
    assert not [word for word in ("Contents", "color", "<", "&amp;") if word in told]


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "ascii", "utf-8"])
def test_an_old_console_gets_plainer_signs(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    Output(None, json=False).say("«\u202fL’état\u202f»…")
    monkeypatch.undo()
    stream.seek(0)
    wanted = {"utf-8": "«\u202fL’état\u202f»…", "ascii": "??L'?tat??..."}
    assert stream.read() == wanted.get(encoding, "«\u00a0L'état\u00a0»...") + "\n"
