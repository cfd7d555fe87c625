"""The pages, by the name that the flow has for each. A new page is its own file, its name there, and two lines here."""

from installer.gui.flow import Screen
from installer.gui.page import Page


def page_class(screen: Screen) -> type[Page]:
    """The page for this name. Its module is loaded with the first call, for the first window needs one page only."""
    match screen:
        case Screen.CHOOSE:
            from installer.gui.pages.choose import ChoosePage

            return ChoosePage
        case Screen.SIGN_IN:
            from installer.gui.pages.sign_in import SignInPage

            return SignInPage
        case Screen.PLAN:
            from installer.gui.pages.plan import PlanPage

            return PlanPage
        case Screen.RUN:
            from installer.gui.pages.run import RunPage

            return RunPage
        case Screen.DELIVER:
            from installer.gui.pages.deliver import DeliverPage

            return DeliverPage
        case Screen.DONE:
            from installer.gui.pages.done import DonePage

            return DonePage
        case Screen.CONSENT:
            from installer.gui.pages.consent import ConsentPage

            return ConsentPage
        case Screen.EXISTING:
            from installer.gui.pages.existing import ExistingPage

            return ExistingPage
        case Screen.CREDENTIAL:
            from installer.gui.pages.health import CredentialHealthPage

            return CredentialHealthPage
        case Screen.APPLICATION:
            from installer.gui.pages.health import ApplicationHealthPage

            return ApplicationHealthPage
        case Screen.REMOVED:
            from installer.gui.pages.done import RemovedPage

            return RemovedPage
