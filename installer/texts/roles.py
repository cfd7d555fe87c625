"""Directory roles by their names in the language in use."""

from __future__ import annotations

from installer.model import Manifest, Rights
from installer.texts.language import language


def role_names(manifest: Manifest, rights: Rights) -> list[str]:
    """The account's roles that matter here."""
    return [role.name.in_(language()) for role in manifest.roles if role.template_id in rights.roles]


def consenting_roles(manifest: Manifest) -> list[str]:
    """The roles that may give admin consent."""
    return [role.name.in_(language()) for role in manifest.roles if role.consents]
