"""Reads the manifest, resources/connector.toml: what must exist in the tenant, as GLIMPS declares it."""

from __future__ import annotations

from pathlib import Path

from installer.config.table import Table, read_table
from installer.errors.files import TomlFault
from installer.files import resource
from installer.model import Connector, DirectoryRole, Level, Manifest, Permission, Profile

_GUID = r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}"
_TAG = r"\S{1,256}"


def load_manifest(path: Path | None = None) -> Manifest:
    """The validated manifest, from the shipped file by default.

    Raises `UnreadableFile`, or `InvalidToml` with file, line and key.
    """
    table = read_table(path or resource("connector.toml"))
    application, credential = table.table("application"), table.table("credential")
    sign_in, delivery = table.table("sign_in"), table.table("delivery")
    manifest = Manifest(
        version=table.text("version"),
        application_name=application.text("name", pattern=r".{1,120}"),
        unique_name=application.text("unique_name", pattern=r"[A-Za-z0-9-]{1,120}"),
        tag=application.text("tag", pattern=_TAG),
        notes=application.manifest_text("notes"),
        profiles=_profiles(table),
        tolerated=dict(map(_tolerated, table.tables("tolerated"))),
        roles=tuple(map(_role, table.tables("role"))),
        sign_in_client=sign_in.text("client", pattern=_GUID),
        sign_in_scopes=sign_in.texts("scopes"),
        secret_description=credential.text("description", pattern=r".{1,90}"),
        months=credential.number("months", least=1, most=24),
        vendor_recipient=delivery.text("vendor_recipient", pattern=r"(age1[a-z0-9]+)?") or None,
        connector=_connector(table.table("connector")),
        links=table.mapping("links"),
    )
    for part in (application, credential, sign_in, delivery, table):
        part.close()
    return manifest


def _profiles(table: Table) -> tuple[Profile, ...]:
    rows = [_permission(row) for row in table.tables("permission")]
    profiles = []
    for row in table.tables("profile"):
        name = row.text("id", pattern=r"[a-z-]+")
        permissions = tuple(permission for permission, members in rows if name in members)
        if not permissions:
            raise row.fault(TomlFault.BAD_VALUE, "id")
        profiles.append(Profile(name, row.manifest_text("title"), row.manifest_text("summary"), permissions))
        row.close()
    return tuple(profiles)


def _permission(row: Table) -> tuple[Permission, tuple[str, ...]]:
    """A permission with the ids of the profiles it belongs to."""
    permission = Permission(
        name=row.text("name", pattern=r"[A-Za-z]+(\.[A-Za-z]+)+"),
        id=row.text("id", pattern=_GUID),
        level=Level(row.text("level", pattern="|".join(Level))),
        why=row.manifest_text("why"),
        proof=row.text("proof", pattern=r"/\S+"),
    )
    profiles = row.texts("profiles")
    row.close()
    return permission, profiles


def _tolerated(row: Table) -> tuple[str, str]:
    pair = row.text("id", pattern=_GUID), row.text("name")
    row.close()
    return pair


def _role(row: Table) -> DirectoryRole:
    role = DirectoryRole(
        template_id=row.text("template_id", pattern=_GUID),
        name=row.manifest_text("name"),
        registers=row.flag("registers"),
        consents=row.flag("consents"),
    )
    row.close()
    return role


def _connector(row: Table) -> Connector:
    connector = Connector(
        tenant_id=row.text("tenant_id"),
        client_id=row.text("client_id"),
        client_secret=row.text("client_secret"),
        auth_mode=row.text("auth_mode"),
        thumbprint=row.text("certificate_thumbprint"),
        object_id=row.text("application_object_id"),
        key_id=row.text("certificate_key_id"),
    )
    row.close()
    return connector
