"""What `--search` asks for, with the keys that the environment holds for it."""

from collections.abc import Mapping

from pydantic import SecretStr

from provcheck.errors import SettingsError
from provcheck.fetch.search.providers import PROVIDERS, named
from provcheck.rulebook.search import Service, search_rules
from provcheck.settings import Key

ALL = "all"
_LONGEST = 512  # characters of a key


def search_of(
    names: list[str], environment: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Key, ...]]:
    """Return the services that `--search` names, and the keys that they ask for.

    `all` is every service that asks for no key, or whose key is there. Raises SettingsError for a
    name that nothing bears, a key that is missing, and one that is none; no message holds a key.
    """
    rules = search_rules()
    chosen = {provider.id for provider in named(name for name in names if name != ALL)}
    if ALL in names:
        services = (rules.of(provider.id) for provider in PROVIDERS)
        chosen |= {s.id for s in services if not s.key_variable or _said(s, environment)}
    ids = tuple(provider.id for provider in PROVIDERS if provider.id in chosen)
    asking = (service for service in map(rules.of, ids) if service.key_variable)
    return ids, tuple(_key(service, environment) for service in asking)


def _key(service: Service, environment: Mapping[str, str]) -> Key:
    secret = _said(service, environment)
    if not secret:
        message = (
            f"--search {service.id}: it asks for a key; set {service.key_variable}, or leave it out"
        )
        raise SettingsError(message)
    if not (secret.isascii() and secret.isprintable() and " " not in secret) or (
        len(secret) > _LONGEST
    ):
        message = f"{service.key_variable}: it holds no key; set it to the key alone"
        raise SettingsError(message)
    return Key(endpoint=service.endpoint, field=service.key_field, secret=SecretStr(secret))


def _said(service: Service, environment: Mapping[str, str]) -> str:
    return environment.get(service.key_variable, "").strip()
