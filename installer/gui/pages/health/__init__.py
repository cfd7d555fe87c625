"""The health of an application or of one of its credentials: each problem, with a way out beside it."""

from installer.gui.pages.health.checks import ApplicationHealthPage, CredentialHealthPage
from installer.gui.pages.health.page import HealthPage

__all__ = ["ApplicationHealthPage", "CredentialHealthPage", "HealthPage"]
