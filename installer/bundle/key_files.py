"""The connector's own key files: a private key and its certificate, which are only useful together."""

from __future__ import annotations

import contextlib
from pathlib import Path

from installer.bundle.files import save
from installer.errors.files import UnwritableFile
from installer.errors.work import DeliveryFailed
from installer.model import Secret


def write_pair(key: Path, private_key: Secret, certificate: Path, pem: str, overwrite: bool) -> None:
    """Writes both files, each atomically, synced and readable by their owner only. Raises `UnwritableFile`.

    The certificate is written first, so that an interruption leaves an existing key untouched. If the key cannot be
    written, the previous certificate is restored.
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
    except DeliveryFailed as error:  # its message is about the bundle
        raise UnwritableFile(error.path, error.reason) from error
