"""The list of what the program is made of: whole, in the format it claims, every licence with its text."""

import json
import re
import sys
from pathlib import Path

import pytest

import dev_sbom
from tests.house.source import ROOT


@pytest.fixture
def made(tmp_path: Path) -> Path:
    assert dev_sbom.main([str(tmp_path)]) == 0
    return tmp_path


def test_it_lists_every_locked_package_and_python(made: Path) -> None:
    document = json.loads((made / dev_sbom.SBOM).read_text(encoding="utf-8"))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    listed = {component["name"]: component["version"] for component in document["components"]}
    lock = (ROOT / "build" / "requirements.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==([^\s;\\]+)(.*)", lock, re.M)
    locked = [(name, version) for name, version, rest in entries if "win32" not in rest or sys.platform == "win32"]
    assert listed.keys() == {"python", *(name for name, _ in locked)}
    assert {name: listed[name] for name, _ in locked} == dict(locked)
    for component in document["components"]:
        assert component["purl"] == component["bom-ref"]
        assert component["licenses"]
        assert component["name"] == "python" or all(len(row["value"]) == 64 for row in component["properties"])


def test_its_dependencies_lead_to_what_it_lists_and_leave_nothing_out(made: Path) -> None:
    document = json.loads((made / dev_sbom.SBOM).read_text(encoding="utf-8"))
    top = document["metadata"]["component"]["bom-ref"]
    edges = {row["ref"]: set(row["dependsOn"]) for row in document["dependencies"]}
    known = {top, *(component["bom-ref"] for component in document["components"])}
    assert set(edges) == known
    reached, todo = {top}, [top]
    while todo:
        for reference in edges[todo.pop()] - reached:
            reached.add(reference)
            todo.append(reference)
    assert reached == known


def test_the_page_holds_a_text_of_every_licence(made: Path) -> None:
    page = (made / dev_sbom.PAGE).read_text(encoding="utf-8")
    for package in dev_sbom.packages():
        assert package.texts
        assert f'<section id="{package.name}">' in page
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "Apache License", "Mozilla Public License", "PYTHON SOFTWARE"):
        assert words in page
    assert "<script" not in page


def test_the_same_lock_makes_the_same_list(made: Path, tmp_path: Path) -> None:
    first = (made / dev_sbom.SBOM).read_bytes()
    assert dev_sbom.main([str(tmp_path)]) == 0
    assert (tmp_path / dev_sbom.SBOM).read_bytes() == first
