"""The documents the wizard saves: the report of a plan or of a result, and the reminder. None holds a secret."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

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
    path = _ask(parent, translate("Papers", "Save the report"), name, report_kinds())
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
    path = _ask(parent, title, reminder_name(receipt), translate("Papers", "Calendar entries (*.ics)"))
    return save_reminder(receipt, path) if path else None


def save_reminder(receipt: Receipt, path: Path) -> SetupError | None:
    try:
        save(to_ics(receipt).encode(), path, overwrite=True)
    except SetupError as error:
        return error
    return None


def ask_for_recording(parent: QWidget, start: Start) -> SetupError | None:
    """Asks where to save what was exchanged with Microsoft, and writes it; returns the error that prevented it."""
    title, kinds = translate("Papers", "Save the recording"), translate("Papers", "Recordings (*.jsonl)")
    path = _ask(parent, title, "glimps-odsp-recording.jsonl", kinds)
    return save_recording(start, path) if path else None


def save_recording(start: Start, path: Path) -> SetupError | None:
    """Replaces a file without asking: the system's own dialog has asked already."""
    try:
        engine.save_recording(start.recording, Run(), start.manifest, engine.open_recording(path, True), path)
    except SetupError as error:
        return error
    return None


def _ask(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    path, _ = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), kinds)
    return Path(path) if path else None
