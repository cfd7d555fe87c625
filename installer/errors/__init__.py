"""The tree of errors: each class is one thing that can be wrong, and carries facts only; `texts.explain` has the words.

SetupError
├─ BadInput              2   what was typed, or a file that was given, cannot be used; nothing was started
├─ Cancelled             3   the person stopped it; silent
├─ SignInError           4   Microsoft, the person or a policy refused the sign-in
├─ NotEnoughRights       5   the account may not do what is asked
├─ VerificationFailed    7   the new credential did not prove itself
├─ NetworkError          8   Microsoft could not be reached, or something between answered instead
├─ PolicyForbids         9   the tenant's own policy forbids what is asked
├─ StoppedPartWay       10   something was done, and running again finishes it
├─ DeliveryFailed       11   the bundle was not written
└─ GraphError            1   Microsoft Graph refused, and no class above says it better

The numbers are the exit codes. No field of any of them ever holds a secret, a token or a code.
"""

from installer.errors.base import Cancelled, ExitCode, SetupError
from installer.errors.files import (
    DamagedBundle,
    FileExists,
    FileFault,
    InvalidIdentity,
    InvalidRecipient,
    InvalidToml,
    NotABundle,
    PassphrasesDiffer,
    TomlFault,
    UnknownBundleVersion,
    UnreadableFile,
    UnwritableFolder,
    WeakPassphrase,
    WrongKey,
)
from installer.errors.network import (
    ConnectionLost,
    NetworkError,
    NotMicrosoft,
    ProxyRefused,
    TimedOut,
    TlsFailed,
    TlsFault,
    Unavailable,
    Unreachable,
)
from installer.errors.refusals import (
    ClockOff,
    LifetimeTooLong,
    ListenerFailed,
    NotEnoughRights,
    PersonalAccount,
    PolicyForbids,
    SecretsForbidden,
    SignInError,
    SignInRefused,
    SignInTimedOut,
    UntrustedAnswer,
    VerificationFailed,
    WrongTenant,
)
from installer.errors.usage import (
    AmbiguousApplication,
    ApplicationNotFound,
    BadInput,
    InvalidChoice,
    InvalidClientName,
    InvalidGuid,
    InvalidMonths,
    InvalidName,
    InvalidTenant,
    MissingValue,
    NeedsConfirmation,
    NeedsEncryption,
    NeedsKey,
    NeedsOption,
    NoDisplay,
    NotOurs,
    OptionsClash,
    OwnClientNeeded,
    UnknownCommand,
    UnknownOption,
    UnknownPermission,
)
from installer.errors.work import DeliveryFailed, GraphError, StoppedPartWay

__all__ = [
    "AmbiguousApplication",
    "ApplicationNotFound",
    "BadInput",
    "Cancelled",
    "ClockOff",
    "ConnectionLost",
    "DamagedBundle",
    "DeliveryFailed",
    "ExitCode",
    "FileExists",
    "FileFault",
    "GraphError",
    "InvalidChoice",
    "InvalidClientName",
    "InvalidGuid",
    "InvalidIdentity",
    "InvalidMonths",
    "InvalidName",
    "InvalidRecipient",
    "InvalidTenant",
    "InvalidToml",
    "LifetimeTooLong",
    "ListenerFailed",
    "MissingValue",
    "NeedsConfirmation",
    "NeedsEncryption",
    "NeedsKey",
    "NeedsOption",
    "NetworkError",
    "NoDisplay",
    "NotABundle",
    "NotEnoughRights",
    "NotMicrosoft",
    "NotOurs",
    "OptionsClash",
    "OwnClientNeeded",
    "PassphrasesDiffer",
    "PersonalAccount",
    "PolicyForbids",
    "ProxyRefused",
    "SecretsForbidden",
    "SetupError",
    "SignInError",
    "SignInRefused",
    "SignInTimedOut",
    "StoppedPartWay",
    "TimedOut",
    "TlsFailed",
    "TlsFault",
    "TomlFault",
    "Unavailable",
    "UnknownBundleVersion",
    "UnknownCommand",
    "UnknownOption",
    "UnknownPermission",
    "Unreachable",
    "UnreadableFile",
    "UntrustedAnswer",
    "UnwritableFolder",
    "VerificationFailed",
    "WeakPassphrase",
    "WrongKey",
    "WrongTenant",
]
