"""Registration without this program: the guide, as a page and as plain text, and the manifest as Terraform or Bicep."""

from installer.guide.infrastructure import to_bicep, to_terraform
from installer.guide.page import browser_copy, guide_name, to_html
from installer.guide.plain import to_text
from installer.guide.subject import Subject, subject_of

__all__ = ["Subject", "browser_copy", "guide_name", "subject_of", "to_bicep", "to_html", "to_terraform", "to_text"]
