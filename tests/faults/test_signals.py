"""Ctrl-C, a closed terminal and a polite kill: the run stops at once, takes back what is not delivered, and exits 3."""

import json
import signal
import time
from pathlib import Path

import pytest

from installer.demo import BRISK, Administrator, Hang, Rule
from tests.figures import Figures
from tests.journeys.program import Program
from tests.tenants import Start

ARGUMENTS = ("setup", "--cloud", "lab.toml", "--yes", "--sign-in", "browser", "--no-browser")


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


def test_whoever_presses_ctrl_c_again_and_again_sees_no_traceback(start_tenant: Start, tmp_path: Path) -> None:
    program = Program(start_tenant(), tmp_path, "en")
    with program.start(*ARGUMENTS, "--json", "--recipient", program.recipient) as process:
        assert process.stdout is not None
        process.stdout.readline()
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        assert process.stderr is not None
        told = process.stderr.read()
    assert process.returncode == 3
    assert "Traceback" not in told
    assert "Exception ignored" not in told


STEPS = ("inspect", "application", "service_principal", "consent", "credential", "token", "reads", "deliver")


@pytest.mark.matrix
@pytest.mark.parametrize("step", STEPS)
def test_a_signal_at_any_step_leaves_no_secret_that_nobody_was_given(
    step: str, start_tenant: Start, tmp_path: Path, figures: Figures
) -> None:
    tenant = start_tenant(delays=BRISK)
    slow = Hang(0.3)  # so that the signal comes while the step lasts
    tenant.faults.add(
        Rule(slow, method="POST", path="addPassword"), Rule(slow, method="POST", path=r"\$batch$", times=None)
    )
    program, administrator = Program(tenant, tmp_path, "en"), Administrator(tenant)
    with program.start(*ARGUMENTS, "--json", "--recipient", program.recipient, "--out", "b.age") as process:
        assert process.stdout is not None
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "sign_in.browser":
                administrator.open(event["url"])
            if event["event"] == "step.started" and event["key"] == step:
                process.send_signal(signal.SIGTERM)
        code = process.wait(30)
    administrator.join(5)
    with figures.case("stops: signals, at each step"):
        assert code == 3 or (code == 0 and step == "deliver")
        assert len(tenant.state.applications) <= 1
        assert len(tenant.state.secrets) == (code == 0) == (tmp_path / "b.age").exists()
