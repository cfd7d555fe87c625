"""Contrast, computed for each scheme; in high contrast nothing but the system's own colours."""

import dataclasses
import itertools

import pytest
from PySide6.QtGui import QColor, QPalette

from installer.gui.theme import (
    DARK,
    LIGHT,
    STRONG,
    VISIBLE,
    Colours,
    apply_theme,
    colours_in_use,
    colours_of,
    contrast,
    contrasting,
    palette_of,
)
from tests.gui.contrast_themes import BLACK, FAINT, WHITE
from tests.gui.driver import Driver, settle, themed_application

ENOUGH = 4.5
"""Of text on its ground, outside high contrast (WCAG 2.1, 1.4.3)."""
SYSTEMS = {"black": BLACK, "white": WHITE, "faint": FAINT}
EVERY = {"light": LIGHT, "dark": DARK, **{name: contrasting(one) for name, one in SYSTEMS.items()}}
each = pytest.mark.parametrize("name", EVERY)
each_system = pytest.mark.parametrize("name", SYSTEMS)


def _texts(colours: Colours) -> list[tuple[str, str]]:
    """Every text of the style sheet with the ground it stands on."""
    plain = itertools.product(
        (colours.text, colours.muted, colours.link), (colours.ground, colours.panel, colours.info_ground)
    )
    return [
        *plain,
        (colours.error, colours.ground),
        (colours.error, colours.panel),
        (colours.done, colours.ground),
        (colours.on_accent, colours.accent),
        (colours.on_accent, colours.accent_hover),
        (colours.warning, colours.warning_ground),
        *((text, colours.warning_ground) for text in (colours.text, colours.link)),
        *((text, colours.error_ground) for text in (colours.text, colours.muted, colours.link)),
    ]


def _edges(colours: Colours) -> list[tuple[str, str]]:
    """Rings of the focus, edges of what is pressed or filled in, and the bar's filling."""
    rings = itertools.product((colours.link, colours.edge), (colours.ground, colours.panel, colours.info_ground))
    return [*rings, (colours.accent, colours.ground)]


@each
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    least = STRONG if name in SYSTEMS else ENOUGH
    assert {pair: ratio for pair in _texts(EVERY[name]) if (ratio := contrast(*pair)) < least} == {}


@pytest.mark.parametrize("name", ["light", "dark", "black", "white"])
def test_rings_and_edges_can_be_seen(name: str) -> None:
    assert {pair: ratio for pair in _edges(EVERY[name]) if (ratio := contrast(*pair)) < VISIBLE} == {}


@each_system
def test_high_contrast_uses_no_colour_but_those_of_the_system(name: str) -> None:
    palette = SYSTEMS[name]
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    roles = [role for role in QPalette.ColorRole if role is not QPalette.ColorRole.NColorRoles]
    own = {palette.color(group, role).name() for group in groups for role in roles}
    fields = dataclasses.asdict(EVERY[name])
    used = {colour for value in fields.values() for colour in ((value,) if isinstance(value, str) else value)}
    assert used <= own


@each
def test_the_palette_tells_its_colours(name: str) -> None:
    assert colours_of(palette_of(EVERY[name])) == EVERY[name]


def test_an_open_window_follows_the_system_from_scheme_to_scheme(driver: Driver) -> None:
    application = themed_application()
    for wanted in (DARK, LIGHT):
        apply_theme(application, dark=wanted is DARK)
        assert driver.wizard.sidebar.grab().toImage().pixelColor(1, 1) == QColor(wanted.brand[0])
        assert colours_of(driver.page.palette()) is wanted
    apply_theme(application, system=BLACK)
    settle()
    assert colours_of(driver.page.palette()) == contrasting(BLACK)
    assert colours_in_use() == contrasting(BLACK)
    grounds = {driver.wizard.grab().toImage().pixelColor(*place).name() for place in ((1, 1), (400, 500))}
    assert grounds == {"#000000"}
    themed_application()


def test_a_white_contrast_theme_is_not_taken_for_the_light_scheme() -> None:
    assert colours_of(WHITE) != LIGHT


def test_a_foreign_palette_is_respected() -> None:
    palette = QPalette(QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    assert colours_of(palette).text == "#ffff00"
    assert colours_of(palette).muted == "#ffff00"
