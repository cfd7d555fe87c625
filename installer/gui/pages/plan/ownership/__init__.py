"""Whose application is it? The panel that comes in place of the plan, until the person has decided."""

from installer.gui.pages.plan.ownership.panel import OwnershipPanel, PanelCallbacks
from installer.gui.pages.plan.ownership.ways import decided

__all__ = ["OwnershipPanel", "PanelCallbacks", "decided"]
