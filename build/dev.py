#!/usr/bin/env python3
"""Every command for working on this project; each one first prepares what it needs."""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} ({sys.executable}).")

from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import dev_environment as environment
import dev_system as system

USAGE = """\
usage: python3 build/dev.py COMMAND [ARGUMENT…]

  demo [OPTION…]    rehearse the whole walk in the embedded tenant: the wizard, or the console where there is no screen
  run [ARGUMENT…]   the program itself, with these arguments
  test [ARGUMENT…]  every check and every test; --quick: the checks and the pure parts; other arguments: pytest alone
  lint              the checks alone: ruff, mypy, import-linter, translations
  fix               let ruff format and repair what it can
  i18n              collect the texts of the code into i18n/*.ts, check and compile them
  screens           pictures of every page and state into dist/screens; --pictures: those of README.md anew
  bench [PART…]     figures against their targets: requests, scale, imports, size, start, memory
  replay FILE       runs a recording (--record) again, and reports where the embedded tenant answers differently
  package           the executables for this system into dist/; with --windows, Windows' into dist/windows, by Wine
  sbom              what it is made of: CycloneDX 1.6, and every licence's text, into dist/
  setup             only prepare: the virtual environment, the packages, the translations
"""


def run(arguments: list[str]) -> int:
    """Replaces this process by the program, in the folder it was called from."""
    system.ensure(system.QT)
    environment.prepare(environment.RUNTIME)
    return environment.become("-P", "-m", "installer", *arguments)


def demo(arguments: list[str]) -> int:
    """The rehearsal: the wizard, or the console where there is no display."""
    import dev_demo

    system.ensure(system.QT + system.DEMO)
    environment.prepare(environment.RUNTIME)
    return dev_demo.rehearse(arguments)


def test(arguments: list[str]) -> int:
    """All checks and tests; with `--quick`, the checks and the pure parts; with other arguments, only pytest."""
    import dev_checks
    import dev_groups
    import dev_peers

    if arguments == ["--quick"]:
        environment.prepare(environment.DEVELOPMENT)
        return dev_checks.run_all(dev_groups.quick() + dev_checks.checks())
    if arguments:
        system.ensure(system.QT)
        environment.prepare(environment.DEVELOPMENT)
        return dev_checks.run_one(dev_groups.chosen(arguments))
    _prepare_everything()
    dev_peers.fetch()
    return dev_checks.run_all(dev_groups.groups() + dev_checks.checks())


def lint(arguments: list[str]) -> int:
    """All static checks."""
    import dev_checks

    environment.prepare(environment.DEVELOPMENT)
    return dev_checks.run_all(dev_checks.checks())


def fix(arguments: list[str]) -> int:
    """Lets ruff fix and format the code."""
    environment.prepare(environment.DEVELOPMENT)
    return environment.call("-m", "ruff", "check", "--fix", ".") | environment.call("-m", "ruff", "format", ".")


def i18n(arguments: list[str]) -> int:
    """Collects the texts, or what i18n_check.py does with these arguments; then compiles the translations."""
    environment.prepare(environment.DEVELOPMENT)
    code = environment.call_script("i18n_check.py", arguments or ["--update"])
    environment.compile_translations()
    return code


def screens(arguments: list[str]) -> int:
    """Renders every page and state of the wizard; with `--pictures`, those of the README."""
    _prepare_everything()
    gallery = arguments or [str(environment.ROOT / "dist" / "screens")]
    if arguments == ["--pictures"]:
        gallery = ["--pictures", str(environment.ROOT / "build" / "pictures")]
    return environment.call("-m", "tests.gui.gallery", *gallery, QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Measures the figures that have targets; arguments name the parts."""
    _prepare_everything()
    return environment.call_script("bench.py", arguments)


def replay(arguments: list[str]) -> int:
    """Replays a recording against the program."""
    system.ensure(system.QT)
    environment.prepare(environment.RUNTIME)
    from_here = [str(Path(word).resolve()) if Path(word).is_file() else word for word in arguments]
    return environment.call_script("replay.py", from_here)


def package(arguments: list[str]) -> int:
    """The executables for this system or, with `--windows` first, for Windows by Wine; the rest goes to PyInstaller."""
    import dev_package

    by_wine = arguments[:1] == ["--windows"]
    system.ensure(system.QT + system.PACKAGING + (system.WINDOWS if by_wine else ()))
    environment.prepare(environment.DEVELOPMENT)
    made = dev_package.package(dev_package.WINDOWS if by_wine else dev_package.HERE, arguments[by_wine:])
    return made or sbom([])


def sbom(arguments: list[str]) -> int:
    """Writes the list of components and licences."""
    environment.prepare(environment.RUNTIME)
    return environment.call_script("dev_sbom.py", arguments)


def setup(arguments: list[str]) -> int:
    """Prepares everything, and runs nothing."""
    _prepare_everything()
    print(f"Ready: {environment.PYTHON}")
    return 0


def _prepare_everything() -> None:
    system.ensure(system.QT + system.DEMO + system.TESTS + system.PACKAGING + system.WINDOWS)
    environment.prepare(environment.DEVELOPMENT)


_COMMANDS = (demo, run, test, lint, fix, i18n, screens, bench, replay, package, sbom, setup)
COMMANDS: dict[str, Callable[[list[str]], int]] = {function.__name__: function for function in _COMMANDS}


def main(argv: list[str]) -> int:
    """Runs the command named first; returns its exit code, 2 for one that does not exist."""
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0 if argv else 2
    command = COMMANDS.get(argv[0])
    if command is None:
        print(f"There is no command {argv[0]!r}.\n\n{USAGE}", end="", file=sys.stderr)
        return 2
    try:
        return command(argv[1:])
    except environment.NotPrepared as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
