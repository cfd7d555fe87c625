"""The engine driven in this process against an embedded tenant, as a front end drives it."""

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
from installer.events import Event, SignInBrowser
from installer.model import CredentialKind, CredentialSpec, Language, Manifest, SetUp, Target, TenantState
from installer.registration import Plan, Registration, inspect, plan


class FastClock(Cancel):
    """A clock that runs while it is waited on, and not otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 0.0

    def wait(self, seconds: float) -> None:
        self.check()
        self.time += seconds

    def shielded(self) -> Cancel:
        shielded = FastClock()
        shielded.time = self.time
        return shielded

    def now(self) -> float:
        return self.time


@dataclass
class Engine:
    """One run: `events` holds all that it told; a `Cancel` of the test's own may be given."""

    tenant: Tenant
    cancel: Cancel = field(default_factory=Cancel)
    profile: str | None = None
    app: str | None = None
    months: int | None = None
    kind: CredentialKind = CredentialKind.SECRET
    events: list[Event] = field(default_factory=list)
    manifest: Manifest = field(default_factory=load_manifest)

    def __post_init__(self) -> None:
        self.identity = x25519.Identity.generate()
        destination = engine.Destination(self.manifest, self.tenant.cloud, proxy=lambda _url: None)
        self.connection = engine.connect(destination, engine.Browser(lambda _url: None), self.cancel, self.report)
        self.graph = self.connection.graph(self.cancel, self.report)
        profile = self.manifest.profile(self.profile)
        assert profile is not None
        months = self.months or self.manifest.months
        self.target = Target(profile, self.manifest.application_name, self.app)
        self.choices = SetUp(self.target, CredentialSpec(months, self.kind))

    def report(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, SignInBrowser):
            administrator = Administrator(self.tenant)
            administrator.open(event.url)
            administrator.join(5)

    def inspect(self) -> TenantState:
        return inspect(self.graph, self.manifest, self.target)

    def plan(self, state: TenantState, now: datetime | None = None) -> Plan:
        return plan(self.manifest, self.choices, state, now or self.connection.now(), Language.EN)

    def register(self) -> Registration:
        state = self.inspect()
        return engine.register(self.connection, self.plan(state), state, self.choices, self.cancel, self.report)

    def set_up(self, path: Path) -> Payload:
        """The whole run; the payload is read back from the bundle."""
        target = engine.Handover(parse_recipients(str(self.identity.to_public())), path, overwrite=True)
        engine.deliver_or_revoke(self.connection, self.register(), target, self.cancel, self.report)
        return from_json(unseal(path.read_bytes(), str(path), self._identities()), str(path))

    def _identities(self) -> Identities:
        return parse_identities(str(self.identity).encode(), "key.txt")
