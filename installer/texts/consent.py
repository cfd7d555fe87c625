"""Consent in words: who can grant it, the message that asks for it, and what the sign-in itself leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from installer.model import (
    Able,
    Application,
    Cloud,
    Fate,
    Federated,
    Line,
    Manifest,
    Organization,
    PermissionKind,
    PlanLine,
    PrincipalCredential,
    Profile,
    Rights,
    credential_line,
    reason_line,
)
from installer.texts.language import localized, long_date, translate
from installer.texts.lines import line_title
from installer.texts.reasons import owner_name


def role_names(manifest: Manifest, rights: Rights) -> list[str]:
    """The names of the account's roles that matter here, in the language in use."""
    return [localized(role.name) for role in manifest.roles if role.template_id in rights.roles]


def rights_sentence(rights: Rights) -> str:
    """What the account can do, as far as its roles show."""
    match rights.can_register, rights.can_consent:
        case Able.CAN, Able.CAN:
            return translate("Console", "it can register the application and grant admin consent")
        case Able.CAN, Able.CANNOT:
            return translate("Console", "it can register the application, but not grant admin consent")
        case _, Able.CAN:
            return translate(
                "Console", "it can grant admin consent; whether it can register the application is up to the tenant"
            )
    return translate("Console", "its roles do not show what it can do; Microsoft’s answers will")


def consenting_roles(manifest: Manifest) -> list[str]:
    """The names of the roles that can grant admin consent."""
    return [localized(role.name) for role in manifest.roles if role.consents]


def consent_address(cloud: Cloud, organization: Organization, application: Application) -> str:
    """The admin consent endpoint for everything that the application declares (Microsoft, admin consent)."""
    return f"{cloud.authority}/{organization.id}/adminconsent?client_id={application.client_id}"


def portal_address(cloud: Cloud, application: Application) -> str | None:
    """The application's page “API permissions” in the portal; None if the cloud's portal is not known."""
    if cloud.portal is None:
        return None
    blade = "Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI"
    return f"{cloud.portal}/#view/{blade}/appId/{application.client_id}/isMSAApp~/false"


def credentials_address(cloud: Cloud, application: Application) -> str | None:
    """The application's page “Certificates & secrets” in the portal; None if the cloud's portal is not known."""
    if cloud.portal is None:
        return None
    blade = "Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials"
    return f"{cloud.portal}/#view/{blade}/appId/{application.client_id}/isMSAApp~/false"


def hand_over_message(
    organization: Organization,
    application: Application,
    profile: Profile,
    consent: str,
    portal: str | None,
    found: Sequence[PlanLine] = (),
) -> str:
    """The message that asks another administrator for consent, in the language in use; without any secret.

    It names the application's owners, everything that the portal's consent button would grant, and, in `found`, what
    else was found on the application and kept. `consent` and `portal` are the links.
    """
    permissions = "\n".join(
        translate("HandOver", "  - {name}: {why}").format(name=permission.name, why=localized(permission.why))
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
        *_also_asked(application, profile),
        *_owners(application),
        *_found(found),
        translate("HandOver", "This requires the role Global Administrator or Privileged Role Administrator."),
    ]
    if portal:
        lines += [
            "",
            translate("HandOver", "In the portal, with the button “Grant admin consent for …”:"),
            f"  {portal}",
        ]
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
    """The properties of its service principal in the portal, where it can be enabled; empty if no portal is known."""
    if cloud.portal is None:
        return ""
    return f"{cloud.portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Properties/appId/{client_id}"


def _also_asked(application: Application, profile: Profile) -> list[str]:
    """What else the application declares, as far as it was read."""
    wanted = {permission.id for permission in profile.permissions}
    declared = application.exposure.declared if application.exposure else ()
    names = [
        translate("Lines", "{name} (delegated)").format(name=permission.name)
        if permission.kind is PermissionKind.DELEGATED
        else permission.name
        for permission in declared
        if permission.id not in wanted
    ]
    if not names:
        return []
    words = translate("HandOver", "The same consent also grants what GLIMPS does not need: {permissions}.")
    return [words.format(permissions=", ".join(names)), ""]


def _owners(application: Application) -> list[str]:
    """The owners, who can add secrets to it later."""
    exposure = application.exposure
    if exposure is None or exposure.owners is None or exposure.principal_owners is None:
        return [translate("HandOver", "Who owns the application could not be read."), ""]
    owners = {owner.id: owner for owner in (*exposure.owners, *exposure.principal_owners)}
    if not owners:
        return []
    names = ", ".join(map(owner_name, owners.values()))
    lines = [translate("HandOver", "Owners, who can add secrets to it at any time: {names}.").format(names=names)]
    if not all(owner.manages for owner in owners.values()):
        lines.append(
            translate(
                "HandOver",
                "Should somebody else than an owner finish with “setup”, it asks whether the owners stay (--adopt) or "
                "are removed (--clean).",
            )
        )
    return [*lines, ""]


def _found(lines: Sequence[PlanLine]) -> list[str]:
    if not lines:
        return []
    head = translate("HandOver", "Found on the application before, and left there:")
    return [head, *(f"  - {line_title(line)}" for line in lines), ""]


def live_credentials(
    application: Application, new: Line[Fate] | None, now: datetime, program: str, options: str = ""
) -> list[str]:
    """Every live credential of the application, the new one last, each earlier one with the command that removes it.

    `program` begins that command, and `options` end it: " --cloud …", or nothing.
    """
    lines = _credential_lines(application, new, now)
    if not lines:
        return []
    removable = {entry.key_id for entry in application.credentials}
    words = translate("LeftOver", "To remove it: {command}")
    told = [translate("LeftOver", "Valid credentials of the application:")]
    for line, title in lines:
        told.append(f"  {title}")
        if line.key_id in removable:
            command = f"{program} remove --app {application.client_id} --key-id {line.key_id}{options}"
            told.append(f"    {words.format(command=command)}")
    earlier = [line for line, _ in lines if line is not new]
    if earlier:
        told.append(translate("LeftOver", "To remove them in the portal: “Certificates & secrets”."))
    return told


def credential_titles(application: Application, new: Line[Fate] | None, now: datetime) -> list[str]:
    """Every live credential of the application, with its dates; the new one last."""
    return [title for _, title in _credential_lines(application, new, now)]


def _credential_lines(application: Application, new: Line[Fate] | None, now: datetime) -> list[tuple[PlanLine, str]]:
    """Every live credential of the application as a line and in words with its dates; the new one last."""
    secrets = [entry for entry in application.credentials if entry.end is None or entry.end > now]
    secrets = [entry for entry in secrets if new is None or entry.key_id != new.key_id]  # one that was there before
    lines = [credential_line(entry, Fate.KEPT) for entry in secrets]
    principal = [entry for entry in application.principal_credentials if entry.end is None or entry.end > now]
    lines += [reason_line(PrincipalCredential(entry), Fate.KEPT) for entry in principal]
    federated = application.exposure.federated if application.exposure else ()
    lines += [reason_line(Federated(credential), Fate.KEPT) for credential in federated or ()]
    lines += [new] if new else []
    made = {entry.key_id: entry.start for entry in (*application.credentials, *principal)}
    return [(line, _since(line, made.get(line.key_id))) for line in lines]


def _since(line: PlanLine, start: datetime | None) -> str:
    title = line_title(line)
    if start is None:
        return title
    return translate("LeftOver", "{credential}, since {date}").format(credential=title, date=long_date(start))


def leftover_consent() -> str:
    """The notice that the consent to the sign-in application remains."""
    return translate(
        "LeftOver",
        "The permissions you granted to the sign-in tool stay in your tenant. "
        "You can review or revoke them at any time.",
    )


def leftover_consent_address(cloud: Cloud, client_id: str) -> str | None:
    """The permissions of the sign-in application (by client id) in the portal; None if no portal is known."""
    if cloud.portal is None:
        return None
    return f"{cloud.portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{client_id}"
