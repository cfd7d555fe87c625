"""Events as JSON, one object a line: a public interface, whose names and keys stay; nothing else knows them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final

from installer.events import (
    ApplicationKnown,
    CertificateMade,
    Compared,
    ConsentPending,
    DecisionAsked,
    Delivered,
    EnrolmentRead,
    Event,
    Failed,
    Finished,
    GraphCall,
    GuideWritten,
    HealthChecked,
    Planned,
    SignedIn,
    SignInBrowser,
    SignInDeviceCode,
    StepDone,
    StepFailed,
    StepStarted,
    StepWaiting,
    Verified,
    Warned,
)
from installer.model import (
    AnyLine,
    ChangedByUs,
    Ending,
    Enrolment,
    Fate,
    Finding,
    Health,
    HealthReason,
    Lack,
    MissingPermission,
    Owned,
    PlanLine,
    Question,
    Reason,
    RolledCertificate,
    Thing,
    Verdict,
    reason_line,
    rfc3339,
)
from installer.texts import Explanation, explain, health_reason, reason_sentence

Json = dict[str, Any]

_THINGS: Final = {
    Thing.APPLICATION: "application",
    Thing.SERVICE_PRINCIPAL: "service_principal",
    Thing.PERMISSION: "permission",
    Thing.DELEGATED_PERMISSION: "delegated",
    Thing.SECRET: "secret",
    Thing.CERTIFICATE: "certificate",
    Thing.CREDENTIAL: "secret",
    Thing.TOKEN: "token",
    Thing.FEDERATION: "federated_credential",
    Thing.PRINCIPAL_SECRET: "service_principal_secret",
    Thing.PRINCIPAL_CERTIFICATE: "service_principal_certificate",
    Thing.EXTRA_PERMISSION: "extra_permission",
    Thing.DECLARED_PERMISSION: "declared_permission",
    Thing.OWNER: "owner",
    Thing.PRINCIPAL_OWNER: "service_principal_owner",
    Thing.REDIRECT_ADDRESS: "redirect_uri",
    Thing.PUBLIC_CLIENT: "public_client",
    Thing.AUDIENCE: "audience",
    Thing.DISABLED: "disabled",
}
_KEYS: Final = {
    (Thing.APPLICATION, Fate.RESTORED): "deleted_application",
    (Thing.APPLICATION, Fate.PURGED): "deleted_application",
    (Thing.APPLICATION, Fate.LEFT): "other_application",
    (Thing.PERMISSION, Fate.AWAITED): "awaited_permission",
    (Thing.SECRET, Fate.KEPT): "kept_secret",
    (Thing.SECRET, Fate.TAKEN_AWAY): "foreign_secret",
    (Thing.SECRET, Fate.IN_QUESTION): "foreign_secret",
    (Thing.CERTIFICATE, Fate.TAKEN_AWAY): "foreign_certificate",
    (Thing.CERTIFICATE, Fate.IN_QUESTION): "foreign_certificate",
    (Thing.SECRET, Fate.REMOVED): "old_secret",
    (Thing.SECRET, Fate.REMOVED_WITH_APPLICATION): "kept_secret",
    (Thing.SECRET, Fate.CLEANED_UP): "undelivered_secret",
    (Thing.CERTIFICATE, Fate.KEPT): "kept_certificate",
    (Thing.CERTIFICATE, Fate.REMOVED): "old_certificate",
    (Thing.CERTIFICATE, Fate.REMOVED_WITH_APPLICATION): "kept_certificate",
    (Thing.CERTIFICATE, Fate.CLEANED_UP): "undelivered_certificate",
}
"""Where a change has another key than its thing."""
_ACTIONS: Final = {
    Fate.CREATED: "create",
    Fate.COMPLETED: "update",
    Fate.RESTORED: "update",
    Fate.PURGED: "delete",
    Fate.GRANTED: "grant",
    Fate.AWAITED: "none",
    Fate.KEPT: "none",
    Fate.REMOVED: "delete",
    Fate.REMOVED_WITH_APPLICATION: "delete",
    Fate.CLEANED_UP: "delete",
    Fate.TAKEN_AWAY: "delete",
    Fate.IN_QUESTION: "none",
    Fate.UNREAD: "none",
    Fate.LEFT: "none",
}
_WAITS: Final = {Fate.IN_QUESTION: "in_question", Fate.UNREAD: "unread", Fate.LEFT: "left"}
"""The states of what a plan does not touch, where that is not because it is as it should be."""
_STATES: Final = {
    Verdict.IN_PLACE: "in_place",
    Verdict.MISSING: "missing",
    Verdict.REFUSED: "refused",
    Verdict.DISABLED: "disabled",
    Verdict.EXTRA: "extra",
    Verdict.TOLERATED: "tolerated",
    Verdict.ENDS_SOON: "ends_soon",
    Verdict.ENDED: "ended",
}


def to_line(event: Event, role_names: list[str]) -> str:
    """The event as one line of JSON. `role_names` are the account's directory roles in words.

    In ASCII alone: Windows PowerShell 5.1 reads pipes in the code page of the country.
    """
    time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    name, facts = _facts(event, role_names)
    return json.dumps({"event": name, "time": time, **facts})


def _facts(event: Event, role_names: list[str]) -> tuple[str, Json]:
    match event:
        case EnrolmentRead():
            return "enrolment", _enrolment(event.enrolment)
        case SignInBrowser():
            return "sign_in.browser", {"url": event.url}
        case SignInDeviceCode():
            return "sign_in.device_code", {
                "verification_uri": event.verification_uri,
                "user_code": event.user_code,
                "expires_in": event.expires_in,
            }
        case SignedIn():
            return "signed_in", _signed_in(event, role_names)
        case Planned():
            return "plan", {"changes": [plan_change(line) for line in event.lines]}
        case DecisionAsked():
            return "decision", _decision(event.question)
        case ApplicationKnown():
            return "application", {"client_id": event.client_id, "app_object_id": event.object_id}
        case StepStarted():
            return "step.started", {"key": event.step}
        case StepWaiting():
            return "step.waiting", {
                "key": event.step,
                "reason": event.reason,
                "seconds": round(event.seconds, 1),
                **_known(request_id=event.request_id),
            }
        case StepDone():
            return "step.done", {"key": event.step, "seconds": round(event.seconds, 3)}
        case StepFailed():
            return "step.failed", {"key": event.step, **_known(request_id=event.request_id)}
        case GraphCall():
            call: Json = {"method": event.method, "path": event.path, "status": event.status}
            call |= {"parts": list(event.parts)} if event.parts else {}
            return "graph.call", {**call, **_known(request_id=event.request_id)}
    return _ending(event)


def _ending(event: Event) -> tuple[str, Json]:
    match event:
        case Compared():
            return "comparison", {"findings": [comparison_finding(line) for line in event.lines]}
        case ConsentPending():
            return "consent.pending", {"url": event.url, "app_id": event.app_id}
        case HealthChecked():
            return "health", _health(event.health)
        case Verified():
            proof = event.proof
            roles = {"granted": list(proof.granted), "missing": list(proof.missing), "extra": list(proof.extra)}
            return "verified", {"token": proof.token, "roles": roles, "reads": dict(proof.reads)}
        case Delivered():
            bundle = event.bundle
            return "bundle", {"path": bundle.path, "sha256": bundle.sha256, "recipients": list(bundle.recipients)}
        case GuideWritten():
            return "guide", {"path": event.path, "sha256": event.sha256}
        case CertificateMade():
            return "certificate", {
                "key_path": event.key_path,
                "path": event.path,
                "thumbprint_sha1": event.thumbprint_sha1,
                "thumbprint_sha256": event.thumbprint_sha256,
                "expires": event.expires,
            }
        case Finished():
            credential = event.credential
            facts: Json = {"exit_code": event.exit_code}
            facts |= _known(tenant_id=event.tenant_id, client_id=event.client_id, app_object_id=event.app_object_id)
            if credential:
                facts["credential"] = {
                    "kind": credential.kind,
                    "key_id": credential.key_id,
                    "expires": credential.expires,
                }
            elif event.kept:
                facts["credential"] = None
            if event.proven is not None:
                facts["proven"] = event.proven
            facts |= _known(expires=event.expires)
            return "finished", facts | {"warnings": list(event.warnings)}
        case Warned():
            words = explain(event.problem)
            return "warning", {"code": words.code, "what": words.sentence, **_known(detail=words.detail or None)}
        case Failed():
            words = explain(event.error)
            sentences: Json = {
                "code": words.code,
                "title": words.title,
                "what": _with_items(words),
                "hint": words.console_hint,
            }
            sentences |= {"items": list(words.items)} if words.items else {}
            sentences |= _known(tenant_id=event.tenant_id, client_id=event.client_id, app_object_id=event.app_object_id)
            return "error", sentences | _known(
                detail=words.detail or None, request_id=words.request_id, correlation_id=words.correlation_id
            )
    raise AssertionError(f"no JSON for {type(event).__name__}")


def _enrolment(found: Enrolment) -> Json:
    facts: Json = {"path": found.path, "mode": found.mode}
    if public := found.certificate:
        facts["certificate"] = {
            "subject": public.subject,
            "expires": rfc3339(public.expires),
            "thumbprint_sha1": public.thumbprint_sha1,
            "thumbprint_sha256": public.thumbprint_sha256,
        }
    if recipient := found.recipient:
        facts["recipient"] = {"key": recipient.key, "fingerprint": recipient.fingerprint}
    facts |= _known(issuer=found.issuer, subject=found.subject, audience=found.audience)
    return facts | _known(profile=found.profile, tenant=found.tenant, client=found.client)


def _signed_in(event: SignedIn, role_names: list[str]) -> Json:
    return {
        "tenant_id": event.organization.id,
        "tenant_name": event.organization.name,
        "domain": event.organization.domain,
        "account": event.account.username,
        "roles": role_names,
        "can_register": event.rights.can_register.value,
        "can_consent": event.rights.can_consent.value,
    }


def _decision(question: Question) -> Json:
    """`found` tells each reason with its facts; `reasons` names each kind once."""
    found = question.application
    return {
        "application": {
            "client_id": found.client_id,
            "object_id": found.object_id,
            "name": found.name,
            "created": rfc3339(found.created) if found.created else None,
        },
        "reasons": list(question.codes),
        "found": [_reason(reason) for reason in question.reasons],
        "ways": list(question.ways),
    }


def _health(health: Health) -> Json:
    """`found` tells each reason with its facts; `told` is to be known, and is no reason."""
    facts: Json = {"state": health.state, "reasons": list(health.codes)}
    facts |= {"looked_at": list(health.looked_at), "not_looked_at": list(health.not_looked_at)}
    facts |= {"found": [_health_reason(reason) for reason in health.reasons]}
    facts |= {"told": [_reason(reason) for reason in health.told], "by_description": health.by_description}
    return facts | _known(expires=rfc3339(health.ends) if health.ends else None)


def _health_reason(reason: HealthReason) -> Json:
    if not isinstance(reason, Lack | Ending):
        return _reason(reason)
    subject = {"subject": reason.name} if isinstance(reason, MissingPermission) else {}
    return {"reason": reason.code, "what": health_reason(reason), **subject}


def _reason(reason: Reason) -> Json:
    line = reason_line(reason, Fate.IN_QUESTION)
    facts: Json = {"subject": subject} if (subject := _subject(line)) else {}
    if isinstance(reason, Owned):
        facts |= {"id": reason.owner.id, "manages": reason.owner.manages}
    if isinstance(reason, RolledCertificate):
        start = rfc3339(reason.entry.start) if reason.entry.start else None
        facts |= {"thumbprint": reason.entry.thumbprint, "begins": start}
    if isinstance(reason, ChangedByUs):
        facts |= {"changed": list(reason.changed), "restored": list(reason.restored)}
    return {"reason": reason.code, "what": reason_sentence(reason), **facts, **_end(line)}


def plan_change(line: PlanLine) -> dict[str, str]:
    """One entry of `changes` in the event `plan`."""
    key = _KEYS.get((line.thing, line.status), _THINGS[line.thing])
    state = {"state": _WAITS[line.status]} if line.status in _WAITS else {}
    return {"key": key, "action": _ACTIONS[line.status], "subject": _subject(line), **state, **_end(line)}


def comparison_finding(line: Finding) -> dict[str, str]:
    """One entry of `findings` in the event `comparison`."""
    thing, state = _THINGS[line.thing], _STATES[line.status]
    return {"thing": thing, "subject": _subject(line), "state": state, **_end(line)}


def _subject(line: AnyLine) -> str:
    return line.key_id or line.name


def _end(line: AnyLine) -> dict[str, str]:
    return {"end": rfc3339(line.end)} if line.end else {}


def _with_items(words: Explanation) -> str:
    """`what` has always named the candidates; `items` has them one by one."""
    return " ".join((words.what, "; ".join(words.items))).strip()


def _known(**facts: str | None) -> Json:
    """Only the facts that there are."""
    return {key: value for key, value in facts.items() if value is not None}
