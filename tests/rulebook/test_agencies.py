import re
from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from provcheck.rulebook.agencies import Agency, AgencyKind
from provcheck.rulebook.book import Rulebook


def id_of(rules: Rulebook, name: str) -> str | None:
    agency = rules.agencies.named(name)
    return agency.id if agency else None


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Ada Brandvold", id="a person"),
        pytest.param("Wire", id="an outlet's word alone"),
        pytest.param("the Kremlin", id="a government"),
        pytest.param("United Nations", id="a body"),
        pytest.param("", id="nothing"),
        pytest.param("the daily news", id="small letters"),
        pytest.param("time", id="a common word"),
        pytest.param("axios", id="a guarded name in small letters"),
        pytest.param("news agency", id="a description alone"),
        pytest.param("the", id="an article alone"),
    ],
)
def test_is_no_outlet(rules: Rulebook, name: str) -> None:
    assert not rules.agencies.is_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        "Reuters",
        "the BBC",
        "AP",
        "New York Times",
        "Northgate Wire",
        "the Meridian News Agency",
        "Halden Broadcasting",
        "Time",
    ],
)
def test_is_an_outlet(rules: Rulebook, name: str) -> None:
    assert rules.agencies.is_outlet(name)


@pytest.mark.parametrize(
    "name", ["ap", "Rt", "aa", "TIME", "bild", "State", "Times", "Reuter", "le monde", "l’ap"]
)
def test_names_nobody(rules: Rulebook, name: str) -> None:
    assert id_of(rules, name) is None


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        pytest.param("the Reuters news agency", "reuters", id="described behind"),
        pytest.param("Nachrichtenagentur dpa", "dpa", id="described before"),
        pytest.param("Agentur Reuters", "reuters", id="German"),
        pytest.param("агентству ТАСС", "tass", id="declined description"),
        pytest.param("l’AFP", "afp", id="elided article"),
        pytest.param("Reuters’", "reuters", id="genitive"),
        pytest.param("TASS's", "tass", id="genitive with s"),
        pytest.param("REUTERS", "reuters", id="capitals"),
        pytest.param("Рейтер", "reuters", id="Cyrillic"),
        pytest.param("Интерфаксу", "interfax", id="declined"),
        pytest.param("新华社", "xinhua", id="Chinese"),
        pytest.param("the AP", "ap", id="guarded with an article"),
        pytest.param("The AP", "ap", id="guarded with a capital article"),
        pytest.param("the Economist", "economist", id="guarded"),
        pytest.param("Institute for the Study of War", "isw", id="an institute"),
        pytest.param("ISW", "isw", id="an institute's letters"),
    ],
)
def test_a_name_leads_to_its_entry(rules: Rulebook, name: str, entry: str) -> None:
    assert id_of(rules, name) == entry


@pytest.mark.parametrize(
    ("host", "entry"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("com", None, id="no more than an ending"),
        pytest.param("notreuters.com", None, id="ends alike"),
        pytest.param("reuters.com.evil.example", None, id="begins alike"),
        pytest.param("reuters.com", "reuters", id="itself"),
        pytest.param("WWW.Reuters.com.", "reuters", id="below it, spelt otherwise"),
        pytest.param("faktencheck.afp.com", "afp", id="another part of it"),
        pytest.param("abcnews.go.com", "abc", id="under somebody else's host"),
    ],
)
def test_at_a_host(rules: Rulebook, host: str, entry: str | None) -> None:
    agency = rules.agencies.at_host(host)

    assert (agency.id if agency else None) == entry


@pytest.mark.parametrize(
    ("url", "entry"),
    [("", None), ("https://[", None), ("reuters.com", None), ("https://reuters.com/a", "reuters")],
)
def test_at_an_address(rules: Rulebook, url: str, entry: str | None) -> None:
    agency = rules.agencies.at_address(url)

    assert (agency.id if agency else None) == entry


@pytest.mark.parametrize(
    ("handle", "entry"), [("", None), ("@", None), ("halden", None), ("@reuters", "reuters")]
)
def test_with_a_handle(rules: Rulebook, handle: str, entry: str | None) -> None:
    agency = rules.agencies.with_handle(handle)

    assert (agency.id if agency else None) == entry


@pytest.mark.parametrize(("name", "guarded"), [("AP", True), ("Time", True), ("Reuters", False)])
def test_a_name_is_guarded(rules: Rulebook, name: str, guarded: bool) -> None:  # noqa: FBT001
    assert rules.agencies.is_guarded(name) is guarded


def test_an_alias_leads_to_the_full_name(rules: Rulebook) -> None:
    agency = rules.agencies.named("ISW")

    assert agency is not None
    assert agency == rules.agencies.by_id("isw")
    assert agency.name == "Institute for the Study of War"
    assert agency.names[0] == agency.name


def test_names_and_ids_are_unique(rules: Rulebook) -> None:
    agencies = rules.agencies.agencies
    for told in (
        [agency.id for agency in agencies],
        [name.casefold() for agency in agencies for name in agency.names],
        [host for agency in agencies for host in agency.hosts],
        [handle.casefold() for agency in agencies for handle in agency.handles],
        [tag for agency in agencies for tag in agency.tags],
    ):
        assert sorted(told) == sorted(set(told))


def test_every_entry_is_as_the_file_says(rules: Rulebook) -> None:
    agencies = rules.agencies.agencies

    assert len(agencies) >= 90
    assert {agency.kind for agency in agencies} == set(AgencyKind)
    for agency in agencies:
        assert set(agency.guarded) <= set(agency.names), agency.id
        assert agency.hosts, agency.id
        assert agency.langs, agency.id
        assert all(not handle.startswith("@") for handle in agency.handles), agency.id
        assert all(id_of(rules, name) == agency.id for name in agency.names), agency.id


def test_short_names_are_guarded_or_written_in_capitals_that_are_nothing_else(
    rules: Rulebook,
) -> None:
    short = {
        name
        for agency in rules.agencies.agencies
        for name in agency.names
        if re.fullmatch(r"[A-Za-z]{1,2}", name) and name not in agency.guarded
    }
    assert short == set()


@pytest.mark.parametrize(
    "search",
    [
        pytest.param("http://wire.example/s?q={words}", id="words would be sent open"),
        pytest.param("https://wire.example/s?q=", id="no place for words"),
        pytest.param("https://wire.example/{words}?q={words}", id="two places"),
    ],
)
def test_a_search_page_takes_words_and_is_sealed(search: str) -> None:
    with pytest.raises(ValidationError, match="write an https address with"):
        Agency(id="w", name="W", kind=AgencyKind.AGENCY, search=search)


def test_some_search_pages_are_known_each_on_its_outlets_hosts(rules: Rulebook) -> None:
    searched = [agency for agency in rules.agencies.agencies if agency.search]
    assert searched
    for agency in searched:
        host = urlsplit(agency.search).hostname or ""
        assert rules.agencies.at_host(host) == agency
