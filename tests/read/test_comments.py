"""Comments to the program, in Markdown and HTML: which are, where they lie, what they speak of."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.markup.tree import parsed_html
from provcheck.model.article import Article
from provcheck.read.article import READERS
from provcheck.read.comments import commented
from provcheck.read.origin import Origin
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

RULES = load_rulebook()
IGNORE = "<!-- provcheck: ignore altered -- agreed with the desk -->"
WORDS = "ignore altered -- agreed with the desk"
MARKDOWN = """---
title: The pier
---
# The pier is closed

“We will wait,” said Ada Brandvold. [Her speech](https://court.example/speech)
goes on.[^1]

- “No,” said *Per Olsen*.
- A second point

| who | what |
|-----|------|
| Ada | “We wait for good” |

> A pier is neither land
> nor sea.

```
A block of code
```

<div class="box">
<p>Raw words of HTML.</p>
</div>

[^1]: The record, https://court.example/record.
"""
PAGE = """<!doctype html><html lang="en"><head><title>The pier</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The pier"}</script></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>The pier is closed</h1>
<p>Salt &amp; sand: “We will <em>wait</em>,” <a href="https://court.example/talks">said</a> Ada.</p>
<blockquote><p>We waited &lt;long&gt;
enough.</p></blockquote>
<aside class="related"><p>Another story.</p></aside>
<blockquote class="twitter-tweet"><p>We wait</p>&mdash; Ada (@ada)
<a href="https://twitter.com/ada/status/20">March 14, 2025</a></blockquote>
<p>“Never,” he said.<br>And went.</p>
</article></body></html>"""


def read(text: str, suffix: str = ".md") -> Article:
    origin = Origin(path=f"a{suffix}", sha256="0" * 64, settings=Settings())
    return READERS[suffix](text.encode("utf-8", "surrogatepass"), origin, RULES)


def covered(text: str, suffix: str = ".md") -> str | None:
    """What the only comment of `text` speaks of."""
    article = read(text, suffix)
    (comment,) = article.comments
    assert comment.words == WORDS
    return comment.covers.of(article.text) if comment.covers else None


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        pytest.param(f"Words.\n\n{IGNORE}\n", ".txt", id="plain text, where it is text"),
        pytest.param(f"Words.\n\n```\n{IGNORE}\n```\n", ".md", id="in a fence"),
        pytest.param(f"Words.\n\n    {IGNORE}\n", ".md", id="in an indented block of code"),
        pytest.param(f"Words `{IGNORE}` on.\n", ".md", id="in inline code"),
        pytest.param(f"Words \\{IGNORE} on.\n", ".md", id="escaped in Markdown"),
        pytest.param(f'Words [on]({IGNORE} "x") <b title="{IGNORE}">b</b>.', ".md", id="in a tag"),
        pytest.param(f"---\ntitle: {IGNORE}\n---\nWords.\n", ".md", id="in front matter"),
        pytest.param("Words <!-- provcheck: ignore altered -- x\n\non.", ".md", id="never ended"),
        pytest.param("Words <!-- a provcheck: ignore x -- y --> on.", ".md", id="to somebody else"),
        pytest.param("<!-- <!-- provcheck: x -- y --> on.", ".html", id="in another comment"),
        pytest.param(
            f"<p>Words <code>{IGNORE.replace('<', '&lt;')}</code></p>", ".html", id="escaped"
        ),
        pytest.param(f"<p>Words</p><script>{IGNORE}</script>", ".html", id="in a script"),
        pytest.param(f"<p>Words</p><style>{IGNORE}</style>", ".html", id="in a style"),
        pytest.param(f"<p>Words</p><template>{IGNORE}</template>", ".html", id="in a template"),
        pytest.param(f"<p>Words</p><textarea>{IGNORE}</textarea>", ".html", id="in a control"),
        pytest.param(f"<p title='{IGNORE}'>Words</p>", ".html", id="in an attribute"),
    ],
)
def test_what_is_no_comment_to_the_program(text: str, suffix: str) -> None:
    assert read(text, suffix).comments == ()


def test_what_is_shown_as_code_stays_in_the_text() -> None:
    article = read(f"Write `{IGNORE}` so.\n\n{IGNORE}\nWords.\n")

    assert article.text == f"Write {IGNORE} so.\nWords."
    assert [comment.position.line for comment in article.comments] == [3]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"One.\n\nTwo {IGNORE} too.\n\nThree.", "Two  too.", id="within"),
        pytest.param(f"One.\n\nTwo. {IGNORE}\n\nThree.", "Two.", id="at the end"),
        pytest.param(f"One.\n\n{IGNORE} Two *too*.\n\nThree.", "Two too.", id="at the head"),
        pytest.param(f"One.\n\nTwo\ntoo. {IGNORE}\nThree.", "Two too. Three.", id="wrapped"),
        pytest.param(f"One.\n\n{IGNORE}\n\nTwo.\n\nThree.", "Two.", id="before, with a blank line"),
        pytest.param(f"One.\n{IGNORE}\nTwo.\n\nThree.", "Two.", id="before, between two lines"),
        pytest.param(f"{IGNORE}\n\nOne.\n\nTwo.", "One.", id="before everything"),
        pytest.param(f"One.\n\nTwo.\n\n{IGNORE}\n", None, id="behind everything"),
        pytest.param(f"# One {IGNORE}\n\nTwo.", "One", id="a heading"),
        pytest.param(f"- One {IGNORE}\n- Two", "One", id="an item"),
        pytest.param(f"- One\n- {IGNORE}\n  Two", "Two", id="before an item's words"),
        pytest.param(f"One.\n\n> Two\n> too. {IGNORE}\n", "Two too.", id="a block quotation"),
        pytest.param(f"One.\n\n{IGNORE}\n\n> Two\n\nThree.", "Two", id="before a quotation"),
        pytest.param(f"| a | b |\n|---|---|\n| c {IGNORE} | d |", "c", id="a cell"),
        pytest.param(f"| a | b |\n|---|---|\n| c | d {IGNORE} |", "d", id="the last cell"),
        pytest.param(f"One.\n\n<p>Two {IGNORE}</p><p>Three</p>", "Two", id="raw HTML"),
        pytest.param(f"One.\n\n<p>Two</p> {IGNORE}<p>Three</p>", "Three", id="between raw blocks"),
        pytest.param(f"{IGNORE}\n```\ncode\n```\n", "code", id="before a block of code"),
        pytest.param(
            "One[^1] <!-- provcheck: " + WORDS + " -->.\n\n[^1]: Two", "One[1] .", id="note"
        ),
        pytest.param(
            "One.\n\n<!-- provcheck: ignore altered --\nagreed with\nthe desk -->\nTwo.",
            "Two.",
            id="over several lines",
        ),
        pytest.param(
            "> One.\n>\n> <!-- provcheck: ignore altered --\n> agreed with the desk -->\n> Two.",
            "Two.",
            id="over several lines of a quotation",
        ),
    ],
)
def test_what_a_comment_in_markdown_speaks_of(text: str, words: str | None) -> None:
    said = covered(text.replace("--\n> agreed", "-- agreed"))

    assert (said and " ".join(said.split())) == (words and " ".join(words.split()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"<p>One</p><p>Two {IGNORE} too</p><p>Three</p>", "Two too", id="within"),
        pytest.param(f"<p>One</p><p>{IGNORE}Two</p>", "Two", id="at the head"),
        pytest.param(f"<p>One</p><p>\nTwo\n{IGNORE}\n</p>\n<p>Three</p>", "Two", id="own line"),
        pytest.param(f"<p>One</p>{IGNORE}<p>Two</p>", "Two", id="between, on one line"),
        pytest.param(f"<p>One</p>\n{IGNORE}\n<p>Two</p>", "Two", id="between, on its own line"),
        pytest.param(f"<p>One</p> {IGNORE}\n<p>Two</p>", "One", id="behind, on the same line"),
        pytest.param(f"<p>One</p>\n</div> {IGNORE}\n<p>Two</p>", "Two", id="behind a container"),
        pytest.param(f"<p>One</p>\n{IGNORE}", None, id="behind everything"),
        pytest.param(f"<p>One</p>{IGNORE}", "One", id="behind everything, on the same line"),
        pytest.param(f"{IGNORE}<html><body><p>One</p>", "One", id="before the page"),
        pytest.param(f"<head>{IGNORE}</head><p>One</p>", "One", id="in the head"),
        pytest.param(
            f"<body>{IGNORE}<div><article><p>One is the story.</p></article></div>",
            "One is the story.",
            id="before the article",
        ),
        pytest.param(
            f"<article><p>One is the story.</p></article>\n<div>\n{IGNORE}</div>",
            None,
            id="behind the article",
        ),
        pytest.param(f"<p hidden>No {IGNORE}</p><p>Yes</p>", None, id="in what is hidden"),
        pytest.param(
            f"<article><aside>No {IGNORE}</aside><p>Yes</p></article>", None, id="beside the story"
        ),
        pytest.param(f"<pre><code>x {IGNORE}</code></pre>", "x", id="a comment within code"),
    ],
)
def test_what_a_comment_in_html_speaks_of(text: str, words: str | None) -> None:
    assert covered(text, ".html") == words


def test_a_post_is_covered_by_a_comment_within_it() -> None:
    page = PAGE.replace("<p>We wait</p>&mdash;", f"<p>We {IGNORE} wait</p>&mdash;")

    said = covered(page, ".html")

    assert said
    assert said.startswith("We wait")


def test_places_are_those_of_the_file() -> None:
    article = read(f"😀 {IGNORE} One.\r\n\r\n“Two” {IGNORE} is three.\r\n")

    assert [(c.position.line, c.position.column) for c in article.comments] == [(1, 3), (3, 7)]
    after = article.lines.position(article.text.index("three"))
    assert (after.line, after.column) == (3, len(f"“Two” {IGNORE} is ") + 1)


def test_words_of_the_article_are_not_looked_for_in_a_comment() -> None:
    article = read("<!-- provcheck: ignore altered -- We will wait -->\n\nWe will wait.\n")

    assert article.lines.position(0).line == 3


def test_a_comment_that_never_ends_has_no_words() -> None:
    article = read("Words.\n\n<!-- provcheck: ignore altered -- so\n\nMore <b>words.</b>\n")

    assert article.text == "Words."
    assert [(comment.words, comment.position.line) for comment in article.comments] == [("", 3)]


def test_a_script_s_own_words_are_left_as_they_are() -> None:
    page = PAGE.replace('"The pier"', f'"The {IGNORE} pier"').replace("<h1>", f"{IGNORE}<h1>")

    assert read(page, ".html").title == f"The {IGNORE} pier"


@pytest.mark.parametrize(("base", "suffix"), [(MARKDOWN, ".md"), (PAGE, ".html")])
def test_a_comment_anywhere_changes_nothing_but_places(base: str, suffix: str) -> None:
    for at in range(len(base) + 1):
        unchanged(base, at, suffix)


FORMS = st.text("ab “”\n\n#>-*_`|[]()!<>/=1.\\&;:\t", max_size=60) | st.lists(
    st.sampled_from([*MARKDOWN.splitlines(), "", "    code", "***", "===", "* *", "<!--", "-->"])
).map("\n".join)


@given(base=FORMS, data=st.data())
@settings(max_examples=300, deadline=None)
def test_a_comment_in_any_markdown_changes_nothing_but_places(base: str, data) -> None:
    unchanged(base + "\nEnd", data.draw(st.integers(0, len(base))), ".md")


OPENED = ("p", "div", "b", "table", "tr", "td", "li", "ul", "pre", "blockquote", "title", "select")
OPENED += ("template", "svg", "body", "html", "head", "br")
TAGS = st.lists(
    st.sampled_from([f"<{name}>" for name in OPENED] + [f"</{name}>" for name in OPENED])
    | st.sampled_from(["<a href='x'>", "</a>", "<!--", "-->", "<", "&", "&amp;", "&lt;", "words"])
    | st.sampled_from([" ", "\n", "  "])
).map("".join)


@given(base=TAGS, data=st.data())
@settings(max_examples=300, deadline=None)
def test_a_comment_in_any_page_changes_nothing_but_places(base: str, data) -> None:
    unchanged(base + "<p>End", data.draw(st.integers(0, len(base))), ".html")


def unchanged(base: str, at: int, suffix: str) -> None:
    """Assert that a comment put into `base` at an offset, if it is one, changes nothing read."""
    article = read(base[:at] + IGNORE + base[at:], suffix)
    if not article.comments:
        return
    plain = read(base, suffix)
    same = {"comments": (), "lines": plain.lines}
    assert article.model_copy(update=same) == plain
    moved = [plain.lines.in_file(n) for n in range(len(plain.text))]
    shifted = [place + len(IGNORE) * (place >= at) for place in moved]
    assert [article.lines.in_file(n) for n in range(len(plain.text))] == shifted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!-- provcheck:" * 40_000, id="openings that never end"),
        pytest.param("<!-- provcheck:" * 40_000 + "-->", id="openings with one end"),
        pytest.param(f"{IGNORE} " * 8_000, id="comments on one line"),
        pytest.param(f"a {IGNORE} " * 8_000, id="comments in one paragraph"),
        pytest.param(f"<p>{IGNORE}" * 8_000, id="comments in raw HTML"),
        pytest.param(f"`{IGNORE}` " * 8_000, id="comments in code"),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_hostile_files_do_not_hang(text: str, suffix: str) -> None:
    began = time.monotonic()
    read(text, suffix)

    assert time.monotonic() - began < 20


def test_the_file_without_comments_is_the_rest_of_it() -> None:
    file = commented(f"a{IGNORE}b{IGNORE}", parsed_html)

    assert file.text == "ab"
    assert [(each.words, each.place) for each in file.taken] == [(WORDS, 1), (WORDS, 2)]
    assert file.marked() == f"a{file.mark(0)}b{file.mark(1)}"
    assert file.number(file.mark(1)[4:-3]) == 1
    assert file.number("words") is None
