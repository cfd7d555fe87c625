"""What is believed of the token service: discovery, the administrator's sign-in, the claims of the tokens."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from installer.demo import Rule, Status
from installer.errors.base import ExitCode
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import (
    DEVICE_CODE,
    DISCOVERY,
    OWN_TOKEN,
    PERSONS_TOKEN,
    ROLES,
    always,
    header,
    no_token,
    once,
    refused,
    with_claims,
    with_field,
    with_id_claims,
    with_more,
    without,
)
from tests.faults.commands import BROWSER, OURS
from tests.tenants import SCENARIOS

_POLLED_TOO_FAST = {"error": "slow_down", "error_description": "AADSTS70016: too fast.", "error_codes": [70016]}
_NUMBER_IN_THE_TEXT = {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret provided."}
_AN_HOUR_AGO = format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)

SIGNING_IN = (
    Belief(
        "Tokens are back-dated by 300 seconds",
        Grade.QUOTED,
        "keycloakify/oidc-spa#162, openid/AppAuth-iOS#264, keycloak/keycloak#46303",
        "iat and nbf are not looked at: the clock is judged by the Date header",
        Contradiction(
            rules=(
                once(
                    PERSONS_TOKEN,
                    with_claims(iat=lambda old: old + 300, nbf=lambda old: old + 300),
                    host="entra",
                ),
            ),
            ends=Ends(never=("clock",)),
        ),
    ),
    Belief(
        "The token service dates its answers as this computer does",
        Grade.ASSUMED,
        "RFC 9110, section 6.6.1, demands the header of a server with a clock",
        "a warning with direction and size, and the run goes on",
        Contradiction(
            rules=(once(PERSONS_TOKEN, header("Date", _AN_HOUR_AGO), host="entra"),),
            ends=Ends(says=("warning clock_off", "minutes ahead")),
        ),
    ),
    Belief(
        "Answers have a Date header",
        Grade.RECORDED,
        "Azure SDK for JavaScript, recordings of its identity tests",
        "without one no difference is known, and none is told",
        Contradiction(
            rules=(
                always(".", header("Date", ""), host="entra"),
                always(".", header("Date", ""), host="graph"),
            ),
            ends=Ends(never=("clock",)),
        ),
    ),
    Belief(
        "The issuer in the discovery document is that of the id token, letter by letter",
        Grade.DOCUMENTED,
        "OpenID Connect Discovery 1.0, section 4.3",
        "a slash at its end and the case of ids are not held against it",
        Contradiction(
            rules=(always(DISCOVERY, with_field("issuer", lambda old: f"{old}/"), host="entra"),),
        ),
    ),
    Belief(
        "The id token names the tenant in small letters",
        Grade.RECORDED,
        "Azure SDK for JavaScript, recordings of its identity tests",
        "ids are compared without regard to case",
        Contradiction(rules=(once(PERSONS_TOKEN, with_claims(tid=str.upper), host="entra"),)),
    ),
    Belief(
        "The id token names a tenant",
        Grade.DOCUMENTED,
        "Microsoft, ID token claims reference",
        "the answer is not trusted, and nothing is written",
        Contradiction(
            rules=(once(PERSONS_TOKEN, without("id_token"), host="entra"),),
            ends=Ends(ExitCode.SIGN_IN, ("failed a security check", "Start again")),
        ),
    ),
    Belief(
        "The id token names the person",
        Grade.DOCUMENTED,
        "Microsoft, ID token claims reference: name, preferred_username and oid are optional",
        "the account stays without a name",
        Contradiction(
            rules=(once(PERSONS_TOKEN, with_id_claims(preferred_username=None, name=None, oid=None), host="entra"),)
        ),
    ),
    Belief(
        "The lifetime of a token is a number",
        Grade.RECORDED,
        "Azure SDK for JavaScript, recordings of its identity tests",
        "Microsoft's 401 tells that a token has ended, not a reckoning of ours",
        Contradiction(
            rules=(always("/token", with_field("expires_in", "3599"), host="entra"),),
        ),
    ),
    Belief(
        "The answers of the token service hold what msal knows",
        Grade.ASSUMED,
        "",
        "anything more is passed over",
        Contradiction(rules=(always(".", with_more, host="entra"),)),
    ),
    Belief(
        "The answer to a device code says how often to ask, and until when",
        Grade.DOCUMENTED,
        "RFC 8628, section 3.2: interval is optional",
        "every 5 seconds, for 15 minutes",
        Contradiction(rules=(once(DEVICE_CODE, without("interval", "message"), host="entra"),)),
    ),
    Belief(
        "A device code that is asked for at its interval is never too fast",
        Grade.DOCUMENTED,
        "RFC 8628, section 3.5",
        "slow_down makes the interval longer",
        Contradiction(
            rules=(Rule(Status(400, body=_POLLED_TOO_FAST), "entra", "POST", PERSONS_TOKEN, 0, 3),),
        ),
    ),
    Belief(
        "A device code may be used",
        Grade.DOCUMENTED,
        "Microsoft, block authentication flows with Conditional Access",
        "the refusal names the other way to sign in, and nothing is written",
        Contradiction(
            rules=(no_token(PERSONS_TOKEN, 530036, "Blocked by authentication flows policy.", error="invalid_grant"),),
            ends=Ends(ExitCode.SIGN_IN, ("blocks device codes", "--sign-in browser")),
        ),
    ),
    Belief(
        "A refusal of the sign-in has a number that we have words for",
        Grade.DOCUMENTED,
        "Microsoft, error codes reference: the numbers may change",
        "the number is told as it came, and nobody is accused",
        Contradiction(
            rules=(no_token(PERSONS_TOKEN, 5399999, "Something new.", error="access_denied"),),
            ends=Ends(ExitCode.SIGN_IN, ("AADSTS5399999",), never=("declined", "Cancel")),
        ),
    ),
    Belief(
        "A sign-in that is refused by token protection says so by number",
        Grade.QUOTED,
        "Microsoft's error 530084, seen in public threads: the browser shows access_denied alone",
        "without a number nobody is accused of having refused",
        Contradiction(
            rules=(
                Rule(
                    Status(400, body={"error": "access_denied", "error_description": "Access denied."}),
                    "entra",
                    "POST",
                    PERSONS_TOKEN,
                ),
            ),
            ends=Ends(ExitCode.SIGN_IN, ("sign-in",), never=("declined", "You refused")),
        ),
    ),
    Belief(
        "An unknown tenant is told by the number 90002 in what msal raises",
        Grade.READ,
        "msal 1.39, tenant discovery: the number stands in the chain of causes",
        "the whole chain is searched",
        "tests/sign_in/test_unknown_tenant.py::test_a_tenant_that_microsoft_does_not_know_is_told_as_that",
    ),
    Belief(
        "The browser brings its answer by form_post to http://localhost",
        Grade.TRIED,
        "Chromium delivers it without an interstitial; Microsoft Edge, release notes of 2026-03",
        "anything else on the port is survived, a TLS hello of a browser that forces https among it",
        "tests/sign_in/test_loopback.py::test_a_tls_hello_is_survived",
    ),
    Belief(
        "Discovery tells an address for device codes that is asked by POST alone",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "a browser sign-in needs no such address",
        Contradiction(
            rules=(always(DISCOVERY, without("device_authorization_endpoint"), host="entra"),),
            argv=("setup", *BROWSER),
        ),
    ),
    Belief(
        "The sign-in tool may be consented to by whoever registers applications",
        Grade.DOCUMENTED,
        "Microsoft, Graph permissions reference: all three scopes need an administrator's consent",
        "the sentence names what an administrator must allow once, and where",
        Contradiction(
            ends=Ends(ExitCode.SIGN_IN, ("dministrator", "/adminconsent")),
            scenario=SCENARIOS["app-developer-unconsented"],
            argv=("prepare", *BROWSER),
            again=ExitCode.SIGN_IN,
            applications=0,
        ),
    ),
    Belief(
        "The token's wids name the roles",
        Grade.DOCUMENTED,
        "Microsoft, access token claims reference: wids may be left out of a token that would be too large",
        "the directory's own list of roles is read as well",
        Contradiction(rules=(once(PERSONS_TOKEN, with_claims(wids=None), host="entra"),)),
    ),
    Belief(
        "Graph access tokens stay readable",
        Grade.DOCUMENTED,
        "Microsoft, access tokens: those for Microsoft Graph are opaque to clients, and may be encrypted",
        "rights unknown, and proof by directory and reads",
        Contradiction(scenario=replace(SCENARIOS["clean"], opaque_tokens=True)),
    ),
    Belief(
        "An administrator's token can be read where the directory does not tell roles",
        Grade.DOCUMENTED,
        "Microsoft, access tokens: opaque to clients",
        "the rights are unknown, and Microsoft's own answers decide",
        Contradiction(
            rules=(refused(ROLES, 403, "Authorization_RequestDenied", "Insufficient privileges."),),
            scenario=replace(OURS, opaque_tokens=True),
            argv=("remove", "--sign-in", "device-code"),
            later=60,
        ),
    ),
    Belief(
        "The application's own sign-in is refused with its number in error_codes",
        Grade.RECORDED,
        "Azure SDK for JavaScript, recordings of its identity tests",
        "the number is taken from the description as well",
        Contradiction(
            rules=(Rule(Status(400, body=_NUMBER_IN_THE_TEXT), "entra", "POST", OWN_TOKEN, 0, 3),),
        ),
    ),
)
