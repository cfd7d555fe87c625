"""What Microsoft itself said is told with every refusal: as plain text, in one line, without a secret."""

from __future__ import annotations

import json
import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from installer.console.json_events import to_line
from installer.demo import INSTANT, Rule, Scenario, Status, Tenant
from installer.diagnostics import log_to
from installer.errors.base import SetupError
from installer.errors.graph import ConsentRefused, GraphError
from installer.errors.policy import LifetimeTooLong
from installer.errors.proof import VerificationFailed
from installer.errors.rights import NotEnoughRights
from installer.errors.sign_in import SignInRefused
from installer.errors.work import StoppedPartWay
from installer.events import Failed, Step, Warned
from installer.foreign import MOST, plain_line
from installer.gui.info_bar import diagnostic
from installer.model import CredentialKind, Rights
from installer.texts import explain
from tests.faults.commands import SETUP, Person
from tests.tenants import SCENARIOS


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The diagnostic log, as --log writes it."""
    logger = logging.getLogger("installer")
    handlers, level = list(logger.handlers), logger.level
    log_to(tmp_path / "log.txt")
    yield tmp_path / "log.txt"
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        assert isinstance(handler, logging.StreamHandler)
        handler.stream.close()
    logger.setLevel(level)


SENTENCE = "The stars are not right for 'uniqueName'."
GRAPH = GraphError(400, "Request_BadRequest", SENTENCE, "request-1")
SIGN_IN = SignInRefused("invalid_client", 7000215, "c-1", SENTENCE)


def after(cause: SetupError, error: SetupError) -> SetupError:
    error.__cause__ = cause
    return error


ERRORS = (
    GRAPH,
    SIGN_IN,
    after(GRAPH, ConsentRefused(("a",), ("b",))),
    after(GRAPH, NotEnoughRights(Rights())),
    after(GRAPH, StoppedPartWay(Step.CONSENT, ())),
    after(after(GRAPH, ConsentRefused(("a",), ())), StoppedPartWay(Step.CONSENT, ())),
    after(GRAPH, LifetimeTooLong(CredentialKind.SECRET, 365, None)),
    after(SIGN_IN, VerificationFailed(None, True, 7000215)),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_refusal_repeats_microsofts_sentence(error: SetupError, qapp: QCoreApplication) -> None:
    assert explain(error).detail == SENTENCE
    assert json.loads(to_line(Failed(error), []))["detail"] == SENTENCE
    assert json.loads(to_line(Warned(error), []))["detail"] == SENTENCE
    assert f"Microsoft's words: {SENTENCE}" in diagnostic(error)


def test_without_a_sentence_there_is_no_detail(qapp: QCoreApplication) -> None:
    assert "detail" not in json.loads(to_line(Failed(SignInRefused("access_denied", 0)), []))
    assert "words" not in diagnostic(SignInRefused("access_denied", 0))


ROUGH = "One\r\nTwo\u2028\x1b[2J\x9b31m\u202egnp.exe\u2066 <b>three</b>\x00\ud800 \u200b" + "long " * 900


def test_a_rough_sentence_becomes_a_plain_line(qapp: QCoreApplication) -> None:
    line = explain(GraphError(400, "x", ROUGH)).detail
    assert line.startswith("One Two [2J 31m gnp.exe <b>three</b> long long")
    assert line.endswith("…")
    assert len(line) <= MOST
    obeyed = "\u2028\x1b\x9b\u202e\u2066\x00"
    assert not set(obeyed) & set(diagnostic(GraphError(400, "x", ROUGH)))


@given(st.text(st.characters(), max_size=300))
def test_whatever_microsoft_says_is_one_visible_line(text: str) -> None:
    line = plain_line(text)
    assert len(line) <= MOST
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert plain_line(line) == line


def refused(sentence: str, host: str, path: str) -> Scenario:
    body: Any = {"error": {"code": "Request_BadRequest", "message": sentence}}
    if host == "entra":
        body = {"error": "invalid_client", "error_description": sentence, "error_codes": [7000299]}
    return replace(SCENARIOS["clean"], faults=(Rule(Status(400, body=body), host, path=path, times=None),))  # type: ignore[arg-type]


@pytest.mark.parametrize(("host", "path"), [("graph", "applications"), ("entra", "devicecode")])
def test_the_console_and_the_log_hold_the_sentence_and_no_line_of_its_own(
    host: str, path: str, log: Path, tmp_path: Path
) -> None:
    with Tenant(refused(f"AADSTS7000299: {SENTENCE}\r\nforged line\x1b[2J", host, path).with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        assert person.run(SETUP) in (1, 4, 10)
        assert person.error
        assert explain(person.error).detail == f"AADSTS7000299: {SENTENCE} forged line [2J"
    logged = log.read_text()
    assert f"{SENTENCE}\\r\\nforged line" in logged
    assert not [line for line in logged.splitlines() if line.startswith("forged")]
    assert "\x1b" not in logged


def test_a_secret_that_a_sentence_repeats_is_masked(tmp_path: Path) -> None:
    """A token service that quotes what it was sent; of no known form, so that no pattern would find it."""
    with Tenant(SCENARIOS["deleted"].with_delays(INSTANT)) as tenant:
        (tmp_path / "s.txt").write_text("plain-and-short\n")
        body = {"error": "invalid_client", "error_description": "AADSTS7000215: Not plain-and-short!"}
        tenant.faults.add(Rule(Status(401, body=body), "entra", path="/token", times=None))
        person = Person(tenant, tmp_path)
        app = next(iter(tenant.state.deleted_applications.values())).app_id
        argv = ("verify", "--tenant", tenant.state.tenant_id, "--app", app, "--secret-file", str(tmp_path / "s.txt"))
        assert person.run(argv) == 7
        assert person.error
        assert explain(person.error).detail == "AADSTS7000215: Not …!"
