"""Sign-ins under way and the one-time values they produced: codes, device codes, refresh tokens."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from threading import Lock

from installer.demo.entra.clients import PublicClient, RequestedScopes
from installer.demo.entra.pages import Speech
from installer.demo.people import User

CODE_LIFE = 600.0
"""Ten minutes, at most one use (RFC 6749, section 4.1.2)."""
DEVICE_LIFE = 900.0


class DeviceState(Enum):
    """What has become of a device code."""

    PENDING = auto()
    DONE = auto()
    DECLINED = auto()
    BLOCKED = auto()
    USED = auto()


@dataclass(slots=True)
class DeviceFlow:
    """A device code; `polled` is the last time the client asked."""

    device_code: str
    user_code: str
    client: PublicClient
    asked: RequestedScopes
    expires: float
    tenant: str | None
    state: DeviceState = DeviceState.PENDING
    user: User | None = None
    polled: float | None = None


@dataclass(slots=True)
class SignIn:
    """A sign-in under way; `tenant` is None for organizations or common, `device` is set if a code was entered."""

    id: str
    client: PublicClient
    asked: RequestedScopes
    tenant: str | None
    shared: str
    speech: Speech
    redirect_uri: str = ""
    response_mode: str = "query"
    state: str | None = None
    nonce: str | None = None
    challenge: str | None = None
    force_consent: bool = False
    user: User | None = None
    device: DeviceFlow | None = None
    for_application: bool = False
    """Whether this is admin consent for an application, not a sign-in to one."""
    for_everybody: bool = False
    """Whether this is admin consent to what the client itself asks for."""


@dataclass(slots=True)
class Code:
    """An authorization code and what it stands for."""

    sign_in: SignIn
    user: User
    expires: float
    used: bool = False


@dataclass(frozen=True, slots=True)
class Refresh:
    """What a refresh token stands for."""

    client_id: str
    user: User
    asked: RequestedScopes


@dataclass(slots=True)
class SignIns:
    """The store of sign-ins, codes and refresh tokens. Thread-safe. `note` is called with every secret it makes."""

    note: Callable[[str], None]
    _lock: Lock = field(default_factory=Lock)
    _sign_ins: dict[str, SignIn] = field(default_factory=dict)
    _codes: dict[str, Code] = field(default_factory=dict)
    _devices: dict[str, DeviceFlow] = field(default_factory=dict)
    _refreshes: dict[str, Refresh] = field(default_factory=dict)

    def keep(self, sign_in: SignIn) -> None:
        """Stores a sign-in under its id, or updates it."""
        with self._lock:
            self._sign_ins[sign_in.id] = sign_in

    def find(self, sign_in_id: str) -> SignIn | None:
        """The sign-in with this id, or None."""
        with self._lock:
            return self._sign_ins.get(sign_in_id)

    def new_code(self, sign_in: SignIn, user: User, now: float) -> str:
        """A new authorization code, valid for `CODE_LIFE` seconds."""
        value = f"1.{secrets.token_urlsafe(120)}"
        self.note(value)
        with self._lock:
            self._codes[value] = Code(sign_in, user, now + CODE_LIFE)
        return value

    def code(self, value: str) -> Code | None:
        """What the authorization code stands for; None if it is unknown."""
        with self._lock:
            return self._codes.get(value)

    def new_device(self, client: PublicClient, asked: RequestedScopes, tenant: str | None, now: float) -> DeviceFlow:
        """A new device flow; its user code has nine capital letters and digits (recorded traffic)."""
        user_code = "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(9))
        flow = DeviceFlow(secrets.token_urlsafe(110), user_code, client, asked, now + DEVICE_LIFE, tenant)
        self.note(flow.device_code)
        with self._lock:
            self._devices[flow.device_code] = flow
        return flow

    def device(self, device_code: str) -> DeviceFlow | None:
        """The flow with this device code, or None."""
        with self._lock:
            return self._devices.get(device_code)

    def device_by_user_code(self, user_code: str) -> DeviceFlow | None:
        """The flow with the code that a person typed, in any case, or None."""
        wanted = user_code.strip().upper()
        with self._lock:
            return next((flow for flow in self._devices.values() if flow.user_code == wanted), None)

    def new_refresh(self, client_id: str, user: User, asked: RequestedScopes) -> str:
        """A new refresh token for this client, user and scopes."""
        value = f"1.{secrets.token_urlsafe(150)}"
        self.note(value)
        with self._lock:
            self._refreshes[value] = Refresh(client_id, user, asked)
        return value

    def refresh(self, value: str) -> Refresh | None:
        """What the refresh token stands for, or None."""
        with self._lock:
            return self._refreshes.get(value)
