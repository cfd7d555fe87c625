"""Names from a tenant and words of a service, whatever is in them, in every output: they are data on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from installer.answers import Row, read
from installer.config.manifest import load_manifest
from installer.console.json_events import to_line
from installer.console.output import Output
from installer.demo import INSTANT, Tenant
from installer.errors.files import NotABundle
from installer.errors.graph import GraphError
from installer.errors.usage import AmbiguousApplication
from installer.events import Compared, Delivered, Event, Failed, Planned, SignedIn, SignInDeviceCode, Warned
from installer.foreign import is_plain, visible
from installer.model import (
    Able,
    Account,
    Application,
    Bundle,
    Exposure,
    Fate,
    Finding,
    Line,
    Organization,
    PlanLine,
    Question,
    Rights,
    Thing,
    Verdict,
    credential_line,
)
from installer.registration.judgement import Standard, judge
from installer.registration.mapper import read_application, read_federated, read_organization, read_owner
from installer.report import result_receipt, to_html, to_ics, to_mail
from installer.texts import explain, hand_over_message, live_credentials, question_lines
from installer.transport import Response
from tests.faults.commands import JOURNEYS, Person
from tests.report.samples import MANIFEST, MOMENT, OUTCOME, PROFILE, ROLES, TENANT_ID, occasion, setup_plan
from tests.tenants import SCENARIOS

ACTING = (
    "\n\r\t\x0b\x0c\x1b\x07\x00\x7f\x85\x9b\u2028\u2029\u202a\u202e\u2066\u2069\u200e\u200f\u061c"
    "\u200b\ufeff\xad\U000e0041"
)
WORDS = st.text(st.sampled_from(ACTING + "aé株/|{}%<\"'\\;,\u200c\u200d\xa0") | st.characters(), max_size=30).map(
    "n".__add__
)
FORGED = "x\n  Client secret “y”  –  in place, unchanged\x1b]52;c;ZXZpbA==\x07\u202e"
STANDARD = Standard(MANIFEST, PROFILE, "graph", ROLES, MOMENT, grants=True)
CLIENT = "22222222-2222-4222-8222-222222222222"


def row(document: Mapping[str, object]) -> Row:
    return read(Response("graph.example", 200, {}, json.dumps(document).encode()))


def found(name: str) -> tuple[Organization, Application]:
    """The organization and the application as Microsoft Graph tells them."""
    organization = {"id": TENANT_ID, "displayName": name, "verifiedDomains": [{"name": name, "isDefault": True}]}
    credential = {"keyId": CLIENT, "displayName": name}
    ids = {"id": CLIENT, "appId": CLIENT, "displayName": name, "signInAudience": name}
    application = {**ids, "passwordCredentials": [credential], "web": {"redirectUris": [name]}}
    return read_organization(row({"value": [organization]})), replace(
        read_application(row(application)), exposure=hanging_on(name)
    )


def hanging_on(name: str) -> Exposure:
    """An owner and a federated credential of that name."""
    owner = read_owner(row({"id": CLIENT, "displayName": name, "userPrincipalName": name}))
    federated = read_federated(row({"id": CLIENT, "name": name, "issuer": name, "subject": name, "audiences": [name]}))
    return Exposure(owners=(owner,), federated=(federated,))


def events(name: str) -> tuple[Event, ...]:
    organization, application = found(name)
    account = Account(TENANT_ID, "", visible(name), visible(name))
    (entry,) = application.credentials
    plan: tuple[PlanLine, ...] = (
        Line(Thing.APPLICATION, Fate.KEPT, application.name),
        Line(Thing.SECRET, Fate.KEPT, entry.description or ""),
        credential_line(entry, Fate.KEPT),
    )
    findings: tuple[Finding, ...] = (Line(Thing.APPLICATION, Verdict.IN_PLACE, application.name),)
    return (
        SignedIn(organization, account, Rights((), Able.CAN, Able.CAN)),
        SignInDeviceCode(visible(name), visible(name), 900),
        Planned(plan),
        Compared(findings),
        Delivered(Bundle(name, "00", ())),
        Failed(AmbiguousApplication(name, (application,))),
        Failed(GraphError(400, name, name, name)),
        Warned(NotABundle(name)),
    )


def printed(event: Event, as_json: bool) -> str:
    said, told = StringIO(), StringIO()
    with redirect_stdout(told if as_json else said), redirect_stderr(said):
        Output(load_manifest(), json=as_json).report(event)
    return said.getvalue()


@settings(deadline=None, max_examples=60)
@given(WORDS)
@example(FORGED)
def test_no_name_adds_a_line_to_the_console_or_acts_there(name: str) -> None:
    for event, plain in zip(events(name), events("plain"), strict=True):
        for as_json in (False, True):
            said = printed(event, as_json)
            assert said.count("\n") == printed(plain, as_json).count("\n")
            assert is_plain(said, lines=True), repr(said)


@settings(deadline=None, max_examples=60)
@given(WORDS)
@example(FORGED)
def test_an_event_is_one_line_of_ascii_with_the_name_in_it(name: str) -> None:
    for event in events(name):
        line = to_line(event, [])
        assert line.isascii()
        assert is_plain(line)
    assert json.loads(to_line(events(name)[0], []))["tenant_name"] == visible(name)


@settings(deadline=None, max_examples=60)
@given(WORDS)
@example(FORGED)
def test_errors_say_it_on_one_line(name: str) -> None:
    for event in events(name):
        if isinstance(event, Failed):
            words = explain(event.error)
            assert all(is_plain(text) for text in (words.title, words.what, words.hint, words.sentence))


def documents(name: str) -> dict[str, str]:
    organization, application = found(name)
    account = Account(TENANT_ID, "", visible(name), visible(name))
    where = replace(occasion(organization), account=account)
    receipt = result_receipt(where, setup_plan(), replace(OUTCOME, application=application))
    return {
        "page": to_html(receipt),
        "mail": to_mail(receipt),
        "calendar": re.sub("\r\n ?", "\n", to_ics(receipt)),
        "message": hand_over_message(organization, application, PROFILE, "https://consent", "https://portal"),
        "credentials": "\n".join(live_credentials(application, None, MOMENT, "glimps-odsp-setup")),
        "question": "\n".join(question_lines(Question(application, judge(application, STANDARD), ()))),
    }


@settings(deadline=None, max_examples=40)
@given(WORDS)
@example(FORGED)
def test_no_name_adds_a_line_to_a_document(name: str) -> None:
    for kind, text in documents(name).items():
        assert is_plain(text, lines=True), (kind, repr(text))
        if kind in ("mail", "message", "credentials", "question"):
            assert text.count("\n") == documents("plain")[kind].count("\n")
        if kind == "calendar":
            properties = [line.partition(":")[0] for line in text.splitlines()]
            assert properties.count("SUMMARY;LANGUAGE=en") <= 1
            assert properties.count("BEGIN") == 3


@pytest.mark.parametrize("json_events", [False, True])
def test_in_a_whole_run_the_forged_line_is_nowhere(json_events: bool, tmp_path: Any) -> None:
    """Organization and account bear the words; everything that the console says, with events and without."""
    scenario = SCENARIOS["clean"].with_delays(INSTANT)
    account = replace(scenario.account, given_name=FORGED, surname="")
    with Tenant(replace(scenario, account=account)) as tenant:
        tenant.state.display_name = FORGED
        person = Person(tenant, tmp_path)
        assert person.run((*JOURNEYS[1].argv, "--report", "r.html")) == 0
        said = person.said.getvalue()
        if not json_events:
            said = "\n".join(line for line in said.splitlines() if not line.startswith("{"))
        assert is_plain(said, lines=True)
        assert not re.search(r"(?m)^\s*Client secret “y”", said)
        assert "Client secret “y”" in said
        page = (tmp_path / "r.html").read_text(encoding="utf-8")
        assert is_plain(page, lines=True)


@settings(deadline=None)
@given(st.text())
def test_what_is_plain_stays_as_it_is_and_the_rest_says_its_numbers(text: str) -> None:
    shown = visible(text)
    assert is_plain(shown)
    assert (shown == text) == is_plain(text)
    assert visible(shown) == shown


def test_names_of_other_scripts_stay_as_their_people_write_them() -> None:
    for name in ("Élagage\u00a0SA", "می\u200cخواهم", "क्\u200dष", "株式会社", "👩\u200d💻 Ltd"):
        assert visible(name) == name
