from datetime import date

import pytest
from building import a_claim
from resolve.sources import WORDS, a_given, citing

from provcheck.model.citation import CitationKind
from provcheck.model.interval import Interval
from provcheck.model.lead import LeadKind
from provcheck.resolve.names import names
from provcheck.rulebook.book import Rulebook

WIRE = {
    "key": "talks.html",
    "url": "https://northgate-wire.example/talks",
    "publisher": "Northgate Wire",
}
DAY = date(2025, 3, 12)


def targets(rules: Rulebook, claim, *entries: dict[str, object]) -> list[tuple[LeadKind, str]]:
    return [(lead.kind, lead.target) for lead in names(claim, a_given(*entries), rules)]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(a_claim(WORDS, WORDS), id="nothing cited"),
        pytest.param(
            citing(CitationKind.LINK, "her speech", "https://x.example/"), id="a link is no name"
        ),
        pytest.param(
            citing(CitationKind.POST, "H (@h)", "https://x.com/h/status/1"),
            id="a post with address",
        ),
    ],
)
def test_names_nothing(rules: Rulebook, claim) -> None:
    assert targets(rules, claim, WIRE) == []


@pytest.mark.parametrize(
    ("claim", "entry"),
    [
        pytest.param(citing(CitationKind.OUTLET, "Northgate Wire"), WIRE, id="its publisher"),
        pytest.param(
            citing(CitationKind.OUTLET, "Meridian News Agency"),
            {"key": "m.html", "publisher": "The Meridian News Agency"},
            id="with an article",
        ),
        pytest.param(
            citing(CitationKind.OUTLET, "Reuters"),
            {"key": "r.html", "url": "https://www.reuters.com/world/a"},
            id="its host",
        ),
        pytest.param(
            citing(CitationKind.DOCUMENT, "harbour report"),
            {"key": "h.pdf", "title": "Report on the harbour"},
            id="a document by its title",
        ),
        pytest.param(
            citing(
                CitationKind.POST,
                "Halvik Port (@halvikport)",
                said_on=Interval(first=DAY, last=DAY),
            ),
            {"key": "p.html", "url": "https://x.com/halvikport/status/1", "published": DAY},
            id="a post by its handle and day",
        ),
    ],
)
def test_a_fitting_source_is_cited(rules: Rulebook, claim, entry) -> None:
    ((kind, target),) = targets(rules, claim, entry, {"key": "other.txt"})

    assert target == entry.get("url", entry["key"])
    assert kind == (LeadKind.URL if "url" in entry else LeadKind.GIVEN)


@pytest.mark.parametrize(
    ("claim", "entry"),
    [
        pytest.param(
            citing(CitationKind.OUTLET, "Halden Broadcasting"), WIRE, id="another publisher"
        ),
        pytest.param(
            citing(CitationKind.OUTLET, "Reuters"),
            {"key": "n.html", "url": "https://notreuters.com/a"},
            id="a host that ends alike",
        ),
        pytest.param(
            citing(CitationKind.DOCUMENT, "harbour report"),
            {"key": "a.txt", "title": "Report"},
            id="title",
        ),
        pytest.param(
            citing(
                CitationKind.POST,
                "Halvik Port (@halvikport)",
                said_on=Interval(first=DAY, last=DAY),
            ),
            {
                "key": "p.html",
                "url": "https://x.com/halvikport/status/1",
                "published": date(2025, 1, 1),
            },
            id="a post of another day",
        ),
    ],
)
def test_what_does_not_fit_is_only_named(rules: Rulebook, claim, entry) -> None:
    ((kind, target),) = targets(rules, claim, entry)

    assert kind == LeadKind.NAME
    assert claim.cites[0].name in target


def test_an_occasion_is_named_with_its_speaker(rules: Rulebook) -> None:
    claim = citing(CitationKind.EVENT, "speech", speaker="Ada Brandvold")

    assert targets(rules, claim) == [(LeadKind.NAME, "speech by Ada Brandvold")]


def test_a_post_is_named_with_its_day(rules: Rulebook) -> None:
    claim = citing(CitationKind.POST, "H (@h)", said_on=Interval(first=DAY, last=DAY))

    assert targets(rules, claim) == [(LeadKind.NAME, "post by H (@h) of 2025-03-12")]
