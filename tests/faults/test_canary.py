"""Every secret, token, code and passphrase is searched for everywhere after a journey: only the sealed file has it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.bundle.age import parse_identities, unseal
from installer.bundle.payload import CertificateCredential
from installer.bundle.reading import from_json
from installer.demo import (
    INSTANT,
    SCENARIOS,
    Administrator,
    ClaimsChallenge,
    ExpiredToken,
    ResetAfter,
    Rule,
    Scenario,
    Tenant,
    Truncated,
)
from tests.faults.canary import files_in, forms, hits, observed
from tests.faults.commands import IDENTITY, OURS
from tests.figures import Figures
from tests.journeys.program import Program

pytestmark = [
    pytest.mark.matrix,
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc shows what a process lets others see"),
]

PASSPHRASE = "abeille-bateau-citron-domaine-fromage-galaxie"
GIVEN = ("key.txt", "ca.pem", "lab.toml", "p.txt", "s.txt")
TO_KEY = ("--recipient", str(IDENTITY.to_public()), "--out", "b.age")
TO_PASSPHRASE = ("--passphrase-file", "p.txt", "--out", "b.age")
BROWSER, DEVICE_CODE = ("--sign-in", "browser", "--no-browser"), ("--sign-in", "device-code")
CREDENTIAL = ("--tenant", "{tenant}", "--app", "{app}", "--secret-file")


@dataclass(frozen=True)
class Journey:
    """`argv` may name the tenant and its application; `code` is how it ends."""

    name: str
    argv: tuple[str, ...]
    scenario: Scenario = SCENARIOS["clean"]
    faults: tuple[Rule, ...] = ()
    stdin: str = ""
    code: int = 0

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


JOURNEYS = (
    Journey("setup by browser", ("setup", *BROWSER, *TO_KEY, "--report", "r.html")),
    Journey("setup by device code", ("setup", *DEVICE_CODE, *TO_PASSPHRASE, "--report", "r.pdf")),
    Journey(
        "passphrase on standard input",
        ("setup", *DEVICE_CODE, "--passphrase-file", "-", "--out", "b.age"),
        stdin=f"{PASSPHRASE}\n",
    ),
    Journey("certificate", ("setup", *DEVICE_CODE, *TO_KEY, "--credential", "certificate", "--report", "r.html")),
    Journey("prepare", ("prepare", *DEVICE_CODE, "--out", "m.txt"), code=6),
    Journey("renew", ("renew", *DEVICE_CODE, *TO_KEY, "--report", "r.html"), OURS),
    Journey("remove", ("remove", *DEVICE_CODE, "--report", "r.html"), OURS),
    Journey("verify", ("verify", *DEVICE_CODE, "--report", "r.html"), OURS),
    Journey("verify a secret", ("verify", *CREDENTIAL, "s.txt", *TO_KEY), OURS),
    Journey("token refused", ("setup", *BROWSER, *TO_KEY), faults=(Rule(ExpiredToken(), method="PATCH"),)),
    Journey("claims asked for", ("setup", *BROWSER, *TO_KEY), faults=(Rule(ClaimsChallenge(), method="PATCH"),)),
    Journey("secret cut short", ("setup", *DEVICE_CODE, *TO_KEY), faults=(Rule(Truncated(), path="addPassword"),)),
    Journey(
        "token cut short", ("setup", *DEVICE_CODE, *TO_KEY), faults=(Rule(Truncated(), "entra", path="token"),), code=4
    ),
    Journey("secret lost", ("setup", *DEVICE_CODE, *TO_KEY), faults=(Rule(ResetAfter(), path="addPassword"),)),
    Journey("secrets forbidden", ("setup", *DEVICE_CODE, *TO_KEY), SCENARIOS["policy-no-secrets"], code=9),
    Journey("consent refused", ("setup", *BROWSER, *TO_KEY), SCENARIOS["consent-refused"], code=4),
    Journey("file refused", ("setup", *DEVICE_CODE, *TO_KEY, "--report", "b.age/r.html"), code=2),
)


@pytest.fixture(params=JOURNEYS, ids=str)
def journey(request: pytest.FixtureRequest) -> Journey:
    found = request.param
    assert isinstance(found, Journey)
    return found


@pytest.fixture
def tenant(journey: Journey) -> Iterator[Tenant]:
    with Tenant(journey.scenario.with_delays(INSTANT)) as tenant:
        tenant.faults.add(*journey.faults)
        yield tenant


def test_no_secret_is_anywhere_but_in_the_sealed_file(
    journey: Journey, tenant: Tenant, figures: Figures, tmp_path: Path, home: Path
) -> None:
    work, temporary = tmp_path / "work", tmp_path / "tmp"
    work.mkdir()
    temporary.mkdir()
    program = Program(tenant, work, "en", IDENTITY, {"TMPDIR": str(temporary)})
    (work / "p.txt").write_text(f"{PASSPHRASE}\n")
    given = [secret.value for secret in tenant.state.secrets]
    (work / "s.txt").write_text("".join(given[:1]))
    code, said, seen = run_observed(program, journey, filled(journey.argv, tenant))
    with figures.case("canary: journeys"):
        assert code == journey.code, said["standard error"].decode()
        places = {**said, **seen, **files_in(work, temporary, home, given=GIVEN)}
        assert "log.txt" in " ".join(places), "the log was written"
        secrets = {*tenant.issued, *given, PASSPHRASE, str(IDENTITY), *private_lines(work, journey)}
        assert len(secrets) >= 2
        assert hits(secrets, places) == []
    with figures.case("canary: secrets looked for everywhere", len(secrets)):
        assert not [secret for secret in secrets if secret.encode() in b"".join(places.values())]


def filled(argv: tuple[str, ...], tenant: Tenant) -> list[str]:
    app = next((application.app_id for application in tenant.state.applications.values()), "")
    return [word.format(tenant=tenant.state.tenant_id, app=app) for word in argv]


def run_observed(program: Program, journey: Journey, argv: list[str]) -> tuple[int, dict[str, bytes], dict[str, bytes]]:
    """The exit code, what was said, and what others could see of the process."""
    administrator, lines = Administrator(program.tenant), []
    yes = () if argv[0] == "verify" else ("--yes",)
    process = program.start(*argv, *yes, "--cloud", "lab.toml", "--json", "--log", "log.txt", stdin=subprocess.PIPE)
    with process, observed(process) as seen:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(journey.stdin)
        process.stdin.close()
        for line in process.stdout:
            lines.append(line)
            event = json.loads(line)
            if event["event"] == "sign_in.browser":
                administrator.open(event["url"])
            elif event["event"] == "sign_in.device_code":
                administrator.enter_code(event["verification_uri"], event["user_code"])
        errors = process.stderr.read()
    administrator.join(5)
    said = {"standard output": "".join(lines).encode(), "standard error": errors.encode()}
    return process.returncode, said, dict(seen)


def private_lines(work: Path, journey: Journey) -> set[str]:
    """The lines of the new certificate's private key."""
    if "certificate" not in journey.argv:
        return set()
    keys = parse_identities(f"{IDENTITY}".encode(), "key.txt")
    credential = from_json(unseal((work / "b.age").read_bytes(), "b.age", keys), "b.age").credential
    assert isinstance(credential, CertificateCredential)
    assert credential.private_key is not None
    return {line for line in credential.private_key.reveal().splitlines() if len(line) > 40}


@pytest.mark.parametrize("place", ["standard error", "a log", "the environment", "the name of a file"])
def test_a_secret_that_was_left_somewhere_is_found(place: str, tmp_path: Path) -> None:
    secret = "abc8Q~made/up+for tests~0123456789"
    for form in forms(secret):
        (tmp_path / "log.txt").write_bytes(b"before " + form + b" after")
        assert hits({secret}, {place: form})
        assert hits({secret}, files_in(tmp_path, given=()))
        assert not hits({secret}, files_in(tmp_path, given=("log.txt",)))
