"""The sign-in pages, and what they say in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from html import escape
from typing import Final

from installer.demo.http_server import Response
from installer.demo.people import User
from installer.demo.permissions import APP_ROLES, SCOPES
from installer.model import Language, Shown

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
    speech: Speech, flow: str, client: str, hint: str, accounts: Sequence[User], problem: str | None = None
) -> Response:
    """Asks for the account, filled in with `hint`; `problem` is shown above the form."""
    words = speech.words
    options = "".join(f'<option value="{escape(user.username)}">{escape(user.name)}</option>' for user in accounts)
    return _page(
        speech,
        words.sign_in,
        f"""<p class="quiet">{escape(words.to_reach.format(client=client))}</p>{_problem(problem)}
<form method="post" action="/signin">{_hidden({"flow": flow})}
<label for="account">{words.account}</label>
<input id="account" name="account" type="text" inputmode="email" autocomplete="username" list="accounts"
 value="{escape(hint)}" required autofocus>
<datalist id="accounts">{options}</datalist>
<div class="buttons"><button class="main" id="sign-in">{words.sign_in_button}</button></div></form>""",
    )


def consent_page(speech: Speech, flow: str, client: str, user: User, titles: Sequence[str], behalf: bool) -> Response:
    """Asks for consent. `behalf`: whether the user can consent for the organization, by a box that is not ticked."""
    words = speech.words
    box = (
        f"""<div class="check"><input type="checkbox" id="on-behalf" name="on_behalf" value="1"
 aria-describedby="on-behalf-note"> <label for="on-behalf">{words.on_behalf}</label>
<p class="quiet" id="on-behalf-note">{words.on_behalf_note}</p></div>"""
        if behalf
        else ""
    )
    items = "".join(f"<li>{escape(title)}</li>" for title in titles)
    return _page(
        speech,
        words.permissions,
        f"""<p class="quiet">{escape(user.username)}</p><p><strong>{escape(client)}</strong></p>
<p>{words.wants}</p><ul id="permissions">{items}</ul>
<form method="post" action="/consent">{_hidden({"flow": flow})}{box}
<div class="buttons"><button id="cancel" name="decision" value="cancel">{words.cancel}</button>
<button class="main" id="accept" name="decision" value="accept">{words.accept}</button></div></form>""",
    )


def refusal_page(speech: Speech, flow: str, title: str, text: str, number: int) -> Response:
    """Says why the user cannot continue; a button sends the error to the application."""
    words = speech.words
    return _page(
        speech,
        title,
        f"""{_problem(text)}<p class="quiet">AADSTS{number}</p>
<form method="post" action="/back">{_hidden({"flow": flow, "number": str(number)})}
<div class="buttons"><button id="back">{words.back}</button></div></form>""",
    )


def error_page(speech: Speech, text: str, status: int = 400) -> Response:
    """Says what is wrong when nothing can be sent to the application."""
    return _page(speech, speech.words.refused, _problem(text), status)


def code_page(speech: Speech, problem: bool = False) -> Response:
    """Asks for a device code; `problem`: the last one typed was wrong."""
    words = speech.words
    return _page(
        speech,
        words.code_title,
        f"""{_problem(words.code_wrong if problem else None)}
<form method="post" action="/devicelogin">
<label for="otc">{words.code}</label>
<input id="otc" name="otc" type="text" maxlength="16" autocomplete="off" autocapitalize="characters" required autofocus>
<div class="buttons"><button class="main" id="next">{words.next}</button></div></form>""",
    )


def message_page(speech: Speech, title: str, text: str) -> Response:
    """A message without a form; the page can be closed then."""
    return _page(speech, title, f'<p id="message">{escape(text)}</p><p>{speech.words.close}</p>')


def form_post_page(speech: Speech, redirect_uri: str, fields: Mapping[str, str]) -> Response:
    """A form that posts itself to the client (OAuth 2.0 Form Post Response Mode); without scripts, it has a button."""
    words = speech.words
    return _page(
        speech,
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


def _page(speech: Speech, title: str, body: str, status: int = 200) -> Response:
    html = f"""<!doctype html>
<html lang="{speech.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(title)}</title><style>{_STYLE}</style></head>
<body><main><h1>{escape(title)}</h1>{body}<p class="quiet">{speech.words.rehearsal}</p></main></body></html>"""
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
    }
    return Response(status, headers, html.encode())


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
