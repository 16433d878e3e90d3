"""Finding the document that a quotation stands in, beside other ways, in one run; nothing asserted.

PROVCHECK_BENCH_DOCUMENTS=1000000 for the large library (2 GB of text, some 20 minutes); the folder
for indexes is pytest's. Times of a search are on the clock; those of building are on the processor
and leave out making the texts up. Run alone with `-k library`.
"""

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.library import KINDS, documents, key_of, quoted, sentences
from benchmarks.prose import count

from provcheck.store.library.library import Library
from provcheck.store.library.phrases import stretches
from provcheck.store.library.tables import INDEX
from provcheck.store.library.words import Tokenizer, prepared

try:
    import tantivy
except ImportError:  # pragma: no cover
    tantivy = None

DOCUMENTS = int(os.environ.get("PROVCHECK_BENCH_DOCUMENTS", count(100_000, 5_000)))
OF_A_KIND = count(60, 20)  # quotations
SLOW = count(5, 3)  # of a kind, for ways that take seconds
Way = Callable[[str], list[str]]


class Query(NamedTuple):
    kind: str
    words: str
    key: str


class Timed:
    """Documents on their way; keeps how long making them up took, and how long they are."""

    def __init__(self, made: Iterable[Any]) -> None:
        self._made, self.seconds, self.size = iter(made), 0.0, 0

    def __iter__(self) -> Iterator[Any]:
        while True:
            started = time.process_time()
            one = next(self._made, None)
            self.seconds += time.process_time() - started
            if one is None:
                return
            self.size += len(one[1].encode())
            yield one


def queries() -> list[Query]:
    chance = random.Random(5)
    found = []
    for kind in KINDS:
        for number in chance.sample(range(DOCUMENTS), OF_A_KIND):
            sentence = chance.choice(sentences(number))
            found.append(Query(kind, quoted(kind, sentence, chance), key_of(number)))
    return found


def test_library(tmp_path: Path) -> None:
    library, asked = Library(tmp_path), queries()
    made = Timed(documents(DOCUMENTS))
    started = time.process_time()
    library.add(made)
    took = time.process_time() - started - made.seconds
    size = (tmp_path / INDEX).stat().st_size
    print(f"\n== {DOCUMENTS:,} documents, {made.size / 1e6:,.0f} MB, {library.words:,} words")
    print(
        f"  ours: built {made.size / 1e6 / took:.1f} MB/s ({took:.0f} s), "
        f"index {size / 1e6:,.0f} MB = {size / made.size:.2f} of the text"
    )
    _report("ours", lambda words: [h.document.key for h in library.search((words,))], asked)
    with sqlite3.connect(tmp_path / INDEX) as database:
        few = [query for at, query in enumerate(asked) if at % OF_A_KIND < SLOW]
        _report("FTS5, all words or-ed", lambda words: _bag(database, words), few)
    if tantivy is not None:
        _report("tantivy, 3-word phrases", _of_tantivy(tmp_path / "tantivy"), asked)


def _bag(database: sqlite3.Connection, words: str) -> list[str]:
    match = " OR ".join(f'"{word}"' for word in dict.fromkeys(Tokenizer().words(words)))
    rows = database.execute(
        "select (select lower(hex(key)) from document where id = text.rowid) "
        "from text where text match ? "
        "order by rank limit 10",
        (match,),
    )
    return [key for (key,) in rows]


def _of_tantivy(folder: Path) -> Way:
    """Every phrase of three words or-ed; the index is built with two threads, on the clock."""
    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", stored=False)
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(heap_size=512 << 20, num_threads=2)
    made = Timed(documents(DOCUMENTS))
    started = time.perf_counter()
    for document, text in made:
        writer.add_document(tantivy.Document(key=document.key, words=prepared(text)))
    writer.commit()
    writer.wait_merging_threads()
    took = time.perf_counter() - started - made.seconds
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(
        f"  tantivy: built {made.size / 1e6 / took:.1f} MB/s ({took:.0f} s), "
        f"index {size / 1e6:,.0f} MB = {size / made.size:.2f} of the text"
    )
    index.reload()
    searcher = index.searcher()

    def search(words: str) -> list[str]:
        runs = [Tokenizer().words(each) for each in stretches((words,))]
        phrases = [run[at : at + 3] for run in runs for at in range(len(run) - 2)]
        query = index.parse_query(" OR ".join(f'"{" ".join(p)}"' for p in phrases), ["words"])
        return [searcher.doc(at)["key"][0] for _, at in searcher.search(query, 10).hits]

    return search


def _report(name: str, way: Way, asked: list[Query]) -> None:
    for query in asked[:: len(KINDS)]:
        way(query.words)  # the cache is warm
    times, found = [], []
    for query in asked:
        started = time.perf_counter()
        keys = way(query.words)
        times.append((time.perf_counter() - started) * 1000)
        found.append(query.key in keys)
    ranked = sorted(times)
    share = sum(found) / len(found)
    print(
        f"  {name}: recall@10 {share:.1%} of {len(asked)}, "
        f"p50 {ranked[len(ranked) // 2]:.1f} ms, p95 {ranked[int(len(ranked) * 0.95)]:.1f} ms"
    )
    for kind in KINDS:
        of_kind = [hit for query, hit in zip(asked, found, strict=True) if query.kind == kind]
        print(f"    {kind:12} {sum(of_kind) / len(of_kind):.0%}")
