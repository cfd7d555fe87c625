"""What nobody foresaw quotes every secret there is: neither a traceback, nor a log, nor a page repeats it."""

import logging
import sys
import threading
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from installer.config.manifest import load_manifest
from installer.console.arguments import parse
from installer.console.output import Output
from installer.console.run import run
from installer.console.session import Environment
from installer.demo import INSTANT, Administrator, Tenant
from installer.diagnostics import log_to
from installer.events import Event, SignInBrowser, SignInDeviceCode
from installer.gui.unexpected import UnexpectedDialog, UnexpectedErrors
from tests.faults.canary import files_in, hits
from tests.faults.commands import IDENTITY
from tests.figures import Figures
from tests.tenants import SCENARIOS

pytestmark = [pytest.mark.matrix, pytest.mark.expects_log("unexpected")]


@pytest.fixture
def tenant() -> Iterator[Tenant]:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        yield tenant


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The diagnostic log, as --log writes it."""
    root = logging.getLogger("installer")
    handlers, level = list(root.handlers), root.level
    log_to(tmp_path / "log.txt")
    yield tmp_path / "log.txt"
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        assert isinstance(handler, logging.StreamHandler)
        handler.stream.close()
    root.setLevel(level)


def set_up(tenant: Tenant, folder: Path, how: str) -> int:
    """One setup, whose last paper fails with an exception that quotes every secret of it."""

    def watch(event: Event) -> None:
        administrator = Administrator(tenant)
        if isinstance(event, SignInBrowser):
            administrator.open(event.url)
        elif isinstance(event, SignInDeviceCode):
            administrator.enter_code(event.verification_uri, event.user_code)
        administrator.join(5)

    def print_pdf(_html: str) -> bytes:
        raise RuntimeError(" ".join(tenant.issued)) from ValueError(dict.fromkeys(tenant.issued, "is a secret"))

    out, report = str(folder / "b.age"), str(folder / "r.pdf")
    argv = ("setup", "--yes", "--json", "--sign-in", how, "--recipient", str(IDENTITY.to_public()), "--out", out)
    manifest = load_manifest()
    environment = Environment(manifest, tenant.cloud, lambda _url: None, lambda _url: None, watch, print_pdf)
    return run(parse((*argv, "--report", report)), environment, Output(manifest, json=True))


@pytest.mark.parametrize("how", ["browser", "device-code"])
def test_the_console_says_that_it_was_unforeseen_and_repeats_nothing(
    how: str, tenant: Tenant, log: Path, figures: Figures, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with figures.case("canary: unforeseen errors"):
        assert set_up(tenant, tmp_path, how) == 1
        said = capfd.readouterr()
        assert "RuntimeError" in said.err
        assert "Traceback" not in said.out + said.err
        assert "Traceback" in log.read_text()
        places = {"output": said.out.encode(), "errors": said.err.encode(), **files_in(tmp_path, given=())}
        assert len(tenant.issued) > 4
        assert hits(tenant.issued, places) == []


@pytest.mark.parametrize("how", ["browser", "device-code"])
def test_the_page_of_unforeseen_errors_repeats_nothing_in_any_thread(
    how: str,
    tenant: Tenant,
    log: Path,
    figures: Figures,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    set_up(tenant, tmp_path, how)
    shown = StringIO()
    monkeypatch.setattr(UnexpectedDialog, "exec", lambda self: shown.write(self.details.toPlainText()))
    unexpected_errors = UnexpectedErrors(qapp, lambda _parent: None)
    unexpected_errors.install()
    try:
        for secret in tenant.issued:
            error = RuntimeError(f"{secret} and {{'code': '{secret}'}}")
            sys.excepthook(RuntimeError, error, None)
            threading.excepthook(threading.ExceptHookArgs((RuntimeError, error, None, None)))
    finally:
        unexpected_errors.remove()
    with figures.case("canary: unforeseen errors", len(tenant.issued)):
        assert shown.getvalue().count("RuntimeError") >= 2 * len(tenant.issued)
        places = {"page": shown.getvalue().encode(), "errors": capfd.readouterr().err.encode(), "log": log.read_bytes()}
        assert hits(tenant.issued, places) == []
