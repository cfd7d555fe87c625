"""Consent in words: who may give it, the message that asks for it, and what the sign-in itself leaves behind."""

from __future__ import annotations

from installer.model import Able, Application, Cloud, Manifest, Organization, Profile, Rights
from installer.texts.language import language, translate


def role_names(manifest: Manifest, rights: Rights) -> list[str]:
    """The account's roles that matter here."""
    return [role.name.in_(language()) for role in manifest.roles if role.template_id in rights.roles]


def rights_sentence(rights: Rights) -> str:
    """What the account may do, as far as its roles tell."""
    match rights.can_register, rights.can_consent:
        case Able.CAN, Able.CAN:
            return translate("Console", "it may register the application and grant admin consent")
        case Able.CAN, Able.CANNOT:
            return translate("Console", "it may register the application, but not grant admin consent")
        case _, Able.CAN:
            return translate(
                "Console", "it may grant admin consent; whether it may register the application is up to the tenant"
            )
    return translate("Console", "its roles do not tell what it may do; Microsoft’s answers will")


def consenting_roles(manifest: Manifest) -> list[str]:
    """The roles that may give admin consent."""
    return [role.name.in_(language()) for role in manifest.roles if role.consents]


def consent_address(cloud: Cloud, organization: Organization, application: Application) -> str:
    """Microsoft's page that asks for admin consent to all that the application declares (Microsoft, admin consent)."""
    return f"{cloud.authority}/{organization.id}/adminconsent?client_id={application.client_id}"


def portal_address(cloud: Cloud, application: Application) -> str | None:
    """The page “API permissions” of the application; None where the cloud's portal is not known."""
    if cloud.portal is None:
        return None
    blade = "Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI"
    return f"{cloud.portal}/#view/{blade}/appId/{application.client_id}/isMSAApp~/false"


def hand_over_message(
    organization: Organization, application: Application, profile: Profile, consent: str, portal: str | None
) -> str:
    """A ready message in the language in use; it holds no secret."""
    permissions = "\n".join(
        translate("HandOver", "  - {name}: {why}").format(name=permission.name, why=permission.why.in_(language()))
        for permission in profile.permissions
    )
    lines = [
        translate("HandOver", "Hello,"),
        "",
        translate(
            "HandOver",
            "The application “{name}” is registered in {organization}. It lets GLIMPS scan the files of OneDrive and "
            "SharePoint, and waits for your admin consent to these application permissions of Microsoft Graph:",
        ).format(name=application.name, organization=organization.name),
        "",
        permissions,
        "",
        translate("HandOver", "This requires the role Global Administrator or Privileged Role Administrator."),
    ]
    if portal:
        lines += ["", translate("HandOver", "In the portal, with the button “Grant admin consent”:"), f"  {portal}"]
    lines += [
        "",
        translate(
            "HandOver",
            "Or on this page; should Microsoft show the error AADSTS500113 after “Accept”, the consent may have been "
            "recorded all the same:",
        ),
        f"  {consent}",
        "",
        translate("HandOver", "Application (client) ID: {id}").format(id=application.client_id),
        translate("HandOver", "Directory (tenant) ID: {id}").format(id=organization.id),
        "",
        translate("HandOver", "Afterwards “setup” of GLIMPS ODSP Setup finishes the job, on any computer."),
    ]
    return "\n".join(lines) + "\n"


def enterprise_application_address(cloud: Cloud, client_id: str) -> str:
    """The properties of its service principal in the portal, where it is enabled; empty where no portal is known."""
    if cloud.portal is None:
        return ""
    return f"{cloud.portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Properties/appId/{client_id}"


def leftover_consent() -> str:
    """That the rights given to the sign-in tool stay."""
    return translate(
        "LeftOver",
        "The rights that you gave to the sign-in tool stay in your tenant. "
        "You can look at them, or take them back, whenever you like.",
    )


def leftover_consent_address(cloud: Cloud, client_id: str) -> str | None:
    """The permissions of the sign-in tool in the portal, by its application id; None where no portal is known."""
    if cloud.portal is None:
        return None
    return f"{cloud.portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{client_id}"
