from hypothesis import given
from hypothesis import strategies as st

from provcheck.sources.pages import running

HEAD = "Inquiry into the bridge"


def test_a_page_alone_has_no_running_head() -> None:
    assert running([[HEAD, "It is closed."]]).paragraphs == (f"{HEAD} It is closed.",)


def test_a_line_on_two_pages_is_no_running_head() -> None:
    assert (
        running([["No.", "It is closed.", "a", "b"], ["No.", "It is open.", "c", "d"]])
        .paragraphs[0]
        .startswith("No.")
    )


def test_running_heads_and_page_numbers_go() -> None:
    words = [
        "the river rose and took the eastern pillar",
        "so that the council closed the bridge",
        "until the spring",
    ]
    pages = [
        [f"{HEAD}, part {i}", f"Line {w} begins here", w, f"and {w} goes on", str(i + 7)]
        for i, w in enumerate(words)
    ]

    whole = " ".join(running(pages).paragraphs)

    assert HEAD not in whole
    assert "7" not in whole
    assert "pillar" in whole


def test_a_year_at_the_foot_of_a_page_stays() -> None:
    whole = " ".join(
        running(
            [["It stays closed until", "at least", "2030"], ["or longer.", "x", "y"]]
        ).paragraphs
    )
    assert "at least 2030 or longer." in whole


def test_words_broken_at_the_margin_are_mended() -> None:
    pages = [
        [
            "The minis-",
            "ter of a well-",
            "known land, a well-known man, met co\u00ad",
            "authors in Saxe-",
            "Coburg.",
        ]
    ]
    assert running(pages).paragraphs == (
        "The minister of a well-known land, a well-known man, met coauthors in Saxe-Coburg.",
    )


def test_a_page_end_inside_a_sentence_parts_nothing() -> None:
    read = running([["The bridge stays", ""], ["", "closed."]])
    assert read.paragraphs == ("The bridge stays closed.",)


def test_an_empty_line_and_a_short_last_line_part_paragraphs() -> None:
    full = "The council met on Tuesday evening in the old town hall"
    read = running([[full, "and left.", full, "again.", "", "Then it rained."]])
    assert read.paragraphs == (f"{full} and left.", f"{full} again.", "Then it rained.")


def test_bullets_begin_paragraphs() -> None:
    assert running([["Three things", "• one", "• two", "3. three"]]).paragraphs == (
        "Three things",
        "• one",
        "• two",
        "3. three",
    )


def test_pages_begin_where_their_words_do() -> None:
    read = running([["The bridge stays"], [], ["closed, says", "Mara."], []])
    text = "\n".join(read.paragraphs)
    assert [text[start : start + 6] for start in read.starts[:3]] == ["The br", "closed", "closed"]
    assert len(read.starts) == 4


@given(st.lists(st.lists(st.text("ab-. 1\u00ad•", max_size=8), max_size=6), max_size=5))
def test_any_lines_give_paragraphs_and_starts(pages: list[list[str]]) -> None:
    read = running(pages)
    text = "\n".join(read.paragraphs)
    assert len(read.starts) == len(pages)
    assert list(read.starts) == sorted(read.starts)
    assert all(0 <= start <= len(text) + 1 for start in read.starts)
    assert all(paragraph.strip() for paragraph in read.paragraphs)
