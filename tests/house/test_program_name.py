"""What is told to others names the console program that is released, and no name that would start the wizard."""

import dev_package
from installer.program import RELEASED
from tests.house.source import ROOT

STANDS_FOR_SOMETHING_ELSE = {
    "installer/gui/app.py",  # the wizard's own name for the desktop
    "installer/report/calendar.py",  # the domain of a reminder's identifier
}


def test_the_released_name_is_that_of_the_package() -> None:
    assert dev_package.NAMES[1] == RELEASED


def test_nobody_is_told_the_name_of_the_python_package() -> None:
    files = [*ROOT.glob("installer/**/*.py"), *ROOT.glob("resources/**/*.html"), ROOT / "README.md"]
    files += [*ROOT.glob("i18n/*.ts")]
    told = {str(path.relative_to(ROOT)) for path in files if "glimps-odsp-setup" in path.read_text(encoding="utf-8")}
    assert told == STANDS_FOR_SOMETHING_ELSE
