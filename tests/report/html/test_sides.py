from building import an_alignment, an_edit, span_in
from hypothesis import given
from hypothesis import strategies as st
from pages import archived, with_points
from reporting import (
    TEXT,
    a_finding,
    a_found,
    a_report,
    altered,
    an_article,
    several_edits,
    unsourced,
    verbatim,
)

from provcheck.model.edit import EditKind
from provcheck.model.finding import Finding
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.report.html.sides import (
    CONTEXT,
    LONGEST,
    MORE,
    Side,
    article_side,
    source_side,
    surroundings,
)
from provcheck.report.wordings import wordings


def ours(finding: Finding, text: str = TEXT, **known: object) -> Side:
    article = known.pop("article", None) or an_article(text)
    return article_side(finding, a_report(finding, article=article), wordings(finding, text))


def theirs(finding: Finding, text: str = TEXT) -> Side | None:
    return source_side(finding, wordings(finding, text))


def beside(source: str, *edits, pair: tuple[str, str] = ("We will", "We go")) -> Finding:
    alignment = an_alignment(TEXT, source, pair, edits=edits)
    return a_finding("We will", Verdict.ALTERED, evidence=a_found(source), alignment=alignment)


def test_without_a_passage_there_is_one_side_and_nothing_to_unfold() -> None:
    assert theirs(unsourced()) is None
    assert surroundings(unsourced(), None) is None
    assert [part.text for part in ours(unsourced()).parts] == [
        "I have not been paid since the strike."
    ]


def test_nothing_is_unfolded_where_all_of_the_source_is_shown() -> None:
    assert surroundings(verbatim(), wordings(verbatim(), TEXT)) is None


def test_a_difference_that_nothing_shows_is_not_said_to_be_shown() -> None:
    assert not any(part.marked for part in (*ours(altered()).parts, *theirs(altered()).parts))


def test_words_round_the_claim_come_from_its_own_block() -> None:
    side = ours(altered())
    assert side.before == "Mayor Ines Falk said on Tuesday: “"
    assert side.after == "”"


def test_a_claim_outside_all_blocks_has_no_context() -> None:
    side = ours(altered(), article=an_article().model_copy(update={"blocks": ()}))
    assert (side.before, side.after) == ("", "")


def test_long_context_is_cut_at_a_word() -> None:
    text = "Title\n" + "before " * 60 + "“We go.”" + " after" * 60
    side = ours(a_finding("We go.", Verdict.UNSOURCED, text), text)
    assert side.before.startswith("…before ")
    assert side.after.endswith(" after…")
    assert max(len(side.before), len(side.after)) <= CONTEXT


def test_words_round_the_source_are_cut_at_a_word_and_say_so() -> None:
    side = theirs(beside("before " * 60 + "We go" + " after" * 60))
    assert side.before.startswith("…before ")
    assert side.after.endswith(" after…")


def test_context_without_blanks_is_cut_all_the_same() -> None:
    side = theirs(beside("港" * 400 + "We go" + "港" * 400))
    assert (len(side.before), len(side.after)) == (CONTEXT + 1, CONTEXT + 1)


def test_differences_are_numbered_as_in_the_list() -> None:
    assert [p.number for p in theirs(several_edits()).parts if p.number] == [1, 2]


def test_what_points_stand_for_is_shown_in_the_source() -> None:
    finding = with_points()
    text = "Title\n“The quay … was never safe,” she said."
    (point,) = [part for part in ours(finding, text).parts if part.marked]
    (left_out,) = [part for part in theirs(finding, text).parts if part.marked]
    assert point.text == "…"
    assert left_out.text == ", which the town built in a hurry,"


def test_of_a_difference_that_is_very_long_the_middle_is_counted() -> None:
    gone = "on and on " * 300
    source = f"We go {gone}home"
    place = span_in(TEXT, "will").start
    edit = an_edit(EditKind.OMISSION, Span(start=place, end=place), span_in(source, gone))
    head, between, tail = [p for p in theirs(beside(source, edit)).parts if p.number]
    assert len(head.text + tail.text) == LONGEST
    assert between.left_out == len(gone.strip()) - LONGEST


def test_more_of_the_source_stands_on_either_side() -> None:
    more = surroundings(archived(), wordings(archived(), TEXT))
    assert "".join(part.text for part in more.parts).startswith("The quay was never safe")
    for side in (more.before, more.after):
        assert MORE - 20 < len(side) <= MORE + 1


@given(st.text(max_size=2000), st.text(max_size=2000))
def test_the_words_of_the_source_are_its_own(before: str, after: str) -> None:
    source = f"{before} We go {after}"
    start = len(before) + 1
    finding = beside(source)
    pieces = (
        finding.alignment.pieces[0].model_copy(update={"source": Span(start=start, end=start + 5)}),
    )
    alignment = finding.alignment.model_copy(update={"pieces": pieces})
    side = theirs(finding.model_copy(update={"alignment": alignment}))
    assert "".join(part.text for part in side.parts) == "We go"
    assert side.before.lstrip("…") in source or side.before in source
    assert side.after.rstrip("…") in source or side.after in source
