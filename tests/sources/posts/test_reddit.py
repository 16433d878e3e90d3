from datetime import UTC, datetime
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, WORDS, post_at, telling, told

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.reddit import ADAPTER
from provcheck.sources.posts.telling import Told, Unclear, Withheld

URL = "https://www.reddit.com/r/piers/comments/w2n556/the_pier/"
COMMENT = "https://old.reddit.com/r/piers/comments/w2n556/the_pier/ih9abc/"


def an_entry(words: str, name: str = "t3_w2n556", title: str = "The pier, again") -> str:
    content = f'<!-- SC_OFF --><div class="md"><p>{words}</p></div><!-- SC_ON --> submitted by u/t'
    return (
        f"<entry><author><name>/u/tor_lind</name></author><id>{name}</id>"
        f'<content type="html">{escape(content)}</content><title>{title}</title>'
        "<published>2025-01-22T16:05:00+00:00</published></entry>"
    )


def a_feed(*entries: str, head: str = "") -> str:
    return f'{head}<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("", Unclear, id="no bytes"),
        pytest.param("<html><p>whoa there, pardner</html>", Unclear, id="a check for robots"),
        pytest.param(a_feed(), Unclear, id="an empty feed"),
        pytest.param(a_feed(an_entry(WORDS, "t3_other")), Unclear, id="another post"),
        pytest.param(a_feed(an_entry(WORDS, "t1_w2n556")), Unclear, id="a comment"),
        pytest.param(a_feed(an_entry("[removed]")), Withheld, id="removed"),
        pytest.param(a_feed(an_entry("[deleted]")), Withheld, id="deleted"),
    ],
)
def test_no_words(said: str, kind: type) -> None:
    assert isinstance(telling(ADAPTER, URL, said), kind)


def test_a_post_is_its_title_and_its_words() -> None:
    post = told(ADAPTER, URL, a_feed(an_entry(WORDS), an_entry("No.", "t1_ih9abc")))
    text = post.text

    assert post.completeness is Completeness.WHOLE
    assert text.text == f"The pier, again\n{WORDS}"
    assert (text.title, text.own_voice) == ("Post by @tor_lind", "@tor_lind")
    assert text.published == datetime(2025, 1, 22, 16, 5, tzinfo=UTC)


def test_a_comment_is_its_words_alone() -> None:
    feed = a_feed(an_entry(WORDS), an_entry("No.", "t1_ih9abc", "/u/tor_lind on The pier"))
    assert told(ADAPTER, COMMENT, feed).text.text == "No."


@pytest.mark.parametrize("url", [URL, COMMENT])
def test_a_feed_is_asked_for_by_the_posts_number(url: str) -> None:
    (witness,) = ADAPTER.witnesses(post_at(url), RULES)

    assert witness.url.startswith("https://www.reddit.com/comments/w2n556/")
    assert witness.url.endswith("/.rss")


def test_no_entity_is_unfolded() -> None:
    head = '<!DOCTYPE feed [<!ENTITY a "pier pier"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    found = telling(ADAPTER, URL, a_feed(an_entry("shut", title="&a;&x;"), head=head))

    assert isinstance(found, Told)
    assert found.text.text == "shut"


@given(
    st.binary()
    | st.text().map(lambda words: a_feed(an_entry(escape(words))).encode("utf-8", "replace"))
)
def test_any_answer_is_told(said: bytes) -> None:
    assert isinstance(telling(ADAPTER, URL, said), Told | Withheld | Unclear)
