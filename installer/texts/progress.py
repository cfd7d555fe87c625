"""Steps and events in words. The progress log is made from events, so it can switch language and holds no secrets."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from installer.events import (
    Delivered,
    Event,
    GraphCall,
    SignedIn,
    SignInBrowser,
    SignInDeviceCode,
    Step,
    StepDone,
    StepFailed,
    StepStarted,
    StepWaiting,
    Verified,
    WaitReason,
)
from installer.texts.language import translate


def step_title(step: Step) -> str:
    """A step in the language in use."""
    return {
        Step.SIGN_IN: translate("Steps", "Sign in"),
        Step.INSPECT: translate("Steps", "Read the tenant"),
        Step.RESTORE: translate("Steps", "Restoration from the recycle bin"),
        Step.PURGE: translate("Steps", "Final deletion from the recycle bin"),
        Step.APPLICATION: translate("Steps", "App registration"),
        Step.SERVICE_PRINCIPAL: translate("Steps", "Enterprise application"),
        Step.CLEAN: translate("Steps", "Removal of what does not belong"),
        Step.LOOK_AGAIN: translate("Steps", "Last check of the application"),
        Step.CONSENT: translate("Steps", "Admin consent"),
        Step.CLEAN_UP: translate("Steps", "Removal of old credentials"),
        Step.CREDENTIAL: translate("Steps", "Client secret"),
        Step.CERTIFICATE: translate("Steps", "Certificate"),
        Step.FEDERATION: translate("Steps", "Federated credential"),
        Step.TOKEN: translate("Steps", "Check with the credentials"),
        Step.READS: translate("Steps", "Trial read of OneDrive and SharePoint"),
        Step.DELIVER: translate("Steps", "Credentials file"),
        Step.REVOKE: translate("Steps", "Revocation of the undelivered secret"),
        Step.REMOVE: translate("Steps", "Removal of the application"),
    }[step]


def waiting(event: StepWaiting) -> str:
    """Why a step is waiting, in one sentence."""
    match event.reason:
        case WaitReason.REPLICATION:
            return translate(
                "Steps", "Microsoft is still replicating the change; this usually takes less than a minute."
            )
        case WaitReason.THROTTLED:
            seconds = QLocale().toString(max(1, round(event.seconds)))
            return translate("Steps", "Microsoft is busy; next attempt in {seconds} s.").format(seconds=seconds)
        case WaitReason.NETWORK:
            return translate("Steps", "The connection was interrupted; trying again.")


def event_line(event: Event) -> str | None:
    """One line of the progress log; None for an event that does not appear in it."""
    match event:
        case SignInBrowser():
            return translate("Log", "Waiting for the sign-in in the browser")
        case SignInDeviceCode():
            return translate("Log", "Waiting for the device code to be entered")
        case SignedIn():
            return translate("Log", "Signed in to {tenant}").format(tenant=event.organization.name)
        case StepStarted():
            return translate("Log", "{step}…").format(step=step_title(event.step))
        case StepWaiting():
            return waiting(event)
        case StepDone():
            seconds = QLocale().toString(event.seconds, "f", 1)
            return translate("Log", "{step}: done ({seconds} s)").format(step=step_title(event.step), seconds=seconds)
        case StepFailed():
            return translate("Log", "{step}: failed").format(step=step_title(event.step))
        case GraphCall():
            statuses = " ".join(map(str, event.parts)) or str(event.status)
            call = f"{event.method} {event.path} → {statuses}"
            return f"{call}  (request-id {event.request_id})" if event.request_id else call
        case Verified():
            line = translate("Log", "Permissions granted: {granted} of {asked}")
            if event.proof.token:
                line = translate("Log", "Token obtained, permissions: {granted} of {asked}")
            granted = len(event.proof.granted)
            return line.format(granted=granted, asked=granted + len(event.proof.missing))
        case Delivered() if event.bundle.plain:
            return translate("Log", "File written; nothing in it is secret: {path}").format(path=event.bundle.path)
        case Delivered():
            return translate("Log", "Encrypted file written: {path}").format(path=event.bundle.path)
    return None
