"""What holds for every test: no network, a home of its own, no surprise in the log."""

import logging
import os
import re
import sys
from collections.abc import Generator, Iterator
from inspect import cleandoc
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from installer.gui.old_python import keep_none
from tests.cheap_keys import cheap_keys
from tests.contract import DESCRIPTION, Contract
from tests.figures import FIGURES, Figures
from tests.tenants import start_tenant

__all__ = ["start_tenant"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

set_hypothesis_home_dir(Path(__file__).resolve().parents[1] / ".cache" / "hypothesis")
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")

LOOPBACK_NAMES = frozenset({"localhost", "localhost.localdomain", "ip6-localhost"})
CLEARED = re.compile(
    r"(?i)(.*_proxy|ssl_cert_(file|dir)|requests_ca_bundle|curl_ca_bundle|sslkeylogfile|lc_.*|language|xdg_.*|netrc)"
)

_outside: list[str] = []
"""What the current test tried to reach outside this computer."""


class OutsideCall(OSError):
    """A test tried to reach something outside this computer."""


def _is_loopback(host: object) -> bool:
    if host is None or host == "":
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return name.lower().rstrip(".") in LOOPBACK_NAMES or name.lower().endswith(".localhost")


def _watch_sockets(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook (PEP 578) sees every socket of the process, whoever opened it."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        if isinstance(address, tuple) and not _is_loopback(address[0]):
            _refuse(address[0])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not _is_loopback(arguments[0]):
        _refuse(arguments[0])


def _refuse(host: object) -> None:
    _outside.append(str(host))
    raise OutsideCall(f"tests do not leave this computer; this one tried {host!r}")


sys.addaudithook(_watch_sockets)

keep_none()  # hundreds of wizards would use up the references of None (installer/gui/old_python.py)


@pytest.fixture(autouse=True)
def no_call_outside() -> Iterator[list[str]]:
    """Fails the test that tried to leave this computer, even where the code under test swallowed the refusal."""
    _outside.clear()
    yield _outside
    assert not _outside, f"the test tried to reach {sorted(set(_outside))}"


class _Errors(logging.Handler):
    """Keeps the messages of level ERROR and above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_error_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails on a record of level ERROR, unless `expects_log(pattern)` says that it belongs to the test."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    surprises = [text for text in errors.messages if not any(re.search(pattern, text) for pattern in expected)]
    assert not surprises, f"unexpected in the log: {surprises}"
    for pattern in expected:
        assert any(re.search(pattern, text) for text in errors.messages), f"never came into the log: {pattern}"


@pytest.fixture(scope="session", autouse=True)
def plain_environment() -> Iterator[None]:
    """No proxy, certificates or language of the person who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in filter(CLEARED.fullmatch, list(os.environ)):
            patch.delenv(name)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("NO_PROXY", "localhost,127.0.0.1,::1")
        yield


@pytest.fixture(scope="session", autouse=True)
def keys_at_hand() -> Iterator[None]:
    """No test waits for OpenSSL to find primes."""
    with cheap_keys():
        yield


@pytest.fixture(autouse=True)
def home(plain_environment: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, the test's own."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(scope="session")
def contract() -> Contract:
    """Microsoft's description of the operations that we use; the test is skipped where it is missing."""
    if not DESCRIPTION.is_file():
        pytest.skip("Microsoft's OpenAPI description is not there: ../shared/contract beside the checkout")
    return Contract.load(DESCRIPTION)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = Figures()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A red test says first what it holds the program to: its name as a sentence, its docstring and its file's."""
    report = yield
    if report.failed and isinstance(item, pytest.Function):
        name = item.originalname.removeprefix("test_").replace("_", " ")
        documents = (item.function.__doc__, item.module.__doc__)
        report.sections.insert(
            0, ("What must hold", "\n\n".join((f"{name}.", *map(cleandoc, filter(None, documents)))))
        )
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints what the matrices of faults, kills, leaks and nonsense counted."""
    lines = list(config.stash[FIGURES].lines())
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> Figures:
    """Where a matrix counts its cases."""
    return request.config.stash[FIGURES]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that the test starts show their windows on a real display; this process stays off screen."""
    if sys.platform != "linux":
        monkeypatch.delenv("QT_QPA_PLATFORM")
    elif os.environ.get("DISPLAY"):
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    else:
        pytest.skip("no display: `build/dev.py test` starts one where Xvfb is installed")
