"""What the commands that sign in share: how to sign in, reading the tenant, confirming the plan, the receipt."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from installer import engine
from installer.cancel import Cancel
from installer.console.arguments import VERIFY, Arguments
from installer.console.output import Output
from installer.errors.base import Cancelled, ExitCode, SetupError
from installer.errors.ownership import DecisionNeeded
from installer.errors.usage import InvalidChoice, NeedsConfirmation
from installer.events import ApplicationKnown, DecisionAsked, Event, Failed, Finished, Planned, Report
from installer.inputs import read_proxy_account
from installer.model import Cloud, Decision, Manifest, Prepare, Question, Renew, SetUp, Target, TenantState
from installer.registration import Plan, in_question
from installer.report import Occasion, PrintPdf, Receipt, check_report, plan_receipt, write_report
from installer.texts import leftover_consent, leftover_consent_address, translate, way_title
from installer.transport import Observer, ProxyResolver

Decided = TypeVar("Decided", bound=SetUp | Prepare | Renew)


@dataclass(frozen=True, slots=True)
class Environment:
    """What a command runs in: the cloud, ways to reach it, a printer, and who watches the events beside the output."""

    manifest: Manifest
    cloud: Cloud
    proxy: ProxyResolver
    open_browser: Callable[[str], object]
    watch: Report
    print_pdf: PrintPdf
    observe: Observer | None = None
    """Told of every exchange with Microsoft."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command being run: what was asked for, where, and whom to tell."""

    arguments: Arguments
    environment: Environment
    output: Output
    cancel: Cancel

    @property
    def manifest(self) -> Manifest:
        return self.environment.manifest

    def destination(self, cloud: Cloud | None = None) -> engine.Destination:
        """Where to sign in; `cloud` is another one than the command line's, for a bundle that names it."""
        arguments, environment = self.arguments, self.environment
        cloud = cloud or environment.cloud
        account = read_proxy_account(Path(arguments.proxy_auth_file)) if arguments.proxy_auth_file else None
        return engine.Destination(
            environment.manifest,
            cloud,
            arguments.tenant,
            arguments.sign_in_client,
            environment.proxy,
            account,
            environment.observe,
        )

    def connect(self, target: Target, cloud: Cloud | None = None) -> tuple[engine.Connection, TenantState]:
        """Signs in and reads the tenant. Raises `SignInError`, `NetworkError`, and what `inspect` raises."""
        connection = engine.connect(self.destination(cloud), self._method(), self.cancel, self.report)
        return connection, engine.read(connection, target, self.cancel, self.report)

    def _method(self) -> engine.SignInMethod:
        arguments = self.arguments
        browser = arguments.sign_in == "browser" or (
            arguments.sign_in is None and (arguments.no_browser or _can_open_browser())
        )
        if browser:
            return engine.Browser(_open_nothing if arguments.no_browser else self.environment.open_browser)
        return engine.DeviceCode()

    def report(self, event: Event) -> None:
        self.output.report(event)
        self.environment.watch(event)

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

    def plan(
        self,
        connection: engine.Connection,
        choices: Decided,
        state: TenantState,
    ) -> tuple[Decided, Plan]:
        """The choices and the plan; where what was found is not plainly ours, the person at the terminal decides first.

        Reports `ApplicationKnown`. With --plan-only the plan then shows what is in question. Raises `DecisionNeeded`
        where nobody can be asked, and what `engine.plan` raises.
        """
        try:
            return choices, self.known(engine.plan(connection, choices, state))
        except DecisionNeeded as error:
            question = error.question
            if self.arguments.plan_only:
                self.report(DecisionAsked(question))
                return choices, in_question(question)
            self._require_rights(connection, choices, state)
            if choices.decision is not None or self.arguments.yes or not sys.stdin.isatty():
                raise
        choices = replace(choices, decision=self._decide(question))
        return choices, self.known(engine.plan(connection, choices, state))

    def known(self, plan: Plan) -> Plan:
        """The plan, after telling which application it is about, where that exists."""
        if found := plan.application:
            self.report(ApplicationKnown(found.client_id, found.object_id))
        return plan

    def _require_rights(
        self, connection: engine.Connection, choices: SetUp | Prepare | Renew, state: TenantState
    ) -> None:
        """Nobody is asked about an application who may not go on with it anyway; raises `NotEnoughRights`."""
        with suppress(DecisionNeeded):
            adopted = engine.plan(connection, replace(choices, decision=Decision.ADOPT), state)
            engine.require_rights(adopted, state)

    def _decide(self, question: Question) -> Decision:
        """Asks which way to go; none is preselected. Raises `Cancelled` for an empty answer."""
        self.report(DecisionAsked(question))
        for number, way in enumerate(question.ways, start=1):
            self.output.say(f"  {number}  {way_title(way)}")
        numbers = {str(number): way for number, way in enumerate(question.ways, start=1)}
        while True:
            self.output.say(translate("Console", "Type the number of your choice, or nothing to stop:"))
            answer = sys.stdin.readline().strip()
            if not answer:
                raise Cancelled
            if answer in numbers:
                return numbers[answer]

    def finish_plan(self, plan: Plan, occasion: Occasion) -> ExitCode:
        """The end of a run with --plan-only: the plan is shown, and written where --report says."""
        self.report(Planned(plan.lines))
        self.write_receipt(plan_receipt(occasion, plan))
        self.report(Finished(ExitCode.DONE, occasion.organization.id))
        return ExitCode.DONE

    def confirm(self, plan: Plan, state: TenantState) -> None:
        """Shows the plan and asks for agreement. Raises `Cancelled` where the person says no.

        The answer is the name of the tenant, so that nobody changes the wrong one by a reflex.
        """
        self.report(Planned(plan.lines))
        if self.arguments.yes:
            return
        organization = state.organization
        word = organization.domain.partition(".")[0] or organization.id  # a tenant may have no verified domain
        prompt = translate("Console", "Type “{word}” to do this in {name}:")
        self.output.say(prompt.format(word=word, name=organization.name or organization.id))
        answer = sys.stdin.readline().strip()
        if not answer or answer.lower() != word.lower():
            raise Cancelled

    def agree(self, plan: Plan, state: TenantState) -> bool:
        """Asks about a plan that was made anew during the run, as `confirm` does."""
        self.confirm(plan, state)
        return True

    def say_leftover_consent(self) -> None:
        """Says that the sign-in itself may leave a consent in the tenant, and where to look at it."""
        client = self.arguments.sign_in_client or self.manifest.sign_in_client
        self.output.say(leftover_consent())
        if address := leftover_consent_address(self.environment.cloud, client):
            self.output.say(f"  {address}")

    def try_to_write(self, write: Callable[[], object]) -> None:
        """Writes a document about finished work; a failure is reported, and the work stays a success.

        Another exit code would make scripts run again, and make a second secret, for the sake of a document.
        """
        try:
            write()
        except SetupError as error:
            self.report(Failed(error))

    def write_receipt(self, receipt: Receipt) -> None:
        """Writes it where --report says, if it does."""
        if self.arguments.report:
            write_report(receipt, Path(self.arguments.report), self.arguments.force, self.environment.print_pdf)


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
