"""How a check of what was set up ends, where not all of it is as it should be."""

from __future__ import annotations

from datetime import datetime

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.model import HealthReason


class NoLiveCredential(SetupError):
    """With `expected`, none of the credentials that were named is alive; others may be."""

    name: str
    expected: bool
    exit_code = ExitCode.VERIFICATION
    title = Words("No valid credential")

    @property
    def what(self) -> Words:
        if self.expected:
            return Words("None of the credentials that were named is valid any longer on “{name}”.")
        return Words("“{name}” has no credential that is still valid: the connector cannot sign in.")

    hint = Words("A renewal makes a new one, which then goes to GLIMPS.")
    console = "renew"


class Questionable(SetupError):
    """All that the connector needs is there, and something else that does not belong, or could not be read.

    `reasons` is empty where they have been listed already; `by_description`: whether a credential is among them that
    only its description tells from an expected one.
    """

    name: str
    app: str
    reasons: tuple[HealthReason, ...]
    by_description: bool
    exit_code = ExitCode.DECISION
    title = Words("Not everything here belongs to the connector")

    @property
    def what(self) -> Words:
        if self.reasons:
            return Words("On “{name}” ({app}) nothing is missing, but not all is as it should be: {reasons}.")
        return Words("On “{name}” ({app}) nothing is missing, but not all is as it should be: see the list.")

    @property
    def hint(self) -> Sentences:
        find = Words("Find out who added it, and why. Nothing was changed here; setting up can remove it.")
        forged = Words("A credential is known by its description here, which can be forged: name the expected ones.")
        return (forged, find) if self.by_description else (find,)

    @property
    def console(self) -> str:
        return "--key-id, remove --key-id, setup --clean" if self.by_description else "remove --key-id, setup --clean"


class EndsSoon(SetupError):
    """Also a warning, where nobody said how many days before the end matter."""

    end: datetime
    exit_code = ExitCode.ENDING
    title = Words("The credential ends soon")
    what = Words("The credential ends on {end}; without a new one, the connector then stops.")
    hint = Words("Make a new one beside it before that day, and give it to GLIMPS.")
    console = "renew"


class EndUnknown(SetupError):
    """A warning: how near the end is cannot be told."""

    exit_code = ExitCode.VERIFICATION
    title = Words("The end of the credential is not known")
    what = Words("When this credential ends can be read neither with it nor in what was given.")
    hint = Words("The encrypted file of the credential names its end; so does a check signed in.")


class ExpectedGone(SetupError):
    """A warning: of the expected credentials these are not there, or have ended; another one is alive."""

    key_ids: tuple[str, ...]
    exit_code = ExitCode.VERIFICATION
    title = Words("An expected credential is gone")
    what = Words("Of the credentials that were named, these are not there, or have ended: {key_ids}.")
    hint = Words("Where they were exchanged on purpose, name the new ones in their place.")
