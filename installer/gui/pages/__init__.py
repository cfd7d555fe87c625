"""The pages in their order: this is the one place that knows it."""

from typing import Final

from installer.gui.page import Page
from installer.gui.pages.choose import ChoosePage
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage
from installer.gui.pages.sign_in import SignInPage

PAGES: Final[tuple[type[Page], ...]] = (ChoosePage, SignInPage, PlanPage, RunPage, DeliverPage, DonePage)
