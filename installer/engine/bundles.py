"""Opening a bundle again: to check the credential in it, or to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from installer.errors.files import OtherCloud
from installer.files import text_of
from installer.model import Cloud, Expected, Given, Secret

if TYPE_CHECKING:
    from installer.bundle.age import Identities
    from installer.bundle.payload import Payload, StoredCredential


def is_sealed(data: bytes) -> bool:
    """Whether a key or a passphrase is needed to read it; a bundle in which nothing is secret is plain JSON."""
    return not (text_of(data) or "").lstrip().startswith("{")


def open_bundle(data: bytes, path: str, key: Callable[[], Identities | Secret]) -> Payload:
    """What the bundle holds, sealed or plain; `key` is asked for a sealed one. Raises `BadInput`."""
    from installer.bundle.age import unseal
    from installer.bundle.reading import from_json

    if is_sealed(data):
        return from_json(unseal(data, path, key()), path)
    return from_json((text_of(data) or "").encode(), path)


def read_identities(path: Path) -> Identities:
    """The age identities in a file, which open what was sealed for them; raises `BadInput`."""
    from installer.bundle.age import read_identities

    return read_identities(path)


def cloud_of(payload: Payload, path: str, clouds: Iterable[Cloud]) -> Cloud:
    """Which of the clouds the bundle is for. Raises `OtherCloud`.

    A bundle can be made by anybody: its credential goes to one of these, and never to hosts that the file alone names.
    """
    hosts = (payload.cloud.authority, payload.cloud.graph)
    fitting = next((cloud for cloud in clouds if (cloud.authority, cloud.graph) == hosts), None)
    if fitting is None:
        raise OtherCloud(path, payload.cloud.authority)
    return fitting


def given_in(payload: Payload) -> Given | None:
    """The credential in it, to be tried; None where its secret part is the connector's alone."""
    from installer.bundle.payload import given_in

    return given_in(payload)


def expected_in(stored: StoredCredential) -> Expected:
    """The credential that the bundle names: by its key id, or for a federation by issuer and subject."""
    from installer.bundle.payload import FederatedCredential

    if isinstance(stored, FederatedCredential):
        return Expected(federations=frozenset({(stored.federation.issuer, stored.federation.subject)}))
    return Expected(frozenset({stored.key_id} if stored.key_id else ()))
