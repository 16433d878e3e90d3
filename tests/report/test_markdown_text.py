import re

import pytest
from hostile import payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rendering import made_of_text, page, skeleton

from provcheck.report.html.links import Link, link
from provcheck.report.markdown_text import linked, literal, plain
from provcheck.report.visible import one_line

TRICKS = (
    "@name and @org/team",
    "#12, GH-12, owner/name#12, DESK-12",
    ":smile: :+1: :100:",
    "https://evil.example/x www.evil.example a@evil.example",
    "//evil.example evil.example:8080/x ftp://evil.example mailto:a.b@evil.example",
    "WWW.evil.example HTTP://EVIL.example",
    "![x](https://evil.example/x.png) [x](https://evil.example)",
    "[x]: https://evil.example\n\n[x]",
    "<https://evil.example> <img src=x> <!-- x --> <span title='x'>",
    "# heading\n\n- list\n\n1. list\n\n> quotation",
    "***bold*** __bold__ ~~gone~~ `code` ``` fence",
    "| a | b |\n| --- | --- |\n| c | d |",
    "a | b",
    "line\\\nbreak\\",
    "trailing  \nblanks  ",
    "0123456789abcdef0123456789abcdef01234567",
    "$x^2$ and $`x`$ and $$x$$",
    '!12 %12 %"x y" ~12 ~bug ~"x y" &12 ^alert#12 $12 *iteration:12 [vulnerability:12] %{name}',
    "{+ added +} [- gone -] {- gone -} [+ added +]",
    "[^1] [ ] [x] [[page]] [[_TOC_]] [!NOTE]",
    "/close\n/assign @name",
    "</li></details></main>",
    "&lt;b&gt; &amp; &#64;name &copy",
    "setext\n===\n---",
    "    indented\n\tcode",
)


def rendered(markdown: str):
    return page(f"- article: “{markdown}”\n")


@pytest.mark.parametrize("words", [*TRICKS, *payloads()], ids=repr)
def test_words_are_words(words: str) -> None:
    shown = rendered(plain(words))

    assert skeleton(shown) == [("ul", None, [("li", None, [])])]
    assert shown.get_text() == f"\narticle: “{one_line(words)}”\n\n"
    assert list(made_of_text(shown)) == []


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text() | st.text(alphabet="@#:$!%~&^[]{}()<>*_`|\\+-./w x1a\n"))
def test_any_words_are_words(words: str) -> None:
    shown = rendered(plain(words))

    assert skeleton(shown) == [("ul", None, [("li", None, [])])]
    assert " ".join(shown.get_text().split()) == " ".join(f"article: “{one_line(words)}”".split())
    assert list(made_of_text(shown)) == []


@pytest.mark.parametrize("words", ["$x$", "$$x$$", "$`x`$", "\\$x\\$", "US$5 to US$6"])
def test_no_two_dollars_are_a_formula_to_gitlab_which_takes_spans_into_it(words: str) -> None:
    assert not re.search(r"(?<!\\)(?:\\\\)*\$", plain(words))


@pytest.mark.parametrize(
    "words", ["We may open, he said – at 10.30.", "3 o’clock: tea (or not)", "¿Qué? “Ja”"]
)
def test_plain_words_are_left_as_they_are(words: str) -> None:
    assert plain(words) == words


def test_what_may_lead_nowhere_is_no_link() -> None:
    assert linked(link("javascript:alert(1)", "x")) == "x (javascript:alert(1))"
    assert linked(Link("a_b", None)) == "a\\_b"


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?a=1&b=2&copy=3",
        "https://a.example/x_(y)_z",
        "https://a.example/[x]*y*~z~",
        "https://a.example/a)b",
        "http://a.example/#:~:text=x",
        "https://a.example/ü",
    ],
)
def test_a_link_leads_to_its_address(url: str) -> None:
    found = page(f"from: {linked(link(url, 'the *minutes*'))}").find("a")
    assert found.get_text() == "the *minutes*"
    assert found["href"].replace("%C3%BC", "ü").replace("%5B", "[").replace("%5D", "]") == url


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text())
def test_any_address_makes_one_link_or_none(address: str) -> None:
    shown = page(f"from: {linked(link(f'https://a.example/{address}', 'x'))}")
    links = shown.find_all("a")
    assert len(links) <= 1
    assert skeleton(shown) == [("p", None, [("a", tag["href"], []) for tag in links])]
    assert all(tag["href"].startswith("https://a.example/") for tag in links)


@given(text=st.text(alphabet="`$@#<>*_|[]() a.md/\\\n\u202e"))
def test_what_is_literal_is_one_piece_of_code_that_says_it(text: str) -> None:
    (inline,) = MarkdownIt("commonmark").parseInline(f"in {literal(text)}, line 1")
    code = [child.content for child in inline.children if child.type == "code_inline"]
    assert code == [one_line(text) if one_line(text).strip() else "␣"]
    assert {child.type for child in inline.children} <= {"text", "code_inline"}
