from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.article import Article
from provcheck.model.prose import BlockKind
from provcheck.read.markdown import read_markdown
from provcheck.read.origin import Origin
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

PLATFORMS = load_rulebook().platforms
ORIGIN = Origin(path="a.md", sha256="0" * 64, settings=Settings())
LETTER = """---
title: "The pier"
author: Ada Brandvold
date: 2025-03-14
lang: en
---

# The pier is closed

The [ruling][r] is *plain*, says the court.[^1] See [her speech](https://court.example/speech).

> A pier is neither land
> nor sea.

- one point
- another point

[r]: https://court.example/ruling
[^1]: The record, https://court.example/record.
"""


def read(text: str) -> Article:
    return read_markdown(text.encode(), ORIGIN, PLATFORMS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Only words, no marks.", id="plain words"),
        pytest.param("A footnote[^9] that leads nowhere.", id="a lost footnote"),
        pytest.param("A [bracket] of its own.", id="brackets"),
        pytest.param("---\n- a list\n---\nWords.", id="no front matter"),
        pytest.param("---\na: &x [1]\nb: *x\n---\nWords.", id="front matter with aliases"),
    ],
)
def test_invents_no_links_and_no_title(text: str) -> None:
    article = read(text)

    assert article.links == ()
    assert article.byline is None


def test_front_matter() -> None:
    article = read(LETTER)

    assert article.title == "The pier"
    assert article.byline == "Ada Brandvold"
    assert article.published == date(2025, 3, 14)
    assert article.lang == "en"


def test_the_text_has_no_marks_of_markdown() -> None:
    text = read(LETTER).text

    assert "The ruling is plain, says the court." in text
    assert not any(mark in text for mark in ("](", "*", "> ", "# ", "---"))


def test_links_of_every_form() -> None:
    article = read(LETTER)

    assert {(link.span.of(article.text), link.url) for link in article.links} >= {
        ("ruling", "https://court.example/ruling"),
        ("her speech", "https://court.example/speech"),
        ("[1]", "https://court.example/record"),
    }


def test_blocks_of_every_kind() -> None:
    article = read(LETTER)
    kinds = {block.kind: block.span.of(article.text) for block in article.blocks}

    assert kinds[BlockKind.HEADING] == "The pier is closed"
    assert kinds[BlockKind.BLOCK_QUOTE] == "A pier is neither land nor sea."
    assert kinds[BlockKind.LIST_ITEM] == "another point"


def test_places_lead_back_to_the_file() -> None:
    article = read(LETTER)
    place = article.lines.position(article.text.index("says the court"))

    assert place.line == LETTER[: LETTER.index("says the court")].count("\n") + 1


@given(st.text(alphabet="ab []()>#*_`-\n:^!|", max_size=80))
def test_any_markdown_is_read(text: str) -> None:
    article = read(text)

    assert all(block.span.end <= len(article.text) for block in article.blocks)
    assert all(link.span.end <= len(article.text) for link in article.links)
