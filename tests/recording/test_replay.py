"""A recording answers again, to the same ending, and tells where the embedded tenant would have answered otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

import replay
import replay_file
from installer.cancel import Cancel
from installer.demo import INSTANT, ClaimsChallenge, ResetBefore, Rule, Scenario, Status, Tenant
from tests.recording.test_recording import BROWSER, DEVICE_CODE, NAMES, recorded
from tests.tenants import SCENARIOS

Json = dict[str, Any]


@pytest.fixture(autouse=True)
def _texts(qapp: QCoreApplication) -> None:
    """Sentences come from Qt's translators."""


def replayed(text: str, command: tuple[str, ...] = ()) -> replay.Replayed:
    parsed = replay_file.parse(text)
    return replay.replay(parsed, command or replay.command_of(parsed))


def record(scenario: Scenario, folder: Path, *argv: str, faults: tuple[Rule, ...] = ()) -> tuple[int, str]:
    """On the true clock, since the tenant's delays are true."""
    with Tenant(scenario) as tenant:
        tenant.state.display_name = NAMES[0]
        tenant.faults.add(*faults)
        return recorded(tenant, folder, *argv, cancel=Cancel())


FAULTS = (
    Rule(ClaimsChallenge(403), method="PATCH", path="applications"),
    Rule(ResetBefore(), path="addPassword"),
    Rule(Status(429, retry_after=1), path="servicePrincipals"),
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "argv", "faults", "code"),
    [
        (SCENARIOS["clean"], ("setup", *BROWSER), (), 0),
        (SCENARIOS["clean"], ("setup", *DEVICE_CODE, "--name", NAMES[1], "--tenant", "contoso.onmicrosoft.com"), (), 0),
        (SCENARIOS["clean"], ("setup", *BROWSER, "--credential", "certificate"), FAULTS, 0),
        (SCENARIOS["clean"], ("prepare", *DEVICE_CODE), (), 6),
        (SCENARIOS["deleted"], ("setup", *DEVICE_CODE), (), 0),
        (SCENARIOS["consent-refused"], ("setup", *BROWSER), (), 4),
        (SCENARIOS["policy-no-secrets"], ("setup", *DEVICE_CODE), (), 9),
        (SCENARIOS["existing-manual"], ("verify", *DEVICE_CODE), (), 7),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) and value and isinstance(value[0], str) else None,
)
def test_what_was_recorded_ends_alike_again(
    scenario: Scenario, argv: tuple[str, ...], faults: tuple[Rule, ...], code: int, tmp_path: Path
) -> None:
    ended, text = record(scenario, tmp_path, *argv, faults=faults)
    assert ended == code
    again = replayed(text)
    assert (again.exit_code, again.missed) == (code, ())


def test_where_both_say_the_same_there_is_no_difference(tmp_path: Path) -> None:
    _, text = record(SCENARIOS["clean"].with_delays(INSTANT), tmp_path, "setup", *BROWSER)
    assert replayed(text).differences == ()


def changed(text: str, change: Callable[[Json], None]) -> str:
    """The recording, by hand: `change` gets each exchange, and each part of a batch as one of its own."""
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        if "request" not in line:
            continue
        change(line)
        body, answer = line["request"].get("body"), line.get("answer", {}).get("body")
        if isinstance(answer, dict) and "responses" in answer:
            asked = {part["id"]: part for part in body["requests"]}
            for part in answer["responses"]:
                request = asked[part["id"]]
                change({"request": {"method": request["method"], "path": request["url"]}, "answer": part})
    return "\n".join(map(json.dumps, lines))


def test_answers_that_the_embedded_tenant_never_gives_are_given_and_named(tmp_path: Path) -> None:
    _, text = record(SCENARIOS["clean"].with_delays(INSTANT), tmp_path, "setup", *DEVICE_CODE)

    def otherwise(line: Json) -> None:
        path, answer = line["request"]["path"], line.get("answer") or {}
        if path.startswith("/organization?"):
            answer["body"]["value"][0]["aFieldOfTomorrow"] = {"deep": [1]}
        if path.endswith("/servicePrincipals"):
            answer["body"]["accountEnabled"] = "yes"
        if "addPassword" in path:
            answer |= {"status": 418, "body": {"error": {"code": "Teapot", "message": "Short and stout."}}}

    again = replayed(changed(text, otherwise))
    assert again.exit_code == 10
    told = "\n".join(again.differences)
    assert "GET /v1.0/organization" in told
    assert "200: in the recording alone: value[].aFieldOfTomorrow.deep" in told
    assert "/v1.0/servicePrincipals 201: of another kind: accountEnabled" in told
    assert "/addPassword: 418 in the recording, 200 of the embedded tenant" in told


def test_a_question_that_was_never_asked_is_told_and_answered_as_absent(tmp_path: Path) -> None:
    _, text = record(SCENARIOS["clean"].with_delays(INSTANT), tmp_path, "verify", *DEVICE_CODE)
    again = replayed(text, ("setup", *DEVICE_CODE))
    assert again.exit_code != 0
    assert "PATCH /v1.0/applications(uniqueName='glimps-odsp-connector')" in again.missed


def test_a_recording_of_the_wizard_takes_the_command_that_is_named(tmp_path: Path) -> None:
    _, text = record(SCENARIOS["clean"].with_delays(INSTANT), tmp_path, "setup", *DEVICE_CODE)
    head, _, rest = text.partition("\n")
    text = json.dumps({**json.loads(head), "command": "", "options": {}}) + "\n" + rest
    (tmp_path / "wizard.jsonl").write_text(text)
    assert replay.command_of(replay_file.parse(text)) == []
    assert replay.main([str(tmp_path / "wizard.jsonl")]) == 2
    assert replay.main([str(tmp_path / "wizard.jsonl"), "setup", *DEVICE_CODE]) == 0


@pytest.mark.parametrize("text", ["", "{}", "no json", '{"format": "glimps-odsp-recording", "version": 2}', "[]"])
def test_what_is_no_recording_is_told_as_that(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.jsonl").write_text(text)
    assert replay.main([str(tmp_path / "r.jsonl")]) == 2
    assert "is no recording" in capsys.readouterr().err
