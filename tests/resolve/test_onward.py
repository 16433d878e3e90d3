import pytest
from building import a_source, found, span_in
from resolve.sources import a_given, citing

from provcheck.model.citation import CitationKind
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.post import PostFacts
from provcheck.model.prose import Link
from provcheck.resolve.onward import is_own, linked_by_post, onward
from provcheck.rulebook.book import Rulebook

HERE = "https://northgate-wire.example/a"
PAGE = found(a_source("words", title="Talks", publisher="Northgate Wire"), url=HERE)
REPORT = {"key": "r.pdf", "title": "Harbour report 2025", "url": "https://board.example/r"}


@pytest.mark.parametrize(
    "quotation",
    [
        pytest.param(citing(CitationKind.OUTLET, "Northgate Wire"), id="its own paper"),
        pytest.param(citing(CitationKind.LINK, "here", HERE), id="itself"),
        pytest.param(citing(CitationKind.EVENT, "speech"), id="an occasion"),
    ],
)
def test_leads_nowhere(rules: Rulebook, quotation) -> None:
    given = a_given({"key": "a.html", "url": HERE, "publisher": "Northgate Wire"})

    assert onward(quotation, PAGE, given, rules) == ()


@pytest.mark.parametrize(
    ("quotation", "target"),
    [
        pytest.param(
            citing(CitationKind.LINK, "the report", "https://board.example/r"),
            "https://board.example/r",
            id="a link",
        ),
        pytest.param(
            citing(CitationKind.DOCUMENT, "harbour report"),
            "https://board.example/r",
            id="a document at hand",
        ),
        pytest.param(
            citing(CitationKind.OUTLET, "Halden Broadcasting"),
            "Halden Broadcasting",
            id="a name with no copy, where the trail ends",
        ),
    ],
)
def test_leads_to_what_the_source_credits(rules: Rulebook, quotation, target: str) -> None:
    (lead,) = onward(quotation, PAGE, a_given(REPORT), rules)

    assert (lead.target, lead.standing) == (target, Standing.ONWARD)
    assert "Talks" in lead.reason


def test_only_what_its_own_paper_published_is_its_own(rules: Rulebook) -> None:
    ours, theirs = (
        Lead(kind=LeadKind.LIBRARY, target="f" * 64, standing=Standing.ONWARD, reason="", via=via)
        for name in ("Northgate Wire", "Skerry Radio")
        for via in citing(CitationKind.OUTLET, name).cites
    )

    assert not is_own(theirs, PAGE, rules)
    assert is_own(ours, PAGE, rules)


def test_a_post_leads_to_what_it_links() -> None:
    text = "Talks go on, read https://board.example/r"
    link = Link(span=span_in(text, "https://board.example/r"), url="https://board.example/r")
    facts = PostFacts(platform="X", url="u", handle="wire", witness="w")
    page = a_source(text, links=(link,))

    assert linked_by_post(found(page)) == ()
    (lead,) = linked_by_post(found(page.model_copy(update={"post": facts})))
    assert (lead.target, lead.standing) == ("https://board.example/r", Standing.ONWARD)


def test_a_copy_of_an_agency_s_story_leads_to_that_agency_only_where_it_is_at_hand(
    rules: Rulebook,
) -> None:
    copy = found(a_source("words", title="Talks", wire="reuters"), url=HERE)
    told = citing(CitationKind.OUTLET, "Reuters")
    original = a_given({"key": "r.html", "url": "https://www.reuters.com/a"})

    assert onward(told, copy, a_given(), rules) == ()
    assert [lead.target for lead in onward(told, copy, original, rules)] == [
        "https://www.reuters.com/a"
    ]
