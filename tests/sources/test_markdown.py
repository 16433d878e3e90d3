import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import body, read, spoken, words_at

from provcheck.model.prose import BlockKind
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.sources.body import Unreadable
from provcheck.sources.markdown import read_markdown

RULES = load_rulebook()
LETTER = """---
title: "A letter"
author: Mara Theron
lang: sv
---
# The bridge

The **council** said [no](/minutes "Minutes") to it
on *Tuesday*.

> We will
> not sign.

- one `two`
- three

| a | b |
|---|---|
| c | d |

<div>raw</div>
"""


def test_marks_are_no_words(rules: Rulebook) -> None:
    text, _ = read(rules, LETTER, "letter.md", url="https://lund.example/news/letter")
    assert words_at(text) == [
        "The bridge",
        "The council said no to it on Tuesday.",
        "We will not sign.",
        "one two",
        "three",
        *"abcd",
    ]
    assert [b.kind for b in text.blocks[:4]] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.BLOCK_QUOTE,
        BlockKind.LIST_ITEM,
    ]


def test_front_matter_says_who_and_what(rules: Rulebook) -> None:
    text, _ = read(rules, LETTER, "letter.md")
    assert (text.title, text.byline, text.lang) == ("A letter", "Mara Theron", "sv")


def test_links_are_absolute_and_of_the_web(rules: Rulebook) -> None:
    text, _ = read(
        rules,
        "[a](/x) [b](mailto:m@lund.example) [d](https://d.example/)",
        "l.md",
        url="https://lund.example/news/",
    )
    assert [(link.url, link.span.of(text.text)) for link in text.links] == [
        ("https://lund.example/x", "a"),
        ("https://d.example/", "d"),
    ]


def test_a_broken_base_makes_no_links(rules: Rulebook) -> None:
    text, _ = read(rules, "[a](/x)", "l.md", url="http://[bad/")
    assert text.links == ()


def test_bold_labels_make_a_transcript(rules: Rulebook) -> None:
    text, _ = read(rules, "# Talk\n\n**THERON:** No.\n\n**OLT:** Why?\n\n**THERON:** So.", "t.md")
    assert spoken(text) == [("Theron", "No."), ("Olt", "Why?"), ("Theron", "So.")]
    assert text.title == "Talk"
    assert "markdown" in text.extractor


def test_a_huge_file_is_read_as_plain_text(rules: Rulebook) -> None:
    text, _ = read(rules, "> Words that stand in a line.\n\n" * 40_000, "huge.md")
    assert text.extractor.startswith("plain/")


def test_no_words_is_refused(rules: Rulebook) -> None:
    with pytest.raises(Unreadable):
        read(rules, "\n \n", "empty.md")


@given(st.text(st.sampled_from("ab >*_`#-|[]()!<\n\t1."), max_size=200))
def test_spans_point_into_the_text(marked: str) -> None:
    try:
        text, _ = read_markdown(body(marked, "x.md", url="https://a.example/"), RULES)
    except Unreadable:
        return
    for pointer in (*text.blocks, *text.links):
        assert pointer.span.of(text.text)


def test_deep_nesting_is_bounded(rules: Rulebook) -> None:
    text, _ = read(rules, ">" * 100_000 + " deep", "deep.md")
    assert text.text
