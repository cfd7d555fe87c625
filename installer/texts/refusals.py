"""Words for a sign-in that did not succeed, by Microsoft's AADSTS numbers (Microsoft, error codes reference).

Microsoft says that the numbers may change: they only choose the words; the number itself is always shown.
"""

from __future__ import annotations

from installer import errors
from installer.texts.language import translate
from installer.texts.words import Refusal, Words

POLICY = frozenset({53003, 530032, 530034, 530035, 50199})
DEVICE = frozenset({53000, 53001, 50097, 50129, 50131})
SECOND_FACTOR = frozenset({50072, 50074, 50076, 50079, 50158})
WRONG_ACCOUNT = frozenset({50020, 50034, 51004, 90072, 16000})
PERSONAL = frozenset({500208, 500200})
NOT_ASSIGNED = frozenset({50105})
TENANT_RESTRICTED = frozenset({500021, 500022, 50002, 500212, 500213})
NEEDS_ADMIN = frozenset({65001, 90094, 90095, 900941})
DECLINED = frozenset({65004})
SCOPE = frozenset({65002, 70011})
PERMISSION = frozenset({650051, 650052, 650056, 650057, 65005})
SINGLE_TENANT = frozenset({50194})
REDIRECT = frozenset({50011, 900971, 500113})
CODE = frozenset({70016, 70018, 70019, 90120, 54005, 70000, 70008})
NOT_FOUND = frozenset({700016, 700011})
BAD_SECRET = frozenset({7000215})
EXPIRED_CREDENTIAL = frozenset({7000222, 700027, 700024})
DISABLED = frozenset({7000112, 70001})
WRONG_CLOUD = frozenset({90002, 90038, 50049, 900432, 900384})
ACCOUNT_PROBLEM = frozenset({50053, 50057, 50126, 50055, 50056})
TRANSIENT = frozenset({90033, 90006, 90024, 50033, 50196})


def explain_refusal(error: errors.SignInError) -> Words:
    """Words for every `SignInError`."""
    title = translate("Errors", "The sign-in did not succeed")
    match error:
        case errors.SignInRefused():
            return Words(title, *_refused(error))
        case errors.SignInTimedOut():
            what = translate("Errors", "Nobody finished the sign-in within {minutes} minutes.").format(
                minutes=error.minutes
            )
            return Words(
                title, what, translate("Errors", "Start it again; if the browser showed an error, try a device code.")
            )
        case errors.WrongTenant():
            what = translate("Errors", "The account belongs to the tenant {found}, not to {wanted}.").format(
                found=error.found or "?", wanted=error.wanted
            )
            return Words(title, what, translate("Errors", "Sign in with an account of the tenant that you named."))
        case errors.PersonalAccount():
            return Words(title, *_personal())
        case errors.ClockOff():
            minutes = abs(error.seconds) // 60
            if error.seconds > 0:
                what = translate("Errors", "This computer’s clock is {minutes} minutes ahead of Microsoft’s.")
            else:
                what = translate("Errors", "This computer’s clock is {minutes} minutes behind Microsoft’s.")
            return Words(
                title,
                what.format(minutes=minutes),
                translate("Errors", "Set this computer’s date and time, then try again."),
            )
        case errors.ListenerFailed():
            what = translate("Errors", "No local port could be opened for the browser’s answer ({reason}).").format(
                reason=error.reason
            )
            return Words(title, what, translate("Errors", "Use a device code instead."), "--sign-in device-code")
        case errors.UntrustedAnswer():
            what = translate("Errors", "Microsoft’s answer failed a security check ({check}).").format(
                check=error.check
            )
            return Words(
                title, what, translate("Errors", "Start again; if the problem persists, tell your network team.")
            )
    raise AssertionError(f"no words for {type(error).__name__}")


def _personal() -> Refusal:
    return Refusal(
        translate("Errors", "This is a personal Microsoft account."),
        translate("Errors", "Sign in with a work account of the tenant to protect."),
    )


def _refused(error: errors.SignInRefused) -> Refusal:
    refusal = _by_number(error.code) if error.code else _by_word(error.error)
    number = f"AADSTS{error.code}" if error.code else error.error
    return refusal._replace(what=f"{refusal.what.removesuffix('.')} ({number}).") if number else refusal


def refused_credential(code: int) -> tuple[str, str]:
    """What it means that Microsoft's token service refused an application's own credential, and what to do."""
    refusal = _by_number(code)
    return f"{refusal.what.removesuffix('.')} (AADSTS{code}).", refusal.hint


def _by_number(code: int) -> Refusal:  # a table, one line of words for each group
    if code in POLICY | DEVICE:
        return _policy(code)
    if code in SECOND_FACTOR:
        return Refusal(
            translate("Errors", "Microsoft asks for multifactor authentication."),
            translate("Errors", "Finish it in the browser, then sign in again."),
        )
    if code in PERSONAL:
        return _personal()
    if code in WRONG_ACCOUNT:
        return Refusal(
            translate("Errors", "This account does not exist in that tenant."),
            translate("Errors", "Sign in with an administrator’s account of the tenant to protect."),
        )
    if code in NEEDS_ADMIN | DECLINED | NOT_ASSIGNED:
        return _consent(code)
    if code in TENANT_RESTRICTED:
        return Refusal(
            translate("Errors", "Your company’s network or policy forbids signing in to that tenant."),
            translate("Errors", "Ask for the tenant to be allowed (tenant restrictions, cross-tenant access)."),
        )
    if code in SCOPE | PERMISSION:
        return Refusal(
            translate(
                "Errors", "A permission is not known to Microsoft yet, or not allowed for the sign-in application."
            ),
            translate("Errors", "Wait a minute and try again; if the problem persists, tell GLIMPS the number."),
        )
    if code in REDIRECT:
        return Refusal(
            translate("Errors", "The sign-in application does not allow the address http://localhost."),
            translate("Errors", "Add it to your own sign-in application, or use a device code."),
        )
    if code in SINGLE_TENANT:
        return Refusal(
            translate("Errors", "Your own sign-in application belongs to one tenant only."),
            translate("Errors", "Name the tenant."),
            "--tenant",
        )
    if code in CODE:
        return Refusal(
            translate("Errors", "The code was mistyped, has expired or was already used."),
            translate("Errors", "Start again to get a new code."),
        )
    return _credential(code)


def _policy(code: int) -> Refusal:
    if code in DEVICE:
        return Refusal(
            translate("Errors", "A conditional access policy demands a managed device."),
            translate("Errors", "Sign in on a managed computer in its own browser, not by device code."),
        )
    return Refusal(
        translate("Errors", "A conditional access policy of your company blocks this way of signing in."),
        translate(
            "Errors",
            "Try the other way, browser or device code, or ask for an exception; device codes are often blocked.",
        ),
        "--sign-in browser, --sign-in device-code",
    )


def _consent(code: int) -> Refusal:
    if code in DECLINED:
        return Refusal(
            translate("Errors", "The permissions were declined in the browser."),
            translate("Errors", "Sign in again and accept them: they are used for this setup only."),
        )
    if code in NOT_ASSIGNED:
        return Refusal(
            translate("Errors", "This account is not assigned to the sign-in application."),
            translate(
                "Errors", "Ask to be assigned to “Microsoft Graph Command Line Tools” in the enterprise applications."
            ),
        )
    return Refusal(
        translate("Errors", "The sign-in application needs an administrator’s approval."),
        translate("Errors", "Sign in as an administrator, or ask one to approve “Microsoft Graph Command Line Tools”."),
    )


def _credential(code: int) -> Refusal:
    if code in NOT_FOUND:
        return Refusal(
            translate("Errors", "The application is not known in this tenant."),
            translate("Errors", "Check the tenant, the application ID and the cloud."),
        )
    if code in BAD_SECRET:
        return Refusal(
            translate("Errors", "The client secret is wrong."),
            translate("Errors", "Check that the secret’s value was given, not its ID."),
        )
    if code in EXPIRED_CREDENTIAL:
        return Refusal(
            translate("Errors", "The credential has expired or does not fit."),
            translate("Errors", "Make a new one."),
        )
    if code in DISABLED:
        return Refusal(
            translate("Errors", "The application is disabled in this tenant."),
            translate("Errors", "Enable it under Enterprise applications, Properties."),
        )
    if code in WRONG_CLOUD:
        return Refusal(
            translate("Errors", "Microsoft does not know this tenant in this cloud."),
            translate("Errors", "Check the tenant’s ID or domain, and the cloud."),
            "--cloud",
        )
    if code in ACCOUNT_PROBLEM:
        return Refusal(
            translate(
                "Errors",
                "Microsoft refuses this account: it is locked or disabled, or its password is wrong or expired.",
            ),
            translate("Errors", "Have the account fixed, then sign in again."),
        )
    if code in TRANSIENT:
        return Refusal(
            translate("Errors", "Microsoft’s sign-in has a temporary problem."),
            translate("Errors", "Try again in a few minutes."),
        )
    return _unknown()


def _by_word(error: str) -> Refusal:
    """OAuth's own error words, for an answer without a number (RFC 6749 §4.1.2.1, RFC 8628 §3.5)."""
    match error:
        case "access_denied" | "authorization_declined":
            return _consent(next(iter(DECLINED)))
        case "interaction_required" | "login_required":
            return _by_number(next(iter(SECOND_FACTOR)))
        case "temporarily_unavailable" | "server_error":
            return _by_number(next(iter(TRANSIENT)))
    return _unknown()


def _unknown() -> Refusal:
    return Refusal(
        translate("Errors", "Microsoft refused the sign-in."),
        translate(
            "Errors",
            "Try again; if the problem persists, look the number up at https://login.microsoftonline.com/error.",
        ),
    )
