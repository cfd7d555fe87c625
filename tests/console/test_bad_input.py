"""Every bad input ends with its exit code and one sentence in the chosen language, and leaves no file behind."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.model import Language
from tests.forked import run

KEY = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"
RECIPIENT = f"--recipient={KEY}"
IDENTITY = x25519.Identity.generate()


@dataclass(frozen=True)
class Case:
    """A command line; `files` are written first; `says` is a word that the sentence must hold in every language."""

    name: str
    argv: tuple[str, ...]
    says: str
    files: tuple[tuple[str, str], ...] = ()
    stdin: str = ""
    code: int = 2


FEDERATED = ("setup", "--yes", "--credential", "federated")
WHOLE = ("--issuer", "https://a.b", "--subject", "s")
FROM_FILE = ("setup", "--yes", "--certificate-file", "c.cer")
WHOSE = ("--tenant", "a.fr", "--app", "00000000-0000-0000-0000-000000000000")
ENROLLED = ("setup", "--yes", "--enrolment", "e.toml")
RENEWED = ("renew", "--key", "k", "--certificate", "c")
PAIR = ("certificate", "--out-key", "k.pem", "--out-certificate", "c.cer")
CASES = (
    Case("unknown option", ("setup", "--nonsense"), "--nonsense"),
    Case("unknown command", ("destroy",), "destroy"),
    Case("abbreviated option", ("setup", "--rec", "x"), "--rec"),
    Case("an argument too many", ("setup", "now"), "now"),
    Case("missing value", ("setup", "--tenant"), "--tenant"),
    Case("language", ("setup", "--lang", "tlh"), "tlh"),
    Case("cloud name", ("setup", "--cloud", "mars"), "mars"),
    Case("cloud file missing", ("setup", "--yes", RECIPIENT, "--cloud", "none.toml"), "none.toml"),
    Case("cloud file is a folder", ("setup", "--yes", RECIPIENT, "--cloud", "../work"), "../work"),
    Case(
        "cloud file not TOML", ("setup", "--yes", RECIPIENT, "--cloud", "c.toml"), "2", (("c.toml", 'id = "x"\n= 3\n'),)
    ),
    Case(
        "cloud file with an unknown key",
        ("setup", "--yes", RECIPIENT, "--cloud", "c.toml"),
        "colour",
        (("c.toml", 'id="x"\nname="X"\nauthority="https://a.b"\ngraph="https://a.c"\ncolour="red"\n'),),
    ),
    Case(
        "cloud file over http",
        ("setup", "--yes", RECIPIENT, "--cloud", "c.toml"),
        "authority",
        (("c.toml", 'id="x"\nname="X"\nauthority="http://a.b"\ngraph="https://a.c"\n'),),
    ),
    Case(
        "cloud file of wrong types",
        ("setup", "--yes", RECIPIENT, "--cloud", "c.toml"),
        "first_party_client",
        (("c.toml", 'id="x"\nname="X"\nauthority="https://a.b"\ngraph="https://a.c"\nfirst_party_client="yes"\n'),),
    ),
    Case(
        "cloud file lacks a key",
        ("setup", "--yes", RECIPIENT, "--cloud", "c.toml"),
        "graph",
        (("c.toml", 'id="x"\nname="X"\nauthority="https://a.b"\n'),),
    ),
    Case("tenant", ("setup", "--tenant", "con toso"), "con toso"),
    Case("sign-in method", ("setup", "--sign-in", "sms"), "sms"),
    Case("sign-in client", ("setup", "--sign-in-client", "123"), "123"),
    Case("application id", ("setup", "--app", "xyz"), "xyz"),
    Case("profile", ("setup", "--yes", RECIPIENT, "--profile", "all"), "all"),
    Case("months", ("setup", "--months", "25"), "25"),
    Case("months in words", ("setup", "--months", "twelve"), "twelve"),
    Case("name too long", ("setup", "--name", "x" * 121), "120"),
    Case("credential kind", ("setup", "--credential", "password"), "password"),
    Case("own client needed", ("setup", "--yes", RECIPIENT, "--cloud", "china"), "china"),
    Case("nobody to ask", ("setup", RECIPIENT), "--yes"),
    Case("nothing to encrypt to", ("setup", "--yes"), "--recipient"),
    Case("recipient", ("setup", "--yes", "--recipient", "age1abc"), "age1abc"),
    Case("post-quantum recipient", ("setup", "--yes", "--recipient", "age1pq1abc"), "age1pq1abc"),
    Case("recipient file without a key", ("setup", "--yes", "--recipient", "k.txt"), "k.txt", (("k.txt", "hello\n"),)),
    Case("empty passphrase", ("setup", "--yes", "--passphrase-file", "-"), "12"),
    Case("short passphrase", ("setup", "--yes", "--passphrase-file", "p.txt"), "12", (("p.txt", "short\n"),)),
    Case("passphrase file missing", ("setup", "--yes", "--passphrase-file", "p.txt"), "p.txt"),
    Case("both ways to encrypt", ("setup", "--yes", RECIPIENT, "--passphrase-file", "-"), "--passphrase-file"),
    Case("existing file", ("setup", "--yes", RECIPIENT, "--out", "b.age"), "b.age", (("b.age", "mine"),)),
    Case("folder as file", ("setup", "--yes", RECIPIENT, "--out", "."), "."),
    Case("missing folder", ("setup", "--yes", RECIPIENT, "--out", "none/b.age"), "none"),
    Case("report of an unknown kind", ("setup", "--yes", RECIPIENT, "--report", "r.doc"), ".html"),
    Case("report in a missing folder", ("setup", "--yes", RECIPIENT, "--report", "none/r.pdf"), "none"),
    Case("existing report", ("setup", "--yes", RECIPIENT, "--report", "r.html"), "r.html", (("r.html", "mine"),)),
    Case("scenario without demo", ("setup", "--demo-scenario", "slow"), "--demo"),
    Case("scenario", ("setup", "--yes", RECIPIENT, "--demo", "--demo-scenario", "heaven"), "heaven"),
    Case("demo and cloud", ("setup", "--demo", "--cloud", "global"), "--cloud"),
    Case("log in a missing folder", ("setup", "--yes", RECIPIENT, "--log", "none/l.txt"), "none"),
    Case("no display", (), "setup"),
    Case("open nothing", ("open",), "open contoso.age"),
    Case("open two", ("open", "a.age", "b.age"), "b.age"),
    Case("open what is missing", ("open", "a.age", "--identity", "k.txt"), "a.age"),
    Case("open without a key", ("open", "a.age"), "--identity", (("a.age", "x"),)),
    Case(
        "identity file without one",
        ("open", "a.age", "--identity", "k.txt"),
        "k.txt",
        (("a.age", "x"), ("k.txt", "# nothing\n")),
    ),
    Case(
        "open what is none",
        ("open", "a.age", "--identity", "k.txt"),
        "a.age",
        (("a.age", "hello"), ("k.txt", f"{IDENTITY}\n")),
    ),
    Case("format", ("open", "a.age", "--format", "xml"), "xml"),
    Case("federation without an issuer", (*FEDERATED, "--subject", "s"), "--issuer"),
    Case("federation without a subject", (*FEDERATED, "--issuer", "https://a.b"), "--subject"),
    Case("issuer without a federation", ("setup", "--yes", "--issuer", "https://a.b"), "--credential federated"),
    Case("issuer over http", (*FEDERATED, "--issuer", "http://a.b", "--subject", "s"), "http://a.b"),
    Case("issuer with a query", (*FEDERATED, "--issuer", "https://a.b/?x", "--subject", "s"), "https://a.b/?x"),
    Case("issuer with a blank", (*FEDERATED, "--issuer", " https://a.b", "--subject", "s"), " https://a.b"),
    Case("issuer too long", (*FEDERATED, "--issuer", f"https://a.b/{'x' * 600}", "--subject", "s"), "600"),
    Case("subject with a wildcard", (*FEDERATED, "--issuer", "https://a.b", "--subject", "repo:*"), "repo:*"),
    Case("subject with a line break", (*FEDERATED, "--issuer", "https://a.b", "--subject", "a\nb"), "600"),
    Case(
        "months of a federation", (*FEDERATED, "--issuer", "https://a.b", "--subject", "s", "--months", "6"), "--months"
    ),
    Case("certificate file missing", ("setup", "--yes", "--certificate-file", "c.cer"), "c.cer"),
    Case("certificate file without one", (*FROM_FILE, "--yes"), "c.cer", (("c.cer", "hello"),)),
    Case("certificate with a key", FROM_FILE, "c.cer", (("c.cer", "-----BEGIN PRIVATE KEY-----"),)),
    Case("certificate file of a secret", (*FROM_FILE, "--credential", "secret"), "--certificate-file"),
    Case("months of a certificate file", (*FROM_FILE, "--months", "6"), "--months"),
    Case("rotation of a secret", ("setup", "--yes", "--rotation", "ours"), "--rotation"),
    Case("rotation", ("setup", "--yes", "--rotation", "nobody"), "nobody"),
    Case("plain file that is named age", (*FEDERATED, *WHOLE, "--out", "b.age"), "b.age"),
    Case("enrolment file missing", ENROLLED, "e.toml"),
    Case("two enrolment files", (*ENROLLED, "--enrolment", "f.toml"), "f.toml"),
    Case("enrolment file not TOML", ENROLLED, "2", (("e.toml", 'mode = "secret"\n= 3\n'),)),
    Case("enrolment without a mode", ENROLLED, "mode", (("e.toml", 'tenant = "a.fr"\n'),)),
    Case("enrolment of another mode", ENROLLED, "mode", (("e.toml", 'mode = "password"\n'),)),
    Case("enrolment of wrong types", ENROLLED, "2", (("e.toml", 'mode = "secret"\ntenant = 3\n'),)),
    Case("enrolment with an unknown key", ENROLLED, "colour", (("e.toml", 'mode = "secret"\ncolour = "red"\n'),)),
    Case("enrolment that names a host", ENROLLED, "graph", (("e.toml", 'mode = "secret"\ngraph = "https://a.b"\n'),)),
    Case("enrolment that widens", ENROLLED, "all", (("e.toml", 'mode = "secret"\nprofile = "all"\n'),)),
    Case("enrolment: issuer over http", ENROLLED, "2", (("e.toml", 'mode="federated"\nissuer="http://a.b"\n'),)),
    Case("enrolment: no subject", ENROLLED, "subject", (("e.toml", 'mode="federated"\nissuer="https://a.b"\n'),)),
    Case("enrolment: issuer of a secret", ENROLLED, "issuer", (("e.toml", 'mode="secret"\nissuer="https://a.b"\n'),)),
    Case("enrolment: no certificate", ENROLLED, "certificate", (("e.toml", 'mode = "certificate"\n'),)),
    Case("enrolment: not a certificate", ENROLLED, "2", (("e.toml", 'mode = "certificate"\ncertificate = "x"\n'),)),
    Case(
        "enrolment with a private key",
        ENROLLED,
        "2",
        (("e.toml", 'mode = "certificate"\ncertificate = "-----BEGIN PRIVATE KEY-----"\n'),),
    ),
    Case("enrolment: recipient", ENROLLED, "2", (("e.toml", 'mode = "secret"\nrecipient = "age1abc"\n'),)),
    Case("enrolment: recipient is a file", ENROLLED, "2", (("e.toml", 'mode="secret"\nrecipient="k"\n'), ("k", KEY))),
    Case("enrolment: client", ENROLLED, "client", (("e.toml", 'mode = "secret"\nclient = "con-toso"\n'),)),
    Case("key without a certificate", ("verify", *WHOSE, "--key", "k.pem"), "--certificate"),
    Case("key without an application", ("verify", "--tenant", "a.fr", "--key", "k", "--certificate", "c"), "--app"),
    Case("key and token", ("verify", *WHOSE, "--key", "k", "--assertion-file", "t"), "--assertion-file"),
    Case("token that is none", ("verify", *WHOSE, "--assertion-file", "t"), "t", (("t", "not.a token"),)),
    Case("token file missing", ("verify", *WHOSE, "--assertion-file", "t"), "t"),
    Case("file of IDs without a key", ("renew", "b.json"), "--key"),
    Case("in place without a key", ("renew", "--in-place"), "--key"),
    Case("key of nobody", (*RENEWED, "--in-place"), "--tenant"),
    Case("key without the object", (*RENEWED, *WHOSE, "--in-place"), "--object-id"),
    Case("new key nowhere", (*RENEWED, "b.json"), "--in-place"),
    Case("new key in two places", (*RENEWED, "b.json", "--in-place", "--out-key", "n"), "--out-key"),
    Case("new certificate nowhere", (*RENEWED, "b.json", "--out-key", "n"), "--out-certificate"),
    Case("new key over the old one", (*RENEWED, "b.json", "--out-key", "k", "--out-certificate", "n"), "--out-key"),
    Case("new key for a recipient", (*RENEWED, "b.json", "--in-place", RECIPIENT), "--recipient"),
    Case("file of IDs and a tenant", (*RENEWED, "b.json", "--in-place", "--tenant", "a.fr"), "--tenant"),
    Case("file of IDs missing", (*RENEWED, "b.json", "--in-place"), "b.json"),
    Case("file of IDs that is none", (*RENEWED, "b.json", "--in-place"), "b.json", (("b.json", "{}"),)),
    Case("days without a need", ("renew", "--warn-days", "30"), "--if-needed"),
    Case("removal of the old one without a key", ("renew", "--remove-old"), "--key"),
    Case("key pair nowhere", ("certificate", "--out-key", "k.pem"), "--out-certificate"),
    Case("key pair in one file", ("certificate", "--out-key", "k", "--out-certificate", "k"), "--out-key"),
    Case("key pair over another", (*PAIR,), "k.pem", (("k.pem", "mine"),)),
    Case("key pair in a missing folder", ("certificate", "--out-key", "none/k", "--out-certificate", "c"), "none"),
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_bad_input_ends_with_its_code_one_sentence_and_no_file(case: Case, language: Language, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    for name, content in case.files:
        (work / name).write_text(content)
    chosen = () if "--lang" in case.argv else ("--lang", language)
    ended = run((*case.argv[:1], *chosen, *case.argv[1:]), tmp_path, case.stdin)
    assert ended.returncode == case.code, ended.stderr
    assert ended.stdout == ""
    lines = ended.stderr.strip().splitlines()
    assert len(lines) == 1, ended.stderr
    assert case.says in lines[0]
    assert "Traceback" not in ended.stderr
    assert sorted(path.name for path in work.iterdir()) == sorted(name for name, _ in case.files)


def test_a_sentence_is_in_the_language_asked_for_whatever_comes_first(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    english = run(("setup", "--months", "99", "--lang", "en"), tmp_path).stderr
    french = run(("setup", "--months", "99", "--lang=fr"), tmp_path).stderr
    assert "months" in english
    assert "mois" in french


def test_an_error_is_also_an_event_for_programs(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    ended = run(("setup", "--json", "--yes"), tmp_path)
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [event["event"] for event in events] == ["error", "finished"]
    assert events[0]["code"] == "needs_encryption"
    assert events[1]["exit_code"] == ended.returncode == 2
    assert ended.stderr.strip()


@pytest.mark.parametrize("word", ["--help", "/?", "--version"])
def test_help_and_version_end_well_on_standard_output(word: str, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    ended = run((word,), tmp_path)
    assert ended.returncode == 0
    assert "GLIMPS ODSP Setup" in ended.stdout
    assert ended.stderr == ""
