"""An application cannot exchange its own key, or did so and something is left to know or to do."""

from __future__ import annotations

from datetime import datetime

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.usage import BadInput
from installer.model import CredentialKind


class NotForRenewal(BadInput, group=True):
    """The bundle cannot be used to exchange a key."""

    title = Words("This file cannot be used to replace a key")


class NotACertificatesFile(NotForRenewal):
    """The bundle is for a secret or a federation."""

    path: str
    kind: CredentialKind

    @property
    def what(self) -> Words:
        if self.kind is CredentialKind.FEDERATED:
            return Words("{path} is for a federation, which has no key to replace.")
        return Words("{path} is for a client secret, which the application cannot replace itself.")

    @property
    def hint(self) -> Words:
        if self.kind is CredentialKind.FEDERATED:
            return Words("Nothing expires there, so no renewal is needed.")
        return Words("An administrator can create a new one.")

    @property
    def console(self) -> str:
        return "" if self.kind is CredentialKind.FEDERATED else "renew"


class FileWithoutObjectId(NotForRenewal):
    """The file of IDs does not hold the object ID, which the proofs must name."""

    path: str
    what = Words("{path} does not give the object ID of the app registration, which replacing the key requires.")
    hint = Words("Give the one that the portal shows on the overview of the app registration.")
    console = "--object-id"


class FileOfAnotherKey(NotForRenewal):
    """The pair that was given works, but the file of IDs is about another one."""

    path: str
    certificate: str
    what = Words("{path} is about another certificate than {certificate}.")
    hint = Words("Give the file that was written when this certificate was registered.")


class OtherRotator(NotForRenewal):
    """GLIMPS's connector exchanges its certificate where its configuration holds the two IDs."""

    path: str
    title = Words("The connector replaces this key itself")
    what = Words(
        "{path} holds the IDs with which GLIMPS’s connector replaces its certificate itself: two programs would "
        "remove each other’s keys."
    )
    hint = Words("Leave it to the connector, or register with “--rotation ours”; the replacement can be forced.")
    console = "--force"


class KeyExpired(SetupError):
    """No key of the application is valid any longer, so it can prove nothing."""

    path: str
    end: datetime
    exit_code = ExitCode.VERIFICATION
    title = Words("The key has expired")
    what = Words("The certificate in {path} expired on {end}: the application can no longer sign in to exchange it.")
    hint = Words("Make a new key pair where the connector runs; an administrator registers its certificate.")
    console = "certificate, setup --certificate-file"


class ProofRefused(SetupError):
    """Microsoft Graph does not take the proof of possession, for whichever audience."""

    object_id: str
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY
    title = Words("Microsoft does not accept the proof of the key")
    what = Words(
        "The application signed in with its key, but Microsoft does not accept the proof made with it; no key was "
        "replaced."
    )
    hint = Words(
        "Check that {object_id} is the object ID of the app registration, and not that of the enterprise application."
    )
    console = "--object-id"


class RenewalRuns(SetupError):
    """Another run has locked this key."""

    path: str
    exit_code = ExitCode.PART_WAY
    title = Words("Another run is replacing this key")
    what = Words("Another run is replacing the key {path} at the moment.")
    hint = Words("Let it finish, then run this again to do the rest.")


class TwoKeysAlready(BadInput):
    """`key_id` is empty where it is not known."""

    key_id: str
    end: datetime
    title = Words("Two keys are valid already")
    what = Words("An earlier key of this application is valid until {end}; no third one is added.")

    @property
    def hint(self) -> Words:
        if self.key_id:
            return Words("Let this run remove it first.")
        return Words("Its ID is not known here: name it, as the portal or a check shows it, for this run to remove it.")

    @property
    def console(self) -> str:
        return "--remove-old" if self.key_id else "--remove-old --key-id"


class KeyNotRemoved(SetupError):
    """The new key is in its place; the cause is chained."""

    key_id: str
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY
    title = Words("The old key was not removed")

    @property
    def what(self) -> Sentences:
        cause = (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()
        return (Words("The new key is in its place, but the old one (key ID {key_id}) was not removed."), *cause)

    hint = Words("Run it again: it removes the old one, and adds nothing.")


class OldKeyStays(SetupError):
    """A warning: nobody asked for its removal."""

    key_id: str
    end: datetime
    title = Words("The old key stays valid")
    what = Words("The old key (key ID {key_id}) stays valid until {end}.")
    hint = Words("The next run can remove it.")
    console = "--remove-old"


class OldKeyUnknown(SetupError):
    """A warning: its key id is not known, or Microsoft does not know it under that id."""

    end: datetime
    title = Words("The old key may still be valid")
    what = Words("The old key was not found under an ID that is known here; if it is still there, it expires on {end}.")
    hint = Words("An administrator sees it among the credentials, and can remove it.")
    console = "verify, remove --key-id"


class KeyIdAssumed(SetupError):
    """A warning: Microsoft's answer, which tells the id, was lost; the id is the one that it was asked to take."""

    key_id: str
    title = Words("The ID of the new key is not confirmed")
    what = Words("Microsoft’s answer with the ID of the new key was lost; it was asked to use {key_id}.")
    hint = Words("An administrator sees the ID among the credentials.")
    console = "verify"


class ShorterLifetime(SetupError):
    """A warning."""

    asked: int
    days: int
    title = Words("The lifetime is limited by policy")
    what = Words("Your tenant’s policy does not allow {asked} days: the new key is valid for {days} days.")
    hint = Words("Run the renewal often enough for that.")


class ConnectorToldOf(SetupError):
    """A warning: the step that is left, on GLIMPS's side."""

    path: str
    thumbprint: str
    title = Words("The connector needs to know the new key")
    what = Words("GLIMPS’s configuration still names the old certificate: without this step the connector stops.")
    hint = Words("Apply {path} to it, or enter the thumbprint {thumbprint} in the Connector manager.")


class Kept(SetupError):
    """A note of a run that was asked to do nothing unless it is needed. `end` is None for what has none."""

    end: datetime | None
    title = Words("Nothing to do")

    @property
    def what(self) -> Words:
        if self.end is None:
            return Words("Nothing to do: the credential works, and does not expire.")
        return Words("Nothing to do: the credential works and is valid until {end}.")
