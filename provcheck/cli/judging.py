"""The options that say how a run reads sources and judges, shared by all commands that check."""

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from provcheck.cli.configured import Config, NoConfig
from provcheck.cli.options import (
    Authorities,
    House,
    Lang,
    MaxAge,
    NoArchives,
    NoStore,
    Offline,
    OwnOutlets,
    Private,
    Proxy,
    Published,
    Refresh,
    RobotsChoice,
    RobotsPolicy,
    Search,
    Sources,
    StoreDir,
    asked_again,
    day,
    store_of,
)

if TYPE_CHECKING:
    from provcheck.settings import Settings


class Judging(NamedTuple):
    """Options of which the Settings of a run are made; the first two say what sets the others."""

    no_config: NoConfig = False
    config: Config = None
    sources: Sources = None
    offline: Offline = False
    house: House = "default"
    agencies: OwnOutlets = None
    store: StoreDir = None
    no_store: NoStore = False
    no_archives: NoArchives = False
    max_age: MaxAge = 7
    refresh: Refresh = False
    robots: RobotsPolicy = RobotsChoice.RESPECT
    private: Private = None
    proxy: Proxy = None
    authorities: Authorities = None
    search: Search = None
    lang: Lang = None
    published: Published = None


def settings_of(told: Judging) -> "Settings":
    """Return the Settings that the options ask for; raises SettingsError for what is wrong."""
    from provcheck.cli.search import search_of  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.settings import Robots, Settings  # noqa: PLC0415

    services, keys = search_of(told.search or [], os.environ)
    return Settings(
        sources=_paths(told.sources),
        offline=told.offline,
        house=told.house,
        agencies=_paths(told.agencies),
        lang=told.lang,
        published=day(told.published),
        store=store_of(told.store, none=told.no_store, beside=told.config),
        keep_given=told.store is not None,
        archives=not told.no_archives,
        max_age=timedelta(days=told.max_age),
        refresh=asked_again(refresh=told.refresh, offline=told.offline),
        robots=Robots(told.robots),
        private=tuple(told.private or ()),
        proxy=told.proxy,
        authorities=told.authorities,
        search=services,
        keys=keys,
    )


def _paths(given: list[Path] | None) -> tuple[Path, ...]:
    return tuple(given or ())
