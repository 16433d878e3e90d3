import pytest
from building import (
    a_claim,
    a_source,
    a_walk,
    an_alignment,
    an_article,
    an_edit,
    found,
    span_in,
)

from provcheck.judge.judge import WORDING, judge
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Found, Mode, Unavailable
from provcheck.model.lead import LeadKind, Standing
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour will open in May."
TEXT = f"“{WORDS}” she said."
ARTICLE = an_article(TEXT)
CLAIM = a_claim(TEXT, WORDS, speaker="Ada Brandvold")
HOLDING = a_source(f"{WORDS} Nobody objected.", title="Talk", publisher="Northgate Wire")
LACKING = a_source("Nothing of the kind.", title="Notes", publisher="Halden Broadcasting")
FULL = an_alignment(TEXT, HOLDING.text, (WORDS, WORDS), exact=True)
NONE = an_alignment(TEXT, LACKING.text, bits=0.0, coverage=0.0)
NEARBY = {"standing": Standing.NEARBY, "kind": LeadKind.GIVEN, "target": "talk.txt"}
GONE = Unavailable(reason="answered 404")


def verdict_after(rules: Rulebook, *walks) -> Verdict:
    return judge(ARTICLE, CLAIM, walks, rules).verdict


def test_words_in_the_cited_source_are_verbatim(rules: Rulebook) -> None:
    finding = judge(ARTICLE, CLAIM, (a_walk(found(HOLDING), FULL),), rules)

    assert (finding.verdict, finding.level) == (Verdict.VERBATIM, Level.OK)
    assert isinstance(finding.evidence, Found)
    assert finding.alignment == FULL
    assert finding.confidence > 0.9
    assert [step.matched for step in finding.trail] == [True]


@pytest.mark.parametrize(
    ("walks", "verdict"),
    [
        pytest.param((), Verdict.UNSOURCED, id="no source"),
        pytest.param((a_walk(GONE),), Verdict.UNAVAILABLE, id="the page is gone"),
        pytest.param(
            (a_walk(found(LACKING), NONE), a_walk(found(HOLDING), FULL, **NEARBY)),
            Verdict.WRONG_SOURCE,
            id="in another source than the cited one",
        ),
        pytest.param((a_walk(found(LACKING), NONE),), Verdict.NOT_FOUND, id="in no source"),
        pytest.param((a_walk(found(HOLDING), FULL, **NEARBY),), Verdict.VERBATIM, id="uncited"),
    ],
)
def test_verdict_by_place(rules: Rulebook, walks, verdict: Verdict) -> None:
    assert verdict_after(rules, *walks) == verdict


def test_words_seen_elsewhere_do_not_accuse_an_unread_source(rules: Rulebook) -> None:
    walks = (a_walk(GONE), a_walk(found(HOLDING), FULL, **NEARBY))

    finding = judge(ARTICLE, CLAIM, walks, rules)

    assert finding.verdict == Verdict.UNAVAILABLE
    assert [remark.rule for remark in finding.remarks] == ["found-elsewhere"]
    assert "Talk" in finding.remarks[0].message


CHANGED = a_source(
    "The harbour will open in June. Nobody objected.", title="Talk", publisher="Northgate Wire"
)
NEARLY = an_alignment(
    TEXT,
    CHANGED.text,
    ("The harbour will open in", "The harbour will open in"),
    edits=(an_edit(EditKind.NAME, span_in(TEXT, "May"), span_in(CHANGED.text, "June"), "June"),),
)


def test_other_words_elsewhere_are_not_called_the_words(rules: Rulebook) -> None:
    beside = (a_walk(GONE), a_walk(found(CHANGED), NEARLY, **NEARBY))
    (remark,) = judge(ARTICLE, CLAIM, beside, rules).remarks
    assert (remark.rule, "would be altered: June" in remark.message) == ("found-elsewhere", True)

    instead = (a_walk(found(LACKING), NONE), a_walk(found(CHANGED), NEARLY, **NEARBY))
    finding = judge(ARTICLE, CLAIM, instead, rules)
    assert finding.verdict == Verdict.WRONG_SOURCE
    assert "by which this would be altered: June" in finding.message


def test_a_paraphrase_of_an_uncited_source_accuses_nobody(rules: Rulebook) -> None:
    claim = CLAIM.model_copy(update={"kind": ClaimKind.PARAPHRASE})
    walks = (a_walk(found(LACKING), NONE), a_walk(found(HOLDING), FULL, **NEARBY))

    assert judge(ARTICLE, claim, walks, rules).verdict == Verdict.UNSUPPORTED


def test_an_archived_copy_bears_out_a_changed_page(rules: Rulebook) -> None:
    old = found(HOLDING, mode=Mode.ARCHIVE)
    walks = (a_walk(found(LACKING), NONE), a_walk(old, FULL, kind=LeadKind.ARCHIVE))

    finding = judge(ARTICLE, CLAIM, walks, rules)

    assert finding.verdict == Verdict.VERBATIM
    assert "changed-later" in [remark.rule for remark in finding.remarks]


def test_the_last_family_always_rules(rules: Rulebook) -> None:
    assert WORDING[-1].__name__ == "edited_or_verbatim"
    assert judge(ARTICLE, CLAIM, (a_walk(found(HOLDING), FULL),), rules) == judge(
        ARTICLE, CLAIM, (a_walk(found(HOLDING), FULL),), rules
    )
