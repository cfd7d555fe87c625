"""The administrator's session, and its renewal when Microsoft demands a new sign-in in the middle of a run."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from installer.errors.sign_in import AnotherAccount, WrongTenant
from installer.events import Report, Warned
from installer.model import Account, Secret


@dataclass(frozen=True, slots=True)
class Session:
    """The result of one sign-in. There is no refresh token: a new token takes a new sign-in."""

    account: Account
    token: Secret
    role_hints: frozenset[str] = frozenset()
    """Template ids of the directory roles in the token."""
    seconds_ahead: int = 0
    """How far this computer's clock is ahead of Microsoft's; negative if it is behind."""


class SignIn(Protocol):
    """One way to sign in. Raises `SignInError`, `NetworkError` or `Cancelled`."""

    def sign_in(self, *, claims: str | None = None, account: Account | None = None) -> Session:
        """Signs in, which takes the person's time. `claims` is a claims challenge (JSON) of an earlier answer.

        `account` is the account that should sign in again; None to let the person choose.
        """


class Nobody:
    """The bearer of a run in which no administrator signs in."""

    @property
    def bearer(self) -> Secret:
        """Raises `AssertionError`: such a run makes no request as an administrator."""
        raise AssertionError("nobody signed in")


class Authorization:
    """The administrator's session, shared by all tasks of a run; every later sign-in must be to the same tenant.

    It may be another account of that tenant, if the browser offers several; a warning says so. Thread-safe.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._accounts = [session.account]
        self._lock = Lock()

    @property
    def session(self) -> Session:
        """The latest one."""
        return self._session

    @property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts that have signed in, in that order."""
        return tuple(self._accounts)

    def renew(self, method: SignIn, refused: Secret, claims: str | None, report: Report) -> None:
        """Signs in again, unless another thread has replaced the `refused` token already.

        Raises what `method` raises, and `WrongTenant`. Reports the warning `AnotherAccount`.
        """
        with self._lock:
            if self._session.token != refused:
                return
            before = self._session.account
            session = method.sign_in(claims=claims, account=before)
            if session.account.tenant_id != before.tenant_id:
                raise WrongTenant(before.tenant_id, session.account.tenant_id)
            self._session = session
            if session.account.object_id != before.object_id:
                self._accounts.append(session.account)
                report(Warned(AnotherAccount(before.username, session.account.username)))


@dataclass(frozen=True, slots=True)
class Administrator:
    """The bearer of one task: the shared session, renewed by a `method` that is cancelled together with the task."""

    authorization: Authorization
    method: SignIn
    report: Report

    @property
    def bearer(self) -> Secret:
        """The session's current token."""
        return self.authorization.session.token

    def renew(self, refused: Secret, claims: str | None) -> None:
        """See `Authorization.renew`."""
        self.authorization.renew(self.method, refused, claims, self.report)
