"""Enrolment files that the wizard meets: named on the command line, dropped, or lying beside the executable."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import engine
from installer.config.enrolment import FILE_NAME
from installer.errors.base import SetupError
from installer.errors.files import SeveralEnrolments
from installer.model import CredentialSpec, Enrolment, Federation, Manifest, WantedCredential


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to follow: one file, which the person named or which is only to be offered; or what is wrong."""

    enrolment: Enrolment | None = None
    named: bool = False
    error: SetupError | None = None


def beside_the_program() -> Path:
    """Where a file may lie that came along with the executable. Anybody may have put it there."""
    program = sys.executable if getattr(sys, "frozen", False) else sys.argv[0]
    return Path(program).resolve().parent / FILE_NAME


def look_for(named: Sequence[Path], beside: Path | None, manifest: Manifest) -> Found:
    """Reads the one file there is. Of two none is taken, and nothing of a broken one."""
    paths = [*named, *([beside] if beside and beside.is_file() else [])]
    try:
        contents = [(path, engine.read_enrolment(path, manifest)) for path in paths]
    except SetupError as error:
        return Found(error=error)
    if len({path.resolve() for path in paths}) > 1:
        return Found(error=SeveralEnrolments(tuple(map(str, paths))))
    return Found(contents[0][1], named=bool(named)) if contents else Found()


def credential_in(enrolment: Enrolment, months: int, audience: str) -> WantedCredential:
    """The credential that the file asks for; `months` is the lifetime of one made here, `audience` the cloud's."""
    if enrolment.certificate:
        return enrolment.certificate
    if enrolment.issuer and enrolment.subject:
        return Federation(enrolment.issuer, enrolment.subject, enrolment.audience or audience)
    return CredentialSpec(months)
