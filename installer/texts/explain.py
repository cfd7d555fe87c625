"""An error in words: what is wrong, what happened, what to do. The one place that turns errors into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from installer import errors
from installer.model import CredentialKind
from installer.texts.graph_errors import KNOWN, explain_graph
from installer.texts.input_errors import explain_input
from installer.texts.language import translate
from installer.texts.network_errors import explain_network
from installer.texts.progress import step_title
from installer.texts.refusals import explain_refusal, refused_credential
from installer.texts.rights_errors import done_before, explain_rights
from installer.texts.words import Words, file_fault, joined


@dataclass(frozen=True, slots=True)
class Explanation:
    """`code` is stable, for machines; `details` are ids and Microsoft's own words, for support."""

    code: str
    title: str
    what: str
    hint: str
    option: str = ""
    request_id: str | None = None
    correlation_id: str | None = None

    @property
    def console_hint(self) -> str:
        """The hint with the option or command that does what it says."""
        return f"{self.hint.removesuffix('.')} ({self.option})." if self.option else self.hint

    @property
    def sentence(self) -> str:
        """All of it in one line, for the console."""
        return " ".join(part for part in (self.what or self.title, self.console_hint) if part)


def explain(error: BaseException) -> Explanation:
    """Words for any error; one that is not ours is told as unexpected, without its text, which may quote anything."""
    words = _words(error)
    code = re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()
    if isinstance(error, errors.SignInRefused) and error.code:
        code = f"AADSTS{error.code}"
    return Explanation(
        code,
        words.title,
        words.what,
        words.hint,
        words.option,
        getattr(error, "request_id", None),
        getattr(error, "correlation_id", None),
    )


def _words(error: BaseException) -> Words:
    match error:
        case errors.BadInput():
            return explain_input(error)
        case errors.SignInError():
            return explain_refusal(error)
        case errors.NetworkError():
            return explain_network(error)
        case errors.Cancelled():
            return Words(translate("Errors", "Cancelled"), translate("Errors", "Stopped at your request."), "")
        case errors.NotEnoughRights():
            return explain_rights(error)
        case errors.VerificationFailed():
            return _verification(error)
        case errors.PolicyForbids():
            return _policy(error)
        case errors.StoppedPartWay():
            return _part_way(error)
        case errors.DeliveryFailed():
            return _delivery(error)
        case errors.GraphError():
            return explain_graph(error)
    return Words(
        translate("Errors", "Unexpected error"),
        translate("Errors", "Something went wrong that this program did not foresee ({kind}).").format(
            kind=type(error).__name__
        ),
        translate("Errors", "Run it again; if the problem persists, send GLIMPS the diagnostic log."),
        "--log",
    )


def _part_way(error: errors.StoppedPartWay) -> Words:
    """Where it stopped, why, and what is in place; the cause's own advice where running again is not enough."""
    stopped = translate("Errors", "It stopped at the step “{step}”.").format(step=step_title(error.step))
    cause = _words(error.__cause__) if isinstance(error.__cause__, errors.SetupError) else None
    parts = (stopped, cause.what if cause else "", done_before(error.done))
    again = translate("Errors", "Run it again: it will find what exists and finish the rest.")
    known = isinstance(error.__cause__, errors.GraphError) and error.__cause__.code in KNOWN
    return Words(
        translate("Errors", "Setup stopped part-way"),
        " ".join(part for part in parts if part),
        f"{cause.hint} {again}" if cause and known else again,
    )


def _verification(error: errors.VerificationFailed) -> Words:
    if error.proof is None:
        what, hint = refused_credential(error.code)
        if error.revoked is None:
            return Words(translate("Errors", "The credentials could not be verified"), what, hint)
    elif error.proof.missing:
        what = translate("Errors", "The application lacks: {permissions}.").format(
            permissions=joined(error.proof.missing)
        )
    else:
        refused = [name for name, status in error.proof.reads.items() if status != 200]
        what = translate("Errors", "Microsoft refused the trial read for: {permissions}.").format(
            permissions=joined(refused)
        )
    if error.revoked is None:
        hint = translate("Errors", "Setting up adds what is missing, and nothing else.")
    elif error.revoked:
        hint = translate("Errors", "The new secret was revoked. Run it again in a few minutes.")
    else:
        hint = translate("Errors", "The new secret could not be revoked: run it again, it will be removed then.")
    option = "setup" if error.revoked is None else ""
    return Words(translate("Errors", "The credentials could not be verified"), what, hint, option)


def _policy(error: errors.PolicyForbids) -> Words:
    if isinstance(error, errors.LifetimeTooLong):
        what = translate("Errors", "Your tenant’s policy does not allow a credential of {asked} days.").format(
            asked=error.asked
        )
        hint = translate("Errors", "Choose a shorter lifetime; the application and its consent stay as they are.")
        option = "--months"
        if error.longest is not None:
            hint = translate(
                "Errors", "Choose at most {longest} days; the application and its consent stay as they are."
            ).format(longest=error.longest)
            option = f"--months {max(1, error.longest // 30)}"
        return Words(translate("Errors", "The lifetime is limited by policy"), what, hint, option)
    assert isinstance(error, errors.CredentialForbidden)
    stays = translate("Errors", "the application and its consent stay as they are")
    if error.kind is CredentialKind.SECRET:
        return Words(
            translate("Errors", "Your tenant’s policy forbids secrets"),
            translate("Errors", "Client secrets may not be created for applications of this tenant; {stays}.").format(
                stays=stays
            ),
            translate("Errors", "Use a certificate instead."),
            "--credential certificate",
        )
    return Words(
        translate("Errors", "Your tenant’s policy forbids certificates"),
        translate("Errors", "Certificates may not be added to applications of this tenant; {stays}.").format(
            stays=stays
        ),
        translate(
            "Errors",
            "Ask a Security Administrator to exempt the application {app} from the app management policy, "
            "or use a client secret where it allows one.",
        ).format(app=error.app),
    )


def _delivery(error: errors.DeliveryFailed) -> Words:
    hint = (
        translate("Errors", "The secret was revoked: run it again with another place for the file.")
        if error.revoked
        else translate("Errors", "The secret is not lost: choose another place for the file.")
    )
    return Words(
        translate("Errors", "The encrypted file was not written"),
        translate("Errors", "{path} could not be written ({reason}).").format(
            path=error.path, reason=file_fault(error.reason)
        ),
        hint,
    )
