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


def test_what_is_no_page_has_no_main_text() -> None:
    assert main_text("").words == 0
