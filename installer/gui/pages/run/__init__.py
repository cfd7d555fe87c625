"""The run: what is done in the tenant, step by step."""

from installer.gui.pages.run.page import RunPage, State

__all__ = ["RunPage", "State"]
