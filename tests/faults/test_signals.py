"""Ctrl-C, a closed terminal and a polite kill: the run stops at once, takes back what is not delivered, and exits 3."""

import json
import signal
import time
from pathlib import Path

import pytest

from installer.demo import BRISK, Administrator, Hang, Rule
from tests.faults.test_kill_matrix import ARGUMENTS
from tests.journeys.program import Program
from tests.tenants import Start


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_the_browser_is_waited_for_ends_at_once(
    number: signal.Signals, start_tenant: Start, tmp_path: Path
) -> None:
    program = Program(start_tenant(), tmp_path, "en")
    with program.start(*ARGUMENTS, "--json", "--recipient", program.recipient) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(number)
        start = time.monotonic()
        told = [json.loads(line) for line in process.stdout]
        assert process.wait(5) == 3
        assert time.monotonic() - start < 1.5
    assert told[-1]["exit_code"] == 3


@pytest.mark.parametrize("step", ["service_principal", "credential", "token"])
def test_a_signal_in_mid_run_leaves_no_secret(step: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(delays=BRISK)
    tenant.faults.add(Rule(Hang(0.5), method="POST", path="addPassword"))
    program, administrator = Program(tenant, tmp_path, "en"), Administrator(tenant)
    with program.start(*ARGUMENTS, "--json", "--recipient", program.recipient, "--out", "b.age") as process:
        assert process.stdout is not None
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "sign_in.browser":
                administrator.open(event["url"])
            if event["event"] == "step.started" and event["key"] == step:
                process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 3
    administrator.join(5)
    assert not tenant.state.secrets
    assert len(tenant.state.applications) == 1
    assert not (tmp_path / "b.age").exists()
