"""Whatever JSON is sent, the service answers; it never falls over."""

from __future__ import annotations

import contextlib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from installer.demo.graph.answers import Refusal
from installer.demo.graph.applications import check_application
from installer.demo.graph.gateway import read_parts
from installer.demo.resources import new_application
from tests.demo.client import Client

_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_NAMES = st.sampled_from(sorted(new_application("", "", ""))) | st.text(max_size=5)


@given(st.dictionaries(_NAMES, _JSON, max_size=4))
@settings(max_examples=300)
def test_any_application_is_taken_or_refused(body: dict[str, Any]) -> None:
    for current in (None, new_application("id", "app", "2026-01-01T00:00:00Z")):
        with contextlib.suppress(Refusal):
            check_application({"displayName": "x", **body}, current)


@given(
    _JSON
    | st.fixed_dictionaries(
        {
            "requests": st.lists(
                st.dictionaries(
                    st.sampled_from(["id", "method", "url", "headers", "body", "dependsOn"]), _JSON, max_size=6
                ),
                max_size=3,
            )
        }
    )
)
def test_any_batch_is_taken_or_refused(body: Any) -> None:
    with contextlib.suppress(Refusal):
        assert read_parts(body)


def test_bodies_of_the_wrong_type_are_400s(admin: Client) -> None:
    made = admin.make_application()
    principal = admin.make_service_principal(made)
    paths = (
        "/applications",
        f"/applications/{made['id']}/addPassword",
        f"/applications/{made['id']}/removePassword",
        "/servicePrincipals",
        f"/servicePrincipals/{principal['id']}/appRoleAssignments",
        "/$batch",
    )
    bodies: tuple[Any, ...] = ([], "text", 5, {"keyId": 5}, {"passwordCredential": 7}, {"colour": []}, {"requests": {}})
    for path in paths:
        for body in bodies:
            assert admin.call("POST", path, body).status_code == 400, (path, body)
