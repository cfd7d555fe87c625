"""Compares what the directory says about an application with the manifest; uses no credential, sends no request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from installer.model import (
    GRAPH_APP_ID,
    SOON,
    Application,
    Finding,
    Line,
    Manifest,
    Profile,
    Proof,
    TenantState,
    Thing,
    Verdict,
    credential_line,
)
from installer.registration.unique_name import is_our_unique_name


def is_ours(manifest: Manifest, application: Application) -> bool:
    """Whether this program created or completed the application; the display name is no evidence of that."""
    return is_our_unique_name(manifest, application.unique_name) or manifest.tag in application.tags


def compare(manifest: Manifest, profile: Profile, state: TenantState, found: Application) -> Proof:
    """The permissions by the directory: granted, missing, beyond the profile. Its `token` is False, its `reads` empty.

    Delegated permissions that the manifest does not tolerate count as beyond the profile.
    """
    names = {role: name for name, role in state.app_roles.items()}
    granted = {names.get(role, role) for role in found.granted}
    wanted = {permission.name for permission in profile.permissions}
    delegated = {permission for api, permission in _delegated(found) if (api, permission) not in _tolerated(manifest)}
    return Proof(
        granted=tuple(sorted(granted & wanted)),
        missing=tuple(sorted(wanted - granted)),
        extra=tuple(sorted((granted - wanted) | delegated)),
        reads={},
        token=False,
    )


def findings(
    manifest: Manifest, profile: Profile, state: TenantState, found: Application, now: datetime
) -> tuple[Finding, ...]:
    """Every line of the comparison: what is in place, missing, beyond the profile, expired or about to expire."""
    proof, tolerated = compare(manifest, profile, state, found), _tolerated(manifest)
    return (
        Line(Thing.APPLICATION, Verdict.IN_PLACE, found.name),
        Line(Thing.SERVICE_PRINCIPAL, _of_principal(found)),
        *proof_findings(profile, proof),
        *(
            Line(Thing.DELEGATED_PERMISSION, Verdict.TOLERATED, tolerated[declared])
            for declared in _delegated(found)
            if declared in tolerated
        ),
        *_credentials(found, now),
    )


def proof_findings(profile: Profile, proof: Proof) -> tuple[Finding, ...]:
    """The lines about permissions: those of the profile in its order, then those beyond it."""
    wanted = [permission.name for permission in profile.permissions]
    return (
        *(Line(Thing.PERMISSION, _verdict(name, proof), name) for name in wanted),
        *(Line(Thing.PERMISSION, Verdict.EXTRA, name) for name in proof.extra),
    )


def _verdict(name: str, proof: Proof) -> Verdict:
    if name not in proof.granted:
        return Verdict.MISSING
    return Verdict.IN_PLACE if proof.reads.get(name, 200) == 200 else Verdict.REFUSED


def _of_principal(found: Application) -> Verdict:
    if not found.service_principal_id:
        return Verdict.MISSING
    return Verdict.IN_PLACE if found.enabled else Verdict.DISABLED


def _delegated(found: Application) -> Iterator[tuple[str, str]]:
    """The delegated permissions that the application declares: (the API's client id, the permission's id)."""
    return ((api, permission) for api, permission, kind in found.required if kind == "Scope")


def _tolerated(manifest: Manifest) -> Mapping[tuple[str, str], str]:
    return {(GRAPH_APP_ID, permission): name for permission, name in manifest.tolerated.items()}


def _credentials(found: Application, now: datetime) -> Iterator[Finding]:
    if not found.credentials:
        yield Line(Thing.CREDENTIAL, Verdict.MISSING)
    for entry in found.credentials:
        verdict = Verdict.IN_PLACE
        if entry.end is not None and entry.end <= now + SOON:
            verdict = Verdict.ENDED if entry.end <= now else Verdict.ENDS_SOON
        yield credential_line(entry, verdict)
