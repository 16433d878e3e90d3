"""Whatever the text, extraction ends, points into it, and finds the same again."""

import os
from collections.abc import Iterator

import pytest
from building import a_prose
from corpora import SHARED, extracted, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.model.claim import Claim
from provcheck.model.prose import BlockKind, Prose
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
EXAMPLES = int(os.environ.get("PROVCHECK_EXAMPLES", "400"))  # documents; 20,000 before a release

MARKS = [*"“”‘’\"'„«»‚‹›「」『』…—–-:;,.!?()[]¿", "''", "``", "...", "--", "“‘", "’”", " "]
WORDS = {
    "en": "Ada Brandvold Per Olsen said told asked added he she they who that to according report "
    "the a mayor of Reuters on Monday in an interview with not wants calling reportedly it is was",
    "de": "Ada Brandvold sagte erklärte er sie dass der das laut Bericht am Montag sei habe und",
    "fr": "Ada Brandvold a déclaré dit elle il que le la selon lundi dans un entretien avec n’est",
    "es": "Ada Brandvold dijo afirmó ella él que el la según lunes en una entrevista con no",
    "sv": "Ada Brandvold säger sade hon han att den det enligt måndag i en intervju med inte",
    "ru": "Ада Брандволд сказала сказал она он что по словам в понедельник не это и",
    "ja": "市長は と述べた 田中花子 港 会見で という 語った が の 高瀬 氏 「 」 。",
}
LABELS = ["OLSEN: ", "Q: ", "A: ", "— Ada Brandvold", "Olsen: ", "— Ada (@ada) March 3, 2025", "> "]


@st.composite
def documents(draw: st.DrawFn) -> Prose:
    """A text of some paragraphs in one language, blocks of any kind, made of common pieces."""
    lang = draw(st.sampled_from(sorted(WORDS)))
    piece = st.sampled_from([*WORDS[lang].split(), *MARKS, *LABELS]) | st.text(max_size=5)
    lines = st.lists(st.lists(piece, max_size=14).map(" ".join), max_size=6)
    text = "\n".join(draw(lines))
    prose = a_prose(text, lang=lang)
    kinds = draw(
        st.lists(
            st.sampled_from(list(BlockKind)),
            min_size=len(prose.blocks),
            max_size=len(prose.blocks),
        )
    )
    blocks = tuple(
        block.model_copy(update={"kind": kind})
        for block, kind in zip(prose.blocks, kinds, strict=True)
    )
    return prose.model_copy(update={"blocks": blocks})


def spans_of(claim: Claim) -> Iterator[Span]:
    yield claim.span
    yield from claim.segments
    yield from (each.span for each in claim.facts)
    yield from (each.span for each in claim.nested)
    yield from (each.speaker_span for each in claim.nested)
    yield from (each.span for each in claim.cites if each.span is not None)
    if claim.speaker is not None:
        yield claim.speaker.span


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_claims_of_any_document_point_into_it(prose: Prose) -> None:
    found = claims(prose, RULES)

    assert len({claim.id for claim in found}) == len(found)
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)
    for claim in found:
        assert claim.text == claim.span.of(prose.text)
        assert all(0 <= span.start <= span.end <= len(prose.text) for span in spans_of(claim))
        assert all(claim.span.holds(segment) for segment in claim.segments)
        assert claim.speaker is None or claim.speaker.as_written == claim.speaker.span.of(
            prose.text
        )
    assert claims(prose, RULES) == found


@pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not at hand")
@pytest.mark.parametrize(
    ("name", "lang"),
    [
        pytest.param("polnear_train", "en", id="PolNeAR train"),
        pytest.param("polnear_dev", "en", id="PolNeAR dev"),
        pytest.param("dewikinews_train", "de", id="German train"),
        pytest.param("dewikinews_dev", "de", id="German dev"),
    ],
)
def test_every_document_of_the_corpora_is_read(name: str, lang: str) -> None:
    labelled = records(name)

    read = [extracted(record, lang, reported=True) for record in labelled]

    assert [record["id"] for record in read] == [record["id"] for record in labelled]
    assert sum(bool(record["quotes"]) for record in read) > len(read) / 3
