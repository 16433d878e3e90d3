import pytest
from pydantic import ValidationError

from provcheck.fetch.search.providers import PROVIDERS
from provcheck.rulebook.search import SearchRules, Service, search_rules

RULES = search_rules()


def test_services_in_code_and_rules_are_the_same() -> None:
    assert {service.id for service in RULES.services} == {each.id for each in PROVIDERS}
    assert all(RULES.of(each.id).name for each in PROVIDERS)


def test_a_key_has_a_field_and_a_variable_or_neither() -> None:
    asking = [service for service in RULES.services if service.key_field]
    assert {service.key_variable for service in asking} == {
        "PROVCHECK_BRAVE_KEY",
        "PROVCHECK_FACTCHECK_KEY",
    }
    assert [s.id for s in RULES.services if bool(s.key_field) != bool(s.key_variable)] == []


def test_a_host_is_asked_at_the_pace_of_its_slowest_service() -> None:
    slow, quick = (
        Service(id=name, name=name, endpoint=f"https://find.example/{name}", pace=pace)
        for name, pace in (("a", 6), ("b", 1))
    )
    rules = SearchRules.model_validate(RULES.model_dump() | {"services": (slow, quick)})

    assert rules.intervals == {"find.example": 6}
    assert RULES.intervals["api.gdeltproject.org"] > 5


def test_words_are_never_sent_open() -> None:
    with pytest.raises(ValidationError, match="no https address"):
        Service(id="a", name="A", endpoint="http://find.example/")


def test_no_more_than_promised_is_sent() -> None:
    assert RULES.longest_words <= 200
    assert RULES.fewest_words >= 5
    assert RULES.most_leads <= 5
