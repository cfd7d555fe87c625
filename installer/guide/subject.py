"""The subject of a guide: the wanted application, and the clouds that the guide is written for."""

from __future__ import annotations

from dataclasses import dataclass
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

    def command(self, verb: str, *options: str) -> str:
        """A command line of this program with this verb, for this application, profile and cloud."""
        where: list[str] = []
        if self.cloud and self.option != self.known[0].id:
            where = ["--cloud", self.option]
            signs_in = not {"--secret-file", "--identity"} & set(options)
            where += _OWN_CLIENT if signs_in and not self.cloud.first_party_client else ()
        if not {"--app", "--identity"} & set(options) and self.name != self.manifest.application_name:
            where += ["--name", _quoted(self.name)]
        if verb in ("setup", "verify") and self.profile is not self.manifest.profiles[0]:
            where += ["--profile", self.profile.id]
        return " ".join([RELEASED, verb, *where, *options])

    def command_with_own_client(self) -> str:
        """The command line for a cloud where the sign-in needs an application of the customer's own."""
        chosen = self.option if self.without_public_client and self.cloud else _EXAMPLE_CLOUD
        return " ".join([RELEASED, "setup", "--cloud", chosen, *_OWN_CLIENT])


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


def _quoted(name: str) -> str:
    """A name quoted for a shell, in double quotes, which work in both POSIX shells and Windows."""
    return '"' + name.replace('"', '\\"') + '"'
