"""Every page of every route in every state: its accessible tree, its words in each language, its room."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from installer.model import Language
from installer.texts import use
from tests.gui import audit, fit
from tests.gui.driver import settle, themed_application
from tests.gui.other_language import Words
from tests.gui.pseudo import load_pseudo
from tests.gui.states import PARTS
from tests.gui.stations import Shoot

Check = Callable[[QWidget], Iterator[str]]

TREE: dict[str, Check] = {
    "names": audit.nameless,
    "labels": audit.unlabelled,
    "twins": audit.twins,
    "mnemonics": audit.clashes,
    "heading": audit.wrongly_headed,
    "descriptions": audit.undescribed,
    "targets": audit.tiny,
}


class Survey:
    """Goes through one part of the states, once, and keeps what every check found in each."""

    def __init__(self, part: Callable[[Language, Shoot], None]) -> None:
        self._pseudo, self._words, self._found = load_pseudo(), Words(), dict[str, list[str]]()
        self.left_over = _carry_out(part, self._look)

    def of(self, check: str) -> list[str]:
        return self._found.get(check, [])

    def _look(self, state: str, window: QWidget) -> None:
        settle()
        self._note("order", state, audit.out_of_order(window))
        before = _shown(window)
        for language in (*Language, Language.EN):
            use(language)
            settle()
            for check, function in TREE.items():
                self._note(check, f"{state} {language}", function(window))
            self._note("language", f"{state} {language}", self._words.of_others(window, language))
            self._note("room", f"{state} {language}", fit.clipped(window))
        if not _moves(window):
            self._note("return", state, before ^ _shown(window))
        QCoreApplication.installTranslator(self._pseudo)
        settle()
        self._note("pseudo", state, fit.untranslated(window))
        self._note("room", f"{state} qps", fit.clipped(window))
        QCoreApplication.removeTranslator(self._pseudo)
        settle()

    def _note(self, check: str, state: str, found: object) -> None:
        self._found.setdefault(check, []).extend(f"{state}: {flaw}" for flaw in found)  # type: ignore[attr-defined]


def _carry_out(part: Callable[[Language, Shoot], None], look: Shoot) -> int:
    """Carries the part out; how many windows it left behind."""
    before = set(QApplication.topLevelWidgets())
    part(Language.EN, look)
    settle()
    return len(set(QApplication.topLevelWidgets()) - before)


def _shown(window: QWidget) -> set[str]:
    """The words on screen; what counts the time is left out."""
    return {re.sub(r"\d+", "0", text) for _widget, text in fit.written(window)}


def _moves(window: QWidget) -> bool:
    return bool(getattr(getattr(window, "current", None), "busy", False))


@pytest.fixture(scope="module", params=PARTS, ids=lambda part: part.__name__)
def survey(request: pytest.FixtureRequest) -> Survey:
    themed_application()
    return Survey(request.param)


def test_every_control_and_bar_has_a_name_without_signs(survey: Survey) -> None:
    assert survey.of("names") == []


def test_every_field_has_a_label(survey: Survey) -> None:
    assert survey.of("labels") == []


def test_no_two_controls_of_one_kind_have_the_same_name(survey: Survey) -> None:
    assert survey.of("twins") == []


def test_no_mnemonic_means_two_things(survey: Survey) -> None:
    assert survey.of("mnemonics") == []


def test_the_instruction_is_the_one_heading(survey: Survey) -> None:
    assert survey.of("heading") == []


def test_every_command_link_says_what_it_means(survey: Survey) -> None:
    assert survey.of("descriptions") == []


def test_everything_that_is_pressed_is_large_enough(survey: Survey) -> None:
    assert survey.of("targets") == []


def test_tab_goes_round_the_window_in_the_order_of_reading(survey: Survey) -> None:
    assert survey.of("order") == []


def test_each_language_is_free_of_the_others(survey: Survey) -> None:
    assert survey.of("language") == []


def test_a_switch_there_and_back_changes_no_word(survey: Survey) -> None:
    assert survey.of("return") == []


def test_every_word_is_translated(survey: Survey) -> None:
    assert survey.of("pseudo") == []


def test_every_text_has_room_in_both_languages_and_when_it_is_longer(survey: Survey) -> None:
    assert survey.of("room") == []


def test_no_window_is_left_behind(survey: Survey) -> None:
    assert survey.left_over == 0
