"""Microsoft Graph refused a request, or a consent."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from installer.errors.base import ExitCode, Sentences, SetupError, Words

ROLE: Final = Words("Your role is not sufficient")
DENIED: Final = Words("Microsoft refused the consent to: {denied}.")
STANDING: Final = Words("The consent stands for: {standing}.")
ANSWERED: Final = Words("Microsoft answered: {status} {code}.")


class _GraphRefusal(NamedTuple):
    title: Words
    what: tuple[Words, ...]
    hint: Words
    console: str = ""


_DENIED: Final = "Authorization_RequestDenied"
_NOT_THERE_YET: Final = re.compile(r"must\sin\sthe\slocal\stenant")
"""In the 403 for a service principal created too soon after its application (Terraform's azuread retries it too)."""

_BY_CODE: Final = {
    _DENIED: _GraphRefusal(
        ROLE,
        (Words("This account may not do that."),),
        Words(
            "A role that is only eligible must first be activated in PIM, which takes up to a quarter of an hour; "
            "then sign in again. Otherwise another account with the required role can do that.",
        ),
    ),
    "Directory_QuotaExceeded": _GraphRefusal(
        Words("There are too many objects"),
        (Words("The account or the tenant may not create any more objects."),),
        Words(
            "Delete applications that nobody uses, in the recycle bin too, or sign in as an administrator, "
            "who has no such limit.",
        ),
    ),
    "Directory_ResourceSizeExceeded": _GraphRefusal(
        Words("The application has become too large"),
        (Words("It holds too many secrets, certificates or permissions."),),
        Words("Remove its old secrets first."),
        "remove --expired",
    ),
    "Error_MsaAppDoesNotExist": _GraphRefusal(
        Words("Microsoft Graph refused a request"),
        (Words("The application is also meant for personal accounts, unlike ours."),),
        Words("In the portal, set it to accounts of this organization only."),
    ),
    "Request_ResourceNotFound": _GraphRefusal(
        Words("Microsoft is still replicating"),
        (Words("Microsoft does not find an object that exists, or that has just been made."),),
        Words("Try again in a few minutes."),
    ),
}
"""Texts for refusals of Microsoft Graph, by error code (Microsoft Graph, error responses; Entra service limits)."""

_OTHER_REFUSAL: Final = _GraphRefusal(
    Words("Microsoft Graph refused a request"),
    (),
    Words("Try again; if the problem persists, give GLIMPS the request id."),
)


class GraphError(SetupError):
    """Microsoft Graph refused a request, and no other class is more precise.

    Its HTTP status, and the code and message (in English) of its error body; `retry_after` is in seconds.
    """

    status: int
    code: str
    message: str
    request_id: str | None = None
    retry_after: float | None = None

    @property
    def title(self) -> Words:
        return self._refusal.title

    @property
    def what(self) -> Sentences:
        """What happened, always with Microsoft's status and code."""
        return (*self._refusal.what, ANSWERED)

    @property
    def hint(self) -> Words:
        return self._refusal.hint

    @property
    def console(self) -> str:
        return self._refusal.console

    @property
    def detail(self) -> str:
        return self.message

    @property
    def denies(self) -> bool:
        """Whether the account lacks a right.

        Status and code alone do not say so: they are the same if a new application is not replicated yet.
        """
        return (self.status, self.code) == (403, _DENIED) and not self._comes_too_soon

    @property
    def _comes_too_soon(self) -> bool:
        return self.status == 403 and _NOT_THERE_YET.search(self.message) is not None

    @property
    def hint_comes_first(self) -> bool:
        return self.code in _BY_CODE

    @property
    def _refusal(self) -> _GraphRefusal:
        return _BY_CODE.get("Request_ResourceNotFound" if self._comes_too_soon else self.code, _OTHER_REFUSAL)


class TokenRefused(GraphError):
    """Microsoft Graph does not accept the token, and a new sign-in, if one was possible, has not changed that.

    `challenged`: it sent a claims challenge, which the new sign-in did not meet.
    """

    challenged: bool = False
    exit_code = ExitCode.SIGN_IN
    title = Words("Microsoft does not accept the sign-in")
    console = ""
    hint_comes_first = True

    @property
    def what(self) -> Sentences:
        if self.challenged:
            return (Words("Microsoft demands a stronger sign-in for this action than the one that was made."), ANSWERED)
        return (Words("Microsoft Graph does not accept the token of this sign-in."), ANSWERED)

    @property
    def hint(self) -> Words:
        if self.challenged:
            return Words(
                "A conditional access policy protects the action: sign in by the method, or on the device, that it "
                "demands. Microsoft Entra’s sign-in logs name the policy.",
            )
        return Words("Sign in again; if the problem persists, Microsoft Entra’s sign-in logs name the reason.")


class ConsentRefused(SetupError):
    """Microsoft refused consent to the permissions `denied`; those in `standing` have it. `__cause__` says why."""

    denied: tuple[str, ...]
    standing: tuple[str, ...]
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY

    title = Words("Admin consent is incomplete")

    @property
    def what(self) -> Sentences:
        return (DENIED, *((STANDING,) if self.standing else ()), *self._cause)

    @property
    def hint(self) -> Sentences:
        return self._cause

    @property
    def hint_comes_first(self) -> bool:
        return any(cause.hint_comes_first for cause in self._cause)

    @property
    def _cause(self) -> tuple[SetupError, ...]:
        return (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()
