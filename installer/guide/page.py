"""The guide as one HTML page, and as a temporary file for the browser.

Each language has a template, which is filled with values from the manifest and the clouds.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import urlsplit

from installer import __version__
from installer.files import resource, translation
from installer.guide.subject import THIS_APP, Shell, Subject
from installer.model import Cloud, DirectoryRole, Level, Permission, Profile
from installer.report.markup import Markup, code, element, joined, untrusted
from installer.report.style import BROWSER
from installer.texts import language, level_word, localized, translate

_TENANT: Final = ("--tenant", "contoso.onmicrosoft.com")
_LINUX: Final = "/srv/glimps/"
_WINDOWS: Final = "C:\\GLIMPS\\"
_TASK: Final = 'schtasks /Create /SC DAILY /ST 06:15 /TN "GLIMPS ODSP"'
_INTO_A_FILE: Final = ("--recipient", "age1…", "--out", "contoso.age")
_TERRAFORM: Final = ("--terraform", "--out", "glimps.tf")
_BICEP: Final = ("--bicep", "--out", "glimps.bicep")


def to_html(subject: Subject) -> str:
    """The page in the language in use: self-contained, without scripts, for screens, printers and screen readers."""
    template = Template(translation(f"guide_{language()}.html").read_text(encoding="utf-8"))
    return template.substitute(_values(subject))


def guide_name() -> str:
    """The guide's file name in the language in use."""
    return f"glimps-odsp-guide-{language()}.html"


def browser_copy(subject: Subject) -> Path:
    """Writes the page into a temporary folder, which is deleted when the program ends; the browser has read it by then.

    Raises OSError if the system's folder for temporary files is not writable.
    """
    folder = Path(tempfile.mkdtemp(prefix="glimps-odsp-guide-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / guide_name()
    path.write_text(to_html(subject), encoding="utf-8", newline="\n")
    return path


def _values(subject: Subject) -> dict[str, str]:
    """The values for the template's placeholders; each is safe HTML."""
    manifest, keys = subject.manifest, subject.manifest.connector
    return {
        "style": BROWSER + resource("guide.css").read_text(encoding="utf-8"),
        "version": __version__,
        "cloud_name": joined([" · ", untrusted(subject.cloud.name)]) if subject.cloud else "",
        "application": joined([subject.name]),
        "portal": _portal(subject.portal),
        "roles": joined(map(_role, manifest.roles)),
        "consenting": joined(element("li", localized(role.name)) for role in manifest.roles if role.consents),
        "profiles": joined(map(_profile, manifest.profiles)),
        "profile": element("b", localized(subject.profile.title)),
        "permissions": joined(map(_permission, subject.profile.permissions)),
        "tolerated": joined(map(code, manifest.tolerated.values()), ", "),
        "description": joined([manifest.secret_description]),
        "months": str(manifest.months),
        "tenant_key": joined([keys.tenant_id]),
        "client_key": joined([keys.client_id]),
        "secret_key": joined([keys.client_secret]),
        "verify": _commands(subject, "verify"),
        "setup": _commands(subject, "setup", *_passphrase()),
        "try": _commands(subject, "verify", *_TENANT, *THIS_APP, "--secret-file", "-", *_INTO_A_FILE),
        "watch_linux": _command(f"15 6 * * * {_watch(subject, _LINUX)} >/dev/null"),
        "watch_windows": _command(f'{_TASK} /TR "{_watch(subject, _WINDOWS)}"'),
        "renew": _commands(subject, "renew", *THIS_APP, *_passphrase()),
        "remove": _commands(subject, "remove", *THIS_APP),
        "own_clouds": joined((untrusted(cloud.name) for cloud in subject.known if not cloud.first_party_client), ", "),
        "own_setup": _in_each_shell(*map(subject.command_with_own_client, Shell)),
        "terraform": _in_each_shell(*(shell.line("guide", _TERRAFORM) for shell in Shell)),
        "bicep": _in_each_shell(*(shell.line("guide", _BICEP) for shell in Shell)),
        "scopes": joined(map(code, manifest.sign_in_scopes), ", "),
        "hosts": joined(map(_hosts, subject.clouds)),
    }


def _watch(subject: Subject, folder: str) -> str:
    """The command line for a scheduler; program and files are in `folder`, which ends with a separator."""
    return folder + subject.command(
        "verify", f"{folder}contoso.age", "--identity", f"{folder}key.txt", "--warn-days", "30"
    )


def _portal(address: str | None) -> Markup:
    if address is None:
        return joined([translate("Guide", "the Microsoft Entra admin center of your cloud")])
    return element("a", _host(address), href=address, rel="noopener noreferrer")


def _role(role: DirectoryRole) -> Markup:
    return element(
        "tr",
        element("th", localized(role.name), scope="row"),
        element("td", _yes() if role.registers else translate("Guide", "where users can register applications")),
        element("td", _yes() if role.consents else element("span", translate("Guide", "no"), class_="bad")),
    )


def _yes() -> Markup:
    return element("span", translate("Guide", "yes"), class_="done")


def _profile(profile: Profile) -> Markup:
    return element(
        "tr",
        element("th", localized(profile.title), scope="row"),
        element("td", localized(profile.summary)),
        element("td", joined((code(permission.name) for permission in profile.permissions), ", ")),
    )


def _permission(permission: Permission) -> Markup:
    return element(
        "tr",
        element("th", code(permission.name), scope="row"),
        element("td", localized(permission.why)),
        element("td", level_word(permission.level), class_="word warn" if permission.level is Level.WRITE else ""),
    )


def _hosts(cloud: Cloud) -> Markup:
    """A row with a cloud's hosts; a dash for a portal that is not publicly known."""
    addresses = (cloud.authority, cloud.graph, cloud.portal)
    hosts = (code(_host(address)) if address else Markup("—") for address in addresses)
    return element(
        "tr",
        element("th", untrusted(cloud.name), " · ", code(cloud.id), scope="row"),
        *(element("td", host) for host in hosts),
    )


def _commands(subject: Subject, verb: str, *options: str) -> Markup:
    """The same command line for each shell."""
    return _in_each_shell(*(subject.command(verb, *options, shell=shell) for shell in Shell))


def _in_each_shell(*lines: str) -> Markup:
    return joined(element("code", _command(line), class_="command", translate="no") for line in lines)


def _passphrase() -> tuple[str, ...]:
    """A file rather than a prompt or a pipe: PowerShell 5.1 changes what is piped to a program."""
    return ("--passphrase-file", translate("Help", "passphrase.txt"), "--out", "contoso.age")


def _command(line: str) -> Markup:
    """A command line that only breaks between its words, so that IDs stay whole."""
    return joined((element("span", word, class_="whole") for word in line.split()), " ")


def _host(address: str) -> str:
    return urlsplit(address).netloc
