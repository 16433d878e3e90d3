"""What extraction finds on the corpora beside the checkout, and what it costs; nothing asserted."""

import multiprocessing
import re
import time
from collections import Counter
from collections.abc import Callable

import goldset
import pytest
from corpora import (
    RULES,
    SHARED,
    Record,
    article,
    breakdown,
    extracted,
    is_found,
    is_right,
    matches,
    records,
    scorer,
    without_doubled,
)

from provcheck.extract.claims import claims

CORPORA = [
    pytest.param("polnear_train", "en", id="PolNeAR train"),
    pytest.param("polnear_dev", "en", id="PolNeAR dev"),
    pytest.param("dewikinews_train", "de", id="German train"),
    pytest.param("dewikinews_dev", "de", id="German dev"),
]
needs_corpora = pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not at hand")


@needs_corpora
@pytest.mark.parametrize(("name", "lang"), CORPORA)
def test_quotations(name: str, lang: str) -> None:
    labelled = records(name)
    predicted = [extracted(record, lang) for record in labelled]
    kept = [without_doubled(r, p) for r, p in zip(labelled, predicted, strict=True)]
    print(f"\n== {name}: {len(labelled)} documents")
    _tell("all quotations", _score(labelled, predicted))
    _tell("but those in two apostrophes", _score(labelled, kept))
    found = [m for r, p in zip(labelled, kept, strict=True) for m in matches(r, p)]
    for case, (count, span, right, carried) in breakdown(found).items():
        print(f"  {case:32} n {count:5}  found {span:.3f}  right {right:.3f}  +via {carried:.3f}")
    errors = Counter("span" if not is_found(m) else "speaker" for m in found if not is_right(m))
    print(f"  labelled but not right: {dict(errors)}")


@needs_corpora
@pytest.mark.parametrize(("name", "lang"), CORPORA[:2])
def test_statements(name: str, lang: str) -> None:
    labelled = records(name)
    predicted = [extracted(record, lang, reported=True) for record in labelled]
    print(f"\n== {name}, reported speech among it")
    _tell("contents", _score(labelled, predicted, "contents"))


def _score(labelled: list[Record], predicted: list[Record], field: str = "quotes") -> Record:
    gold = {record["id"]: record for record in labelled}
    told = {record["id"]: record for record in predicted}
    result: Record = scorer().score(gold, told, field=field)
    return result


def _tell(what: str, result: Record) -> None:
    over = result["overlap"]
    print(
        f"  {what:32} P {over['precision']:.3f}  R {over['recall']:.3f}  F1 {over['f1']:.3f}  "
        f"speaker {result['speaker_mention']}  resolved {result['speaker_resolved']}  "
        f"end to end {result['end_to_end_f1']:.3f}"
    )


def seconds(task: Callable[[], object]) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


PAIRS = re.compile(r"“[^”\n]+”|\"[^\"\n]+\"|‘[^’\n]+’(?!\w)")
SAID = re.compile(r"\b(?:said|says|told|added|according to)\b")


def plain_pass(text: str) -> int:
    """A plain pass of regular expressions: pairs of marks, and the nearest of five verbs."""
    return sum(
        bool(SAID.search(text, max(m.start() - 80, 0), m.end() + 80)) for m in PAIRS.finditer(text)
    )


def test_articles_a_second_beside_peers() -> None:
    if SHARED.exists():
        texts = [record["text"] for record in records("polnear_dev")]
    else:
        texts = [goldset.passage(name, RULES).text for name in goldset.names()]
    articles = [article(text, "en") for text in texts]
    claims(articles[0], RULES)
    ours = seconds(lambda: [claims(each, RULES) for each in articles])
    plain = seconds(lambda: [plain_pass(text) for text in texts])
    print(f"\n== articles a second on one core, {len(texts)} articles")
    print(f"  provcheck {len(texts) / ours:.1f}   plain pass {len(texts) / plain:.0f}")
    peer = _textacy(texts)
    print(f"  textacy {peer}")


def _textacy(texts: list[str]) -> str:
    """Articles a second of textacy's extractor, with what pipeline is at hand, or why not."""
    try:
        import spacy  # noqa: PLC0415
        from textacy.extract import direct_quotations  # noqa: PLC0415
    except ImportError:
        return "is not installed (pip install textacy)"
    models = spacy.util.get_installed_models()
    pipeline = spacy.load(models[0]) if models else spacy.blank("en")
    if not models:
        pipeline.add_pipe("sentencizer")
    refused = 0

    def run() -> None:
        nonlocal refused
        for text in texts:
            document = pipeline(text)
            if not models:
                for token in document:
                    said = SAID.fullmatch(token.text)
                    token.pos_, token.lemma_ = ("VERB", "say") if said else ("NOUN", token.lower_)
            try:
                list(direct_quotations(document))
            except ValueError:
                refused += 1

    how = f"with {models[0]}" if models else "on blank tokens with verbs marked, no parser"
    told = _in_child(lambda: (seconds(run), refused))
    if told is None:
        return f"ended its process with a fault {how}"
    return f"{len(texts) / told[0]:.1f} {how}; {told[1]} articles refused"


def _in_child(task: Callable[[], tuple[float, int]]) -> tuple[float, int] | None:
    """What a task returns in a process of its own, or None where that process dies of it."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=lambda: theirs.send(task()))
    child.start()
    theirs.close()
    try:
        told: tuple[float, int] = ours.recv()
    except EOFError:
        return None
    else:
        return told
    finally:
        child.join()


PARAGRAPH = (
    "“We will keep the ferry,” Ada Brandvold said on Monday, adding that “nobody knows”. The mayor "
    "told Northgate Wire that the pier was closed in 2024. She called it “a heavy blow”.\n\n"
)


def test_cost_grows_with_length_alone() -> None:
    times = {}
    for size in (60_000, 600_000):
        read = article((PARAGRAPH * (size // len(PARAGRAPH) + 1))[:size], "en")
        times[size] = seconds(lambda read=read: claims(read, RULES))  # type: ignore[misc]
    ratio = times[600_000] / times[60_000]
    print(
        f"\n== 60,000 characters {times[60_000]:.2f} s, 600,000 {times[600_000]:.2f} s: {ratio:.1f}"
    )
