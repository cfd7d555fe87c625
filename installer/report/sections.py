"""The sections of the receipt's page: objects, permissions, credential, proof, file, what GLIMPS gets, undoing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from installer.model import Bundle, CredentialKind, Fate, Level, PlanLine, Thing
from installer.report.markup import Markup, code, element, facts, fill, joined, lines, section, small, table, untrusted
from installer.report.receipt import Kind, Receipt
from installer.report.words import credential_name, deed, end_of, standing
from installer.texts import explain, level_word, line_title, localized, translate

NOTHING = Markup("")
"""A section that does not apply to a receipt."""


def objects(receipt: Receipt) -> Markup:
    """Every object in the receipt's lines but permissions, with its ids as far as Microsoft has assigned them."""
    shown = [line for line in receipt.lines if line.thing is not Thing.PERMISSION]
    deeds = {
        Kind.PLAN: translate("Receipt", "What will happen"),
        Kind.RESULT: translate("Receipt", "What was done"),
        Kind.CHECK: translate("Receipt", "State"),
    }
    heads = (translate("Receipt", "Object"), translate("Receipt", "IDs"), deeds[receipt.kind])
    body = [(*_object(receipt, line), element("td", deed(receipt, line))) for line in shown]
    return section(translate("Receipt", "Objects"), "objects", table(heads, body, "objects")) if body else NOTHING


def _object(receipt: Receipt, line: PlanLine) -> tuple[Markup, ...]:
    """The cells for its name and its ids; the name of an existing credential contains its id."""
    name = untrusted(line_title(line))
    if line.key_id:
        return (element("th", name, scope="row", colspan="2"),)
    return element("th", name, scope="row"), element("td", lines(*_identifiers(receipt, line)) or "—")


def _identifiers(receipt: Receipt, line: PlanLine) -> Iterator[Markup]:
    application, made = receipt.outcome.application, receipt.outcome.credential
    match line.thing:
        case Thing.APPLICATION if application:
            yield _identifier(translate("Receipt", "Application (client) ID"), application.client_id)
            yield _identifier(translate("Receipt", "Object ID"), application.object_id)
        case Thing.SERVICE_PRINCIPAL if application and application.service_principal_id:
            yield _identifier(translate("Receipt", "Object ID"), application.service_principal_id)
        case Thing.SECRET | Thing.CERTIFICATE if made:
            yield _identifier(translate("Receipt", "Key ID"), made.key_id)
        case _ if receipt.kind is Kind.PLAN and line.status is Fate.CREATED:
            yield small(translate("Receipt", "assigned by Microsoft when it is created"))


def _identifier(name: str, value: str) -> Markup:
    return lines(small(name), code(value))


def permissions(receipt: Receipt) -> Markup:
    """The profile's permissions: what each is for, its access level, and the state of its consent."""
    rows = [
        (
            element("th", lines(permission.name, small(code(permission.id))), scope="row"),
            element("td", localized(permission.why)),
            element(
                "td",
                element(
                    "span",
                    level_word(permission.level),
                    class_="word warn" if permission.level is Level.WRITE else "word",
                ),
            ),
            element("td", standing(where)),
        )
        for permission, where in receipt.permissions
    ]
    if not rows:
        return NOTHING
    heads = (
        translate("Receipt", "Permission"),
        translate("Receipt", "What for"),
        translate("Receipt", "Access"),
        translate("Receipt", "Admin consent"),
    )
    note = translate(
        "Receipt",
        "Application permissions of Microsoft Graph: they hold in the whole tenant, without a signed-in user.",
    )
    if not receipt.opens_mailboxes:
        note = f"{note} " + translate("Receipt", "None of them opens the users’ mailboxes.")
    return section(
        translate("Receipt", "Permissions"),
        "permissions",
        element("p", note),
        table(heads, rows, "permissions"),
        _extra(receipt),
    )


def _extra(receipt: Receipt) -> Markup:
    proof = receipt.outcome.proof
    if proof is None or not proof.extra:
        return NOTHING
    words = translate("Receipt", "The application also holds what GLIMPS does not need: {permissions}.")
    return element("p", fill(words, permissions=joined(map(code, proof.extra), ", ")), class_="after")


def credential(receipt: Receipt) -> Markup:
    """The credential's kind, key id and expiry; its value is never in a receipt."""
    made, end = receipt.outcome.credential, receipt.end
    if not receipt.has_credential:
        return NOTHING
    unknown = small(translate("Receipt", "assigned by Microsoft when it is created"))
    rows = [
        (translate("Receipt", "Kind"), credential_name(receipt.credential_kind)),
        (translate("Receipt", "Description"), untrusted(receipt.occasion.manifest.secret_description)),
        (translate("Receipt", "Key ID"), code(made.key_id) if made else unknown),
        (translate("Receipt", "Valid until"), end_of(end) if end else translate("Receipt", "does not expire")),
        (translate("Receipt", "Value"), _value(receipt)),
    ]
    return section(translate("Receipt", "Credential"), "credential", facts(rows, "credential"))


def _value(receipt: Receipt) -> str:
    if not receipt.from_connector:
        return translate(
            "Receipt", "Not in this document: it goes into the encrypted file, or into your vault, and nowhere else."
        )
    if receipt.credential_kind is CredentialKind.FEDERATED:
        return translate("Receipt", "There is none: Microsoft exchanges the connector’s own tokens.")
    return translate("Receipt", "The private key is where the connector runs, and was never on this computer.")


def proof(receipt: Receipt) -> Markup:
    """The proof of the new credential. A check of the directory alone proves none, and so has no such section."""
    found, made = receipt.outcome.proof, receipt.outcome.credential
    if found is None or not (found.token or made):
        return NOTHING
    if not found.token:
        words = translate("Receipt", "The new credential is handed over, but not proven.")
        return section(translate("Receipt", "Proof"), "proof", element("p", words), _warnings(receipt))
    rows = [
        (
            element("th", permission, scope="row"),
            element("td", _yes_or_no(permission in found.granted)),
            element("td", _answer(status)),
        )
        for permission, status in found.reads.items()
    ]
    heads = (
        translate("Receipt", "Permission"),
        translate("Receipt", "In the token"),
        translate("Receipt", "One read, which changes nothing"),
    )
    words = translate(
        "Receipt",
        "Microsoft issued several access tokens in a row for the new credential; the permissions in them prove that it "
        "works. One read was also tried with each permission.",
    )
    shown = table(heads, rows, "proof") if rows else NOTHING
    return section(translate("Receipt", "Proof"), "proof", element("p", words), shown, _warnings(receipt))


def _warnings(receipt: Receipt) -> Markup:
    """The warnings of the proof, with Microsoft's own messages if there are any."""
    told = [explain(warning) for warning in receipt.outcome.warnings]
    if not told:
        return NOTHING
    return element("ul", *(element("li", untrusted(f"{words.what} {words.hint}")) for words in told), class_="after")


def _yes_or_no(answer: bool) -> Markup:
    if answer:
        return element("span", translate("Receipt", "yes"), class_="done")
    return element("span", translate("Receipt", "no"), class_="bad")


def _answer(status: int) -> Markup:
    if status == 200:
        return element("span", translate("Receipt", "succeeded (HTTP {status})").format(status=status), class_="done")
    return element("span", translate("Receipt", "refused (HTTP {status})").format(status=status), class_="warn")


def bundle(receipt: Receipt) -> Markup:
    """The file that was delivered, and who can open it; or why none was written."""
    written = receipt.outcome.bundle
    plain = written.plain if written else receipt.from_connector
    heading = translate("Receipt", "File for the connector") if plain else translate("Receipt", "Encrypted file")
    if written is None:
        if receipt.kind is not Kind.RESULT or receipt.outcome.credential is None:
            return NOTHING
        words = translate("Receipt", "No file was written: the secret was copied into a vault by hand.")
        if plain:
            words = translate("Receipt", "No file was written: nothing in it would be secret.")
        return section(heading, "file", element("p", words))
    rows = [
        (translate("Receipt", "File name"), code(PurePath(written.path).name)),
        ("SHA-256", code(written.sha256)),
        (translate("Receipt", "Who can open it"), _openers(receipt, written)),
    ]
    return section(heading, "file", facts(rows, "file"))


def _openers(receipt: Receipt, written: Bundle) -> Markup:
    if written.plain:
        return fill(translate("Receipt", "Anyone: nothing in it is secret."))
    if not written.recipients:
        return fill(translate("Receipt", "Anyone who knows the passphrase. Send it another way than the file."))
    vendor = receipt.occasion.manifest.vendor_recipient
    words = translate("Receipt", "The holder of the key {key}")
    return lines(
        *(
            fill(translate("Receipt", "GLIMPS, with the key {key}") if key == vendor else words, key=code(key))
            for key in written.recipients
        )
    )


def what_glimps_gets(receipt: Receipt) -> Markup:
    """What is handed to GLIMPS, and how."""
    if not receipt.has_credential:
        return NOTHING
    items = [
        element("li", _values(receipt)),
        element("li", translate("Receipt", "the organization’s name and domain, and its Microsoft cloud")),
        element(
            "li",
            translate(
                "Receipt",
                "the application’s name and IDs, the key ID and expiry date of its credential, its permissions",
            ),
        ),
    ]
    return section(
        translate("Receipt", "What GLIMPS gets"),
        "glimps",
        element("p", _way(receipt)),
        element("ul", *items),
        element(
            "p", translate("Receipt", "Nothing from the administrator’s account: no password, no token, no permission.")
        ),
    )


def _way(receipt: Receipt) -> str:
    if receipt.from_connector:
        return translate("Receipt", "Nothing in it is secret; it can be sent by email:")
    return translate("Receipt", "In the encrypted file, or from your vault:")


def _values(receipt: Receipt) -> Markup:
    """The values that the connector's configuration needs, with their names there."""
    keys = receipt.occasion.manifest.connector
    if receipt.credential_kind is CredentialKind.FEDERATED:
        words = translate(
            "Receipt",
            "what the connector asks for: directory (tenant) ID, application (client) ID, and its mode ({keys})",
        )
        return fill(words, keys=joined(map(code, (keys.tenant_id, keys.client_id, keys.auth_mode)), ", "))
    if receipt.credential_kind is CredentialKind.CERTIFICATE:
        words = translate(
            "Receipt",
            "what the connector asks for: directory (tenant) ID, application (client) ID, its mode and the "
            "certificate’s thumbprint ({keys})",
        )
        names = (keys.tenant_id, keys.client_id, keys.auth_mode, keys.thumbprint)
        told = fill(words, keys=joined(map(code, names), ", "))
        if receipt.from_connector:
            return told
        key = translate("Receipt", "the certificate with its private key, to be installed where the connector runs")
        return joined((told, fill(key)), "; ")
    words = translate(
        "Receipt",
        "the three values that the connector asks for: directory (tenant) ID, application (client) ID and client "
        "secret ({keys})",
    )
    return fill(words, keys=joined(map(code, (keys.tenant_id, keys.client_id, keys.client_secret)), ", "))


def undo(receipt: Receipt) -> Markup:
    """How to undo the changes, in the words of Microsoft's portal; nothing if there are none."""
    if not receipt.changes:
        return Markup("")
    parts = _bring_back(receipt) if receipt.removes else joined((_remove(receipt), _revoke(receipt)))
    return section(translate("Receipt", "How to undo it"), "undo", parts)


def _remove(receipt: Receipt) -> Markup:
    steps = translate(
        "Receipt", "In the portal ({portal}): “App registrations” → “All applications” → {name} → “Delete”."
    )
    kept = translate(
        "Receipt",
        "Its service principal, its consents and its secrets go with it. Microsoft keeps it for 30 days under “Deleted "
        "applications”, where it can be restored or deleted for good.",
    )
    before = translate(
        "Receipt",
        "The application was there before: first check whether anything else uses it, because that will stop too.",
    )
    return joined(
        [
            element("h3", translate("Receipt", "Remove the application")),
            element("p", translate("Receipt", "With this program:")),
            element("p", element("code", receipt.command("remove"), class_="command", translate="no")),
            element("p", fill(steps, portal=_portal(receipt), name=untrusted(receipt.name))),
            element("p", kept),
            *([element("p", before)] if receipt.found else []),
        ]
    )


def _revoke(receipt: Receipt) -> Markup:
    """How to remove only the credential.

    An access token is valid for 60 to 90 minutes by default (Microsoft, "Access tokens in the Microsoft identity
    platform").
    """
    made = receipt.outcome.credential
    if not receipt.has_credential:
        return Markup("")
    if made:
        steps = fill(
            translate(
                "Receipt",
                "In the portal: “App registrations” → {name} → “Certificates & secrets” → delete the one with the ID "
                "{key_id}.",
            ),
            name=untrusted(receipt.name),
            key_id=code(made.key_id),
        )
    else:
        steps = fill(
            translate(
                "Receipt",
                "In the portal: “App registrations” → {name} → “Certificates & secrets” → delete the one that the "
                "final report names.",
            ),
            name=untrusted(receipt.name),
        )
    after = translate(
        "Receipt",
        "From then on the connector gets no new token; one it already has usually expires within 90 minutes.",
    )
    return joined(
        [
            element("h3", translate("Receipt", "Or revoke only the credential")),
            element("p", steps),
            element("p", after),
        ]
    )


def _bring_back(receipt: Receipt) -> Markup:
    """How to restore the application; the portal restores its service principal too (Microsoft, deletion FAQ)."""
    steps = translate(
        "Receipt",
        "Within 30 days, in the portal ({portal}): “App registrations” → “Deleted applications” → {name} → “Restore”. "
        "Its service principal comes back with it.",
    )
    again = translate(
        "Receipt", "Or with this program, which also adds what is missing and creates a new credential: {command}"
    )
    return joined(
        [
            element("p", fill(steps, portal=_portal(receipt), name=untrusted(receipt.name))),
            element("p", fill(again, command=code(receipt.command("setup")))),
        ]
    )


def _portal(receipt: Receipt) -> Markup:
    """A link to the cloud's portal, if its address is known; else its name."""
    address = receipt.occasion.cloud.portal
    if address is None:
        return fill(translate("Receipt", "Microsoft Entra admin center"))
    return element("a", address.removeprefix("https://"), href=address, rel="noopener noreferrer")
