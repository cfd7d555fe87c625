"""The entry point: the command line starts the wizard or the console, every error becomes an exit code."""

from __future__ import annotations

import os
import signal
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NoReturn

from installer import engine
from installer.config.clouds import load_cloud
from installer.config.manifest import load_manifest
from installer.console.arguments import CERTIFICATE, GUIDE, OPEN, WIZARD, Arguments, help_text, parse, version_text
from installer.console.output import Output
from installer.diagnostics import log_to, silence
from installer.errors.base import ExitCode, SetupError
from installer.errors.usage import InvalidChoice, NoDisplay
from installer.events import Event, Failed, Finished, Report, SignInBrowser, SignInDeviceCode, ignore
from installer.model import Cloud, Language, Manifest
from installer.recording.capture import Run
from installer.texts import ensure_application, system_language, use


def main() -> NoReturn:
    """The entry point of both scripts and of `python -m installer`."""
    _open_streams()
    _leave_no_core()
    if _is_scrypt_process():
        sys.exit()
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command began, or after it ended
        code = ExitCode.CANCELLED
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left is Python's own end, and the exit code is known
    sys.exit(code)


def _is_scrypt_process() -> bool:
    """Whether the executable file was started by itself, to do the work that takes much memory; then it is done."""
    if not getattr(sys, "frozen", False) or len(sys.argv) != 2:
        return False
    from installer.bundle import scrypt  # pyrage is loaded where it may be needed

    if sys.argv[1] != scrypt.PROGRAM:
        return False
    scrypt.serve()
    return True


def run(argv: Sequence[str]) -> int:
    """Does what the arguments ask for and returns the exit code."""
    silence()
    _write_utf_8()
    application = _application(argv)
    use(_language(argv))
    output = Output(None, "--json" in argv)
    try:
        arguments = parse(argv)
        if arguments.help or arguments.version:
            output.say(help_text(arguments.command) if arguments.help else version_text())
            return 0
        if arguments.log:
            log_to(Path(arguments.log))
        if arguments.command == WIZARD and not _has_display():
            raise NoDisplay
        return _wizard(arguments) if arguments.command == WIZARD else _console(arguments)
    except SetupError as error:
        output.report(Failed(error))
        output.report(Finished(error.exit_code))
        return error.exit_code
    finally:
        del application


def _open_streams() -> None:
    """Whoever starts a program may leave standard streams closed, and the next file that is opened gets their number.

    So what Qt or a library writes to standard error would stand in the bundle. Where there is no input, it is empty.
    """
    if os.name == "posix":
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:  # the lowest number that is free (POSIX, open)
            pass
        os.close(descriptor)
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(BytesIO())


def _leave_no_core() -> None:
    """A core dump would hold the secret and the tokens: the system is told to make none, where it lets a program."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write_utf_8() -> None:
    """To files and pipes, as JSON must be (RFC 8259 §8.1): Windows would have them in the code page of the country."""
    for stream in (sys.stdout, sys.stderr):
        if sys.platform == "win32" and isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _application(argv: Sequence[str]) -> object:
    """Qt's application object: the windowed one for the wizard alone, since a server may lack what that needs.

    A report as PDF takes fonts and a painter, but no screen.
    """
    wizard = (not argv or argv[0].startswith("-")) and not {"--help", "--version"} & set(argv)
    prints = any(word.lower().endswith(".pdf") for word in argv)
    if prints and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (wizard or prints) and _has_display():
        from installer.gui.app import ensure_application as ensure_windowed  # not for the console

        return ensure_windowed()
    return ensure_application()


def _language(argv: Sequence[str]) -> Language:
    """The language asked for, read before anything else, since even a wrong option is reported in it."""
    for index, word in enumerate(argv):
        value = word.partition("=")[2] or (argv[index + 1] if index + 1 < len(argv) else "")
        if word.partition("=")[0] == "--lang" and value in list(Language):
            return Language(value)
    return system_language()


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(platform or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _wizard(arguments: Arguments) -> int:
    from installer.gui.app import Start, run_wizard  # the console needs no window
    from installer.gui.enrolment import beside_the_program

    manifest = load_manifest()
    with _cloud(arguments, manifest) as (cloud, _watch):
        start = Start(
            manifest=manifest,
            cloud=cloud,
            cloud_option=arguments.cloud or "",
            tenant=arguments.tenant,
            sign_in_client=arguments.sign_in_client,
            profile=arguments.profile,
            application_name=arguments.name,
            app=arguments.app,
            months=arguments.months,
            enrolments=tuple(map(Path, arguments.enrolment)),
            beside=beside_the_program(),
        )
        path = Path(arguments.record) if arguments.record else None
        file = engine.open_recording(path, overwrite=False) if path else None
        code = run_wizard(start)
        if path and file:
            engine.save_recording(start.recording, Run(exit_code=code), manifest, file, path)
        return code


def _console(arguments: Arguments) -> int:
    # Imported here: --version, --help and a wrong option are answered without loading the engine.
    from installer.console.run import run as run_command

    if arguments.command in (OPEN, GUIDE, CERTIFICATE):
        return run_command(arguments, None, Output(None, arguments.json))
    from installer.console.session import Environment
    from installer.system_proxy import system_proxy

    manifest = load_manifest()
    with _cloud(arguments, manifest) as (cloud, watch):
        environment = Environment(
            manifest=manifest,
            cloud=cloud,
            proxy=system_proxy,
            open_browser=_nobody if arguments.demo else _open_browser,
            watch=watch,
            print_pdf=_print_pdf,
        )
        return run_command(arguments, environment, Output(manifest, arguments.json))


def _print_pdf(html: str) -> bytes:
    from installer.gui.pdf import print_pdf  # only a report as PDF needs Qt's painter

    return print_pdf(html)


def _open_browser(url: str) -> bool:
    """Asks the system's browser; False where none opens: the address that was printed is there to copy."""
    return webbrowser.open(url)


def _nobody(_url: str) -> None:
    """The demo's administrator acts on the event, not on a browser."""


@contextmanager
def _cloud(arguments: Arguments, manifest: Manifest) -> Iterator[tuple[Cloud, Report]]:
    """The cloud to work in and who watches the events: in a rehearsal, the embedded tenant and its administrator."""
    if not arguments.demo:
        yield load_cloud(arguments.cloud), ignore
        return
    from installer.demo import SCENARIOS, Administrator, Tenant  # only a rehearsal needs a tenant

    name = arguments.demo_scenario or "clean"
    if name not in SCENARIOS:
        raise InvalidChoice("--demo-scenario", name, tuple(SCENARIOS))
    with Tenant(SCENARIOS[name].with_profiles(manifest.profiles)) as tenant:
        administrator = Administrator(tenant)

        def watch(event: Event) -> None:
            match event:
                case SignInBrowser() if not arguments.no_browser:
                    administrator.open(event.url)
                case SignInDeviceCode() if not arguments.no_browser:
                    administrator.enter_code(event.verification_uri, event.user_code)

        yield tenant.cloud, watch


if __name__ == "__main__":
    main()
