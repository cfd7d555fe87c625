"""A file, key, folder or enrolment file that was named cannot be used."""

from __future__ import annotations

from enum import Enum, unique

from installer.errors.base import Sentences, SetupError, Words
from installer.errors.usage import BadInput


@unique
class FileFault(Enum):
    """Why a file could not be read or written; the text is shown in brackets."""

    DISK_FULL = Words("the disk is full")
    READ_ONLY = Words("the drive is read-only")
    EXISTS = Words("a file of this name exists")
    PERMISSION = Words("access is denied")
    NAME_TOO_LONG = Words("the name is too long")
    VANISHED = Words("it does not exist")
    IS_FOLDER = Words("it is a folder")
    TOO_BIG = Words("it is too big")
    NOT_UTF8 = Words("it is not text in UTF-8")
    NO_MEMORY = Words("there is too little memory to encrypt with a passphrase")
    OTHER = Words("the system refused")


class NotOpened(BadInput, group=True):
    """A file that was given to be opened or read cannot be used."""

    title = Words("The file cannot be opened")


class NotEncrypted(BadInput, group=True):
    """What was given to encrypt with cannot be used; nothing was written."""

    title = Words("The file cannot be encrypted like this")


class InvalidRecipient(NotEncrypted):
    """Neither an age public key nor a file with some; `value` is what was given, or the file's path."""

    value: str
    what = Words("“{value}” is not an age public key.")
    hint = Words("Give a key that begins with age1, or a file that holds one.")


@unique
class KeyKind(Enum):
    """The kinds of keys that this program cannot encrypt for."""

    HYBRID = Words("“{value}” is a post-quantum key of age, which this program cannot encrypt for yet.")
    PLUGIN = Words("“{value}” is a key of an age plugin, such as one for hardware keys.")
    SSH = Words("“{value}” is an SSH key.")
    PRIVATE = Words("“{value}” is a private key, which only its owner may hold.")
    WEAK = Words("“{value}” is no real key: whoever has the file could open it.")


class UnusableKey(NotEncrypted):
    """A key, but not one to encrypt for. `value` is the key or the file that contains it, never a private key."""

    value: str
    kind: KeyKind
    hint = Words("Ask the recipient for a public key as age-keygen makes it: age1 and 58 characters more.")

    @property
    def what(self) -> Words:
        return self.kind.value


class InvalidIdentity(NotOpened):
    """The identity file contains no X25519 private key of age."""

    path: str
    what = Words("{path} holds no age identity.")
    hint = Words("Give the file with the line that begins with AGE-SECRET-KEY-1.")


class InvalidProxyAuthFile(NotOpened):
    """The file of `--proxy-auth-file` does not have a user name and a password on two lines."""

    path: str
    what = Words("{path} does not hold an account for the proxy.")
    hint = Words("Write the user name in its first line and the password in its second.")


class WeakPassphrase(NotEncrypted):
    """The passphrase is too short or too easy to guess; `shortest` is the minimum number of characters."""

    shortest: int
    what = Words("The passphrase is too short or too easy to guess.")
    hint = Words("Use at least {shortest} characters; several unrelated words are best.")


class QuestionMarkPiped(BadInput):
    """A warning: a passphrase from standard input holds what Windows PowerShell 5.1 sends in place of other letters."""

    title = Words("The passphrase may have been changed on its way")
    what = Words(
        "The passphrase that was piped in holds “?”: Windows PowerShell sends it in place of each letter outside ASCII."
    )
    hint = Words("If you typed none, write the passphrase to a file and name that instead.")
    console = "--passphrase-file"


class TooLittleMemory(BadInput):
    """scrypt, which age uses for passphrases, needs more memory than there is."""

    title = Words("There is too little memory")
    what = Words("Encrypting or opening with a passphrase takes up to 1 GiB of memory, and there is less.")
    hint = Words("Close other programs, or encrypt for a recipient’s public key, which needs far less.")
    console = "--recipient"


class NoFonts(BadInput):
    """A PDF was asked for where no font of the system has the letters: it would show boxes."""

    title = Words("A PDF needs fonts")
    what = Words("This system has no fonts, and a PDF made without them shows boxes in place of letters.")
    hint = Words("Save the report as HTML, which screen readers read as well, or install fonts (such as DejaVu).")
    console = "--report FILE.html"


class MissingLetters(NoFonts):
    """A PDF was asked for, and no font of the system has some letters of a name: it would show boxes.

    `letters` names each with its number in Unicode, such as U+682A: the screen may not show it either.
    """

    letters: str
    title = Words("A PDF cannot show every letter")
    what = Words("No font of this system has these letters, and a PDF would show boxes in place of them: {letters}")
    hint = Words("Save the report as HTML, or install fonts that have them (such as Noto).")


class PassphrasesDiffer(NotEncrypted):
    """The passphrase and its repetition are not the same."""

    what = Words("The passphrases differ.")
    hint = Words("Type the same one twice.")


class UnreadableFile(BadInput):
    """A file that was named cannot be read, or is not text; `reason` says why."""

    path: str
    reason: FileFault
    title = Words("A file cannot be read")
    what = Words("{path} cannot be read ({reason}).")
    hint = Words("Check the path and your rights to it.")


class UnwritableFolder(BadInput):
    """No file can be created in the folder `path`."""

    path: str
    title = Words("The folder is not writable")
    what = Words("The folder {path} cannot be written to.")
    hint = Words("Choose another folder.")
    console = "--out"


class FolderMissing(UnwritableFolder):
    """The folder `path` of a file to write does not exist."""

    title = Words("The folder does not exist")
    what = Words("There is no folder {path}.")
    hint = Words("Create it first, or choose another place.")
    console = ""


class UnwritableFile(BadInput):
    """The connector's key or certificate file could not be written; `reason` says why."""

    path: str
    reason: FileFault
    title = Words("A file cannot be written")
    what = Words("{path} could not be written ({reason}).")
    hint = Words("Choose another place for it.")


class FileExists(BadInput):
    """The file to write exists. `replaceable` is False for a folder or a device, which no option replaces."""

    path: str
    replaceable: bool = True
    title = Words("The file exists already")
    what = Words("{path} exists already.")

    @property
    def hint(self) -> Words:
        return Words("Choose another name, or have it replaced.") if self.replaceable else Words("Choose another name.")

    @property
    def console(self) -> str:
        return "--out, --force" if self.replaceable else "--out"


class IsLink(BadInput):
    """The file to append to is a symbolic link, or has several names (hard links)."""

    path: str
    title = Words("The file is a link")
    what = Words("{path} is a link: nothing is written through it, since somebody else may have laid it there.")
    hint = Words("Name another file.")


@unique
class TomlFault(Enum):
    """What is wrong with a configuration file."""

    SYNTAX = Words("{path}, line {line}: this is not TOML.")
    UNKNOWN_KEY = Words("{path}, line {line}: “{key}” is not known here.")
    MISSING_KEY = Words("{path}: “{key}” is missing.")
    WRONG_TYPE = Words("{path}, line {line}: “{key}” is of the wrong type.")
    BAD_VALUE = Words("{path}, line {line}: the value of “{key}” cannot be used.")


class InvalidToml(BadInput):
    """A configuration file is invalid; `line` counts from 1, and is 0 for a missing key."""

    path: str
    line: int
    fault: TomlFault
    key: str

    title = Words("A configuration file is wrong")
    hint = Words("Correct the file and start again.")

    @property
    def what(self) -> Words:
        return self.fault.value


class NotABundle(NotOpened):
    """The file is not an age file, or not one with a bundle inside."""

    path: str
    what = Words("{path} is not an encrypted credentials file.")
    hint = Words("Give the .age file that the setup wrote.")


class DamagedBundle(NotOpened):
    """The bundle is truncated or changed, or its content is not as this program writes it."""

    path: str
    what = Words("{path} is damaged or incomplete.")
    hint = Words("Ask for the file again, as an attachment and not as text.")


class EncryptedInstead(NotOpened):
    """An encrypted file was given in the place of the passphrase or the key that opens one."""

    path: str
    what = Words("{path} is an encrypted file itself, and holds no passphrase or key.")
    hint = Words("Name the file that holds the passphrase or the key.")


class KeyInstead(NotOpened):
    """An age identity was given in the place of a passphrase."""

    path: str
    what = Words("{path} holds an age identity, and no passphrase.")
    hint = Words("Give it as an identity.")
    console = "--identity"


class WrongKey(NotOpened):
    """The passphrase is wrong, or no identity opens the bundle; or it is encrypted in the other way."""

    path: str
    by_passphrase: bool
    other_way: bool = False
    """Whether the file's header says that it opens in the other way."""

    @property
    def what(self) -> Words:
        if self.other_way and self.by_passphrase:
            return Words("{path} opens with a key, and a passphrase was given.")
        if self.other_way:
            return Words("{path} opens with a passphrase, and a key was given.")
        if self.by_passphrase:
            return Words("The passphrase does not open {path}.")
        return Words("The identity does not open {path}.")

    @property
    def console(self) -> str:
        if not self.other_way:
            return ""
        return "--identity" if self.by_passphrase else "--passphrase-file"

    @property
    def hint(self) -> Words:
        if self.other_way and self.by_passphrase:
            return Words("Give the identity that belongs to the recipient’s public key.")
        if self.other_way:
            return Words("Give its passphrase.")
        if self.by_passphrase:
            return Words("Check the passphrase, its hyphens and capitals included.")
        return Words("Use the identity that belongs to the recipient’s public key.")


class UnknownBundleVersion(NotOpened):
    """The bundle was written by another version, whose format this one does not know."""

    path: str
    version: str
    what = Words("{path} is of version {version}, which this program does not know.")
    hint = Words("Use a newer version of GLIMPS ODSP Setup.")


class OtherCloud(BadInput):
    """The bundle's credential is for another cloud than the chosen one; `authority` is that cloud's."""

    path: str
    authority: str
    title = Words("The file is for another cloud")
    what = Words("{path} is for another cloud ({authority}).")
    hint = Words("If you trust this file, name that cloud.")
    console = "--cloud"


class InvalidEnrolment(BadInput):
    """A value cannot be used, for the reason in `__cause__`; `line` counts from 1."""

    path: str
    line: int
    key: str
    title = Words("The enrolment file cannot be used")

    @property
    def what(self) -> Sentences:
        return (Words("{path}, line {line}, “{key}”:"), *self._cause)

    @property
    def hint(self) -> Sentences:
        return tuple(cause for cause in self._cause if cause.hint)

    @property
    def _cause(self) -> tuple[SetupError, ...]:
        return (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()


class SeveralEnrolments(BadInput):
    """Two enrolment files were found, and nothing says which one counts."""

    paths: tuple[str, ...]
    title = Words("There is more than one enrolment file")
    what = Words("There are two enrolment files: {paths}. Neither was used.")
    hint = Words("Ask your GLIMPS contact which one is meant, and give only that one.")


class RecipientNotCompared(BadInput):
    """The file names a recipient, and nobody can be asked to compare its fingerprint.

    Whoever has that key could open the bundle, and the file could come from anybody.
    """

    path: str
    recipient: str
    fingerprint: str
    title = Words("Nobody has compared the recipient")
    what = Words(
        "{path} names a recipient that is not GLIMPS’s key in this program ({recipient}, fingerprint {fingerprint}), "
        "and with --yes nobody is asked."
    )
    hint = Words("Compare the fingerprint with your GLIMPS contact, then name the recipient yourself.")
    console = "--recipient"
