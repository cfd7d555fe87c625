"""`guide` as a person types it: where the file goes, what is printed, how it ends."""

import json
from pathlib import Path

import pytest

from installer.model import Language
from tests.forked import run

NAMES = {language: f"glimps-odsp-guide-{language}.html" for language in Language}
LANGUAGES = pytest.mark.parametrize("language", Language)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@LANGUAGES
def test_it_writes_the_page_and_prints_its_path_alone(language: Language, work: Path) -> None:
    ended = run(("guide", "--lang", language), work.parent)
    assert (ended.returncode, ended.stderr) == (0, "")
    path = Path(ended.stdout.removesuffix("\n"))
    assert path == work / NAMES[language]
    assert f'<html lang="{language}">' in path.read_text(encoding="utf-8")
    assert [path.name for path in work.iterdir()] == [NAMES[language]]


@LANGUAGES
def test_it_replaces_nothing_unasked_but_its_own_words(language: Language, work: Path) -> None:
    wanted = ("guide", "--lang", language, "--out", "guide.html")
    assert run(wanted, work.parent).returncode == 0
    assert run(wanted, work.parent).returncode == 0, "a file that says the same is no obstacle"
    (work / "guide.html").write_text("mine")
    refused = run(wanted, work.parent)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "guide.html" in refused.stderr
    assert "--force" in refused.stderr
    assert (work / "guide.html").read_text() == "mine"
    assert run((*wanted, "--force"), work.parent).returncode == 0
    assert "<h1>" in (work / "guide.html").read_text(encoding="utf-8")


@LANGUAGES
@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("--text", "User.Read.All"),
        ("--terraform", 'resource "azuread_application"'),
        ("--bicep", "extension microsoft"),
    ],
)
def test_text_and_code_come_on_standard_output_or_into_a_file(
    form: str, says: str, language: Language, work: Path
) -> None:
    printed = run(("guide", form, "--lang", language), work.parent)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert says in printed.stdout
    assert list(work.iterdir()) == []
    written = run(("guide", form, "--lang", language, "--out", "it.txt"), work.parent)
    assert written.stdout == f"{work / 'it.txt'}\n"
    assert (work / "it.txt").read_text(encoding="utf-8") == printed.stdout


def test_choices_are_honoured(work: Path) -> None:
    options = ("--profile", "detect-only", "--name", "Contoso one", "--cloud", "bleu")
    ended = run(("guide", "--text", *options), work.parent)
    assert "Contoso one" in ended.stdout
    assert "portal.sovcloud-azure.fr" in ended.stdout
    assert "graph.microsoft.com" not in ended.stdout
    assert "--profile detect-only" in ended.stdout
    code = run(("guide", "--terraform", *options), work.parent).stdout
    assert '"Files.Read.All"' in code
    assert "Files.ReadWrite.All" not in code
    assert 'display_name            = "Contoso one"' in code


@LANGUAGES
def test_with_json_only_events_come_on_standard_output(language: Language, work: Path) -> None:
    ended = run(("guide", "--json", "--lang", language), work.parent)
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [event["event"] for event in events] == ["guide", "finished"]
    assert Path(events[0]["path"]) == work / NAMES[language]
    assert len(events[0]["sha256"]) == 64
    assert events[1]["exit_code"] == 0
    assert ended.stderr == f"{work / NAMES[language]}\n"
    text = run(("guide", "--json", "--text", "--lang", language), work.parent)
    assert [json.loads(line)["event"] for line in text.stdout.splitlines()] == ["finished"]
    assert "User.Read.All" in text.stderr


@LANGUAGES
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--text", "--bicep"), "--bicep"),
        (("--profile", "all"), "remediation"),
        (("--cloud", "mars"), "mars"),
        (("--out", "none/guide.html"), "none"),
        (("--out", "."), "work"),
        (("--tenant", "contoso.com"), "--tenant"),
        (("--demo",), "--demo"),
        (("now",), "now"),
    ],
)
def test_bad_input_ends_with_one_sentence(options: tuple[str, ...], says: str, language: Language, work: Path) -> None:
    ended = run(("guide", *options, "--lang", language), work.parent)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert says in ended.stderr
    assert list(work.iterdir()) == []


@LANGUAGES
def test_the_help_names_its_options(language: Language, work: Path) -> None:
    told = run(("guide", "--help", "--lang", language), work.parent).stdout
    assert all(option in told for option in ("--text", "--terraform", "--bicep", "--cloud", "--profile", "--out"))
    assert "--tenant" not in told
    assert "guide" in run(("--help", "--lang", language), work.parent).stdout
