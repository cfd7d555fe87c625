"""Runs a command again against a recording, and shows where the embedded tenant would answer differently."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.console.arguments import Arguments, parse
from installer.console.output import Output
from installer.console.run import run
from installer.console.session import Environment
from installer.demo import INSTANT, SCENARIOS, Administrator, Tenant
from installer.errors.base import SetupError
from installer.events import Event, SignInBrowser, SignInDeviceCode
from installer.model import Cloud
from installer.recording.capture import Recording, Run
from installer.recording.writing import lines
from installer.texts import ensure_application
from replay_compare import differences
from replay_file import Exchange, NotARecording, Recorded, read
from replay_file import parse as parse_recording
from replay_tenant import REPLAYED, ReplayTenant

USAGE = """\
usage: dev.py replay FILE [--demo-scenario NAME] [COMMAND OPTION…]

Without a command, the recorded one is run. A recording of the wizard names none.
"""


class Hurried(Cancel):
    """A clock that jumps ahead instead of waiting, so that minutes of waiting take no time."""

    def __init__(self, at: float = 0.0) -> None:
        super().__init__()
        self._at = at

    def wait(self, seconds: float) -> None:
        self.check()
        self._at += seconds

    def shielded(self) -> Cancel:
        return Hurried(self._at)

    def now(self) -> float:
        return self._at


@dataclass(frozen=True)
class Replayed:
    """The result of a replay: exit code, requests without a recorded answer, differences of the embedded tenant."""

    exit_code: int
    missed: tuple[str, ...]
    differences: tuple[str, ...]


def replay(recorded: Recorded, command: Sequence[str], scenario: str = "clean") -> Replayed:
    """Replays the recording with this command. Raises `SetupError` for a command that cannot be parsed."""
    with ReplayTenant(recorded) as tenant:
        code, _ = _run(command, tenant.cloud, lambda event: _sign_in(tenant, event), recorded)
    with Tenant(SCENARIOS[scenario].with_profiles(load_manifest().profiles).with_delays(INSTANT)) as embedded:
        _, recording = _run(command, embedded.cloud, lambda event: _administer(embedded, event), recorded)
    told = tuple(differences(recorded.exchanges, _exchanges(recording)))
    return Replayed(code, tuple(tenant.missed), told)


def command_of(recorded: Recorded) -> list[str]:
    """The recorded command with its options; empty for the wizard's."""
    return [recorded.command, *_options(recorded.options)] if recorded.command else []


def _options(options: Mapping[str, Any]) -> Iterator[str]:
    for name, value in options.items():
        option = f"--{name.replace('_', '-')}"
        if value is True:
            yield option
        else:
            for each in value if isinstance(value, list) else [value]:
                yield from (option, str(each))


def _run(
    command: Sequence[str], cloud: Cloud, watch: Callable[[Event], None], recorded: Recorded
) -> tuple[int, Recording]:
    """The command in this process, in a folder of its own, with what it needs of this computer's."""
    manifest, recording = load_manifest(), Recording()
    with tempfile.TemporaryDirectory() as folder:
        arguments = parse([*command, *_surroundings(command[0], Path(folder), recorded)])
        environment = Environment(
            manifest, cloud, lambda _url: None, lambda _url: None, watch, str.encode, recording.observe
        )
        return run(arguments, environment, Output(manifest, json=False), Hurried()), recording


def _surroundings(name: str, folder: Path, recorded: Recorded) -> Iterator[str]:
    given = {option for option in Arguments.__dataclass_fields__ if option in recorded.options}
    if name in ("setup", "renew"):
        yield from ("--recipient", str(x25519.Identity.generate().to_public()), "--out", str(folder / "replay.age"))
    if name != "verify":
        yield "--yes"
    elif not _signed_in(recorded) and {"tenant", "app"} <= given:
        (folder / "secret").write_text(REPLAYED)
        yield from ("--secret-file", str(folder / "secret"))


def _signed_in(recorded: Recorded) -> bool:
    """Whether a person signed in, and not the application alone."""
    grants = {str(each.body.get("grant_type")) for each in recorded.exchanges if isinstance(each.body, Mapping)}
    return bool(grants - {"None", "client_credentials"}) or any(each.method == "BROWSER" for each in recorded.exchanges)


def _sign_in(tenant: ReplayTenant, event: Event) -> None:
    if isinstance(event, SignInBrowser):
        tenant.sign_in(event.url)


def _administer(tenant: Tenant, event: Event) -> None:
    administrator = Administrator(tenant)
    match event:
        case SignInBrowser():
            administrator.open(event.url)
        case SignInDeviceCode():
            administrator.enter_code(event.verification_uri, event.user_code)
    administrator.join(5)


def _exchanges(recording: Recording) -> tuple[Exchange, ...]:
    """The exchanges of a recording as they would be read back from its file."""
    text = "\n".join(json.dumps(line) for line in lines(recording, Run(), load_manifest()))
    return parse_recording(text).exchanges


def main(argv: Sequence[str]) -> int:
    """0 where the replay ends as the recording did, and had an answer to every question; else 1, and 2 for misuse."""
    words = list(argv)
    scenario = "clean"
    if "--demo-scenario" in words[:-1]:
        at = words.index("--demo-scenario")
        scenario = words[at + 1]
        del words[at : at + 2]
    if not words or scenario not in SCENARIOS:
        print(USAGE, end="", file=sys.stderr)
        return 2
    ensure_application()
    try:
        recorded = read(Path(words[0]))
        command = words[1:] or command_of(recorded)
        if not command:
            print(USAGE, end="", file=sys.stderr)
            return 2
        replayed = replay(recorded, command, scenario)
    except (NotARecording, SetupError) as error:
        print(f"replay: {error}", file=sys.stderr)
        return 2
    for title, told in (
        ("Asked now, and without an answer in the recording:", replayed.missed),
        ("Where the embedded tenant answers otherwise:", replayed.differences),
    ):
        print(f"\n{title}" if told else f"\n{title} nowhere.")
        print(*(f"  {line}" for line in told), sep="\n")
    print(f"\nThe recording ended with {recorded.exit_code}, the replay with {replayed.exit_code}.")
    ended_alike = recorded.exit_code in (None, replayed.exit_code)
    return 0 if ended_alike and not replayed.missed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
