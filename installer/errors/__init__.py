"""The tree of errors: each class is one thing that can be wrong, with its facts, its exit code and its words.

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
├─ GraphError            1   Microsoft Graph refused, and no class above says it better
└─ Unexpected            1   any other error, told by the name of its class alone

The numbers are the exit codes.
"""

from installer.errors.base import (
    Cancelled as Cancelled,
)
from installer.errors.base import (
    ExitCode as ExitCode,
)
from installer.errors.base import (
    SetupError as SetupError,
)
from installer.errors.files import (
    DamagedBundle as DamagedBundle,
)
from installer.errors.files import (
    FileExists as FileExists,
)
from installer.errors.files import (
    FileFault as FileFault,
)
from installer.errors.files import (
    InvalidIdentity as InvalidIdentity,
)
from installer.errors.files import (
    InvalidRecipient as InvalidRecipient,
)
from installer.errors.files import (
    InvalidToml as InvalidToml,
)
from installer.errors.files import (
    NotABundle as NotABundle,
)
from installer.errors.files import (
    OtherCloud as OtherCloud,
)
from installer.errors.files import (
    PassphrasesDiffer as PassphrasesDiffer,
)
from installer.errors.files import (
    TomlFault as TomlFault,
)
from installer.errors.files import (
    UnknownBundleVersion as UnknownBundleVersion,
)
from installer.errors.files import (
    UnreadableFile as UnreadableFile,
)
from installer.errors.files import (
    UnwritableFolder as UnwritableFolder,
)
from installer.errors.files import (
    WeakPassphrase as WeakPassphrase,
)
from installer.errors.files import (
    WrongKey as WrongKey,
)
from installer.errors.network import (
    ConnectionLost as ConnectionLost,
)
from installer.errors.network import (
    NetworkError as NetworkError,
)
from installer.errors.network import (
    NotMicrosoft as NotMicrosoft,
)
from installer.errors.network import (
    ProxyRefused as ProxyRefused,
)
from installer.errors.network import (
    TimedOut as TimedOut,
)
from installer.errors.network import (
    TlsFailed as TlsFailed,
)
from installer.errors.network import (
    TlsFault as TlsFault,
)
from installer.errors.network import (
    Unavailable as Unavailable,
)
from installer.errors.network import (
    Unreachable as Unreachable,
)
from installer.errors.sign_in import (
    ClockOff as ClockOff,
)
from installer.errors.sign_in import (
    ListenerFailed as ListenerFailed,
)
from installer.errors.sign_in import (
    PersonalAccount as PersonalAccount,
)
from installer.errors.sign_in import (
    SignInError as SignInError,
)
from installer.errors.sign_in import (
    SignInRefused as SignInRefused,
)
from installer.errors.sign_in import (
    SignInTimedOut as SignInTimedOut,
)
from installer.errors.sign_in import (
    UntrustedAnswer as UntrustedAnswer,
)
from installer.errors.sign_in import (
    WrongTenant as WrongTenant,
)
from installer.errors.usage import (
    AmbiguousApplication as AmbiguousApplication,
)
from installer.errors.usage import (
    ApplicationNotFound as ApplicationNotFound,
)
from installer.errors.usage import (
    BadInput as BadInput,
)
from installer.errors.usage import (
    CredentialNotFound as CredentialNotFound,
)
from installer.errors.usage import (
    EmptySecret as EmptySecret,
)
from installer.errors.usage import (
    InvalidChoice as InvalidChoice,
)
from installer.errors.usage import (
    InvalidClientName as InvalidClientName,
)
from installer.errors.usage import (
    InvalidGuid as InvalidGuid,
)
from installer.errors.usage import (
    InvalidMonths as InvalidMonths,
)
from installer.errors.usage import (
    InvalidName as InvalidName,
)
from installer.errors.usage import (
    InvalidTenant as InvalidTenant,
)
from installer.errors.usage import (
    MissingValue as MissingValue,
)
from installer.errors.usage import (
    NeedsConfirmation as NeedsConfirmation,
)
from installer.errors.usage import (
    NeedsEncryption as NeedsEncryption,
)
from installer.errors.usage import (
    NeedsKey as NeedsKey,
)
from installer.errors.usage import (
    NeedsOption as NeedsOption,
)
from installer.errors.usage import (
    NoDisplay as NoDisplay,
)
from installer.errors.usage import (
    NotOurs as NotOurs,
)
from installer.errors.usage import (
    OptionsClash as OptionsClash,
)
from installer.errors.usage import (
    OwnClientNeeded as OwnClientNeeded,
)
from installer.errors.usage import (
    SecretIdGiven as SecretIdGiven,
)
from installer.errors.usage import (
    UnknownCommand as UnknownCommand,
)
from installer.errors.usage import (
    UnknownOption as UnknownOption,
)
from installer.errors.usage import (
    UnknownPermission as UnknownPermission,
)
from installer.errors.work import (
    CredentialForbidden as CredentialForbidden,
)
from installer.errors.work import (
    DeliveryFailed as DeliveryFailed,
)
from installer.errors.work import (
    GraphError as GraphError,
)
from installer.errors.work import (
    LifetimeTooLong as LifetimeTooLong,
)
from installer.errors.work import (
    NotEnoughRights as NotEnoughRights,
)
from installer.errors.work import (
    PolicyForbids as PolicyForbids,
)
from installer.errors.work import (
    StoppedPartWay as StoppedPartWay,
)
from installer.errors.work import (
    VerificationFailed as VerificationFailed,
)
