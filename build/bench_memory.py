"""The most memory that the wizard holds during a full setup, from source and as one file, to a file for a recipient."""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import dev_environment as environment
import dev_package

MOST_MEGABYTES = 150


def measure() -> bool:
    """Prints the peaks in megabytes; returns whether they are within the target. Needs a display."""
    if not os.environ.get("DISPLAY"):
        print("  not measured: there is no display, and Xvfb is not installed")
        return True
    if dev_package.build(dev_package.HERE, []):
        return False
    ways = {
        "from source": (sys.executable, "-P", "-m", "installer"),
        "one file": (str(dev_package.HERE.executables[0]),),
    }
    met = True
    for name, command in ways.items():
        peak = _peak(command)
        print(f"  {name:<12} {peak:6.1f} MB  (at most {MOST_MEGABYTES}; sealing by passphrase takes up to 1 GB more)")
        met &= peak <= MOST_MEGABYTES
    return met


def _peak(command: Sequence[str]) -> float:
    """Drives the wizard by keyboard, and reads its peak memory from Linux before closing it."""
    # They bring Qt and the test tools, which the other parts do without.
    from installer import texts
    from installer.demo import BRISK, SCENARIOS, Administrator, Tenant
    from installer.model import Language
    from tests.journeys.program import Program
    from tests.package.keyboard import Keyboard
    from tests.package.screen import Browser

    texts.ensure_application()
    texts.use(Language.EN)
    with (
        tempfile.TemporaryDirectory() as place,
        Tenant(SCENARIOS["clean"].with_delays(BRISK)) as tenant,
    ):
        folder = Path(place)
        program, browser, administrator = Program(tenant, folder, "en"), Browser(folder / "bin"), Administrator(tenant)
        variables = environment.variables(
            HOME=place,
            TMPDIR=place,
            PATH=browser.before(os.environ["PATH"]),
            SSL_CERT_FILE=str(folder / "ca.pem"),
            QT_QPA_PLATFORM="xcb",
        )
        started = (*command, "--cloud", "lab.toml", "--lang", "en")
        wizard = subprocess.Popen(started, cwd=folder, env=variables, start_new_session=True)
        try:
            keyboard = Keyboard(browser, folder)
            keyboard.sign_in(administrator.open, lambda: any(sent.path.endswith("/$batch") for sent in tenant.requests))
            keyboard.deliver(program.recipient, folder)
            return max(_high_water(process) for process in processes_of(wizard.pid))
        finally:
            os.killpg(wizard.pid, signal.SIGKILL)
            wizard.wait()
            administrator.join(5)


def processes_of(leader: int) -> list[Path]:
    """The processes of a session: a one-file executable has two (proc(5), field 6 of stat)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader:
            found.append(stat.parent)
    return found


def _high_water(process: Path) -> float:
    match = re.search(r"VmHWM:\s+(\d+) kB", (process / "status").read_text())
    return int(match[1]) * 1024 / 1e6 if match else 0.0
