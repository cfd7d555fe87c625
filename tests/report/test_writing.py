"""The report as a file: HTML or PDF by its name, whole or not at all; the PDF is opened by a reader of others."""

import hashlib
import os
import re
import shutil
import stat
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from installer.errors.files import FileExists, UnwritableFolder
from installer.errors.usage import InvalidChoice
from installer.gui.pdf import print_pdf
from installer.model import Language
from installer.report import Receipt, result_receipt, to_html, write_report
from installer.texts import use
from tests.report.outline import Outline
from tests.report.samples import (
    CLIENT_ID,
    KEY_ID,
    OUTCOME,
    PROFILE,
    SHA256,
    TENANT_ID,
    occasion,
    samples,
    setup_plan,
)

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def never(_html: str) -> bytes:
    raise AssertionError("an HTML report is not printed")


def read(command: str, *arguments: object) -> str:
    done = subprocess.run([command, *map(str, arguments)], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stderr == "", "the reader has nothing to complain about"
    return done.stdout


def bare(text: str) -> str:
    """Without white space, and without the ligatures of the font."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("name", ["report.html", "report.HTM"])
def test_html_is_written_as_it_is_and_for_its_owner_only(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    digest = write_report(samples()["result"], path, False, never)
    assert path.read_bytes() == to_html(samples()["result"]).encode()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["report.docx", "report", "report.html.txt"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidChoice) as caught:
        write_report(samples()["plan"], tmp_path / name, True, never)
    assert caught.value.option == "--report"
    assert caught.value.allowed == (".html", ".htm", ".pdf")
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("mine")
    with pytest.raises(FileExists):
        write_report(samples()["plan"], path, False, never)
    assert path.read_text() == "mine"
    write_report(samples()["plan"], path, True, never)
    assert Outline(path.read_text(encoding="utf-8")).headings[0] == 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFolder):
        write_report(samples()["plan"], tmp_path / "nowhere" / "report.pdf", False, print_pdf)


@needs_poppler
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", samples())
def test_a_pdf_reader_finds_every_word_of_the_page(tmp_path: Path, name: str, language: Language) -> None:
    use(language)
    path = tmp_path / "report.pdf"
    receipt = samples()[name]
    write_report(receipt, path, False, print_pdf)
    facts = read("pdfinfo", path)
    page = Outline(to_html(receipt))
    assert "A4" in facts
    assert page.title in re.search(r"Title: +(.*)", facts)[1]  # type: ignore[index]
    found = bare(read("pdftotext", "-raw", path, "-"))
    missing = [words for words in page.words if bare(words) not in found]
    assert missing == []


@needs_poppler
def test_the_pages_are_numbered_and_none_is_blank(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    receipt: Receipt = result_receipt(
        replace(occasion(), profile=replace(PROFILE, permissions=PROFILE.permissions * 8)), setup_plan(), OUTCOME
    )
    write_report(receipt, path, False, print_pdf)
    pages = read("pdftotext", "-layout", path, "-").split("\f")[:-1]
    assert len(pages) >= 3
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in bare(page)
        assert len(page.split()) > 30
    text = " ".join(pages)
    assert all(told in text for told in (TENANT_ID, CLIENT_ID, KEY_ID, SHA256))
    assert "This document holds no secret" in pages[-1]
