"""The documents of a run: the receipt as HTML or PDF, the reminder for a calendar, the mail to GLIMPS. No secrets."""

from installer.report.calendar import reminder_name, to_ics
from installer.report.html import SUFFIXES, PrintPdf, check_report, to_html, write_report
from installer.report.mail import to_mail
from installer.report.receipt import (
    Kind,
    Occasion,
    Outcome,
    Receipt,
    Standing,
    check_receipt,
    credential_facts,
    plan_receipt,
    result_receipt,
)

__all__ = [
    "SUFFIXES",
    "Kind",
    "Occasion",
    "Outcome",
    "PrintPdf",
    "Receipt",
    "Standing",
    "check_receipt",
    "check_report",
    "credential_facts",
    "plan_receipt",
    "reminder_name",
    "result_receipt",
    "to_html",
    "to_ics",
    "to_mail",
    "write_report",
]
