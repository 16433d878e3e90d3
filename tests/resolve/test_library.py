from datetime import date

import pytest
from building import a_claim
from resolve.sources import citing

from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.lead import LeadKind, Standing
from provcheck.resolve.library import credited, shelved
from provcheck.rulebook.book import Rulebook
from provcheck.store.library.document import Document
from provcheck.store.library.library import Library

WORDS = "the keeper of the lamp has trimmed it for eleven winters"
APPEARED = date(2025, 3, 14)


def a_document(key: str, **known: object) -> Document:
    fields = {
        "key": key, "text_sha256": key, "url": f"https://{key}.example/a", "title": None,
        "publisher": None, "published": date(2025, 3, 12), "lang": "en",
        "media_type": "text/html", "wire": None, "name": key,
    }  # fmt: skip
    return Document(**{**fields, **known})


def a_library(*documents: Document) -> Library:
    library = Library(None)
    library.add((each, f"In short, {WORDS}, said {each.key}.") for each in documents)
    return library


def citing_outlet(words: str = WORDS, name: str = "Skerry Radio", **known: object) -> Claim:
    cites = (Citation(kind=CitationKind.OUTLET, name=name),)
    return a_claim(words, words, **{"cites": cites, **known})


RADIO = a_document("radio", publisher="Skerry Radio")
OTHER = a_document("herald", publisher="Osmere Herald")


def told(leads) -> list[tuple[str, str]]:
    return [(lead.target, str(lead.standing)) for lead in leads]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(citing_outlet("eleven winters"), id="a few words stand everywhere"),
        pytest.param(citing_outlet(fragment=True), id="a fragment"),
        pytest.param(
            a_claim(WORDS, WORDS, kind=ClaimKind.PARAPHRASE), id="a report that names no outlet"
        ),
        pytest.param(citing_outlet("quite other words about quite other birds"), id="not there"),
    ],
)
def test_not_looked_for_or_not_there(rules: Rulebook, claim: Claim) -> None:
    assert told(shelved(claim, a_library(OTHER), rules, APPEARED)) == []


@pytest.mark.parametrize(
    ("claim", "documents", "expected"),
    [
        pytest.param(
            citing_outlet(), (RADIO, OTHER),
            [("radio", "cited"), ("radio", "cited"), ("herald", "nearby")],
            id="the outlet that is named before others",
        ),
        pytest.param(
            a_claim(WORDS, WORDS), (OTHER,), [("herald", "nearby")], id="nothing is named"
        ),
        pytest.param(
            citing_outlet(kind=ClaimKind.PARAPHRASE), (RADIO, OTHER), [("radio", "cited")],
            id="a report, at the outlet that is named",
        ),
        pytest.param(
            citing_outlet(name="Reuters"), (a_document("mirror", wire="reuters"),),
            [("mirror", "cited"), ("mirror", "cited")],
            id="another's copy of the agency's story",
        ),
    ],
)  # fmt: skip
def test_the_library_may_have_it(
    rules: Rulebook, claim: Claim, documents: tuple[Document, ...], expected: list
) -> None:
    library = a_library(*documents)
    found = list(shelved(claim, library, rules, APPEARED))

    assert sorted(told(found)) == sorted(expected)
    assert {lead.searched for lead in found} == {library.words}
    assert {lead.kind for lead in found} == {LeadKind.LIBRARY}
    assert all((lead.via is not None) == (lead.standing == Standing.CITED) for lead in found)


def test_a_post_is_read_by_its_address(rules: Rulebook) -> None:
    url = "https://x.com/skerry/status/1899800000000000001"
    library = a_library(a_document("post", url=url))
    (lead,) = shelved(a_claim(WORDS, WORDS), library, rules, APPEARED)

    assert (lead.kind, lead.target) == (LeadKind.URL, url)


def test_what_a_source_credits_is_looked_for_among_what_fits_it(rules: Rulebook) -> None:
    library, claim = a_library(RADIO, OTHER), a_claim(WORDS, WORDS)
    quotation = citing(CitationKind.OUTLET, "Skerry Radio")
    (lead,) = credited(claim, quotation, library, rules)

    assert (lead.target, lead.standing) == ("radio", Standing.ONWARD)
    assert "credits Skerry Radio" in lead.reason
    assert list(credited(claim, citing(CitationKind.EVENT, "speech"), library, rules)) == []
