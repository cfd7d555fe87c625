"""What a health check found, as errors and warnings."""

from __future__ import annotations

from datetime import datetime

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.model import HealthReason


class NoLiveCredential(SetupError):
    """The application `name` has no live credential; with `expected`, none of those that were named."""

    name: str
    expected: bool
    exit_code = ExitCode.VERIFICATION
    title = Words("No valid credential")

    @property
    def what(self) -> Words:
        if self.expected:
            return Words("None of the named credentials is still valid on “{name}”.")
        return Words("“{name}” has no credential that is still valid: the connector cannot sign in.")

    hint = Words("A renewal makes a new one, which then goes to GLIMPS.")
    console = "renew"


class Questionable(SetupError):
    """Nothing is missing, but there is something that does not belong on the application, or could not be read.

    `reasons` is empty if they have been listed already. `by_description`: whether only their descriptions distinguish
    unexpected credentials from expected ones.
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
            return Words("On “{name}” ({app}) nothing is missing, but not everything is as it should be: {reasons}.")
        return Words("On “{name}” ({app}) nothing is missing, but not everything is as it should be: see the list.")

    @property
    def hint(self) -> Sentences:
        find = Words("Find out who added it, and why. Nothing was changed here; setting up can remove it.")
        forged = Words(
            "Credentials are recognized here by their description, which can be forged: name the expected ones."
        )
        return (forged, find) if self.by_description else (find,)

    @property
    def console(self) -> str:
        return "--key-id, remove --key-id, setup --clean" if self.by_description else "remove --key-id, setup --clean"


class EndsSoon(SetupError):
    """The last credential expires at `end`. Only a warning if nobody gave `--warn-days`."""

    end: datetime
    exit_code = ExitCode.ENDING
    title = Words("The credential expires soon")
    what = Words("The credential expires on {end}; without a new one, the connector then stops.")
    hint = Words("Create another one before that day, and give it to GLIMPS.")
    console = "renew"


class EndUnknown(SetupError):
    """A warning: when the credential expires is not known."""

    exit_code = ExitCode.VERIFICATION
    title = Words("The credential’s expiry is not known")
    what = Words("The expiry of this credential can be read neither with it nor from what was given.")
    hint = Words("The credential’s encrypted file shows its expiry; so does a check with a sign-in.")


class ExpectedGone(SetupError):
    """A warning: these expected credentials no longer exist or have expired, although another one is live."""

    key_ids: tuple[str, ...]
    exit_code = ExitCode.VERIFICATION
    title = Words("An expected credential is gone")
    what = Words("Of the credentials that were named, these are not there, or have expired: {key_ids}.")
    hint = Words("If they were replaced on purpose, name the new ones instead.")
