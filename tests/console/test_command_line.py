"""The command line as people type it: options before and after, help in many ways, slips that are understood."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from installer.config.manifest import load_manifest
from installer.console.arguments import COMMANDS, OPTIONS, parse
from installer.console.help import GROUPS, help_text
from installer.demo import SCENARIOS
from installer.errors.usage import (
    METAVARS,
    MissingValue,
    OptionOfOthers,
    UnknownCommand,
    UnknownOption,
    UnusableCommand,
    WordTooMany,
)
from installer.model import Language
from installer.program import RELEASED, own_name
from installer.texts import explain, use
from tests.forked import ROOT, run

ANY = ("", *COMMANDS)
NAME = "glimps"


@pytest.fixture(autouse=True)
def _english(qapp: object) -> None:
    use(Language.EN)


def _help(command: str, width: int = 80) -> str:
    return help_text(command, NAME, load_manifest(), tuple(SCENARIOS), width)


def test_options_may_stand_before_and_after_the_command() -> None:
    before = parse(("--json", "--yes", "--tenant", "a.fr", "setup"))
    assert before == parse(("setup", "--json", "--yes", "--tenant", "a.fr"))
    assert before == parse(("--json", "setup", "--tenant", "a.fr", "--yes"))
    assert parse(("--identity", "k.txt", "open", "a.age")).files == ["a.age"]


@pytest.mark.parametrize("words", [("-V",), ("version",), ("--version",), ("setup", "-V")])
def test_the_version_is_told_however_it_is_asked_for(words: tuple[str, ...]) -> None:
    assert parse(words).version


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (("help",), ""),
        (("-h",), ""),
        (("/?",), ""),
        (("help", "setup"), "setup"),
        (("setup", "/?"), "setup"),
        (("setup", "help"), "setup"),
        (("--lang", "fr", "help", "open"), "open"),
        (("open", "-h"), "open"),
        (("-h", "certificate"), "certificate"),
    ],
)
def test_help_is_given_however_it_is_asked_for(words: tuple[str, ...], command: str) -> None:
    arguments = parse(words)
    assert arguments.help
    assert arguments.command == command


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("setpu",), "setup"),
        (("help", "verfy"), "verify"),
        (("--yes", "renw"), "renew"),
    ],
)
def test_a_slip_in_a_command_is_understood(words: tuple[str, ...], near: str) -> None:
    with pytest.raises(UnknownCommand) as caught:
        parse(words)
    assert near in explain(caught.value).hint


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("setup", "--recipent", "x"), "--recipient"),
        (("setup", "--rec", "x"), "--recipient"),
        (("setup", "--device-code"), "--sign-in device-code"),
        (("--tennant", "x", "setup"), "--tenant"),
        (("setup", "-yes"), "--yes"),
        (("setup", "--output=x"), "--out"),
        (("setup", "--passphrase", "x"), "--passphrase-file"),
    ],
)
def test_a_slip_in_an_option_is_understood(words: tuple[str, ...], near: str) -> None:
    with pytest.raises(UnknownOption) as caught:
        parse(words)
    assert near in explain(caught.value).hint


def test_what_resembles_nothing_is_sent_to_the_help() -> None:
    for words, error in ((("setup", "--zzzzzz"), UnknownOption), (("setup", "now"), WordTooMany)):
        with pytest.raises(error) as caught:
            parse(words)
        assert explain(caught.value).hint == "See --help."


def test_an_option_of_another_command_is_told_as_that() -> None:
    with pytest.raises(OptionOfOthers) as caught:
        parse(("verify", "--plan-only"))
    words = explain(caught.value)
    assert "--plan-only" in words.what
    assert "verify" in words.what
    assert "setup, prepare, renew, remove" in words.hint


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (("setup", "--tenant"), "--tenant ID|DOMAIN"),
        (("setup", "--out"), "--out FILE"),
        (("setup", "--credential", "--yes"), "--credential secret|certificate|federated"),
    ],
)
def test_a_missing_value_says_what_to_give(words: tuple[str, ...], form: str) -> None:
    with pytest.raises(MissingValue) as caught:
        parse(words)
    told = explain(caught.value)
    assert form in told.what + told.hint
    use(Language.FR)
    assert form.replace("FILE", "FICHIER").replace("DOMAIN", "DOMAINE") in (
        explain(caught.value).what + explain(caught.value).hint
    )


def test_each_word_for_a_value_is_translated_unless_it_is_typed_as_it_stands() -> None:
    typed = {option.metavar for option in OPTIONS if re.fullmatch(r"[a-z0-9|-]+", option.metavar)}
    assert {option.metavar for option in OPTIONS if option.metavar} - typed == set(METAVARS)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("command", ANY)
def test_help_fits_the_terminal(command: str, width: int, language: Language) -> None:
    use(language)
    too_long = [line for line in _help(command, width).splitlines() if len(line) > width]
    assert [line for line in too_long if len(line.split()) > 1 and not line.strip().startswith(NAME)] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_two_examples_that_can_be_typed(command: str, language: Language) -> None:
    use(language)
    examples = re.findall(rf"^  {NAME} ({command}\b.*(?:\n {{6}}.*)*)", _help(command, 100), re.MULTILINE)
    assert len(examples) >= 2
    for example in examples:
        words = [word for word in example.split() if word != "\\"]
        arguments = parse(words)
        assert arguments.command == command, example


@pytest.mark.parametrize("command", ["setup", "renew", "open"])
def test_the_help_shows_powershell_beside_the_shell(command: str) -> None:
    told = " ".join(_help(command, 100).split())
    assert "PowerShell" in told
    assert "--passphrase-file" in told
    assert "--out" in told


def test_every_option_stands_in_one_group_of_the_help() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(option.name for option in OPTIONS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_names_each_of_its_options_once(command: str) -> None:
    told = _help(command)
    shown = re.findall(r"^  (--[a-z-]+)", told, re.MULTILINE)
    assert sorted(shown) == sorted(option.name for option in OPTIONS if command in option.commands)


def test_the_help_reads_its_defaults_from_the_manifest() -> None:
    manifest = load_manifest()
    told = " ".join(_help("setup").split())
    assert str(manifest.months) in told
    assert manifest.application_name in told
    for profile in manifest.profiles:
        assert profile.id in told
    for scenario in SCENARIOS:
        assert scenario in told


def test_the_usage_of_a_command_shows_the_file_it_takes() -> None:
    assert f"{NAME} open FILE [OPTIONS]" in _help("open")
    assert f"{NAME} verify [FILE] [OPTIONS]" in _help("verify")
    use(Language.FR)
    assert f"{NAME} open FICHIER [OPTIONS]" in _help("open")
    assert "--out FICHIER" in _help("setup")


def test_help_is_written_by_the_program_itself(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    for words in (("help", "setup"), ("setup", "--help"), ("--json", "help", "setup")):
        ended = run(words, tmp_path)
        assert ended.returncode == 0, ended.stderr
        assert "--recipient" in (ended.stdout + ended.stderr)


# --- the program's name ----------------------------------------------------------------------------------------------


def test_the_console_names_itself_as_it_was_started() -> None:
    command = [sys.executable, "-m", "installer", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "-m installer" in told.splitlines()[2]


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (["GLIMPS-ODSP-Setup-cli.exe"], "GLIMPS-ODSP-Setup-cli.exe"),
        (["./GLIMPS-ODSP-Setup-cli"], "./GLIMPS-ODSP-Setup-cli"),
        (["/opt/my tools/cli"], '"/opt/my tools/cli"'),
        (["x/installer/__main__.py"], "py -m installer"),
    ],
)
def test_its_own_name_is_the_one_that_was_typed(argv: list[str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", argv)
    monkeypatch.setattr(sys, "orig_argv", ["py", "-m", "installer"])
    assert own_name() == name


def test_a_program_in_the_current_folder_is_named_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "tools" / "cli")])
    assert own_name() == str(Path("tools", "cli"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "cli")])
    assert own_name() == str(Path()) + "/cli"


def test_no_usable_command_is_told_without_the_programs_name() -> None:
    assert RELEASED == "GLIMPS-ODSP-Setup-cli"
    assert issubclass(OptionOfOthers, UnusableCommand)
