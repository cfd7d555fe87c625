"""Prints, as JSON, what the program says in one language: `python -m tests.texts.say_everything LANGUAGE`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.request import Request, urlopen

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import package_files
import windows_resources
from icu_data import UNUSED_ITEM
from installer.config.manifest import load_manifest
from installer.console.arguments import COMMANDS, WIZARD
from installer.console.help import help_text
from installer.demo import INSTANT, Tenant
from installer.demo.entra import pages
from installer.demo.entra.pages import chosen_speech
from installer.demo.people import USERS
from installer.demo.permissions import SCOPES
from installer.engine import generate_passphrase
from installer.guide import guide_name, subject_of, to_bicep, to_html, to_terraform, to_text
from installer.model import Language
from installer.report import to_html as receipt_html
from installer.report import to_mail
from installer.texts import hand_over_message, landing, long_date, use
from tests.gui import fit
from tests.gui.driver import CHOOSE, DELIVER, PLAN, SIGN_IN, Driver, settle, themed_application
from tests.report import samples
from tests.tenants import SCENARIOS


def printed() -> Iterator[tuple[str, str]]:
    """What is written to files, mails and consoles, by a name."""
    subject, receipts = subject_of(load_manifest()), samples.samples()
    for command in (WIZARD, *COMMANDS):
        yield f"help of {command or 'the program'}", help_text(command, "XX", load_manifest(), tuple(SCENARIOS), 500)
    yield from (("guide", to_html(subject)), ("guide as text", to_text(to_html(subject))))
    yield from (("terraform", to_terraform(subject)), ("bicep", to_bicep(subject)))
    yield from ((f"receipt: {name}", receipt_html(receipt)) for name, receipt in receipts.items())
    yield "mail", to_mail(receipts["result"])
    yield "message", hand_over_message(samples.CONTOSO, samples.APPLICATION, samples.PROFILE, "https://x.test", None)
    yield "landing", landing(True)


def walked(language: Language) -> dict[str, list[str]]:
    """On each page up to the delivery, the texts without a translation; and what the menu of languages shows."""
    themed_application()
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant, Driver(tenant, Language.EN) as driver:
        menu = driver.wizard.sidebar.language
        found = {"menu": [action.text() for action in menu.menu().actions()]}
        menu.choose(language)
        for number in (CHOOSE, SIGN_IN, PLAN, DELIVER):
            driver.go_to(number)
            settle()
            found[type(driver.page).__name__] = list(fit.untranslated(driver.wizard))
        found["button"] = [menu.text()]
        return found


def signed_in(language: Language) -> Iterator[tuple[str, str]]:
    """The embedded tenant's sign-in pages, by name."""
    accepts = {"Accept-Language": f"{language},en;q=0.5"}
    with Tenant(SCENARIOS["clean"]) as tenant:
        for name, path in (("device code", "/devicelogin"), ("signed out", "/organizations/oauth2/v2.0/logout")):
            with urlopen(Request(tenant.backend.pages + path, headers=accepts)) as answer:
                yield f"sign-in page: {name}", answer.read().decode()
        speech = chosen_speech(accepts.values(), tenant.scenario.translations)
    page = pages.consent_page(
        speech, "", "Contoso", USERS[0], [speech.say(scope.title) for scope in SCOPES], behalf=True
    )
    yield "sign-in page: consent", page.body.decode()


def main(language: Language) -> None:
    shown = walked(language)
    use(language)
    travels = [f"qtbase_{language}.qm", f"coll/{language}.res"]
    told = {
        "pages": shown,
        "printed": {**dict(printed()), **dict(signed_in(language))},
        "date": long_date(datetime(2027, 10, 3, 12, tzinfo=UTC)),
        "passphrase": generate_passphrase().reveal(),
        "guide": guide_name(),
        "package": [
            package_files.wanted((f"PySide6/translations/{travels[0]}", "", "DATA")),
            UNUSED_ITEM.fullmatch(f"icudt73l/{travels[1]}") is None,
        ],
        "windows": windows_resources.descriptions(),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Language(sys.argv[1]))
