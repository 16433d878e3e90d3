import re

import pytest
from pydantic import ValidationError

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.platforms import EmbedShape, Platform


def a_platform(*embeds: str) -> Platform:
    return Platform(
        id="x", name="X", hosts=("x.example",), embeds=embeds, post_path="/post/([0-9]+)"
    )


@pytest.mark.parametrize("css", ["div > p", "*", "", "div.a.b", "div[x]", ".only-class"])
def test_other_selectors_are_refused(css: str) -> None:
    with pytest.raises(ValidationError, match="no simple selector"):
        a_platform(css)


@pytest.mark.parametrize(
    ("css", "shape"),
    [
        ("amp-post", EmbedShape(element="amp-post")),
        ("blockquote.post", EmbedShape(element="blockquote", css_class="post")),
        (
            "iframe[src*='x.example/e']",
            EmbedShape(element="iframe", attribute="src", holds="x.example/e"),
        ),
    ],
)
def test_simple_selectors_are_taken_apart(css: str, shape: EmbedShape) -> None:
    assert a_platform(css).shapes == (shape,)


def test_only_elements_of_a_shape_hold_posts(rules: Rulebook) -> None:
    assert {"blockquote", "iframe"} <= rules.platforms.elements
    assert "p" not in rules.platforms.elements


def test_shipped_platforms_are_whole(rules: Rulebook) -> None:
    known = rules.platforms.platforms

    assert len({platform.id for platform in known}) == len(known)
    assert all(re.compile(platform.post_path) and platform.hosts for platform in known)
