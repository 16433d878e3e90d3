from building import a_claim
from resolve.sources import WORDS, a_given, citing

from provcheck.model.citation import CitationKind
from provcheck.model.lead import Standing
from provcheck.resolve.leads import RESOLVERS, leads
from provcheck.rulebook.book import Rulebook

URL = "https://wire.example/a"


def test_no_citation_and_no_source_is_no_lead(rules: Rulebook) -> None:
    assert leads(a_claim(WORDS, WORDS), a_given(), rules) == ()


def test_cited_sources_come_before_those_at_hand(rules: Rulebook) -> None:
    given = a_given({"key": "other.txt"}, {"key": "a.html", "url": "https://b.example/"})
    found = leads(citing(CitationKind.LINK, "speech", URL), given, rules)

    assert [lead.standing for lead in found] == [Standing.CITED, Standing.NEARBY, Standing.NEARBY]


def test_a_source_that_is_cited_and_at_hand_is_walked_once_as_cited(rules: Rulebook) -> None:
    given = a_given({"key": "a.html", "url": "http://WIRE.example/a?utm_source=x"})
    found = leads(citing(CitationKind.LINK, "speech", URL), given, rules)

    assert [(lead.target, lead.standing) for lead in found] == [(URL, Standing.CITED)]


def test_all_resolvers_are_asked() -> None:
    assert [resolver.__name__ for resolver in RESOLVERS] == ["links", "media", "names", "nearby"]
