"""The account lacks a role for what was asked."""

from __future__ import annotations

from typing import Final, NamedTuple

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.graph import DENIED, ROLE, STANDING
from installer.events import Step

DONE_BEFORE: Final = Words("Already done, and in place: {done}.")
"""What a run that ended early had done: it stays, and a later run finds it."""


class _Lack(NamedTuple):
    what: Words
    hint: Words
    console: str = ""


class NotEnoughRights(SetupError):
    """The account lacks a role; `can_register` says whether it may prepare.

    `refused` is the step at which Microsoft said so, after those that are `done`; None before the first write. At the
    consent, `denied` are the permissions that it was refused for, `standing` those that have it.
    """

    can_register: bool
    done: tuple[Step, ...] = ()
    refused: Step | None = None
    request_id: str | None = None
    denied: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    exit_code = ExitCode.RIGHTS
    title = ROLE

    @property
    def what(self) -> Sentences:
        told = ((self.denied, DENIED), (self.standing, STANDING), (self.done, DONE_BEFORE))
        return (self._lacking.what, *(words for fact, words in told if fact))

    @property
    def hint(self) -> Words:
        return self._lacking.hint

    @property
    def console(self) -> str:
        return self._lacking.console

    @property
    def _lacking(self) -> _Lack:
        match self.refused:
            case Step.PURGE:
                return _Lack(
                    Words(
                        "Microsoft does not let this account delete for good what is in the recycle bin. "
                        "In some tenants that is a protected action, which a Conditional Access policy guards."
                    ),
                    Words("Leave it out: the application in the recycle bin is then restored, and keeps its identity."),
                    "setup",
                )
            case Step.SERVICE_PRINCIPAL if Step.APPLICATION in self.done:
                return _Lack(
                    Words(
                        "Microsoft let this account register the application, but not go on with it: "
                        "the account was not made its owner."
                    ),
                    Words("An Application Administrator can finish it, or make this account an owner."),
                    "prepare",
                )
            case Step.APPLICATION | Step.SERVICE_PRINCIPAL | Step.RESTORE:
                return _Lack(
                    Words("Microsoft does not let this account register or change the application."),
                    Words(
                        "The role Application Developer is needed for that, or have somebody prepare the application "
                        "who holds it.",
                    ),
                    "prepare",
                )
            case Step.CREDENTIAL | Step.CERTIFICATE | Step.CLEAN_UP:
                return _Lack(
                    Words("Microsoft does not let this account manage the application’s secrets."),
                    Words("An owner of the application, or an Application Administrator, can finish it."),
                    "setup",
                )
            case Step.REMOVE:
                return _Lack(
                    Words("Microsoft does not let this account remove the application."),
                    Words("An owner of the application, or an Application Administrator, can do it."),
                )
        if self.can_register:
            return _Lack(
                Words("This account may register the application, but not give admin consent to it."),
                Words(
                    "A Global Administrator or a Privileged Role Administrator can do it all; "
                    "or prepare the application, and they only consent.",
                ),
                "prepare",
            )
        return _Lack(
            Words("This account may neither register an application nor give admin consent."),
            Words(
                "Sign in as a Global Administrator or a Privileged Role Administrator; "
                "if the role is only eligible, activate it in PIM first. "
                "To prepare the application, so that they only consent, the Application Developer role is enough.",
            ),
            "prepare",
        )


class StaysHidden(SetupError):
    """A warning: the account may not add the tag by which the portal lists the enterprise application `name`."""

    name: str
    request_id: str | None = None
    exit_code = ExitCode.RIGHTS

    title = Words("The enterprise application stays hidden in the portal")
    what = Words(
        "The portal does not list the enterprise application “{name}” by default, and Microsoft does not let this "
        "account change that. The application works all the same."
    )
    hint = Words("An owner of the application, or an Application Administrator, changes it by preparing it again.")
    console = "prepare"
