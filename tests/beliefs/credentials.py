"""What is believed of credentials: how a secret is shown and removed, certificates, the policies on both."""

from dataclasses import replace

from installer.demo import ResetAfter, Rule, Status
from installer.errors.base import ExitCode
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import (
    ADD_SECRET,
    APPLICATION,
    OWN_TOKEN,
    always,
    body,
    both,
    no_token,
    once,
    refused,
    status,
    with_field,
    without,
)
from tests.faults.commands import OURS, SETUP
from tests.tenants import SCENARIOS

_CERTIFICATE = (*SETUP, "--credential", "certificate")
_SEVEN_MONTHS = {
    "applicationRestrictions": {
        "passwordCredentials": [{"restrictionType": "passwordLifetime", "state": "enabled", "maxLifetime": "P7M"}]
    }
}
_POLICY_BY_WORDS = both(with_field("code", "Request_BadRequest"), with_field("details", []))
_UNTRUSTED = "The certificate is not issued by a trusted certificate authority as per assigned policy."

CREDENTIALS = (
    Belief(
        "A new secret is answered by 200",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "any success that shows the secret is one",
        Contradiction(rules=(once(ADD_SECRET, status(201)),)),
    ),
    Belief(
        "The answer to a new secret has its key id",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "it is removed as one whose answer was lost, and made again; else the run stops, and the mark stays",
        Contradiction(
            rules=(always(ADD_SECRET, without("keyId"), host="graph"),),
            ends=Ends(ExitCode.PART_WAY, ("Client secret", "Run it again")),
        ),
    ),
    Belief(
        "The answer to a new secret shows its value",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "it is removed as one whose answer was lost, and made again",
        Contradiction(rules=(once(ADD_SECRET, without("secretText")),)),
    ),
    Belief(
        "Secrets are letters, digits and -._~",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests; Microsoft documents no alphabet",
        "any text reaches the bundle and the token service as it is",
        Contradiction(scenario=replace(SCENARIOS["clean"], secret_alphabet="\"'\\<>&%{}$# =+é\u00a0")),
    ),
    Belief(
        "Moments have no fractions, as they were sent",
        Grade.RECORDED,
        "Azure CLI, recordings: up to seven digits in the answers to writes",
        "they are read to the second: a secret whose answer was lost is found by its end",
        Contradiction(
            rules=(
                Rule(ResetAfter(), "graph", "POST", ADD_SECRET),
                once(ADD_SECRET, with_field("endDateTime", lambda old: old.replace("Z", ".1234567Z")), index=1),
                always(
                    APPLICATION,
                    with_field(
                        "passwordCredentials",
                        lambda old: [
                            {**entry, "endDateTime": entry["endDateTime"].replace("Z", ".0000000+00:00")}
                            for entry in old
                        ],
                    ),
                    host="graph",
                    method="GET",
                ),
            ),
        ),
    ),
    Belief(
        "A secret has a hint, a beginning and an identifier",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "only its key id and its end are needed",
        Contradiction(
            rules=(
                once(ADD_SECRET, without("hint", "startDateTime", "customKeyIdentifier", "displayName")),
                always(r"/applications", without("hint", "startDateTime", "customKeyIdentifier")),
            ),
            scenario=OURS,
        ),
    ),
    Belief(
        "Removing a secret that is gone is refused with known words",
        Grade.RECORDED,
        "Azure CLI, recording of a repeated removal",
        "it is told as not revoked, and the mark lets the next run look again",
        Contradiction(
            rules=(
                no_token(OWN_TOKEN, 7000218, "Something is missing."),
                always(
                    "/removePassword",
                    both(status(400), body({"error": {"code": "Request_BadRequest", "message": "Vanished."}})),
                    host="graph",
                ),
            ),
            ends=Ends(ExitCode.VERIFICATION, ("could not be revoked: run it again",)),
        ),
    ),
    Belief(
        "A policy on lifetimes may be read",
        Grade.DOCUMENTED,
        "Microsoft Graph, get tenantAppManagementPolicy: Policy.Read.All, which the sign-in does not have",
        "the longest lifetime is found by trial, and what was tried is removed",
        Contradiction(
            rules=(),
            ends=Ends(ExitCode.POLICY, ("at most 180 days",)),
            scenario=SCENARIOS["policy-lifetime"],
            again=ExitCode.POLICY,
        ),
    ),
    Belief(
        "A policy tells lifetimes in days",
        Grade.DOCUMENTED,
        "Microsoft Graph, passwordCredentialConfiguration: maxLifetime is a duration of ISO 8601",
        "years, months and weeks are understood as well",
        Contradiction(
            rules=(Rule(Status(200, body=_SEVEN_MONTHS), "graph", "GET", "defaultAppManagementPolicy"),),
            ends=Ends(ExitCode.POLICY, ("at most 210 days",)),
            scenario=SCENARIOS["policy-lifetime"],
            again=ExitCode.POLICY,
        ),
    ),
    Belief(
        "A policy refuses with a code of its own",
        Grade.QUOTED,
        "Azure/azure-cli, issues: CredentialInvalidLifetimeAsPerAppPolicy",
        "its sentence is recognized as well",
        Contradiction(
            rules=(always(ADD_SECRET, _POLICY_BY_WORDS, host="graph"),),
            ends=Ends(ExitCode.POLICY, ("180 days",)),
            scenario=SCENARIOS["policy-lifetime"],
            again=ExitCode.POLICY,
        ),
    ),
    Belief(
        "A certificate may be signed by itself",
        Grade.DOCUMENTED,
        "Microsoft Graph, keyCredentialConfiguration: trustedCertificateAuthority; how it refuses is not documented",
        "a refusal that speaks of an authority is told as that; the application and its consents stay",
        Contradiction(
            rules=(
                refused(
                    APPLICATION, 400, "Request_BadRequest", _UNTRUSTED, host="part", method="PATCH", index=1, times=1
                ),
            ),
            ends=Ends(ExitCode.POLICY, ("trusted certificate authority",)),
            argv=_CERTIFICATE,
        ),
    ),
    Belief(
        "Keys that are sent back empty are kept",
        Grade.DOCUMENTED,
        "Microsoft Graph, update application: keyCredentials replaces the whole list",
        "a refusal stops the run: no key is lost, and a later run goes on",
        Contradiction(
            rules=(
                refused(
                    APPLICATION,
                    400,
                    "Request_BadRequest",
                    "Key value is missing.",
                    host="part",
                    method="PATCH",
                    index=1,
                    times=1,
                ),
            ),
            ends=Ends(ExitCode.PART_WAY, ("Certificate", "400")),
            argv=_CERTIFICATE,
            before=(_CERTIFICATE,),
        ),
    ),
)
