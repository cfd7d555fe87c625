"""The reasons why an application that was found is not plainly ours, and the possible decisions, in words."""

from __future__ import annotations

from installer.model import (
    Audience,
    ChangedByUs,
    CredentialEntry,
    CredentialKind,
    Decision,
    Disabled,
    ExtraDeclaration,
    ExtraDelegation,
    ExtraPermission,
    Federated,
    LiveCredential,
    NameOnly,
    Owned,
    Owner,
    OwnerKind,
    PrincipalCredential,
    PublicClient,
    Question,
    Reason,
    ReasonCode,
    Redirected,
    RolledCertificate,
    Unread,
)
from installer.texts.language import long_date, translate


def reason_sentence(reason: Reason) -> str:
    """A reason with its date, id, address or name, and what follows from it."""
    match reason:
        case ChangedByUs():
            return translate(
                "Reasons", "somebody registered it after the tenant was read and before our own registration"
            )
        case NameOnly(tagged=True):
            return translate("Reasons", "it has our tag, which anybody can set, but not our unique name")
        case NameOnly():
            return translate("Reasons", "it only has our name, which anybody can choose")
        case LiveCredential(entry):
            return _credential(entry)
        case RolledCertificate(entry):
            return _rolled(entry)
        case PrincipalCredential(entry):
            words = translate("Reasons", "on its service principal, where the portal shows none: {credential}")
            return words.format(credential=_credential(entry))
        case Federated(credential):
            words = translate(
                "Reasons",
                "whoever holds a token of {issuer} for {subject} can sign in as it (federated credential “{name}”)",
            )
            return words.format(issuer=credential.issuer, subject=credential.subject, name=credential.name)
        case Owned(owner):
            return _owner(owner)
        case Redirected(address):
            return translate("Reasons", "sign-ins can be redirected to {uri}").format(uri=address.uri)
        case PublicClient():
            return translate("Reasons", "it can sign users in without a credential (public client)")
        case Audience(value):
            return translate("Reasons", "it is open to other organizations ({audience})").format(audience=value)
        case ExtraPermission() | ExtraDeclaration() | ExtraDelegation():
            return _permission(reason)
        case Disabled():
            return translate("Reasons", "somebody disabled its service principal, and this program never enables it")
        case Unread(code):
            return _unread(code)


def _credential(entry: CredentialEntry) -> str:
    secret = entry.kind is CredentialKind.SECRET
    if entry.end is None:
        words = (
            translate("Reasons", "whoever has the client secret {key_id} can use it; it does not expire")
            if secret
            else translate("Reasons", "whoever has the key of the certificate {key_id} can use it; it does not expire")
        )
        return words.format(key_id=entry.key_id)
    words = (
        translate("Reasons", "whoever has the client secret {key_id} can use it until {date}")
        if secret
        else translate("Reasons", "whoever has the key of the certificate {key_id} can use it until {date}")
    )
    return words.format(key_id=entry.key_id, date=long_date(entry.end))


def _rolled(entry: CredentialEntry) -> str:
    words = translate(
        "Reasons",
        "the certificate of {date} with the thumbprint {thumbprint} (key ID {key_id}), which the connector’s own key "
        "may have added",
    )
    date = long_date(entry.start) if entry.start else "?"
    return words.format(date=date, thumbprint=entry.thumbprint or "?", key_id=entry.key_id)


def _owner(owner: Owner) -> str:
    name = owner_name(owner)
    if owner.manages is None:
        words = translate(
            "Reasons", "{name}, whose administrator roles could not be read, can add secrets to it at any time"
        )
    elif owner.kind is OwnerKind.APPLICATION:
        words = translate("Reasons", "the application {name} can add secrets to it at any time")
    else:
        words = translate("Reasons", "{name}, who holds no administrator role, can add secrets to it at any time")
    return words.format(name=name)


def owner_name(owner: Owner) -> str:
    """The owner's name, with the user name if there is one."""
    return f"{owner.name} ({owner.username})" if owner.username else owner.name


def _permission(reason: ExtraPermission | ExtraDeclaration | ExtraDelegation) -> str:
    match reason:
        case ExtraPermission(role):
            words = translate("Reasons", "it also holds the application permission {permission} of {api}")
            return words.format(permission=role.name, api=role.api_name)
        case ExtraDeclaration(permission):
            words = translate(
                "Reasons", "it also asks for {permission} of {api}, which the portal’s consent button would grant"
            )
            return words.format(permission=permission.name, api=permission.api_name)
        case ExtraDelegation(grant, scopes):
            words = translate("Reasons", "it also holds the delegated permissions {permissions} of {api}")
            return words.format(permissions=", ".join(scopes), api=grant.api_name)


def _unread(code: ReasonCode) -> str:
    return {
        ReasonCode.FEDERATED_CREDENTIALS: translate("Reasons", "its federated credentials could not be read"),
        ReasonCode.OWNERS: translate("Reasons", "its owners could not be read"),
        ReasonCode.EXTRA_PERMISSIONS: translate("Reasons", "what was granted to it could not be read"),
        ReasonCode.DELEGATED_PERMISSIONS: translate("Reasons", "its delegated permissions could not be read"),
        ReasonCode.AUDIENCE: translate("Reasons", "which organizations may use it could not be read"),
    }[code]


def question_lines(question: Question) -> list[str]:
    """What was found, and the reasons why the person has to decide, one per line."""
    found = question.application
    head = translate("Reasons", "“{name}” was found, and nothing shows that it is ours.").format(name=found.name)
    lines = [head, translate("Reasons", "Application (client) ID: {id}").format(id=found.client_id)]
    if found.created:
        lines.append(translate("Reasons", "Created on {date}").format(date=long_date(found.created)))
    lines += [f"- {reason_sentence(reason)}" for reason in question.reasons]
    for other in question.others:
        words = translate("Reasons", "There is also “{name}” ({id}), which is left as it is.")
        lines.append(words.format(name=other.name, id=other.client_id))
    return lines


def way_title(way: Decision) -> str:
    """A decision, by what it does."""
    match way:
        case Decision.CLEAN:
            return translate("Reasons", "Remove what does not belong, then use it; whatever uses that stops at once")
        case Decision.FRESH:
            return translate("Reasons", "Leave it as it is, and register another one")
        case Decision.ADOPT:
            return translate("Reasons", "It is ours: use it as it is, with all of this")
