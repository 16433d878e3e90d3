import json
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bundling import (
    GONE,
    HARBOUR_SEQ,
    PIER,
    PIER_PAGE,
    SALT_SEQ,
    SHORT,
    TALKS,
    TALKS_PAGE,
    name_of,
    redacted,
    two_runs,
)
from hypothesis import HealthCheck, example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st
from storing import NOON, a_fetch
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from provcheck.errors import StoreError
from provcheck.model.evidence import Hop
from provcheck.store.bundle.write import Exported
from provcheck.store.chain import unline
from provcheck.store.evidence import Store
from provcheck.store.given import Given, given
from provcheck.store.warc.export import write_warc


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


def exported(store: Store, name: str = "web.warc.gz", runs: tuple[int, ...] | None = None) -> Path:
    target = store.root.parent / name
    write_warc(store, target, runs)
    return target


def kinds(path: Path) -> list[tuple[str, str]]:
    with path.open("rb") as file:
        return [
            (each.rec_type, each.rec_headers.get_header("WARC-Target-URI") or "")
            for each in ArchiveIterator(file)
        ]


def at(found: Given, url: str) -> bytes:
    """The bytes that a chain of redirects from `url` leads to, as a client walks it."""
    for _ in range(5):
        entry = found.at(url)
        assert entry, url
        if not entry.redirect_to:
            return entry.content()
        url = entry.redirect_to
    pytest.fail(f"{url} leads in a circle")


@pytest.mark.parametrize("name", ["web.warc", "web.warc.gz"])
def test_what_was_fetched_is_in_the_order_of_the_ledger(store: Store, name: str) -> None:
    assert kinds(exported(store, name)) == [
        ("warcinfo", ""),
        ("response", SHORT),
        ("response", TALKS),
        ("metadata", SHORT),
        ("response", PIER),
        ("metadata", PIER),
        ("metadata", GONE),
        ("revisit", TALKS),
        ("metadata", TALKS),
    ]


def test_what_was_written_is_counted(store: Store, tmp_path: Path) -> None:
    told = write_warc(store, tmp_path / "web.warc")

    assert told == Exported(records=4, fetches=4, objects=2)


@pytest.mark.parametrize("name", ["web.warc", "web.warc.gz"])
def test_every_digest_holds(store: Store, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    checker = Checker(
        type("Options", (), {"inputs": [str(exported(store, name))], "verbose": True})
    )
    checker.process_all()

    assert checker.exit_value == 0
    assert "fail" not in capsys.readouterr().out


def test_answers_have_heads_that_fit_their_bodies(store: Store) -> None:
    """As players need it (ReplayWeb.page): an address, a date, a head, and a body of its length."""
    with exported(store).open("rb") as file:
        for each in ArchiveIterator(file):
            if each.rec_type != "response":
                continue
            body = each.raw_stream.read()
            head = each.http_headers
            assert head.protocol == "HTTP/1.1"
            assert int(head.get_header("Content-Length")) == len(body)
            assert not head.get_header("Content-Encoding")
            assert not head.get_header("Transfer-Encoding")
            assert each.rec_headers.get_header("WARC-Target-URI").startswith("https://")
            assert each.rec_headers.get_header("WARC-Date") == "2026-03-01T12:00:00Z"
            assert each.content_type == "application/http; msgtype=response"


def test_the_digest_of_a_payload_is_the_name_of_its_object(store: Store) -> None:
    with exported(store).open("rb") as file:
        digests = {
            each.rec_headers.get_header("WARC-Payload-Digest")
            for each in ArchiveIterator(file)
            if each.rec_type in {"response", "revisit"}
        }

    assert digests == {f"sha256:{name_of(b)}" for b in (TALKS_PAGE, PIER_PAGE, b"")}


def test_each_record_is_a_gzip_member(store: Store) -> None:
    with exported(store).open("rb") as file:
        walk = ArchiveIterator(file)
        offsets = [walk.get_record_offset() for _ in walk]
        data = exported_bytes(store)

    assert len(offsets) == 9
    assert all(data[offset : offset + 2] == b"\x1f\x8b" for offset in offsets)


def exported_bytes(store: Store) -> bytes:
    return (store.root.parent / "web.warc.gz").read_bytes()


def test_metadata_are_the_lines_of_the_ledger(store: Store) -> None:
    with exported(store).open("rb") as file:
        notes = [e.raw_stream.read() for e in ArchiveIterator(file) if e.rec_type == "metadata"]

    ledger = (store.root / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    assert notes == [ledger[seq - 1] for seq in (1, 3, 4, 6)]
    assert all(held and held.is_sound for held in (unline(note[:-1]) for note in notes))
    assert json.loads(notes[2])["record"]["failure"] == f"{GONE}: answered 404 Not Found"


@pytest.mark.parametrize("runs", [None, (HARBOUR_SEQ,), (SALT_SEQ,)])
@pytest.mark.parametrize("name", ["web.warc", "web.warc.gz"])
def test_two_exports_are_the_same_bytes(
    store: Store, name: str, runs: tuple[int, ...] | None
) -> None:
    one = exported(store, f"one-{name}", runs).read_bytes()

    assert exported(store, f"two-{name}", runs).read_bytes() == one


def test_of_one_run_the_others_are_left_out(store: Store) -> None:
    assert (SHORT in dict(map(reversed, kinds(exported(store, runs=(SALT_SEQ,)))))) is True  # type: ignore[arg-type]
    assert PIER not in [uri for _, uri in kinds(exported(store, "salt.warc", (SALT_SEQ,)))]


def test_redacted_bytes_are_told_and_stay_behind(store: Store, tmp_path: Path) -> None:
    redacted(store, PIER_PAGE)

    told = write_warc(store, tmp_path / "web.warc")

    assert told.redacted == (name_of(PIER_PAGE),)
    assert PIER_PAGE not in (tmp_path / "web.warc").read_bytes()
    assert ("metadata", f"urn:sha256:{name_of(PIER_PAGE)}") in kinds(tmp_path / "web.warc")
    assert ("response", PIER) not in kinds(tmp_path / "web.warc")
    assert b"a private address" in (tmp_path / "web.warc").read_bytes()


def test_lost_bytes_are_told(store: Store, tmp_path: Path) -> None:
    store.objects.place(name_of(PIER_PAGE)).unlink()

    told = write_warc(store, tmp_path / "web.warc")

    assert (told.missing, told.objects) == ((name_of(PIER_PAGE),), 1)


def test_unchanged_bytes_without_the_fetch_that_brought_them_are_a_resource(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    name = store.objects.put(PIER_PAGE)
    hops = (Hop(url=PIER, status=304),)
    store.keep(a_fetch(PIER, hops=hops, sha256=name, size=len(PIER_PAGE)), None)

    assert kinds(exported(store))[1] == ("resource", PIER)
    assert at(given((store.root.parent / "web.warc.gz",)), PIER) == PIER_PAGE


@pytest.mark.parametrize("name", ["web.warc", "web.warc.gz"])
def test_a_warc_answers_for_what_was_fetched(store: Store, name: str) -> None:
    found = given((exported(store, name),))

    assert at(found, SHORT) == TALKS_PAGE
    assert at(found, PIER) == PIER_PAGE
    assert found.at(GONE) is None
    talks = found.at(TALKS)
    assert talks
    assert talks.content_type == "text/html; charset=utf-8"
    assert talks.fetched_at == NOON + timedelta(hours=1)


def test_a_store_without_fetches_is_told(tmp_path: Path) -> None:
    store = two_runs(tmp_path / "store")
    empty = Store(tmp_path / "empty")
    empty.note(next(iter(store.ledger.chained())).record.model_copy(update={"sha256": None}))

    with pytest.raises(StoreError, match="nothing is recorded"):
        write_warc(Store(tmp_path / "none"), tmp_path / "a.warc")
    assert write_warc(empty, tmp_path / "a.warc").fetches == 1
    assert not (tmp_path / "b.warc").exists()


def test_a_file_that_is_there_is_not_replaced(store: Store, tmp_path: Path) -> None:
    (tmp_path / "web.warc").write_bytes(b"mine")

    with pytest.raises(StoreError, match="is there already"):
        write_warc(store, tmp_path / "web.warc")

    assert (tmp_path / "web.warc").read_bytes() == b"mine"


def test_without_the_extra_it_is_said_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.warcwriter", None)
    monkeypatch.delitem(sys.modules, "provcheck.store.warc.writing", raising=False)

    with pytest.raises(StoreError, match=r"pip install 'provcheck\[warc\]'"):
        write_warc(store, tmp_path / "web.warc")
    assert not (tmp_path / "web.warc").exists()


PATHS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)
ADDRESSES = st.builds(
    # As a client arrives at them: a redirect to https://a.example/; leads to https://a.example/
    lambda host, path: urljoin(SHORT, f"https://{host}.example/{path}"),
    st.sampled_from("abc"),
    PATHS,
)


@drawn(
    bodies=st.lists(st.tuples(ADDRESSES, st.binary(max_size=300)), min_size=1, max_size=4),
    kind=st.sampled_from(["text/html", "", "application/pdf", 'text/x; a="ü"']),
    gzip=st.booleans(),
)
@example(bodies=[("https://a.example/<", b"")], kind="text/html", gzip=False)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
def test_what_goes_out_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    bodies: list[tuple[str, bytes]],
    kind: str,
    gzip: object,
) -> None:
    folder = tmp_path_factory.mktemp("round")
    store = Store(folder / "store")
    for number, (url, body) in enumerate(bodies):
        start = f"https://start.example/{number}"
        hops = (Hop(url=start, status=302), Hop(url=url, status=200))
        when = NOON + timedelta(seconds=number)
        store.keep(a_fetch(start, final_url=url, hops=hops, fetched_at=when, media_type=kind), body)

    found = given((exported(store, "web.warc.gz" if gzip else "web.warc"),))

    for number, (url, _) in enumerate(bodies):
        newest = store.latest(url)
        assert at(found, f"https://start.example/{number}") == newest.data  # type: ignore[union-attr]
