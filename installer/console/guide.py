"""`guide`: the manual way, as a page, as text, or as the code that fleets already run. It signs in to nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from installer.bundle.files import check_target
from installer.config.clouds import load_cloud
from installer.config.manifest import load_manifest
from installer.console.arguments import Arguments
from installer.console.output import Output
from installer.errors.files import FileExists
from installer.errors.usage import InvalidChoice
from installer.events import Finished, GuideWritten
from installer.guide import Subject, guide_name, subject_of, to_bicep, to_html, to_terraform, to_text
from installer.private_file import folder_fault


def run_guide(arguments: Arguments, output: Output) -> None:
    """Writes the page into the current folder and prints its path; text and code go to standard output.

    --out names another file for any of them. Raises `BadInput`, also where standard output fails.
    """
    subject = _subject(arguments)
    if arguments.text:
        content = to_text(to_html(subject))
    elif arguments.terraform:
        content = to_terraform(subject)
    elif arguments.bicep:
        content = to_bicep(subject)
    else:
        content = to_html(subject)
    printed = arguments.text or arguments.terraform or arguments.bicep
    if printed and not arguments.out:
        output.show(content.rstrip("\n"))
    else:
        path = Path(arguments.out or guide_name()).absolute()
        digest = _write(content.encode(), path, arguments.force)
        output.say(str(path))
        output.report(GuideWritten(str(path), digest))
    output.report(Finished(0))


def _subject(arguments: Arguments) -> Subject:
    manifest = load_manifest()
    profile = manifest.profile(arguments.profile)
    if profile is None:
        raise InvalidChoice("--profile", arguments.profile or "", tuple(profile.id for profile in manifest.profiles))
    cloud = load_cloud(arguments.cloud) if arguments.cloud else None
    return subject_of(manifest, cloud, profile=profile, name=arguments.name, option=arguments.cloud or "")


def _write(data: bytes, path: Path, overwrite: bool) -> str:
    """The SHA-256 of the file. One that says the same already is left alone, and no other is replaced unasked."""
    try:
        if not path.is_file() or path.read_bytes() != data:
            check_target(path, overwrite)
            with path.open("wb" if overwrite else "xb") as file:
                file.write(data)
    except FileExistsError as error:
        raise FileExists(str(path)) from error
    except (OSError, ValueError) as error:
        raise folder_fault(path) from error
    return hashlib.sha256(data).hexdigest()
