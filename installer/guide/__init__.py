"""The manual way, on paper: the offline guide as a page and as plain text, and the manifest as Terraform and Bicep."""

from installer.guide.bicep import to_bicep
from installer.guide.browser_copy import browser_copy, guide_name
from installer.guide.page import to_html
from installer.guide.plain import to_text
from installer.guide.subject import Subject, subject_of
from installer.guide.terraform import to_terraform

__all__ = ["Subject", "browser_copy", "guide_name", "subject_of", "to_bicep", "to_html", "to_terraform", "to_text"]
