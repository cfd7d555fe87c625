"""`verify` from the command line to its last event, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.console.arguments import parse
from installer.console.output import Output
from installer.console.run import run
from installer.console.session import Environment
from installer.demo import Administrator, Tenant
from installer.events import Event, SignInBrowser
from tests.engine import FastClock, Hands

Json = dict[str, Any]


@dataclass(frozen=True)
class Checked:
    """How it ended: its exit code, what it wrote, and what was asked of Microsoft."""

    code: int
    out: str
    err: str
    methods: frozenset[str]

    @property
    def events(self) -> list[Json]:
        return [json.loads(line) for line in self.out.splitlines()]

    def first(self, name: str) -> Json:
        return next(event for event in self.events if event["event"] == name)

    @property
    def health(self) -> Json:
        return self.first("health")


def verify(tenant: Tenant, *argv: str, as_json: bool = True, hands: Hands | None = None) -> Checked:
    """Signed in by browser as the tenant's account, where `argv` gives nothing to try."""
    return ran(tenant, "verify", *argv, *(("--json",) if as_json else ()), hands=hands)


def ran(
    tenant: Tenant,
    command: str,
    *argv: str,
    hands: Hands | None = None,
    on: Callable[[Event, Cancel], None] = lambda _event, _cancel: None,
) -> Checked:
    """A command that signs in by browser as the tenant's account; `on` sees each event, and may stop the run."""
    clock = FastClock(hands)

    def watch(event: Event) -> None:
        on(event, clock)
        administrator = Administrator(tenant)
        if isinstance(event, SignInBrowser):
            administrator.open(event.url)
        administrator.join(5)

    manifest = load_manifest()
    environment = Environment(manifest, tenant.cloud, lambda _url: None, lambda _url: None, watch, str.encode)
    arguments = parse((command, "--sign-in", "browser", *argv))
    out, err, before = StringIO(), StringIO(), len(tenant.requests)
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments, environment, Output(manifest, arguments.json), clock)
    methods = frozenset(part.method for request in tenant.requests[before:] for part in request.parts)
    return Checked(code, out.getvalue(), err.getvalue(), methods)


def key_file(folder: Path, identity: object) -> str:
    path = folder / "key.txt"
    path.write_text(f"{identity}\n")
    return str(path)
