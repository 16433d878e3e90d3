from datetime import UTC, date, datetime

import pytest
from building import a_prose
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.prose import BlockKind
from provcheck.read.furniture import Furniture, day_line, recognised

STORY = "The harbour opened in May, and nobody was surprised by it at all."


def of(text: str) -> Furniture:
    return recognised(text, a_prose(text).blocks)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="a sentence alone"),
        pytest.param(f"{STORY}\n{STORY}", id="sentences"),
        pytest.param(f"By May the harbour was open.\n{STORY}", id="a sentence that begins with by"),
        pytest.param(f"May 2025 was a warm month.\n{STORY}", id="a sentence with a date"),
        pytest.param(f"{STORY}\nAda Brandvold", id="a name with no date beside it"),
    ],
)
def test_prose_is_no_furniture(text: str) -> None:
    found = of(text)

    assert found.byline is None
    assert found.published is None
    assert found.title is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thu, 01/23/2025 – 16:40", date(2025, 1, 23)),
        ("23/01/2025", date(2025, 1, 23)),
        ("23.01.2025", date(2025, 1, 23)),
        ("2025-01-23", date(2025, 1, 23)),
        ("January 23, 2025", date(2025, 1, 23)),
        ("Published 23 January 2025", date(2025, 1, 23)),
        ("Published on January 23, 2025 at 16:40", date(2025, 1, 23)),
        ("2025-01-23T16:40:00+00:00", datetime(2025, 1, 23, 16, 40, tzinfo=UTC)),
    ],
)
def test_date_lines(line: str, day: date) -> None:
    assert day_line(line) == day


@pytest.mark.parametrize(
    "line",
    ["", "January", "99/99/2025", "The 23rd of January 2025 was cold", "12", "2025", "x" * 200],
)
def test_other_lines_are_no_dates(line: str) -> None:
    assert day_line(line) is None


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        pytest.param(f"Title\nBy Ada Brandvold\n{STORY}", "Ada Brandvold", id="by"),
        pytest.param(
            f"Title\nBy Ada Brandvold, Northgate Wire\n{STORY}", "Ada Brandvold", id="paper"
        ),
        pytest.param(f"Titel\nVon Ada Brandvold\n{STORY}", "Ada Brandvold", id="von"),
        pytest.param(
            f"{STORY}\nAda Brandvold\nThu, 01/23/2025 – 16:40", "Ada Brandvold", id="foot"
        ),
    ],
)
def test_bylines(text: str, byline: str) -> None:
    assert of(text).byline == byline


@pytest.mark.parametrize(
    ("start", "dateline", "day"),
    [
        ("LONDON, Jan 23 (Reuters) - ", "LONDON, Jan 23 (Reuters) -", None),
        (
            "HALVIK, March 14, 2025 (Northgate Wire) - ",
            "HALVIK, March 14, 2025 (Northgate Wire) -",
            date(2025, 3, 14),
        ),
        ("HALVIK (Northgate Wire) — ", "HALVIK (Northgate Wire) —", None),
    ],
)
def test_datelines(start: str, dateline: str, day: date | None) -> None:
    found = of(start + STORY)

    assert found.dateline == dateline
    assert found.published == day
    assert found.blocks[0].kind == BlockKind.PARAGRAPH


def test_furniture_is_no_paragraph() -> None:
    found = of(f"The pier is closed\nBy Ada Brandvold\nJanuary 23, 2025\n{STORY}")

    assert found.title == "The pier is closed"
    assert [block.kind for block in found.blocks] == [
        BlockKind.HEADING,
        BlockKind.CAPTION,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
    ]


@given(st.text(max_size=80))
def test_any_text_is_looked_at(text: str) -> None:
    assert len(of(text).blocks) == len(a_prose(text).blocks)
    day_line(text)
