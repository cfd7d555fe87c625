"""The health of an application or of one of its credentials: each problem, with a way out beside it."""

from installer.gui.pages.health.application import ApplicationHealthPage
from installer.gui.pages.health.credential import CredentialHealthPage
from installer.gui.pages.health.page import HealthPage

__all__ = ["ApplicationHealthPage", "CredentialHealthPage", "HealthPage"]
