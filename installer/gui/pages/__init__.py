"""The routes: the pages of each path in order. A new page is its own file and its name here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from installer.gui.job import Path
from installer.gui.page import Page
from installer.gui.pages.choose import ChoosePage
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.health import ApplicationHealthPage, CredentialHealthPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.removed import RemovedPage
from installer.gui.pages.run import RunPage
from installer.gui.pages.sign_in import SignInPage

Route = tuple[type[Page], ...]

ROUTES: Final[Mapping[Path, Route]] = MappingProxyType(
    {
        Path.SETUP: (ChoosePage, SignInPage, PlanPage, RunPage, DeliverPage, DonePage),
        Path.PREPARE: (ChoosePage, SignInPage, PlanPage, RunPage, ConsentPage),
        Path.CREDENTIAL: (ChoosePage, ExistingPage, CredentialHealthPage, DeliverPage, DonePage),
        Path.COMPARE: (
            ChoosePage,
            ExistingPage,
            SignInPage,
            ApplicationHealthPage,
            PlanPage,
            RunPage,
            DeliverPage,
            DonePage,
        ),
        Path.RENEW: (ChoosePage, SignInPage, PlanPage, RunPage, DeliverPage, DonePage),
        Path.REMOVE: (ChoosePage, SignInPage, PlanPage, RunPage, RemovedPage),
    }
)
