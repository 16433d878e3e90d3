import pytest

from provcheck.rulebook.book import Rulebook


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Ada Brandvold", id="a person"),
        pytest.param("Wire", id="an outlet's word alone"),
        pytest.param("the Kremlin", id="a government"),
        pytest.param("United Nations", id="a body"),
        pytest.param("", id="nothing"),
        pytest.param("the daily news", id="small letters"),
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
    ],
)
def test_is_an_outlet(rules: Rulebook, name: str) -> None:
    assert rules.agencies.is_outlet(name)


def test_an_alias_leads_to_the_full_name(rules: Rulebook) -> None:
    agency = rules.agencies.named("ISW")

    assert agency is not None
    assert agency.name == "Institute for the Study of War"
    assert agency.names[0] == agency.name


def test_names_and_ids_are_unique(rules: Rulebook) -> None:
    agencies = rules.agencies.agencies
    names = [name.casefold() for agency in agencies for name in agency.names]

    assert len({agency.id for agency in agencies}) == len(agencies)
    assert len(set(names)) == len(names)
    assert all(host == host.casefold() and "/" not in host for a in agencies for host in a.hosts)
