"""Any command line: read, or refused with exit code 2 and one sentence; and any translation that passes its check."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_rules import PLACEHOLDER, unlike
from installer.__main__ import run
from installer.console.arguments import COMMANDS, OPTIONS, parse
from installer.errors.base import ExitCode
from installer.errors.usage import BadInput
from installer.model import Language
from tests.figures import Figures
from tests.fuzz.ending import ending
from tests.house.source import ROOT

pytestmark = pytest.mark.fuzz

WORDS = st.sampled_from(
    (
        *(
            *COMMANDS,
            *(option.name for option in OPTIONS),
            "-",
            "--",
            "---",
            "-h",
            "/?",
            "",
            "=",
            "@file",
            "é",
            "\udcff",
        ),
        *("--lang=", "--lang=fr", "--months=12", "12", "0012", "١٢", "contoso.com", "a.age", "--yes=no", "%s", "{0}"),
    )
)
LINES = st.lists(WORDS | st.text(max_size=20) | WORDS.map(lambda word: f"{word}=x"), max_size=7)


@settings(max_examples=1500)
@given(argv=LINES)
def test_any_command_line_is_read_or_refused(argv: list[str], figures: Figures) -> None:
    with figures.case("fuzz: command lines"):
        error = ending(repr(argv), lambda: parse(argv))
        assert error is None or isinstance(error, BadInput)


@settings(max_examples=150)
@given(argv=LINES)
def test_the_program_itself_refuses_it_with_code_2_and_says_why(argv: list[str], figures: Figures) -> None:
    with figures.case("fuzz: command lines"):
        code = run([*argv, "--no-such-option"])
        assert code == ExitCode.BAD_INPUT or {"--help", "--version", "-h", "/?", "--"} & set(argv), argv


def _broken(text: str, chance: random.Random) -> str:
    """A translator's slip: a character lost, doubled, moved; a brace too many; a name changed."""
    place = chance.randrange(len(text) + 1)
    slips = (
        text[:place] + text[place + 1 :],
        text[:place] + chance.choice("{}%&!:.[]0") + text[place:],
        text[:place] + text[place - 1 : place + 3] + text[place:],
        re.sub(
            PLACEHOLDER,
            lambda found: found[0].replace("}", chance.choice(("!r}", ":>9}", "[0]}", ".x}", "}}", "}{"))),
            text,
        ),
        re.sub(PLACEHOLDER, lambda found: "{" + found[0] + "}", text),
        text.replace("{", chance.choice(("{{", "", "{ ", "(")), 1),
    )
    return chance.choice(slips)


@pytest.mark.parametrize("language", Language)
def test_a_translation_that_passes_its_check_can_be_filled_in(language: Language, figures: Figures) -> None:
    chance = random.Random(6)
    for message in ElementTree.parse(ROOT / "i18n" / f"installer_{language}.ts").iter("message"):
        source, target = (
            message.findtext("source", ""),
            message.findtext("translation") or message.findtext("source") or "",
        )
        names = {name[1:-1] for name in PLACEHOLDER.findall(source)}
        if not names:
            continue
        for _ in range(20):
            slipped = _broken(target, chance)
            with figures.case("fuzz: translations"):
                found = list(unlike(source, slipped))
                assert found or _fills(slipped, names), slipped


def _fills(text: str, names: set[str]) -> bool:
    try:
        filled = text.format(**dict.fromkeys(names, "value"))
    except (ValueError, KeyError, IndexError, AttributeError):
        return False
    return not names or "value" in filled
