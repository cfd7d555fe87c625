"""Renders every page and state: `python -m tests.gui.gallery DIR [LANGUAGE…]`, or `--pictures DIR` for the README's."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from installer.gui.app import ensure_application
from installer.gui.headings import Heading
from installer.gui.theme import dress
from installer.model import Language
from tests.gui.contrast_themes import BLACK, WHITE
from tests.gui.driver import settle
from tests.gui.gallery_index import TITLE, write_index
from tests.gui.pseudo import load_pseudo
from tests.gui.states import PARTS

LARGE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """One way to show every state: in a language, in a scheme, as large as wanted."""

    name: str
    language: Language
    scheme: str
    text: float = 1.0
    pseudo: bool = False

    def put_on(self, application: QApplication, points: float) -> None:
        font = application.font()
        font.setPointSizeF(points * self.text)
        application.setFont(font)
        match self.scheme:
            case "contrast":
                dress(application, system=BLACK)
            case "contrast-white":
                dress(application, system=WHITE)
            case _:
                dress(application, dark=self.scheme == "dark")


LOOKS: Final = (
    *(Look(f"{one}-{scheme}", one, scheme) for one in Language for scheme in ("light", "dark")),
    Look("fr-contrast", Language.FR, "contrast"),
    Look("en-contrast-white", Language.EN, "contrast-white"),
    Look("qps-light", Language.EN, "light", pseudo=True),
    Look("fr-text200", Language.FR, "light", text=LARGE),
)
SCALED: Final = Look("fr-scale200", Language.FR, "light")
"""In a process of its own: the scale of the screen is read when Qt starts."""


def render(folder: FilePath, looks: Iterable[Look]) -> None:
    """Writes one PNG for each state in each look."""
    folder.mkdir(parents=True, exist_ok=True)
    application = ensure_application()
    points = application.font().pointSizeF()
    for look in looks:
        look.put_on(application, points)
        for part in PARTS:
            part(look.language, _shoot(folder, look))
        print(look.name, flush=True)
    LOOKS[0].put_on(application, points)


def _shoot(folder: FilePath, look: Look) -> Callable[[str, QWidget], None]:
    pseudo = load_pseudo() if look.pseudo else None

    def shoot(state: str, window: QWidget) -> None:
        if pseudo:
            QCoreApplication.installTranslator(pseudo)
        settle()
        QTest.qWait(20)
        image = window.grab().toImage()
        image.setText(TITLE, _headed(window).accessibleName())
        image.save(str(folder / f"{state}.{look.name}.png"))
        if pseudo:
            QCoreApplication.removeTranslator(pseudo)

    return shoot


def _headed(window: QWidget) -> QWidget:
    return next((one for one in window.findChildren(Heading) if one.isVisible()), window)


def _scaled(folder: FilePath) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    command = (sys.executable, "-m", "tests.gui.gallery", "--scaled", str(folder))
    subprocess.run(command, env=environment, check=True)


PICTURES: Final = {"plan.png": "3-plan.en-light", "choose.png": "1-choose.en-dark", "termine.png": "6-done.fr-light"}
"""What README shows, and the state and look it is of."""


def pictures(source: FilePath, target: FilePath) -> None:
    """Few colours make a small file of a window: 256 are more than it has."""
    for name, state in PICTURES.items():
        image = QImage(str(source / f"{state}.png")).convertToFormat(
            QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
        )
        image.save(str(target / name), "PNG", 0)


def main(arguments: list[str]) -> None:
    match arguments:
        case ["--scaled", folder]:
            render(FilePath(folder), [SCALED])
        case ["--pictures", folder, target]:
            pictures(FilePath(folder), FilePath(target))
        case [folder, *languages]:
            wanted = tuple(look for look in LOOKS if not languages or look.language in languages)
            render(FilePath(folder), wanted)
            if not languages:
                _scaled(FilePath(folder))
            write_index(FilePath(folder))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
