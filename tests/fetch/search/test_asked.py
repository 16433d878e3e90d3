from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from searching import OUTLET, WORDS, asked_of, in_article

from provcheck.fetch.search.asked import asked_for, cut
from provcheck.fetch.search.providers import PROVIDERS
from provcheck.language.words import normalised
from provcheck.model.claim import ClaimKind
from provcheck.model.interval import Interval
from provcheck.rulebook.book import Rulebook, load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("words", "known"),
    [
        pytest.param("nobody asked the crews", {}, id="four words stand everywhere"),
        pytest.param(WORDS, {"kind": ClaimKind.PARAPHRASE}, id="the article's own words"),
    ],
)
def test_never_searched_for(rules: Rulebook, words: str, known: dict) -> None:
    assert asked_of(rules, words, **known) is None


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        pytest.param("We will open it in May.", "We will open it in May", id="the last stop"),
        pytest.param(
            "We [the council] will open the old pier … in the month of May",
            "will open the old pier",
            id="not what the article put in",
        ),
        pytest.param(
            "One, two\nthree four five six seven", "three four five six seven", id="one line"
        ),
        pytest.param(
            'They said "never again" to\u200b all\u202e of us',
            "They said never again to all of us",
            id="no marks and nothing hidden",
        ),
        pytest.param("a\ud800 b c d e f", "a b c d e f", id="no halves of letters"),
    ],
)  # fmt: skip
def test_the_words_are_of_one_stretch(rules: Rulebook, words: str, asked: str) -> None:
    found = asked_of(rules, words, text=f"{words} she said.")
    assert found
    assert found.words == asked


def test_an_interrupted_quotation_gives_its_longest_part(rules: Rulebook) -> None:
    from building import span_in  # noqa: PLC0415

    text = "“We go,” she said in secret. “The pier stays open all winter long.”"
    words = "We go,” she said in secret. “The pier stays open all winter long."
    parts = ("We go,", "The pier stays open all winter long.")
    asked = asked_of(rules, words, text=text, segments=tuple(span_in(text, p) for p in parts))

    assert asked
    assert asked.words == "The pier stays open all winter long"


def test_the_outlet_gives_hosts_and_page(rules: Rulebook) -> None:
    asked = asked_of(rules)
    assert asked
    assert asked.hosts == (OUTLET,)
    assert asked.page.startswith(f"https://{OUTLET}/")


def test_without_an_outlet_there_is_none(rules: Rulebook) -> None:
    asked = asked_of(rules, cites=())
    assert asked
    assert (asked.hosts, asked.page) == ((), "")
    by_name = asked_of(rules, cites=(), via="Strandposten")
    assert by_name
    assert by_name.hosts == (OUTLET,)


@pytest.mark.parametrize(
    ("said_on", "published", "window"),
    [
        pytest.param(None, None, None, id="no day at all"),
        pytest.param(None, date(2025, 3, 14), ("2025-02-12", "2025-03-14"), id="the article's"),
        pytest.param(("2025-03-11", "2025-03-11"), None, ("2025-03-10", "2025-03-12"), id="said"),
        pytest.param(
            ("2025-03-11", "2025-03-11"), date(2025, 3, 14), ("2025-03-10", "2025-03-14"), id="both"
        ),
        pytest.param(None, date.min, None, id="the first of all days"),
        pytest.param(("9999-12-31", "9999-12-31"), None, None, id="the last"),
    ],
)
def test_the_window(rules: Rulebook, said_on, published, window) -> None:
    days = Interval(first=said_on[0], last=said_on[1]) if said_on else None
    claim, article = in_article(said_on=days)
    asked = asked_for(claim, article.model_copy(update={"published": published}), rules)

    assert asked
    assert asked.window == (Interval(first=window[0], last=window[1]) if window else None)


def test_words_are_cut_at_a_word() -> None:
    assert cut("one two three", 13) == "one two three"
    assert cut("one two, three", 9) == "one two"
    assert cut("one two three", 7) == "one two"
    assert cut("港湾" * 9, 5) == "港湾港湾港"


@given(st.text(max_size=400))
def test_whatever_is_quoted_no_more_than_it_goes_out(words: str) -> None:
    asked = asked_of(RULES, f"q{words}", text=f"q{words} Confidential.")
    if asked is None:
        return
    assert len(asked.words) <= 200
    assert set(normalised(asked.words).split()) <= _parts(f"q{words}", asked.words)
    for provider in PROVIDERS:
        sent = provider.query(asked, RULES)
        assert sent is None or sent.words in asked.words
        assert sent is None or sent.url.isascii()
        assert sent is None or "Confidential" not in sent.url


def _parts(words: str, asked: str) -> set[str]:
    """The words of a quotation, and what they are when hidden characters and marks are gone."""
    squeezed = normalised(words).replace(" ", "")
    return {w for w in normalised(asked).split() if w in squeezed} | set(normalised(words).split())
