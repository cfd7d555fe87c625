"""The lines of a plan and of a comparison in words."""

from __future__ import annotations

from typing import Final

from installer.model import AnyLine, Fate, Level, Thing, Verdict
from installer.texts.language import long_date, translate

_BEYOND: Final = (Thing.EXTRA_PERMISSION, Thing.DELEGATED_PERMISSION, Thing.DECLARED_PERMISSION)


def line_title(line: AnyLine) -> str:
    """What the line is about, with its name."""
    titles = _titles_by_key_id() if line.key_id else _titles()
    words = _special_titles().get((line.thing, line.status)) or titles[line.thing]
    title = words.format(name=line.name, key_id=line.key_id)
    if line.end is None or not isinstance(line.status, Fate) or line.status is Fate.CLEANED_UP:
        return title
    return translate("Lines", "{credential}, expires on {date}").format(credential=title, date=long_date(line.end))


def _titles() -> dict[Thing, str]:
    return {
        Thing.APPLICATION: translate("Lines", "App registration “{name}”"),
        Thing.SERVICE_PRINCIPAL: translate("Lines", "Enterprise application (service principal)"),
        Thing.PERMISSION: "{name}",
        Thing.DELEGATED_PERMISSION: translate("Lines", "{name} (delegated)"),
        Thing.SECRET: translate("Lines", "Client secret “{name}”"),
        Thing.CERTIFICATE: translate("Lines", "Certificate “{name}”"),
        Thing.CREDENTIAL: translate("Lines", "Client secret or certificate"),
        Thing.TOKEN: translate("Lines", "Access token"),
        Thing.FEDERATION: translate("Lines", "Federated credential {name}"),
        Thing.EXTRA_PERMISSION: "{name}",
        Thing.DECLARED_PERMISSION: translate("Lines", "{name}, asked for"),
        Thing.OWNER: translate("Lines", "Owner {name}"),
        Thing.PRINCIPAL_OWNER: translate("Lines", "Owner of the service principal: {name}"),
        Thing.REDIRECT_ADDRESS: translate("Lines", "Redirect URI {name}"),
        Thing.PUBLIC_CLIENT: translate("Lines", "Sign-in without a credential (public client)"),
        Thing.AUDIENCE: translate("Lines", "Access from other organizations ({name})"),
        Thing.DISABLED: translate("Lines", "Service principal disabled: no sign-in"),
    }


def _titles_by_key_id() -> dict[Thing, str]:
    """The titles of existing things, which only their id distinguishes."""
    return {
        Thing.SECRET: translate("Lines", "Client secret {key_id}"),
        Thing.CERTIFICATE: translate("Lines", "Certificate {key_id}"),
        Thing.FEDERATION: translate("Lines", "Federated credential {key_id}"),
        Thing.PRINCIPAL_SECRET: translate("Lines", "Client secret {key_id} of the service principal"),
        Thing.PRINCIPAL_CERTIFICATE: translate("Lines", "Certificate {key_id} of the service principal"),
        Thing.APPLICATION: translate("Lines", "App registration “{name}” ({key_id})"),
    }


def _special_titles() -> dict[tuple[Thing, Fate | Verdict], str]:
    in_the_bin = translate("Lines", "App registration “{name}” in the recycle bin")
    return {
        (Thing.APPLICATION, Fate.RESTORED): in_the_bin,
        (Thing.APPLICATION, Fate.PURGED): in_the_bin,
        (Thing.OWNER, Fate.UNREAD): translate("Lines", "Owners"),
        (Thing.FEDERATION, Fate.UNREAD): translate("Lines", "Federated credentials"),
        (Thing.EXTRA_PERMISSION, Fate.UNREAD): translate("Lines", "Granted application permissions"),
        (Thing.DELEGATED_PERMISSION, Fate.UNREAD): translate("Lines", "Delegated permissions"),
        (Thing.AUDIENCE, Fate.UNREAD): translate("Lines", "Access from other organizations"),
        (Thing.SECRET, Fate.CLEANED_UP): translate("Lines", "Secret that an interrupted run left ({key_id})"),
        (Thing.CERTIFICATE, Fate.CLEANED_UP): translate("Lines", "Certificate that an interrupted run left ({key_id})"),
    }


def line_status(line: AnyLine) -> str:
    """What will happen to the line's thing, or what was found."""
    words = _special_statuses().get((line.thing, line.status)) or _statuses()[line.status]
    if line.status is Verdict.IN_PLACE and line.end:
        words = translate("Lines", "valid until {date}")
    return words.format(date=long_date(line.end) if line.end else "")


def _statuses() -> dict[Fate | Verdict, str]:
    return {
        Fate.CREATED: translate("Lines", "will be created"),
        Fate.COMPLETED: translate("Lines", "will be completed"),
        Fate.RESTORED: translate("Lines", "will be restored"),
        Fate.PURGED: translate("Lines", "will be deleted for good"),
        Fate.GRANTED: translate("Lines", "will be granted"),
        Fate.AWAITED: translate("Lines", "left to another administrator"),
        Fate.KEPT: translate("Lines", "in place, unchanged"),
        Fate.REMOVED: translate("Lines", "will be removed"),
        Fate.REMOVED_WITH_APPLICATION: translate("Lines", "will be removed"),
        Fate.CLEANED_UP: translate("Lines", "will be removed"),
        Fate.TAKEN_AWAY: translate("Lines", "will be removed: does not belong"),
        Fate.IN_QUESTION: translate("Lines", "in question"),
        Fate.UNREAD: translate("Lines", "could not be read"),
        Fate.LEFT: translate("Lines", "another one, left as it is"),
        Verdict.IN_PLACE: translate("Lines", "in place"),
        Verdict.MISSING: translate("Lines", "missing"),
        Verdict.REFUSED: translate("Lines", "granted, but the trial read was refused"),
        Verdict.DISABLED: translate("Lines", "disabled: Microsoft gives it no token"),
        Verdict.EXTRA: translate("Lines", "not needed by GLIMPS"),
        Verdict.TOLERATED: translate("Lines", "not needed, does no harm"),
        Verdict.ENDS_SOON: translate("Lines", "expires soon, on {date}"),
        Verdict.ENDED: translate("Lines", "expired on {date}"),
    }


def _special_statuses() -> dict[tuple[Thing, Fate | Verdict], str]:
    stops = translate("Lines", "will be removed: whatever uses it stops at once")
    beyond = translate("Lines", "in place, unchanged: GLIMPS does not need it")
    return {
        **dict.fromkeys(((thing, Fate.TAKEN_AWAY) for thing in Thing if thing.signs_in), stops),
        **dict.fromkeys(
            ((thing, Fate.KEPT) for thing in (Thing.DELEGATED_PERMISSION, Thing.DECLARED_PERMISSION)), beyond
        ),
        (Thing.TOKEN, Verdict.IN_PLACE): translate("Lines", "obtained"),
        (Thing.PERMISSION, Verdict.IN_PLACE): translate("Lines", "granted"),
    }


def level_word(level: Level) -> str:
    """An access level in the language in use."""
    return translate("Lines", "High access") if level is Level.WRITE else translate("Lines", "Read")


def line_sentence(line: AnyLine) -> str:
    """What the line is about and how it stands, in one."""
    return with_colon(line_title(line), line_status(line))


def with_colon(what: str, how: str) -> str:
    """A thing and its value, with the colon as the language sets it."""
    return translate("Lines", "{what}: {how}").format(what=what, how=how)
