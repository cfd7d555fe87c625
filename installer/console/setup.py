"""`setup`: sign in, show the plan, carry it out, prove it, write the bundle. What can be refused early is."""

from __future__ import annotations

import getpass
import os
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from installer.bundle import check, check_target, default_name, parse_recipients, read_passphrase
from installer.cancel import Cancel
from installer.console.arguments import Arguments
from installer.console.output import Output
from installer.delivery import Encryption, deliver_or_revoke
from installer.errors import Cancelled, InvalidChoice, NeedsConfirmation, NeedsEncryption, PassphrasesDiffer
from installer.events import CredentialFacts, Finished, Planned, Report, SignedIn, Step
from installer.graph import Graph
from installer.model import (
    Choices,
    Cloud,
    CredentialKind,
    Credentials,
    Manifest,
    Profile,
    Secret,
    TenantState,
    rfc3339,
    utc_now,
)
from installer.registration import inspect, plan, register, require_rights
from installer.registration.apply import Telling
from installer.sign_in import AppSignIn, Authorization, BrowserSignIn, DeviceCodeSignIn, Entra, SignIn
from installer.texts import landing, language, translate
from installer.transport import ProxyResolver, Transport


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the door gives the command: the cloud, the way out, and who watches the events beside the output."""

    manifest: Manifest
    cloud: Cloud
    proxy: ProxyResolver
    open_browser: Callable[[str], None]
    watch: Report


@dataclass(frozen=True, slots=True)
class _Wishes:
    """The arguments after every check that needs no network."""

    profile: Profile
    encryption: Encryption | None
    """None with --plan-only, which writes nothing."""
    folder: Path


def run_setup(arguments: Arguments, around: Surroundings, output: Output, cancel: Cancel) -> None:
    """Raises `SetupError`; the last event of a success is `Finished`."""
    manifest = around.manifest
    wishes = _check(arguments, manifest)

    def report(event: object) -> None:
        output.report(event)  # type: ignore[arg-type]
        around.watch(event)  # type: ignore[arg-type]

    transport = Transport(trust_anchor=around.cloud.trust_anchor, proxy=around.proxy)
    client = arguments.sign_in_client
    entra = Entra.of(manifest, around.cloud, arguments.tenant, client, transport, cancel)
    method = _method(arguments, entra, around, report)
    session = method.sign_in()
    graph = Graph(around.cloud, Authorization(method, session), transport, cancel, on_call=report)
    choices = Choices(
        wishes.profile,
        arguments.name or manifest.application_name,
        arguments.months or manifest.months,
        arguments.app,
    )
    with Telling(Step.INSPECT, report, graph) as watched:
        state = inspect(watched, manifest, choices)
    report(SignedIn(state.organization, session.account, state.rights))
    todo = plan(manifest, choices, state, utc_now(), language())
    report(Planned(todo.rows))
    if wishes.encryption is None:
        report(Finished(0, state.organization.id))
        return
    require_rights(todo, state)
    target = _target(arguments, state)
    if not arguments.yes:
        _confirm(state, output)
    app_sign_in = AppSignIn(around.cloud, state.organization.id, transport, cancel)
    registration = register(todo, state, choices, manifest, graph, app_sign_in, report)
    deliver_or_revoke(registration, wishes.encryption, target, arguments.force, "", graph, report)
    report(_finished(registration.credentials))


def _check(arguments: Arguments, manifest: Manifest) -> _Wishes:
    """Refuses what needs no sign-in to be refused; raises `BadInput`."""
    profile = manifest.profile(arguments.profile)
    if profile is None:
        raise InvalidChoice("--profile", arguments.profile or "", tuple(one.id for one in manifest.profiles))
    if arguments.plan_only:
        return _Wishes(profile, None, Path())
    terminal = sys.stdin.isatty()
    if not arguments.yes and not terminal:
        raise NeedsConfirmation
    folder = Path(arguments.out) if arguments.out else Path(default_name("", utc_now().date()))
    check_target(folder, overwrite=arguments.force or not arguments.out)
    return _Wishes(profile, _encryption(arguments, manifest, terminal), folder)


def _encryption(arguments: Arguments, manifest: Manifest, terminal: bool) -> Encryption:
    if arguments.recipient:
        return tuple(one for value in arguments.recipient for one in parse_recipients(value))
    if arguments.passphrase_file:
        passphrase = read_passphrase(arguments.passphrase_file, sys.stdin.buffer)
        check(passphrase)
        return passphrase
    if manifest.vendor_recipient:
        return parse_recipients(manifest.vendor_recipient)
    if not terminal:
        raise NeedsEncryption
    first = Secret(getpass.getpass(translate("Console", "Passphrase for the file: ")))
    check(first)
    if first != Secret(getpass.getpass(translate("Console", "The same passphrase again: "))):
        raise PassphrasesDiffer
    return first


def _method(arguments: Arguments, entra: Entra, around: Surroundings, report: Report) -> SignIn:
    browser = arguments.sign_in == "browser" or (
        arguments.sign_in is None and (arguments.no_browser or _can_open_browser())
    )
    if browser:
        opener = _open_nothing if arguments.no_browser else around.open_browser
        return BrowserSignIn(entra, opener, landing, report)
    return DeviceCodeSignIn(entra, report)


def _can_open_browser() -> bool:
    """A browser on a screen: on Linux there are text browsers, which cannot show Microsoft's pages."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _open_nothing(_url: str) -> None:
    """With --no-browser the address in the event is all there is."""


def _target(arguments: Arguments, state: TenantState) -> Path:
    """Where the bundle goes; checked before anything is made in the tenant."""
    path = Path(arguments.out) if arguments.out else Path(default_name(state.organization.domain, utc_now().date()))
    check_target(path, arguments.force)
    return path


def _confirm(state: TenantState, output: Output) -> None:
    """The tenant's own name is typed: nobody gives consent in the wrong one by a reflex. Raises `Cancelled`."""
    word = state.organization.domain.partition(".")[0]
    output.say(
        translate("Console", "Type “{word}” to create this and grant consent in {name}:").format(
            word=word, name=state.organization.name
        )
    )
    if sys.stdin.readline().strip().lower() != word.lower():
        raise Cancelled


def _finished(credentials: Credentials) -> Finished:
    secret, application = credentials.secret, credentials.application
    return Finished(
        0,
        credentials.organization.id,
        application.client_id,
        application.object_id,
        CredentialFacts(CredentialKind.SECRET, secret.key_id, rfc3339(secret.expires)),
    )
