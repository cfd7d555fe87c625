"""`certificate`: a key pair for the connector, made where it runs. It signs in to nothing and sends nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from installer.bundle.files import check_target
from installer.bundle.key_files import write_pair
from installer.config.manifest import load_manifest
from installer.console.arguments import Arguments
from installer.console.output import Output
from installer.errors.usage import OptionsClash
from installer.events import CertificateMade, Finished
from installer.model import lifetime, rfc3339, utc_now
from installer.sign_in.certificate import CLOCK_MARGIN, make_certificate


def run_certificate(arguments: Arguments, output: Output) -> None:
    """Writes the key and the certificate, and tells the fingerprints. Raises `BadInput`."""
    key, public = Path(arguments.out_key or ""), Path(arguments.out_certificate or "")
    if key.absolute() == public.absolute():
        raise OptionsClash("--out-key", "--out-certificate")
    for path in (key, public):
        check_target(path, arguments.force)
    manifest = load_manifest()
    begins = utc_now()
    made = make_certificate(manifest.secret_description, begins, _end(begins, arguments.months or manifest.months))
    write_pair(key, made.private_key, public, made.pem, arguments.force)
    output.report(
        CertificateMade(str(key), str(public), made.thumbprint_sha1, made.thumbprint_sha256, rfc3339(made.expires))
    )
    output.report(Finished(0))


def _end(begins: datetime, months: int) -> datetime:
    """So that it is valid for the lifetime to the second: a policy counts from its beginning."""
    return begins - CLOCK_MARGIN + lifetime(months)
