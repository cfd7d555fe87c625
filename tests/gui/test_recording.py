"""The recording that the technical details of an error offer to save: what it says beforehand, and what it holds."""

from __future__ import annotations

import json
from pathlib import Path as FilePath

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from installer.demo import Rule, Status
from installer.gui.documents import save_recording
from installer.gui.flow import Path
from installer.gui.unexpected import UnexpectedDialog
from installer.texts import what_a_recording_holds
from tests.gui.conftest import Launch
from tests.gui.driver import Driver, texts_of
from tests.gui.steps import planned

SENTENCE = "The Zyxcanary tenant may not do that."


def failed(launch: Launch) -> Driver:
    """The wizard after a refusal of Microsoft's that names the tenant, its technical details open."""
    driver = launch()
    planned(driver, Path.SETUP)
    body = {"error": {"code": "Request_BadRequest", "message": SENTENCE}}
    driver.tenant.faults.add(Rule(Status(400, body=body), method="POST", path="addPassword", times=None))
    driver.commit()
    driver.until(lambda: driver.page.info.notice, "the refusal")
    press(driver, "Technical details")
    return driver


def press(driver: Driver, words: str) -> None:
    buttons = [button for button in driver.page.info.findChildren(QAbstractButton) if words in button.text()]
    (button,) = [button for button in buttons if button.isVisible()]
    driver.tab_to(button)
    button.click()


def test_a_recording_is_saved_from_the_technical_details(
    launch: Launch, tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, path = failed(launch), tmp_path / "r.jsonl"
    assert what_a_recording_holds() in texts_of(driver.page.info), "it is said before"
    assert any(f"Microsoft's words: {SENTENCE}" in text for text in texts_of(driver.page.info))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(driver, "Save a recording")
    text = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(text.partition("\n")[0])["command"] == ""
    assert driver.tenant.state.tenant_id not in text
    assert "Zyxcanary" not in text
    assert "tenant may not do that." in text
    assert [token for token in driver.tenant.issued if token in text] == []


def test_a_recording_that_cannot_be_written_is_told(
    launch: Launch, tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = failed(launch)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "r.jsonl"), ""))
    press(driver, "Save a recording")
    assert driver.page.info.notice
    assert driver.page.info.notice.words().code == "folder_missing"


def test_an_unforeseen_error_offers_it_too(launch: Launch, tmp_path: FilePath) -> None:
    driver, path = launch(), tmp_path / "r.jsonl"
    dialog = UnexpectedDialog("Traceback", lambda _parent: save_recording(driver.job.start, path))
    dialog.show()
    assert what_a_recording_holds() in texts_of(dialog)
    (button,) = [button for button in dialog.findChildren(QAbstractButton) if "recording" in button.text()]
    button.click()
    dialog.close()
    dialog.deleteLater()
    assert path.is_file()


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://login.microsoftonline.com/x", True),
        ("http://localhost:8080/x", True),
        ("http://127.0.0.1/x", True),
        ("http://localhost.evil.example/x", False),
        ("http://evil.example/x", False),
        ("smb://evil.example/x", False),
    ],
)
def test_only_https_is_opened(url: str, opened: bool, launch: Launch) -> None:
    driver = launch()
    before = len(driver.opened)
    driver._signs_in = False
    driver.page.open_in_browser(url)
    assert driver.opened[before:] == ([url] if opened else [])
