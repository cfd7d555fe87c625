"""Translates and formats what an error says about itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from string import Formatter

from installer.errors.base import Sentences, SetupError, Unexpected, Words
from installer.events import Step
from installer.foreign import plain_line, visible
from installer.model import Application, HealthReason
from installer.texts.health import health_reason
from installer.texts.language import long_date, translate, translated
from installer.texts.progress import step_title


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error in the language in use. `code` is stable, for programs; the ids are for Microsoft's support."""

    code: str
    title: str
    what: str
    hint: str
    option: str = ""
    address: str = ""
    request_id: str | None = None
    correlation_id: str | None = None
    detail: str = ""
    """Microsoft's own message on one line; empty if there is none."""
    items: tuple[str, ...] = ()
    """Facts to show one per line, after everything else."""

    @property
    def console_hint(self) -> str:
        """The hint, followed by the option or command for it and by its link."""
        hint = f"{self.hint.removesuffix('.')} ({self.option})." if self.option else self.hint
        return f"{hint} {self.address}" if self.address else hint

    @property
    def sentence(self) -> str:
        """What happened and what to do, on one line, for the console."""
        return " ".join(part for part in (self.what or self.title, self.console_hint) if part)


def explain(error: BaseException) -> Explanation:
    """The texts for any exception; one that is not ours is only "unexpected": its message may quote secrets."""
    ours = error if isinstance(error, SetupError) else Unexpected(type(error).__name__)
    return Explanation(
        ours.identifier,
        _in_words(ours.title, ours),
        _what(ours),
        _hint(ours),
        _filled(ours.console, ours),
        ours.address,
        ours.request_id,
        ours.correlation_id,
        plain_line(ours.detail),
        tuple(_shown(item, ours) for item in ours.items),
    )


def _what(error: SetupError) -> str:
    what = _sentences(error.what, error, _what)
    return f"{what.removesuffix('.')} ({error.reference})." if error.reference else what


def _hint(error: SetupError) -> str:
    return _sentences(error.hint, error, _hint)


def _sentences(text: Sentences, error: SetupError, quote: Callable[[SetupError], str]) -> str:
    parts = text if isinstance(text, tuple) else (text,)
    return " ".join(quote(part) if isinstance(part, SetupError) else _in_words(part, error) for part in parts)


def _in_words(text: Words, error: SetupError) -> str:
    return _filled(translated(text), error)


def _filled(pattern: str, error: SetupError) -> str:
    """The pattern with each `{placeholder}` replaced by the error's field or property of that name."""
    names = (name for _, name, _, _ in Formatter().parse(pattern) if name)
    return pattern.format_map({name: _shown(getattr(error, name), error) for name in names})


def _shown(fact: object, error: SetupError) -> str:
    """A fact in the language in use, with control characters made visible."""
    match fact:
        case Words():
            return _in_words(fact, error)
        case Step():
            return step_title(fact)
        case Enum(value=Words() as text):
            return _in_words(text, error)
        case datetime():
            return long_date(fact)
        case Application():
            return _candidate(fact)
        case (Application(), *_):
            return "; ".join(_shown(candidate, error) for candidate in fact)
        case tuple() if fact and isinstance(fact[0], HealthReason):
            return "; ".join(health_reason(reason) for reason in fact)
        case tuple():
            return ", ".join(_shown(item, error) for item in fact)
    return visible(str(fact))


def _candidate(application: Application) -> str:
    """The application's client id, when it was created, and when its credentials expire."""
    parts = []
    if application.created:
        parts.append(translate("Errors", "created on {date}").format(date=long_date(application.created)))
    ends = [long_date(entry.end) for entry in application.credentials if entry.end]
    if ends:
        parts.append(translate("Errors", "secrets until {dates}").format(dates=", ".join(ends)))
    return f"{application.client_id} ({'; '.join(parts)})" if parts else application.client_id
