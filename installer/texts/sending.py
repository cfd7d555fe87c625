"""What goes to GLIMPS: the credential at the end of a run, and what a recording of the exchanges contains."""

from __future__ import annotations

from datetime import datetime

from installer.model import Bundle, CredentialKind, Credentials, RegisteredCertificate, kind_of
from installer.texts.language import long_date, translate


def sending_lines(credentials: Credentials, bundle: Bundle) -> list[str]:
    """The two IDs, where the credential is and until when, and how the file gets to GLIMPS; no secret."""
    credential = credentials.credential
    rows = [
        (translate("Sending", "Directory (tenant) ID:"), credentials.organization.id),
        (translate("Sending", "Application (client) ID:"), credentials.application.client_id),
    ]
    match kind_of(credential):
        case CredentialKind.SECRET:
            rows.append((translate("Sending", "Client secret:"), _inside(bundle, credential.expires)))
        case CredentialKind.CERTIFICATE if isinstance(credential, RegisteredCertificate):
            place = translate("Sending", "its key stays where the connector runs")
            rows.append((translate("Sending", "Certificate:"), _until(place, credential.expires)))
        case CredentialKind.CERTIFICATE:
            rows.append((translate("Sending", "Certificate and key:"), _inside(bundle, credential.expires)))
        case CredentialKind.FEDERATED:
            rows.append((translate("Sending", "Federation:"), translate("Sending", "no secret, does not expire")))
    width = max(len(title) for title, _ in rows)
    head = translate("Sending", "What GLIMPS needs:")
    return ["", head, *(f"  {title:<{width}}  {value}" for title, value in rows), "", *_ways(bundle)]


def _inside(bundle: Bundle, end: datetime | None) -> str:
    return _until(translate("Sending", "in {path}").format(path=bundle.path), end)


def _until(place: str, end: datetime | None) -> str:
    if end is None:
        return place
    return translate("Sending", "{place}, valid until {date}").format(place=place, date=long_date(end))


def _ways(bundle: Bundle) -> list[str]:
    """The file one way, and where a passphrase opens it, that another way."""
    file = translate("Sending", "Send GLIMPS the file {path}, by mail for example.").format(path=bundle.path)
    if bundle.plain:
        return [file, translate("Sending", "Nothing in it is secret.")]
    if bundle.recipients:
        opener = translate("Sending", "Only the holder of this key can open it: {key}")
        return [file, opener.format(key=", ".join(bundle.recipients))]
    return [file, translate("Sending", "Give them its passphrase another way, by telephone for example.")]


def what_a_recording_holds() -> str:
    """What a recording contains and what it does not, in two sentences."""
    return translate(
        "Recording",
        "It holds every request to Microsoft and its answer, without secrets, tokens, keys and codes, and with "
        "pseudonyms for all names, addresses and IDs of your organization.",
    )
