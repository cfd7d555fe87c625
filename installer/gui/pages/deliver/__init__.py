"""The page that delivers the credential."""

from installer.gui.pages.deliver.page import DeliverPage

__all__ = ["DeliverPage"]
