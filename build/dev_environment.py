"""The virtual environment of the checkout: created once, filled from the locked files, used by every command."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"


def _cache() -> Path:
    """The folder for what can be made again: in the checkout or, if that is not writable, in the user's home."""
    ours = ROOT / ".cache"
    if os.access(ours if ours.exists() else ROOT, os.W_OK):
        return ours
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "glimps-odsp-setup"


CACHE = _cache()
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

RUNTIME = "requirements"
DEVELOPMENT = "requirements-dev"
"""The two locked files; the second one includes the first."""


class NotPrepared(Exception):
    """What a command needs could not be prepared; the text is for the person at the keyboard."""


def prepare(lock: str) -> None:
    """Brings the environment to the locked state and the translations up to date; instant if nothing changed.

    Raises NotPrepared.
    """
    if not any(_holds(name) for name in {lock, DEVELOPMENT}):
        _install(lock)
    compile_translations()


def _holds(lock: str) -> bool:
    stamp = _stamp(lock)
    return PYTHON.exists() and stamp.is_file() and stamp.read_text() == _state(lock)


def _state(lock: str) -> str:
    """What an environment is made from: Python's version and the lock's bytes."""
    digest = hashlib.sha256((ROOT / "build" / f"{lock}.txt").read_bytes()).hexdigest()
    return f"{_python_version()} {digest}\n"


def _python_version() -> str:
    """Major and minor: packages are built for these two."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _stamp(lock: str) -> Path:
    return VENV / f"{lock}.stamp"


def _install(lock: str) -> None:
    if not _is_made():
        _tell(f"Making {VENV.name}/ with Python {sys.version.split()[0]}")
        _must(sys.executable, "-m", "venv", "--clear", str(VENV))
    _tell(f"Installing the packages of build/{lock}.txt")
    for name in (RUNTIME, DEVELOPMENT):
        _stamp(name).unlink(missing_ok=True)
    pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", "install")
    _must(*pip, "--no-deps", "--require-hashes", "--only-binary=:all:", "-r", str(ROOT / "build" / f"{lock}.txt"))
    _stamp(lock).write_text(_state(lock))


def _is_made() -> bool:
    """Whether the environment is complete, for this Python (`version` in pyvenv.cfg, PEP 405), with its interpreter."""
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    whole = PYTHON.exists() and (_packages() / "pip" / "__main__.py").is_file()
    return whole and any(line.startswith(f"version = {_python_version()}.") for line in lines)


def _packages() -> Path:
    """The folder that the environment's packages are installed into."""
    import sysconfig  # imported only if something changed: it costs time

    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))


def compile_translations() -> None:
    """Compiles every i18n/*.ts that is newer than its .qm, without unfinished texts."""
    for source in sorted((ROOT / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.is_file() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns:
            lrelease = _packages() / "PySide6" / ("lrelease.exe" if os.name == "nt" else "lrelease")
            _must(str(lrelease), "-silent", "-nounfinished", str(source), "-qm", str(compiled))


def variables(**more: str) -> dict[str, str]:
    """The environment variables for programs started here: the checkout first on Python's path, caches in ours."""
    ours = {
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "build"))),
        "RUFF_CACHE_DIR": str(CACHE / "ruff"),
        "MYPY_CACHE_DIR": str(CACHE / "mypy"),
    }
    return {**os.environ, **ours, **more}


def call(*arguments: str, **more: str) -> int:
    """Runs the environment's Python in the checkout; returns its exit code."""
    sys.stdout.flush()
    return subprocess.run((str(PYTHON), *arguments), cwd=ROOT, env=variables(**more), check=False).returncode


def call_script(name: str, arguments: list[str], **more: str) -> int:
    """Runs a script of build/ with the environment's Python; returns its exit code."""
    script = ROOT / "build" / name
    if not script.is_file():
        print(f"build/{name} does not exist yet.", file=sys.stderr)
        return 2
    return call(str(script), *arguments, **more)


def become(*arguments: str) -> int:
    """Replaces this process by the environment's Python; on Windows, which cannot do that, runs it and waits."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(PYTHON, (str(PYTHON), *arguments), variables())  # noqa: S606 (a shell is just what is not wanted)
    return subprocess.run((str(PYTHON), *arguments), env=variables(), check=False).returncode


def _must(*command: str) -> None:
    try:
        subprocess.run(command, cwd=ROOT, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotPrepared(f"this did not work: {' '.join(command)} ({error})") from error


def _tell(sentence: str) -> None:
    print(f"dev.py: {sentence} …", file=sys.stderr, flush=True)
