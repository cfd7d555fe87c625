"""Whose application is it? Each finding, each purpose, and what is tolerated: a table of the pure judgement."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.model import (
    GRAPH_APP_ID,
    Application,
    CredentialKind,
    DeclaredPermission,
    DelegatedGrant,
    Exposure,
    FoundFederation,
    GrantedRole,
    Owner,
    OwnerKind,
    PermissionKind,
    Platform,
    ReasonCode,
    RedirectAddress,
    Unread,
)
from installer.registration.judgement import Standard, judge
from tests.registration.states import COMPLETE, LATER, LESS, MANIFEST, NOW, PAST, PROFILE, ROLES, entry, exposed

NAME, SECRETS, PRINCIPAL = ReasonCode.NAME_ONLY, ReasonCode.CREDENTIALS, ReasonCode.PRINCIPAL_CREDENTIALS
FEDERATED, OWNERS, ADDRESSES = ReasonCode.FEDERATED_CREDENTIALS, ReasonCode.OWNERS, ReasonCode.REDIRECT_URIS
PUBLIC, AUDIENCE, EXTRA = ReasonCode.PUBLIC_CLIENT, ReasonCode.AUDIENCE, ReasonCode.EXTRA_PERMISSIONS
DECLARED, DELEGATED, DISABLED = (
    ReasonCode.DECLARED_PERMISSIONS,
    ReasonCode.DELEGATED_PERMISSIONS,
    ReasonCode.DISABLED,
)
GRANTS = Standard(MANIFEST, PROFILE, "graph", ROLES | {"Mail.Read": "mail"}, NOW, grants=True, viewer="me")
STANDS = replace(GRANTS, grants=False)
"""All that the profile asks for was granted before."""
BARE = replace(COMPLETE, credentials=())
NADIA = Owner("nadia", "Nadia Bernard", OwnerKind.USER, "user@contoso.onmicrosoft.com", manages=False)
ROBOT = Owner("robot", "A robot", OwnerKind.APPLICATION, manages=False)
FEDERATION = FoundFederation("f", "GLIMPS", "https://issuer.example", "the connector")
WRITE, READ = ROLES["Files.ReadWrite.All"], ROLES["Files.Read.All"]


def role(key: str, api: str = "graph", name: str = "x") -> GrantedRole:
    return GrantedRole(f"assignment {key}", api, "Microsoft Graph", key, name)


def asked(
    name: str, key: str, api: str = GRAPH_APP_ID, kind: PermissionKind = PermissionKind.APPLICATION
) -> DeclaredPermission:
    return DeclaredPermission(api, "Microsoft Graph", key, name, kind)


def scope(name: str, key: str = "s", api: str = GRAPH_APP_ID) -> DeclaredPermission:
    return asked(name, key, api, PermissionKind.DELEGATED)


def grant(*scopes: str, api: str = "graph", user: str | None = None) -> DelegatedGrant:
    return DelegatedGrant("grant", api, "Microsoft Graph", scopes, user)


def with_(found: Application = BARE, **changes: Any) -> Application:
    """Fields of the exposure by their own names, everything else of the application."""
    of_exposure = {name: value for name, value in changes.items() if name in Exposure.__dataclass_fields__}
    rest = {name: value for name, value in changes.items() if name not in of_exposure}
    assert found.exposure is not None
    return replace(found, exposure=replace(found.exposure, **of_exposure), **rest)


@dataclass(frozen=True)
class Case:
    name: str
    found: Application
    reasons: tuple[ReasonCode, ...] = ()
    standard: Standard = GRANTS


ONE = (entry("k"),)
APPLICATION_MEANT = replace(GRANTS, named=True)
TAGGED, NAMED = replace(BARE, unique_name=None), replace(BARE, unique_name=None, tags=())
CASES = (
    Case("ours, nothing granted yet", with_(BARE, roles=(), granted=frozenset())),
    Case("ours, complete", COMPLETE, standard=STANDS),
    Case("ours with a derived unique name", replace(BARE, unique_name="glimps-odsp-connector-0a1b2c3d")),
    Case("a unique name that only begins like ours", replace(BARE, unique_name="glimps-odsp-connector-x"), (NAME,)),
    Case("a unique name in other case", replace(BARE, unique_name="Glimps-ODSP-connector"), (NAME,)),
    Case("the name alone", NAMED, (NAME,)),
    Case("the name alone, all granted", NAMED, (NAME,), STANDS),
    Case("the tag alone", TAGGED, (NAME,)),
    Case("the tag alone, all granted, nothing else: adopted before", TAGGED, (), STANDS),
    Case("the tag, all granted, and an owner", with_(TAGGED, owners=(NADIA,)), (NAME, OWNERS), STANDS),
    Case("the name alone, but it was named", NAMED, (), APPLICATION_MEANT),
    Case("named, with a secret", replace(NAMED, credentials=ONE), (SECRETS,), APPLICATION_MEANT),
    Case("named, with an owner", with_(NAMED, owners=(NADIA,)), (OWNERS,), APPLICATION_MEANT),
    Case("named, all granted, with a secret", replace(NAMED, credentials=ONE), (), replace(STANDS, named=True)),
    Case("a live secret where something is granted", replace(BARE, credentials=ONE), (SECRETS,)),
    Case("a live secret where all stands", replace(BARE, credentials=ONE), (), STANDS),
    Case(
        "a live secret of ours by name alone, all granted",
        replace(NAMED, credentials=ONE),
        (NAME, SECRETS),
        STANDS,
    ),
    Case("a live secret of the tag alone, all granted", replace(TAGGED, credentials=ONE), (), STANDS),
    Case("two live secrets: each is told", replace(BARE, credentials=(entry("k"), entry("l"))), (SECRETS, SECRETS)),
    Case("a secret without an end", replace(BARE, credentials=(entry("k", None),)), (SECRETS,)),
    Case("a secret that has ended", replace(BARE, credentials=(entry("k", PAST),))),
    Case("a secret that ends now", replace(BARE, credentials=(entry("k", NOW),))),
    Case("a live certificate", replace(BARE, credentials=(entry("k", kind=CredentialKind.CERTIFICATE),)), (SECRETS,)),
    Case("a secret whatever its description", replace(BARE, credentials=(entry("k", description=None),)), (SECRETS,)),
    Case(
        "a secret that this plan removes, since it was never delivered",
        replace(BARE, credentials=(entry("lost"),)),
        (),
        replace(GRANTS, removed=(entry("lost"),)),
    ),
    Case(
        "another secret beside one that this plan removes",
        replace(BARE, credentials=(entry("lost"), entry("k"))),
        (SECRETS,),
        replace(GRANTS, removed=(entry("lost"),)),
    ),
    Case("a secret of the principal", replace(BARE, principal_credentials=ONE), (PRINCIPAL,)),
    Case(
        "a secret of the principal where all stands",
        replace(BARE, principal_credentials=ONE),
        (PRINCIPAL,),
        STANDS,
    ),
    Case("a secret of the principal that has ended", replace(BARE, principal_credentials=(entry("k", PAST),))),
    Case("a federated credential", with_(federated=(FEDERATION,)), (FEDERATED,)),
    Case("a federated credential where all stands", with_(federated=(FEDERATION,)), (FEDERATED,), STANDS),
    Case(
        "the federated credential that was asked for",
        with_(federated=(FEDERATION,)),
        (),
        replace(GRANTS, federations=((FEDERATION.issuer, FEDERATION.subject),)),
    ),
    Case(
        "a federated credential of our name, but another subject",
        with_(federated=(replace(FEDERATION, subject="his own"),)),
        (FEDERATED,),
        replace(GRANTS, federations=((FEDERATION.issuer, FEDERATION.subject),)),
    ),
    Case("an owner without a role", with_(owners=(NADIA,)), (OWNERS,)),
    Case("an owner without a role where all stands", with_(owners=(NADIA,)), (OWNERS,), STANDS),
    Case("an owner of the principal", with_(principal_owners=(NADIA,)), (OWNERS,)),
    Case("the same owner of both", with_(owners=(NADIA,), principal_owners=(NADIA,)), (OWNERS, OWNERS)),
    Case("an owner who manages applications anyway", with_(owners=(replace(NADIA, manages=True),))),
    Case("an owner whose roles could not be read", with_(owners=(replace(NADIA, manages=None),)), (OWNERS,)),
    Case("the one signed in as owner", with_(owners=(replace(NADIA, id="me"),))),
    Case("an application as owner", with_(owners=(ROBOT,)), (OWNERS,)),
    Case("two owners, one with a role", with_(owners=(NADIA, replace(ROBOT, manages=True))), (OWNERS,)),
    *(
        Case(
            f"a redirect address, {platform}",
            replace(BARE, redirects=(RedirectAddress(platform, "https://x.example"),)),
            (ADDRESSES,),
        )
        for platform in Platform
    ),
    Case("a public client", replace(BARE, public_client=True), (PUBLIC,)),
    *(
        Case(f"audience {audience}", replace(BARE, audience=audience), (AUDIENCE,))
        for audience in ("AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount")
    ),
    Case("Mail.Read granted", with_(roles=(role("mail"),)), (EXTRA,)),
    Case("Mail.Read granted where all stands", with_(roles=(role("mail"),)), (EXTRA,), STANDS),
    Case("the weaker Files.Read.All beside Files.ReadWrite.All", with_(roles=(role(WRITE), role(READ)))),
    Case(
        "the stronger one where only reading was wanted",
        with_(roles=(role(WRITE),)),
        (EXTRA,),
        replace(STANDS, profile=LESS),
    ),
    Case("the profile's own role", with_(roles=(role(WRITE),))),
    Case("the same id of another API", with_(roles=(role(WRITE, "exchange"),)), (EXTRA,)),
    Case("a role of Exchange", with_(roles=(role("full_access_as_app", "exchange"),)), (EXTRA,)),
    Case("a role that only has a tolerated name", with_(roles=(role("y", "other", "Files.Read.All"),)), (EXTRA,)),
    Case("Mail.Read declared", with_(declared=(asked("Mail.Read", "mail"),)), (DECLARED,)),
    Case(
        "Mail.Read declared and granted: told once",
        with_(declared=(asked("Mail.Read", "mail"),), roles=(role("mail"),)),
        (EXTRA,),
    ),
    Case("the weaker one declared", with_(declared=(asked("Files.Read.All", READ),))),
    Case("User.Read declared", with_(declared=(scope("User.Read"),))),
    Case("openid and the like declared", with_(declared=(scope("openid"), scope("offline_access", "t")))),
    Case("Mail.Send declared, delegated", with_(declared=(scope("Mail.Send"),)), (DECLARED,)),
    Case("User.Read of another API", with_(declared=(scope("User.Read", api="other"),)), (DECLARED,)),
    Case("an id of the profile, declared of another API", with_(declared=(asked("x", WRITE, "other"),)), (DECLARED,)),
    Case("User.Read granted to everybody", with_(delegated=(grant("User.Read"),))),
    Case("User.Read and what signs a person in", with_(delegated=(grant("openid", "profile", "User.Read"),))),
    Case("Mail.Read granted to everybody", with_(delegated=(grant("User.Read", "Mail.Read"),)), (DELEGATED,)),
    Case("Mail.Read granted to one user", with_(delegated=(grant("Mail.Read", user="nadia"),)), (DELEGATED,)),
    Case("User.Read of another API, granted", with_(delegated=(grant("User.Read", api="other"),)), (DELEGATED,)),
    Case("disabled", replace(BARE, enabled=False), (DISABLED,)),
    Case("disabled, where all stands", replace(BARE, enabled=False), (DISABLED,), STANDS),
    Case("no principal is none that is disabled", replace(BARE, enabled=False, service_principal_id=None)),
    Case("owners that could not be read", with_(owners=None), (OWNERS,)),
    Case("owners of the principal that could not be read", with_(principal_owners=None), (OWNERS,)),
    Case("federated credentials that could not be read", with_(federated=None), (FEDERATED,)),
    Case("grants that could not be read", with_(roles=None), (EXTRA,)),
    Case("delegated grants that could not be read", with_(delegated=None), (DELEGATED,)),
    Case("an audience that could not be read", replace(BARE, audience=None), (AUDIENCE,)),
    Case("nothing was looked at", replace(BARE, exposure=None), (FEDERATED, OWNERS, EXTRA, DELEGATED)),
    Case(
        "everything at once, in the order of the table",
        with_(
            replace(
                NAMED,
                credentials=ONE,
                principal_credentials=(entry("l"),),
                redirects=(RedirectAddress(Platform.WEB, "https://x.example"),),
                public_client=True,
                audience="AzureADMultipleOrgs",
                enabled=False,
            ),
            federated=(FEDERATION,),
            owners=(NADIA,),
            roles=(role("mail"),),
            declared=(scope("Mail.Send"),),
            delegated=(grant("Mail.Read"),),
        ),
        tuple(code for code in ReasonCode if code is not ReasonCode.CREATED_MEANWHILE),
    ),
)


def codes(found: Application, standard: Standard) -> tuple[ReasonCode, ...]:
    return tuple(reason.code for reason in judge(found, standard))


def test_the_table_is_as_long_as_the_ways_are_many() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_finding_has_its_reason_and_what_is_tolerated_has_none(case: Case) -> None:
    assert codes(case.found, case.standard) == case.reasons


def test_what_could_not_be_read_is_told_as_that() -> None:
    assert judge(with_(owners=None), GRANTS) == (Unread(OWNERS),)


def some(value: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.sampled_from([(), (value,)])


standards = st.builds(
    replace,
    st.just(GRANTS),
    grants=st.booleans(),
    named=st.booleans(),
    profile=st.sampled_from(MANIFEST.profiles),
)
lists = {
    "owners": some(NADIA) | st.none(),
    "principal_owners": some(ROBOT) | st.none(),
    "federated": some(FEDERATION) | st.none(),
    "roles": some(role("mail")) | some(role(WRITE)) | st.none(),
    "delegated": some(grant("Mail.Read")) | some(grant("User.Read")) | st.none(),
}
found = st.builds(
    replace,
    st.just(COMPLETE),
    unique_name=st.sampled_from([MANIFEST.unique_name, "another", None]),
    tags=st.sampled_from([(), (MANIFEST.tag,)]),
    credentials=some(entry("k")) | some(entry("k", PAST)),
    principal_credentials=some(entry("l", LATER)),
    enabled=st.booleans(),
    audience=st.sampled_from(["AzureADMyOrg", "AzureADMultipleOrgs"]),
    public_client=st.booleans(),
    exposure=st.builds(Exposure, **lists),
)


@given(found, standards)
def test_no_name_and_no_tag_answers_any_other_reason(application: Application, standard: Standard) -> None:
    """Whatever it is called, everything but the name is judged in the same way."""
    renamed = replace(application, unique_name=MANIFEST.unique_name, tags=(MANIFEST.tag,), name="x")
    ours, as_is = codes(renamed, standard), codes(application, standard)
    assert [code for code in as_is if code not in (NAME, SECRETS)] == [code for code in ours if code is not SECRETS]
    assert NAME not in ours


@given(found, standards)
def test_more_can_only_add_reasons(application: Application, standard: Standard) -> None:
    assert application.exposure is not None
    exposure = replace(application.exposure, owners=(*(application.exposure.owners or ()), replace(NADIA, id="more")))
    more = replace(application, exposure=exposure, redirects=(RedirectAddress(Platform.SPA, "https://x.example"),))
    assert set(codes(application, standard)) - {OWNERS} <= set(codes(more, standard))
    assert {OWNERS, ADDRESSES} <= set(codes(more, standard))


@given(found, standards)
def test_where_something_is_granted_no_reason_is_dropped(application: Application, standard: Standard) -> None:
    standing, granting = replace(standard, grants=False), replace(standard, grants=True)
    assert set(codes(application, standing)) <= set(codes(application, granting))


@given(standards)
def test_ours_as_we_make_it_has_no_reason(standard: Standard) -> None:
    made = replace(COMPLETE, credentials=(), required=(), granted=frozenset())
    assert judge(exposed(made), standard) == ()
