import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.report.visible import harmless, one_line, shortened, visible


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Not yet,” she said – 4.3 %.", id="typography-is-seen"),
        pytest.param("first\n\n\tsecond", id="breaks-and-tabs-are-layout"),
        pytest.param("שלום and مرحبا", id="letters-that-run-right-to-left-are-no-controls"),
        pytest.param("می\u200cخواهم", id="persian-needs-the-non-joiner"),
        pytest.param("👩\u200d🚒 ❤\ufe0f", id="emoji-need-joiner-and-selector"),
        pytest.param("ver\u00adwaltung", id="a-soft-hyphen-shows-where-a-line-breaks"),
        pytest.param("naïve Ω 漢字", id="letters-of-any-script"),
    ],
)
def test_what_a_reader_sees_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31m", "⟦U+001B⟧[31m", id="escape"),
        pytest.param("a\rb", "a⟦U+000D⟧b", id="a-return-would-overwrite-the-line"),
        pytest.param("\x9b2J", "⟦U+009B⟧2J", id="c1-control"),
        pytest.param("\u202enot\u202c", "⟦U+202E⟧not⟦U+202C⟧", id="bidi-override"),
        pytest.param("\u2067x\u2069", "⟦U+2067⟧x⟦U+2069⟧", id="bidi-isolate"),
        pytest.param("no\u200bt", "no⟦U+200B⟧t", id="zero-width-space"),
        pytest.param("no\u200dt", "no⟦U+200D⟧t", id="joiner-between-latin-letters"),
        pytest.param("“\u200cno", "“⟦U+200C⟧no", id="non-joiner-after-a-quotation-mark"),
        pytest.param("\ud800", "⟦U+D800⟧", id="lone-surrogate"),
        pytest.param("no\U000e0074", "no⟦U+E0074⟧", id="tag-character"),
        pytest.param("\u2028\u2029", "⟦U+2028⟧⟦U+2029⟧", id="separators-that-break-lines"),
        pytest.param("\x00\ufffe", "⟦U+0000⟧⟦U+FFFE⟧", id="not-allowed-in-markup"),
    ],
)
def test_what_a_reader_does_not_see_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Lu", "Zs", "Zl", "Zp"])))
def test_nothing_that_controls_is_left(text: str) -> None:
    for char in visible(text):
        bidi = unicodedata.bidirectional(char)
        assert bidi not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("one\n\n  two", "one ¶ two", id="a-break-is-shown"),
        pytest.param("one \t two", "one two", id="blanks-are-one"),
        pytest.param("\nsaid\n", "said", id="breaks-at-the-ends-are-none"),
        pytest.param("see :: here", "see :: here", id="colons-inside-a-line-raise-nothing"),
        pytest.param("issue ## 4 [x]", "issue ## 4 [x]", id="number-signs-are-no-command"),
        pytest.param("::error::x", ": :error::x", id="github-command"),
        pytest.param("\u00a0::warning::x", "\u00a0: :warning::x", id="github-trims-any-blank"),
        pytest.param("a ##[error]x", "a # #[error]x", id="legacy-command-anywhere"),
        pytest.param("###[error]x", "## #[error]x", id="legacy-command-after-a-sign"),
        pytest.param("##vso[task.x]y", "# #vso[task.x]y", id="azure"),
        pytest.param("##teamcity[x]", "# #teamcity[x]", id="teamcity"),
    ],
)
def test_one_line_raises_no_command(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(alphabet="#[: \u00a0ab"))
def test_no_log_command_survives(text: str) -> None:
    line = harmless(text)
    assert "##[" not in line
    assert not line.lstrip().startswith("::")


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        pytest.param("short", 10, "short", id="fits"),
        pytest.param("exactly ten", 11, "exactly ten", id="just-fits"),
        pytest.param("some longer words here", 13, "some longer…", id="after-a-word"),
        pytest.param("x" * 30, 5, "xxxx…", id="a-word-without-end"),
    ],
)
def test_shortened(text: str, most: int, cut: str) -> None:
    assert shortened(text, most) == cut
