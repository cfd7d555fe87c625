"""The engine driven in this process against an embedded tenant, as a front end drives it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer import engine
from installer.bundle.age import Identities, parse_identities, parse_recipients, unseal
from installer.bundle.payload import Payload
from installer.bundle.reading import from_json
from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.demo import Administrator, Tenant
from installer.events import Event, SignInBrowser, Step, StepDone
from installer.model import (
    CredentialKind,
    CredentialSpec,
    Decision,
    Manifest,
    ProxyAccount,
    SetUp,
    Target,
    TenantState,
)
from installer.registration import Plan, Registration, inspect, plan
from installer.transport import ProxyResolver


@dataclass
class Hands:
    """What a clock shows: clocks may share it, and a tenant that goes by it, whose delays then pass with each wait."""

    seconds: float = 0.0

    def tenant_time(self) -> float:
        """Seconds since 1970, for a tenant: the real time, which certificates go by, and what was waited besides."""
        return time.time() + self.seconds


class FastClock(Cancel):
    """A clock that runs while it is waited on, and not otherwise."""

    def __init__(self, hands: Hands | None = None) -> None:
        super().__init__()
        self.hands = hands or Hands()

    @property
    def time(self) -> float:
        return self.hands.seconds

    @time.setter
    def time(self, seconds: float) -> None:
        self.hands.seconds = seconds

    def wait(self, seconds: float) -> None:
        self.check()
        self.time += seconds

    def shielded(self) -> Cancel:
        return FastClock(self.hands)

    def now(self) -> float:
        return self.time


@dataclass
class Engine:
    """One run: `events` holds all that it reported.

    Its clock hurries, unless a `Cancel` is given: a tenant whose delays are real needs a real one.
    """

    tenant: Tenant
    cancel: Cancel = field(default_factory=FastClock)
    profile: str | None = None
    app: str | None = None
    months: int | None = None
    kind: CredentialKind = CredentialKind.SECRET
    proxy: ProxyResolver = lambda _url: None
    proxy_account: ProxyAccount | None = None
    accept_unproven: bool = False
    decision: Decision | None = None
    events: list[Event] = field(default_factory=list)
    on_done: dict[Step, Callable[[], None]] = field(default_factory=dict)
    """What happens in the tenant once a step is done."""
    manifest: Manifest = field(default_factory=load_manifest)

    def __post_init__(self) -> None:
        self.identity = x25519.Identity.generate()
        destination = engine.Destination(
            self.manifest, self.tenant.cloud, proxy=self.proxy, proxy_account=self.proxy_account
        )
        self.connection = engine.connect(destination, engine.Browser(lambda _url: None), self.cancel, self.report)
        self.graph = self.connection.graph(self.cancel, self.report)
        profile = self.manifest.profile(self.profile)
        assert profile is not None
        months = self.months or self.manifest.months
        self.target = Target(profile, self.manifest.application_name, self.app)
        wanted = CredentialSpec(months, self.kind)
        self.choices = SetUp(self.target, wanted, decision=self.decision, accept_unproven=self.accept_unproven)

    def report(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, StepDone) and event.step in self.on_done:
            self.on_done[event.step]()
        if isinstance(event, SignInBrowser):
            administrator = Administrator(self.tenant)
            administrator.open(event.url)
            administrator.join(5)

    def inspect(self) -> TenantState:
        account, now = self.connection.account, self.connection.now()
        return inspect(self.graph, self.manifest, self.target, self.connection.role_hints, account, now)

    def plan(self, state: TenantState, now: datetime | None = None) -> Plan:
        return plan(self.manifest, self.choices, state, now or self.connection.now(), self.manifest.notes.en)

    def register(self) -> Registration:
        state = self.inspect()
        return engine.register(
            self.connection,
            self.plan(state),
            state,
            self.choices,
            self.cancel,
            self.report,
        )

    def set_up(self, path: Path) -> Payload:
        """The whole run; the payload is read back from the bundle."""
        target = engine.Handover(parse_recipients(str(self.identity.to_public())), path, overwrite=True)
        engine.deliver_or_revoke(self.connection, self.register(), target, self.cancel, self.report)
        return from_json(unseal(path.read_bytes(), str(path), self._identities()), str(path))

    def _identities(self) -> Identities:
        return parse_identities(str(self.identity).encode(), "key.txt")
