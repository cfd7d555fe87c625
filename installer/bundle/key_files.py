"""The connector's own key files: a private key and its certificate, which are of use only together."""

from __future__ import annotations

import contextlib
from pathlib import Path

from installer.bundle.files import save
from installer.errors.files import UnwritableFile
from installer.errors.work import DeliveryFailed
from installer.model import Secret


def write_pair(key: Path, private_key: Secret, certificate: Path, pem: str, overwrite: bool) -> None:
    """Writes both files, whole, synced and readable by their owner alone. Raises `UnwritableFile`.

    The certificate comes first: whatever stops this in between leaves the old key, if there is one. A key that cannot
    be written brings the old certificate back.
    """
    before = certificate.read_bytes() if overwrite and certificate.is_file() else None
    try:
        save(pem.encode(), certificate, overwrite)
        try:
            save(private_key.reveal().encode(), key, overwrite)
        except BaseException:
            with contextlib.suppress(DeliveryFailed, OSError):
                certificate.unlink() if before is None else save(before, certificate, overwrite=True)
            raise
    except DeliveryFailed as error:  # its words are about the bundle
        raise UnwritableFile(error.path, error.reason) from error
