from datetime import date

import pytest
from building import a_prose

from provcheck.extract.embeds import embeds
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
WORDS = (
    "The first grain train of the year has crossed the pass https://t.co/AbC123 pic.twitter.com/Xy9"
)
AUTHOR = "— Halvik Port (@halvikport) March 12, 2025"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("— Halvik Port, March 12, 2025", id="a signature without handle"),
        pytest.param("He wrote to (@halvikport) about it.", id="a handle in prose"),
        pytest.param(f"{WORDS}\n— Halvik Port (@halvikport) soon", id="no date"),
        pytest.param(AUTHOR, id="an author line with nothing above"),
    ],
)
def test_is_no_post(text: str) -> None:
    assert list(embeds(a_prose(text), RULES)) == []


def test_a_post_is_known_by_its_author_line() -> None:
    text = f"The port was proud:\n{WORDS}\n{AUTHOR}\nNobody answered."
    (passage,) = embeds(a_prose(text), RULES)

    assert passage.span.of(text) == f"{WORDS}\n{AUTHOR}"
    assert passage.segments[0].of(text) == WORDS
    assert passage.embed is not None
    assert passage.embed.author == "Halvik Port"
    assert passage.embed.handle == "halvikport"
    assert passage.embed.posted == date(2025, 3, 12)
    assert passage.embed.platform == "X"
    assert passage.embed.links == ("https://t.co/AbC123",)
    assert passage.embed.media == ("pic.twitter.com/Xy9",)


def test_a_post_may_run_over_several_lines() -> None:
    text = f"The port was proud.\nGrain is rolling\nacross the pass tonight\n{AUTHOR}"
    (passage,) = embeds(a_prose(text), RULES)

    assert passage.segments[0].of(text) == "Grain is rolling\nacross the pass tonight"


@pytest.mark.parametrize(
    "author",
    [
        pytest.param("– Halvik Port (@halvikport) 12 March 2025", id="en dash, day first"),
        pytest.param(
            "-- Halvik Port 🚢 (@halvikport) Mar 12, 2025", id="hyphens, emoji, short month"
        ),
        pytest.param("— Halvik Port (@halvikport) 12. März 2025", id="German date"),
        pytest.param("— Halvik Port (@halvikport) 12 mars 2025", id="French date"),
    ],
)
def test_author_lines_in_other_styles(author: str) -> None:
    (passage,) = embeds(a_prose(f"Intro.\n{WORDS}\n{author}"), RULES)

    assert passage.embed is not None
    assert passage.embed.posted == date(2025, 3, 12)
