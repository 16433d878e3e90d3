import pytest

from provcheck.rulebook.addresses import served
from provcheck.rulebook.book import Rulebook
from provcheck.store.address import address_key


@pytest.mark.parametrize("name", ["id", "page", "q", "story", "utm", "amp", ""])
def test_says_something(rules: Rulebook, name: str) -> None:
    assert not rules.addresses.is_tracking(name)


@pytest.mark.parametrize("name", ["utm_source", "UTM_x", "fbclid", "FBCLID", "xtor"])
def test_says_who_linked(rules: Rulebook, name: str) -> None:
    assert rules.addresses.is_tracking(name)


@pytest.mark.parametrize(
    ("name", "value"), [("print", "edition"), ("view", "7"), ("id", "1"), ("output", "pdf")]
)
def test_marks_no_form(rules: Rulebook, name: str, value: str) -> None:
    assert not rules.addresses.marks_form(name, value)


@pytest.mark.parametrize(
    ("name", "value"), [("amp", ""), ("amp", "1"), ("outputType", "AMP"), ("usqp", "mq331A")]
)
def test_marks_a_form(rules: Rulebook, name: str, value: str) -> None:
    assert rules.addresses.marks_form(name, value)


@pytest.mark.parametrize(
    ("host", "serves"),
    [
        ("notwire.example", False),
        ("example", False),
        ("wire.example", True),
        ("a.wire.example", True),
    ],
)
def test_served(host: str, serves: bool) -> None:  # noqa: FBT001
    assert served(host, ["wire.example"]) is serves


@pytest.mark.parametrize(
    "url",
    [
        "https://halden.example/news/harbour",
        "https://halden.example/tags/harbour/speech-in-full",
        "https://halden.example/topic",
        "https://halden.example/2025/subscribe-now",
        "https://x.com/ada/status/20",
        "https://nottwitter.com/intent/tweet",
        "http://halden.example",
    ],
)
def test_may_hold_words(rules: Rulebook, url: str) -> None:
    assert not rules.addresses.is_no_source(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://[",
        "mailto:ada@halden.example",
        "https://x.com/intent/post?text=a",
        "https://www.facebook.com/sharer/sharer.php?u=a",
        "https://api.whatsapp.com/send?text=a",
        "https://halden.example/tag/harbour/",
        "https://halden.example/en/topics/harbour?page=2",
        "https://halden.example/authors/ada-brandvold",
        "https://halden.example/subscribe",
    ],
)
def test_holds_nobody_s_words(rules: Rulebook, url: str) -> None:
    assert rules.addresses.is_no_source(url)


def test_what_the_store_leaves_out_of_a_key_is_tracking_here_too(rules: Rulebook) -> None:
    kept = [
        name
        for name in (
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "mc_cid",
            "mc_eid",
            "igshid",
            "ref_src",
            "ref_url",
            "cmpid",
        )
        if not rules.addresses.is_tracking(name)
    ]

    assert kept == []
    assert address_key("https://a.example/?cmpid=1&id=2") == "a.example/?id=2"


def test_every_rule_is_written_as_addresses_are_compared(rules: Rulebook) -> None:
    known = rules.addresses
    hosts = [h for each in (*known.wrappers, *known.caches) for h in each.hosts]

    assert all(host == host.casefold() and "/" not in host for host in hosts)
    assert all(each.path.startswith("/") and each.parameters for each in known.wrappers)
    assert all("(?P<page>" in each.path and "(?P<secure>" in each.path for each in known.caches)
