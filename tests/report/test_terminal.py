import re

import pytest
from building import an_alignment, an_edit, span_in
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import (
    TEXT,
    a_finding,
    a_found,
    a_report,
    altered,
    an_edit_of,
    cut_short,
    on_pages,
    several_edits,
    supported,
    unavailable,
    unsourced,
    verbatim,
)
from signing import a_signoff

from provcheck.model.article import Position
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Found, Mode
from provcheck.model.finding import Remark
from provcheck.model.notice import Notice
from provcheck.model.query import Query
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict
from provcheck.report.terminal import FIRST_WORDS, MARKED, coloured, render
from provcheck.rulebook.book import Rulebook

SHOWN = """\
ferry.txt:2:35: ✘ altered      Ines Falk: “We will open the new ferry line in spring.”  The \
source has “may” where the article has “will”.
    article  We {+will+} open the new ferry line in spring.
    source   We [-may-] open the new ferry line in spring
    from     Harbour Council, “Minutes”, 13 March 2025  https://council.example/minutes
    remark   warning: The minutes are of 13 March.
    claim    q-ferry
ferry.txt:3:2:  ✔ verbatim     Ines Falk: “The quay was never safe … Nobody asked the…”  The \
words stand in the source.
ferry.txt:4:29: ✘ altered      the operator: “fares stay at 4.30 crowns for all riders”  \
The source has another number.
    article  fares stay at {+4.30+} crowns for all riders
    source   Fares stay at [-4.80-] crowns for [-nearly-] all riders
    from     Strand Radio, 13 March 2025  https://strand.example/fares?a=1&b=2
    claim    q-fares
ferry.txt:5:1:  ✔ supported    the operator: “Fares would not rise before 2027”  The words \
stand in the source.
ferry.txt:6:22: – unsourced    nobody named: “I have not been paid since the strike.”  No \
source is named.
ferry.txt:7:32: ? unavailable  port authority: “dredging begins at once”  The source could \
not be read: https://port.example/plan answered 404.
    claim    q-dredge

6 claims: 1 verbatim, 2 altered, 1 unavailable, 1 unsourced, 1 supported; 2 could not be \
checked
hint: `provcheck explain altered` says what it means and what to do; `provcheck sign` \
keeps what an editor decides
"""
ANSI = re.compile("\x1b\\[[0-9;]*m")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def test_a_warning_of_a_verdict_that_is_mostly_an_error_has_the_sign_of_a_warning(rules: Rulebook):
    report = a_report()
    findings = tuple(
        f.model_copy(update={"level": Level.WARNING}) if f.verdict is Verdict.ALTERED else f
        for f in report.findings
    )

    shown = render((report.model_copy(update={"findings": findings}),), rules)

    assert "! altered " in shown
    assert "✘ altered" not in shown


def test_the_whole_summary(rules: Rulebook) -> None:
    assert render((a_report(),), rules) == SHOWN


def test_equal_words_are_one_line(rules: Rulebook) -> None:
    lines = render((a_report(verbatim()),), rules).splitlines()
    assert lines[1:] == ["", "1 claim: 1 verbatim"]


@pytest.mark.parametrize(
    ("finding", "hint"),
    [
        pytest.param(unavailable(), "give copies of what could not be read with", id="unread"),
        pytest.param(unsourced(), "`--sources FOLDER` gives a transcript", id="nothing-named"),
        pytest.param(several_edits(), "`provcheck explain altered`", id="fault"),
    ],
)
def test_the_last_line_says_what_to_do(finding, hint: str, rules: Rulebook) -> None:
    assert render((a_report(finding),), rules).splitlines()[-1].startswith(f"hint: {hint}")


def test_the_hint_tells_of_the_remark_that_is_graver_than_the_verdict(rules: Rulebook) -> None:
    mild = Remark(rule="source-later", level=Level.NOTE, message="It is younger.")
    remark = Remark(rule="hidden-characters", level=Level.WARNING, message="One is hidden.")
    finding = verbatim().model_copy(update={"remarks": (mild, remark)})
    assert "`provcheck explain hidden-characters`" in render((a_report(finding),), rules)


def test_a_long_difference_shows_how_it_begins_and_ends(rules: Rulebook) -> None:
    text = "We go " + "and on " * 90 + "home"
    place = span_in(TEXT, "will").start
    gone = span_in(text, "and on " * 90)
    finding = a_finding(
        "We will",
        Verdict.ALTERED,
        evidence=a_found(text),
        alignment=an_alignment(
            TEXT,
            text,
            ("We will", "We go"),
            edits=(an_edit(EditKind.OMISSION, Span(start=place, end=place), gone),),
        ),
    )
    (line,) = [x for x in render((a_report(finding),), rules).splitlines() if "    source" in x]
    assert " … " in line
    assert len(line) < MARKED + 40


def test_the_words_that_a_cut_lost_are_marked(rules: Rulebook) -> None:
    assert "in spring, [-if the money comes-]" in render((a_report(cut_short()),), rules)


def test_the_page_of_a_paged_source_is_told(rules: Rulebook) -> None:
    text = render((a_report(on_pages(altered(), 0, 5)),), rules)

    assert "“Minutes”, 13 March 2025, page 2  https://council.example/minutes" in text


def test_what_was_decided_is_told_below_its_claim(rules: Rulebook) -> None:
    signed = altered().model_copy(update={"signoff": a_signoff(remarks=("date-conflict",))})
    known = several_edits().model_copy(update={"known": True})
    text = render((a_report(signed, known, verbatim()),), rules)

    assert "\n    signed   ab, 14 March 2025: accepted, she says so in the recording\n" in text
    assert "\n    known    the baseline lists it\n" in text
    assert "    claim    " not in text
    assert text.endswith("\n\n3 claims: 1 verbatim, 2 altered; 2 settled\n")


def test_a_notice_has_a_line_of_its_own(rules: Rulebook) -> None:
    at = Position(line=4, column=1)
    notice = Notice(
        rule="orphan-signoff",
        level=Level.WARNING,
        message="q-x is\n::error::gone",
        path="ferry.provcheck.toml",
        position=at,
    )
    lines = render((a_report(verbatim(), notices=(notice,)),), rules).splitlines()
    told = "ferry.provcheck.toml:4:1: ! orphan-signoff  q-x is ¶ ::error::gone"
    assert lines[1:] == [told, "", "1 claim: 1 verbatim"]
    assert "\x1b[33m! orphan-signoff\x1b[0m" in coloured((a_report(notices=(notice,)),), rules)


def test_nothing_to_do_gives_no_hint(rules: Rulebook) -> None:
    assert "hint" not in render((a_report(verbatim(), supported()),), rules)


def test_the_total_names_the_articles_when_there_are_several(rules: Rulebook) -> None:
    text = render((a_report(verbatim()), a_report(altered())), rules)
    assert "2 claims in 2 articles: 1 verbatim, 1 altered\n" in text


def test_colour_adds_nothing_but_colour(rules: Rulebook) -> None:
    text = coloured((a_report(),), rules)
    assert ANSI.search(text)
    assert ANSI.sub("", text) == render((a_report(),), rules)


def test_a_long_claim_shows_its_first_words_and_the_words_round_a_change(rules: Rulebook) -> None:
    base = several_edits()
    words = "word " * 400
    whole = Span(start=base.claim.span.start, end=base.claim.span.start + len(words))
    claim = base.claim.model_copy(update={"text": words, "segments": (whole,)})
    long = base.model_copy(update={"claim": claim})
    line = render((a_report(long),), rules).splitlines()[0]
    assert "word word…”" in line
    assert len(line) < 60 + FIRST_WORDS + len(base.message)


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)

    assert not CONTROL.search(text)
    assert "##[" not in text
    assert "##vso[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    plain = render((a_report_of(TOKEN),), rules)
    assert len(text.splitlines()) == len(plain.splitlines())
    assert text.count("\n") == plain.count("\n")


@settings(max_examples=40, deadline=None)
@given(payload=st.text(min_size=1, max_size=30))
def test_the_number_of_lines_never_depends_on_the_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)
    assert len(text.splitlines()) == len(render((a_report_of(TOKEN),), rules).splitlines())


def test_a_copy_that_is_not_the_page_of_today_is_told(rules: Rulebook) -> None:
    report = a_report()
    old = report.sources[0].model_copy(update={"warned": "a kept copy, as asking again failed"})
    told = render((report.model_copy(update={"sources": (old,)}),), rules)

    assert f"note: {old.url or old.name}: a kept copy, as asking again failed\n" in told
    assert "a kept copy" not in render((report,), rules)


def test_every_query_is_shown_once_with_all_that_was_sent(rules: Rulebook) -> None:
    words = "We will open the new ferry line in spring and nobody will pay more than now for it"
    asked = Query(provider="brave", sent=words, host="find.example", outcome="2 results")
    kept = Query(provider="sitemap", sent="", host="strand.example", outcome="no results")
    report = a_report(verbatim(), queries=(asked, kept))
    lines = render((report, report), rules).splitlines()

    assert [line for line in lines if line.startswith("search:")] == [
        f"search: brave (find.example): sent “{words}”; 2 results",
        "search: sitemap (strand.example): no results",
    ]
    assert "search:" not in render((a_report(verbatim()),), rules)


def test_a_copy_in_an_archive_is_told_beside_the_page(rules: Rulebook) -> None:
    finding = altered()
    copy = "https://web.archive.org/web/20250313100000/https://council.example/minutes"
    assert isinstance(finding.evidence, Found)
    where = {"final_url": copy, "mode": Mode.ARCHIVE}
    snapshot = finding.evidence.snapshot.model_copy(update=where)
    evidence = finding.evidence.model_copy(update={"snapshot": snapshot})

    text = render((a_report(finding.model_copy(update={"evidence": evidence})),), rules)

    assert f"https://council.example/minutes  archived at {copy}" in text


def test_words_before_a_mark_make_no_command_with_it(rules: Rulebook) -> None:
    source = "Ines Falk: We may open the new ferry ##line in spring."
    report = a_report(
        a_finding(
            "We will open the new ferry line in spring.",
            Verdict.ALTERED,
            evidence=a_found(source),
            alignment=an_alignment(
                TEXT,
                source,
                ("We", "We"),
                edits=(an_edit_of(EditKind.SUBSTITUTION, (TEXT, source), ("line", "line"), ""),),
            ),
        )
    )
    assert "# #[-line-]" in render((report,), rules)


def test_nothing_is_asked_for_what_is_settled(rules: Rulebook) -> None:
    known = unavailable().model_copy(update={"known": True})
    assert "hint:" not in render((a_report(known),), rules)
