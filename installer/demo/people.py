"""The accounts of the embedded tenants and the directory roles they can have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from installer.demo.resources import Json

CONTOSO_TENANT_ID: Final = "5d0ae6c1-7a3e-4b58-9f0b-2f6c5b8d9e01"
FABRIKAM_TENANT_ID: Final = "0c6b4f7e-51d2-4f53-8a68-3c1f0a9d7b22"
PERSONAL_TENANT_ID: Final = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant that every personal Microsoft account belongs to (Microsoft, ID token claims reference)."""


@dataclass(frozen=True, slots=True)
class DirectoryRole:
    """A built-in Entra role; the template id is the same in every tenant (Microsoft, built-in roles reference)."""

    template_id: str
    id: str
    name: str
    description: str


GLOBAL_ADMINISTRATOR: Final = DirectoryRole(
    "62e90394-69f5-4237-9190-012177145e10",
    "9ed3a0c4-1111-498c-ab4d-2473476fde01",
    "Global Administrator",
    "Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities.",
)
PRIVILEGED_ROLE_ADMINISTRATOR: Final = DirectoryRole(
    "e8611ab8-c189-46e8-94e1-60213ab1f814",
    "9ed3a0c4-1111-498c-ab4d-2473476fde02",
    "Privileged Role Administrator",
    "Can manage role assignments in Microsoft Entra ID, and all aspects of Privileged Identity Management.",
)
APPLICATION_ADMINISTRATOR: Final = DirectoryRole(
    "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    "9ed3a0c4-1111-498c-ab4d-2473476fde03",
    "Application Administrator",
    "Can create and manage all aspects of app registrations and enterprise apps.",
)
CLOUD_APPLICATION_ADMINISTRATOR: Final = DirectoryRole(
    "158c047a-c907-4556-b7ef-446551a6b5f7",
    "9ed3a0c4-1111-498c-ab4d-2473476fde04",
    "Cloud Application Administrator",
    "Can create and manage all aspects of app registrations and enterprise apps except App Proxy.",
)
APPLICATION_DEVELOPER: Final = DirectoryRole(
    "cf1c38e5-3621-4004-a7cb-879624dced7c",
    "9ed3a0c4-1111-498c-ab4d-2473476fde05",
    "Application Developer",
    "Can create application registrations independent of the 'Users can register applications' setting.",
)
ROLES: Final = (
    GLOBAL_ADMINISTRATOR,
    PRIVILEGED_ROLE_ADMINISTRATOR,
    APPLICATION_ADMINISTRATOR,
    CLOUD_APPLICATION_ADMINISTRATOR,
    APPLICATION_DEVELOPER,
)


@dataclass(frozen=True, slots=True)
class User:
    """An account that can sign in, or is only listed; `tenant_id` is its home."""

    id: str
    username: str
    given_name: str
    surname: str
    job: str | None = None
    roles: tuple[DirectoryRole, ...] = ()
    tenant_id: str = CONTOSO_TENANT_ID
    eligible: tuple[DirectoryRole, ...] = ()
    """Eligible roles (Privileged Identity Management), which the user activates after having signed in once."""
    language: str | None = None
    hidden: tuple[DirectoryRole, ...] = ()
    """Roles whose rights the user has although neither token nor directory shows them: a custom role's, a
    partner's."""
    partner: bool = False
    """Signs in from a partner's tenant (granular delegated admin privileges): unknown to the directory."""

    @property
    def name(self) -> str:
        """The display name."""
        return f"{self.given_name} {self.surname}"

    @property
    def personal(self) -> bool:
        """Whether it is a personal Microsoft account."""
        return self.tenant_id == PERSONAL_TENANT_ID

    def with_roles_activated(self) -> User:
        """The account after it has activated its eligible roles."""
        return replace(self, roles=(*self.roles, *self.eligible), eligible=())

    def holds(self, *roles: DirectoryRole) -> bool:
        """Whether the account has any of these roles, visible or hidden."""
        return any(role in self.roles or role in self.hidden for role in roles)

    def resource(self) -> Json:
        """The eleven properties that Microsoft Graph returns of a user by default (recorded traffic)."""
        return {
            "businessPhones": [],
            "displayName": self.name,
            "givenName": self.given_name,
            "jobTitle": self.job,
            "mail": self.username,
            "mobilePhone": None,
            "officeLocation": None,
            "preferredLanguage": self.language,
            "surname": self.surname,
            "userPrincipalName": self.username,
            "id": self.id,
        }


DOMAIN: Final = "contoso.onmicrosoft.com"


def _contoso(number: int, mailbox: str, given: str, surname: str, job: str, *roles: DirectoryRole) -> User:
    return User(
        f"c0a80000-0000-4000-8000-{number:012d}", f"{mailbox}@{DOMAIN}", given, surname, job, roles, language="fr-FR"
    )


CAMILLE: Final = _contoso(1, "admin", "Camille", "Martin", "Responsable informatique", GLOBAL_ADMINISTRATOR)
ANDREA: Final = _contoso(2, "app.admin", "Andréa", "Petit", "Administratrice", APPLICATION_ADMINISTRATOR)
DENIS: Final = _contoso(3, "app.developer", "Denis", "Roux", "Développeur", APPLICATION_DEVELOPER)
NADIA: Final = _contoso(4, "user", "Nadia", "Bernard", "Comptable")
PAUL: Final = _contoso(5, "role.admin", "Paul", "Lefèvre", "RSSI", PRIVILEGED_ROLE_ADMINISTRATOR)
CLARA: Final = _contoso(6, "cloud.admin", "Clara", "Moreau", "Administratrice", CLOUD_APPLICATION_ADMINISTRATOR)
PRISCA: Final = replace(
    _contoso(7, "eligible", "Prisca", "Garnier", "Administratrice"), eligible=(GLOBAL_ADMINISTRATOR,)
)
CORINNE: Final = replace(
    _contoso(8, "custom.role", "Corinne", "Faure", "Administratrice"),
    hidden=(PRIVILEGED_ROLE_ADMINISTRATOR, APPLICATION_DEVELOPER),
)
PASCAL: Final = replace(
    _contoso(9, "partner", "Pascal", "Girard", "Infogérant"), hidden=(GLOBAL_ADMINISTRATOR,), partner=True
)
SAMIRA: Final = _contoso(10, "second.admin", "Samira", "Haddad", "Administratrice", GLOBAL_ADMINISTRATOR)
LEE: Final = User(
    "fab00000-0000-4000-8000-000000000001",
    "admin@fabrikam.onmicrosoft.com",
    "Lee",
    "Gu",
    "Director",
    (GLOBAL_ADMINISTRATOR,),
    FABRIKAM_TENANT_ID,
)
PERSONAL: Final = User(
    "00000000-0000-0000-7a3e-4b589f0b2f6c",
    "camille.martin@outlook.fr",
    "Camille",
    "Martin",
    None,
    (),
    PERSONAL_TENANT_ID,
)
USERS: Final = (CAMILLE, ANDREA, DENIS, NADIA, PAUL, CLARA, PRISCA, CORINNE, SAMIRA)
"""The members of Contoso."""
ACCOUNTS: Final = (*USERS, PASCAL, LEE, PERSONAL)
"""Every account that the sign-in page knows."""
