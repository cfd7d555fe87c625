"""What leads on from a run that ended early: another choice, another hand, a look at the plan, or undoing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from installer.errors.work import CredentialForbidden, LifetimeTooLong, NotEnoughRights, StoppedPartWay
from installer.gui.info_bar import Notice, Offer
from installer.gui.walk import Path, Walk
from installer.gui.wording import Text
from installer.model import CredentialKind, CredentialSpec
from installer.texts import translate


class WaysOut:
    """All but trying again, which is the commit button. Each leads to the plan, to be read before it is carried out."""

    def __init__(self, walk: Walk, to_the_plan: Callable[[], None]) -> None:
        self._walk = walk
        self._to_the_plan = to_the_plan

    def after(self, error: BaseException, begun: bool) -> tuple[Offer, ...]:
        """For a failure; `begun` tells whether anything was done in the tenant."""
        return (*self._remedy(error), *self._undo(begun))

    def after_stop(self, begun: bool) -> Notice | None:
        """For a run that the person stopped; None where nothing was created yet."""
        offers = self._undo(begun)
        if not offers:
            return None
        return Notice.saying(
            "info",
            lambda: translate("RunPage", "What was created can stay, or go"),
            lambda: translate("RunPage", "Resume at any time; or look at what was created, and have it removed again."),
            *offers,
        )

    def _undo(self, begun: bool) -> tuple[Offer, ...]:
        """Only what this run itself created is offered for removal, and that is shown before."""
        reviewed = self._walk.review
        if reviewed is None or not begun or reviewed.plan.application or self._walk.path is Path.REMOVE:
            return ()
        return (Offer(lambda: translate("RunPage", "Undo what was created…"), self._look_at_removal),)

    def _look_at_removal(self) -> None:
        self._walk.take_removal(None)
        self._to_the_plan()

    def _remedy(self, error: BaseException) -> tuple[Offer, ...]:
        credential = self._walk.credential
        match error:
            case StoppedPartWay():
                return ()
            case LifetimeTooLong(longest=int() as longest) if longest >= 30:
                months = longest // 30
                shorter = replace(credential, months=months)
                return self._with(shorter, lambda: translate("RunPage", "Use {count} months").format(count=months))
            case CredentialForbidden(kind=CredentialKind.SECRET):
                certificate = replace(credential, kind=CredentialKind.CERTIFICATE)
                return self._with(certificate, lambda: translate("RunPage", "Use a certificate"))
            case NotEnoughRights(can_register=True) if self._walk.path is not Path.PREPARE:
                return (Offer(lambda: translate("RunPage", "Continue without consent"), self._prepare),)
        return (Offer(lambda: translate("RunPage", "Back to the plan"), self._to_the_plan),)

    def _prepare(self) -> None:
        self._walk.take(Path.PREPARE)
        self._to_the_plan()

    def _with(self, credential: CredentialSpec, text: Text) -> tuple[Offer, ...]:
        def choose() -> None:
            self._walk.credential = credential
            self._to_the_plan()

        return (Offer(text, choose),)
