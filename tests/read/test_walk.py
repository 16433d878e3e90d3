from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.read.walk import Trace, after_markup, walked


def places(trace: Trace, text: str) -> list[int]:
    found, drift = [], 0
    starts = dict(trace.anchors)
    for offset in range(len(text)):
        drift = starts[offset] - offset if offset in starts else drift
        found.append(offset + drift)
    return found


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("plain words", "plain words", id="plain"),
        pytest.param("one\n   two", "one two", id="wrapped"),
        pytest.param("one<br>\n<b>two</b>", "one two", id="tags-for-a-blank"),
        pytest.param("o<b class='x > y'>n</b>e", "one", id="tags-within-a-word"),
        pytest.param("a<!-- > -->b", "ab", id="comment"),
        pytest.param("a\n> b\n> > c", "a b c", id="block-quotation-of-markdown"),
        pytest.param("a \\* b", "a * b", id="escaped-in-markdown"),
        pytest.param("R&D &amp; more", "R&D & more", id="ampersands"),
        pytest.param("1 < 2 <b>is</b>", "1 < 2 is", id="less-than"),
        pytest.param("caf&eacute;&#8221;&#x2014;x", "café”—x", id="entities"),
    ],
)
def test_what_goes_along(file: str, text: str) -> None:
    trace = walked(file, text, 0)

    assert trace.length == len(text)
    for character, place in zip(text, places(trace, text), strict=True):
        assert character.isspace() or file[place] in {character, "&"}


@pytest.mark.parametrize("file", ["", "other", "pla&n", "<b", "&bogus;", "pl<!-- never closed ain"])
def test_what_does_not(file: str) -> None:
    assert walked(file, "plain", 0).length < len("plain")


def test_characters_written_as_entities_are_wide() -> None:
    trace = walked("a&eacute;b", "aéb", 0)

    assert trace.wide == ((1, len("&eacute;")),)
    assert trace.end == len("a&eacute;b")


def test_traces_are_moved_and_joined() -> None:
    first, second = walked("ab", "ab", 0), walked("ab&lt;", "<", 2).moved(2)

    assert first.followed(second) == Trace(
        anchors=((0, 0), (2, 2)), wide=((2, 4),), end=6, length=3
    )


def test_markup_is_passed_over() -> None:
    assert after_markup("  <b>\n<!-- x --> word", 0) == len("  <b>\n<!-- x --> ")
    assert after_markup("word", 0) == 0
    assert after_markup("", 0) == 0


WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Z"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from([" ", "\n  ", "<i>\n</i>"]))
def test_escaped_words_lead_back_to_themselves(words: list[str], between: str) -> None:
    file, text = between.join(map(escape, words)), " ".join(words)
    trace = walked(file, text, 0)

    if "&" not in text and "\\" not in text:
        assert trace.length == len(text)
    for character, place in zip(text[: trace.length], places(trace, text), strict=False):
        assert character.isspace() or file[place] in {character, "&"}
