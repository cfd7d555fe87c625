"""The pages, by the name that the flow has for each. A new page is its own file, its name there, and a line here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from installer.gui.flow import Screen
from installer.gui.page import Page
from installer.gui.pages.choose import ChoosePage
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage, RemovedPage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.health import ApplicationHealthPage, CredentialHealthPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage
from installer.gui.pages.sign_in import SignInPage

PAGES: Final[Mapping[Screen, type[Page]]] = MappingProxyType(
    {
        Screen.CHOOSE: ChoosePage,
        Screen.SIGN_IN: SignInPage,
        Screen.PLAN: PlanPage,
        Screen.RUN: RunPage,
        Screen.DELIVER: DeliverPage,
        Screen.DONE: DonePage,
        Screen.CONSENT: ConsentPage,
        Screen.EXISTING: ExistingPage,
        Screen.CREDENTIAL: CredentialHealthPage,
        Screen.APPLICATION: ApplicationHealthPage,
        Screen.REMOVED: RemovedPage,
    }
)
