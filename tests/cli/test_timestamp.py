import asyncio
import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from bundling import two_runs
from serving import Request, Site, answer, running
from stamping import Authority, an_authority
from typer.testing import Result

Invoke = Callable[..., Result]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return an_authority()


@pytest.fixture
def site(authority: Authority) -> Iterator[Site]:
    async def sign(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(authority.answer(request.body)))
        await writer.drain()

    site = Site(routes={"/tsa": sign})
    with running(site):
        yield site


def test_a_ledger_is_stamped_and_proved_later(
    invoke: Invoke, site: Site, folder: Path, authority: Authority
) -> None:
    store = two_runs(folder / ".provcheck")
    head = store.ledger.head()
    (folder / "roots.pem").write_bytes(authority.pem)
    url = f"{site.url}/tsa"

    made = invoke("store", "timestamp", "--authority", url, "--allow-private", "127.0.0.1")
    proved = invoke("store", "verify", "--certificates", "roots.pem")

    assert made.exit_code == 0, made.stderr
    assert made.stdout == f"records up to 7 stamped at 2026-03-01 12:30:00 UTC by {url}\n"
    assert sha256(head.encode()).digest() in site.seen[0].body
    assert len(site.seen[0].body) < 80
    assert proved.exit_code == 0, proved.stdout
    assert f"timestamp 8: records up to 7 existed at 2026-03-01 12:30:00 UTC, by {url}" in (
        proved.stdout
    )


def test_a_store_that_was_stamped_by_somebody_else_is_not_proved(
    invoke: Invoke, site: Site, folder: Path
) -> None:
    two_runs(folder / ".provcheck")
    (folder / "roots.pem").write_bytes(an_authority("Others").pem)
    options = ("--authority", f"{site.url}/tsa", "--allow-private", "127.0.0.1")

    assert invoke("store", "timestamp", *options).exit_code == 0
    run = invoke("store", "verify", "--certificates", "roots.pem")

    assert run.exit_code == 1
    assert "proves nothing" in run.stdout


def test_an_authority_must_be_named(invoke: Invoke, folder: Path) -> None:
    two_runs(folder / ".provcheck")

    run = invoke("store", "timestamp")

    assert run.exit_code == 2
    assert "--authority" in run.stderr


def test_a_private_address_is_not_asked(invoke: Invoke, site: Site, folder: Path) -> None:
    two_runs(folder / ".provcheck")

    run = invoke("store", "timestamp", "--authority", f"{site.url}/tsa")

    assert run.exit_code == 2
    assert run.stderr.count("\n") == 1
    assert site.seen == []


def test_an_answer_that_is_none_leaves_nothing(invoke: Invoke, site: Site, folder: Path) -> None:
    store = two_runs(folder / ".provcheck")
    site.routes["/tsa"] = answer(b"busy")
    options = ("--authority", f"{site.url}/tsa", "--allow-private", "127.0.0.1")

    run = invoke("store", "timestamp", *options)

    assert run.exit_code == 2
    assert "what it answered is no timestamp; try again" in run.stderr
    lines = (store.root / "ledger.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["record"]["kind"] for line in lines].count("timestamp") == 0


def test_without_a_store_nothing_is_asked(invoke: Invoke, site: Site, folder: Path) -> None:
    options = ("--authority", f"{site.url}/tsa", "--allow-private", "127.0.0.1")

    run = invoke("store", "timestamp", *options)

    assert run.exit_code == 2
    assert "nothing is recorded there yet" in run.stderr
    assert site.seen == []
    assert list(folder.iterdir()) == []
