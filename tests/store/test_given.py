import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bundling import GONE, HARBOUR, HARBOUR_SEQ, PIER, TALKS, TRANSCRIPT, two_runs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcs import answer, moved, page, record, written, zipped

from provcheck.errors import StoreError
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Kept, Lost
from provcheck.store.given import Given
from provcheck.store.given import given as read
from provcheck.store.manifest import MANIFEST

URL = "https://wire.example/talks"


def folder(root: Path, entries: object = None, **files: str) -> Path:
    sources = root / "sources"
    sources.mkdir(exist_ok=True)
    for name, text in files.items():
        (sources / name.replace("_", ".")).write_text(text)
    if entries is not None:
        (sources / MANIFEST).write_text(json.dumps(entries))
    return sources


def test_nothing_given_is_nothing() -> None:
    assert read(()) == Given()


def test_files_without_a_manifest_are_local_sources(tmp_path: Path) -> None:
    found = read((folder(tmp_path, b_txt="two", a_txt="one"),))

    assert [entry.key for entry in found.entries] == ["a.txt", "b.txt"]
    assert [entry.url for entry in found.documents()] == [None, None]


def test_reports_of_the_program_are_no_sources_whatever_their_name(tmp_path: Path) -> None:
    ours = '{"schema": "provcheck/1", "claims": "We will close it."}'
    sources = folder(tmp_path, a_txt="one", b_json=ours, b_html="own page")
    (sources / "b.html").rename(sources / "b.provenance.html")

    assert [entry.key for entry in read((sources,)).entries] == ["a.txt"]


def test_hidden_files_and_the_manifest_are_no_sources(tmp_path: Path) -> None:
    sources = folder(tmp_path, [], a_txt="one")
    (sources / ".hidden").write_text("no")
    (sources / ".git").mkdir()
    (sources / ".git" / "config").write_text("no")

    assert [entry.key for entry in read((sources,)).entries] == ["a.txt"]


def test_what_this_program_wrote_of_the_article_is_no_source(tmp_path: Path) -> None:
    sources = folder(tmp_path, a_txt="one")
    for name in ("a.provcheck.toml", "a.txt.provcheck.toml", "a.provenance.html"):
        (sources / name).write_text("the words of the article")
    (sources / "provenance.html").write_text("a page")

    assert [entry.key for entry in read((sources,)).entries] == ["a.txt", "provenance.html"]


def test_a_single_file_is_a_source(tmp_path: Path) -> None:
    sources = folder(tmp_path, a_txt="one", b_txt="two")

    assert [entry.key for entry in read((sources / "b.txt",)).entries] == ["b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names are letters there")
def test_a_name_of_any_bytes_gives_a_key_that_can_be_written(tmp_path: Path) -> None:
    for name in (b"a\xfe.txt", b"a\xff.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("one")

    entries = read((tmp_path,)).entries
    assert [entry.key for entry in entries] == ["a\\udcfe.txt", "a\\udcff.txt"]
    assert [entry.content() for entry in entries] == [b"one", b"one"]


def test_folders_below_are_read_too(tmp_path: Path) -> None:
    sources = folder(tmp_path, a_txt="one")
    (sources / "deep" / "er").mkdir(parents=True)
    (sources / "deep" / "er" / "c.txt").write_text("three")

    assert [entry.key for entry in read((sources,)).entries] == ["a.txt", "deep/er/c.txt"]


def test_a_manifest_says_what_files_are(tmp_path: Path) -> None:
    entries = [
        {"file": "a.txt", "url": URL, "publisher": "Wire", "published": "2025-01-23", "lang": "en"},
        {"url": "https://t.example/x", "redirect_to": URL},
        {"url": "https://gone.example/x", "status": 404},
        {"file": "old.txt", "url": URL, "archived_at": "2024-12-01T00:00:00Z"},
    ]
    found = read((folder(tmp_path, entries, a_txt="one", old_txt="then"),))

    page = found.at(URL)
    assert page is not None
    assert page.publisher == "Wire"
    assert page.archived_at is None
    assert [copy.archived_at for copy in found.copies(URL)] == [datetime(2024, 12, 1, tzinfo=UTC)]
    assert [entry.key for entry in found.documents()] == ["a.txt"]
    assert found.at("https://other.example/") is None


def test_copies_are_oldest_first(tmp_path: Path) -> None:
    entries = [
        {"file": "a.txt", "url": URL, "archived_at": "2025-01-01T00:00:00Z"},
        {"file": "b.txt", "url": URL, "archived_at": "2024-01-01T00:00:00Z"},
    ]
    found = read((folder(tmp_path, entries, a_txt="one", b_txt="two"),))

    assert [copy.key for copy in found.copies(URL)] == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        pytest.param(
            [{"file": "a.txt", "status": "fine"}], "entry 1, field status", id="wrong type"
        ),
        pytest.param(
            [{"url": URL}, {"file": "a.txt", "urk": URL}], "entry 2, field urk", id="unknown"
        ),
        pytest.param([{"file": "no.txt", "url": URL}], "entry 1, field file", id="missing file"),
        pytest.param([{"file": "../x.txt", "url": URL}], "lies outside", id="outside the folder"),
        pytest.param([{"status": 404}], "entry 1, field url", id="neither file nor url"),
        pytest.param(
            [{"url": URL, "archived_at": "soon"}], "entry 1, field archived_at", id="no time"
        ),
        pytest.param(["a.txt"], "entry 1", id="no mapping"),
        pytest.param({"file": "a.txt"}, "a list of entries", id="no list"),
    ],
)
def test_a_broken_manifest_names_entry_and_field(
    tmp_path: Path, entries: object, told: str
) -> None:
    (tmp_path / "x.txt").write_text("outside")
    with pytest.raises(StoreError) as problem:
        read((folder(tmp_path, entries, a_txt="one"),))

    assert told in str(problem.value)
    assert MANIFEST in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_manifest_that_is_no_json_is_told(tmp_path: Path) -> None:
    sources = folder(tmp_path, a_txt="one")
    (sources / MANIFEST).write_text("[{,")

    with pytest.raises(StoreError, match="not readable as JSON"):
        read((sources,))


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file or folder"):
        read((tmp_path / "nowhere",))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 999) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["file", "url", "status", "x", "published", "archived_at"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@given(JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_any_manifest_is_read_or_refused_in_one_line(tmp_path: Path, entries: object) -> None:
    try:
        read((folder(tmp_path, entries, a_txt="one"),))
    except StoreError as problem:
        assert "\n" not in str(problem)  # noqa: PT017


def test_a_warc_answers_for_what_is_in_it(tmp_path: Path) -> None:
    web = written(
        tmp_path / "web.warc.gz", zipped(moved("https://t.example/x", URL), page(b"one", URL))
    )

    found = read((web,))

    short, talks = found.at("https://t.example/x"), found.at(URL)
    assert short
    assert short.redirect_to == URL
    assert talks
    assert (talks.content(), talks.key) == (b"one", f"web.warc.gz#{URL}")
    assert found.documents() == (talks,)


def test_a_warc_in_a_folder_is_opened_and_one_that_a_manifest_names_is_not(tmp_path: Path) -> None:
    sources = folder(tmp_path, [{"file": "named.warc"}], named_warc="no WARC")
    written(sources / "web.warc", page(b"one", URL))

    found = read((sources,))

    assert [entry.key for entry in found.entries] == ["named.warc", f"web.warc#{URL}"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("text/html", True),
        ("", True),
        ("text/plain; charset=utf-8", True),
        ("application/pdf", True),
        ("image/png", False),
        ("text/css", False),
        ("application/javascript; charset=utf-8", False),
        ("application/json", True),  # it may hold a statement
        ("font/woff2", False),
    ],
)
def test_what_belongs_to_a_page_is_no_document(tmp_path: Path, kind: str, expected: object) -> None:
    block = answer(b"x", Content_Type=kind)
    found = read((written(tmp_path / "web.warc", record(uri=URL, block=block)),))

    assert bool(found.documents()) is expected
    assert found.at(URL)


def test_older_captures_are_archived_copies(tmp_path: Path) -> None:
    data = page(b"old", URL) + page(b"new", URL, "2026-04-01T00:00:00Z")
    found = read((written(tmp_path / "web.warc", data),))

    assert [copy.content() for copy in found.copies(URL)] == [b"old"]
    assert [entry.content() for entry in found.documents()] == [b"new"]


def test_a_capture_that_is_broken_is_told_when_it_is_read(tmp_path: Path) -> None:
    block = answer(b"words", Content_Encoding="br")
    found = read((written(tmp_path / "web.warc", record(uri=URL, block=block)),)).at(URL)

    assert found
    with pytest.raises(OSError, match="'br' is not read"):
        found.content()


def test_plain_sources_know_of_no_fetches(tmp_path: Path) -> None:
    found = read((folder(tmp_path, [{"url": URL, "status": 404}], a_txt="one"),))

    assert found.recorded(URL) is None
    assert found.failure(URL) is None


def test_a_bundle_gives_what_was_given_and_answers_for_what_was_fetched(tmp_path: Path) -> None:
    store = two_runs(tmp_path / "store")
    write_bundle(store, tmp_path / "bundle", (HARBOUR_SEQ,))

    found = read((tmp_path / "bundle",))

    assert [entry.key for entry in found.documents()] == ["deep/speech.txt", "../odd name?.txt"]
    assert {entry.content() for entry in found.documents()} == {TRANSCRIPT}
    assert found.at("https://t.example/s")
    assert found.at(PIER) is None
    assert found.recorded(PIER) == store.latest(PIER)
    assert found.failure(GONE) == store.failure(GONE)


@pytest.mark.parametrize("article", [HARBOUR, "harbour.txt"])
def test_a_bundle_of_several_runs_gives_what_the_one_on_the_article_had(
    tmp_path: Path, article: str
) -> None:
    write_bundle(two_runs(tmp_path / "store"), tmp_path / "bundle")

    for_harbour = read((tmp_path / "bundle",), article)
    for_any = read((tmp_path / "bundle",), "f" * 64)

    assert "notes.txt" not in [entry.key for entry in for_harbour.entries]
    assert [entry.key for entry in for_any.entries][-1] == "notes.txt"
    assert [kept.seq for kept in map(for_harbour.recorded, [TALKS]) if isinstance(kept, Kept)] == [
        1
    ]
    assert [kept.seq for kept in map(for_any.recorded, [TALKS]) if isinstance(kept, Kept)] == [6]


def test_sources_come_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    write_bundle(two_runs(tmp_path / "store"), tmp_path / "bundle", (HARBOUR_SEQ,))
    own = folder(tmp_path, a_txt="one")

    keys = [entry.key for entry in read((own, tmp_path / "bundle", own)).entries]

    assert keys[0] == keys[-1] == "a.txt"
    assert len(keys) == 5


def test_of_two_bundles_the_one_that_has_the_bytes_answers(tmp_path: Path) -> None:
    store = two_runs(tmp_path / "store")
    write_bundle(store, tmp_path / "whole")
    write_bundle(store, tmp_path / "poor")
    shutil.rmtree(tmp_path / "poor" / "objects")

    both = read((tmp_path / "poor", tmp_path / "whole"))
    poor = read((tmp_path / "poor",))

    assert isinstance(both.recorded(PIER), Kept)
    assert poor.recorded(PIER) == Lost(reason="the stored copy is missing")


def test_a_broken_bundle_is_told_before_anything_is_read(tmp_path: Path) -> None:
    write_bundle(two_runs(tmp_path / "store"), tmp_path / "bundle")
    (tmp_path / "bundle" / "given" / "0002-notes.txt").write_text("other notes")

    with pytest.raises(StoreError, match=r"0002-notes.txt: damaged; take the bundle anew"):
        read((tmp_path / "bundle",))
