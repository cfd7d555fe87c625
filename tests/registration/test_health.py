"""How an application stands: precedence, expected credentials, and what may be said, of the pure function."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.model import (
    Application,
    Aspect,
    CredentialEntry,
    CredentialKind,
    Expected,
    FoundFederation,
    Health,
    HealthState,
    Owner,
    OwnerKind,
    Proof,
    ReasonCode,
    RedirectAddress,
)
from installer.model.exposure import Platform
from installer.registration import compare
from installer.registration.health import application_health, credential_health, refused_health
from installer.registration.judgement import Standard
from tests.registration.states import (
    COMPLETE,
    LATER,
    MANIFEST,
    NOW,
    PAST,
    PROFILE,
    ROLES,
    entry,
    tenant,
)
from tests.registration.test_judgement import with_

STANDARD = Standard(MANIFEST, PROFILE, "graph", ROLES | {"Mail.Read": "mail"}, NOW, grants=False, viewer="me")
MONTH = timedelta(days=30)
NADIA = Owner("nadia", "Nadia Bernard", OwnerKind.USER, "user@contoso.onmicrosoft.com", manages=False)
OURS = FoundFederation("f", MANIFEST.unique_name, "https://issuer.example", "the connector")
FOREIGN = replace(OURS, id="g", name="x", subject="somebody")
ADDRESS = RedirectAddress(Platform.WEB, "https://x.example/")
WANTED = tuple(sorted(permission.name for permission in PROFILE.permissions))


def health(
    found: Application, expected: Expected | None = None, notice: timedelta | None = None, standard: Standard = STANDARD
) -> Health:
    proof = compare(MANIFEST, PROFILE, tenant(found), found)
    return application_health(found, proof, standard, expected or Expected(), notice)


def ends(days: int, key_id: str = "soon") -> CredentialEntry:
    return entry(key_id, NOW + timedelta(days=days))


LACKS: dict[str, dict[str, object]] = {
    "missing_permissions": {"granted": frozenset(list(COMPLETE.granted)[1:])},
    "no_service_principal": {"service_principal_id": None},
    "disabled": {"enabled": False},
    "no_live_credential": {"credentials": (entry("old", PAST),)},
}
STRANGE: dict[str, dict[str, object]] = {
    "owners": {"owners": (NADIA,)},
    "redirect_uris": {"redirects": (ADDRESS,)},
    "audience": {"audience": "AzureADMultipleOrgs"},
    "public_client": {"public_client": True},
}


@pytest.mark.parametrize(
    ("lack", "strange", "soon"),
    [*product((*LACKS, ""), (*STRANGE, ""), (False, True))],
)
def test_what_is_missing_goes_before_what_does_not_belong_and_that_before_an_end(
    lack: str, strange: str, soon: bool
) -> None:
    found = replace(COMPLETE, credentials=(ends(29),)) if soon else COMPLETE
    found = with_(found, **{**STRANGE.get(strange, {}), **LACKS.get(lack, {})})
    judged = health(found, notice=MONTH)
    ending = soon and lack != "no_live_credential"
    expected = [name for name in (lack, strange, "ends_soon" if ending else "") if name]
    assert list(judged.codes) == expected, "none hides another"
    states = [HealthState.INCOMPLETE] * bool(lack) + [HealthState.QUESTIONABLE] * bool(strange)
    assert judged.state is [*states, HealthState.ENDING if ending else HealthState.HEALTHY][0]


NOBODY_SAID = Expected()


@dataclass(frozen=True)
class Case:
    name: str
    credentials: tuple[CredentialEntry, ...]
    codes: tuple[str, ...] = ()
    expected: Expected = NOBODY_SAID
    federated: tuple[FoundFederation, ...] = ()
    told: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


ONE, TWO = Expected(frozenset({"a"})), Expected(frozenset({"a", "b"}))
PAIR = Expected(federations=frozenset({(OURS.issuer, OURS.subject)}))
HIS = entry("his", description="his own")
OLDER = replace(entry("o", kind=CredentialKind.CERTIFICATE), start=NOW - timedelta(days=300))


def rolled(
    key_id: str = "r", description: str = "CN=connector", start: datetime = NOW - timedelta(days=9)
) -> CredentialEntry:
    """A certificate as the connector's own rotation adds it."""
    made = entry(key_id, kind=CredentialKind.CERTIFICATE, description=description)
    return replace(made, start=start, thumbprint="AB" * 20)


CASES = (
    Case("one of ours", (entry("a"),)),
    Case("two of ours, during an exchange", (entry("a"), entry("b"))),
    Case("three of ours", (entry("a"), entry("b"), entry("c")), ("credentials",)),
    Case("two of ours and one that has ended", (entry("a"), entry("b"), entry("c", PAST))),
    Case("another description", (entry("a"), HIS), ("credentials",)),
    Case("another description that has ended", (entry("a"), replace(HIS, end=PAST))),
    Case("no description", (entry("a", description=None),), ("credentials",)),
    Case("a certificate of our description", (entry("a", kind=CredentialKind.CERTIFICATE),)),
    Case("a certificate that has our name as its subject", (rolled(description="CN=odsp connector glimps"),)),
    Case("a certificate that the connector's key added", (OLDER, rolled()), told=("credentials",)),
    Case("the same once the older one has ended", (replace(OLDER, end=PAST), rolled()), told=("credentials",)),
    Case("the same once the older one is gone", (rolled(),), told=("credentials",)),
    Case("the same, when the older one was said", (OLDER, rolled()), ("credentials",), Expected(frozenset({"o"}))),
    Case("the same as the third", (OLDER, rolled(), rolled("s")), ("credentials",)),
    Case("a certificate of another name beside a secret", (entry("a"), rolled()), ("credentials",)),
    Case(
        "a certificate that is older than the connector's",
        (OLDER, rolled(start=NOW - timedelta(days=400))),
        ("credentials",),
    ),
    Case("the expected one", (entry("a"),), expected=ONE),
    Case("a forged description beside the expected one", (entry("a"), entry("b")), ("credentials",), ONE),
    Case("an expected one of whatever description", (entry("a"), replace(HIS, key_id="b")), expected=TWO),
    Case("three expected ones", tuple(map(entry, "abc")), expected=Expected(frozenset("abc"))),
    Case("one of the expected ones is gone", (entry("a"),), expected=TWO, gone=("b",)),
    Case("one of the expected ones has ended", (entry("a"), entry("b", PAST)), expected=TWO, gone=("b",)),
    Case("the expected one is gone", (entry("b"),), ("no_live_credential", "credentials"), ONE),
    Case("the expected one has ended", (entry("a", PAST),), ("no_live_credential",), ONE),
    Case("nothing", (), ("no_live_credential",)),
    Case("one without an end", (entry("a", None),)),
    Case("a federation of our name alone", (), federated=(OURS,), told=("federated_credentials",)),
    Case("two federations of our name", (), ("federated_credentials",), federated=(OURS, replace(OURS, id="h"))),
    Case("a federation of another name", (entry("a"),), ("federated_credentials",), federated=(FOREIGN,)),
    Case(
        "ours, and another one",
        (),
        ("federated_credentials",),
        federated=(OURS, FOREIGN),
        told=("federated_credentials",),
    ),
    Case("the federation that was asked for", (), expected=PAIR, federated=(OURS,)),
    Case("its issuer and subject under another name", (), expected=PAIR, federated=(replace(OURS, name="x"),)),
    Case(
        "our name with another subject, when it was said",
        (),
        ("no_live_credential", "federated_credentials"),
        PAIR,
        (replace(OURS, subject="y"),),
    ),
    Case("a secret that stays beside a federation", (entry("a"),), ("credentials",), PAIR, (OURS,)),
    Case(
        "a federation beside the expected key",
        (entry("a"),),
        expected=ONE,
        federated=(OURS,),
        told=("federated_credentials",),
    ),
    Case(
        "a federation that is named by its id",
        (),
        expected=Expected(frozenset({"g"})),
        federated=(FOREIGN,),
        told=("federated_credentials",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_which_credentials_are_expected(case: Case) -> None:
    judged = health(with_(replace(COMPLETE, credentials=case.credentials), federated=case.federated), case.expected)
    assert judged.codes == case.codes
    assert tuple(reason.code for reason in judged.told) == case.told
    assert judged.gone == case.gone
    live = [entry for entry in case.credentials if entry.end is None or entry.end > NOW]
    assert judged.by_description == bool(live and not case.expected.said)


@pytest.mark.parametrize(
    ("credentials", "expected", "end"),
    [
        ((ends(5),), Expected(), 5),
        ((ends(5), ends(9, "b")), Expected(), 9),
        ((ends(5), entry("b", None)), Expected(), None),
        ((ends(5), ends(9, "b")), Expected(frozenset({"soon"})), 5),
        ((ends(5), entry("b", PAST)), Expected(), 5),
    ],
)
def test_the_last_end_counts_or_that_of_the_expected_one(
    credentials: tuple[CredentialEntry, ...], expected: Expected, end: int | None
) -> None:
    judged = health(replace(COMPLETE, credentials=credentials), expected, timedelta(days=6))
    assert judged.ends == (None if end is None else NOW + timedelta(days=end))
    assert ("ends_soon" in judged.codes) == (end == 5)


def test_a_strangers_federation_does_not_hide_an_end() -> None:
    found = with_(replace(COMPLETE, credentials=(ends(5),)), federated=(FOREIGN,))
    assert health(found, notice=MONTH).codes == ("federated_credentials", "ends_soon")
    found = with_(replace(COMPLETE, credentials=(ends(5),)), federated=(OURS,))
    assert health(found, notice=MONTH).codes == (), "the connector's own does not expire"


def test_a_given_certificate_must_be_among_the_live_ones() -> None:
    here = replace(entry("a", NOW + timedelta(days=3), CredentialKind.CERTIFICATE), thumbprint="AB")
    found = replace(COMPLETE, credentials=(here, entry("b")))
    assert health(found, Expected(thumbprint="AB")).codes == ()
    assert health(found, Expected(thumbprint="AB"), MONTH).codes == ("ends_soon",), "its own end counts"
    assert health(found, Expected(thumbprint="CD")).codes == ("unknown_certificate",)
    ended = replace(COMPLETE, credentials=(replace(here, end=PAST), entry("b")))
    assert health(ended, Expected(thumbprint="AB")).codes == ("unknown_certificate",)


def test_a_name_alone_is_told_and_is_no_reason() -> None:
    judged = health(replace(COMPLETE, unique_name=None, tags=()))
    assert (judged.state, [reason.code for reason in judged.told]) == (HealthState.HEALTHY, [ReasonCode.NAME_ONLY])


@pytest.mark.parametrize(
    ("part", "aspects"),
    [
        ("owners", {Aspect.OWNERS}),
        ("principal_owners", {Aspect.OWNERS}),
        ("federated", {Aspect.FEDERATED_CREDENTIALS}),
        ("roles", {Aspect.EXTRA_PERMISSIONS, Aspect.OTHER_APIS}),
        ("delegated", {Aspect.DELEGATED_PERMISSIONS}),
    ],
)
def test_what_microsoft_did_not_let_be_read_was_not_looked_at(part: str, aspects: set[Aspect]) -> None:
    judged = health(with_(COMPLETE, **{part: None}))
    assert set(judged.not_looked_at) == {Aspect.TOKEN, *aspects}
    assert judged.state is HealthState.QUESTIONABLE


def test_an_unread_list_of_federations_does_not_prove_that_there_is_no_credential() -> None:
    judged = health(with_(replace(COMPLETE, credentials=()), federated=None))
    assert judged.codes == (ReasonCode.FEDERATED_CREDENTIALS,)


def proof(granted: tuple[str, ...] = WANTED, extra: tuple[str, ...] = (), whole: bool = True) -> Proof:
    return Proof(granted, tuple(name for name in WANTED if name not in granted), extra, {}, whole=whole)


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        (proof(), ()),
        (proof(WANTED[1:]), ("missing_permissions",)),
        (proof(extra=("Mail.Read",)), ("extra_permissions",)),
        (proof(extra=("Files.Read.All",)), ()),
        (proof(WANTED[1:], ("Mail.Read",)), ("missing_permissions", "extra_permissions")),
    ],
)
def test_a_token_shows_its_roles(shown: Proof, codes: tuple[str, ...]) -> None:
    judged = credential_health(shown, PROFILE, LATER, NOW, endless=False, notice=None)
    assert judged.codes == codes
    assert set(judged.not_looked_at) == {
        Aspect.OTHER_APIS,
        Aspect.CREDENTIALS,
        Aspect.PRINCIPAL_CREDENTIALS,
        Aspect.FEDERATED_CREDENTIALS,
        Aspect.OWNERS,
        Aspect.REDIRECT_URIS,
        Aspect.PUBLIC_CLIENT,
        Aspect.AUDIENCE,
        Aspect.DECLARED_PERMISSIONS,
        Aspect.DELEGATED_PERMISSIONS,
    }


def test_a_token_that_cannot_be_read_says_nothing_of_further_permissions() -> None:
    judged = credential_health(proof(whole=False), PROFILE, LATER, NOW, endless=False, notice=None)
    assert Aspect.EXTRA_PERMISSIONS in judged.not_looked_at


def test_an_end_that_nobody_told_was_not_looked_at_and_a_federation_has_none() -> None:
    unknown = credential_health(proof(), PROFILE, None, NOW, endless=False, notice=MONTH)
    endless = credential_health(proof(), PROFILE, None, NOW, endless=True, notice=MONTH)
    assert (Aspect.END in unknown.not_looked_at, Aspect.END in endless.not_looked_at) == (True, False)
    assert unknown.state is endless.state is HealthState.HEALTHY


def test_a_refused_credential_shows_only_why() -> None:
    assert refused_health(disabled=False, no_principal=False).looked_at == (Aspect.TOKEN,)
    assert refused_health(disabled=True, no_principal=False).codes == ("no_token", "disabled")
    assert refused_health(disabled=False, no_principal=True).codes == ("no_token", "no_service_principal")


SPANS = st.none() | st.integers(-40, 400)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    entries = tuple(
        entry(f"k{number}", None if days is None else NOW + timedelta(days=days), description=description)
        for number, (days, description) in enumerate(
            draw(st.lists(st.tuples(SPANS, st.sampled_from([MANIFEST.secret_description, "x", None])), max_size=4))
        )
    )
    return with_(
        replace(COMPLETE, credentials=entries),
        federated=draw(st.sampled_from([None, (), (OURS,), (FOREIGN,), (OURS, FOREIGN)])),
        owners=draw(st.sampled_from([None, (), (NADIA,)])),
        enabled=draw(st.booleans()),
        redirects=draw(st.sampled_from([(), (ADDRESS,)])),
        granted=frozenset(draw(st.sets(st.sampled_from(sorted(COMPLETE.granted))))),
    )


EXPECTED = st.builds(Expected, st.frozensets(st.sampled_from(["k0", "k1", "f"])), st.just(frozenset()), st.just(""))


@given(applications(), EXPECTED, st.none() | st.integers(1, 400))
def test_the_state_follows_from_the_reasons_and_nothing_unread_is_claimed(
    found: Application, expected: Expected, days: int | None
) -> None:
    notice = None if days is None else timedelta(days=days)
    judged = health(found, expected, notice)
    assert set(judged.looked_at) | set(judged.not_looked_at) == set(Aspect)
    assert not set(judged.looked_at) & set(judged.not_looked_at)
    works = (
        found.enabled
        and found.granted == COMPLETE.granted
        and (found.exposure is None or found.exposure.federated is None or "no_live_credential" not in judged.codes)
    )
    assert (judged.state is HealthState.INCOMPLETE) == (not works)
    assert (judged.state is HealthState.HEALTHY) == (not judged.reasons)
    for reason in _credentials(judged):
        assert reason.end is None or reason.end > NOW, "what has ended opens nothing"
    if notice is None:
        assert "ends_soon" not in judged.codes
    earlier = health(found, expected, timedelta(days=(days or 0) + 400))
    assert [code for code in earlier.codes if code != "ends_soon"] == [
        code for code in judged.codes if code != "ends_soon"
    ], "an end changes nothing else"


def _credentials(judged: Health) -> Iterator[CredentialEntry]:
    return (reason.entry for reason in judged.reasons if reason.code == ReasonCode.CREDENTIALS)  # type: ignore[union-attr]


@given(st.frozensets(st.sampled_from(WANTED)), st.frozensets(st.sampled_from(["Mail.Read", "Files.Read.All"])), SPANS)
def test_no_credential_alone_claims_what_its_token_cannot_show(
    granted: frozenset[str], extra: frozenset[str], days: int | None
) -> None:
    end = None if days is None else NOW + timedelta(days=days)
    judged = credential_health(
        proof(tuple(sorted(granted)), tuple(sorted(extra))), PROFILE, end, NOW, endless=False, notice=MONTH
    )
    assert set(judged.codes) <= {"missing_permissions", "extra_permissions", "ends_soon"}
    assert set(judged.looked_at) <= {
        Aspect.TOKEN,
        Aspect.PERMISSIONS,
        Aspect.SERVICE_PRINCIPAL,
        Aspect.DISABLED,
        Aspect.END,
        Aspect.EXTRA_PERMISSIONS,
    }
    order = [HealthState.INCOMPLETE] * (len(granted) < len(WANTED)) + [HealthState.QUESTIONABLE] * (
        "Mail.Read" in extra
    )
    order += [HealthState.ENDING] * (days is not None and days <= 30)
    assert judged.state is [*order, HealthState.HEALTHY][0]
