"""The receipt as one HTML page, and written to a file, as HTML or PDF.

The page is self-contained and without scripts, for screens, printers and screen readers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from installer import __version__
from installer.bundle.files import check_target, save
from installer.errors.files import FileExists, FileFault
from installer.errors.usage import InvalidChoice
from installer.errors.work import DeliveryFailed
from installer.model import Account
from installer.private_file import folder_fault
from installer.report.markup import Markup, code, element, facts, lines, section, small, untrusted
from installer.report.receipt import Receipt
from installer.report.sections import bundle, credential, objects, permissions, proof, undo, what_glimps_gets
from installer.report.style import BROWSER, PRINTER
from installer.report.words import day_and_time, state, title
from installer.texts import language, localized, role_names, translate

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The page's content security policy: it cannot load anything."""
SUFFIXES: Final = (".html", ".htm", ".pdf")
PrintPdf = Callable[[str], bytes]
"""Turns `to_html(receipt, printing=True)` into a PDF. Passed in by the caller: only installer/gui can paint."""


def to_html(receipt: Receipt, *, printing: bool = False) -> str:
    """The page in the language in use; with `printing`, in the subset of HTML that Qt's rich text supports, for a PDF.

    Every string that came from the tenant or from a person is escaped, and isolated (`bdi`).
    """
    sections = (
        _who_and_when(receipt),
        _tenant(receipt),
        objects(receipt),
        permissions(receipt),
        credential(receipt),
        proof(receipt),
        bundle(receipt),
        what_glimps_gets(receipt),
        undo(receipt),
    )
    words, colour = state(receipt)
    heading = title(receipt)
    main = element(
        "main",
        element("p", "GLIMPS ODSP Setup", class_="product"),
        element("h1", heading),
        _state(words, colour, printing),
        *([element("p", element("strong", _rehearsal()))] if receipt.rehearsal else []),
        *filter(None, sections),
        _footer(),
    )
    band = Markup("") if printing else element("div", class_="band")
    page = "<!doctype html>\n" + element("html", _head(heading, printing), element("body", band, main), lang=language())
    return _for_printer(page) if printing else page


def check_report(path: Path, overwrite: bool) -> None:
    """Makes sure, before any work is done, that a report can be written to `path`; leaves nothing behind.

    Raises InvalidChoice unless its suffix is one of `SUFFIXES`, FileExists and UnwritableFolder.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise InvalidChoice("--report", str(path), SUFFIXES)
    check_target(path, overwrite)


def write_report(receipt: Receipt, path: Path, overwrite: bool, print_pdf: PrintPdf) -> str:
    """Writes the receipt atomically, readable by its owner only, in the language in use, as its suffix says.

    Returns the file's SHA-256 in hexadecimal. Raises what `check_report` raises.
    """
    check_report(path, overwrite)
    printing = path.suffix.lower() == ".pdf"
    page = to_html(receipt, printing=printing)
    try:
        return save(print_pdf(page) if printing else page.encode(), path, overwrite)
    except DeliveryFailed as error:  # its message is about the bundle
        if error.reason is FileFault.EXISTS:
            raise FileExists(str(path)) from error
        raise folder_fault(path) from error


def _for_printer(page: str) -> str:
    """Puts widths into attributes, as Qt's rich text requires; U+202F, which it treats as a space, becomes U+00A0."""
    page = page.replace("\u202f", "\u00a0").replace('<table class="', '<table width="100%" cellspacing="0" class="')
    page = page.replace('<th class="name"', '<th class="name" width="30%"')
    return page.replace('<th class="first"', '<th class="first" width="40%"')


def _head(heading: str, printing: bool) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", heading),
        element("style", Markup(PRINTER if printing else BROWSER)),
    )


def _state(words: str, colour: str, printing: bool) -> Markup:
    if not printing:
        return element("p", words, class_=f"state is-{colour}")
    grounds = {"info": "#eaf0f6", "done": "#e9f6ec", "warn": "#fff6dd", "bad": "#fdecea"}
    cell = element("td", words, bgcolor=grounds[colour], style="padding: 8px 10px; border: none")
    return element("table", element("tr", cell), class_="state")


def _rehearsal() -> str:
    return translate("Receipt", "A rehearsal in the embedded tenant: Microsoft 365 was not touched.")


def _who_and_when(receipt: Receipt) -> Markup:
    occasion, account = receipt.occasion, receipt.occasion.account
    roles = role_names(occasion.manifest, occasion.rights)
    profile = occasion.profile
    rows = [
        (translate("Receipt", "Date"), day_and_time(occasion.moment)),
        (translate("Receipt", "Signed-in account"), _names(account)),
        (translate("Receipt", "Object ID of the account"), code(account.object_id)),
        *(
            (translate("Receipt", "Signed in later, in the same run"), lines(_names(other), code(other.object_id)))
            for other in occasion.others
        ),
        (
            translate("Receipt", "Directory roles used"),
            ", ".join(roles) or translate("Receipt", "None of those that count here"),
        ),
        (
            translate("Receipt", "Chosen access"),
            lines(localized(profile.title), small(localized(profile.summary))),
        ),
    ]
    return section(translate("Receipt", "Who and when"), "who", facts(rows, "who"))


def _names(account: Account) -> Markup:
    return lines(*(untrusted(name) for name in dict.fromkeys((account.name, account.username)) if name))


def _tenant(receipt: Receipt) -> Markup:
    organization = receipt.occasion.organization
    rows = [
        (translate("Receipt", "Organization"), untrusted(organization.name)),
        (translate("Receipt", "Default domain"), untrusted(organization.domain)),
        (translate("Receipt", "Directory (tenant) ID"), code(organization.id)),
        (translate("Receipt", "Microsoft cloud"), untrusted(receipt.occasion.cloud.name)),
    ]
    return section(translate("Receipt", "Tenant"), "tenant", facts(rows, "tenant"))


def _footer() -> Markup:
    words = translate("Receipt", "Made by GLIMPS ODSP Setup {version}. This document holds no secret.")
    return element("footer", element("p", words.format(version=__version__)))
