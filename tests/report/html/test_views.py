from datetime import date

import pytest
from building import an_alignment, an_edit, span_in
from pages import another_voice, lapsed, signed
from reporting import (
    TEXT,
    a_finding,
    a_found,
    a_report,
    altered,
    cut_short,
    on_pages,
    several_edits,
    supported,
    unsourced,
    verbatim,
)

from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.finding import Finding
from provcheck.model.interval import Interval
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.report.html.views import (
    FIRST_WORDS,
    KINDS,
    LISTED,
    ClaimView,
    Voices,
    claim_view,
)
from provcheck.rulebook.book import Rulebook


def view(finding: Finding, rules: Rulebook, **known) -> ClaimView:
    return claim_view(finding, a_report(finding, **known), rules, "c1")


def with_claim(finding: Finding, **known) -> Finding:
    return finding.model_copy(update={"claim": finding.claim.model_copy(update=known)})


def test_every_kind_of_claim_has_its_words() -> None:
    assert set(KINDS) == set(ClaimKind)


def test_the_number_is_that_of_the_anchor(rules: Rulebook) -> None:
    assert claim_view(altered(), a_report(), rules, "a2-c17").number == 17


def test_speaker_resolved_as_written_or_none(rules: Rulebook) -> None:
    finding = altered()
    speaker = finding.claim.speaker.model_copy(update={"as_written": "she", "how": "pronoun"})
    resolved = view(with_claim(finding, speaker=speaker), rules)
    assert resolved.speaker == "Ines Falk"
    assert resolved.facts[0].value == "“she” (through a pronoun)"
    lost = speaker.model_copy(update={"resolved": None, "how": "unresolved"})
    assert view(with_claim(finding, speaker=lost), rules).speaker == "she"
    assert view(unsourced(), rules).speaker == "Nobody is named"


def test_facts_of_the_article(rules: Rulebook) -> None:
    finding = with_claim(
        supported(),
        nested_speaker="a rider",
        said_on=Interval(first=date(2025, 3, 10), last=date(2025, 3, 12)),
    ).model_copy(update={"speaker_in_source": "Jon Dahl"})
    assert [(fact.name, fact.value) for fact in view(finding, rules).facts] == [
        ("Quoting in turn", "a rider"),
        ("Through", "Strand Radio"),
        ("Said on", "between 10 March 2025 and 12 March 2025"),
    ]


def test_who_says_it_is_told_on_both_sides(rules: Rulebook) -> None:
    heard = altered().model_copy(update={"speaker_in_source": "Ms Falk"})
    assert view(heard, rules).voices == Voices("Ines Falk", "Ms Falk", differ=False)
    assert view(another_voice(), rules).voices == Voices("Ines Falk", "Jon Dahl", differ=True)
    assert view(unsourced(), rules).voices == Voices("Nobody is named", None, differ=False)


def test_a_source_that_was_read_and_proves_nothing_is_not_said_to_lack_the_words(
    rules: Rulebook,
) -> None:
    gated = a_finding(
        "We will",
        Verdict.UNAVAILABLE,
        evidence=a_found("Log in to read on."),
        message="The page is behind a login.",
    )
    assert view(gated, rules).reason == "The page is behind a login."
    lost = gated.model_copy(update={"verdict": Verdict.NOT_FOUND})
    assert "are not there" in view(lost, rules).reason


def test_the_mark_shows_a_decision_only_while_it_holds(rules: Rulebook) -> None:
    assert view(altered(), rules).settled is None
    assert view(lapsed(), rules).settled is None
    assert view(signed(), rules).settled.word == "accepted"


def test_the_page_of_a_paged_source_is_told(rules: Rulebook) -> None:
    facts = view(on_pages(altered(), 0, 5), rules).source_facts

    assert ("On page", "2") in [(fact.name, fact.value) for fact in facts]
    assert "On page" not in [fact.name for fact in view(altered(), rules).source_facts]


def test_a_full_name_needs_no_word_on_how_it_was_understood(rules: Rulebook) -> None:
    speaker = altered().claim.speaker.model_copy(
        update={"as_written": "Mayor Ines Falk", "how": "name"}
    )
    (named, *_) = view(with_claim(altered(), speaker=speaker), rules).facts
    assert named.value == "“Mayor Ines Falk”"


def test_a_long_passage_is_listed_by_its_ends(rules: Rulebook) -> None:
    text = "We go " + "and on " * 90 + "home"
    gone = span_in(text, "and on " * 90)
    place = span_in(TEXT, "will").start
    edit = an_edit(EditKind.OMISSION, Span(start=place, end=place), gone)
    finding = a_finding(
        "We will",
        Verdict.ALTERED,
        evidence=a_found(text),
        alignment=an_alignment(TEXT, text, ("We will", "We go"), edits=(edit,)),
    )
    (shown,) = view(finding, rules).edits
    assert " … " in shown.source
    assert len(shown.source) <= LISTED + 3


def test_what_a_cut_lost_is_the_last_thing_listed(rules: Rulebook) -> None:
    *_, lost = view(cut_short(), rules).edits
    assert (lost.article, lost.source, lost.grave) == ("", "if the money comes", True)


def test_a_day_is_no_interval(rules: Rulebook) -> None:
    assert view(altered(), rules).facts[-1].value == "11 March 2025"


def test_edits_are_told_in_words(rules: Rulebook) -> None:
    number, qualifier = view(several_edits(), rules).edits
    assert (number.title, number.article, number.source) == ("another number", "4.30", "4.80")
    assert number.grave
    assert (qualifier.article, qualifier.source) == ("", "nearly")


@pytest.mark.parametrize("finding", [unsourced(), altered()], ids=["unsourced", "altered"])
def test_there_is_a_passage_only_where_one_was_found(finding: Finding, rules: Rulebook) -> None:
    shown = view(finding, rules)
    assert bool(shown.passage) == (shown.source is not None) == (shown.strength is not None)


def test_first_words_are_one_line_of_bounded_length(rules: Rulebook) -> None:
    long = with_claim(verbatim(), text="one\ntwo " * 40)
    assert view(long, rules).first_words.startswith("one two one")
    assert len(view(long, rules).first_words) <= FIRST_WORDS


def test_position_is_that_in_the_file(rules: Rulebook) -> None:
    assert span_in(TEXT, "We will").start
    assert view(altered(), rules).position == "line 2, column 35"
