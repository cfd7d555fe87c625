"""The engine driven in this process against an embedded tenant, as a front end drives it."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.bundle import Identities, Payload, from_json, parse_identities, parse_recipients, unseal
from installer.cancel import Cancel
from installer.delivery import deliver_or_revoke
from installer.demo import Administrator, Tenant
from installer.events import Event, SignInBrowser
from installer.graph import Graph
from installer.manifest import load_manifest
from installer.model import CredentialKind, CredentialSpec, Language, Manifest, SetUp, Target, TenantState, utc_now
from installer.registration import Plan, Registration, inspect, plan, register, require_rights
from installer.sign_in import AppSignIn, Authorization, BrowserSignIn, Entra
from installer.transport import Transport


class Hurried(Cancel):
    """A clock that runs while it is waited on, and not otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 0.0

    def wait(self, seconds: float) -> None:
        self.check()
        self.time += seconds

    def shielded(self) -> Cancel:
        calm = Hurried()
        calm.time = self.time
        return calm

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
        self.transport = Transport(trust_anchor=self.tenant.cloud.trust_anchor)
        self.identity = x25519.Identity.generate()
        self.graph = self._sign_in()
        profile = self.manifest.profile(self.profile)
        assert profile is not None
        months = self.months or self.manifest.months
        self.target = Target(profile, self.manifest.application_name, self.app)
        self.choices = SetUp(self.target, CredentialSpec(months, self.kind))

    def report(self, event: Event) -> None:
        self.events.append(event)

    def _sign_in(self) -> Graph:
        cloud = self.tenant.cloud
        entra = Entra.of(self.manifest, cloud, None, None, self.transport, self.cancel)
        administrator = Administrator(self.tenant)

        def report(event: Event) -> None:
            self.report(event)
            if isinstance(event, SignInBrowser):
                administrator.open(event.url)

        method = BrowserSignIn(entra, lambda _url: None, lambda _accepted: "<p>", report)
        session = method.sign_in()
        administrator.join(5)
        return Graph(cloud, Authorization(method, session), self.transport, self.cancel, on_call=self.report)

    def inspect(self) -> TenantState:
        return inspect(self.graph, self.manifest, self.target)

    def plan(self, state: TenantState, now: datetime | None = None) -> Plan:
        return plan(self.manifest, self.choices, state, now or utc_now(), Language.EN)

    def register(self) -> Registration:
        state = self.inspect()
        todo = self.plan(state)
        require_rights(todo, state)
        app_sign_in = AppSignIn(self.tenant.cloud, state.organization.id, self.transport, self.cancel)
        return register(todo, state, self.target.profile, self.manifest, self.graph, app_sign_in, self.report)

    def set_up(self, path: Path) -> Payload:
        """The whole run; the payload is read back from the bundle."""
        recipients = parse_recipients(str(self.identity.to_public()))
        deliver_or_revoke(self.register(), recipients, path, True, "", self.graph, self.report)
        return from_json(unseal(path.read_bytes(), str(path), self._identities()), str(path))

    def _identities(self) -> Identities:
        return parse_identities(str(self.identity).encode(), "key.txt")
