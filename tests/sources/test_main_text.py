import pytest
from sources.files import FILLER, a_page, an_article

from provcheck.sources.main_text import MainText, main_text


def test_an_empty_main_text_holds_nothing() -> None:
    assert not MainText("").holds("Any words at all stand here.")
    assert not MainText("").holds("Any")


def test_words_elsewhere_are_not_held() -> None:
    assert not MainText(FILLER).holds("Nobody said these other words about it.")
    assert not MainText(FILLER).holds("bridge")


def test_words_of_the_main_text_are_held_whatever_their_marks() -> None:
    assert MainText(FILLER).holds("the council met on TUESDAY evening — in the old town hall")
    assert MainText("Yes, sir\n" + FILLER).holds("Yes, sir.")


def test_share_counts_runs_of_four_words() -> None:
    assert MainText("a b c d e f").share("a b c d x") == 0.5


def test_trafilatura_takes_the_article_and_leaves_comments() -> None:
    page = a_page(
        an_article() + '<div id="comments"><p>I say that all is fine here, friends.</p></div>'
    )
    main = main_text(page)
    assert main.holds(FILLER)
    assert not main.holds("I say that all is fine here, friends.")


@pytest.mark.parametrize(
    "fill",
    [
        pytest.param(
            "<p>The <i class='x'>words</i> of <b>it</b> were these.</p>", id="a few kinds"
        ),
        pytest.param("<p>See <a href='/x'>this</a>, <sup>2</sup> and that.</p>", id="links stay"),
    ],
)
def test_a_page_of_many_tags_has_the_same_main_text(
    monkeypatch: pytest.MonkeyPatch, fill: str
) -> None:
    page = a_page(f"<article><h1>Bridge</h1>{fill * 50}<p>{FILLER}</p></article>")
    usual = main_text(page)
    monkeypatch.setattr("provcheck.sources.main_text._LARGE", 20)

    assert usual.words > 0
    assert main_text(page)._runs == usual._runs


def test_what_is_no_page_has_no_main_text() -> None:
    assert main_text("").words == 0
