"""Drives the wizard from outside: by keyboard alone, with a browser where the wizard asks for one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from installer.texts import translate
from tests.package.screen import Browser, Window, colours, until

TITLE = "GLIMPS"


class Keyboard:
    """Presses the keys that lead from page to page; keeps a picture of each in `folder`."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self._folder = browser, folder
        self.window = Window(TITLE)
        self.keep("1-first", self.window.settled())

    def keep(self, name: str, picture: QImage) -> None:
        assert colours(picture) > 20, f"nothing is drawn on {name}"
        picture.save(str(self._folder / f"{name}.png"))

    def press(self, context: str, text: str) -> None:
        """Presses the button with this text by the letter that it underlines: Enter does not change a tenant."""
        shown = translate(context, text)
        self.window.key(f"alt+{shown[shown.index('&') + 1].lower()}")

    def sign_in(self, sign_in: Callable[[str], object], signed_in: Callable[[], object]) -> None:
        """Enter on the first page chooses the full setup, Enter on the second opens the browser."""
        self.keep("2-sign-in", self.window.turn("Return"))
        self.window.key("Return")
        address, library_path = until(self.browser.opened, "the browser")
        assert library_path == "", "the browser would load our libraries"
        sign_in(address)
        until(signed_in, "the tenant")
        self.keep("3-tenant", self.window.settled())
        self.keep("4-plan", self.window.turn("Return"))

    def deliver(self, recipient: str, folder: Path) -> Path:
        """Says yes to the plan, and delivers into the folder that the page proposes, to this public key."""
        self.press("PlanPage", "Create &and grant consent")
        # The page of the run turns by itself, and stands still for moments before: the wait for Microsoft is simulated.
        self.keep("5-deliver", self.window.settled(self.window.picture(), calm=6.0))
        self.window.turn("Down")
        self.window.key("Tab")
        self.window.type(recipient)
        self.keep("6-recipient", self.window.settled())
        self.press("DeliverPage", "Save &encrypted file")
        (bundle,) = until(lambda: list(folder.glob("*.age")), "the bundle")
        self.keep("7-done", self.window.settled())
        return bundle
