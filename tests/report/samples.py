"""Receipts: of a tenant made up for the purpose, and of real runs against an embedded one."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from installer.bundle.age import parse_recipients
from installer.config.clouds import load_cloud
from installer.config.manifest import load_manifest
from installer.delivery import deliver
from installer.demo import Tenant
from installer.errors.proof import ApplicationBlocked, ReadRefused, Unproven
from installer.events import CredentialFacts
from installer.model import (
    GRAPH_APP_ID,
    PORTAL_TAG,
    Able,
    Account,
    Application,
    Bundle,
    Choices,
    ClientSecret,
    CredentialEntry,
    CredentialKind,
    CredentialSpec,
    Exposure,
    Organization,
    Prepare,
    Proof,
    Remove,
    Renew,
    Rights,
    SetUp,
    Target,
    TenantState,
    lifetime,
    rfc3339,
    utc_now,
)
from installer.registration import Demand, Plan, compare, plan, register
from installer.report import (
    Occasion,
    Outcome,
    Receipt,
    check_receipt,
    credential_facts,
    plan_receipt,
    result_receipt,
)
from installer.sign_in import AppSignIn
from tests.engine import Engine

MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
END = MOMENT + lifetime(12)
TENANT_ID, CLIENT_ID, OBJECT_ID, PRINCIPAL_ID, KEY_ID, OLD_KEY_ID, ACCOUNT_ID = (
    f"{digit * 8}-0000-4000-8000-{digit * 12}" for digit in "1234567"
)
SHA256 = "9c1f" * 16
RECIPIENT = "age1" + "q" * 58
MANIFEST = load_manifest()
PROFILE = MANIFEST.profiles[0]
TARGET, YEAR = Target(PROFILE, MANIFEST.application_name), CredentialSpec(12)
FACTS = CredentialFacts(CredentialKind.SECRET, KEY_ID, rfc3339(END))
ROLES = {permission.name: permission.id for permission in PROFILE.permissions}
NAMES = tuple(sorted(ROLES))
PROOF = Proof(NAMES, (), (), dict.fromkeys(ROLES, 200))
BUNDLE = Bundle("/home/ada/glimps-odsp-contoso.onmicrosoft.com-2026-11-24.age", SHA256, (RECIPIENT,))
CONTOSO = Organization(TENANT_ID, "Contoso SA", "contoso.onmicrosoft.com")
ADA = Account(TENANT_ID, ACCOUNT_ID, "admin@contoso.onmicrosoft.com", "Ada Lambert")
APPLICATION = Application(
    OBJECT_ID,
    CLIENT_ID,
    MANIFEST.application_name,
    MOMENT,
    MANIFEST.unique_name,
    (MANIFEST.tag,),
    tuple((GRAPH_APP_ID, role_id, "Role") for role_id in ROLES.values()),
    (CredentialEntry(CredentialKind.SECRET, OLD_KEY_ID, MANIFEST.secret_description, MOMENT, END),),
    PRINCIPAL_ID,
    frozenset(ROLES.values()),
    (PORTAL_TAG,),
    audience="AzureADMyOrg",
    exposure=Exposure(),
)
OUTCOME = Outcome(APPLICATION, FACTS, PROOF, BUNDLE)
SAID = "Tenant does not have a SPO license."
WARNED = replace(
    OUTCOME,
    proof=replace(PROOF, reads={**PROOF.reads, NAMES[-2]: 400}),
    warnings=(ReadRefused(NAMES[-2:-1], 400, SAID),),
)
UNPROVEN = replace(OUTCOME, proof=replace(PROOF, reads={}, token=False), warnings=(Unproven(),))
UNPROVEN.warnings[0].__cause__ = ApplicationBlocked("", None, 53003)


def occasion(organization: Organization = CONTOSO, account: Account = ADA) -> Occasion:
    rights = Rights((MANIFEST.roles[0].template_id,), Able.CAN, Able.CAN)
    return Occasion(MOMENT, load_cloud(None), organization, account, rights, MANIFEST, PROFILE)


def state(application: Application | None) -> TenantState:
    return TenantState(CONTOSO, occasion().rights, "graph", ROLES, application, ())


def plan_for(choices: Choices, application: Application | None) -> Plan:
    return plan(MANIFEST, choices, state(application), MOMENT, MANIFEST.notes.en)


def setup_plan(application: Application | None = None) -> Plan:
    return plan_for(SetUp(TARGET, YEAR), application)


def samples() -> dict[str, Receipt]:
    """One receipt of each sort."""
    here, removal = occasion(), plan_for(Remove(TARGET), APPLICATION)
    preparation = plan_for(Prepare(TARGET), None)
    renewal = plan_for(Renew(TARGET, YEAR), APPLICATION)
    unconsented = replace(APPLICATION, granted=frozenset())
    gap = Proof(NAMES[1:], NAMES[:1], ("Mail.Read",), {}, token=False)
    return {
        "plan": plan_receipt(here, setup_plan()),
        "plan-preparation": plan_receipt(here, preparation),
        "plan-renewal": plan_receipt(here, renewal),
        "plan-removal": plan_receipt(here, removal),
        "result": result_receipt(here, setup_plan(), OUTCOME),
        "result-vault": result_receipt(here, setup_plan(), replace(OUTCOME, bundle=None)),
        "result-passphrase": result_receipt(
            here, setup_plan(), replace(OUTCOME, bundle=replace(BUNDLE, recipients=()))
        ),
        "result-warned": result_receipt(here, setup_plan(), WARNED),
        "result-unproven": result_receipt(here, setup_plan(), UNPROVEN),
        "result-preparation": result_receipt(here, preparation, Outcome(unconsented)),
        "result-renewal": result_receipt(here, renewal, OUTCOME),
        "result-removal": result_receipt(here, removal, Outcome(APPLICATION)),
        "check": check_receipt(here, APPLICATION, replace(PROOF, reads={}, token=False)),
        "check-gap": check_receipt(here, APPLICATION, gap),
    }


@dataclass(frozen=True)
class Run:
    """The receipts of one real run, before and after, and the value that must be in none of them."""

    before: Receipt
    after: Receipt
    check: Receipt
    secret: str


def run(tenant: Tenant, folder: Path) -> Run:
    """A whole `setup`, and a look at its result."""
    engine = Engine(tenant)
    found = engine.inspect()
    todo = engine.plan(found)
    here = Occasion(
        utc_now(),
        tenant.cloud,
        found.organization,
        replace(ADA, tenant_id=found.organization.id),
        found.rights,
        engine.manifest,
        engine.target.profile,
    )
    app_sign_in = AppSignIn(tenant.cloud, found.organization.id, engine.connection.transport, engine.cancel)
    demand = Demand(engine.manifest, engine.target.profile)
    made = register(todo, found, demand, engine.graph, app_sign_in, utc_now(), engine.report)
    recipients = parse_recipients(str(engine.identity.to_public()))
    bundle = deliver(made, recipients, folder / "bundle.age", False, "", engine.graph, engine.report)
    credentials = made.credentials
    assert isinstance(credentials.credential, ClientSecret)
    outcome = Outcome(credentials.application, credential_facts(credentials.credential), made.proof, bundle)
    later = engine.inspect()
    assert later.application is not None
    proof = compare(engine.manifest, engine.target.profile, later, later.application)
    return Run(
        plan_receipt(here, todo),
        result_receipt(here, todo, outcome),
        check_receipt(here, later.application, proof),
        credentials.credential.value.reveal(),
    )
