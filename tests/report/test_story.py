from datetime import UTC, date, datetime

import pytest
from building import a_claim, a_source, an_alignment, an_edit, found, span_in

from provcheck.model.citation import Citation, CitationKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Evidence, Mode, Unavailable
from provcheck.model.finding import Finding, Step
from provcheck.model.interval import Interval
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict
from provcheck.report.story import primary_told, story
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
TEXT = "We will open the new line in spring"
SOURCE = "We may open the new ferry line in spring"
RADIO = Citation(kind=CitationKind.OUTLET, name="Strand Radio")
TALK = Citation(kind=CitationKind.EVENT, name="interview")
PAGE = Citation(kind=CitationKind.LINK, name="here", url="https://council.example/minutes")
POST = Citation(kind=CitationKind.POST, name="Ines Falk (@falk)")
ON = date(2025, 1, 22)


def finding(verdict: Verdict, evidence: Evidence, *cites: Citation, **known: object) -> Finding:
    claim = a_claim(TEXT, TEXT, cites=cites, said_on=known.pop("said_on", None))
    fields = {
        "level": Level.OK, "message": "why it is so", "confidence": 0.9,
        "alignment": an_alignment(TEXT, SOURCE, ("We", "We")), **known,
    }  # fmt: skip
    return Finding(claim=claim, verdict=verdict, evidence=evidence, **fields)


def evidence(mode: Mode = Mode.LIVE, **known: object):
    got = found(a_source(SOURCE, **{"title": "Minutes", **known}), mode=mode)
    taken = datetime(2025, 1, 23, 9, tzinfo=UTC)
    return got.model_copy(
        update={"snapshot": got.snapshot.model_copy(update={"fetched_at": taken})}
    )


EDITS = (
    an_edit(EditKind.MODALITY, span_in(TEXT, "will"), span_in(SOURCE, "may")),
    an_edit(EditKind.OMISSION, Span(start=17, end=17), span_in(SOURCE, "ferry")),
    an_edit(EditKind.INSERTION, span_in(TEXT, "line"), Span(start=5, end=5)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("its", "told"),
    [
        pytest.param(
            finding(
                Verdict.VERBATIM, evidence(Mode.ARCHIVE, publisher="Strand Radio"), RADIO, TALK,
                said_on=Interval(first=ON, last=ON),
            ),
            "Cited: Strand Radio interview, 22 January 2025. Found in “Minutes” (Strand Radio), "
            "archived 23 January 2025. The words match.",
            id="an interview, in an archive",
        ),
        pytest.param(
            finding(
                Verdict.ALTERED, evidence(),  PAGE,
                alignment=an_alignment(TEXT, SOURCE, ("We", "We"), edits=EDITS[:1]),
            ),
            "Cited: council.example. Found in “Minutes”. The words match but for “will” for “may”.",
            id="a link, a word changed",
        ),
        pytest.param(
            finding(
                Verdict.ALTERED, evidence(),
                alignment=an_alignment(TEXT, SOURCE, ("We", "We"), edits=EDITS + EDITS[:1]),
            ),
            "No source is cited. Found in “Minutes”. The words match but for “will” for “may”; "
            "“ferry”, which is left out; “line”, which is not in the source and 1 more.",
            id="words changed, left out and added",
        ),
        pytest.param(
            finding(Verdict.VERBATIM, evidence(Mode.STORE, wire="reuters"), primary=False),
            "No source is cited. Found in “Minutes”, a story of Reuters, from the library. "
            "The words match. It has the words at second hand: they were not seen in the source "
            "that it credits.",
            id="a copy of a wire story in the library, at second hand",
        ),
        pytest.param(
            finding(Verdict.MISATTRIBUTED, evidence(), POST, RADIO),
            "Cited: post by Ines Falk (@falk) and Strand Radio. Found in “Minutes”. Why it is so.",
            id="what is said beside the words",
        ),
        pytest.param(
            finding(Verdict.UNAVAILABLE, Unavailable(reason="gone"), TALK, alignment=None),
            "Cited: interview. Why it is so.",
            id="what could not be read",
        ),
        pytest.param(
            finding(
                Verdict.UNAVAILABLE, Unavailable(reason="gone"), RADIO, PAGE, TALK, alignment=None,
                message="https://council.example/minutes: gone",
            ),
            "Cited: Strand Radio, council.example and interview. "
            "https://council.example/minutes: gone.",
            id="an address keeps its small letters",
        ),
        pytest.param(
            finding(
                Verdict.VERBATIM, evidence(), primary=True,
                trail=(Step(
                    lead=Lead(
                        kind=LeadKind.URL, target="https://a.example/", standing=Standing.ONWARD,
                        reason="credited", hop=1,
                    ),
                    status="found", detail="", matched=True,
                ),),
            ),
            "No source is cited. Found in “Minutes”. The words match. The primary source, which it "
            "credits, was seen too and has the words.",
            id="seen in what it credits too",
        ),
    ],
)  # fmt: skip
def test_story(its: Finding, told: str) -> None:
    assert story(its, TEXT, RULES) == told


def test_whether_it_is_the_primary_source() -> None:
    found = evidence()
    lead = Lead(
        kind=LeadKind.URL, target="u", standing=Standing.ONWARD, reason="credited", hop=1
    )  # fmt: skip
    step = Step(
        lead=lead, status="found", detail="", matched=True, sha256=found.snapshot.sha256
    )  # fmt: skip
    told = [
        primary_told(finding(Verdict.VERBATIM, found, primary=primary, trail=trail))
        for primary, trail in ((None, ()), (False, ()), (True, ()), (True, (step,)))
    ]
    assert told == [
        None,
        "It has the words at second hand: they were not seen in the source that it credits.",
        "It is the primary source.",
        "It is the primary source, reached by way of one that credits it.",
    ]
