"""The guards of tests/conftest.py, tried out."""

import logging
import os
import socket
import urllib.request
from pathlib import Path

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "contoso.example"])
def test_nothing_leaves_this_computer(host: str, no_call_outside: list[str]) -> None:
    with pytest.raises(OSError, match="do not leave this computer"):
        socket.create_connection((host, 443), timeout=1)
    assert no_call_outside == [host]
    no_call_outside.clear()


def test_a_swallowed_refusal_is_remembered(no_call_outside: list[str]) -> None:
    with pytest.raises(OSError, match="do not leave this computer"):
        urllib.request.urlopen("https://contoso.example/", timeout=1)
    assert no_call_outside == ["contoso.example"]
    no_call_outside.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_is_open(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1]), timeout=5).close()


@pytest.mark.expects_log("the disk of .* is full")
def test_an_error_that_belongs_to_the_test_is_named_by_it() -> None:
    logging.getLogger("contoso").error("the disk of %s is full", "Contoso")


def test_home_is_empty_and_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []


def test_no_proxy_of_the_person_is_left() -> None:
    assert {name.lower() for name in os.environ if name.lower().endswith("_proxy")} == {"no_proxy"}
    assert urllib.request.getproxies().keys() <= {"no"}
