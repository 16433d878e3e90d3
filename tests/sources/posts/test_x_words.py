from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.x_posts import a_link, a_tweet

from provcheck.sources.posts.x_words import words_of

LINK, LEADS_TO = "https://t.co/AbC123", "https://halvik-port.example/grain?a=1&b=2"


def with_link(text: str, **known: Any) -> dict[str, Any]:
    return a_tweet(text, entities={"urls": [a_link(text, LINK, LEADS_TO)]}, **known)


def test_a_link_stays_as_embeds_have_it_and_leads_on() -> None:
    words = words_of(with_link(f"Grain is rolling {LINK} tonight"))

    assert words.text == f"Grain is rolling {LINK} tonight"
    assert [(link.span.of(words.text), link.url) for link in words.links] == [(LINK, LEADS_TO)]


def test_references_are_undone_behind_the_work_on_places() -> None:
    words = words_of(with_link(f"Grain &amp; hay &lt;b&gt; &amp;amp; 🚂🚂 {LINK} &lt;3"))

    assert words.text == f"Grain & hay <b> &amp; 🚂🚂 {LINK} <3"
    assert [link.span.of(words.text) for link in words.links] == [LINK]


def test_places_count_code_points() -> None:
    text = f"🚂🚂🚂 {LINK} 🚂"
    assert words_of(with_link(text)).links[0].span.of(text) == LINK


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"display_text_range": [13, 43]}, id="the picture lies beyond the range"),
        pytest.param({"display_text_range": [13, 65]}, id="the picture lies within it"),
        pytest.param({"display_text_range": [13, 50]}, id="the range ends in its link"),
    ],
)
def test_names_a_reply_begins_with_and_pictures_are_not_shown(known: dict[str, Any]) -> None:
    text = "@tor @annavi Grain is rolling over the pass https://t.co/Picture1 "
    media = [a_link(text, "https://t.co/Picture1", "https://x.com/a/status/1/photo/1")]
    tweet = a_tweet(text, entities={"media": media}, mediaDetails=media, **known)

    assert words_of(tweet).text == "Grain is rolling over the pass"
    assert words_of(tweet).links == ()


def test_a_picture_in_the_middle_costs_no_words() -> None:
    text = "Grain https://t.co/Picture1 is rolling"
    media = [a_link(text, "https://t.co/Picture1", "https://x.com/a/status/1/photo/1")]

    assert words_of(a_tweet(text, entities={"media": media})).text == "Grain  is rolling"


def test_a_link_to_the_quoted_post_is_not_shown() -> None:
    assert words_of(with_link(f"See: {LINK}"), frozenset({LEADS_TO})).text == "See:"


@pytest.mark.parametrize(
    "entities",
    [
        pytest.param(None, id="none"),
        pytest.param([], id="a list"),
        pytest.param({"urls": {"a": 1}, "media": "b"}, id="of other kinds"),
        pytest.param({"urls": [None, {}, {"url": 7}, {"url": ""}]}, id="without addresses"),
        pytest.param({"urls": [{"url": "Grain", "indices": [0, 5]}]}, id="words for an address"),
        pytest.param({"urls": [{"url": "https://t.co/other"}]}, id="an address not in the text"),
    ],
)
def test_entities_that_do_not_fit_change_nothing(entities: object) -> None:
    words = words_of(a_tweet("Grain is rolling", entities=entities))
    assert (words.text, words.links) == ("Grain is rolling", ())


@pytest.mark.parametrize("indices", [None, [], [True, 3], [-19, 0], [3, 22], [10**9], ["17"]])
def test_a_place_that_is_wrong_is_looked_for(indices: object) -> None:
    text = f"Grain is rolling {LINK}"
    urls = [{"url": LINK, "expanded_url": "javascript:alert(1)", "indices": indices}]
    words = words_of(a_tweet(text, entities={"urls": urls}))

    assert [(link.span.of(text), link.url) for link in words.links] == [(LINK, LINK)]


@pytest.mark.parametrize("shown", [None, [], [0], [5, 3], [-2, 4], [0, 999], [0.0, 3.0], "ab"])
def test_a_range_that_cannot_be_is_the_whole(shown: object) -> None:
    assert (
        words_of(a_tweet("Grain is rolling", display_text_range=shown)).text == "Grain is rolling"
    )


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["urls", "media", "url", "expanded_url", "indices"]), inner, max_size=4
        )
    ),
)


@given(st.text(st.sampled_from("ab @&;lt\n🚂https://t.co/Ab1"), max_size=80), ANYTHING, ANYTHING)
def test_anything_gives_links_within_the_words(text: str, shown: object, entities: object) -> None:
    words = words_of({"text": text, "display_text_range": shown, "entities": entities})

    assert all(link.span.end <= len(words.text) for link in words.links)
    assert words.text == words.text.strip()
