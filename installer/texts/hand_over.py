"""The message for the administrator who may consent, and the addresses in it."""

from __future__ import annotations

from installer.model import Application, Cloud, Organization, Profile
from installer.texts.language import language, translate


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
        translate("HandOver", "  - {name}: {why}").format(name=one.name, why=one.why.in_(language()))
        for one in profile.permissions
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
