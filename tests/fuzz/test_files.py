"""Files that a person may name, or that GLIMPS ships: read, or refused in a sentence, whatever is in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer import engine
from installer.__main__ import run
from installer.bundle.age import Identities, parse_identities, parse_recipients, seal, unseal
from installer.bundle.formats import Format, render
from installer.bundle.payload import to_json
from installer.bundle.reading import from_json
from installer.config.clouds import load_cloud
from installer.config.manifest import load_manifest
from installer.errors.base import ExitCode
from installer.errors.files import InvalidToml
from installer.errors.usage import BadInput
from installer.files import resource
from tests.bundle.samples import certificate_payload, secret_payload
from tests.figures import Figures
from tests.fuzz.ending import ending
from tests.fuzz.mutation import mutated
from tests.fuzz.replay import NONSENSE, places, with_nonsense

pytestmark = pytest.mark.fuzz

VALUES = ('""', '"x"', '"é\\u0000"', "0", "-1", "9" * 5000, "nan", "true", "[]", "[[]]", "{}", "1979-05-27", "[{}]", "")
ENROLMENT = """\
mode = "federated"
tenant = "contoso.onmicrosoft.com"
client = "contoso"
profile = "detect-only"
issuer = "https://oidc.example.com/glimps"
subject = "system:serviceaccount:glimps:odsp-connector"
audience = "api://AzureADTokenExchange"
recipient = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"
"""
CLOUD = """id = "lab"
name = "Lab"
authority = "https://localhost:8443"
graph = "https://localhost:8444"
portal = "https://localhost:8443"
first_party_client = true
"""


def toml_damaged(text: str) -> Iterator[tuple[str, bytes]]:
    """Every line with another value, another key, twice, or not at all; then plain byte mutation."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        key, equals, _ = line.partition("=")
        others = [f"{key}= {value}" for value in VALUES] if equals else []
        for other in ("", f"{line}\n{line}", f"x{line}", f"[{line}", f'"{line}', *others):
            yield f"line {index + 1}: {other[:40]}", "\n".join((*lines[:index], other, *lines[index + 1 :])).encode()
    for number, data in enumerate(mutated(text.encode(), 1500, seed=1)):
        yield f"mutation {number}", data


@pytest.mark.parametrize(
    ("name", "text", "load"),
    [
        ("manifest", resource("connector.toml").read_text(encoding="utf-8"), load_manifest),
        ("cloud file", CLOUD, lambda path: load_cloud(str(path))),
        ("enrolment file", ENROLMENT, lambda path: engine.read_enrolment(path, load_manifest())),
    ],
    ids=["manifest", "cloud-file", "enrolment-file"],
)
def test_a_damaged_toml_file_is_read_or_refused_with_its_line(
    name: str, text: str, load: Callable[[Path], object], figures: Figures, tmp_path: Path
) -> None:
    path = tmp_path / "it.toml"
    for case, data in toml_damaged(text):
        path.write_bytes(data)
        with figures.case(f"fuzz: {name}"):
            error = ending(case, lambda: load(path))
            assert error is None or isinstance(error, BadInput), case
            if isinstance(error, InvalidToml):
                assert 0 <= error.line <= data.count(b"\n") + 1, case
                assert error.path == str(path)


@pytest.fixture(name="identity")
def identity_fixture() -> x25519.Identity:
    return x25519.Identity.generate()


def keys_of(identity: x25519.Identity) -> Identities:
    return parse_identities(f"{identity}".encode(), "key.txt")


def test_a_damaged_bundle_is_opened_whole_or_refused(identity: x25519.Identity, figures: Figures) -> None:
    clear, keys = to_json(secret_payload()), keys_of(identity)
    sealed = seal(clear, parse_recipients(str(identity.to_public())))
    opened: list[bytes] = []
    for number, data in enumerate(mutated(sealed, 3000, seed=2)):
        with figures.case("fuzz: bundles given to open"):
            error = ending(f"mutation {number}", lambda data=data: opened.append(unseal(data, "b.age", keys)))  # type: ignore[misc]
            assert error is None or isinstance(error, BadInput)
    assert set(opened) <= {clear}, "never half of it, never something else"


@pytest.mark.parametrize("payload", [secret_payload(), certificate_payload()], ids=["secret", "certificate"])
def test_nonsense_anywhere_in_a_payload_is_shown_or_refused(payload: object, figures: Figures) -> None:
    """As whoever holds the key could seal it."""
    clear = to_json(payload)  # type: ignore[arg-type]

    def show(data: bytes) -> None:
        found = from_json(data, "b.age")
        for form in Format:
            render(found, form, "contoso")

    for place in places(json.loads(clear)):
        for nonsense in NONSENSE:
            data = json.dumps(with_nonsense(json.loads(clear), place, nonsense)).encode()
            with figures.case("fuzz: bundles given to open"):
                error = ending(f"{place} = {str(nonsense)[:20]}", lambda data=data: show(data))  # type: ignore[misc]
                assert error is None or isinstance(error, BadInput)
    for number, data in enumerate(mutated(clear, 1000, seed=3)):
        with figures.case("fuzz: bundles given to open"):
            ending(f"mutation {number}", lambda data=data: show(data))  # type: ignore[misc]


def test_the_command_itself_ends_with_its_code_and_one_sentence(
    identity: x25519.Identity, figures: Figures, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "key.txt").write_text(f"{identity}\n")
    sealed = seal(to_json(secret_payload()), parse_recipients(str(identity.to_public())))
    path = tmp_path / "b.age"
    for number, data in enumerate(mutated(sealed, 200, seed=4)):
        path.write_bytes(data)
        with figures.case("fuzz: bundles given to open"):
            code = run(["open", str(path), "--identity", str(tmp_path / "key.txt"), "--lang", "en"])
            said = capfd.readouterr()
            assert code in (ExitCode.DONE, ExitCode.BAD_INPUT), number
            assert (said.out == "") == (code == ExitCode.BAD_INPUT)
            assert len(said.err.splitlines()) == (code == ExitCode.BAD_INPUT), said.err


PUBLIC = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"
PRIVATE = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"


@settings(max_examples=700)
@given(value=st.text() | st.from_regex(r"(age1|AGE-SECRET-KEY-1|ssh-)[a-zA-Z0-9 ]{0,80}", fullmatch=True))
@example(value="\0")
@example(value="x" * 5000)
def test_any_text_is_a_recipient_or_refused(value: str, figures: Figures) -> None:
    with figures.case("fuzz: recipient and identity keys"):
        error = ending(repr(value), lambda: parse_recipients(value))
        assert error is None or isinstance(error, BadInput)
        assert "AGE-SECRET-KEY-1E" not in str(error).upper()


def test_a_damaged_key_file_is_read_or_refused_and_never_quoted(figures: Figures, tmp_path: Path) -> None:
    path = tmp_path / "keys.txt"
    for number, data in enumerate(mutated(f"# ours\n{PUBLIC}\n{PRIVATE}\n".encode(), 1000, seed=5)):
        path.write_bytes(data)
        with figures.case("fuzz: recipient and identity keys"):
            for read in (lambda: parse_recipients(str(path)), lambda: parse_identities(path.read_bytes(), "k")):
                error = ending(f"mutation {number}", read)
                assert error is None or isinstance(error, BadInput)
                assert not re.search(r"AGE-SECRET-KEY-1\w{8}", str(error))
