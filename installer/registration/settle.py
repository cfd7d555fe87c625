"""Takes the undelivered mark off a credential, and looks whether Microsoft still shows that it is there."""

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
from installer.registration.keys import verifying_key, write_certificates
from installer.registration.mapper import read_credentials
from installer.registration.plan import Plan
from installer.registration.removal import remove_strays
from installer.registration.tags import look
from installer.registration.undelivered import Run, marks, put_marks_back, shows_another_run, take_marks_off
from installer.retry import Pause, Retry

SHOWING: Final = 60.0
"""Seconds that a credential that proved itself is given to show in the directory before it counts as removed."""
LINGERING: Final = 2.0
"""Seconds until the second look where another run writes tags, too: it may put back what it read before."""
_MOST_LOOKS: Final = 5


@dataclass(frozen=True, slots=True)
class Registration:
    """Credentials that wait for their delivery, with what they showed of themselves: `proven` or not."""

    credentials: Credentials
    proof: Proof
    manifest: Manifest
    doubtful: bool = False
    """A second secret may have been made, whose answer was lost."""
    rotation: Rotation = Rotation.CONNECTOR
    """Who will exchange a certificate before it ends."""
    client: str = ""
    """The connector's name for the tenant, where an enrolment file said it."""
    made_here: bool = True
    """Whether this run made the credential: then the application has the undelivered mark until `settle`."""
    warnings: tuple[SetupError, ...] = ()
    """What is to be known of its trial, and stops nothing."""
    run: Run | None = None
    presence: Presence | None = None
    """While it is held, no other run on this computer takes this one for dead."""
    plan: Plan | None = None
    """What was carried out, for the receipt."""

    @property
    def proven(self) -> bool:
        """Whether a token made with it carries every permission."""
        return self.proof.token and self.proof.holds

    @property
    def has_secret(self) -> bool:
        """Whether there is anything to keep from others, and to revoke where it is not delivered."""
        return not isinstance(self.credentials.credential, Registered)

    def close(self) -> None:
        """The run is over: other runs need not wait for its delivery."""
        if self.presence:
            self.presence.close()


def settle(graph: Graph, registration: Registration) -> None:
    """Takes the undelivered mark off.

    The mark also speaks for a second secret, whose answer was lost: where there may be one, it is removed first. A
    certificate that another run erased is put back. Raises `CredentialGone` where somebody has removed the secret.
    """
    if not registration.made_here or not registration.has_secret:
        return
    credentials, manifest = registration.credentials, registration.manifest
    graph = replace(graph, cancel=graph.cancel.shielded())
    application, made = credentials.application, credentials.credential
    assert isinstance(made, ClientSecret | Certificate)  # this run made it
    if registration.doubtful and isinstance(made, ClientSecret):
        remove_strays(graph, application, manifest.secret_description, made.expires, keep=made.key_id)
    written = take_marks_off(graph, application, manifest.tag, registration.run)
    _keep_off(graph, written.application, written.seen, registration)
    if not _has(written.seen, made):
        _insist(graph, application, made, manifest)


def unsettle(graph: Graph, registration: Registration) -> None:
    """Puts the undelivered mark back, where the delivery failed after it was taken off; gives up where that fails."""
    if not registration.made_here or not registration.has_secret:
        return
    shielded = replace(graph, cancel=graph.cancel.shielded())
    with suppress(SetupError):
        application = registration.credentials.application
        put_marks_back(shielded, application, registration.manifest.tag, registration.run)


def _keep_off(graph: Graph, application: Application, seen: Row, registration: Registration) -> None:
    """Where another run is at work, it may have written the mark back, not knowing that it was gone: looks again."""
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
    """Waits until the credential shows; one that does not was removed by another run, or by a person."""
    retry = Retry(graph.cancel, graph.on_wait)
    while not _has(look(graph, application), made):
        if retry.paused(Pause(WaitReason.REPLICATION, budget=SHOWING)):
            continue
        if isinstance(made, ClientSecret):
            raise CredentialGone
        key = verifying_key(made.key_id, made.der, manifest.secret_description, made.expires)
        write_certificates(graph, application, add=key)
        return


def _has(row: Row, made: Credential) -> bool:
    return made.key_id in (entry.key_id for entry in read_credentials(row))
