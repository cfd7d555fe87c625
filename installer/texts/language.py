"""The language in use, which Qt keeps: its translators and default locale."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from installer.errors.base import Words
from installer.files import translation
from installer.model import Language, ManifestText

translate = QCoreApplication.translate

_OURS, _QTS = "installer", "qtbase"


def translated(words: Words) -> str:
    """A text of an error (`Words`) in the language in use."""
    return translate("Errors", words)


def localized(text: ManifestText) -> str:
    """A text of the manifest in the language in use."""
    return translate("Manifest", text.en)


def system_language() -> Language:
    """The system's first language if the product has it, else English."""
    return _spoken(next(iter(QLocale.system().uiLanguages()), ""))


def language() -> Language:
    """The language in use; before one was chosen, that of Qt's default locale."""
    return _spoken(QLocale().name())


def _spoken(tag: str) -> Language:
    """The language of a tag such as `fr-CA` or Qt's `fr_FR`; English if the product does not have it."""
    code = tag.lower().replace("_", "-").partition("-")[0]
    return next((known for known in Language if known == code), Language.EN)


def own_name(named: Language) -> str:
    """A language under its own name, whichever is in use, so that its speakers find it. Needs a QCoreApplication."""
    if named is Language.EN:
        return "English"
    return "".join(each.translate("Language", "English") or "" for each in _translators() if each.objectName() == named)


def in_each_language(context: str, sources: Sequence[str]) -> dict[str, dict[str, str]]:
    """By language, what its translators wrote for each of these texts; for what speaks several languages at once.

    It needs no application, and does not touch the language in use.
    """
    told = {}
    for named in Language:
        translator = QTranslator()
        if translator.load(f"{_OURS}_{named}", str(translation(""))):
            said = ((source, translator.translate(context, source)) for source in sources)
            told[named.value] = {source: words for source, words in said if words}
    return told


def ensure_application() -> QCoreApplication:
    """Qt's application object, which must exist before the first translation; the small one unless there is one."""
    return QCoreApplication.instance() or QCoreApplication(sys.argv[:1])


def use(chosen: Language) -> None:
    """Switches the whole program, live: Qt tells every widget. Needs a QCoreApplication."""
    if language() is not chosen:
        QLocale.setDefault(QLocale(chosen))
    known = _translators()
    for translator in known:
        QCoreApplication.removeTranslator(translator)
    for translator in known:
        if translator.objectName() == chosen:
            QCoreApplication.installTranslator(translator)


def _translators() -> list[QTranslator]:
    """The translators of all languages, each named by its own."""
    application = QCoreApplication.instance()
    if application is None:
        raise AssertionError("the door makes the application before it chooses the language")
    return application.findChildren(QTranslator) or _load_all(application)


def _load_all(application: QCoreApplication) -> list[QTranslator]:
    """The translators of all languages, Qt's own before ours; the application keeps them.

    They are made once and never deleted: PySide 6.12 takes a reference too many from None at each deletion of an
    object, which kills a Python older than 3.12 after some thousands of them.
    """
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translators = []
    for chosen in Language:
        for name, folder in ((_QTS, qt_folder), (_OURS, str(translation("")))):
            translator = QTranslator(application)
            translator.setObjectName(chosen)
            if translator.load(f"{name}_{chosen}", folder):
                translators.append(translator)
    return translators


def long_date(moment: datetime) -> str:
    """The local day in words, such as “November 23, 2027” or « 23 novembre 2027 »: digits alone are ambiguous."""
    day = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone()
    if day.day == 1:
        words = translate("Dates", "{month} {day}, {year}", "the first of a month")
    else:
        words = translate("Dates", "{month} {day}, {year}")
    return words.format(month=QLocale().monthName(day.month), day=day.day, year=day.year)
