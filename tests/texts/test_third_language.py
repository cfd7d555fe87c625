"""A language is one line and its files in i18n/: with those alone, everything speaks it, and nothing else is left.

The pseudo-locale accents every vowel and some consonants, so a plain word is one that nobody translated, or a name.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from installer.config.clouds import known_clouds
from installer.config.manifest import load_manifest
from installer.console.arguments import COMMANDS, OPTIONS
from installer.demo import SCENARIOS
from tests.texts.third_language import CODE, make_copy

PLAIN = re.compile(r"(?<![\w-])[A-Za-z]*[aceinouyACEINOUY][A-Za-z]*(?![\w-])")
MARKUP = re.compile(r"<style>.*?</style>|<(code|pre)\b.*?</\1>|<[^<>]+>|&amp;", re.S)
VALUE = re.compile(
    r"\S+@\S+|https?://\S+|(?:[\w-]+\.)+\w+|--?[a-z][a-z-]*|\S*[\\/]\S*|age1\S*"
    r"|GLIMPS ODSP Setup|Microsoft ODSP Connector GLIMPS|odsp connector glimps"
    r"|Contoso(?: SA)?|Ada Lambert|Camille Martin|Demo\b|UTC\S*"
    r"|Tenant does not have a SPO license|noviembre"
)
"""Names, addresses and options, which are the same in every language, what Microsoft and Qt say."""
COMMAND_LINE = re.compile(r"^.*(?:glimps-odsp-setup|GLIMPS-ODSP-Setup|schtasks|\bage -d).*$", re.M)
MENU = ["English", "Français", "⟦Éñglísh ~~⟧"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    make_copy(folder)
    return folder


def run(copy: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join(map(str, (copy, copy / "build")))
    every = {**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        (sys.executable, "-P", "-m", *command), cwd=copy, env=every, capture_output=True, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def told(copy: Path) -> dict[str, Any]:
    done = run(copy, "tests.texts.say_everything", CODE)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def plain_words(text: str) -> set[str]:
    """The words of a page or a text that no translation has accented."""
    if text.startswith("<!doctype"):
        text = MARKUP.sub("\n", text)
    for name in sorted((cloud.name for cloud in known_clouds().values()), key=len, reverse=True):
        text = text.replace(name, " ")
    return set(PLAIN.findall(VALUE.sub(" ", COMMAND_LINE.sub("", text))))


@pytest.mark.slow
def test_the_wizard_offers_it_under_its_own_name_and_speaks_it(told: dict[str, Any]) -> None:
    pages = told["pages"]
    assert pages.pop("menu") == MENU
    assert pages.pop("button") == [f"{MENU[-1]}  ▾"]
    assert pages == {"ChoosePage": [], "SignInPage": [], "PlanPage": [], "DeliverPage": []}


def test_help_speaks_it_but_for_names_and_choices(told: dict[str, Any]) -> None:
    profiles = [profile.id for profile in load_manifest().profiles]
    values = [*(option.metavar for option in OPTIONS), *COMMANDS, *known_clouds(), *SCENARIOS, *profiles]
    choices = {word for value in values for word in re.split(r"\W", value)} | {CODE}
    helps = {name: text for name, text in told["printed"].items() if name.startswith("help")}
    assert len(helps) == len(COMMANDS) + 1
    assert {name: left for name, text in helps.items() if (left := plain_words(text) - choices)} == {}
    assert all(f"--lang {CODE}|fr|en" in text for text in helps.values())


def test_receipts_mail_and_messages_speak_it(told: dict[str, Any]) -> None:
    names = ("receipt", "mail", "message", "landing")
    texts = {name: text for name, text in told["printed"].items() if name.startswith(names)}
    assert len(texts) > 15
    assert {name: left for name, text in texts.items() if (left := plain_words(text))} == {}
    assert all(f'<html lang="{CODE}">' in text for text in texts.values() if text.startswith("<!doctype"))


def test_the_sign_in_pages_of_a_rehearsal_speak_it(told: dict[str, Any]) -> None:
    texts = {name: text for name, text in told["printed"].items() if name.startswith("sign-in page")}
    assert len(texts) == 3
    assert {name: left for name, text in texts.items() if (left := plain_words(text))} == {}
    assert all(f'<html lang="{CODE}">' in text for text in texts.values())


def test_the_guide_speaks_it_in_all_its_forms(told: dict[str, Any]) -> None:
    printed = told["printed"]
    assert plain_words(printed["guide"]) == set()
    comments = [
        line for form in ("terraform", "bicep") for line in printed[form].splitlines() if line.strip()[:1] in ("#", "/")
    ]
    assert len(comments) > 20
    assert plain_words("\n".join(comments)) <= {"glimps", "extensions"}, "a host’s part and a key of bicepconfig.json"
    assert told["guide"] == f"glimps-odsp-guide-{CODE}.html"


def test_dates_and_passphrases_are_of_that_language(told: dict[str, Any], copy: Path) -> None:
    assert told["date"] == "⟦octubre 3, 2027 ~~~~ ~~~⟧"
    words = (copy / "i18n" / f"words_{CODE}.txt").read_text(encoding="ascii").split("\n")
    assert set(told["passphrase"].split("-")) <= set(words)


def test_packages_carry_what_it_needs_and_windows_shows_it(told: dict[str, Any]) -> None:
    assert told["package"] == [True, True]
    assert told["windows"]["0C0A04B0"].startswith("⟦GLÍMPS ÓDSP")


def test_where_it_is_the_system_s_language_setup_speaks_it(copy: Path, tmp_path: Path) -> None:
    command = ("installer", "setup", "--demo", "--plan-only", "--report", str(tmp_path / "r.html"))
    done = run(copy, *command, LANGUAGE=CODE, LANG=f"{CODE}_ES.UTF-8")
    assert done.returncode == 0, done.stderr
    assert plain_words(done.stdout) == set()
    assert plain_words((tmp_path / "r.html").read_text(encoding="utf-8")) == set()
    refused = run(copy, "installer", "--lang", "tlh", LANGUAGE=CODE, LANG=f"{CODE}_ES.UTF-8")
    assert refused.returncode == 2
    assert f"en, fr, {CODE}" in refused.stderr
