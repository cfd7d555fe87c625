"""A signed-in administrator, and how the sign-in is renewed when Microsoft asks for it in the middle of a run."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from installer.errors.sign_in import AnotherAccount, WrongTenant
from installer.events import Report, Warned
from installer.model import Account, Secret


@dataclass(frozen=True, slots=True)
class Session:
    account: Account
    token: Secret
    role_hints: frozenset[str] = frozenset()
    """Template ids of the directory roles that the token names."""
    seconds_ahead: int = 0
    """How much this computer's clock is ahead of Microsoft's; below 0 where it is behind."""


class SignIn(Protocol):
    """One way to sign in. Raises `SignInError`, `NetworkError` or `Cancelled`."""

    def sign_in(self, *, claims: str | None = None, account: Account | None = None) -> Session:
        """`claims`: a claims challenge to pass on (JSON); `account`: who is expected to come back."""


class Nobody:
    """The bearer of a run in which no administrator signs in."""

    @property
    def bearer(self) -> Secret:
        raise AssertionError("nobody signed in")


class Authorization:
    """The administrator's session, which all tasks of a run share; a later sign-in must be of the same tenant.

    It may be of another account there, as where the browser has several: that is told, and `accounts` names them all.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._accounts = [session.account]
        self._lock = Lock()

    @property
    def session(self) -> Session:
        return self._session

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Everybody who has signed in, in that order."""
        return tuple(self._accounts)

    def renew(self, method: SignIn, refused: Secret, claims: str | None, report: Report) -> None:
        """Signs in again, unless another thread has done so since the `refused` token was taken."""
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
    """The bearer of one task: the shared session, renewed in the task's own way, which can be cancelled with it."""

    authorization: Authorization
    method: SignIn
    report: Report

    @property
    def bearer(self) -> Secret:
        return self.authorization.session.token

    def renew(self, refused: Secret, claims: str | None) -> None:
        self.authorization.renew(self.method, refused, claims, self.report)
