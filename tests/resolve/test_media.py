import pytest
from building import a_claim
from resolve.sources import WORDS, a_given

from provcheck.model.citation import Citation, CitationKind
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.media import media
from provcheck.rulebook.book import Rulebook


def found(rules: Rulebook, *codes: str, **known: object) -> list[Lead]:
    cite = Citation(**{"kind": CitationKind.POST, "name": "Halvik (@h)", "media": codes, **known})
    return list(media(a_claim(WORDS, WORDS, cites=(cite,)), a_given(), rules))


@pytest.mark.parametrize(
    ("codes", "known"),
    [
        pytest.param((), {}, id="no picture"),
        pytest.param(("pic.twitter.com/Xy9",), {"url": "https://x.com/h/status/20"}, id="known"),
        pytest.param(("pic.twitter.com/Xy9",), {"kind": CitationKind.OUTLET}, id="no post"),
        pytest.param(("pic.example/Xy9", "Xy9", ""), {}, id="pictures of nobody's"),
    ],
)
def test_no_leads(rules: Rulebook, codes: tuple[str, ...], known: dict[str, object]) -> None:
    assert found(rules, *codes, **known) == []


def test_a_picture_leads_to_its_post(rules: Rulebook) -> None:
    one, two = found(rules, "pic.twitter.com/Xy9", "pic.x.com/Zz0")

    assert (one.kind, one.target, one.standing) == (
        LeadKind.URL,
        "https://t.co/Xy9",
        Standing.CITED,
    )
    assert one.reason == "the post shows pic.twitter.com/Xy9, whose short link leads to the post"
    assert two.target == "https://t.co/Zz0"
    assert one.via is not None


def test_a_post_full_of_pictures_gives_a_few_leads(rules: Rulebook) -> None:
    assert len(found(rules, *(f"pic.x.com/{n}" for n in range(1000)))) == 4
