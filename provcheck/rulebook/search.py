"""The shape of rules/search.yaml: services that may be asked for quotations without a link."""

from collections.abc import Mapping
from functools import cache, cached_property
from types import MappingProxyType
from urllib.parse import urlsplit

from pydantic import field_validator

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped


class Service(Value):
    """One of them; the head of the file says what each field is for.

    `endpoint` is "" where each outlet has its own, `days_back` None where there is no end to it;
    both `key_field` and `key_variable` are "" where no key is asked for.
    """

    id: str
    name: str
    endpoint: str = ""
    pace: float = 0.0
    again: float = 0.0
    days_back: int | None = None
    longest: int = 200
    key_field: str = ""
    key_variable: str = ""

    @field_validator("endpoint")
    @classmethod
    def _sealed(cls, endpoint: str) -> str:
        if endpoint and not endpoint.startswith("https://"):
            message = f"{endpoint!r} is no https address: words and keys would be sent open"
            raise ValueError(message)
        return endpoint

    @property
    def host(self) -> str:
        """Return the host of the endpoint, "" where there is none."""
        return urlsplit(self.endpoint).hostname or ""


class SearchRules(Value):
    """All services, in the order in which their results are taken, and the bounds of searching."""

    fewest_words: int
    longest_words: int
    days_before: int
    most_leads: int
    most_results: int
    most_chosen: int
    rare_bits: float
    services: tuple[Service, ...]

    @cached_property
    def _by_id(self) -> dict[str, Service]:
        return {service.id: service for service in self.services}

    def of(self, known: str) -> Service:
        """Return the service whose id is `known`; raises KeyError where there is none."""
        return self._by_id[known]

    @cached_property
    def intervals(self) -> Mapping[str, float]:
        """Return the seconds between two requests by host, the longest of its services."""
        found: dict[str, float] = {}
        for service in self.services:
            if service.host and service.pace:
                found[service.host] = max(service.pace, found.get(service.host, 0.0))
        return MappingProxyType(found)


@cache
def search_rules() -> SearchRules:
    """Return the shipped rules of searching; raises RuleError for a broken file."""
    return load(shipped() / "search.yaml", SearchRules)
