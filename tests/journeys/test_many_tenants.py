"""README's lines for many tenants, as they stand there, against four of them: codes seen, events kept, one resumed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.demo import INSTANT, Administrator, Rule, Status, Tenant
from installer.demo.people import DOMAIN
from tests.journeys.program import ROOT, Program
from tests.tenants import Start

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="README's lines are for GNU's tools"),
]

NAMES = ("one.example", "two.example", "three.example", "four.example")
FAILING = NAMES[2]


def line_with(tool: str) -> str:
    """What README has people type."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("### Many tenants")[2].partition("\n## ")[0]
    blocks = re.findall(r"(?:^    .*\n)+", section, re.M)
    (found,) = [block for block in blocks if re.search(rf"^    {tool} ", block, re.M)]
    return re.sub(r"(?m)^    ", "", found)


def desk(tenants: dict[str, Tenant], folder: Path) -> str:
    """The administrator's folder; returns the recipient. The program finds each tenant by its own cloud file.

    The embedded tenants all have the same name, so the program is told that one in the place of the listed names.
    """
    recipient = ""
    for name, tenant in tenants.items():
        recipient = Program(tenant, folder, "en").recipient
        (folder / "lab.toml").rename(folder / f"{name}.toml")
    (folder / "tenants.txt").write_text("".join(f"{name}\n" for name in tenants))
    program = folder / "bin" / "GLIMPS-ODSP-Setup-cli"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable} -P\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "place = sys.argv.index('--tenant') + 1\n"
        f"name, sys.argv[place] = sys.argv[place], {DOMAIN!r}\n"
        "sys.argv += ['--cloud', f'{name}.toml', '--lang', 'en']\n"
        "from installer.__main__ import main\nmain()\n"
    )
    program.chmod(0o755)
    return recipient


def typed(line: str, tenants: dict[str, Tenant], folder: Path) -> list[str]:
    """Types the line; each administrator enters the code that is shown behind the name of his tenant."""
    addresses: dict[str, str] = {}
    entered: list[str] = []
    administrators = {name: Administrator(tenant) for name, tenant in tenants.items()}
    environment = {
        "PATH": f"{folder / 'bin'}:/usr/bin:/bin",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "SSL_CERT_FILE": str(folder / "ca.pem"),
    }
    with subprocess.Popen(
        ["bash", "-c", line],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for shown in process.stdout:
            name, _, said = shown.replace("\t", " ").partition(" ")
            if found := re.match(r" *Open +(\S+)", said):
                addresses[name] = found[1]
            elif found := re.match(r" *and enter +(\S+)", said):
                administrators[name].enter_code(addresses[name], found[1])
                entered.append(name)
    for administrator in administrators.values():
        administrator.join(5)
    return entered


def last_events(folder: Path) -> dict[str, int]:
    """Name -> the exit code that its latest run told."""
    told = {path.stem: path.read_text(encoding="utf-8").splitlines()[-1] for path in (folder / "events").iterdir()}
    return {name: json.loads(line)["exit_code"] for name, line in told.items()}


@pytest.mark.slow
@pytest.mark.parametrize("tool", ["parallel", "xargs"])
def test_readmes_line_registers_four_tenants_and_resumes_the_one_that_failed(
    tool: str, start_tenant: Start, tmp_path: Path
) -> None:
    if not shutil.which(tool, path="/usr/bin:/bin"):
        pytest.skip(f"no {tool} here: `build/dev.py test` installs it on Debian")
    tenants = {name: start_tenant(delays=INSTANT) for name in NAMES}
    recipient, line = desk(tenants, tmp_path), line_with(tool)
    tenants[FAILING].faults.add(Rule(Status(403), method="POST", path="addPassword"))
    line = line.replace("age1…", recipient)
    assert sorted(typed(line, tenants, tmp_path)) == sorted(NAMES)
    codes = last_events(tmp_path)
    assert codes.pop(FAILING) != 0
    assert set(codes.values()) == {0}
    assert {path.stem for path in (tmp_path / "bundles").iterdir()} == codes.keys()
    before = {name: len(tenant.requests) for name, tenant in tenants.items()}
    again = line.replace("parallel ", "parallel --resume-failed ") if tool == "parallel" else line
    assert typed(again, tenants, tmp_path) == [FAILING]
    assert set(last_events(tmp_path).values()) == {0}
    assert [name for name, tenant in tenants.items() if len(tenant.requests) > before[name]] == [FAILING]
    for tenant in tenants.values():
        (application,) = tenant.state.applications.values()
        assert len(application.secrets) == 1
    if tool == "parallel":
        rows = (tmp_path / "jobs.log").read_text().splitlines()[1:]
        assert [row.split("\t")[6] for row in rows].count("0") == len(NAMES)
