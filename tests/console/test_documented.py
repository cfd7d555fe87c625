"""The page about exit codes and events, and their schema, are held against what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from installer.demo import Tenant
from installer.errors.base import ExitCode
from installer.model import Language
from installer.texts import use
from tests.console.checking import ran
from tests.engine import Hands
from tests.house.source import ROOT
from tests.tenants import SCENARIOS

PAGE = (ROOT / "build" / "CONSOLE.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "resources" / "events.schema.json").read_text(encoding="utf-8"))
EVENTS: dict[str, dict[str, Any]] = {branch["title"]: branch for branch in SCHEMA["oneOf"]}
CODE = (ROOT / "installer" / "console" / "json_events.py").read_text(encoding="utf-8")
KEY = ("--recipient", "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm")


@pytest.fixture(autouse=True)
def _english(qapp: object) -> None:
    use(Language.EN)


def test_the_page_has_every_exit_code() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)] == sorted(ExitCode)


def test_page_and_schema_have_every_event_of_the_code() -> None:
    in_code = set(re.findall(r'return "([a-z._]+)", ', CODE))
    assert set(EVENTS) == in_code
    assert re.findall(r"^### (\S+)$", PAGE, re.MULTILINE) == list(EVENTS)


@pytest.mark.parametrize("name", EVENTS)
def test_the_page_tells_the_fields_of_an_event_and_an_example(name: str) -> None:
    section = PAGE.partition(f"### {name}\n")[2].partition("\n### ")[0]
    fields = {
        field: bool(optional) for field, optional in re.findall(r"`(\w+)`(\??)", section.partition("Fields: ")[2])
    }
    schema = EVENTS[name]
    told = {field: field not in schema["required"] for field in schema["properties"] if field not in ("event", "time")}
    assert fields == told
    example = json.loads(section.partition("```json\n")[2].partition("\n```")[0])
    Draft202012Validator(schema).validate(example)


def test_what_runs_tell_fits_the_schema(tmp_path: Path) -> None:
    hands, told = Hands(), list[dict[str, Any]]()
    for number, (scenario, *command) in enumerate(
        (
            ("clean", "setup", "--yes", *KEY),
            ("existing-manual", "setup", "--yes", *KEY),
            ("existing-manual", "verify"),
            ("two-same-name", "setup", "--yes", *KEY),
            ("app-admin", "prepare", "--yes"),
        )
    ):
        with Tenant(SCENARIOS[scenario], now=hands.tenant_time) as tenant:
            out = ("--out", str(tmp_path / f"{number}.age")) if command[0] == "setup" else ()
            events = ran(tenant, *command, *out, "--json", hands=hands).events
            assert events[-1]["event"] == "finished"
            assert events[-1]["tenant_id"] == tenant.state.tenant_id
            assert ("client_id" in events[-1]) == (scenario != "two-same-name")
            assert ("expires" in events[-1]) == (command[0] == "verify")
            told += events
    for event in told:
        schema = EVENTS[event["event"]]
        Draft202012Validator(schema).validate(event)
        assert set(event) <= set(schema["properties"])
