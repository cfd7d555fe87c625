"""What is asked for, and what one run works with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from installer.errors.base import SetupError
from installer.errors.proof import sign_in_refused
from installer.errors.sign_in import SignInRefused
from installer.events import Report, Step
from installer.graph import Graph
from installer.model import Certificate, Manifest
from installer.registration.apply import StepReport
from installer.self_renewal.id_file import IdFile
from installer.self_renewal.pairs import Pair, Places
from installer.sign_in import AppBearer, AppSignIn, AppToken
from installer.texts import enterprise_application_address


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose key is exchanged, where it lies, and what for. `within` is None where it is exchanged whatever its end.

    `key_id` is the present key's, where no file of IDs says it. `months` is None for the present key's lifetime.
    """

    manifest: Manifest
    tenant_id: str
    client_id: str
    object_id: str
    places: Places
    id_file: IdFile | None = None
    key_id: str = ""
    months: int | None = None
    within: timedelta | None = None
    remove_old: bool = False
    force: bool = False

    @property
    def patch(self) -> Path:
        """The patch for GLIMPS's configuration: the new key."""
        return self.id_file.patch if self.id_file else self.places.next_certificate.with_suffix(".patch.json")

    @property
    def files(self) -> tuple[Path, ...]:
        """What is written beside the pair."""
        return (self.patch, self.id_file.path) if self.id_file else (self.patch,)


@dataclass(frozen=True, slots=True)
class Renewed:
    """The key in use now. `exchanged` is False where the present one was good enough; its id may not be known."""

    credential: Certificate
    key_id: str
    exchanged: bool


@dataclass(frozen=True, slots=True)
class Means:
    """How a run reaches Microsoft, and where it reports; everything in `graph` but its bearer is used."""

    wanted: Wanted
    app_sign_in: AppSignIn
    graph: Graph
    report: Report

    def now(self) -> datetime:
        """Microsoft's time."""
        return self.app_sign_in.now()

    def token(self, pair: Pair) -> AppToken:
        """Raises `SignInRefused`."""
        return self.app_sign_in.token(self.wanted.client_id, pair.credential)

    def as_itself(self, pair: Pair, token: AppToken) -> Graph:
        """Microsoft Graph, as the application that got this token with its key."""
        bearer = AppBearer(token.value, self.app_sign_in, self.wanted.client_id, pair.credential)
        return replace(self.graph, bearer=bearer)

    def step(self, step: Step) -> StepReport:
        """A context in which the step is reported; it yields the `Graph` to use for it."""
        return StepReport(step, self.report, self.graph)

    def refusal(self, cause: SignInRefused) -> SetupError:
        """Why the application got no token."""
        address = enterprise_application_address(self.graph.cloud, self.wanted.client_id)
        return sign_in_refused(cause, address, revoked=None)
