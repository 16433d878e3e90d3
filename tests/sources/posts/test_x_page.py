import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.x_posts import ID, OLDER, RULES, WORDS, a_post, an_embed, answered

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.telling import Told, Unclear
from provcheck.sources.posts.x_page import read_page_of_post

URL = f"https://twitter.com/halvikport/status/{ID}"
OWN = (
    f'<div class="tweet permalink-tweet" data-tweet-id="{ID}" data-screen-name="halvikport" '
    'data-name="Halvik Port"><p class="TweetTextSize js-tweet-text tweet-text" lang="en">'
    f'{WORDS} <a href="https://t.co/Ab1"><span class="invisible">https://</span>halvik.example'
    '<span class="tco-ellipsis">…</span></a>'
    '<a class="twitter-timeline-link u-hidden">pic.twitter.com/Xy9</a></p>'
)
LD = (
    '<script type="application/ld+json">{"@type": "SocialMediaPosting", "articleBody": '
    f'"{WORDS}", "author": {{"name": "Halvik Port"}}}}</script>'
)


def described(
    title: str = "Halvik Port on Twitter", words: str = f"“{WORDS}”", url: str = URL
) -> str:
    return (
        f'<meta property="og:title" content="{title}"><meta property="og:url" content="{url}">'
        f"<meta property='og:description' content='{words}'>"
    )


def heard(page: str | bytes) -> object:
    data = page if isinstance(page, bytes) else page.encode()
    return read_page_of_post(answered(data, name="an archived copy"), a_post(), RULES)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="nothing"),
        pytest.param(b"%PDF-1.7\0\0", id="no page"),
        pytest.param('<div id="react-root"></div><script src="main.js"></script>', id="a shell"),
        pytest.param(OWN.replace(ID, OLDER), id="another post's page"),
        pytest.param(f'<div data-tweet-id="{ID}">Retweet</div>', id="a button"),
        pytest.param(an_embed(post_id=OLDER), id="another post's embed"),
        pytest.param(described(url="https://twitter.com/login"), id="a login form"),
        pytest.param(
            described().replace("og:url", "og:image"), id="an account of nobody knows what"
        ),
        pytest.param(described(title="X. It’s what’s happening"), id="the platform's own title"),
        pytest.param(described(words="“ ”"), id="no words"),
        pytest.param("<b>" * 60_001, id="markup without end"),
        pytest.param("a" * (1 << 21), id="more than a mebibyte"),
    ],
)
def test_pages_without_the_post(page: str | bytes) -> None:
    assert isinstance(heard(page), Unclear)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(OWN.replace("halvik.example", ""), id="the platform's old page"),
        pytest.param(f"<p>Look:</p>{an_embed()}", id="an embed"),
        pytest.param(described(), id="its account of itself"),
        pytest.param(
            described(title=f"Halvik Port on X: &quot;{WORDS}&quot; / X"), id="a later one"
        ),
        pytest.param(described(title="Halvik Port (@halvikport) / X"), id="with the handle"),
        pytest.param(f'<link rel="canonical" href="{URL}">{LD}', id="JSON-LD"),
    ],
)
def test_the_post_of_a_page(page: str) -> None:
    told = heard(page)
    assert isinstance(told, Told)
    post = told.text.post

    assert (told.text.text, told.completeness) == (WORDS, Completeness.WHOLE)
    assert post is not None
    assert (post.author, post.handle, post.witness) == (
        "Halvik Port",
        "halvikport",
        "an archived copy",
    )


def test_an_old_page_is_read_as_it_showed() -> None:
    told = heard(OWN)
    assert isinstance(told, Told)
    assert told.text.text == f"{WORDS} halvik.example"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(described(words=f"“{WORDS}…”"), id="words that break off"),
        pytest.param(f'{OWN}<div class="QuoteTweet">', id="a quoted post elsewhere"),
    ],
)
def test_less_than_the_post(page: str) -> None:
    told = heard(page)
    assert isinstance(told, Told)
    assert told.completeness == Completeness.TRUNCATED


@given(st.binary(max_size=200), st.text(st.sampled_from("<>/=\"' pdivmetadata-1…"), max_size=80))
def test_any_page_is_told_of(data: bytes, markup: str) -> None:
    for page in (data, markup, OWN + markup, markup + described() + markup):
        assert isinstance(heard(page), Told | Unclear)
