"""The subject of a guide: the wanted application, and the clouds that the guide is written for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from installer.config.clouds import known_clouds
from installer.model import Cloud, Manifest, Profile
from installer.program import RELEASED

THIS_APP: Final = ("--app", "00000000-0000-0000-0000-000000000000")
"""The option that names the application in a command; the ID is a placeholder for the reader's own."""

_OWN_CLIENT: Final = (
    "--tenant",
    "contoso.onmicrosoft.com",
    "--sign-in-client",
    "00000000-0000-0000-0000-000000000000",
)
"""A single-tenant application can only sign in to its own tenant (Microsoft, AADSTS50194)."""

_EXAMPLE_CLOUD: Final = "bleu"
_PLAIN_IN_POWERSHELL: Final = re.compile(r"[\w./:\\…-]+")


class Shell(Enum):
    """Where a command line is typed."""

    POSIX = auto()
    POWERSHELL = auto()
    """Windows PowerShell 5.1, which every Windows has, in the folder of the program."""

    def line(self, verb: str, options: Sequence[str]) -> str:
        """The command line of the released console program, with every word quoted that this shell would change."""
        if self is Shell.POSIX:
            return " ".join([RELEASED, verb, *map(_in_posix, options)])
        return " ".join([f".\\{RELEASED}.exe", verb, *map(_in_powershell, options)])


def _in_posix(word: str) -> str:
    return word if word.isprintable() and re.fullmatch(r"[\w./:@%+=,…-]+", word) else shlex.quote(word)


def _in_powershell(word: str) -> str:
    """In single quotes, which PowerShell doubles within; it also takes typographic ones for quotes.

    Its version 5.1 passes a double quote to a program only with a backslash (Microsoft, about_Parsing).
    """
    if _PLAIN_IN_POWERSHELL.fullmatch(word):
        return word
    doubled = re.sub("(['\u2018\u2019\u201a\u201b])", r"\1\1", word)
    return "'" + doubled.replace('"', '\\"') + "'"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a guide is about. If `cloud` is None, all `known` clouds are described; `option` is its value of --cloud."""

    manifest: Manifest
    profile: Profile
    name: str
    known: tuple[Cloud, ...]
    cloud: Cloud | None = None
    option: str = ""

    @property
    def clouds(self) -> tuple[Cloud, ...]:
        """The clouds whose hosts are listed."""
        return (self.cloud,) if self.cloud else self.known

    @property
    def portal(self) -> str | None:
        """The address of Microsoft's portal, if it is known."""
        return self.clouds[0].portal

    @property
    def without_public_client(self) -> tuple[Cloud, ...]:
        """The clouds where the sign-in needs an application of the customer's own."""
        return tuple(cloud for cloud in self.clouds if not cloud.first_party_client)

    def command(self, verb: str, *options: str, shell: Shell = Shell.POSIX) -> str:
        """A command line of this program with this verb, for this application, profile and cloud."""
        where: list[str] = []
        if self.cloud and self.option != self.known[0].id:
            where = ["--cloud", self.option]
            signs_in = not {"--secret-file", "--identity"} & set(options)
            where += _OWN_CLIENT if signs_in and not self.cloud.first_party_client else ()
        if not {"--app", "--identity"} & set(options) and self.name != self.manifest.application_name:
            where += ["--name", self.name]
        if verb in ("setup", "verify") and self.profile is not self.manifest.profiles[0]:
            where += ["--profile", self.profile.id]
        return shell.line(verb, [*where, *options])

    def command_with_own_client(self, shell: Shell) -> str:
        """The command line for a cloud where the sign-in needs an application of the customer's own."""
        chosen = self.option if self.without_public_client and self.cloud else _EXAMPLE_CLOUD
        return shell.line("setup", ["--cloud", chosen, *_OWN_CLIENT])


def subject_of(
    manifest: Manifest,
    cloud: Cloud | None = None,
    *,
    profile: Profile | None = None,
    name: str | None = None,
    option: str = "",
) -> Subject:
    """The subject, with the manifest's defaults. A cloud that --cloud cannot name, such as the demo's, is left out.

    `option` is the value of --cloud, if that was a file and not an id.
    """
    known = known_clouds()
    named = cloud if cloud and (option or cloud.id in known) else None
    return Subject(
        manifest,
        profile or manifest.profiles[0],
        name or manifest.application_name,
        tuple(known.values()),
        named,
        option or (named.id if named else ""),
    )
