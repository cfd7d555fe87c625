"""The language in use, held by Qt: its translators and its default locale."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from installer.errors.base import Words
from installer.files import translation
from installer.model import Language

translate = QCoreApplication.translate

_OURS, _QTS = "installer", "qtbase"


def translated(words: Words) -> str:
    """A text of the errors, which was marked for translation where it is written."""
    return translate("Errors", words)


def system_language() -> Language:
    """French where it is the system's first language, English else."""
    first = next(iter(QLocale.system().uiLanguages()), "en")
    return Language.FR if first.lower().startswith("fr") else Language.EN


def language() -> Language:
    return Language.FR if QLocale().language() == QLocale.Language.French else Language.EN


def ensure_application() -> QCoreApplication:
    """Qt's application object, which must exist before the first translation; the small one unless there is one."""
    return QCoreApplication.instance() or QCoreApplication(sys.argv[:1])


def use(chosen: Language) -> None:
    """Switches the whole program, live: Qt tells every widget. Needs a QCoreApplication."""
    application = QCoreApplication.instance()
    if application is None:
        raise AssertionError("the door makes the application before it chooses the language")
    if language() is not chosen:
        QLocale.setDefault(QLocale(QLocale.Language.French if chosen is Language.FR else QLocale.Language.English))
    known = application.findChildren(QTranslator) or _load_all(application)
    for translator in known:
        application.removeTranslator(translator)
    for translator in known:
        if translator.objectName() == chosen:
            application.installTranslator(translator)


def _load_all(application: QCoreApplication) -> list[QTranslator]:
    """The translators of both languages, Qt's own before ours, each named by its language; the application keeps them.

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
    first = "'1er' MMMM yyyy" if day.day == 1 else "d MMMM yyyy"
    pattern = first if language() is Language.FR else "MMMM d, yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
