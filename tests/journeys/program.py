"""The program as a person starts it: a process of its own, told of the tenant by a cloud file."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.demo import Administrator, Tenant
from tests.forked import Forked

ROOT = Path(__file__).resolve().parents[2]
Json = dict[str, Any]


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, its events, its sentences."""

    code: int
    events: list[Json]
    sentences: str

    def first(self, name: str) -> Json:
        return next(event for event in self.events if event["event"] == name)


@dataclass
class Program:
    """Runs `python -m installer` in `folder`, against the tenant, with nothing of ours in its environment."""

    tenant: Tenant
    folder: Path
    language: str
    identity: x25519.Identity = field(default_factory=x25519.Identity.generate)
    environment: Mapping[str, str] = field(default_factory=dict)
    """Beside what every start gets."""

    def __post_init__(self) -> None:
        cloud = self.tenant.cloud
        (self.folder / "ca.pem").write_text(self.tenant.ca_pem)
        (self.folder / "key.txt").write_text(f"{self.identity}\n")
        (self.folder / "lab.toml").write_text(
            f'id = "lab"\nname = "Lab"\nauthority = "{cloud.authority}"\ngraph = "{cloud.graph}"\n'
            f"first_party_client = {str(cloud.first_party_client).lower()}\n"
        )

    @property
    def recipient(self) -> str:
        return str(self.identity.to_public())

    def variables(self) -> dict[str, str]:
        """Its environment, whole."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ["HOME"],
            "PYTHONPATH": str(ROOT),
            "SSL_CERT_FILE": str(self.folder / "ca.pem"),
            "LC_ALL": "C.UTF-8",
            **self.environment,
        }

    def start(self, *argv: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """The process, its standard output and error to be read."""
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "installer", *argv, "--lang", self.language],
            cwd=self.folder,
            env=self.variables(),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def fork(self, *argv: str) -> Forked:
        """The same without the start: from a process that has loaded the program (tests/forked.py)."""
        return Forked((*argv, "--lang", self.language), self.folder, self.variables())

    def set_up(self, *argv: str) -> subprocess.Popen[str]:
        return self.start(
            "setup", "--cloud", "lab.toml", "--yes", "--json", "--recipient", self.recipient, "--out", "b.age", *argv
        )


def run_to_end(program: Program, *argv: str) -> Ended:
    """Runs a command with --json to its end; the embedded tenant's administrator signs in, as often as asked.

    The process is forked from a loaded one; `Program.start` is a real start.
    """
    administrator = Administrator(program.tenant)
    told: list[Json] = []
    with program.fork(*argv, "--json") as process:
        for line in process.stdout:
            told.append(json.loads(line))
            match told[-1]["event"]:
                case "sign_in.browser":
                    administrator.open(told[-1]["url"])
                case "sign_in.device_code":
                    administrator.enter_code(told[-1]["verification_uri"], told[-1]["user_code"])
    administrator.join(5)
    assert process.returncode is not None
    return Ended(process.returncode, told, process.errors)


def event(process: subprocess.Popen[str], name: str) -> Json:
    """Reads the events up to the first one of this name."""
    assert process.stdout is not None
    for line in process.stdout:
        told: Json = json.loads(line)
        if told["event"] == name:
            return told
    raise AssertionError(f"no {name}: {process.stderr.read() if process.stderr else ''}")


def the_rest(process: subprocess.Popen[str]) -> tuple[list[Json], str]:
    """All further events, and the sentences."""
    output, errors = process.communicate(timeout=120)
    return [json.loads(line) for line in output.splitlines()], errors
