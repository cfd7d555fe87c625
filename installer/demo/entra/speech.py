"""The texts of the sign-in pages: in English here, in other languages by the translations given to the tenant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Final

from installer.demo.permissions import APP_ROLES, SCOPES
from installer.model import Language, Shown


@dataclass(frozen=True, slots=True)
class Words:
    """Every text of the pages, in one language."""

    rehearsal: str
    sign_in: str
    account: str
    next: str
    sign_in_button: str
    to_reach: str
    unknown_account: str
    permissions: str
    wants: str
    on_behalf: str
    on_behalf_note: str
    accept: str
    cancel: str
    refused: str
    personal: str
    other_tenant: str
    approval: str
    approval_note: str
    back: str
    code_title: str
    code: str
    code_wrong: str
    done: str
    close: str
    declined: str
    blocked: str
    going_on: str
    go_on: str
    signed_out: str
    granted: str


ENGLISH: Final = Words(
    rehearsal=Shown("Rehearsal: this page belongs to the embedded demo tenant, not to Microsoft."),
    sign_in=Shown("Sign in"),
    account=Shown("Account"),
    next=Shown("Next"),
    sign_in_button=Shown("Sign in"),
    to_reach=Shown("to continue to {client}"),
    unknown_account=Shown("That account does not exist in this directory. Enter a different one."),
    permissions=Shown("Permissions requested"),
    wants=Shown("This application would like to:"),
    on_behalf=Shown("Consent on behalf of your organization"),
    on_behalf_note=Shown("If you accept, the application gets this access for all users of your organization."),
    accept=Shown("Accept"),
    cancel=Shown("Cancel"),
    refused=Shown("Sign-in stopped"),
    personal=Shown("You can’t sign in here with a personal account. Use your work or school account instead."),
    other_tenant=Shown("This account does not belong to the organization that was asked for."),
    approval=Shown("Need admin approval"),
    approval_note=Shown("{client} needs permission that only an administrator can grant."),
    back=Shown("Return to the application without signing in"),
    code_title=Shown("Enter code"),
    code=Shown("Code"),
    code_wrong=Shown("That code did not work. Check it and try again."),
    done=Shown("You have signed in to {client} on your device."),
    close=Shown("You can close this window."),
    declined=Shown("Nothing was allowed."),
    blocked=Shown(
        "You cannot access this right now: your organization’s access rules do not allow this way to sign in."
    ),
    going_on=Shown("Working…"),
    go_on=Shown("Continue"),
    signed_out=Shown("You signed out of your account."),
    granted=Shown("{client} now has the permissions it asked for."),
)
SHOWN: Final = (
    *(str(getattr(ENGLISH, field.name)) for field in fields(Words)),
    *(permission.title for permission in (*SCOPES, *APP_ROLES)),
)
"""Every English text of the pages."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One language of the pages; `translations` maps English texts to its own."""

    code: str
    translations: Mapping[str, str]

    @property
    def words(self) -> Words:
        """Every text in this language."""
        return Words(**{field.name: self.say(getattr(ENGLISH, field.name)) for field in fields(Words)})

    def say(self, text: str) -> str:
        """One text in this language; the English one if it is not translated."""
        return self.translations.get(text, text)


IN_ENGLISH: Final = Speech(Language.EN, {})


def chosen_speech(wishes: Iterable[str | None], known: Mapping[str, Mapping[str, str]]) -> Speech:
    """The first language that is English or in `known`; a wish is `fr-FR`, `en` or an Accept-Language list."""
    for wish in wishes:
        for tag in (wish or "").replace(" ", ",").split(","):
            primary = tag.partition(";")[0].strip().lower().partition("-")[0]
            if primary == Language.EN or primary in known:
                return Speech(primary, known.get(primary, {}))
    return IN_ENGLISH
