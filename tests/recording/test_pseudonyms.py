"""Pseudonyms keep identity and shape, and give nothing of what they stand for away."""

from __future__ import annotations

import ipaddress
import re
import secrets
import string
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from installer.model import GRAPH_APP_ID
from installer.recording.pseudonyms import DOMAIN, GUID, MAIL, Pseudonyms
from installer.recording.scrubbing import Scrubber
from installer.recording.vocabulary import is_known
from installer.recording.withheld import WITHHELD, mask, secrets_in, without_secrets

OURS = ("Microsoft ODSP Connector GLIMPS", "glimps-odsp-connector", "GlimpsOdspConnector", "Files.Read.All")


def fresh() -> Scrubber:
    return Scrubber(Pseudonyms(secrets.token_bytes(32), frozenset({GRAPH_APP_ID})), OURS)


NAMES = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40)
LABELS = st.text(string.ascii_lowercase + string.digits, min_size=3, max_size=20)
DOMAINS = st.builds(
    lambda label, top: f"{label}.{top}", LABELS, st.sampled_from(("com", "onmicrosoft.com", "local", "fr"))
)
MAILS = st.builds(lambda user, domain: f"{user}@{domain}", LABELS, DOMAINS)


@given(st.uuids())
def test_an_id_stays_an_id_and_the_same_one(value: UUID) -> None:
    scrubber = fresh()
    stand_in = scrubber.text(str(value))
    assert GUID.fullmatch(stand_in)
    assert stand_in != str(value)
    assert scrubber.text(str(value).upper()) == stand_in
    assert scrubber.sentence(f"Resource '{value}' does not exist") == f"Resource '{stand_in}' does not exist"
    assert scrubber.path(f"/v1.0/applications/{value}").endswith(stand_in)
    assert fresh().text(str(value)) != stand_in, "another key"


@given(DOMAINS)
def test_a_domain_stays_a_domain_and_its_label_the_same_one(domain: str) -> None:
    scrubber = fresh()
    stand_in = scrubber.text(domain)
    assert DOMAIN.fullmatch(stand_in)
    assert domain.partition(".")[0] not in stand_in
    assert stand_in.endswith(".onmicrosoft.com") is domain.endswith(".onmicrosoft.com")
    assert scrubber.sentence(f"in {domain}.") == f"in {stand_in}."
    assert scrubber.address(f"https://{domain}/") == f"https://{stand_in}/"


@given(MAILS)
def test_an_address_stays_an_address_in_its_domain(mail: str) -> None:
    scrubber = fresh()
    stand_in = scrubber.text(mail)
    assert MAIL.fullmatch(stand_in)
    assert stand_in.partition("@")[2] == scrubber.text(mail.partition("@")[2])
    assert mail.partition("@")[0] not in stand_in
    assert scrubber.sentence(f"'{mail}'") == f"'{stand_in}'"


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_an_ip_address_stays_one_that_is_nobodys(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    scrubber = fresh()
    stand_in = ipaddress.ip_address(scrubber.text(str(address)) if "::" not in str(address) else "198.18.0.1")
    assert not stand_in.is_global


@given(NAMES, NAMES)
def test_two_names_are_told_apart_and_one_is_known_again(one: str, other: str) -> None:
    assume(one.casefold() != other.casefold())
    pseudonyms = Pseudonyms(b"k" * 32, frozenset())
    assert pseudonyms.name(one) == pseudonyms.name(one) != pseudonyms.name(other)


@given(NAMES)
def test_a_name_in_a_field_is_not_shown(name: str) -> None:
    number, moment = r"\d{1,4}", r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?|\d{8}T\d{6}Z"
    duration = r"P(\d+[YMWD])*(T(\d+[HMS])*)?"
    assume(not re.fullmatch(f"{number}|{moment}|{duration}", name) and len(name) > 3)
    told = fresh().document({"displayName": name, "givenName": name})
    assert name not in told["displayName"]
    assert told["displayName"] == told["givenName"]


@given(
    st.text(string.ascii_letters + "éèüñ", min_size=5, max_size=24),
    st.sampled_from(("'{}'", "({})", "{}", "{},", "“{}”")),
)
def test_a_word_that_is_not_common_is_not_shown_in_a_sentence(word: str, around: str) -> None:
    assume(not is_known(word))
    told = fresh().sentence("The tenant " + around.format(word) + " does not exist.")
    assert word not in told
    assert told.startswith("The tenant ")
    assert told.endswith("does not exist.")


@given(NAMES)
def test_a_name_that_was_learnt_is_found_in_sentences_even_of_common_words(name: str) -> None:
    name = f"Apple {name.strip()}".strip()
    scrubber = fresh()
    scrubber.document({"displayName": name})
    scrubber.finish_learning()
    stand_in = scrubber.document({"displayName": name})["displayName"]
    assert scrubber.sentence(f"User of '{name}' unknown") == f"User of '{stand_in}' unknown"


@pytest.mark.parametrize(
    "text",
    [
        *OURS,
        GRAPH_APP_ID,
        "00000003-0000-0ff1-ce00-000000000000",
        "GlimpsOdspConnectorPending20271124T035506Z",
        "2027-11-24T03:55:06Z",
        "P180D",
    ],
)
def test_what_is_everybodys_stays(text: str) -> None:
    assert fresh().document({"displayName": text}) == {"displayName": text}


@pytest.mark.parametrize(
    "sentence",
    [
        "Another object with the same value for property uniqueName already exists.",
        "AADSTS7000215: Invalid client secret provided.",
        "Tenant does not have a SPO license.",
        "Insufficient privileges to complete the operation.",
        "Permission being assigned already exists on the object",
        "Continuous access evaluation resulted in claims challenge with result: InteractionRequired",
        "Lifetime validation failed, the token is expired.",
        "The permission Files.Read.All of Microsoft.Graph is missing (400, v1.0).",
    ],
)
def test_a_sentence_that_names_nobody_stays_as_it_is(sentence: str) -> None:
    assert fresh().sentence(sentence) == sentence


@pytest.mark.parametrize(
    "name", ["apple.com", "orange.fr", "10.0.0.1", "+33612345678", "x9tenant", "tenant@app", "Qwvault"]
)
def test_what_names_somebody_although_its_words_are_common_does_not_stay(name: str) -> None:
    assert name not in fresh().sentence(f"The host {name} answered.")


def test_a_filter_and_a_key_keep_their_form() -> None:
    scrubber = fresh()
    told = scrubber.asked(
        "/v1.0/applications?$filter=displayName eq 'O''Brien' or appId eq 'x'&$select=id,appId&$top=5"
    )
    assert re.fullmatch(
        r"/v1\.0/applications\?\$filter=displayName%20eq%20'name-\w+'%20or%20appId%20eq%20'name-\w+'&\$select=id,appId&\$top=5",
        told,
    )
    assert scrubber.asked("/v1.0/applications(uniqueName='glimps-odsp-connector')").endswith("'glimps-odsp-connector')")


def test_the_beginning_of_an_id_in_a_name_of_ours_is_that_of_its_pseudonym() -> None:
    scrubber = fresh()
    stand_in = scrubber.text("12345678-0000-4000-8000-000000000001")
    assert scrubber.text("glimps-odsp-connector-12345678") == f"glimps-odsp-connector-{stand_in[:8]}"


@given(st.dictionaries(st.sampled_from(("client_secret", "code", "device_code", "secretText", "refresh_token")), NAMES))
def test_a_field_of_a_form_that_is_secret_is_withheld(form: dict[str, str]) -> None:
    told = without_secrets({"grant_type": "x", **form})
    assert all(told[name] == WITHHELD for name in form)
    assert set(secrets_in({"grant_type": "x", **form})) == set(form.values())


def test_the_code_of_an_error_is_no_secret() -> None:
    error = {"error": {"code": "Request_BadRequest", "message": "no", "details": [{"code": "x", "message": "no"}]}}
    assert without_secrets(error) == error
    assert not list(secrets_in(error))


@given(st.text(min_size=4, max_size=30), st.text(max_size=20))
def test_a_secret_is_masked_wherever_it_is_repeated(secret: str, around: str) -> None:
    assert secret not in mask({"message": [around + secret + around]}, [secret])["message"][0].replace(WITHHELD, "")
