"""The sign-in pages in English and French: plain forms that work without script, with a label for each control."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final

from installer.demo.http_server import Response
from installer.demo.people import User

_STYLE: Final = """
:root{color-scheme:light dark;--ground:#f2f4f7;--card:#fff;--ink:#1b1f24;--quiet:#57606a;--line:#8c959f;--blue:#0f62c0}
@media (prefers-color-scheme:dark){:root{--ground:#14171b;--card:#1f242b;--ink:#eef1f4;--quiet:#a9b3bd;--line:#76818c;
--blue:#6db0ff}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);
font:16px/1.5 system-ui,"Segoe UI",sans-serif}
main{background:var(--card);width:min(28rem,94vw);margin:1rem;padding:2rem;border-radius:8px;
box-shadow:0 2px 12px rgb(0 0 0/.15)}
h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:.5rem 0}.quiet{color:var(--quiet);font-size:.9rem}
.error{border-left:4px solid #d1242f;padding-left:.75rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input:not([type=checkbox]){width:100%;padding:.6rem;font:inherit;color:inherit;background:transparent;
border:1px solid var(--line);border-radius:4px}
.check label{display:inline;font-weight:400;margin:0}.check{margin:1rem 0}main>.quiet:last-child{margin:1.5rem 0 0}
ul{padding-left:1.25rem}
.buttons{display:flex;gap:.75rem;justify-content:flex-end;flex-wrap:wrap;margin-top:1.5rem}
button{font:inherit;padding:.5rem 1.25rem;border-radius:4px;border:1px solid var(--line);background:transparent;
color:inherit;cursor:pointer}
button.main{background:var(--blue);border-color:var(--blue);color:var(--card);font-weight:600}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
"""


def account_page(
    language: Language, flow: str, client: str, hint: str, accounts: Sequence[User], problem: str | None = None
) -> Response:
    words = WORDS[language]
    options = "".join(f'<option value="{escape(user.username)}">{escape(user.name)}</option>' for user in accounts)
    return _page(
        language,
        words.sign_in,
        f"""<p class="quiet">{escape(words.to_reach.format(client=client))}</p>{_problem(problem)}
<form method="post" action="/signin">{_hidden({"flow": flow})}
<label for="account">{words.account}</label>
<input id="account" name="account" type="text" inputmode="email" autocomplete="username" list="accounts"
 value="{escape(hint)}" required autofocus>
<datalist id="accounts">{options}</datalist>
<div class="buttons"><button class="main" id="sign-in">{words.sign_in_button}</button></div></form>""",
    )


def consent_page(
    language: Language, flow: str, client: str, user: User, titles: Sequence[str], behalf: bool
) -> Response:
    """`behalf`: whether the person may consent for the organization; only then is there a check box, unticked."""
    words = WORDS[language]
    box = (
        f"""<div class="check"><input type="checkbox" id="on-behalf" name="on_behalf" value="1"
 aria-describedby="on-behalf-note"> <label for="on-behalf">{words.on_behalf}</label>
<p class="quiet" id="on-behalf-note">{words.on_behalf_note}</p></div>"""
        if behalf
        else ""
    )
    items = "".join(f"<li>{escape(title)}</li>" for title in titles)
    return _page(
        language,
        words.permissions,
        f"""<p class="quiet">{escape(user.username)}</p><p><strong>{escape(client)}</strong></p>
<p>{words.wants}</p><ul id="permissions">{items}</ul>
<form method="post" action="/consent">{_hidden({"flow": flow})}{box}
<div class="buttons"><button id="cancel" name="decision" value="cancel">{words.cancel}</button>
<button class="main" id="accept" name="decision" value="accept">{words.accept}</button></div></form>""",
    )


def refusal_page(language: Language, flow: str, title: str, text: str, number: int) -> Response:
    """The person cannot continue; one button sends the application its answer."""
    words = WORDS[language]
    return _page(
        language,
        title,
        f"""{_problem(text)}<p class="quiet">AADSTS{number}</p>
<form method="post" action="/back">{_hidden({"flow": flow, "number": str(number)})}
<div class="buttons"><button id="back">{words.back}</button></div></form>""",
    )


def error_page(language: Language, text: str, status: int = 400) -> Response:
    """Nothing can be sent to the application."""
    return _page(language, WORDS[language].refused, _problem(text), status)


def code_page(language: Language, problem: bool = False) -> Response:
    words = WORDS[language]
    return _page(
        language,
        words.code_title,
        f"""{_problem(words.code_wrong if problem else None)}
<form method="post" action="/devicelogin">
<label for="otc">{words.code}</label>
<input id="otc" name="otc" type="text" maxlength="16" autocomplete="off" autocapitalize="characters" required autofocus>
<div class="buttons"><button class="main" id="next">{words.next}</button></div></form>""",
    )


def message_page(language: Language, title: str, text: str) -> Response:
    return _page(language, title, f'<p id="message">{escape(text)}</p><p>{WORDS[language].close}</p>')


def form_post_page(language: Language, redirect_uri: str, fields: Mapping[str, str]) -> Response:
    """Posts itself to the client (OAuth 2.0 Form Post Response Mode); without script, a button does."""
    words = WORDS[language]
    return _page(
        language,
        words.going_on,
        f"""<form id="answer" method="post" action="{escape(redirect_uri)}">{_hidden(fields)}
<noscript><div class="buttons"><button class="main" id="continue">{words.go_on}</button></div></noscript></form>
<script>document.getElementById("answer").submit()</script>""",
    )


def _problem(text: str | None) -> str:
    return f'<p class="error" role="alert" id="problem">{escape(text)}</p>' if text else ""


def _hidden(fields: Mapping[str, str]) -> str:
    return "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields.items()
    )


def _page(language: Language, title: str, body: str, status: int = 200) -> Response:
    html = f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(title)}</title><style>{_STYLE}</style></head>
<body><main><h1>{escape(title)}</h1>{body}<p class="quiet">{WORDS[language].rehearsal}</p></main></body></html>"""
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
    }
    return Response(status, headers, html.encode())


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
