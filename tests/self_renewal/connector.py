"""The connector's machine: its key pair, its file of IDs, and the command that a scheduler runs there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from installer.config.manifest import load_manifest
from installer.console.arguments import parse
from installer.console.output import Output
from installer.console.run import run
from installer.console.session import Environment
from installer.demo import INSTANT, Scenario, Tenant
from installer.demo.directory import StoredApplication
from installer.demo.resources import moment
from installer.events import ignore
from installer.sign_in.certificate import CLOCK_MARGIN
from installer.transport import Observer, unobserved
from tests.certificates import certificate, pem, private_pem, rsa_key, sha1
from tests.console.checking import Checked
from tests.engine import FastClock, Hands
from tests.faults.commands import DEVICE_CODE, IDENTITY, Person
from tests.tenants import SCENARIOS

Json = dict[str, Any]
DAY = 86400.0
MONTHLY = ("--in-place", "--if-needed", "--remove-old")
"""README's line."""


@dataclass
class Connector:
    """`days` is the lifetime of its first key; time passes in `hands`."""

    tenant: Tenant
    folder: Path
    hands: Hands
    observe: Observer = unobserved
    setup: tuple[str, ...] = ()
    days: int = 365
    first: str = field(default="", init=False)
    """The key id of the first key."""

    def install(self, rotation: str = "ours") -> Connector:
        """What an administrator does once."""
        life = timedelta(days=self.days) - CLOCK_MARGIN
        now = datetime.fromtimestamp(self.tenant.backend.now(), UTC).replace(microsecond=0)
        public = certificate(begins=-CLOCK_MARGIN, ends=life, now=now)
        (self.folder / "c.cer").write_bytes(pem(public))
        (self.folder / "k.pem").write_bytes(private_pem(rsa_key()))
        argv = ("setup", *DEVICE_CODE, "--certificate-file", str(self.folder / "c.cer"), "--rotation", rotation)
        person = Person(self.tenant, self.folder, hands=self.hands)
        person.run((*argv, *self.setup))
        assert person.error is None, person.error
        (self.folder / "0.age").rename(self.folder / "ids.age")
        (self.folder / "key.txt").write_text(f"{IDENTITY}\n")
        self.first = self.entries[0]["keyId"]
        return self

    def renew(self, *argv: str, as_json: bool = True, bundle: bool = True) -> Checked:
        """The scheduled command, from its arguments to its exit code."""
        files = ("--key", str(self.folder / "k.pem"), "--certificate", str(self.folder / "c.cer"))
        ids = (str(self.folder / "ids.age"), "--identity", str(self.folder / "key.txt")) if bundle else self.ids
        return self.run("renew", *ids, *files, *argv, as_json=as_json)

    @property
    def ids(self) -> tuple[str, ...]:
        application = self.application
        return ("--tenant", self.tenant.state.tenant_id, "--app", application.app_id, "--object-id", application.id)

    def run(self, *argv: str, as_json: bool = True) -> Checked:
        manifest = load_manifest()
        environment = Environment(
            manifest, self.tenant.cloud, lambda _url: None, lambda _url: None, ignore, str.encode, self.observe
        )
        arguments = parse((*argv, *(("--json",) if as_json else ())))
        out, err, before = StringIO(), StringIO(), len(self.tenant.requests)
        with redirect_stdout(out), redirect_stderr(err):
            here = None if argv[0] == "open" else environment
            code = run(arguments, here, Output(manifest, arguments.json), FastClock(self.hands))
        methods = frozenset(request.method for request in self.tenant.requests[before:])
        return Checked(code, out.getvalue(), err.getvalue(), methods)

    def payload(self) -> Json:
        opened = self.run(
            "open", str(self.folder / "ids.age"), "--identity", str(self.folder / "key.txt"), as_json=False
        )
        found: Json = json.loads(opened.out)
        return found

    @property
    def application(self) -> StoredApplication:
        (application,) = self.tenant.state.applications.values()
        return application

    @property
    def entries(self) -> list[Json]:
        entries: list[Json] = self.application.resource["keyCredentials"]
        return entries

    @property
    def live(self) -> list[str]:
        """The thumbprints of the keys that have not ended."""
        now = self.tenant.backend.now()
        return [entry["customKeyIdentifier"] for entry in self.entries if moment(entry["endDateTime"]) > now]

    @property
    def hidden(self) -> list[str]:
        """What runs left that is none of the connector's own files."""
        return sorted(path.name for path in self.folder.iterdir() if path.name.startswith("."))


@contextmanager
def installed(
    folder: Path,
    change: Callable[[Scenario], Scenario] = lambda scenario: scenario,
    *,
    days: int = 365,
    rotation: str = "ours",
) -> Iterator[Connector]:
    """A connector that an administrator has just set up, in a tenant without delays."""
    hands = Hands()
    scenario = change(replace(SCENARIOS["clean"]).with_delays(INSTANT))
    with Tenant(scenario, now=hands.tenant_time) as tenant:
        yield Connector(tenant, folder, hands, days=days).install(rotation)


def persons(connector: Connector) -> int:
    """How many people began to sign in."""
    return len([each for each in connector.tenant.entra_requests if "devicecode" in each.path])


def usable(connector: Connector) -> bool:
    """Whether a key that lies here with its certificate, under whichever name, is valid in the tenant now."""
    folder, live = connector.folder, connector.live
    keys = [folder / "k.pem", folder / ".k.pem.pending", folder / "n.pem", folder / ".n.pem.pending"]
    public = [folder / "c.cer", folder / ".c.cer.pending", folder / "n.cer", folder / ".n.cer.pending"]
    pairs = [(key, each) for key in filter(Path.exists, keys) for each in filter(Path.exists, public)]
    return any(thumbprint_of(key.read_bytes(), each.read_bytes()) in live for key, each in pairs)


@cache
def thumbprint_of(key: bytes, public: bytes) -> str:
    """Of the certificate, if the key is its own."""
    one = x509.load_pem_x509_certificate(public)
    private = serialization.load_pem_private_key(key, None)
    return sha1(one) if private.public_key() == one.public_key() else ""
