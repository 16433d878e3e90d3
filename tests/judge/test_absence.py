import pytest
from building import a_claim, a_source, a_walk, an_alignment, an_article, found

from provcheck.judge.absence import absent, evidence_of_absence, title_of
from provcheck.model.claim import ClaimKind
from provcheck.model.evidence import Completeness, Found, Hop, Unavailable, Unsourced
from provcheck.model.lead import LeadKind, Standing
from provcheck.model.post import PostFacts
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour will open in May"
ARTICLE = an_article(WORDS)
CLAIM = a_claim(WORDS, WORDS)
PAGE = a_source("Nothing of the kind.", title="Harbour notes", publisher="Northgate Wire")
NONE = an_alignment(WORDS, PAGE.text, bits=0.0, coverage=0.0)
GONE = Unavailable(reason="404", attempts=(Hop(url="https://wire.example/a", status=404),))
NAMED = {"kind": LeadKind.NAME, "target": "Northgate Wire"}
COPY = {"kind": LeadKind.ARCHIVE, "target": "https://wire.example/a@2025-01-23"}
NEARBY = {"standing": Standing.NEARBY, "kind": LeadKind.GIVEN, "target": "talk.txt"}


def a_post(**known: object) -> tuple[object, ...]:
    facts = PostFacts(platform="Mastodon", url="https://a.example/1", witness="a.example", **known)
    return (a_walk(found(PAGE.model_copy(update={"post": facts})), NONE),)


@pytest.mark.parametrize(
    ("walks", "verdict"),
    [
        pytest.param((), Verdict.UNSOURCED, id="no source is named"),
        pytest.param(
            (a_walk(found(PAGE), NONE, **NEARBY),),
            Verdict.UNSOURCED,
            id="only sources that nobody cited were searched",
        ),
        pytest.param((a_walk(GONE),), Verdict.UNAVAILABLE, id="the cited page is gone"),
        pytest.param(
            (a_walk(found(PAGE, completeness=Completeness.GATED), NONE),),
            Verdict.UNAVAILABLE,
            id="the cited page was read in part",
        ),
        pytest.param(
            (a_walk(found(PAGE), NONE), a_walk(GONE, target="https://other.example/b")),
            Verdict.UNAVAILABLE,
            id="the words may stand in the second cited page, which is gone",
        ),
        pytest.param(a_post(edited=True), Verdict.UNAVAILABLE, id="an earlier version may have it"),
        pytest.param(a_post(automatic=True), Verdict.UNAVAILABLE, id="a machine may mishear it"),
        pytest.param(
            (a_walk(found(PAGE.model_copy(update={"lang": "de"})), NONE),),
            Verdict.TRANSLATED,
            id="the cited page is in another language",
        ),
    ],
)
def test_is_not_called_absent(rules: Rulebook, walks, verdict: Verdict) -> None:
    assert absent(ARTICLE, CLAIM, walks, rules).verdict == verdict


@pytest.mark.parametrize(
    "walks",
    [
        pytest.param((a_walk(found(PAGE), NONE),), id="the cited page was read whole"),
        pytest.param(a_post(), id="the post has one version"),
        pytest.param(
            (a_walk(found(PAGE), NONE), a_walk(GONE, **NAMED)),
            id="the outlet named beside the link needs no second copy",
        ),
        pytest.param(
            (a_walk(found(PAGE), NONE), a_walk(GONE, **COPY)),
            id="no archive has another version of it",
        ),
        pytest.param(
            (a_walk(found(PAGE.model_copy(update={"lang": "en-GB"})), NONE),),
            id="a regional tag is no other language",
        ),
    ],
)
def test_is_called_absent(rules: Rulebook, walks) -> None:
    ruling = absent(ARTICLE, CLAIM, walks, rules)

    assert (ruling.verdict, ruling.level) == (Verdict.NOT_FOUND, Level.ERROR)
    assert "Harbour notes" in ruling.message
    assert isinstance(evidence_of_absence(ruling, walks), Found)


def test_an_absent_fragment_is_a_warning(rules: Rulebook) -> None:
    fragment = a_claim(WORDS, "open in May", fragment=True)

    assert absent(ARTICLE, fragment, (a_walk(found(PAGE), NONE),), rules).level == Level.WARNING


def test_a_paraphrase_is_never_called_absent(rules: Rulebook) -> None:
    claim = CLAIM.model_copy(update={"kind": ClaimKind.PARAPHRASE})

    ruling = absent(ARTICLE, claim, (a_walk(found(PAGE), NONE),), rules)

    assert ruling.verdict == Verdict.UNSUPPORTED


def test_reasons_and_attempts_are_kept(rules: Rulebook) -> None:
    walks = (a_walk(GONE), a_walk(GONE, **NAMED))
    ruling = absent(ARTICLE, CLAIM, walks, rules)

    evidence = evidence_of_absence(ruling, walks)

    assert ruling.message == "404"
    assert isinstance(evidence, Unavailable)
    assert [hop.status for hop in evidence.attempts] == [404, 404]


def test_no_source_leaves_no_evidence(rules: Rulebook) -> None:
    evidence = evidence_of_absence(absent(ARTICLE, CLAIM, (), rules), ())

    assert evidence == Unsourced(reason="the article names no source for these words")


def test_a_page_without_title_goes_by_its_address() -> None:
    assert title_of(found(a_source("words"))) == "https://wire.example/a"
