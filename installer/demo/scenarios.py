"""The states an embedded tenant can be in: what exists, who signs in, how slow and how strict Microsoft is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from installer.demo.faults import (
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    ResetAfter,
    ResetBefore,
    Rule,
    Status,
    Truncated,
)
from installer.demo.people import (
    ANDREA,
    CAMILLE,
    CORINNE,
    DENIS,
    LEE,
    NADIA,
    PASCAL,
    PAUL,
    PERSONAL,
    PRISCA,
    SAMIRA,
    User,
)
from installer.demo.replication import BRISK, NO_LAG, SLOW, Delays, Lag
from installer.demo.resources import Json
from installer.model import Profile

APPLICATION_NAME: Final = "Microsoft ODSP Connector GLIMPS"
UNIQUE_NAME: Final = "glimps-odsp-connector"
TAG: Final = "GlimpsOdspConnector"
PORTAL_TAG: Final = "WindowsAzureActiveDirectoryIntegratedApp"
"""The tag of service principals that were created by the portal."""
OWN_CLIENT_ID: Final = "7f1c5c1e-0d5b-4c55-9d4e-6a0f6f1f0a11"
"""The customer's own public client, in the scenario that needs one."""

READ_ONLY: Final = ("Files.Read.All", "Group.Read.All", "Sites.Read.All", "User.Read.All")
FULL: Final = ("Files.ReadWrite.All", "Group.Read.All", "Sites.Read.All", "User.Read.All")
_PERMISSIONS: Final = MappingProxyType({"detect-only": READ_ONLY, "remediation": FULL})
"""The permissions of GLIMPS's two profiles, for scenarios that do not get the manifest's."""


@dataclass(frozen=True, slots=True)
class Existing:
    """An application that exists already. The permissions of its `profile` and its other `roles` are declared and, with
    `granted`, consented to; `secret` is the description of its one secret, which lives for 365 days; `age` is in days.
    """

    id: str
    app_id: str
    name: str
    unique_name: str | None = None
    tags: tuple[str, ...] = ()
    profile: str | None = None
    """The id of one of GLIMPS's profiles."""
    roles: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    granted: bool = False
    secret: str | None = None
    age: int = 108
    deleted: bool = False
    enabled: bool = True
    """Whether its service principal is enabled."""
    public_client: bool = False
    owned: bool = True
    """Whether the account that signs in owns it."""


@dataclass(frozen=True, slots=True)
class SecretPolicy:
    """The tenant's app management policy: the longest lifetime of a secret in days; None forbids secrets."""

    longest: int | None
    certificates: bool = True
    longest_certificate: int | None = None
    """The longest lifetime of a certificate in days; None for no limit."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A state of the tenant. `account` is the one that the sign-in page offers; `seed` fixes all delays."""

    name: str
    account: User = CAMILLE
    delays: Delays = BRISK
    seed: int = 1
    existing: tuple[Existing, ...] = ()
    other_applications: int = 0
    users_can_register: bool = True
    consented: bool = False
    """Whether the organization has already consented to what the sign-in client asks for."""
    secret_policy: SecretPolicy | None = None
    device_code_blocked: bool = False
    browser_blocked: bool = False
    refuses_consent: bool = False
    """Whether the demo administrator clicks Cancel."""
    first_party_client: bool = True
    second_account: User | None = None
    """The account that every later sign-in in the browser uses, whatever the login hint says."""
    opaque_tokens: bool = False
    """Whether only Microsoft Graph can read the tokens of a person."""
    sharepoint: bool = True
    """Whether the tenant has a SharePoint licence."""
    application_blocked: bool = False
    """Whether conditional access for workload identities refuses the application's own sign-in."""
    lag: Lag = NO_LAG
    secret_alphabet: str | None = None
    """The characters of new secrets, instead of those that Entra uses."""
    proof_audience: str = "00000002-0000-0000-c000-000000000000"
    """The audience of the proof for addKey; the documentation says Azure AD Graph, public threads Microsoft Graph."""
    keeps_key_ids: bool = False
    """Whether addKey keeps the key id that it was sent."""
    faults: tuple[Rule, ...] = ()
    profiles: tuple[Profile, ...] = ()
    """The manifest's."""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    """Language → English text of the sign-in pages → its translation."""

    def roles_of(self, existing: Existing) -> tuple[str, ...]:
        """The names of all application permissions that the existing application declares."""
        told = {profile.id: tuple(permission.name for permission in profile.permissions) for profile in self.profiles}
        asked = (told or _PERMISSIONS)[existing.profile] if existing.profile else ()
        return (*asked, *existing.roles)

    def with_profiles(self, profiles: Sequence[Profile]) -> Scenario:
        """The same state, but with these profiles' permissions on GLIMPS's applications."""
        return replace(self, profiles=tuple(profiles))

    def with_translations(self, translations: Mapping[str, Mapping[str, str]]) -> Scenario:
        """The same state, but with sign-in pages in these languages as well; `SHOWN` are the English texts."""
        return replace(self, translations=translations)

    def with_delays(self, delays: Delays) -> Scenario:
        """The same state with other delays; `INSTANT` suits most tests."""
        return replace(self, delays=delays)


def _manual(number: int = 1, age: int = 108, granted: bool = True) -> Existing:
    """An application made by hand as GLIMPS's French guide says: the read permissions and User.Read."""
    return Existing(
        f"ab1e0000-0000-4000-8000-{number:012d}",
        f"148e23e1-b78b-48b4-b30d-{number:012d}",
        APPLICATION_NAME,
        profile="detect-only",
        scopes=("User.Read",),
        granted=granted,
        secret="odsp connector glimps",
        age=age,
    )


CLEAN: Final = Scenario("clean")
_OURS: Final = Existing(
    "ab1e0000-0000-4000-8000-00000000000d",
    "148e23e1-b78b-48b4-b30d-00000000000d",
    APPLICATION_NAME,
    unique_name=UNIQUE_NAME,
    tags=(TAG,),
    profile="remediation",
    granted=True,
    secret="odsp connector glimps",
)
_PREPARED: Final = replace(_OURS, granted=False, secret=None, age=4)
_WIDE: Final = replace(_manual(), profile="remediation", roles=("Mail.Read",))
_OWN_CLIENT: Final = Existing(
    "ab1e0000-0000-4000-8000-00000000000c", OWN_CLIENT_ID, "Sign-in for GLIMPS ODSP Setup", public_client=True
)


def _throttles() -> tuple[Rule, ...]:
    """A 429 on every fifth request or so, for the first minutes of a run, and one inside a batch."""
    return (
        *(Rule(Status(429, retry_after=1), index=index) for index in range(2, 60, 5)),
        Rule(Status(429, retry_after=1), host="part", index=1),
        Rule(Status(503, retry_after=1), index=9),
    )


def _breakdowns() -> tuple[Rule, ...]:
    """Gateways that fail and connections that break, before or after the request took effect, during one run."""
    return (
        Rule(BadGateway(), index=0),
        Rule(ResetBefore(), method="PATCH", path="uniqueName"),
        Rule(Status(504), method="POST", path=r"\$batch", index=2),
        Rule(ResetAfter(), method="POST", path=r"\$batch", index=4),
        Rule(ResetAfter(), method="POST", path="addPassword"),
        Rule(Truncated(), method="POST", path=r"\$batch", index=7),
        Rule(Status(503, retry_after=1), "entra", "POST", "token", index=1),
    )


_EXPIRED: Final = Rule(ExpiredToken(), "part", "POST", "servicePrincipals$")


def _locked_root_site() -> Rule:
    """The answer for a site that an administrator has locked (dust-tt/dust, pull request 20377)."""
    message = "Access to this site has been blocked. Please contact the administrator to resolve this problem."
    body: Json = {"error": {"code": "notAllowed", "message": message, "innerError": {"code": "resourceLocked"}}}
    return Rule(Status(423, body=body), "part", "GET", "sites/root", times=None)


_ALL: Final = (
    CLEAN,
    Scenario("slow", delays=SLOW),
    Scenario("app-admin", account=ANDREA),
    Scenario("app-developer", account=DENIS, users_can_register=False, consented=True),
    Scenario("app-developer-unconsented", account=DENIS, users_can_register=False),
    Scenario("no-rights", account=NADIA, users_can_register=False, consented=True),
    Scenario("privileged-role-admin", account=PAUL),
    Scenario("default-member", account=NADIA, consented=True),
    Scenario("custom-role", account=CORINNE, users_can_register=False, consented=True),
    Scenario("partner", account=PASCAL, consented=True),
    Scenario("opaque-tokens", opaque_tokens=True),
    Scenario("opaque-tokens-member", account=NADIA, consented=True, opaque_tokens=True),
    *(
        Scenario(name, second_account=second, consented=True, faults=(_EXPIRED,))
        for name, second in (("another-account", SAMIRA), ("another-account-without-role", NADIA))
    ),
    Scenario("role-admin-only", account=PAUL, users_can_register=False, consented=True),
    Scenario(
        "role-admin-consents",
        account=PAUL,
        existing=(replace(_PREPARED, owned=False),),
        users_can_register=False,
        consented=True,
    ),
    Scenario("existing-manual", existing=(_manual(),)),
    Scenario("two-same-name", existing=(_manual(1), _manual(2, age=12, granted=False))),
    Scenario("deleted", existing=(replace(_OURS, deleted=True),)),
    Scenario("prepared", existing=(_PREPARED,)),
    Scenario("consented-meanwhile", account=DENIS, existing=(replace(_PREPARED, granted=True),), consented=True),
    Scenario("existing-wide", existing=(_WIDE,)),
    Scenario("renewal-due", existing=(replace(_OURS, age=350),)),
    Scenario("secret-expired", existing=(replace(_OURS, age=400),)),
    Scenario("policy-lifetime", secret_policy=SecretPolicy(180)),
    Scenario("policy-certificate-lifetime", secret_policy=SecretPolicy(None, longest_certificate=180)),
    Scenario("policy-no-secrets", secret_policy=SecretPolicy(None)),
    Scenario("policy-no-credentials", secret_policy=SecretPolicy(None, certificates=False)),
    Scenario("pim-eligible", account=PRISCA, users_can_register=False, consented=True),
    Scenario("consent-forbidden", faults=(Rule(Status(403), "part", "POST", "appRoleAssignments", times=None),)),
    Scenario("token-expires", faults=(_EXPIRED,)),
    Scenario("claims-challenge", faults=(Rule(ClaimsChallenge(), method="PATCH", path="uniqueName"),)),
    Scenario("flaky", faults=_breakdowns()),
    Scenario("other-tenant", account=LEE),
    Scenario("conditional-access-device-code", device_code_blocked=True),
    Scenario("conditional-access-browser", browser_blocked=True),
    Scenario("personal-account", account=PERSONAL),
    Scenario("consent-refused", refuses_consent=True),
    Scenario("throttled", faults=_throttles()),
    Scenario("own-client-needed", existing=(_OWN_CLIENT,), first_party_client=False),
    Scenario("large", other_applications=100_000),
    Scenario("no-sharepoint", sharepoint=False),
    Scenario("locked-root-site", faults=(_locked_root_site(),)),
    Scenario("workload-policy", application_blocked=True),
    Scenario("disabled", existing=(replace(_OURS, enabled=False),)),
    Scenario("flapping-secret", lag=Lag(secret=20.0)),
    Scenario("flapping-roles", lag=Lag(app_role=20.0)),
)
SCENARIOS: Final[Mapping[str, Scenario]] = MappingProxyType({scenario.name: scenario for scenario in _ALL})
