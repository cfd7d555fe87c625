"""Takes the undelivered mark off an application, and checks that the directory still lists the credential."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from installer.answers import Row
from installer.errors.base import SetupError
from installer.errors.work import CredentialGone
from installer.events import WaitReason
from installer.graph import Graph
from installer.model import (
    Application,
    Certificate,
    ClientSecret,
    Credential,
    Credentials,
    Manifest,
    Proof,
    Registered,
    Rotation,
)
from installer.presence import Presence
from installer.registration.keys import remove_strays, verifying_key, write_certificates
from installer.registration.mapper import read_credentials
from installer.registration.plan import Plan
from installer.registration.tags import MarkedRun, look, marks, put_marks_back, shows_another_run, take_marks_off
from installer.retry import LIST_LAG, Pause, Retry

LINGERING: Final = 2.0
"""Seconds between looks while another run writes tags as well: its write may restore a mark that it read before."""
_MOST_LOOKS: Final = 5


@dataclass(frozen=True, slots=True)
class Registration:
    """Credentials that are ready to be delivered, with the result of their proof."""

    credentials: Credentials
    proof: Proof
    manifest: Manifest
    doubtful: bool = False
    """Whether a second secret may exist, whose value was lost with Microsoft's answer."""
    rotation: Rotation = Rotation.CONNECTOR
    """Who will replace a certificate before it expires."""
    client: str = ""
    """The connector's name for the tenant, if an enrolment file gave one."""
    made_here: bool = True
    """Whether this run created the credential; if so, the application carries the undelivered mark until `settle`."""
    warnings: tuple[SetupError, ...] = ()
    """What the person should know about the proof although it did not stop the run."""
    run: MarkedRun | None = None
    presence: Presence | None = None
    """While this is held, other runs on this computer know that this one is working."""
    plan: Plan | None = None
    """What was carried out, for the receipt."""

    @property
    def proven(self) -> bool:
        """Whether a token was obtained with it that carries every permission."""
        return self.proof.token and self.proof.holds

    @property
    def has_secret(self) -> bool:
        """Whether the credential is secret, and so must be encrypted, and revoked if it cannot be delivered."""
        return not isinstance(self.credentials.credential, Registered)

    def close(self) -> None:
        """Ends the run's presence: other runs may now clean up what it left undelivered."""
        if self.presence:
            self.presence.close()


def settle(graph: Graph, registration: Registration) -> None:
    """Takes the undelivered mark off; does nothing for a credential that never had one. Cannot be cancelled.

    If a second secret may exist (`doubtful`), it is removed first, because the mark covers it as well. A certificate
    that another run erased is registered again. Raises `CredentialGone` where somebody has removed the secret, and
    what `Graph` raises.
    """
    if not registration.made_here or not registration.has_secret:
        return
    credentials, manifest = registration.credentials, registration.manifest
    graph = replace(graph, cancel=graph.cancel.shielded())
    application, made = credentials.application, credentials.credential
    assert isinstance(made, ClientSecret | Certificate)  # `made_here` says so
    if registration.doubtful and isinstance(made, ClientSecret):
        remove_strays(graph, application, manifest.secret_description, made.expires, keep=made.key_id)
    written = take_marks_off(graph, application, manifest.tag, registration.run)
    _keep_off(graph, written.application, written.seen, registration)
    if not _has(written.seen, made):
        _insist(graph, application, made, manifest)


def unsettle(graph: Graph, registration: Registration) -> None:
    """Puts the mark back after a delivery that failed once it was off. Errors of Microsoft's are ignored."""
    if not registration.made_here or not registration.has_secret:
        return
    shielded = replace(graph, cancel=graph.cancel.shielded())
    with suppress(SetupError):
        application = registration.credentials.application
        put_marks_back(shielded, application, registration.manifest.tag, registration.run)


def _keep_off(graph: Graph, application: Application, seen: Row, registration: Registration) -> None:
    """Looks again while another run is working: its write may have restored our mark, which it had read before."""
    tag, run = registration.manifest.tag, registration.run
    for _ in range(_MOST_LOOKS):
        tags = seen.get("tags") or ()
        alone = not shows_another_run(tags, tag, run) and any(mark.run == run for mark in marks(tags, tag).values())
        if alone:
            return
        graph.cancel.wait(LINGERING)
        seen = look(graph, application)
        tags = seen.get("tags") or ()
        if not any(mark.run == run for mark in marks(tags, tag).values()):
            return
        written = take_marks_off(graph, replace(application, tags=tuple(tags)), tag, run)
        application, seen = written.application, written.seen


def _insist(graph: Graph, application: Application, made: Credential, manifest: Manifest) -> None:
    """Waits until the directory lists the credential; if it does not, another run or a person removed it.

    A certificate is then registered again, since its key is still here. Raises `CredentialGone` for a secret.
    """
    retry = Retry(graph.cancel, graph.on_wait)
    while not _has(look(graph, application), made):
        if retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            continue
        if isinstance(made, ClientSecret):
            raise CredentialGone
        key = verifying_key(made.key_id, made.der, manifest.secret_description, made.expires)
        write_certificates(graph, application, add=key)
        return


def _has(row: Row, made: Credential) -> bool:
    return made.key_id in (entry.key_id for entry in read_credentials(row))
