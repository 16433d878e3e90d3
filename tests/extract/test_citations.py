import pytest
from building import a_prose, span_in

from provcheck.extract.claims import claims
from provcheck.model.citation import CitationKind
from provcheck.model.prose import Link
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def cited(text: str, **known: object) -> list[tuple[CitationKind, str]]:
    claim = claims(a_prose(text, **known), RULES)[-1]
    return [(cite.kind, cite.name) for cite in claim.cites]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“It is shut for good now,” Ada Brandvold told this newspaper.", id="own reporting"
        ),
        pytest.param("“It is shut for good now,” Ada Brandvold said.", id="nothing named"),
        pytest.param("“It is shut for good now,” she told her mother.", id="told a person"),
        pytest.param("“It is shut for good now,” his father used to say.", id="used to say"),
    ],
)
def test_nothing_is_cited(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param(
            "“It is shut now,” she told Northgate Wire.",
            CitationKind.OUTLET,
            "Northgate Wire",
            id="told",
        ),
        pytest.param(
            "“It is shut now,” she said in an interview with Halden Broadcasting on Monday.",
            CitationKind.OUTLET,
            "Halden Broadcasting",
            id="interview with",
        ),
        pytest.param(
            "“It is shut now,” Reuters reported.", CitationKind.OUTLET, "Reuters", id="reported"
        ),
        pytest.param(
            "“It is shut now,” a harbour report reads.",
            CitationKind.DOCUMENT,
            "harbour report",
            id="document",
        ),
        pytest.param(
            "“It is shut now,” she said in a speech.", CitationKind.EVENT, "speech", id="occasion"
        ),
    ],
)
def test_named_sources(text: str, kind: CitationKind, name: str) -> None:
    assert (kind, name) in cited(text)


def test_a_link_in_the_sentence_is_cited_and_one_elsewhere_is_not() -> None:
    text = "See the old plan. “It is shut for good now,” she said in her letter. See the new plan."
    links = tuple(
        Link(span=span_in(text, words), url=f"https://{host}.example/")
        for words, host in (
            ("the old plan", "old"),
            ("her letter", "letter"),
            ("the new plan", "new"),
        )
    )
    claim = claims(a_prose(text, links=links), RULES)[0]

    assert [cite.url for cite in claim.cites if cite.url] == ["https://letter.example/"]


def test_via_is_the_outlet() -> None:
    text = "“It is shut now,” she told Northgate Wire."

    assert claims(a_prose(text), RULES)[0].via == "Northgate Wire"
