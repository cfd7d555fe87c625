"""The entry point: starts the wizard or the console as the command line says, and turns errors into exit codes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from typing import Final, NoReturn

from installer import engine
from installer.config.clouds import load_cloud
from installer.config.manifest import load_manifest
from installer.console.arguments import CERTIFICATE, GUIDE, OPEN, WIZARD, Arguments, parse
from installer.console.help import help_text, version_text
from installer.console.output import Output
from installer.diagnostics import log_to, silence
from installer.errors.base import ExitCode, SetupError
from installer.errors.usage import InvalidChoice, NoDisplay
from installer.events import Event, Failed, Finished, Report, SignInBrowser, SignInDeviceCode, ignore
from installer.model import Cloud, Language, Manifest
from installer.program import own_name
from installer.recording.capture import Run
from installer.texts import ensure_application, in_each_language, system_language, use

_WIDEST_HELP: Final = 100
"""Columns: longer lines are hard to read."""


def main() -> NoReturn:
    """The entry point of both scripts and of `python -m installer`; ends the process with the exit code."""
    _open_streams()
    _leave_no_core()
    if _is_scrypt_process():
        sys.exit()
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command began, or after it finished
        code = ExitCode.CANCELLED
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C during shutdown must not change the code
    sys.exit(code)


def _is_scrypt_process() -> bool:
    """Whether the packaged executable started itself as the scrypt process; if so, that work is done on return."""
    if not getattr(sys, "frozen", False) or len(sys.argv) != 2:
        return False
    from installer.bundle import scrypt  # only the packaged executable loads pyrage here

    if sys.argv[1] != scrypt.PROGRAM:
        return False
    scrypt.serve()
    return True


def run(argv: Sequence[str]) -> int:
    """Carries out the command line and returns the exit code (`ExitCode`); reports a `SetupError` to the output."""
    silence()
    _write_utf_8()
    arguments = _parsed(argv)
    application = _application(arguments)
    use(_language(argv))
    output = Output(None, "--json" in argv)
    try:
        if isinstance(arguments, SetupError):
            raise arguments
        if arguments.help or arguments.version:
            output.say(_help(arguments) if arguments.help else version_text())
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
    """Opens standard streams that the parent process left closed, so that no other file gets their numbers.

    Otherwise Qt's or a library's messages to standard error could end up in the bundle. A missing input is empty.
    """
    if os.name == "posix":
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:  # takes the lowest free number (POSIX, open)
            pass
        os.close(descriptor)
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(BytesIO())


def _leave_no_core() -> None:
    """Disables core dumps where a program can: they would contain the secret and the tokens."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write_utf_8() -> None:
    """Writes UTF-8 to files and pipes, which JSON requires (RFC 8259 §8.1): Windows would use its ANSI code page."""
    for stream in (sys.stdout, sys.stderr):
        if sys.platform == "win32" and isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _parsed(argv: Sequence[str]) -> Arguments | SetupError:
    """An error is shown only after the language is known."""
    try:
        return parse(argv)
    except SetupError as error:
        return error


def _help(arguments: Arguments) -> str:
    from installer.demo import SCENARIOS  # only the help names them all

    width = get_terminal_size().columns
    return help_text(arguments.command, own_name(), load_manifest(), tuple(SCENARIOS), min(width, _WIDEST_HELP))


def _application(arguments: Arguments | SetupError) -> object:
    """Qt's application object; with windows for the wizard only, because a server may lack the libraries for them.

    A report as PDF needs fonts and a painter, but no screen.
    """
    if isinstance(arguments, SetupError) or arguments.help or arguments.version:
        return ensure_application()
    prints = _prints(arguments)
    if prints and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (arguments.command == WIZARD or prints) and _has_display():
        from installer.gui.app import ensure_application as ensure_windowed  # the console does without

        return ensure_windowed()
    return ensure_application()


def _prints(arguments: Arguments) -> bool:
    return bool(arguments.report and arguments.report.lower().endswith(".pdf"))


def _language(argv: Sequence[str]) -> Language:
    """The language of `--lang`, or the system's; read before anything else, to report even a wrong option in it."""
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
    # Imported here, so that --version, --help and wrong options are answered without loading the engine.
    from installer.console.run import run as run_command

    if arguments.command in (OPEN, GUIDE, CERTIFICATE):
        return run_command(arguments, None, Output(None, arguments.json))
    from installer.console.session import Environment
    from installer.system_proxy import system_proxy

    if _prints(arguments):
        from installer.gui.pdf import check_fonts  # only a report as PDF needs Qt's painter

        check_fonts()
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
    """Opens the system's browser; False if there is none: the user can copy the address, which was printed."""
    import webbrowser  # the wizard has Qt for that

    return webbrowser.open(url)


def _nobody(_url: str) -> None:
    """Opens nothing: the demo's administrator acts on the event."""


@contextmanager
def _cloud(arguments: Arguments, manifest: Manifest) -> Iterator[tuple[Cloud, Report]]:
    """The cloud to work in, and a listener for events: in the demo, the embedded tenant and its administrator."""
    if not arguments.demo:
        yield load_cloud(arguments.cloud), ignore
        return
    from installer.demo import SCENARIOS, SHOWN, Administrator, Tenant  # only the demo needs a tenant

    name = arguments.demo_scenario or "clean"
    if name not in SCENARIOS:
        raise InvalidChoice("--demo-scenario", name, tuple(SCENARIOS))
    scenario = SCENARIOS[name].with_profiles(manifest.profiles)
    with Tenant(scenario.with_translations(in_each_language("Rehearsal", SHOWN))) as tenant:
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
