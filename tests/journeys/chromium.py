"""The real browser: Debian's Chromium, driven as a person would use the sign-in pages."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support import expected_conditions as ec
from selenium.webdriver.support.wait import WebDriverWait

SECONDS = 20
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium(folder: Path, language: str) -> Iterator["Person"]:
    """A browser with an empty profile that prefers this language and reaches nothing but this computer."""
    driver, program = shutil.which("chromedriver"), shutil.which("chromium")
    if not driver or not program:
        pytest.skip("no Chromium with its driver here: `build/dev.py test` installs them on Debian")
    options = ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS, f"--user-data-dir={folder}", f"--accept-lang={language}", f"--lang={language}"):
        options.add_argument(flag)
    service = ChromeService(executable_path=driver, env={**os.environ, "HOME": str(folder)})
    browser = Chrome(options=options, service=service)
    try:
        yield Person(browser)
    finally:
        browser.quit()


class Person:
    """Somebody before the browser. `seen` holds the pages' languages in their order."""

    def __init__(self, browser: Chrome) -> None:
        self._browser = browser
        self.seen: list[str] = []

    def sign_in(self, url: str) -> str:
        """Signs in and accepts; returns the heading of the page that the browser ends on."""
        self._browser.get(url)
        self._press("sign-in")
        return self._consent()

    def enter_code(self, address: str, code: str) -> str:
        """Types the device code, signs in and accepts; returns the heading of the last page."""
        self._browser.get(address)
        self._find("otc").send_keys(code)
        self._press("next")
        self._press("sign-in")
        return self._consent()

    def refuse(self, url: str) -> str:
        self._browser.get(url)
        self._press("sign-in")
        self._press("cancel")
        return self._heading()

    def _consent(self) -> str:
        box = self._find("on-behalf")
        assert not box.is_selected(), "consent for the whole organization is never ticked beforehand"
        self._press("accept")
        return self._heading()

    def _press(self, name: str) -> None:
        self._find(name).click()

    def _find(self, name: str) -> WebElement:
        found = WebDriverWait(self._browser, SECONDS).until(ec.element_to_be_clickable((By.ID, name)))
        self._note()
        return found

    def _heading(self) -> str:
        gone = (By.CSS_SELECTOR, "#accept, #cancel, #answer")
        WebDriverWait(self._browser, SECONDS).until_not(ec.presence_of_element_located(gone))
        heading = WebDriverWait(self._browser, SECONDS).until(ec.presence_of_element_located((By.TAG_NAME, "h1")))
        self._note()
        return str(heading.text)

    def _note(self) -> None:
        self.seen.append(str(self._browser.find_element(By.TAG_NAME, "html").get_attribute("lang")))
