"""How an application, or a credential of it, stands: what is wrong, line by line, with the way out beside it."""

from installer.gui.pages.health.application import ApplicationHealthPage
from installer.gui.pages.health.credential import CredentialHealthPage
from installer.gui.pages.health.page import HealthPage

__all__ = ["ApplicationHealthPage", "CredentialHealthPage", "HealthPage"]
