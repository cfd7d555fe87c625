"""The page that shows the plan and asks for agreement."""

from installer.gui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
