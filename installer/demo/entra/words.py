"""The words of the sign-in pages, in English and French; the browser or the client chooses which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Language(StrEnum):
    EN = "en"
    FR = "fr"


@dataclass(frozen=True, slots=True)
class Words:
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


WORDS: Final = {
    Language.EN: Words(
        rehearsal="Rehearsal: this page belongs to the embedded demo tenant, not to Microsoft.",
        sign_in="Sign in",
        account="Account",
        next="Next",
        sign_in_button="Sign in",
        to_reach="to continue to {client}",
        unknown_account="That account does not exist in this directory. Enter a different one.",
        permissions="Permissions requested",
        wants="This application would like to:",
        on_behalf="Consent on behalf of your organization",
        on_behalf_note="If you accept, the application gets this access for all users of your organization.",
        accept="Accept",
        cancel="Cancel",
        refused="Sign-in stopped",
        personal="You can’t sign in here with a personal account. Use your work or school account instead.",
        other_tenant="This account does not belong to the organization that was asked for.",
        approval="Need admin approval",
        approval_note="{client} needs permission that only an administrator can grant.",
        back="Return to the application without signing in",
        code_title="Enter code",
        code="Code",
        code_wrong="That code did not work. Check it and try again.",
        done="You have signed in to {client} on your device.",
        close="You can close this window.",
        declined="Nothing was allowed.",
        blocked="You cannot access this right now: your organization’s access rules do not allow this way to sign in.",
        going_on="Working…",
        go_on="Continue",
        signed_out="You signed out of your account.",
        granted="{client} now has the permissions it asked for.",
    ),
    Language.FR: Words(
        rehearsal="Répétition : cette page appartient au locataire de démonstration, pas à Microsoft.",
        sign_in="Se connecter",
        account="Compte",
        next="Suivant",
        sign_in_button="Se connecter",
        to_reach="pour continuer vers {client}",
        unknown_account="Ce compte n’existe pas dans cet annuaire. Saisissez-en un autre.",
        permissions="Autorisations demandées",
        wants="Cette application souhaite :",
        on_behalf="Consentement pour le compte de votre organisation",
        on_behalf_note="Si vous acceptez, l’application aura cet accès pour tous les utilisateurs de l’organisation.",
        accept="Accepter",
        cancel="Annuler",
        refused="Connexion interrompue",
        personal="Vous ne pouvez pas vous connecter ici avec un compte personnel. Utilisez votre compte professionnel "
        "ou scolaire.",
        other_tenant="Ce compte n’appartient pas à l’organisation demandée.",
        approval="Approbation de l’administrateur nécessaire",
        approval_note="{client} a besoin d’une autorisation que seul un administrateur peut accorder.",
        back="Revenir à l’application sans se connecter",
        code_title="Entrer le code",
        code="Code",
        code_wrong="Ce code n’a pas fonctionné. Vérifiez-le et réessayez.",
        done="Vous êtes connecté à {client} sur votre appareil.",
        close="Vous pouvez fermer cette fenêtre.",
        declined="Rien n’a été autorisé.",
        blocked="Vous ne pouvez pas accéder à cette ressource : les règles d’accès de votre organisation n’autorisent "
        "pas cette façon de se connecter.",
        going_on="En cours…",
        go_on="Continuer",
        signed_out="Vous êtes déconnecté de votre compte.",
        granted="{client} a maintenant les autorisations demandées.",
    ),
}


def chosen_language(wishes: Iterable[str | None]) -> Language:
    """The first wish that is French or English: `fr-FR`, `en`, or an Accept-Language list; else English."""
    for wish in wishes:
        for tag in (wish or "").replace(" ", ",").split(","):
            primary = tag.partition(";")[0].strip().lower().partition("-")[0]
            if primary in (Language.EN.value, Language.FR.value):
                return Language(primary)
    return Language.EN
