import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.errors import StoreError
from provcheck.store.given import MANIFEST, Given
from provcheck.store.given import given as read

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


def test_hidden_files_and_the_manifest_are_no_sources(tmp_path: Path) -> None:
    sources = folder(tmp_path, [], a_txt="one")
    (sources / ".hidden").write_text("no")
    (sources / ".git").mkdir()
    (sources / ".git" / "config").write_text("no")

    assert [entry.key for entry in read((sources,)).entries] == ["a.txt"]


def test_a_single_file_is_a_source(tmp_path: Path) -> None:
    sources = folder(tmp_path, a_txt="one", b_txt="two")

    assert [entry.key for entry in read((sources / "b.txt",)).entries] == ["b.txt"]


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
