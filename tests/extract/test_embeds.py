from datetime import date

import pytest
from building import a_prose, span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.extract.discourse import Discourse
from provcheck.extract.embeds import embeds
from provcheck.extract.passage import Passage
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Embed, Link
from provcheck.model.span import Span

WORDS = (
    "The first grain train of the year has crossed the pass https://t.co/AbC123 pic.twitter.com/Xy9"
)
AUTHOR = "— Halvik Port (@halvikport) March 12, 2025"


def the_post(text: str) -> Passage:
    (passage,) = embeds(a_discourse(text))
    return passage


def words_of(text: str) -> str:
    (words,) = the_post(text).segments
    return words.of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("— Halvik Port, March 12, 2025", id="a signature without handle"),
        pytest.param("He wrote to (@halvikport) about it.", id="a handle in prose"),
        pytest.param("Write to Per (@per) by March 12, 2025", id="a handle and a day, no dash"),
        pytest.param(f"{WORDS}\n— Halvik Port (@halvikport) soon", id="no date"),
        pytest.param(f"{WORDS}\n— Halvik Port (@halvikport) March 12", id="no year"),
        pytest.param(f"{WORDS}\n— Halvik Port (@halvikport) March 32, 2025", id="no such day"),
        pytest.param(f"{WORDS}\n— Halvik Port (halvikport) March 12, 2025", id="no at sign"),
        pytest.param(f"{WORDS}\n— (@halvikport) March 12, 2025", id="no name"),
        pytest.param(AUTHOR, id="an author line with nothing above"),
        pytest.param(f"{AUTHOR}\n{WORDS}", id="an author line above the words"),
        pytest.param("", id="no text"),
    ],
)
def test_is_no_post(text: str) -> None:
    assert list(embeds(a_discourse(text))) == []


def test_a_post_is_known_by_its_author_line() -> None:
    text = f"The port was proud:\n{WORDS}\n{AUTHOR}\nNobody answered."
    passage = the_post(text)

    assert passage.kind == ClaimKind.EMBED
    assert passage.span.of(text) == f"{WORDS}\n{AUTHOR}"
    assert passage.outer == passage.span
    assert passage.segments[0].of(text) == WORDS
    assert passage.embed is not None
    assert passage.embed.author == "Halvik Port"
    assert passage.embed.author_span == span_in(text, "Halvik Port")
    assert passage.embed.handle == "halvikport"
    assert passage.embed.posted == date(2025, 3, 12)
    assert passage.embed.platform == "X"
    assert passage.embed.links == ("https://t.co/AbC123",)
    assert passage.embed.media == ("pic.twitter.com/Xy9",)


def test_a_post_without_links_or_pictures_has_none() -> None:
    embed = the_post(f"It began.\nGrain is rolling tonight\n{AUTHOR}").embed

    assert embed is not None
    assert (embed.platform, embed.links, embed.media, embed.url) == ("X", (), (), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            f"The port was proud.\nGrain is rolling\nacross the pass tonight\n{AUTHOR}",
            "Grain is rolling\nacross the pass tonight",
            id="behind a stop",
        ),
        pytest.param(
            f"The port was proud:\nGrain\nis\nrolling!\n{AUTHOR}",
            "Grain\nis\nrolling!",
            id="behind a colon",
        ),
        pytest.param(
            f"“It is proud”\nGrain is rolling\ntonight\n{AUTHOR}",
            "Grain is rolling\ntonight",
            id="behind a quotation",
        ),
        pytest.param(
            f"{'The port was proud and ' * 7}so on\nGrain is rolling\n{AUTHOR}",
            "Grain is rolling",
            id="behind a paragraph too long for a line",
        ),
        pytest.param(f"Grain is\nrolling\n{AUTHOR}", "Grain is\nrolling", id="from the first line"),
        pytest.param(
            "\n".join([*"abcdefghijk", AUTHOR]), "\n".join("defghijk"), id="eight lines at most"
        ),
    ],
)
def test_a_post_may_run_over_several_lines(text: str, words: str) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Grain is rolling {AUTHOR}", id="on its own"),
        pytest.param(f"The port was proud\nGrain is rolling {AUTHOR}", id="a line above"),
        pytest.param("Grain is rolling—Halvik Port (@halvikport) March 12, 2025", id="no space"),
        pytest.param(f"Well-known, 5–7 pm, grain - hay {AUTHOR}", id="dashes in the words"),
        pytest.param("Grain is rolling --Halvik Port (@halvikport) 12 March 2025", id="hyphens"),
    ],
)
def test_an_author_line_may_end_the_line_of_the_words(text: str) -> None:
    assert words_of(text) in {"Grain is rolling", "Well-known, 5–7 pm, grain - hay"}


@pytest.mark.parametrize(
    "author",
    [
        pytest.param("– Halvik Port (@halvikport) 12 March 2025", id="en dash, day first"),
        pytest.param(
            "-- Halvik Port 🚢 (@halvikport) Mar 12, 2025", id="hyphens, emoji, short month"
        ),
        pytest.param("— Halvik Port (@halvikport) · Mar 12, 2025", id="a dot between"),
        pytest.param("— Halvik Port (@halvikport) March 12, 2025 at 10:04", id="an hour behind"),
        pytest.param("— Halvik Port (@halvikport) 2025-03-12", id="ISO date"),
        pytest.param("— Halvik Port (@halvikport) 12. März 2025", id="German date"),
        pytest.param("— Halvik Port (@halvikport) 12 mars 2025", id="French date"),
        pytest.param("— Halvik Port (@halvikport) 12 de marzo de 2025", id="Spanish date"),
        pytest.param("— Halvik Port (@halvikport) 12 marzo 2025", id="Italian date"),
        pytest.param("— Halvik Port (@halvikport) 12 de março de 2025", id="Portuguese date"),
        pytest.param("— Halvik Port (@halvikport) 12 maart 2025", id="Dutch date"),
        pytest.param("— Halvik Port (@halvikport) 12 marca 2025", id="Polish date"),
        pytest.param("— Halvik Port (@halvikport) 12 марта 2025", id="Russian date"),
        pytest.param("— Halvik Port (@halvikport) 12 березня 2025", id="Ukrainian date"),
        pytest.param("— Halvik Port (@halvikport) 2025年3月12日", id="Japanese date"),
    ],
)
def test_author_lines_in_other_styles(author: str) -> None:
    embed = the_post(f"Intro.\n{WORDS}\n{author}").embed

    assert embed is not None
    assert embed.posted == date(2025, 3, 12)
    assert embed.handle == "halvikport"


POST = "https://twitter.com/halvikport/status/1899800000000000001"


@pytest.mark.parametrize(
    ("behind", "url"),
    [
        pytest.param("", None, id="no address"),
        pytest.param(" https://halvik-port.example/grain", None, id="of a page"),
        pytest.param(f" {POST}", POST, id="as it is"),
        pytest.param(f" ({POST})", POST, id="in brackets"),
        pytest.param(f" <{POST}>", POST, id="in angles"),
    ],
)
def test_an_address_behind_the_day_is_the_post_s(behind: str, url: str | None) -> None:
    embed = the_post(f"It began.\n{WORDS}\n{AUTHOR}{behind}").embed

    assert embed is not None
    assert (embed.url, embed.posted) == (url, date(2025, 3, 12))


@pytest.mark.parametrize("url", [POST, "https://halvik-port.example/grain"])
def test_a_day_that_is_a_link_leads_to_the_post(url: str) -> None:
    text = f"It began.\n{WORDS}\n{AUTHOR}"
    link = Link(span=span_in(text, "March 12, 2025"), url=url)
    (passage,) = embeds(Discourse(a_prose(text, links=(link,)), RULES))

    assert passage.embed is not None
    assert passage.embed.url == (url if url == POST else None)


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        pytest.param("Ada Brandvold", "ada_b", id="an underscore"),
        pytest.param("Odalys Kestrane-Øst", "odalys.kestrane.example", id="a host for a handle"),
        pytest.param("Harbour Authority, Halvik", "Halvik2025", id="a comma, capitals"),
        pytest.param("Åse", "a", id="one letter"),
        pytest.param("Port (Halvik) 🚢", "a", id="brackets, a picture"),
        pytest.param("Halvik Port – News — all of it", "a", id="dashes"),
        pytest.param("港の声", "a", id="other letters"),
    ],
)
def test_names_and_handles_are_told_as_written(name: str, handle: str) -> None:
    embed = the_post(f"It began.\nGrain is rolling\n— {name} (@{handle}) March 12, 2025").embed

    assert embed is not None
    assert (embed.author, embed.handle) == (name, handle)


def test_a_post_is_cited_with_its_pictures() -> None:
    (claim,) = claims(a_prose(f"It began.\n{WORDS}\n{AUTHOR}"), RULES)

    assert [cite.media for cite in claim.cites] == [("pic.twitter.com/Xy9",)]


def test_two_posts_with_words_between_are_two() -> None:
    text = f"{WORDS}\n{AUTHOR}\nSo it went on.\nStill rolling\n– Per Olsen (@per) 13 March 2025"
    first, second = embeds(a_discourse(text))

    assert first.segments[0].of(text) == WORDS
    assert second.segments[0].of(text) == "Still rolling"


def an_embed(text: str, words: str) -> Embed:
    return Embed(
        platform="Bluesky",
        span=Span(start=text.index(words), end=len(text)),
        words=span_in(text, words),
    )


def test_a_post_by_markup_is_taken_as_it_was_read() -> None:
    text = f"The port was proud.\n{WORDS}\n{AUTHOR}"
    embed = an_embed(text, WORDS)
    (passage,) = embeds(Discourse(a_prose(text, embeds=(embed,)), RULES))

    assert passage.embed == embed
    assert passage.span == embed.span
    assert passage.segments == (embed.words,)


def test_a_post_by_markup_without_words_is_nobodys() -> None:
    text = "The port was proud."
    empty = Embed(platform="X", span=span_in(text, "proud"), words=Span(start=4, end=4))

    assert list(embeds(Discourse(a_prose(text, embeds=(empty,)), RULES))) == []


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from([WORDS, AUTHOR, "Grain", "Proud:", "Go.", f"Go {AUTHOR}"]), max_size=7)
)
def test_any_lines_give_posts_within_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)

    for passage in embeds(a_discourse(text)):
        assert passage.span.end <= len(text)
        assert all(passage.span.holds(words) and len(words) for words in passage.segments)
