"""Texts for refusals of Microsoft's token service, by AADSTS number (Microsoft, error codes reference).

Microsoft says that the numbers can change, so they only choose the text; the number itself is always shown.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from installer.errors.base import Words


class Refusal(NamedTuple):
    """What happened and what to do, for certain AADSTS numbers and OAuth error codes."""

    keys: tuple[int | str, ...]
    what: Words
    hint: Words
    console: str = ""
    approval: bool = False
    """Whether the missing thing may be an administrator's approval of the sign-in application."""
    other_way: bool = False
    """Whether the other way, browser or device code, may let a person in; `hint` is for where no way is known."""


DECLINED: Final = "authorization_declined"
"""The error code if the person declined a device code (Microsoft, device authorization grant)."""

_REFUSALS: Final = (
    Refusal(
        (53003, 530032, 530034, 530035),
        Words("A conditional access policy of your company blocks this way of signing in."),
        Words("Try the other way, browser or device code, or ask for an exception; device codes are often blocked."),
        "--sign-in browser, --sign-in device-code",
        other_way=True,
    ),
    Refusal(
        (53000, 53001, 530003, 530004, 50097, 50129, 50131),
        Words("A conditional access policy requires a managed device."),
        Words("Sign in on a managed computer in its own browser, not by device code."),
    ),
    Refusal(
        (53002, 530021),
        Words("A conditional access policy of your company allows approved applications only."),
        Words("Ask for an exception for “Microsoft Graph Command Line Tools”."),
    ),
    Refusal(
        (53004, 53011),
        Words("Microsoft regards this sign-in as risky and blocks it."),
        Words("Have a Security Administrator dismiss the account’s risk, then sign in again."),
    ),
    Refusal(
        (530036,),
        Words("A conditional access policy of your company blocks device codes."),
        Words("Sign in with the browser."),
        "--sign-in browser",
    ),
    Refusal(
        (530084,),
        Words("A conditional access policy of your company requires token protection, which this sign-in cannot give."),
        Words("Ask for an exception for “Microsoft Graph Command Line Tools”, or use an account the policy exempts."),
    ),
    Refusal(
        (50199,),
        Words("Microsoft asks you to confirm the sign-in."),
        Words("Sign in again, and confirm it in the browser."),
    ),
    Refusal(
        (50173, 70043),
        Words("The sign-in is no longer valid: it is too old, or was revoked."),
        Words("Sign in again."),
    ),
    Refusal(
        (50072, 50074, 50076, 50079, 50158, "interaction_required", "login_required"),
        Words("Microsoft asks for multifactor authentication."),
        Words("Finish it in the browser, then sign in again."),
    ),
    Refusal(
        (500208, 500200),
        Words("This is a personal Microsoft account."),
        Words("Sign in with a work account of the tenant to protect."),
    ),
    Refusal(
        (50020, 50034, 51004, 90072, 16000),
        Words("This account does not exist in that tenant."),
        Words("Sign in with an administrator’s account of the tenant to protect."),
    ),
    Refusal(
        (65001, 90094, 90095, 900941),
        Words("The sign-in application needs an administrator’s approval."),
        Words("The simplest way: an administrator runs this setup."),
        approval=True,
    ),
    Refusal(
        (65004, DECLINED),
        Words("The permissions were declined in the browser."),
        Words(
            "Sign in again and accept them: they are used for this setup only. Or did Microsoft ask for an "
            "administrator’s approval? The simplest way: an administrator runs this setup."
        ),
        approval=True,
    ),
    Refusal(
        ("access_denied",),
        Words("The sign-in was refused."),
        Words("If you did not refuse it yourself, a policy did: Microsoft Entra’s sign-in logs name it."),
    ),
    Refusal(
        (50105,),
        Words("This account is not assigned to the sign-in application."),
        Words("Ask to be assigned to “Microsoft Graph Command Line Tools” in the enterprise applications."),
    ),
    Refusal(
        (500021, 500022, 50002, 500212, 500213),
        Words("Your company’s network or policy forbids signing in to that tenant."),
        Words("Ask for the tenant to be allowed (tenant restrictions, cross-tenant access)."),
    ),
    Refusal(
        (65002, 70011, 650051, 650052, 650056, 650057, 65005),
        Words("A permission is not known to Microsoft yet, or not allowed for the sign-in application."),
        Words("Wait a minute and try again; if the problem persists, tell GLIMPS the number."),
    ),
    Refusal(
        (50011, 900971, 500113),
        Words("The sign-in application does not allow the address http://localhost."),
        Words("Add it to your own sign-in application, or use a device code."),
    ),
    Refusal(
        (50194,),
        Words("Your own sign-in application belongs to one tenant only."),
        Words("Name the tenant."),
        "--tenant",
    ),
    Refusal(
        (70016, 70018, 70019, 90120, 54005, 70000, 70008),
        Words("The code was mistyped, has expired or was already used."),
        Words("Start again to get a new code."),
    ),
    Refusal(
        (700016, 700011),
        Words("The application is not known in this tenant."),
        Words("Check the tenant, the application ID and the cloud."),
    ),
    Refusal(
        (7000215,),
        Words("The client secret is wrong."),
        Words("Check that the secret’s value was given, not its ID."),
    ),
    Refusal(
        (7000222, 700027, 700024),
        Words("The credential has expired or does not fit."),
        Words("Make a new one."),
    ),
    Refusal(
        (500014,),
        Words("The sign-in application, or Microsoft Graph, is disabled in this tenant."),
        Words("Enable it under Enterprise applications, Properties."),
    ),
    Refusal(
        (7000218,),
        Words("Your own sign-in application is not a public client."),
        Words("In the portal, under Authentication, allow public client flows."),
    ),
    Refusal(
        (7000112, 70001),
        Words("The application is disabled in this tenant."),
        Words("Enable it under Enterprise applications, Properties."),
    ),
    Refusal(
        (90002, 90038, 50049, 900432, 900384),
        Words("Microsoft does not know this tenant in this cloud."),
        Words("Check the tenant’s ID or domain, and the cloud."),
        "--cloud",
    ),
    Refusal(
        (50053, 50057, 50126, 50055, 50056),
        Words("Microsoft refuses this account: it is locked or disabled, or its password is wrong or expired."),
        Words("Have the account fixed, then sign in again."),
    ),
    Refusal(
        (90033, 90006, 90024, 50033, 50196, "temporarily_unavailable", "server_error"),
        Words("Microsoft’s sign-in has a temporary problem."),
        Words("Try again in a few minutes."),
    ),
)
"""OAuth's error codes are used if there is no number (RFC 6749 §4.1.2.1, RFC 8628 §3.5)."""

_UNKNOWN: Final = Refusal(
    (),
    Words("Microsoft refused the sign-in."),
    Words("Try again; if the problem persists, look the number up at https://login.microsoftonline.com/error."),
)
_BY_KEY: Final = {key: refusal for refusal in _REFUSALS for key in refusal.keys}


def refusal_of(number: int, word: str = "") -> Refusal:
    """The texts for an AADSTS number or, if that is 0, for OAuth's error code `word`.

    A declined device code is recognized by the word only, because its number varies.
    """
    return _BY_KEY.get(word if word == DECLINED else number or word, _UNKNOWN)
