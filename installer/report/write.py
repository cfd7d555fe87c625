"""Writing the receipt to a file: HTML or PDF, by its suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from installer.bundle import check_target, save
from installer.errors import DeliveryFailed, FileExists, FileFault, InvalidChoice, UnwritableFolder
from installer.report.html import to_html
from installer.report.receipt import Receipt

SUFFIXES: Final = (".html", ".htm", ".pdf")

PrintPdf = Callable[[str], bytes]
"""Lays `to_html(receipt, printing=True)` out on pages. It is passed in: only the wizard's room can paint."""


def check_report(path: Path, overwrite: bool) -> None:
    """Makes sure, before any work, that a report can be written there; leaves nothing behind.

    Raises InvalidChoice for another suffix, FileExists and UnwritableFolder.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise InvalidChoice("--report", str(path), SUFFIXES)
    check_target(path, overwrite)


def write_report(receipt: Receipt, path: Path, overwrite: bool, print_pdf: PrintPdf) -> str:
    """Writes it whole, for its owner's eyes, in the language in use; returns the SHA-256 in hexadecimal.

    Raises what `check_report` raises.
    """
    check_report(path, overwrite)
    printing = path.suffix.lower() == ".pdf"
    page = to_html(receipt, printing=printing)
    try:
        return save(print_pdf(page) if printing else page.encode(), path, overwrite)
    except DeliveryFailed as error:  # its words are about the bundle
        if error.reason is FileFault.EXISTS:
            raise FileExists(str(path)) from error
        raise UnwritableFolder(str(path.parent)) from error
