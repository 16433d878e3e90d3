import pytest
from building import span_in
from housing import a_look

from provcheck.judge.house.attribution import second_attribution, speaker_late
from provcheck.model.claim import ClaimKind, Mention
from provcheck.rulebook.book import Rulebook

QUOTE = "The lock is shut. The pilots went home. Nobody knows when."


def late(rules: Rulebook, text: str, words: str = QUOTE, name: str | None = "Ada Brandvold", **at):
    look = a_look(rules, text, words, **at)
    written = "Brandvold" if "Brandvold" in text else "she"
    start = text.rindex(written)
    span = span_in(text, written).model_copy(update={"start": start, "end": start + len(written)})
    mention = Mention(as_written=written, span=span, resolved=name, how="name")
    claim = look.claim.model_copy(update={"speaker": mention})
    finding = look.finding.model_copy(update={"claim": claim})
    return list(speaker_late(look.model_copy(update={"finding": finding})))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"Brandvold said: “{QUOTE}”", QUOTE, id="before"),
        pytest.param(f"There stood Brandvold. “{QUOTE}” she said.", QUOTE, id="named before"),
        pytest.param("“The lock is shut,” Brandvold said.", "The lock is shut,", id="one sentence"),
        pytest.param(
            "“The lock … is shut and ... locked,” Brandvold said.",
            "The lock … is shut and ... locked,",
            id="points, which end no sentence",
        ),
    ],
)
def test_a_speaker_in_time(rules: Rulebook, text: str, words: str) -> None:
    assert late(rules, text, words) == []


def test_a_speaker_after_the_first_sentence(rules: Rulebook) -> None:
    text = "“The lock is shut,” Brandvold said. “The pilots went home. Nobody knows when.”"
    words = text[1:-1]
    parts = (
        span_in(text, "The lock is shut,"),
        span_in(text, "The pilots went home. Nobody knows when."),
    )

    assert late(rules, text, words, segments=parts) == []


def test_a_speaker_who_comes_late(rules: Rulebook) -> None:
    (told,) = late(rules, f"“{QUOTE}” Brandvold said.")

    assert "3 sentences" in told
    assert late(rules, f"“{QUOTE}” Brandvold said.", kind=ClaimKind.BLOCK_QUOTE) == []


def test_an_orphan_has_no_speaker_to_come_late(rules: Rulebook) -> None:
    assert list(speaker_late(a_look(rules, f"“{QUOTE}”", QUOTE))) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("“The lock is shut,” she said. “The pilots went.”", 0, id="one"),
        pytest.param(
            "“The lock is shut,” she said. “The pilots went.”\n\n“Nobody knows.”", 0, id="a break"
        ),
        pytest.param(
            "“The lock is shut,” she said. “The pilots went,” she added. “Nobody knows.”",
            1,
            id="two",
        ),
    ],
)
def test_attributions(rules: Rulebook, text: str, count: int) -> None:
    said = [
        p
        for p in ("The lock is shut,", "The pilots went.", "The pilots went,", "Nobody knows.")
        if p in text
    ]
    segments = tuple(span_in(text, part) for part in said)
    words = text[1 : segments[-1].end]

    assert len(list(second_attribution(a_look(rules, text, words, segments=segments)))) == count
