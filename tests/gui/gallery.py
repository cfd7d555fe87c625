"""Renders every page and state: `python -m tests.gui.gallery DIR [LANGUAGE…]`; `--pictures DIR`: the README's."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path as FilePath
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from installer.gui.accessibility import Heading
from installer.gui.app import ensure_application
from installer.gui.theme import apply_theme
from installer.model import Language
from installer.texts import use
from tests.gui.contrast_themes import BLACK, WHITE
from tests.gui.driver import settle
from tests.gui.gallery_index import TITLE, write_index
from tests.gui.pseudo import load_pseudo
from tests.gui.states import PARTS, full_setup
from tests.gui.stations import Part

LARGE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """One way to show every state: in a language, in a scheme, as large as wanted."""

    name: str
    language: Language
    scheme: str
    text: float = 1.0
    pseudo: bool = False

    def put_on(self, application: QApplication) -> None:
        """The window that is on screen follows, as it does when the system changes."""
        match self.scheme:
            case "contrast":
                apply_theme(application, system=BLACK)
            case "contrast-white":
                apply_theme(application, system=WHITE)
            case _:
                apply_theme(application, dark=self.scheme == "dark")
        use(self.language)
        if self.pseudo:
            QCoreApplication.installTranslator(load_pseudo())

    def take_off(self) -> None:
        if self.pseudo:
            QCoreApplication.removeTranslator(load_pseudo())


LOOKS: Final = (
    *(Look(f"{language}-{scheme}", language, scheme) for language in Language for scheme in ("light", "dark")),
    Look("fr-contrast", Language.FR, "contrast"),
    Look("en-contrast-white", Language.EN, "contrast-white"),
    Look("qps-light", Language.EN, "light", pseudo=True),
    Look("fr-text200", Language.FR, "light", text=LARGE),
)
SCALED: Final = Look("fr-scale200", Language.FR, "light")
"""In a process of its own: the scale of the screen is read when Qt starts."""


def render(folder: FilePath, looks: Sequence[Look], parts: Sequence[Part] = PARTS) -> None:
    """Writes one PNG for each state in each look. One run serves the languages of one scheme and size."""
    folder.mkdir(parents=True, exist_ok=True)
    application = ensure_application()
    points = application.font().pointSizeF()
    for text, scheme in dict.fromkeys((look.text, look.scheme) for look in looks):
        font = application.font()
        font.setPointSizeF(points * text)
        application.setFont(font)
        chosen = [look for look in looks if (look.text, look.scheme) == (text, scheme)]
        chosen[0].put_on(application)
        for part in parts:
            part(chosen[0].language, partial(_shoot, folder, application, chosen))


def _shoot(folder: FilePath, application: QApplication, looks: Sequence[Look], state: str, window: QWidget) -> None:
    bars = [area.verticalScrollBar() for area in window.findChildren(QScrollArea)]
    places = [(bar, bar.value(), 0 < bar.value() == bar.maximum()) for bar in bars]
    for look in looks:
        look.put_on(application)
        settle()
        for bar, value, at_the_end in places:  # another language makes the page anew, from its beginning
            bar.setValue(bar.maximum() if at_the_end else value)
        image = window.grab().toImage()
        image.setText(TITLE, _headed(window).accessibleName())
        image.save(str(folder / f"{state}.{look.name}.png"))
        look.take_off()
    looks[0].put_on(application)
    settle()


def _headed(window: QWidget) -> QWidget:
    return next((heading for heading in window.findChildren(Heading) if heading.isVisible()), window)


def _scaled(folder: FilePath) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    command = (sys.executable, "-m", "tests.gui.gallery", "--scaled", str(folder))
    subprocess.run(command, env=environment, check=True)


PICTURES: Final = {
    "plan.png": ("3-plan", "en-light"),
    "choose.png": ("1-choose", "en-dark"),
    "termine.png": ("6-done", "fr-light"),
}
"""What README shows, and the state and look it is of."""


def pictures(target: FilePath) -> None:
    """Few colours make a small file: a window has hardly more than a palette holds, but for the band at its edge."""
    wanted = {look for _, look in PICTURES.values()}
    with tempfile.TemporaryDirectory() as folder:
        render(FilePath(folder), [look for look in LOOKS if look.name in wanted], (full_setup,))
        for name, (state, look) in PICTURES.items():
            image = QImage(str(FilePath(folder) / f"{state}.{look}.png")).convertToFormat(QImage.Format.Format_RGB32)
            image.setText(TITLE, "")
            band = {image.pixel(1, place): 1 for place in range(0, image.height(), image.height() // 32)}
            common = Counter(memoryview(image.constBits()).cast("B").cast("I")).most_common(256 - len(band))
            table = [*band, *dict(common)][:256]
            small = image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)
            small.save(str(target / name))


def main(arguments: list[str]) -> None:
    match arguments:
        case ["--scaled", folder]:
            render(FilePath(folder), [SCALED])
        case ["--pictures", target]:
            pictures(FilePath(target))
        case [folder, *languages] if not folder.startswith("-"):
            render(FilePath(folder), [look for look in LOOKS if not languages or look.language in languages])
            if not languages:
                _scaled(FilePath(folder))
            write_index(FilePath(folder))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
