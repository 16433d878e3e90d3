from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from provcheck.store.entry import Entry
from provcheck.store.evidence import Store
from provcheck.store.library.document import Document
from provcheck.store.library.library import Library
from provcheck.store.library.visible import Visible, brought_in
from provcheck.store.record import Added, Fetch, Run

WORDS = ("the keeper of the lamp has trimmed it",)
TEXT = "The keeper of the lamp has trimmed it for eleven winters."
ARTICLE, OTHER = "a" * 64, "b" * 64


def a_document(key: str, published: date | None = None) -> Document:
    return Document(
        key=key, text_sha256=key, url=None, title=None, publisher=None, published=published,
        lang="en", media_type="text/html", wire=None, name=key,
    )  # fmt: skip


def a_fetch(url: str) -> Fetch:
    return Fetch(url=url, final_url=url, fetched_at=datetime(2025, 3, 1, tzinfo=UTC))


def a_run(article: str, *fetches: int) -> Run:
    return Run(article="a.txt", article_sha256=article, tool="0", fetches=fetches)


def test_what_is_hidden_is_not_found_until_the_run_reads_it() -> None:
    library = Library(None)
    library.add((a_document(key), TEXT) for key in ("aa", "bb"))
    seen = Visible(library, frozenset({"aa"}))
    seen.settle()

    assert [hit.document.key for hit in seen.search(WORDS, None, 5)] == ["bb"]
    assert seen.words == library.words // 2
    assert (seen.reveal("aa"), seen.reveal("aa"), seen.reveal("cc")) == (True, False, False)
    assert {hit.document.key for hit in seen.search(WORDS, None, 5)} == {"aa", "bb"}
    assert seen.words == library.words // 2  # as it was when it was opened


def test_the_earliest_copy_comes_first_and_unknown_days_last() -> None:
    library = Library(None)
    days = {"aa": None, "bb": date(2025, 3, 4), "cc": date(2025, 3, 2)}
    library.add((a_document(key, day), TEXT) for key, day in days.items())

    found = Visible(library).search(WORDS, None, 5)
    assert [hit.document.key for hit in found] == ["cc", "bb", "aa"]


def test_what_runs_on_the_article_alone_brought_in(tmp_path: Path) -> None:
    store = Store(tmp_path)
    pages = {name: f"<p>{name}</p>".encode() for name in ("own", "also", "added", "before")}
    key = {name: sha256(data).hexdigest() for name, data in pages.items()}
    store.keep(a_fetch("https://a.example/before"), pages["before"])
    seqs = [store.keep(a_fetch(f"https://a.example/{name}"), pages[name]) for name in pages]
    now = datetime(2025, 3, 2, tzinfo=UTC)
    entry = Entry(url="https://a.example/added")
    store.note(Added(key=key["added"], entry=entry, name="added", at=now), pages["added"])
    store.note(a_run(ARTICLE, *seqs[:2]))
    store.note(a_run(ARTICLE, *seqs[2:]))
    store.note(a_run(OTHER, seqs[1]))

    assert brought_in(store, ARTICLE) == {key["own"], key["also"]}
    assert brought_in(store, "c" * 64) == frozenset()
    again = store.keep(a_fetch("https://a.example/also"), pages["also"])
    assert again
    assert brought_in(store, ARTICLE) == {key["own"]}
