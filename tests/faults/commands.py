"""The console's commands in this process: on a clock that hurries, each with what it needs and what it must leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path

from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.bundle.age import parse_identities, unseal
from installer.bundle.payload import CertificateCredential, SecretCredential
from installer.bundle.reading import from_json
from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.console.arguments import PREPARE, REMOVE, VERIFY, parse
from installer.console.output import Output
from installer.console.session import Command, Environment
from installer.console.verify import run_verify
from installer.console.writing import run_prepare, run_remove, run_setup
from installer.demo import Administrator, Delays, Scenario, Tenant
from installer.errors.base import ExitCode, SetupError
from installer.events import Event, SignInBrowser, SignInDeviceCode
from tests.engine import FastClock, Hands
from tests.tenants import FULL, READ_ONLY, SCENARIOS

LATE_LISTS = Delays(listing=(20.0, 60.0))
"""What is written is there at once; Microsoft's lists learn of it up to a minute later."""
IDENTITY = x25519.Identity.generate()
VERBS = {PREPARE: run_prepare, VERIFY: run_verify, REMOVE: run_remove}
BROWSER, DEVICE_CODE = ("--sign-in", "browser"), ("--sign-in", "device-code")


@dataclass(frozen=True)
class Journey:
    """One command, run to its end. `before` ran first, without a fault; `again` is how a plain re-run may end."""

    name: str
    argv: tuple[str, ...]
    scenario: Scenario = SCENARIOS["clean"]
    before: tuple[str, ...] = ()
    again: frozenset[int] = frozenset({ExitCode.DONE})
    grants: int = len(FULL)

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


SETUP = ("setup", *DEVICE_CODE)
_DELETED = SCENARIOS["deleted"]
OURS = replace(_DELETED, name="ours", existing=tuple(replace(each, deleted=False) for each in _DELETED.existing))
"""What setup leaves in a tenant."""
JOURNEYS = (
    Journey("setup by browser", ("setup", *BROWSER)),
    Journey("setup by device code", SETUP),
    Journey(
        "setup of what was made by hand",
        (*SETUP, "--adopt"),
        SCENARIOS["existing-manual"],
        grants=len({*FULL, *READ_ONLY}),
    ),
    Journey(
        "setup that removes what does not belong",
        (*SETUP, "--clean"),
        SCENARIOS["existing-manual"],
        grants=len({*FULL, *READ_ONLY}),
    ),
    Journey("setup out of the recycle bin", SETUP, SCENARIOS["deleted"]),
    Journey("setup with a certificate", (*SETUP, "--credential", "certificate")),
    Journey("prepare", ("prepare", *DEVICE_CODE), again=frozenset({ExitCode.CONSENT_PENDING}), grants=0),
    Journey("renew", ("renew", *DEVICE_CODE), OURS),
    Journey("remove", ("remove", *DEVICE_CODE), OURS, again=frozenset({ExitCode.DONE, ExitCode.BAD_INPUT})),
    Journey("verify, signed in", ("verify", *DEVICE_CODE), OURS),
    Journey("verify a given credential", ("verify", "0.age"), before=SETUP),
)


def journey_of(name: str) -> Journey:
    """The one journey of this name."""
    (found,) = (journey for journey in JOURNEYS if journey.name == name)
    return found


@contextmanager
def started(journey: Journey, folder: Path) -> Iterator[tuple[Tenant, Person]]:
    """A tenant in the state that the journey begins in, and the person who makes it."""
    folder.mkdir()
    hands = Hands()
    with Tenant(journey.scenario.with_delays(LATE_LISTS), now=hands.tenant_time) as tenant:
        person = Person(tenant, folder, hands=hands)
        if journey.before:
            assert person.run(journey.before) == 0
        yield tenant, person


@dataclass
class Person:
    """Runs commands in a folder against a tenant, as often as asked; each bundle gets a name of its own."""

    tenant: Tenant
    folder: Path
    on_event: Callable[[Event], None] = lambda _event: None
    cancel: Callable[[Hands], Cancel] = FastClock
    hands: Hands = field(default_factory=Hands)
    """The time of all runs; the tenant may go by it."""
    error: SetupError | None = None
    runs: int = field(default=0, init=False)
    said: StringIO = field(default_factory=StringIO, init=False)

    def run(self, argv: tuple[str, ...]) -> int:
        """The exit code; whatever is raised that is no error of ours passes through."""
        return self._run(argv, () if argv[0] == "verify" else ("--yes",))

    def ask(self, argv: tuple[str, ...]) -> int:
        """The same, but the command asks, and standard input answers."""
        return self._run(argv, ())

    def _run(self, argv: tuple[str, ...], agreed: tuple[str, ...]) -> int:
        name = argv[0]
        opener = () if "--passphrase-file" in argv else ("--recipient", str(IDENTITY.to_public()))
        delivery = (*opener, "--out", f"{self.runs}.age")
        more = {
            "setup": (*agreed, *delivery),
            "renew": (*agreed, *delivery),
            "verify": ("--identity", "key.txt") if len(argv) == 2 else (),
        }.get(name, agreed)
        self.runs += 1
        arguments = parse((*argv, *more))
        for option in ("out", "identity", "report"):
            if value := getattr(arguments, option):
                setattr(arguments, option, str(self.folder / value))
        arguments.files = [str(self.folder / name) for name in arguments.files]
        (self.folder / "key.txt").write_text(f"{IDENTITY}\n")
        manifest = load_manifest()
        environment = Environment(manifest, self.tenant.cloud, _direct, _nothing, self._watch, str.encode)
        command = Command(arguments, environment, Output(manifest, json=True), self.cancel(self.hands))
        self.error, self.said = None, StringIO()
        with redirect_stdout(self.said), redirect_stderr(self.said):
            try:
                return int(VERBS.get(name, run_setup)(command))
            except SetupError as error:
                self.error = error
                return error.exit_code

    def _watch(self, event: Event) -> None:
        """The demo administrator has signed in before the program looks whether somebody did."""
        administrator = Administrator(self.tenant)
        if isinstance(event, SignInBrowser):
            administrator.open(event.url)
        elif isinstance(event, SignInDeviceCode):
            administrator.enter_code(event.verification_uri, event.user_code)
        administrator.join(5)
        self.on_event(event)

    def delivered(self) -> set[str]:
        """Every secret, and every certificate's thumbprint, in the bundles that were written."""
        identities = parse_identities(f"{IDENTITY}".encode(), "key.txt")
        found = set()
        for path in self.folder.glob("*.age"):
            credential = from_json(unseal(path.read_bytes(), str(path), identities), str(path)).credential
            if isinstance(credential, SecretCredential):
                found.add(credential.secret.reveal())
            elif isinstance(credential, CertificateCredential):
                found.add(credential.thumbprint_sha1)
        return found


class Terminal(StringIO):
    """Standard input at which somebody sits, with what is typed there."""

    def isatty(self) -> bool:
        return True


def _direct(_url: str) -> None:
    """No proxy."""


def _nothing(_url: str) -> None:
    """The administrator acts on the event."""


def credentials_in(tenant: Tenant) -> set[str]:
    """The secrets and the thumbprints that the tenant's applications hold, those in the recycle bin too."""
    applications = (*tenant.state.applications.values(), *tenant.state.deleted_applications.values())
    keys = [key for application in applications for key in application.resource["keyCredentials"]]
    secrets = {secret.value for application in applications for secret in application.secrets}
    return secrets | {str(key["customKeyIdentifier"]) for key in keys}


def undelivered(tenant: Tenant, person: Person, before: set[str]) -> set[str]:
    """What somebody could still sign in with, although nobody was given it."""
    return credentials_in(tenant) - before - person.delivered()


def left_beside(folder: Path) -> list[str]:
    """Half-written files in clear: what a killed run leaves beside its target is sealed, or empty."""
    return [path.name for path in folder.glob(".glimps-*") if path.read_bytes()[:14] not in (b"", b"-----BEGIN AGE")]


def check_what_is_left(tenant: Tenant, journey: Journey) -> None:
    """One application, one service principal, each grant once, no mark; after a removal none of them."""
    if journey.argv[0] == "remove":
        assert not tenant.state.applications
        assert len(tenant.state.deleted_applications) == 1
        return
    (application,) = tenant.state.applications.values()
    (principal,) = [entry for entry in tenant.state.service_principals.values() if entry.app_id == application.app_id]
    assigned = [assignment.resource for assignment in tenant.state.assignments_of(principal.id)]
    roles = [(resource["resourceId"], resource["appRoleId"]) for resource in assigned]
    assert len(roles) == len(set(roles)) == journey.grants
    tags = [tag for tag in application.resource["tags"] if tag.startswith("GlimpsOdspConnector")]
    assert tags == ["GlimpsOdspConnector"]
