"""The key files on the connector's machine: the pair in use, the pair on its way, and which key fits which certificate.

A name says where a file was to go, and nothing of whether Microsoft knows what is in it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from installer.bundle.files import check_target, save, sync_folder
from installer.errors.base import SetupError
from installer.errors.certificates import KeyOfAnother
from installer.errors.files import FileExists, IsLink, UnwritableFile
from installer.errors.usage import BadInput
from installer.errors.work import DeliveryFailed
from installer.files import fault
from installer.model import Certificate, PublicCertificate
from installer.private_file import create
from installer.sign_in.certificate_file import read_any_certificate, read_key_of, read_key_pair


@dataclass(frozen=True, slots=True)
class Places:
    """The pair in use, and where the next one goes: the same files where it takes their place."""

    key: Path
    certificate: Path
    next_key: Path
    next_certificate: Path

    @property
    def in_place(self) -> bool:
        """Whether the next pair replaces the files of the pair in use."""
        return (self.key, self.certificate) == (self.next_key, self.next_certificate)

    @property
    def pending_key(self) -> Path:
        """Where the new key is until Microsoft has accepted it."""
        return _hidden(self.next_key, "pending")

    @property
    def pending_certificate(self) -> Path:
        """Where the new certificate is until Microsoft has accepted it."""
        return _hidden(self.next_certificate, "pending")

    @property
    def journal(self) -> Path:
        """The file that keeps the key ids of unfinished exchanges."""
        return _hidden(self.next_key, "renewal")

    @property
    def lock(self) -> Path:
        """The file that only one run can lock."""
        return _hidden(self.next_key, "lock")


def _hidden(path: Path, suffix: str) -> Path:
    return path.with_name(f".{path.name}.{suffix}")


@dataclass(frozen=True, slots=True)
class Pair:
    """A key with its certificate, and the files that each was found in."""

    credential: Certificate
    begins: datetime
    key: Path
    certificate: Path

    @property
    def thumbprint(self) -> str:
        """The SHA-1 thumbprint of the certificate, in upper-case hexadecimal."""
        return self.credential.thumbprint_sha1


def find_pairs(places: Places) -> tuple[Pair, ...]:
    """All that fit, the newest first. Raises `BadInput` where the pair in use cannot be read, or does not fit.

    A run that died may have left one file of the new pair in its place and the other on its way.
    """
    certificates = {places.certificate: read_any_certificate(places.certificate)}
    error: KeyOfAnother | None = None
    found: dict[str, Pair] = {}
    try:
        given = read_key_pair(places.key, places.certificate)
        found[given.thumbprint_sha1] = Pair(
            given, certificates[places.certificate].begins, places.key, places.certificate
        )
    except KeyOfAnother as mismatch:
        error = mismatch
    for path in (places.next_certificate, places.pending_certificate):
        with contextlib.suppress(SetupError):
            certificates.setdefault(path, read_any_certificate(path))
    matched = bool(found)
    for key in dict.fromkeys((places.next_key, places.pending_key, places.key)):
        if not (matched and key == places.key):  # a key has one certificate, and reading it takes a while
            for pair in _fitting(key, certificates):
                found.setdefault(pair.thumbprint, pair)
    if not found or (error and not any(_on_its_way(pair, places) for pair in found.values())):
        raise error or KeyOfAnother(str(places.key), str(places.certificate))
    return tuple(sorted(found.values(), key=lambda pair: pair.begins, reverse=True))


def _fitting(key: Path, certificates: dict[Path, PublicCertificate]) -> Iterator[Pair]:
    for path, public in certificates.items():
        with contextlib.suppress(BadInput):
            yield Pair(read_key_of(key, public.pem, str(path)), public.begins, key, path)


def _on_its_way(pair: Pair, places: Places) -> bool:
    return places.pending_key == pair.key or places.pending_certificate == pair.certificate


def is_placed(pair: Pair, places: Places) -> bool:
    """Whether no file of it is under a pending name."""
    return not _on_its_way(pair, places)


def check_places(places: Places, others: tuple[Path, ...]) -> None:
    """Whether all of it can be written later. Raises `IsLink`, `UnwritableFolder`, `FileExists` for a folder."""
    for path in dict.fromkeys((places.next_key, places.next_certificate, *others)):
        if path.is_symlink():
            raise IsLink(str(path))
        check_target(path, overwrite=True)


def check_free(places: Places) -> None:
    """That the new pair takes no other file's name; raises `FileExists`."""
    for path in () if places.in_place else (places.next_key, places.next_certificate):
        if os.path.lexists(path):
            raise FileExists(str(path), path.is_file())


def write_pending(credential: Certificate, begins: datetime, places: Places) -> Pair:
    """The new pair on the disk, readable only by its owner, under its pending names. Raises `UnwritableFile`."""
    files = (
        (places.pending_key, credential.private_key.reveal()),
        (places.pending_certificate, credential.pem),
    )
    for path, text in files:
        try:
            path.unlink(missing_ok=True)
            with os.fdopen(create(path), "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise UnwritableFile(str(path), fault(error)) from error
        sync_folder(path.parent)
    return Pair(credential, begins, places.pending_key, places.pending_certificate)


def place(pair: Pair, places: Places) -> Pair:
    """Gives both files their names, the certificate first, each in one step. Raises `UnwritableFile`."""
    for source, target in ((pair.certificate, places.next_certificate), (pair.key, places.next_key)):
        if source != target:
            try:
                source.replace(target)
            except OSError as error:
                raise UnwritableFile(str(target), fault(error)) from error
            sync_folder(target.parent)
    return Pair(pair.credential, pair.begins, places.next_key, places.next_certificate)


def forget_pending(places: Places) -> None:
    """Removes what is under pending names."""
    for path in (places.pending_key, places.pending_certificate):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def write_over(data: bytes, path: Path) -> str:
    """Replaces the file as a whole; its SHA-256. Raises `UnwritableFile`."""
    try:
        return save(data, path, overwrite=True)
    except DeliveryFailed as error:  # its words are about the bundle
        raise UnwritableFile(error.path, error.reason) from error
