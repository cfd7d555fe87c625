"""What the sign-in itself leaves in the tenant, and where to look at it."""

from __future__ import annotations

from installer.model import Cloud
from installer.texts.language import translate


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
