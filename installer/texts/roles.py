"""Directory roles by their names in the language in use."""

from __future__ import annotations

from installer.model import Manifest, Rights
from installer.texts.language import language, translate


def role_names(manifest: Manifest, rights: Rights) -> list[str]:
    """The account's roles that matter here."""
    return [role.name.in_(language()) for role in manifest.roles if role.template_id in rights.roles]


def rights_sentence(rights: Rights) -> str:
    """What the account may do, as far as its roles tell: everything, half of it, or nothing."""
    if rights.can_register and rights.can_consent:
        return translate("Console", "it may register the application and grant admin consent")
    if rights.can_register:
        return translate("Console", "it may register the application, but not grant admin consent")
    if rights.can_consent:
        return translate("Console", "it may grant admin consent, but not register the application")
    return translate("Console", "it may neither register the application nor grant admin consent")


def consenting_roles(manifest: Manifest) -> list[str]:
    """The roles that may give admin consent."""
    return [role.name.in_(language()) for role in manifest.roles if role.consents]
