"""The account lacks a role for what was asked."""

from __future__ import annotations

from typing import Final, NamedTuple

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.graph import DENIED, ROLE, STANDING
from installer.events import Step
from installer.model import Able, Application, Rights

DONE_BEFORE: Final = Words("Already done, and in place: {done}.")
"""What a run that stopped early had done: it stays, and a later run finds it."""


_TRIED: Final = Words("Microsoft refuses this account")
_NEW_ROLE: Final = Words(
    "One of your roles allows this, but it may be too new: a role that was assigned or activated can take up to "
    "a quarter of an hour; then sign in again. Otherwise it covers only part of the tenant, or a policy forbids "
    "this: Microsoft Entra’s audit logs name the reason."
)
_ACTIVATE: Final = Words("If such a role of yours is only eligible, activate it in PIM, then sign in again.")
_WHO_CONSENTS: Final = Words("A Global Administrator or a Privileged Role Administrator can consent.")


class _Lack(NamedTuple):
    what: Words
    hint: tuple[Words, ...]
    console: str = ""


class NotEnoughRights(SetupError):
    """The account lacks a right for what was asked, by its roles (before the first write) or by Microsoft's answer.

    `rights` is what its roles say, which also chooses the hint: an account with the role is not told to find somebody
    who has it. `refused` is the step that Microsoft refused, after those in `done`; None before the first write. For
    consent, `denied` are the refused permissions, `standing` those that have consent.
    """

    rights: Rights
    done: tuple[Step, ...] = ()
    refused: Step | None = None
    request_id: str | None = None
    denied: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    exit_code = ExitCode.RIGHTS

    @property
    def may_prepare(self) -> bool:
        """Whether the account could at least register the application, and leave consent to somebody else."""
        return self.refused in (None, Step.CONSENT) and self.rights.can_consent is not Able.CAN

    @property
    def title(self) -> Words:
        return _TRIED if _NEW_ROLE in self._lacking.hint else ROLE

    @property
    def what(self) -> Sentences:
        told = ((self.denied, DENIED), (self.standing, STANDING), (self.done, DONE_BEFORE))
        return (self._lacking.what, *(words for fact, words in told if fact))

    @property
    def hint(self) -> Sentences:
        return self._lacking.hint

    @property
    def console(self) -> str:
        return self._lacking.console

    @property
    def _lacking(self) -> _Lack:
        match self.refused:
            case Step.INSPECT:
                return _Lack(
                    Words("Microsoft does not let this account read the tenant."),
                    (Words("Sign in with an account of the tenant itself, not as its guest."), _ACTIVATE),
                )
            case Step.PURGE:
                return _Lack(
                    Words(
                        "Microsoft does not let this account delete for good what is in the recycle bin. "
                        "In some tenants that is a protected action, which a Conditional Access policy guards."
                    ),
                    (
                        Words(
                            "Leave it out: the application in the recycle bin is then restored, and keeps its identity."
                        ),
                    ),
                    "setup",
                )
            case Step.SERVICE_PRINCIPAL if Step.APPLICATION in self.done and self.rights.can_register is not Able.CAN:
                return _Lack(
                    Words(
                        "Microsoft let this account register the application, but not continue with it: the account "
                        "was not made its owner."
                    ),
                    (Words("An Application Administrator can finish it, or make this account an owner."),),
                    "prepare",
                )
            case Step.APPLICATION | Step.SERVICE_PRINCIPAL | Step.RESTORE:
                return self._registration()
            case Step.CONSENT if self.rights.can_consent is Able.CAN:
                return _Lack(Words("Microsoft does not let this account give admin consent."), (_NEW_ROLE,))
            case Step.CREDENTIAL | Step.CERTIFICATE | Step.CLEAN_UP:
                return _Lack(Words("Microsoft does not let this account manage the application’s secrets."), _MANAGING)
            case Step.CLEAN:
                return _Lack(
                    Words("Microsoft does not let this account remove all that does not belong to the application."),
                    (
                        Words(
                            "Nothing was granted. A Global Administrator can do it; or leave the application, and "
                            "register another one."
                        ),
                    ),
                    "--fresh",
                )
            case Step.REMOVE:
                return _Lack(Words("Microsoft does not let this account remove the application."), _MANAGING)
        return _Lack(
            Words("This account can register the application, but not give admin consent to it."),
            (
                Words(
                    "A Global Administrator can do all of it; so can a Privileged Role Administrator where "
                    "users are allowed to register applications."
                ),
                _ACTIVATE,
                Words("Or prepare the application, and they only consent."),
            ),
            "prepare",
        )

    def _registration(self) -> _Lack:
        what = Words("Microsoft does not let this account register or change the application.")
        if self.rights.can_register is not Able.CAN:
            return _Lack(
                what,
                (
                    Words(
                        "Where users may not register applications, the role Application Developer is needed; to "
                        "change one that somebody else registered, the role Application Administrator."
                    ),
                    _ACTIVATE,
                    Words("Or have somebody with that role prepare the application."),
                ),
                "prepare",
            )
        if self.rights.can_consent is Able.CAN:
            return _Lack(what, (_NEW_ROLE,))
        return _Lack(what, (_NEW_ROLE, Words("An Application Developer can only change applications they own.")))


_MANAGING: Final = (
    Words(
        "An owner of the application can do that, or whoever holds a role for all applications: Application "
        "Administrator, Cloud Application Administrator or Global Administrator."
    ),
    _ACTIVATE,
    Words("A role that you already have may be too new: it can take up to a quarter of an hour."),
)


class ConsentLeft(SetupError):
    """Microsoft refused consent to an account whose roles left it open; `application` is there, without a secret.

    `denied` are the refused permissions, `standing` those that have consent.
    """

    application: Application
    denied: tuple[str, ...]
    standing: tuple[str, ...]
    done: tuple[Step, ...]
    request_id: str | None = None
    exit_code = ExitCode.CONSENT_PENDING
    title = Words("Another administrator has to consent")
    console = "setup"

    @property
    def what(self) -> Sentences:
        told = ((self.denied, DENIED), (self.standing, STANDING), (self.done, DONE_BEFORE))
        refused = Words("Microsoft does not let this account give admin consent.")
        return (refused, *(words for fact, words in told if fact))

    @property
    def hint(self) -> Sentences:
        return (
            _WHO_CONSENTS,
            _ACTIVATE,
            Words("The application has no secret yet; after the consent the setup finishes the job."),
        )


class StaysHidden(SetupError):
    """A warning: the account cannot add the tag that makes the portal list the enterprise application `name`."""

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
