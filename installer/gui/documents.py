"""The dialogs that ask for a file, and the documents the wizard saves: reports, reminder, recording; none secret."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from installer import engine
from installer.bundle.files import save
from installer.errors.base import SetupError
from installer.gui.job import Job, Start
from installer.gui.pdf import print_pdf
from installer.recording.capture import Run
from installer.report import (
    Occasion,
    Outcome,
    Receipt,
    credential_facts,
    plan_receipt,
    reminder_name,
    result_receipt,
    to_ics,
    write_report,
)
from installer.texts import translate

if TYPE_CHECKING:
    from installer.registration import Plan


def receipt_of_plan(job: Job, plan: Plan) -> Receipt | None:
    """What will be done, for a change board; None before the sign-in."""
    occasion = _occasion(job)
    return plan_receipt(occasion, plan) if occasion else None


def receipt_of_result(job: Job) -> Receipt | None:
    """What was done and delivered; None if nobody signed in, or if Microsoft says nothing about the credential."""
    occasion, registration, reviewed = _occasion(job), job.registration, job.review
    if occasion is None or registration is None or reviewed is None:
        return None
    credentials = registration.credentials
    facts = credential_facts(credentials.credential)
    if facts is None:
        return None
    outcome = Outcome(credentials.application, facts, registration.proof, job.bundle, registration.warnings)
    return result_receipt(occasion, reviewed.plan, outcome)


def _occasion(job: Job) -> Occasion | None:
    tenant = job.tenant
    if tenant is None:
        return None
    return engine.occasion(tenant.connection, tenant.state, job.target.profile)


def delivery_folder() -> Path:
    """Where files go unless the person chooses another place: the documents, or else the home."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def ask_for_report(parent: QWidget, receipt: Receipt) -> SetupError | None:
    """Asks where to save the receipt, PDF or HTML, and writes it; returns the error that prevented it."""
    name = translate("Papers", "report-{domain}.html").format(domain=receipt.occasion.organization.domain or "glimps")
    path = ask_where_to_save(parent, translate("Papers", "Save the report"), name, report_kinds())
    return save_report(receipt, path) if path else None


def report_kinds() -> str:
    """The filters of the dialog, the accessible one first: Qt cannot tag a PDF for screen readers."""
    return ";;".join((translate("Papers", "HTML, accessible (*.html)"), "PDF (*.pdf)"))


def save_report(receipt: Receipt, path: Path) -> SetupError | None:
    """Replaces a file without asking: the system's own dialog has asked already."""
    if path.suffix.lower() not in (".pdf", ".html", ".htm"):
        path = path.with_name(path.name + ".html")
    try:
        write_report(receipt, path, True, print_pdf)
    except SetupError as error:
        return error
    return None


def ask_for_reminder(parent: QWidget, receipt: Receipt) -> SetupError | None:
    """Asks where to save the calendar entry, and writes it; returns the error that prevented it."""
    title = translate("Papers", "Save the reminder")
    path = ask_where_to_save(parent, title, reminder_name(receipt), translate("Papers", "Calendar entries (*.ics)"))
    return save_reminder(receipt, path) if path else None


def save_reminder(receipt: Receipt, path: Path) -> SetupError | None:
    """Replaces a file without asking, as `save_report` does; returns the error that prevented it."""
    try:
        save(to_ics(receipt).encode(), path, overwrite=True)
    except SetupError as error:
        return error
    return None


def ask_for_recording(parent: QWidget, start: Start) -> SetupError | None:
    """Asks where to save what was exchanged with Microsoft, and writes it; returns the error that prevented it."""
    title, kinds = translate("Papers", "Save the recording"), translate("Papers", "Recordings (*.jsonl)")
    path = ask_where_to_save(parent, title, "glimps-odsp-recording.jsonl", kinds)
    return save_recording(start, path) if path else None


def save_recording(start: Start, path: Path) -> SetupError | None:
    """Replaces a file without asking: the system's own dialog has asked already."""
    try:
        engine.save_recording(start.recording, Run(), start.manifest, engine.open_recording(path, True), path)
    except SetupError as error:
        return error
    return None


def ask_where_to_save(parent: QWidget, title: str, name: str | Path, kinds: str) -> Path | None:
    """Asks where to save a file, in the folder used last unless `name` has one; None if the person cancels.

    `kinds` are the dialog's filters, `;;` between them. The system's dialog asks before it lets a file be replaced.
    """
    path, _ = QFileDialog.getSaveFileName(parent, title, str(_last_folder() / name), kinds)
    return _used(path)


def ask_for_file(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """Asks for a file to read, in the folder used last; None if the person cancels."""
    path, _ = QFileDialog.getOpenFileName(parent, title, str(_last_folder()), kinds)
    return _used(path)


_LAST_FOLDER: Final = "last_folder"
"""The application's property that holds it: remembered while the program runs, and written nowhere."""

_LEFT_IN_ENGLISH: Final = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""What Qt 6.12 does not translate in its own dialog, which is shown where the system has none."""


def _last_folder() -> Path:
    application = QApplication.instance()
    return Path(application.property(_LAST_FOLDER) or delivery_folder()) if application else delivery_folder()


def _used(path: str) -> Path | None:
    if path:
        remember_folder_of(Path(path))
    return Path(path) if path else None


def remember_folder_of(path: Path) -> None:
    """The next dialog starts where this file is."""
    if application := QApplication.instance():
        application.setProperty(_LAST_FOLDER, str(path.parent))
