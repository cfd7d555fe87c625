"""What stays on paper: the receipt as a page, the reminder as a calendar entry, the mail to GLIMPS. Never a secret."""

from installer.report.calendar import reminder_name, to_ics
from installer.report.html import to_html
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
from installer.report.write import SUFFIXES, PrintPdf, check_report, write_report

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
