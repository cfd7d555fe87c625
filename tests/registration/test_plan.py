"""The plan, state by state and purpose by purpose: the changes it holds, the lines it shows, the values in them."""

from dataclasses import dataclass, replace

import pytest

from installer.model import (
    Choices,
    CredentialKind,
    Fate,
    Line,
    OldCredentials,
    Prepare,
    Remove,
    Renew,
    SetUp,
    TenantState,
    Thing,
)
from installer.registration.changes import (
    AddCertificate,
    Change,
    CompleteApplication,
    CompleteServicePrincipal,
    CreateApplication,
    CreateSecret,
    CreateServicePrincipal,
    DeleteApplication,
    GrantConsent,
    LookAgain,
    PurgeApplication,
    RemoveCredentials,
    RestoreApplication,
    RestoreServicePrincipal,
)
from tests.registration.states import (
    CERTIFICATE,
    COMPLETE,
    FOREIGN,
    INTERRUPTED,
    LESS,
    MANIFEST,
    OURS,
    PAST,
    PROFILE,
    TARGET,
    UNDELIVERED,
    YEAR,
    declared,
    entry,
    planned,
    tenant,
)

NAME = MANIFEST.application_name
SETUP, RENEW, PREPARE, REMOVE = SetUp(TARGET, YEAR), Renew(TARGET, YEAR), Prepare(TARGET), Remove(TARGET)
OTHER_NAME = replace(TARGET, application_name="Another name")
NAMED = replace(TARGET, app="client")
EXPIRED = replace(COMPLETE, credentials=(entry("ended", PAST), entry("live"), entry("endless", None)))

APPLICATION_KEPT, PRINCIPAL_KEPT = (
    Line(Thing.APPLICATION, Fate.KEPT, NAME),
    Line(Thing.SERVICE_PRINCIPAL, Fate.KEPT, NAME),
)
APPLICATION_MADE, PRINCIPAL_MADE = (
    Line(thing, Fate.CREATED, NAME) for thing in (Thing.APPLICATION, Thing.SERVICE_PRINCIPAL)
)
COMPLETED = Line(Thing.APPLICATION, Fate.COMPLETED, NAME)
PRINCIPAL_COMPLETED = Line(Thing.SERVICE_PRINCIPAL, Fate.COMPLETED, NAME)
HIDDEN = replace(COMPLETE, principal_tags=("theirs",))
NEW_SECRET, NEW_CERTIFICATE = (Line(thing, Fate.CREATED, OURS) for thing in (Thing.SECRET, Thing.CERTIFICATE))
WHOLE = (CreateApplication, CreateServicePrincipal, GrantConsent)


def permissions(fate: Fate, start: int = 0, end: int | None = None) -> tuple[Line[Fate], ...]:
    return tuple(Line(Thing.PERMISSION, fate, permission.name) for permission in PROFILE.permissions[start:end])


def credential(key_id: str, fate: Fate, kind: CredentialKind = CredentialKind.SECRET) -> Line[Fate]:
    (found,) = (known for known in (*INTERRUPTED.credentials, *EXPIRED.credentials[::2]) if known.key_id == key_id)
    return Line(Thing.of(kind), fate, key_id=key_id, end=found.end)


@dataclass(frozen=True)
class Case:
    name: str
    state: TenantState
    choices: Choices
    changes: tuple[type[Change], ...]
    lines: tuple[Line[Fate], ...]


KEPT = (APPLICATION_KEPT, PRINCIPAL_KEPT, *permissions(Fate.KEPT))
MADE = (APPLICATION_MADE, PRINCIPAL_MADE, *permissions(Fate.GRANTED), NEW_SECRET)
LEFTOVERS = (credential("lost", Fate.CLEANED_UP), credential("lost too", Fate.CLEANED_UP, CredentialKind.CERTIFICATE))
LIVE = credential("live", Fate.KEPT)
WITHOUT_SECRET = replace(COMPLETE, credentials=())
CASES = (
    Case("set up nothing", tenant(), SETUP, (*WHOLE, CreateSecret), MADE),
    Case(
        "set up nothing, certificate",
        tenant(),
        SetUp(TARGET, CERTIFICATE),
        (*WHOLE, AddCertificate),
        (*MADE[:-1], NEW_CERTIFICATE),
    ),
    Case("set up complete", tenant(COMPLETE), SETUP, (LookAgain, CreateSecret), (*KEPT, LIVE, NEW_SECRET)),
    Case(
        "set up what has half of the consents",
        tenant(replace(WITHOUT_SECRET, granted=frozenset(permission.id for permission in PROFILE.permissions[:2]))),
        SETUP,
        (LookAgain, GrantConsent, CreateSecret),
        (APPLICATION_KEPT, PRINCIPAL_KEPT, *permissions(Fate.KEPT, 0, 2), *permissions(Fate.GRANTED, 2), NEW_SECRET),
    ),
    Case(
        "set up without a principal",
        tenant(replace(WITHOUT_SECRET, service_principal_id=None, granted=frozenset())),
        SETUP,
        (CreateServicePrincipal, LookAgain, GrantConsent, CreateSecret),
        (APPLICATION_KEPT, PRINCIPAL_MADE, *permissions(Fate.GRANTED), NEW_SECRET),
    ),
    Case(
        "set up what the portal hides",
        tenant(HIDDEN),
        SETUP,
        (CompleteServicePrincipal, LookAgain, CreateSecret),
        (APPLICATION_KEPT, PRINCIPAL_COMPLETED, *KEPT[2:], LIVE, NEW_SECRET),
    ),
    Case(
        "prepare what the portal hides",
        tenant(HIDDEN),
        PREPARE,
        (CompleteServicePrincipal,),
        (APPLICATION_KEPT, PRINCIPAL_COMPLETED, *KEPT[2:], LIVE),
    ),
    Case(
        "renew what the portal hides: it is left alone",
        tenant(HIDDEN),
        RENEW,
        (LookAgain, CreateSecret),
        (APPLICATION_KEPT, credential("live", Fate.KEPT), NEW_SECRET),
    ),
    Case(
        "set up without our tag",
        tenant(replace(COMPLETE, tags=())),
        SETUP,
        (CompleteApplication, LookAgain, CreateSecret),
        (COMPLETED, *KEPT[1:], LIVE, NEW_SECRET),
    ),
    Case(
        "set up what declares less",
        tenant(replace(COMPLETE, required=declared(PROFILE.permissions[:1]))),
        SETUP,
        (CompleteApplication, LookAgain, CreateSecret),
        (COMPLETED, *KEPT[1:], LIVE, NEW_SECRET),
    ),
    Case(
        "set up after an interruption",
        tenant(INTERRUPTED),
        SETUP,
        (RemoveCredentials, LookAgain, CreateSecret),
        (*LEFTOVERS, *KEPT, LIVE, credential("somebody's", Fate.KEPT), NEW_SECRET),
    ),
    Case(
        "restore from the recycle bin",
        tenant(deleted=COMPLETE),
        SETUP,
        (RestoreApplication, RestoreServicePrincipal, LookAgain, GrantConsent, CreateSecret),
        (
            Line(Thing.APPLICATION, Fate.RESTORED, NAME),
            APPLICATION_KEPT,
            Line(Thing.SERVICE_PRINCIPAL, Fate.RESTORED, NAME),
            *permissions(Fate.GRANTED),
            LIVE,
            NEW_SECRET,
        ),
    ),
    Case(
        "purge from the recycle bin",
        tenant(deleted=COMPLETE),
        SetUp(TARGET, YEAR, purge=True),
        (PurgeApplication, *WHOLE, CreateSecret),
        (Line(Thing.APPLICATION, Fate.PURGED, NAME), *MADE),
    ),
    Case(
        "another name beside the recycle bin",
        tenant(deleted=COMPLETE),
        SetUp(OTHER_NAME, YEAR),
        (*WHOLE, CreateSecret),
        (*(replace(line, name="Another name") for line in MADE[:2]), *MADE[2:]),
    ),
    Case("prepare nothing", tenant(), PREPARE, (*WHOLE[:2], LookAgain), (*MADE[:2], *permissions(Fate.AWAITED))),
    Case("prepare complete", tenant(COMPLETE), PREPARE, (), (*KEPT, LIVE)),
    Case(
        "prepare without consents",
        tenant(replace(WITHOUT_SECRET, granted=frozenset())),
        PREPARE,
        (LookAgain,),
        (*KEPT[:2], *permissions(Fate.AWAITED)),
    ),
    Case("renew", tenant(COMPLETE), RENEW, (LookAgain, CreateSecret), (APPLICATION_KEPT, LIVE, NEW_SECRET)),
    Case(
        "renew, certificate",
        tenant(FOREIGN),
        Renew(NAMED, CERTIFICATE),
        (LookAgain, AddCertificate),
        (APPLICATION_KEPT, credential("live", Fate.KEPT), NEW_CERTIFICATE),
    ),
    Case(
        "renew after an interruption: what is not ours stays, and is shown",
        tenant(INTERRUPTED),
        RENEW,
        (RemoveCredentials, LookAgain, CreateSecret),
        (*LEFTOVERS, APPLICATION_KEPT, LIVE, credential("somebody's", Fate.KEPT), NEW_SECRET),
    ),
    Case(
        "remove",
        tenant(COMPLETE),
        REMOVE,
        (DeleteApplication,),
        (
            Line(Thing.APPLICATION, Fate.REMOVED, NAME),
            Line(Thing.SERVICE_PRINCIPAL, Fate.REMOVED_WITH_APPLICATION, NAME),
            credential("live", Fate.REMOVED_WITH_APPLICATION),
        ),
    ),
    Case(
        "remove what is not ours, but named",
        tenant(replace(FOREIGN, credentials=(), service_principal_id=None)),
        Remove(NAMED),
        (DeleteApplication,),
        (Line(Thing.APPLICATION, Fate.REMOVED, NAME),),
    ),
    Case(
        "remove what has ended",
        tenant(EXPIRED),
        Remove(TARGET, OldCredentials(expired=True)),
        (RemoveCredentials,),
        (
            APPLICATION_KEPT,
            credential("live", Fate.KEPT),
            credential("endless", Fate.KEPT),
            credential("ended", Fate.REMOVED),
        ),
    ),
    Case(
        "remove by key id",
        tenant(EXPIRED),
        Remove(TARGET, OldCredentials(("live",))),
        (RemoveCredentials,),
        (
            APPLICATION_KEPT,
            credential("ended", Fate.KEPT),
            credential("endless", Fate.KEPT),
            credential("live", Fate.REMOVED),
        ),
    ),
    Case(
        "remove what has ended, and nothing has",
        tenant(COMPLETE),
        Remove(TARGET, OldCredentials(expired=True)),
        (),
        (APPLICATION_KEPT, credential("live", Fate.KEPT)),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_state_and_purpose_has_its_changes_and_its_lines(case: Case) -> None:
    plan = planned(case.state, case.choices)
    assert tuple(type(change) for change in plan.changes) == case.changes
    assert plan.lines == case.lines


def test_the_application_made_bears_our_mark_and_name_and_the_end_of_its_secret() -> None:
    plan = planned(tenant(), SETUP)
    create, principal, secret = plan.changes[0], plan.changes[1], plan.changes[-1]
    assert isinstance(create, CreateApplication)
    assert isinstance(principal, CreateServicePrincipal)
    assert isinstance(secret, CreateSecret)
    assert (create.unique_name, create.permissions) == (MANIFEST.unique_name, PROFILE.permissions)
    assert (principal.tag, principal.new) == (MANIFEST.tag, True)
    assert plan.expires == principal.pending == secret.expires


def test_a_unique_name_that_the_recycle_bin_holds_is_not_asked_for() -> None:
    create = planned(tenant(deleted=replace(COMPLETE, object_id="0123456789")), SetUp(OTHER_NAME, YEAR)).changes[0]
    assert isinstance(create, CreateApplication)
    assert create.unique_name == f"{MANIFEST.unique_name}-01234567"


def test_only_the_permissions_of_the_profile_are_granted() -> None:
    target = replace(TARGET, profile=LESS)
    grant = next(
        change for change in planned(tenant(), SetUp(target, YEAR)).changes if isinstance(change, GrantConsent)
    )
    assert grant.permissions == LESS.permissions
    assert grant.resource_id == "graph"


def test_undelivered_needs_both_our_description_and_the_marked_end() -> None:
    removal = planned(tenant(INTERRUPTED), RENEW).changes[0]
    assert isinstance(removal, RemoveCredentials)
    assert [gone.key_id for gone in removal.entries] == ["lost", "lost too"]
    assert {gone.end for gone in removal.entries} == {UNDELIVERED}
