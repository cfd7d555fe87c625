"""The one place of the console that prints: sentences for people, JSON events for programs."""

from __future__ import annotations

import errno
import logging
import os
import sys
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, TextIO

from installer.console.counter import Counter
from installer.console.json_events import to_line
from installer.console.told import Told
from installer.errors.files import UnwritableFolder
from installer.errors.self_renewal import Kept
from installer.errors.work import DeliveryFailed
from installer.events import (
    ApplicationKnown,
    CertificateMade,
    Compared,
    DecisionAsked,
    Delivered,
    EnrolmentRead,
    Event,
    Failed,
    Finished,
    GraphCall,
    HealthChecked,
    Planned,
    SignedIn,
    SignInBrowser,
    SignInDeviceCode,
    Step,
    StepDone,
    StepFailed,
    StepStarted,
    StepWaiting,
    Warned,
)
from installer.files import fault
from installer.foreign import visible, visible_lines
from installer.model import Manifest
from installer.texts import (
    enrolment_lines,
    event_line,
    explain,
    health_line,
    health_lines,
    key_pair_lines,
    line_sentence,
    line_status,
    line_title,
    question_lines,
    rights_sentence,
    role_names,
    translate,
)

_log = logging.getLogger(__name__)
_STDOUT: Final = "stdout"


@dataclass(frozen=True)
class Output:
    """Standard output and error. With `json`, events go to standard output and sentences to standard error.

    A stream that fails is given up without a word: nobody reads it, and the run and its exit code are about the work.
    """

    manifest: Manifest | None
    json: bool
    lock: Lock = field(default_factory=Lock)
    counter: Counter = field(init=False)
    told: Told = field(default_factory=Told)
    """What the run has told so far."""
    terse: bool = False
    """For a scheduler: one line where all is in order, and whatever is wrong."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "counter", Counter(self.lock, _tell_part))

    def report(self, event: Event) -> None:
        """Prints one event; may be called from any thread."""
        with self.lock:
            self.told.hear(event)
            event = self.told.completed(event)
            if self.json:
                names = role_names(self.manifest, event.rights) if self.manifest and isinstance(event, SignedIn) else []
                _tell(to_line(event, names), sys.stdout)
            lines = self._sentences(event)
            if isinstance(event, StepStarted | StepDone | StepFailed | SignedIn | Failed | Finished):
                self.counter.end()
            elif lines:
                self.counter.clear()
            for line in lines:
                _tell(visible(line), sys.stderr if self.json or _is_wrong(event) else sys.stdout)
            self._count(event)

    def _count(self, event: Event) -> None:
        """Counts the seconds from here on, where the event begins a wait."""
        if self.terse or not isinstance(event, StepWaiting | SignInBrowser | SignInDeviceCode):
            return
        subject = (event.step, event.reason) if isinstance(event, StepWaiting) else Step.SIGN_IN
        self.counter.begin(subject, event_line(event) or "", sys.stderr if self.json else sys.stdout)

    def say(self, text: str) -> None:
        with self.lock:
            self.counter.clear()
            _tell(text, sys.stderr if self.json else sys.stdout)

    def show(self, text: str) -> None:
        """Says what the command was run for. Raises `UnwritableFolder` where that fails: nothing else is done then."""
        with self.lock:
            stream = sys.stderr if self.json else sys.stdout
            try:
                _write(_printable(text, stream) + "\n", stream)
            except (OSError, ValueError) as error:
                raise UnwritableFolder(_STDOUT) from error

    def hand_over(self, text: str) -> None:
        """The one output that may hold a secret: what `open` was asked for. Raises `DeliveryFailed`."""
        with self.lock:
            try:
                _write(text, sys.stdout)
            except (OSError, ValueError) as error:
                raise DeliveryFailed(_STDOUT, fault(error), revoked=None) from error

    def _sentences(self, event: Event) -> list[str]:
        if isinstance(event, HealthChecked):
            return self._health(event)
        return [] if self.terse and not isinstance(event, Warned | Failed | Delivered) else self._told(event)

    def _told(self, event: Event) -> list[str]:
        match event:
            case EnrolmentRead():
                return enrolment_lines(event.enrolment, self.manifest)
            case SignInBrowser():
                return [translate("Console", "Sign in here, in a browser on this computer:"), f"  {event.url}"]
            case SignInDeviceCode():
                minutes = event.expires_in // 60
                return [
                    translate("Console", "Open   {address}").format(address=event.verification_uri),
                    translate("Console", "and enter   {code}   (valid for {minutes} minutes)").format(
                        code=event.user_code, minutes=minutes
                    ),
                    translate("Console", "Never enter a code that somebody else gave you."),
                ]
            case SignedIn():
                return self._signed_in(event)
            case Planned():
                return [
                    translate("Console", "Plan:"),
                    *(f"  {line_title(line)}  –  {line_status(line)}" for line in event.lines),
                ]
            case DecisionAsked():
                return question_lines(event.question)
            case Compared():
                return [f"  {line_sentence(line)}" for line in event.lines]
            case Warned():
                words = explain(event.problem)
                return [words.sentence, *_microsofts(words.detail)]
            case Failed():
                words = explain(event.error)
                ids = ", ".join(f"{name} {value}" for name, value in _ids(words.request_id, words.correlation_id))
                items = [f"  {item}" for item in words.items]
                return [words.sentence, *items, *_microsofts(words.detail), *([ids] if ids else [])]
            case StepStarted() | StepWaiting() | GraphCall() | ApplicationKnown():
                return []
            case CertificateMade():
                return key_pair_lines(event)
            case Delivered():
                return [
                    event_line(event) or "",
                    translate("Console", "SHA-256 {digest}").format(digest=event.bundle.sha256),
                ]
        line = event_line(event)
        return [line] if line else []

    def _health(self, event: HealthChecked) -> list[str]:
        """Where one line is wanted, the error that follows says what is wrong."""
        if not self.terse:
            return health_lines(event)
        return [] if event.health.reasons else [health_line(event)]

    def _signed_in(self, event: SignedIn) -> list[str]:
        organization, account = event.organization, event.account
        lines = [
            translate("Console", "Tenant:   {name} ({domain})").format(
                name=organization.name, domain=organization.domain
            ),
            translate("Console", "Account:  {account}").format(account=account.username),
        ]
        names = role_names(self.manifest, event.rights) if self.manifest else []
        if names:
            lines.append(translate("Console", "Roles:    {roles}").format(roles=", ".join(names)))
        lines.append(translate("Console", "Rights:   {rights}").format(rights=rights_sentence(event.rights)))
        return lines


def _is_wrong(event: Event) -> bool:
    """Whether it is for standard error, which a scheduler sends by mail; that there was nothing to do is not."""
    return isinstance(event, Failed) or (isinstance(event, Warned) and not isinstance(event.problem, Kept))


def _microsofts(words: str) -> list[str]:
    return [translate("Console", "Microsoft’s words: {words}").format(words=words)] if words else []


def _ids(request_id: str | None, correlation_id: str | None) -> list[tuple[str, str]]:
    return [(name, value) for name, value in (("request-id", request_id), ("correlation-id", correlation_id)) if value]


_PLAINER: Final = str.maketrans(
    {"\u202f": "\u00a0", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "→": ">"}
)
"""For the code pages of old consoles, which lack what texts are set with."""


def _printable(line: str, stream: TextIO | None) -> str:
    """A console that cannot show a character gets a plainer one or a question mark in its place, not a traceback.

    A character that would be obeyed is shown as its number: a name from a tenant commands no terminal.
    """
    encoding = (stream.encoding if stream else None) or "utf-8"
    line = visible_lines(line)
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        line = line.translate(_PLAINER)
    return line.encode(encoding, "replace").decode(encoding)


def _tell_part(text: str, stream: TextIO | None) -> None:
    """Writes part of a line, if that can be done; its control characters move the cursor."""
    try:
        encoding = (stream.encoding if stream else None) or "utf-8"
        _write(text.encode(encoding, "replace").decode(encoding), stream)
    except (OSError, ValueError) as error:
        _log.info("a line could not be written: %r", error)


def _tell(line: str, stream: TextIO | None) -> None:
    """Writes a line if that can be done."""
    try:
        _write(_printable(line, stream) + "\n", stream)
    except (OSError, ValueError) as error:
        _log.info("a line could not be written: %r", error)


def _write(text: str, stream: TextIO | None) -> None:
    """Raises OSError, or ValueError for a stream that is closed; whatever is written after that goes nowhere.

    There is no stream at all where Windows started a program of windows by a click.
    """
    if stream is None:
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        _lead_nowhere(stream)
        raise


def _lead_nowhere(stream: TextIO) -> None:
    """Python flushes the stream once more when it ends: what is left in it must not fail again.

    (docs.python.org/3/library/signal.html, Note on SIGPIPE.)
    """
    try:
        descriptor = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
    except (OSError, ValueError):  # no file of the system's
        return
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
