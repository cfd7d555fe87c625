"""The payload and its JSON: what is written is read back, and what was not written by us is refused."""

from __future__ import annotations

import copy
import json
import tomllib
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from installer.bundle.payload import (
    ConnectorKeys,
    Payload,
    PayloadApplication,
    PayloadCloud,
    SecretCredential,
    compose,
    to_json,
)
from installer.bundle.reading import from_json
from installer.errors.base import SetupError
from installer.errors.files import DamagedBundle, NotABundle, UnknownBundleVersion
from installer.files import resource
from installer.foreign import is_plain
from installer.model import Organization, Secret
from tests.bundle import samples

Document = dict[str, Any]
PAYLOADS = [
    samples.secret_payload(),
    samples.certificate_payload(),
    samples.public_certificate_payload(),
    samples.federated_payload(),
]
GUIDS = st.uuids().map(str)
TEXTS = st.text(min_size=1).filter(is_plain)
MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)


def validator() -> Draft202012Validator:
    schema = json.loads(resource("bundle.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def sample(payload: Payload = PAYLOADS[0]) -> Document:
    document: Document = json.loads(to_json(payload))
    return document


def read(document: object) -> Payload:
    return from_json(json.dumps(document).encode(), "x.age")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_written_is_read_back(payload: Payload) -> None:
    assert from_json(to_json(payload), "x.age") == payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_schema_takes_what_is_written(payload: Payload) -> None:
    validator().validate(sample(payload))


@settings(deadline=None, database=None)
@given(st.data())
def test_any_unicode_comes_back_as_it_was(data: st.DataObject) -> None:
    ids = data.draw(st.lists(GUIDS, min_size=5, max_size=5, unique=True))
    payload = Payload(
        created=data.draw(MOMENTS),
        cloud=PayloadCloud(data.draw(TEXTS), "https://login.example", "https://graph.example:8443"),
        tenant=Organization(ids[0], data.draw(TEXTS), data.draw(TEXTS)),
        application=PayloadApplication(data.draw(TEXTS), ids[1], ids[2], ids[3], data.draw(st.none() | TEXTS)),
        credential=SecretCredential(ids[4], data.draw(MOMENTS), Secret(data.draw(TEXTS))),
        profile=data.draw(TEXTS),
        granted=tuple(data.draw(st.lists(TEXTS, max_size=3))),
        connector=ConnectorKeys("m365_tenant_id", "m365_client_id", "m365_client_secret"),
        notes=data.draw(st.text(st.characters(exclude_categories=["Cs"]))),
        proven=data.draw(st.booleans()),
    )
    written = to_json(payload)
    validator().validate(json.loads(written))
    assert from_json(written, "x.age") == payload


def test_the_keys_stand_in_the_documented_order() -> None:
    document = sample()
    assert list(document) == [
        "format", "version", "created", "cloud", "tenant", "application", "credential", "permissions", "connector",
        "proven", "notes",
    ]  # fmt: skip
    assert list(document["cloud"]) == ["id", "authority", "graph"]
    assert list(document["tenant"]) == ["id", "name", "domain"]
    assert list(document["application"]) == ["name", "client_id", "object_id", "service_principal_id", "unique_name"]
    assert list(document["credential"]) == ["kind", "key_id", "expires", "secret"]
    assert list(document["permissions"]) == ["profile", "granted"]
    assert list(document["connector"]) == ["m365_tenant_id", "m365_client_id", "m365_client_secret"]


def test_accents_are_written_as_they_are_and_lines_are_indented_by_two() -> None:
    written = to_json(PAYLOADS[0]).decode()
    assert "Société Générale d’Élagage" in written
    assert '\n  "format": "glimps-odsp-credentials",\n' in written


def test_a_certificate_has_no_secret_in_the_connectors_block() -> None:
    document = sample(PAYLOADS[1])
    assert list(document["credential"]) == ["kind", "key_id", "expires", "certificate"]
    assert list(document["connector"]) == [
        "m365_auth_mode", "m365_tenant_id", "m365_client_id", "m365_cert_thumbprint", "m365_app_object_id",
        "m365_cert_key_id",
    ]  # fmt: skip


def test_the_schema_names_the_keys_of_the_manifest() -> None:
    manifest = tomllib.loads(resource("connector.toml").read_text("utf-8"))
    schema = json.loads(resource("bundle.schema.json").read_text("utf-8"))
    assert set(schema["properties"]["connector"]["properties"]) == set(manifest["connector"].values())


def test_composing_cuts_moments_to_the_second_and_keeps_what_the_token_showed() -> None:
    moment = samples.CREATED.replace(microsecond=5)
    payload = compose(samples.credentials(), ("A", "B"), moment, "\ud800 pasted", samples.CONNECTOR, proven=True)
    assert payload.created == samples.CREATED
    assert payload.credential.expires == samples.EXPIRES
    assert payload.granted == ("A", "B")
    assert payload.notes == "? pasted"


def test_a_bundle_with_other_connector_names_is_read_with_its_own_names() -> None:
    document = sample()
    document["connector"] = {"secret": samples.VALUE, "tenant": samples.TENANT, "client": samples.CLIENT}
    assert read(document).connector == ConnectorKeys("tenant", "client", "secret")


def nothing_at(*path: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        inner = document
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]

    return change


def value_at(value: object, *path: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        inner = document
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        nothing_at("notes"),
        nothing_at("version"),
        nothing_at("tenant", "domain"),
        nothing_at("credential", "secret"),
        nothing_at("connector", "m365_client_secret"),
        nothing_at("application", "unique_name"),
        value_at("1", "version"),
        value_at(True, "version"),
        value_at(None, "notes"),
        value_at("x", "extra"),
        value_at("x", "cloud", "extra"),
        value_at("x", "tenant", "extra"),
        value_at("x", "application", "extra"),
        value_at("x", "credential", "extra"),
        value_at("x", "permissions", "extra"),
        value_at("x", "connector", "extra"),
        value_at("2026-11-23T10:20:30+01:00", "created"),
        value_at("2026-02-30T10:20:30Z", "created"),
        value_at("yesterday", "credential", "expires"),
        value_at("", "credential", "secret"),
        value_at(5, "credential", "secret"),
        value_at("password", "credential", "kind"),
        value_at("certificate", "credential", "kind"),
        value_at("contoso", "tenant", "id"),
        value_at("http://login.example", "cloud", "authority"),
        value_at("https://graph.example/v1.0", "cloud", "graph"),
        value_at("Sites.Read.All", "permissions", "granted"),
        value_at([5], "permissions", "granted"),
        value_at([], "credential"),
        nothing_at("proven"),
        value_at("yes", "proven"),
        value_at("secret", "connector", "m365_auth_mode"),
    ],
)
def test_schema_and_reader_refuse_the_same_damage(change: Callable[[Document], None]) -> None:
    document = copy.deepcopy(sample())
    change(document)
    with pytest.raises(DamagedBundle):
        read(document)
    if document.get("created") != "2026-02-30T10:20:30Z":  # jsonschema checks dates only with one more package
        with pytest.raises(ValidationError):
            validator().validate(document)


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (1, nothing_at("connector", "m365_cert_thumbprint")),
        (1, nothing_at("connector", "m365_auth_mode")),
        (1, nothing_at("connector", "m365_cert_key_id")),
        (1, value_at("federated", "connector", "m365_auth_mode")),
        (1, value_at("x", "connector", "m365_client_secret")),
        (1, nothing_at("credential", "certificate", "pem")),
        (2, value_at("", "credential", "certificate", "private_key_pem")),
        (3, nothing_at("connector", "m365_auth_mode")),
        (3, value_at("AB" * 20, "connector", "m365_cert_thumbprint")),
        (3, value_at("2027-11-23T10:20:30Z", "credential", "expires")),
        (3, nothing_at("credential", "federation", "issuer")),
        (3, value_at("x", "credential", "secret")),
    ],
)
def test_the_new_modes_are_held_to_their_own_keys(number: int, change: Callable[[Document], None]) -> None:
    document = copy.deepcopy(sample(PAYLOADS[number]))
    change(document)
    with pytest.raises(DamagedBundle):
        read(document)
    with pytest.raises(ValidationError):
        validator().validate(document)


def test_only_what_holds_a_key_is_secret() -> None:
    assert [payload.is_secret for payload in PAYLOADS] == [True, True, False, False]
    for payload in PAYLOADS[2:]:
        assert "PRIVATE KEY" not in to_json(payload).decode()


@pytest.mark.parametrize("key", ["m365_tenant_id", "m365_client_id", "m365_client_secret"])
def test_a_connector_value_that_is_not_the_one_above_is_damage(key: str) -> None:
    document = sample()
    document["connector"][key] = samples.PRINCIPAL
    with pytest.raises(DamagedBundle):
        read(document)


def test_a_lone_surrogate_is_damage() -> None:
    with pytest.raises(DamagedBundle):
        from_json(json.dumps({**sample(), "notes": "\ud800"}).encode(), "x.age")


@pytest.mark.parametrize("thumbprint", ["ab" * 20, "AB" * 19, "ZZ" * 20])
def test_a_thumbprint_is_forty_upper_case_digits(thumbprint: str) -> None:
    document = sample(PAYLOADS[1])
    document["credential"]["certificate"]["thumbprint_sha1"] = thumbprint
    with pytest.raises(DamagedBundle):
        read(document)
    with pytest.raises(ValidationError):
        validator().validate(document)


@pytest.mark.parametrize("version", [0, 2, 10**30])
def test_another_version_is_named(version: int) -> None:
    with pytest.raises(UnknownBundleVersion) as caught:
        read({"format": "glimps-odsp-credentials", "version": version, "anything": 1})
    assert (caught.value.path, caught.value.version) == ("x.age", str(version))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe", b"hello", b"[]", b"null", b"{}", b'{"format": "other", "version": 1}', b"[" * 100_000,
        b'{"format": "glimps-odsp-credentials", "format": "glimps-odsp-credentials"}', b'{"format": NaN}',
    ],
)  # fmt: skip
def test_anything_else_is_not_a_bundle(data: bytes) -> None:
    with pytest.raises(NotABundle):
        from_json(data, "x.age")


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_no_error_carries_the_secret(cut: int) -> None:
    whole = to_json(PAYLOADS[0])
    for data in (whole[: -cut - 1], whole.replace(b'"notes"', b'"nodes"'), whole + b"\xff"):
        with pytest.raises(SetupError) as caught:
            from_json(data, "x.age")
        told = "".join(traceback.format_exception(caught.value))
        chain: BaseException | None = caught.value
        while chain is not None:
            told += repr(vars(chain)) + repr(chain.args)
            assert not hasattr(chain, "doc")
            assert not hasattr(chain, "object")
            chain = chain.__cause__ or chain.__context__
        assert samples.VALUE not in told


def test_a_payload_does_not_show_its_secret() -> None:
    assert samples.VALUE not in repr(PAYLOADS[0])
    assert "made-up private key" not in repr(PAYLOADS[1])


ACTING = ("\n", "\r", "\x1b", "\x85", "\x9b", "\u2028", "\u2029", "\u202e", "\u2066", "\u200f")
PLACES = [
    ("tenant", "name"),
    ("tenant", "domain"),
    ("cloud", "id"),
    ("application", "name"),
    ("application", "unique_name"),
    ("credential", "secret"),
    ("permissions", "profile"),
]


@pytest.mark.parametrize("acting", ACTING, ids=ascii)
@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_a_value_that_would_act_where_it_is_shown_is_refused(place: tuple[str, str], acting: str) -> None:
    """A second line in `--format env`, a command to the terminal, a text that runs backwards."""
    document = sample()
    document[place[0]][place[1]] = f"x{acting}m365_client_secret: theirs"
    if place[1] == "secret":
        document["connector"]["m365_client_secret"] = document["credential"]["secret"]
    with pytest.raises(DamagedBundle):
        read(document)


@pytest.mark.parametrize("acting", ACTING, ids=ascii)
def test_a_connectors_key_that_would_act_is_refused(acting: str) -> None:
    document = sample()
    document["connector"][f"m365{acting}]52;c;ZXZpbA=="] = document["connector"].pop("m365_tenant_id")
    with pytest.raises(DamagedBundle):
        read(document)


@pytest.mark.parametrize("acting", ACTING, ids=ascii)
def test_notes_may_hold_anything_and_are_shown_as_escapes(acting: str) -> None:
    written = to_json(samples.secret_payload(notes=f"a{acting}b"))
    assert from_json(written, "x.age").notes == f"a{acting}b"
    assert is_plain(written.decode(), lines=True)
    assert f"a{acting}b" not in written.decode()


def test_pem_of_windows_has_lines_of_its_own() -> None:
    document = sample(PAYLOADS[1])
    pem = document["credential"]["certificate"]["pem"].replace("\n", "\r\n")
    document["credential"]["certificate"]["pem"] = pem
    read(document)
