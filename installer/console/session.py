"""What every command that signs in does first: choose the way, sign in, read the tenant."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from installer.cancel import Cancel
from installer.console.arguments import VERIFY, Arguments
from installer.console.output import Output
from installer.errors import Cancelled, ExitCode, InvalidChoice, NeedsConfirmation, SetupError
from installer.events import Event, Failed, Finished, Planned, Report, SignedIn, Step
from installer.graph import Graph
from installer.model import Account, Cloud, Manifest, Profile, Target, TenantState
from installer.registration import Plan, Telling, inspect
from installer.report import Occasion, PrintPdf, Receipt, check_report, plan_receipt, write_report
from installer.sign_in import Authorization, BrowserSignIn, DeviceCodeSignIn, Entra, SignIn
from installer.texts import landing, leftover_consent, leftover_consent_address, translate
from installer.transport import ProxyResolver, Transport


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the door gives a command: the cloud, the way out, and who watches the events beside the output."""

    manifest: Manifest
    cloud: Cloud
    proxy: ProxyResolver
    open_browser: Callable[[str], None]
    watch: Report
    print_pdf: PrintPdf


@dataclass(frozen=True, slots=True)
class Command:
    """One command being run: what was asked for, where, and whom to tell."""

    arguments: Arguments
    around: Surroundings
    output: Output
    cancel: Cancel

    @property
    def manifest(self) -> Manifest:
        return self.around.manifest

    def report(self, event: Event) -> None:
        self.output.report(event)
        self.around.watch(event)

    def target(self) -> Target:
        """Raises `InvalidChoice` for a profile that the manifest does not have."""
        arguments, manifest = self.arguments, self.manifest
        profile = manifest.profile(arguments.profile)
        if profile is None:
            known = tuple(profile.id for profile in manifest.profiles)
            raise InvalidChoice("--profile", arguments.profile or "", known)
        return Target(profile, arguments.name or manifest.application_name, arguments.app)

    def check_before_sign_in(self) -> None:
        """Refuses what could not be written, or confirmed, afterwards; raises `BadInput`."""
        arguments = self.arguments
        if arguments.report:
            check_report(Path(arguments.report), arguments.force)
        writes = arguments.command != VERIFY and not arguments.plan_only
        if writes and not arguments.yes and not sys.stdin.isatty():
            raise NeedsConfirmation

    def finish_plan(self, plan: Plan, occasion: Occasion) -> ExitCode:
        """The end of a run with --plan-only: the plan is shown, and written where --report says."""
        self.report(Planned(plan.lines))
        self.write_receipt(plan_receipt(occasion, plan))
        self.report(Finished(ExitCode.DONE, occasion.organization.id))
        return ExitCode.DONE

    def confirm(self, plan: Plan, state: TenantState) -> None:
        """Shows the plan, and has it agreed to. Raises `Cancelled` when the person says no.

        The tenant's own name is typed: nobody changes the wrong one by a reflex.
        """
        self.report(Planned(plan.lines))
        if self.arguments.yes:
            return
        word, name = state.organization.domain.partition(".")[0], state.organization.name
        self.output.say(translate("Console", "Type “{word}” to do this in {name}:").format(word=word, name=name))
        if sys.stdin.readline().strip().lower() != word.lower():
            raise Cancelled

    def occasion(self, connection: Connection, profile: Profile) -> Occasion:
        """Who worked when on which tenant, for a receipt."""
        state = connection.state
        return Occasion(
            datetime.now().astimezone(),
            self.around.cloud,
            state.organization,
            connection.account,
            state.rights,
            self.manifest,
            profile,
        )

    def say_what_is_left(self) -> None:
        """What the sign-in itself may have left behind in the tenant, and where to look at it."""
        client = self.arguments.sign_in_client or self.manifest.sign_in_client
        self.output.say(leftover_consent())
        if address := leftover_consent_address(self.around.cloud, client):
            self.output.say(f"  {address}")

    def leave(self, write: Callable[[], object]) -> None:
        """Writes a document on what is done: where that is refused, it is told, and what is done stays a success.

        A failure would have scripts run again, and make a second secret, for the sake of a document.
        """
        try:
            write()
        except SetupError as error:
            self.report(Failed(error))

    def write_receipt(self, receipt: Receipt) -> None:
        """Writes it where --report says, if it does."""
        if self.arguments.report:
            write_report(receipt, Path(self.arguments.report), self.arguments.force, self.around.print_pdf)


@dataclass(frozen=True, slots=True)
class Connection:
    """A signed-in administrator and the tenant as it was found."""

    graph: Graph
    transport: Transport
    state: TenantState
    account: Account


def connect(command: Command, target: Target) -> Connection:
    """Signs in and reads the tenant. Raises `SignInError`, `NetworkError`, and what `inspect` raises."""
    around, cancel = command.around, command.cancel
    transport = Transport(trust_anchor=around.cloud.trust_anchor, proxy=around.proxy)
    tenant, client = command.arguments.tenant, command.arguments.sign_in_client
    entra = Entra.of(command.manifest, around.cloud, tenant, client, transport, cancel)
    method = _method(command, entra)
    session = method.sign_in()
    graph = Graph(around.cloud, Authorization(method, session), transport, cancel, on_call=command.report)
    with Telling(Step.INSPECT, command.report, graph) as watched:
        state = inspect(watched, command.manifest, target, session.role_hints)
    command.report(SignedIn(state.organization, session.account, state.rights))
    return Connection(graph, transport, state, session.account)


def _method(command: Command, entra: Entra) -> SignIn:
    arguments = command.arguments
    browser = arguments.sign_in == "browser" or (
        arguments.sign_in is None and (arguments.no_browser or _can_open_browser())
    )
    if browser:
        opener = _open_nothing if arguments.no_browser else command.around.open_browser
        return BrowserSignIn(entra, opener, landing, command.report)
    return DeviceCodeSignIn(entra, command.report)


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
