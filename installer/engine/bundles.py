"""Opens a bundle again, to check the credential in it or to show its content."""

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
    """Whether a key or passphrase is needed to read the file; a bundle without secrets is plain JSON."""
    return not (text_of(data) or "").lstrip().startswith("{")


def open_bundle(data: bytes, path: str, key: Callable[[], Identities | Secret]) -> Payload:
    """The content of a bundle, sealed or plain; `key` is only called for a sealed one. Raises `BadInput`."""
    from installer.bundle.age import unseal
    from installer.bundle.reading import from_json

    if is_sealed(data):
        return from_json(unseal(data, path, key()), path)
    return from_json((text_of(data) or "").encode(), path)


def read_identities(path: Path) -> Identities:
    """The age identities (private keys) in a file; raises `BadInput`."""
    from installer.bundle.age import read_identities

    return read_identities(path)


def cloud_of(payload: Payload, path: str, clouds: Iterable[Cloud]) -> Cloud:
    """The one of these clouds that the bundle is for; raises `OtherCloud` if it is for none of them.

    Anybody can make a bundle, so its credential is never sent to hosts that only the file names.
    """
    hosts = (payload.cloud.authority, payload.cloud.graph)
    fitting = next((cloud for cloud in clouds if (cloud.authority, cloud.graph) == hosts), None)
    if fitting is None:
        raise OtherCloud(path, payload.cloud.authority)
    return fitting


def given_in(payload: Payload) -> Given | None:
    """The credential in the bundle, to be tried; None if only the connector has its secret."""
    from installer.bundle.payload import given_in

    return given_in(payload)


def expected_in(stored: StoredCredential) -> Expected:
    """How to recognize the bundle's credential on the application: by key id; a federation by issuer and subject."""
    from installer.bundle.payload import FederatedCredential

    if isinstance(stored, FederatedCredential):
        return Expected(federations=frozenset({(stored.federation.issuer, stored.federation.subject)}))
    return Expected(frozenset({stored.key_id} if stored.key_id else ()))
