"""What is offered after a run that stopped early, besides trying again. Most offers lead to the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from installer.errors.policy import CredentialForbidden, LifetimeTooLong
from installer.errors.proof import ApplicationRefused
from installer.errors.rights import NotEnoughRights
from installer.errors.work import StoppedPartWay
from installer.gui.flow import Path, PlanAgain
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job
from installer.gui.retranslation import Text
from installer.model import CredentialKind, CredentialSpec
from installer.texts import translate


class RunOffers:
    """Makes the offers; `to_the_plan` takes them there, `deliver_unproven` runs once more."""

    def __init__(
        self, job: Job, to_the_plan: Callable[[PlanAgain], object], deliver_unproven: Callable[[], None]
    ) -> None:
        self._job = job
        self._to_the_plan = to_the_plan
        self._deliver_unproven = deliver_unproven

    def after(self, error: BaseException, begun: bool) -> tuple[Offer, ...]:
        """After a failure; `begun`: whether anything was done in the tenant."""
        return (*self._remedy(error), *self._undo(begun))

    def after_stop(self, begun: bool) -> Notice | None:
        """After the person stopped the run; None if nothing was created yet."""
        offers = self._undo(begun)
        if not offers:
            return None
        return Notice.saying(
            "info",
            lambda: translate("RunPage", "What was created can stay or be removed"),
            lambda: translate("RunPage", "Resume at any time, or review what was created and have it removed."),
            *offers,
        )

    def _undo(self, begun: bool) -> tuple[Offer, ...]:
        """Offers to remove what this run itself created, after showing it."""
        reviewed = self._job.review
        if reviewed is None or not begun or reviewed.plan.application or self._job.path is Path.REMOVE:
            return ()
        return (Offer(lambda: translate("RunPage", "Undo what was created…"), self._look_at_removal),)

    def _look_at_removal(self) -> None:
        self._job.old = None
        self._to_the_plan(PlanAgain(Path.REMOVE))

    def _remedy(self, error: BaseException) -> tuple[Offer, ...]:
        credential = self._job.credential
        match error:
            case StoppedPartWay():
                return ()
            case ApplicationRefused(address=address):
                unproven = Offer(lambda: translate("RunPage", "Deliver without proof"), self._deliver_unproven)
                return (unproven, *([_portal(address)] if address else []))
            case LifetimeTooLong(longest=int() as longest) if longest >= 30 and isinstance(credential, CredentialSpec):
                months = longest // 30
                shorter = replace(credential, months=months)
                return self._with(shorter, lambda: translate("RunPage", "Use {count} months").format(count=months))
            case CredentialForbidden(kind=CredentialKind.SECRET) if isinstance(credential, CredentialSpec):
                certificate = replace(credential, kind=CredentialKind.CERTIFICATE)
                return self._with(certificate, lambda: translate("RunPage", "Use a certificate"))
            case NotEnoughRights(may_prepare=True) if self._job.path is not Path.PREPARE:
                prepare = PlanAgain(Path.PREPARE)
                return (self._planning(lambda: translate("RunPage", "Continue without consent"), prepare),)
        return (self._planning(lambda: translate("RunPage", "Back to the plan"), PlanAgain()),)

    def _planning(self, text: Text, outcome: PlanAgain) -> Offer:
        return Offer(text, lambda: self._to_the_plan(outcome))

    def _with(self, credential: CredentialSpec, text: Text) -> tuple[Offer, ...]:
        def choose() -> None:
            self._job.credential = credential
            self._to_the_plan(PlanAgain())

        return (Offer(text, choose),)


def _portal(address: str) -> Offer:
    return Offer(
        lambda: translate("RunPage", "Open the enterprise application in the portal"),
        lambda: QDesktopServices.openUrl(QUrl(address)),
    )
