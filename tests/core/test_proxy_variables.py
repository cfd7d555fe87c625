"""The proxy that the environment names: every way in which people write it, and what is refused."""

import pytest

from installer.errors.network import UnusableProxy
from installer.system_proxy import variable_proxy
from installer.texts import explain

GRAPH = "https://graph.microsoft.com"
PROXY = "http://proxy.contoso.com:3128"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, None),
        ({"HTTPS_PROXY": PROXY}, PROXY),
        ({"https_proxy": PROXY}, PROXY),
        ({"https_proxy": PROXY, "HTTPS_PROXY": "http://other:1"}, PROXY),
        ({"https_proxy": "", "HTTPS_PROXY": PROXY}, PROXY),
        ({"https_proxy": "  ", "ALL_PROXY": PROXY}, PROXY),
        ({"all_proxy": PROXY}, PROXY),
        ({"HTTPS_PROXY": PROXY, "ALL_PROXY": "socks5://other:1"}, PROXY),
        ({"HTTP_PROXY": PROXY, "http_proxy": PROXY}, None),
        ({"HTTPS_PROXY": "proxy.contoso.com:3128"}, PROXY),
        ({"HTTPS_PROXY": " HTTP://proxy.contoso.com:3128/ "}, PROXY),
        ({"HTTPS_PROXY": "http://proxy.contoso.com"}, "http://proxy.contoso.com:80"),
        ({"HTTPS_PROXY": "proxy"}, "http://proxy:80"),
        ({"HTTPS_PROXY": "https://proxy.contoso.com"}, "https://proxy.contoso.com:443"),
        ({"HTTPS_PROXY": "10.0.0.1:8080"}, "http://10.0.0.1:8080"),
        ({"HTTPS_PROXY": "[2001:db8::1]:8080"}, "http://[2001:db8::1]:8080"),
        ({"HTTPS_PROXY": "http://anna:p@ss@proxy:8080"}, "http://anna:p%40ss@proxy:8080"),
        ({"HTTPS_PROXY": "http://anna:p%40ss@proxy:8080"}, "http://anna:p%40ss@proxy:8080"),
        ({"HTTPS_PROXY": "http://anna:100%@proxy:8080"}, "http://anna:100%25@proxy:8080"),
        ({"HTTPS_PROXY": "anna:a/b#c?d:e@proxy:8080"}, "http://anna:a%2Fb%23c%3Fd%3Ae@proxy:8080"),
        ({"HTTPS_PROXY": "http://CONTOSO\\anna:pw@proxy:8080"}, "http://CONTOSO%5Canna:pw@proxy:8080"),
        ({"HTTPS_PROXY": "http://anna@proxy:8080"}, "http://anna:@proxy:8080"),
    ],
)
def test_a_variable_names_the_proxy(variables: dict[str, str], expected: str | None) -> None:
    assert variable_proxy(GRAPH, variables) == expected


@pytest.mark.parametrize(
    ("exceptions", "url", "direct"),
    [
        ("*", GRAPH, True),
        ("graph.microsoft.com", GRAPH, True),
        ("GRAPH.Microsoft.COM", GRAPH, True),
        ("microsoft.com", GRAPH, True),
        (".microsoft.com", GRAPH, True),
        ("*.microsoft.com", GRAPH, True),
        ("example.org, microsoft.com", GRAPH, True),
        ("example.org microsoft.com", GRAPH, True),
        ("soft.com", GRAPH, False),
        ("example.org", GRAPH, False),
        ("", GRAPH, False),
        (",", GRAPH, False),
        ("graph.microsoft.com:443", GRAPH, True),
        ("graph.microsoft.com:8443", GRAPH, False),
        ("localhost:8444", "https://localhost:8444", True),
        ("localhost:8444", "https://localhost:8443", False),
        ("10.0.0.0/8", "https://10.1.2.3:8443", True),
        ("10.0.0.0/8", "https://11.1.2.3:8443", False),
        ("10.1.2.3", "https://10.1.2.3", True),
        ("10.1.2.3:443", "https://10.1.2.3", True),
        ("[2001:db8::1]", "https://[2001:db8::1]", True),
        ("[2001:db8::1]:443", "https://[2001:db8::1]", True),
        ("2001:db8::/32", "https://[2001:db8::1]", True),
        ("2001:db8::/32", GRAPH, False),
    ],
)
def test_an_exception_means_a_direct_connection(exceptions: str, url: str, direct: bool) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        found = variable_proxy(url, {"HTTPS_PROXY": PROXY, name: exceptions})
        assert found == (None if direct else PROXY)


@pytest.mark.parametrize(
    "value",
    [
        "socks5://proxy:1080",
        "SOCKS5H://anna:Zq7-secret@proxy:1080",
        "socks4://proxy:1080",
        "ftp://proxy",
        "http://",
        "http://anna:Zq7-secret@",
        "http://proxy:port",
        "http://proxy:0",
        "http://proxy:99999",
        "http://proxy:1:2",
        "http://proxy/path",
        "2001:db8::1",
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(value: str) -> None:
    """A way that was asked for is never left out without a word, and a password is shown nowhere."""
    for name in ("https_proxy", "ALL_PROXY"):
        with pytest.raises(UnusableProxy) as caught:
            variable_proxy(GRAPH, {name: value})
        sentence = explain(caught.value).sentence
        assert name in sentence
        assert "Zq7-secret" not in sentence + repr(caught.value)
        assert variable_proxy(GRAPH, {name: value, "NO_PROXY": "*"}) is None
