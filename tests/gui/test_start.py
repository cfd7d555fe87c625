"""How the wizard starts and how it ends."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from installer.config.clouds import load_cloud
from installer.config.manifest import load_manifest
from installer.errors.usage import InvalidChoice
from installer.gui.app import Start, keep_session
from installer.gui.unexpected import UnexpectedDialog, UnexpectedErrors
from tests.gui.driver import DELIVER, Driver

HEAVY = (
    "PySide6.QtNetwork",
    "asyncio",
    "cryptography",
    "email",
    "http",
    "installer.demo",
    "jwt",
    "msal",
    "pyrage",
    "requests",
    "ssl",
    "truststore",
    "urllib3",
    "zxcvbn",
)


def test_nothing_heavy_is_loaded_before_the_first_window() -> None:
    program = (
        "import sys\nimport installer.gui.app\nfrom installer.gui.flow import Screen\n"
        "from installer.gui.pages import page_class\npage_class(Screen.CHOOSE)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
        "print([name for name in sys.modules if name.startswith(('installer.gui.pages.', 'installer.registration'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "['installer.gui.pages.choose']"]


def test_an_unknown_profile_is_told_before_any_window() -> None:
    start = Start(manifest=load_manifest(), cloud=load_cloud(None), profile="contoso")
    with pytest.raises(InvalidChoice):
        start.target()


class _Session:
    """What Qt's session manager is asked."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def cancel(self) -> None:
        self.calls.append("cancel")


def test_the_end_of_the_session_waits_for_the_secret(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bool] = []
    monkeypatch.setattr(driver.wizard, "show_why_not", lambda: shown.append(True))
    session = _Session()
    keep_session(session, driver.wizard)  # type: ignore[arg-type]
    assert session.calls == []
    driver.go_to(DELIVER)
    keep_session(session, driver.wizard)  # type: ignore[arg-type]
    assert session.calls == ["cancel"]
    assert shown == [True]


@pytest.mark.expects_log("unexpected")
def test_what_nobody_caught_is_shown_redacted_and_can_be_copied(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(UnexpectedDialog, "exec", lambda self: shown.append(self.details.toPlainText()))
    unexpected_errors = UnexpectedErrors(QGuiApplication.instance() or qtbot, lambda _parent: None)  # type: ignore[arg-type]
    unexpected_errors.install()
    try:
        error = RuntimeError("Bearer eyJhbGciOiJub25lIn0.e30.c2VjcmV0")
        sys.excepthook(RuntimeError, error, None)
    finally:
        unexpected_errors.remove()
    assert len(shown) == 1
    assert "RuntimeError" in shown[0]
    assert "eyJ" not in shown[0]
