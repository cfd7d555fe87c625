"""The health of an application or credential in words. Says nothing about what was not checked."""

from __future__ import annotations

from collections.abc import Iterable

from installer.events import HealthChecked
from installer.model import (
    Aspect,
    Ending,
    Health,
    HealthReason,
    HealthState,
    MissingPermission,
    NoServicePrincipal,
    NothingLive,
    NoToken,
    UnknownCertificate,
)
from installer.texts.language import long_date, translate
from installer.texts.reasons import reason_sentence


def health_reason(reason: HealthReason) -> str:
    """A reason, as a part of a sentence: what is missing, does not belong or expires."""
    match reason:
        case NoToken():
            return translate("Health", "Microsoft gives no token for this credential")
        case NoServicePrincipal():
            return translate("Health", "its enterprise application (service principal) is missing")
        case MissingPermission(name):
            return translate("Health", "the permission {name} is missing").format(name=name)
        case NothingLive(expected=True):
            return translate("Health", "none of the credentials that were named is valid any longer")
        case NothingLive():
            return translate("Health", "no credential is valid any longer")
        case UnknownCertificate(thumbprint):
            words = translate("Health", "the certificate with the thumbprint {thumbprint} is not among the valid ones")
            return words.format(thumbprint=thumbprint)
        case Ending(end):
            return translate("Health", "the credential expires on {date}").format(date=long_date(end))
    return reason_sentence(reason)


def health_lines(checked: HealthChecked) -> list[str]:
    """The whole result, one line for each thing."""
    health = checked.health
    lines = [health_head(checked), *(f"- {health_reason(reason)}" for reason in health.reasons)]
    if health.told:
        lines.append(told_title())
        lines += [f"- {reason_sentence(reason)}" for reason in health.told]
    if health.by_description:
        lines.append(by_description_sentence())
    return [*lines, *_not_looked_at(health.not_looked_at)]


def health_line(checked: HealthChecked) -> str:
    """The result on one line, for a healthy application."""
    return " ".join([health_head(checked), *_not_looked_at(checked.health.not_looked_at)])


def told_title() -> str:
    """The heading above what is shown for comparison and does not count."""
    return translate("Health", "To be known and compared:")


def by_description_sentence() -> str:
    """The warning that only descriptions distinguish our credentials, since nobody said which ones are in use."""
    return translate("Health", "Our credentials were recognized by their description alone, which can be forged.")


def aspects_sentences(health: Health) -> list[str]:
    """What was checked, and what was not, as sentences."""
    names = ", ".join(aspect_name(aspect) for aspect in health.looked_at)
    return [translate("Health", "Checked: {aspects}.").format(aspects=names), *_not_looked_at(health.not_looked_at)]


def health_head(checked: HealthChecked, *, with_id: bool = True) -> str:
    """The state of the application that was checked; without its id if that is shown elsewhere."""
    health, subject = checked.health, checked.client_id
    if checked.name and not with_id:
        subject = translate("Health", "“{name}”").format(name=checked.name)
    elif checked.name:
        subject = translate("Health", "“{name}” ({id})").format(name=checked.name, id=checked.client_id)
    words = {
        HealthState.HEALTHY: translate("Health", "In order: {subject}."),
        HealthState.INCOMPLETE: translate("Health", "Incomplete: {subject}."),
        HealthState.QUESTIONABLE: translate("Health", "Questionable: {subject}."),
        HealthState.ENDING: translate("Health", "Expires soon: {subject}."),
    }[health.state].format(subject=subject)
    if health.state is HealthState.HEALTHY and health.ends:
        until = translate("Health", "The credential is valid until {date}.").format(date=long_date(health.ends))
        return f"{words} {until}"
    return words


def _not_looked_at(aspects: Iterable[Aspect]) -> list[str]:
    names = ", ".join(aspect_name(aspect) for aspect in aspects)
    return [translate("Health", "Not checked: {aspects}.").format(aspects=names)] if names else []


def aspect_name(aspect: Aspect) -> str:
    """What can be checked, as an item of a list."""
    return {
        Aspect.TOKEN: translate("Health", "whether a credential gets a token"),
        Aspect.PERMISSIONS: translate("Health", "the permissions needed"),
        Aspect.SERVICE_PRINCIPAL: translate("Health", "the enterprise application"),
        Aspect.DISABLED: translate("Health", "whether it is disabled"),
        Aspect.END: translate("Health", "when the credential expires"),
        Aspect.EXTRA_PERMISSIONS: translate("Health", "further permissions of Microsoft Graph"),
        Aspect.OTHER_APIS: translate("Health", "permissions of other APIs"),
        Aspect.CREDENTIALS: translate("Health", "other credentials"),
        Aspect.PRINCIPAL_CREDENTIALS: translate("Health", "credentials of the service principal"),
        Aspect.FEDERATED_CREDENTIALS: translate("Health", "federated credentials"),
        Aspect.OWNERS: translate("Health", "owners"),
        Aspect.REDIRECT_URIS: translate("Health", "redirect URIs"),
        Aspect.PUBLIC_CLIENT: translate("Health", "sign-in as a public client"),
        Aspect.AUDIENCE: translate("Health", "access from other organizations"),
        Aspect.DECLARED_PERMISSIONS: translate("Health", "permissions asked for"),
        Aspect.DELEGATED_PERMISSIONS: translate("Health", "delegated permissions"),
    }[aspect]
