from building import a_claim
from resolve.sources import WORDS, a_given

from provcheck.model.lead import LeadKind, Standing
from provcheck.resolve.nearby import nearby
from provcheck.rulebook.book import Rulebook


def test_nothing_given_is_near_nothing(rules: Rulebook) -> None:
    assert list(nearby(a_claim(WORDS, WORDS), a_given(), rules)) == []


def test_redirects_errors_and_archived_copies_are_no_documents(rules: Rulebook) -> None:
    given = a_given(
        {"url": "https://a.example/", "redirect_to": "https://b.example/"},
        {"url": "https://c.example/", "status": 404},
        {"url": "https://d.example/", "archived_at": "2024-12-01T00:00:00Z"},
    )

    assert list(nearby(a_claim(WORDS, WORDS), given, rules)) == []


def test_what_a_platform_tells_programs_is_no_document(rules: Rulebook) -> None:
    given = a_given(
        {"key": "a.json", "url": "https://social.example/api/v1/statuses/113000000000000001"},
        {"key": "b.html", "url": "https://t.me/harbour/17?embed=1&single"},
        {"key": "c.json", "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa&hl=en"},
        {"key": "d.html", "url": "https://social.example/@tor/113000000000000001"},
    )

    near = list(nearby(a_claim(WORDS, WORDS), given, rules))

    assert [lead.target for lead in near] == ["https://social.example/@tor/113000000000000001"]


def test_every_document_at_hand_is_near(rules: Rulebook) -> None:
    given = a_given({"key": "talk.txt"}, {"key": "a.html", "url": "https://a.example/"})
    found = list(nearby(a_claim(WORDS, WORDS), given, rules))

    assert [(lead.kind, lead.target) for lead in found] == [
        (LeadKind.GIVEN, "talk.txt"),
        (LeadKind.URL, "https://a.example/"),
    ]
    assert {lead.standing for lead in found} == {Standing.NEARBY}
