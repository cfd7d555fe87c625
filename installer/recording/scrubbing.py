"""Replaces everything that identifies a customer by pseudonyms: in fields, URLs, filters and Microsoft's messages."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from installer.recording.pseudonyms import DOMAIN, GUID, HEX, IP, MAIL, THUMBPRINT, Pseudonyms
from installer.recording.vocabulary import is_known
from installer.recording.withheld import JWT, WITHHELD

AUTHORITY: Final = "https://authority.invalid"
GRAPH: Final = "https://graph.invalid"
"""The names of the cloud's two origins in a recording; a replay uses others."""
_HOSTS: Final = frozenset(
    {
        *("localhost", "authority.invalid", "graph.invalid", "graph.microsoft.com", "login.microsoftonline.com"),
        *("sts.windows.net", "login.windows.net", "login.live.com", "login.microsoft.com", "microsoft.com", "aka.ms"),
        *("www.microsoft.com", "learn.microsoft.com", "docs.microsoft.com", "go.microsoft.com", "portal.azure.com"),
        *("entra.microsoft.com", "device.login.microsoftonline.com", "outlook.office365.com", "outlook.office.com"),
    }
)
"""Public hosts, which are not replaced."""
_SENTENCES: Final = frozenset({"message", "error_description", "errordescription", "detail", "reason"})
_WORDS: Final = frozenset(
    {
        *("error", "suberror", "token_type", "grant_type", "response_type", "response_mode", "scope", "scp", "roles"),
        *("signinaudience", "type", "usage", "allowedmembertypes", "serviceprincipaltype", "principaltype", "method"),
        *("state", "restrictiontype", "maxlifetime", "ver", "idtyp", "appidacr", "acr", "amr", "alg", "typ", "xms_cc"),
        *("code", "target", "@odata.type", "consistencylevel", "prefer", "odata-version"),
        *("tenant_region_scope", "tenanttype", "prompt", "client_assertion_type", "consenttype"),
    }
)
"""Fields with values that the API defines: kept if every word in them is a known one."""
_PUBLIC_IDS: Final = frozenset(
    {
        *("request-id", "client-request-id", "x-ms-request-id", "trace_id", "correlation_id"),
        *("roletemplateid", "policytemplateid", "wids"),
    }
)
"""Fields whose ids belong to one request, or to Microsoft's catalogue."""
_HEADERS: Final = frozenset({"content-type", "cache-control", "retry-after"})
"""Headers without content, which are kept."""
_ROLES: Final = ("appRoles", "oauth2PermissionScopes", "resourceSpecificApplicationPermissions")
_ROLE_FIELDS: Final = ("id", "value", "isEnabled", "allowedMemberTypes", "origin", "type")
"""What is kept of each permission in Microsoft's catalogue; the descriptions are long and public."""
_PATHS: Final = (
    *(
        "organizations",
        "common",
        "consumers",
        "{tenantid}",
        "oauth2",
        "authorize",
        "token",
        "devicecode",
        "logout",
        "discovery",
        "keys",
    ),
    *("kerberos", "oidc", "userinfo", "rbac", "directoryObjects", "devicelogin", "device"),
)
_OPTIONS: Final = ("$select", "$expand", "$orderby", "$top", "$count", "$format", "$levels")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{8}T\d{6}Z")
_DURATION: Final = re.compile(r"P(?:\d+[YMWD])*(?:T(?:\d+[HMS])*)?")
_API: Final = re.compile(r"[$@]?[A-Za-z][A-Za-z0-9]*")
_ALWAYS: Final = re.compile(r"v\d(?:\.\d)?|\.(?:well-known|default)|(?:microsoft\.|openid-|\$)[\w.]+", re.IGNORECASE)
"""Parts of URLs that only Microsoft defines."""
_LITERAL: Final = re.compile(r"'((?:[^']|'')*)'")
_CLAIMS: Final = re.compile(r'claims="([\w+/=-]+)"')
_PLAIN: Final = "()/:',$@*="
"""Characters that are not percent-encoded in a recorded URL."""
_REQUEST_IDS: Final = re.compile(
    rf"(?:Trace ID|Correlation ID|request-id)\W{{1,4}}({GUID.pattern})",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(
    rf"https?://[^\s'\"<>()\[\]{{}}|\\^]+|{MAIL.pattern}|{GUID.pattern}|{_MOMENT.pattern}|{IP.pattern}"
    r"|[^\W_](?:[\w.’-]*\w)?|\w+"
)


class Scrubber:
    """Applies the pseudonyms of one recording. `known` are our own texts and ids, which are not replaced.

    It learns the names that it sees. Scrub everything once, call `finish_learning`, and scrub everything again: the
    second result has every name replaced wherever it occurs, also in messages.
    """

    def __init__(self, pseudonyms: Pseudonyms, known: Iterable[str]) -> None:
        self._pseudonyms = pseudonyms
        self._known = {text for text in known if text}
        pseudonyms.publish(*(text for text in self._known if GUID.fullmatch(text)))
        self._ours = sorted((text for text in self._known if len(text) > 5), key=len, reverse=True)
        self._learnt: dict[str, str] = {}
        self._names: re.Pattern[str] | None = None
        self._segments = set(_PATHS)

    def finish_learning(self) -> None:
        """From now on, every name seen so far is also replaced in messages."""
        names = sorted((name for name in self._learnt if len(name) > 2), key=len, reverse=True)
        together = "|".join(map(re.escape, names))
        self._names = re.compile(rf"(?<!\w)(?:{together})(?!\w)", re.IGNORECASE) if names else None

    # --- documents ----------------------------------------------------------------------------------------------------

    def document(self, value: Any, field: str = "", *, catalogue: bool = False) -> Any:
        """A scrubbed JSON document or form; `field` is the name, in lower case, of the field that has it.

        `catalogue`: it is Microsoft's own object, such as Graph's service principal, whose permissions are public.
        """
        match value:
            case Mapping():
                return {self._field(name): self._member(name, inner, catalogue) for name, inner in value.items()}
            case list():
                return [self.document(item, field, catalogue=catalogue) for item in value]
            case str():
                return self.text(value, field)
        return value

    def text(self, text: str, field: str = "") -> str:
        """A scrubbed string; its field's name (lower case) and its shape decide how."""
        if not text or text in self._known or text == WITHHELD:
            return text
        if GUID.fullmatch(text):
            if field in _PUBLIC_IDS:
                self._pseudonyms.publish(text)
            return self._pseudonyms.guid(text)
        if field == "scope" and " " in text:
            return " ".join(self.text(word, field) for word in text.split())
        if text.startswith(("http://", "https://")):
            return self.address(text)
        if field in _HEADERS and re.fullmatch(r"[\w/;:=., +*-]{1,120}", text):
            return text
        if field == "www-authenticate":
            return self.sentence(_CLAIMS.sub(self._demand, text))
        if field in _SENTENCES:
            return self.sentence(text)
        if field == "url" and text.startswith("/"):
            return self.path(text)
        words = field in _WORDS or field.endswith("_supported")
        if words and all(map(self._is_word, re.split(r"[\s,;=/]+", text))):
            return text
        if _MOMENT.fullmatch(text) or _DURATION.fullmatch(text) or re.fullmatch(r"\d{1,4}", text):
            return text
        return self._named(text)

    def _member(self, name: str, value: Any, catalogue: bool) -> Any:
        if catalogue and name in _ROLES and isinstance(value, list):
            return [self._role(role) for role in value]
        return self.document(value, name.lower(), catalogue=catalogue)

    def _role(self, role: Any) -> Any:
        """A permission in Microsoft's catalogue: its id and name are public."""
        if not isinstance(role, Mapping):
            return self.document(role)
        self._pseudonyms.publish(str(role.get("id", "")))
        self._known.add(str(role.get("value", "")))
        return {name: role[name] for name in _ROLE_FIELDS if name in role}

    def _field(self, name: str) -> str:
        """A field's name, which the API defines; one that contains an id or domain is a customer's extension."""
        if name == JWT or (re.fullmatch(r"[@\w$.()-]{1,60}", name) and not re.search(r"[0-9a-fA-F]{12}", name)):
            return name
        return self._named(name)

    def _named(self, text: str) -> str:
        """A text that names something: the customer's, or one of ours followed by digits or known words."""
        prefix = next((ours for ours in self._ours if text.startswith(ours)), "")
        rest = text[len(prefix) :]
        if prefix and (digits := re.fullmatch(r"(-?)([0-9a-f]{4,})", rest)):
            return prefix + digits[1] + self._pseudonyms.digits(digits[2])
        if prefix and is_known(rest):
            return text
        if text not in self._learnt:
            self._learnt[text] = self._shaped(text)
        return self._learnt[text]

    def _shaped(self, text: str) -> str:
        pseudonyms = self._pseudonyms
        shapes = (
            (MAIL, pseudonyms.mail),
            (IP, pseudonyms.address),
            (re.compile(r"\d+"), pseudonyms.number),
            (HEX, pseudonyms.digits),
            (THUMBPRINT, pseudonyms.thumbprint),
            (DOMAIN, pseudonyms.domain),
        )
        return next((make(text) for shape, make in shapes if shape.fullmatch(text)), None) or pseudonyms.name(text)

    # --- addresses ----------------------------------------------------------------------------------------------------

    def address(self, text: str) -> str:
        """A scrubbed URL: a public host is kept; ids and names in path and query are replaced."""
        try:
            parts = urlsplit(text)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return self._pseudonyms.name(text)
        shown = host if host in _HOSTS else self._shaped(host)
        at = f":{port}" if port else ""
        query = f"?{parts.query}" if parts.query else ""
        fragment = f"#{self._fragment(parts.fragment)}" if parts.fragment else ""
        return f"{parts.scheme}://{shown}{at}{self.path(parts.path + query)}{fragment}"

    def _fragment(self, text: str) -> str:
        """A URL's fragment; after `$metadata#` its words are the API's (OData 4.01, Context URL)."""
        return self._literals(text) if re.fullmatch(r"[\w()/$.,*:'-]+", text) else self._pseudonyms.name(text)

    def asked(self, path: str) -> str:
        """The scrubbed path of a request of ours; its words are the API's and are kept from now on."""
        self._segments |= {word for word in re.split(r"[/()=,]", path.partition("?")[0]) if _API.fullmatch(word)}
        return self.path(path)

    def path(self, text: str) -> str:
        """A scrubbed path with its query, percent-encoded."""
        path, _, query = text.partition("?")
        segments = "/".join(self._segment(unquote(segment)) for segment in path.split("/"))
        if not query:
            return segments
        options = ((name, self._option(name, value)) for name, value in parse_qsl(query, keep_blank_values=True))
        return f"{segments}?" + "&".join(
            f"{quote(name, safe='$')}={quote(value, safe=_PLAIN)}" for name, value in options
        )

    def _segment(self, segment: str) -> str:
        if segment in self._segments or segment in self._known:
            return segment
        if "'" in segment:
            return quote(self._literals(segment), safe=_PLAIN)
        if _ALWAYS.fullmatch(segment):
            return segment
        return quote(self.text(segment), safe=_PLAIN)

    def _option(self, name: str, value: str) -> str:
        if name in _OPTIONS and re.fullmatch(r"[\w$(),;=/@. -]*", value):
            return value
        return self._literals(value) if name in ("$filter", "$search") else self.text(value, name.lower())

    def _literals(self, text: str) -> str:
        """A filter, or a key in parentheses, with its string literals scrubbed (OData 4.01, URL Conventions)."""
        named = _LITERAL.sub(lambda found: "'" + self.text(found[1].replace("''", "'")).replace("'", "''") + "'", text)
        return GUID.sub(lambda found: self._pseudonyms.guid(found[0]), named)

    # --- sentences ----------------------------------------------------------------------------------------------------

    def sentence(self, text: str) -> str:
        """A message of Microsoft's, with every learnt name, and every word that may be a name, replaced."""
        self._pseudonyms.publish(*_REQUEST_IDS.findall(text))
        ours = [known for known in self._ours if known in text]
        return "".join(self._around(text, re.compile("|".join(map(re.escape, ours))) if ours else None))

    def _around(self, text: str, ours: re.Pattern[str] | None) -> Iterator[str]:
        """Our own texts unchanged, and what is around them with its names replaced."""
        position = 0
        for found in ours.finditer(text) if ours else ():
            yield self._learnt_in(text[position : found.start()])
            yield found[0]
            position = found.end()
        yield self._learnt_in(text[position:])

    def _learnt_in(self, text: str) -> str:
        pieces, position = [], 0
        for found in self._names.finditer(text) if self._names else ():
            pieces += [
                self._words_in(text[position : found.start()]),
                self._learnt.get(found[0]) or self._shaped(found[0]),
            ]
            position = found.end()
        return "".join([*pieces, self._words_in(text[position:])])

    def _words_in(self, text: str) -> str:
        return _TOKEN.sub(lambda found: self._token(found[0]), text)

    def _token(self, token: str) -> str:
        if token in self._known or _MOMENT.fullmatch(token):
            return token
        if GUID.fullmatch(token):
            return self._pseudonyms.guid(token)
        if token.startswith(("http://", "https://")):
            return self.address(token)
        return token if self._is_word(token) else self._shaped(token)

    def _is_word(self, word: str) -> bool:
        """Whether the word identifies nobody; domains and addresses do, even if they consist of common words."""
        if word in self._known or word in _HOSTS:
            return True
        if len(word) > 60 or MAIL.search(word) or IP.search(word) or _is_domain(word):
            return False
        return all(map(is_known, re.split(r"[.:#@()\"+-]+", word)))

    def _demand(self, found: re.Match[str]) -> str:
        """The `claims` of a claims challenge: their base64 decoded, scrubbed and encoded again."""
        try:
            claims = json.loads(
                base64.b64decode(found[1] + "==", altchars=b"-_" if set("-_") & set(found[1]) else None)
            )
        except ValueError:
            return f'claims="{WITHHELD}"'
        encoded = base64.b64encode(json.dumps(self.document(claims)).encode()).decode()
        self._known |= {encoded, encoded.rstrip("=")}
        return f'claims="{encoded}"'


def _is_domain(word: str) -> bool:
    """Whether it is a domain like `contoso.com`; not `Files.Read.All`, whose last part begins with a capital."""
    return bool(DOMAIN.fullmatch(word)) and not word.rpartition(".")[2][:1].isupper()
