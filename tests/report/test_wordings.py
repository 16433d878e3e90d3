from building import a_source, an_alignment, an_edit, found, span_in
from hypothesis import given
from hypothesis import strategies as st
from reporting import (
    MINUTES,
    TEXT,
    a_finding,
    altered,
    cut_short,
    on_pages,
    several_edits,
    unavailable,
    unsourced,
    verbatim,
)

from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.report.wordings import NEAR, Run, differences, page, passage, wordings


def texts(runs: tuple[Run, ...]) -> list[str]:
    return [
        f"<{run.text}>" if run.edit is not None else "…" if run.gap else run.text for run in runs
    ]


def of(article: str, source: str, *pairs: tuple[str, ...], edits=(), words: str | None = None):
    finding = a_finding(
        words or article,
        Verdict.ALTERED,
        article,
        evidence=found(a_source(source)),
        alignment=an_alignment(article, source, *pairs, edits=tuple(edits)),
    )
    return wordings(finding, article)


def test_nothing_to_lay_side_by_side_without_a_source() -> None:
    assert wordings(unsourced(), TEXT) is None
    assert wordings(unavailable(), TEXT) is None
    assert passage(unsourced()) is None


def test_nothing_to_lay_side_by_side_where_the_words_are_not_found() -> None:
    finding = a_finding(
        "We will",
        Verdict.NOT_FOUND,
        evidence=found(a_source(MINUTES)),
        alignment=an_alignment("", ""),
    )
    assert wordings(finding, TEXT) is None
    assert passage(finding) is None


def test_the_page_is_where_the_passage_begins() -> None:
    begins = passage(altered()).start

    assert page(altered()) is None
    assert page(unavailable()) is None
    assert page(on_pages(altered(), 0, begins, begins + 3)) == 2
    assert page(on_pages(altered(), 0, begins + 1)) == 1


def test_equal_words_do_not_differ() -> None:
    both = wordings(verbatim(), TEXT)
    assert both
    assert not both.differ


def test_typography_is_no_difference_to_show() -> None:
    edit = an_edit(EditKind.TYPOGRAPHY, Span(start=3, end=4), Span(start=3, end=4))
    both = of("don’t go", "don't go", ("don’t go", "don't go"), edits=[edit])
    assert both
    assert not both.differ


def test_both_sides_are_cut_at_the_edit() -> None:
    both = wordings(altered(), TEXT)
    assert both
    assert texts(both.article) == ["We ", "<will>", " open the new ferry line in spring."]
    assert texts(both.source) == ["We ", "<may>", " open the new ferry line in spring"]
    assert both.differ


def test_words_on_one_side_only_leave_the_other_whole() -> None:
    both = wordings(several_edits(), TEXT)
    assert both
    assert texts(both.article) == ["fares stay at ", "<4.30>", " crowns for all riders"]
    assert texts(both.source)[-2:] == ["<nearly>", " all riders"]


def test_runs_know_their_edit() -> None:
    finding = several_edits()
    both = wordings(finding, TEXT)
    assert both
    kinds = [differences(finding)[run.edit].kind for run in both.source if run.edit is not None]
    assert kinds == [EditKind.NUMBER, EditKind.QUALIFIER]


def test_words_lost_after_the_passage_are_shown() -> None:
    source = "We go home unless it rains."
    lost = an_edit(EditKind.QUALIFIER, Span(start=7, end=7), span_in(source, " unless it rains"))
    both = of("We go home", source, ("We go home", "We go home"), edits=[lost])
    assert both
    assert texts(both.source) == ["We go home ", "<unless it rains>"]


def test_what_a_cut_lost_is_marked_and_shown_to_its_end() -> None:
    finding = cut_short()
    both = wordings(finding, TEXT)
    assert both
    assert both.differ
    assert texts(both.article) == ["We will open the new ferry line in spring."]
    assert texts(both.source) == [
        "We may open the new ferry line in spring, ",
        "<if the money comes>",
    ]
    assert both.shown.end == finding.lost.end


def test_what_stands_far_apart_is_parted_by_a_gap() -> None:
    source = "We go." + " Filler." * NEAR + " They stay."
    both = of("We go. They stay.", source, ("We go.", "We go."), ("They stay.", "They stay."))
    assert both
    assert texts(both.source) == ["We go.", "…", "They stay."]


def test_what_stands_near_is_shown_with_what_lies_between() -> None:
    source = "We go. It is late. They stay."
    both = of("We go. They stay.", source, ("We go.", "We go."), ("They stay.", "They stay."))
    assert both
    assert texts(both.source) == [source]


def test_pieces_in_another_order_show_in_the_order_of_the_source() -> None:
    both = of("They stay. We go.", "We go. They stay.", ("They stay.",) * 2, ("We go.",) * 2)
    assert both
    assert texts(both.source) == ["We go. They stay."]


SPANS = st.tuples(st.integers(0, 24), st.integers(0, 24)).map(
    lambda pair: Span(start=min(pair), end=max(pair))
)


@given(st.lists(SPANS, max_size=6))
def test_no_word_of_the_claim_is_lost_or_doubled(spans: list[Span]) -> None:
    text = "one two three four five six"[:24]
    edits = [an_edit(EditKind.SUBSTITUTION, span, span) for span in spans]
    both = of(text, text, (text, text), edits=edits)
    assert both
    assert "".join(run.text for run in both.article) == text
    assert "".join(run.text for run in both.source) == text
