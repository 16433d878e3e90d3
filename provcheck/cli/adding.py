"""Adding sources to the library: one line each, as they are done."""

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from provcheck.cli.exits import Exit
from provcheck.cli.output import emit
from provcheck.cli.shelves import of_ending
from provcheck.errors import SettingsError, StoreError
from provcheck.fetch.adding import Adding, Refused, texts_in
from provcheck.fetch.apart import Apart
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Limits
from provcheck.store.evidence import Store
from provcheck.store.given import GivenSource, given
from provcheck.store.library.library import Library

Told = dict[str, str | date]  # fields of an Entry


def add_all(folder: Path, paths: tuple[Path, ...], told: Told | None = None) -> Exit:
    """Add what lies at `paths` to the library of the store in `folder`, and return the exit code.

    `told` is said of the one source that there is. Raises SettingsError when there are several,
    StoreError when there is none, or a path or the store cannot be read.
    """
    absent = next((path for path in paths if not path.exists()), None)
    if absent is not None:
        message = f"{absent}: no such file or folder; check the path"
        raise StoreError(message)
    sources = texts_in(given(paths))
    if told:
        sources = _described(sources, told)
    if not sources:
        message = (
            f"{paths[0]}: no source with a text lies there; name files or folders that hold some"
        )
        raise StoreError(message)
    store = Store(folder)
    all_in = asyncio.run(_added(store, sources))
    Library(store.root).catch_up()
    store.seal()
    return Exit.OK if all_in else Exit.USAGE


def _described(sources: tuple[GivenSource, ...], told: Told) -> tuple[GivenSource, ...]:
    url = str(told.get("url", "https://"))
    if not url.startswith(("http://", "https://")):
        message = f"--url {url}: no address of a page; write it out, as https://wire.example/talks"
        raise SettingsError(message)
    if len(sources) != 1:
        options = ", ".join(f"--{name}" for name in told)
        message = (
            f"{options}: said of one source, and there are {len(sources)}; name a single file, or "
            "describe them in sources.json"
        )
        raise SettingsError(message)
    return (sources[0].model_copy(update=told),)


async def _added(store: Store, sources: Sequence[GivenSource]) -> bool:
    """Tell whether all sources are in the library now."""
    limits = Limits()
    apart = Apart(load_rulebook(), limits)
    adding, all_in = Adding(store, apart, limits), True
    try:
        for source in sources:
            ending = await adding.add(source)
            emit(of_ending(ending))
            all_in = all_in and not isinstance(ending, Refused)
    finally:
        await apart.aclose()
    return all_in
