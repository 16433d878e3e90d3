from datetime import UTC, date, datetime

import pytest
from building import a_case, a_claim, a_source, span_in

from provcheck.judge.case import Case
from provcheck.judge.days import date_conflict
from provcheck.judge.judge import WORDING
from provcheck.judge.posts import other_handles, others_post, posted_on
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.interval import Interval
from provcheck.model.post import PostFacts
from provcheck.model.prose import Embed
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
WORDS = "The harbour will open in May"
URL = "https://x.com/harbour_board/status/1900000000000000000"


def a_post(author: str | None, handle: str | None, **known: object) -> dict[str, object]:
    facts = PostFacts(platform="X", url=URL, author=author, handle=handle, witness="X", **known)
    return {"post": facts, "own_voice": author, "published": datetime(2025, 3, 12, 8, tzinfo=UTC)}


def case(cited: str | None, url: str | None = None, **source: object) -> Case:
    kind = CitationKind.POST if cited else CitationKind.LINK
    cites = (Citation(kind=kind, name=cited or "a post", url=url),)
    said_on = source.pop("said_on", None)
    text = str(source.pop("text", WORDS))
    claim = a_claim(WORDS, WORDS, kind=ClaimKind.EMBED, cites=cites, said_on=said_on)
    return a_case(RULES, WORDS, claim, a_source(text, **source), (WORDS, WORDS))


BOARD = a_post("Harbour Board", "harbour_board")
QUOTING = f"Read this.\n{WORDS}"
WITHIN = Embed(
    platform="X",
    span=span_in(QUOTING, WORDS),
    words=span_in(QUOTING, WORDS),
    author="Tor Hagen",
    handle="torh",
)


@pytest.mark.parametrize(
    "its",
    [
        pytest.param(case("Harbour Board (@Harbour_Board)", **BOARD), id="case of a handle"),
        pytest.param(case("Harbour Board (@hb_old)", **BOARD), id="a handle that was changed"),
        pytest.param(case("Harbour Board", **BOARD), id="the article gives no handle"),
        pytest.param(case(None, URL, **BOARD), id="a link, no embed"),
        pytest.param(case("Tor (@tor)"), id="the source is no post"),
        pytest.param(case("Tor (@tor)", **a_post("Ann", None)), id="the witness knows no handle"),
        pytest.param(
            case("Tor (@tor)", **a_post("T. H.", "tor@sea.example")), id="a handle with its server"
        ),
        pytest.param(
            case("Tor Hagen (@torh)", text=QUOTING, embeds=(WITHIN,), **BOARD),
            id="the post within it is his",
        ),
    ],
)
def test_the_post_is_the_one_named(its: Case) -> None:
    assert others_post(its) is None


@pytest.mark.parametrize(
    ("its", "message"),
    [
        pytest.param(
            case("Port News (@portnews)", **BOARD),
            "the post is by Harbour Board (@harbour_board), not by Port News (@portnews)",
            id="another's account",
        ),
        pytest.param(
            case("Tor (@tor@sea.example)", **a_post("T. H.", "tor@land.example")),
            "the post is by T. H. (@tor@land.example), not by Tor (@tor@sea.example)",
            id="the same name on another server",
        ),
        pytest.param(
            case("Harbour Board (@harbour_board)", text=QUOTING, embeds=(WITHIN,), **BOARD),
            "the post is by Tor Hagen (@torh), not by Harbour Board (@harbour_board)",
            id="words of the post that it quotes",
        ),
    ],
)
def test_the_post_is_somebody_elses(its: Case, message: str) -> None:
    ruling = others_post(its)

    assert ruling is not None
    assert (ruling.verdict, ruling.message) == (Verdict.MISATTRIBUTED, message)
    assert next(filter(None, (family(its) for family in WORDING))) == ruling


def test_handles_that_disagree_are_told() -> None:
    assert list(other_handles(case("Harbour Board (@harbour_board)", URL, **BOARD))) == []
    assert list(other_handles(case("Harbour Board (@harbour_board)"))) == []
    told = list(other_handles(case("Harbour Board (@hb_old)", URL.replace("board", "b"), **BOARD)))
    assert told == [
        "the article gives the handle @hb_old, the post is by Harbour Board (@harbour_board)",
        "the address names @harbour_b, the post is by Harbour Board (@harbour_board)",
    ]
    twice = case("Harbour Board (@harbour_b)", URL.replace("board", "b"), **BOARD)
    assert len(list(other_handles(twice))) == 1


def test_the_address_is_that_of_the_post_which_quotes() -> None:
    quoting = {"text": QUOTING, "embeds": (WITHIN,), **BOARD}

    assert list(other_handles(case(None, URL, **quoting))) == []
    assert list(other_handles(case(None, URL.replace("board", "b"), **quoting))) == [
        "the address names @harbour_b, the post is by Harbour Board (@harbour_board)"
    ]


@pytest.mark.parametrize(
    ("said_on", "conflict"),
    [
        pytest.param(date(2025, 3, 11), None, id="the day before, by another clock"),
        pytest.param(
            date(2025, 3, 19),
            "the article dates the words 2025-03-19, the source 2025-03-12",
            id="a week off",
        ),
    ],
)
def test_the_day_of_a_post(said_on: date, conflict: str | None) -> None:
    day = Interval(first=said_on, last=said_on)
    its = case("Harbour Board (@harbour_board)", said_on=day, **BOARD)

    assert posted_on(its) == Interval(first=date(2025, 3, 12), last=date(2025, 3, 12))
    assert date_conflict(its) == conflict
    assert posted_on(case(None, URL, **BOARD)) is None


def test_an_account_by_its_identifier_is_no_other_handle() -> None:
    by_identifier = "https://bsky.app/profile/did:plc:abc/post/3kxyz"
    assert list(other_handles(case("Harbour Board (@harbour_board)", by_identifier, **BOARD))) == []


@pytest.mark.parametrize(
    ("day", "conflict"),
    [
        pytest.param(date(2025, 3, 13), None, id="a day off"),
        pytest.param(
            date(2025, 3, 2),
            "the article dates the words 2025-03-02, the source 2025-03-12",
            id="ten days before they were posted",
        ),
    ],
)
def test_own_words_of_a_post_are_of_its_day(day: date, conflict: str | None) -> None:
    its = case(None, URL, said_on=Interval(first=day, last=day), **BOARD)

    assert date_conflict(its) == conflict
