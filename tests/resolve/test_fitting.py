from datetime import UTC, date, datetime

import pytest
from building import a_claim, a_source, a_walk, an_alignment, found
from resolve.sources import WORDS, citing

from provcheck.judge.case import Walk
from provcheck.model.alignment import Alignment
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.evidence import Unavailable
from provcheck.model.interval import Interval
from provcheck.model.lead import Standing
from provcheck.resolve.fitting import Narrowing, Offer, as_cited, fits, within
from provcheck.rulebook.book import Rulebook

DAY = date(2025, 3, 12)
OUTLET, DOCUMENT, POST = CitationKind.OUTLET, CitationKind.DOCUMENT, CitationKind.POST


def fitting(rules: Rulebook, kind: CitationKind, name: str, **known: object) -> bool:
    claim = citing(kind, name, said_on=Interval(first=DAY, last=DAY))
    return fits(claim.cites[0], claim, Offer(**known), rules)


@pytest.mark.parametrize(
    ("kind", "name", "known"),
    [
        pytest.param(OUTLET, "Reuters", {}, id="nothing is known"),
        pytest.param(OUTLET, "Reuters", {"title": "Reuters"}, id="a title is no publisher"),
        pytest.param(OUTLET, "Reuters", {"url": "https://notreuters.com/a"}, id="host ends alike"),
        pytest.param(OUTLET, "Reuters", {"url": "https://["}, id="no address"),
        pytest.param(OUTLET, "Reuters", {"wire": "afp"}, id="another agency’s story"),
        pytest.param(OUTLET, "Halden Wire", {"wire": "reuters"}, id="an outlet nobody knows"),
        pytest.param(OUTLET, "Time", {"publisher": "Halden Time Out"}, id="a guarded name within"),
        pytest.param(OUTLET, "Reuters", {"publisher": "Not Reuters"}, id="a known name behind"),
        pytest.param(OUTLET, "AP", {"publisher": "AP Valley Gazette"}, id="short letters within"),
        pytest.param(DOCUMENT, "harbour report", {"title": "Report"}, id="half of a title"),
        pytest.param(DOCUMENT, "report", {"wire": "reuters"}, id="a story is no document"),
        pytest.param(POST, "H (@h)", {"url": "https://pier.example/h"}, id="no post"),
        pytest.param(
            POST,
            "H (@h)",
            {"url": "https://x.com/h/status/1", "published": date(2025, 1, 1)},
            id="a post of another day",
        ),
        pytest.param(
            POST,
            "H (@h)",
            {"url": "https://x.com/h/status/1899100000000000001"},
            id="an id of another day",
        ),
        pytest.param(
            CitationKind.LINK, "Reuters", {"publisher": "Reuters"}, id="a link leads for itself"
        ),
        pytest.param(CitationKind.EVENT, "speech", {"title": "speech"}, id="an occasion"),
    ],
)
def test_does_not_fit(rules: Rulebook, kind: CitationKind, name: str, known) -> None:
    assert not fitting(rules, kind, name, **known)


@pytest.mark.parametrize(
    ("kind", "name", "known"),
    [
        pytest.param(OUTLET, "Northgate Wire", {"publisher": "Northgate Wire"}, id="publisher"),
        pytest.param(OUTLET, "Reuters", {"url": "https://www.reuters.com/a"}, id="host"),
        pytest.param(OUTLET, "Reuters", {"publisher": "Рейтер"}, id="publisher in another script"),
        pytest.param(OUTLET, "Reuters", {"publisher": "Reuters UK"}, id="a known name, and more"),
        pytest.param(
            OUTLET, "Halden Wire", {"publisher": "Nordic Halden Wire"}, id="a name within one"
        ),
        pytest.param(OUTLET, "Time", {"publisher": "Time"}, id="a guarded name"),
        pytest.param(
            OUTLET, "Reuters", {"publisher": "Halden Mirror", "wire": "reuters"}, id="its story"
        ),
        pytest.param(
            OUTLET,
            "Agence France-Presse",
            {"url": "https://halden.example/a", "wire": "afp"},
            id="its story, by another name",
        ),
        pytest.param(DOCUMENT, "harbour report", {"title": "Report on the harbour"}, id="title"),
        pytest.param(
            POST,
            "Halvik Port (@halvikport)",
            {
                "url": "https://x.com/halvikport/status/1",
                "published": datetime(2025, 3, 12, 8, tzinfo=UTC),
            },
            id="a post by its handle and day",
        ),
        pytest.param(
            POST,
            "Halvik Port (@halvikport)",
            {"url": "https://x.com/halvikport/status/1899800000000000001"},
            id="a post by the day in its id",
        ),
        pytest.param(
            POST,
            "Halvik Port (@halvikport)",
            {
                "url": "https://x.com/halvikport/status/1",
                "published": datetime(2025, 3, 13, 1, tzinfo=UTC),
            },
            id="a post of that night by another clock",
        ),
    ],
)
def test_fits(rules: Rulebook, kind: CitationKind, name: str, known) -> None:
    assert fitting(rules, kind, name, **known)


@pytest.mark.parametrize(
    ("title", "speaker", "may"),
    [
        pytest.param("Post by Per Olsen (@perolsen)", "Ada Lind", False, id="another’s"),
        pytest.param("Post by @perolsen", "Ada Lind", False, id="a handle alone"),
        pytest.param("Post by Ada Lind (@adalind)", "Ada Lind", True, id="the speaker’s"),
        pytest.param("Post by Lind (@adalind)", "Ada Lind", True, id="the speaker’s surname"),
        pytest.param("Post by Per Olsen (@perolsen)", None, True, id="nobody is named"),
        pytest.param("The harbour (captions)", "Ada Lind", True, id="nobody is known to post it"),
    ],
)
def test_a_platform_is_the_source_of_the_speaker_s_own_posts(
    rules: Rulebook, title: str, speaker: str | None, *, may: bool
) -> None:
    offer = Offer(url="https://x.com/i/status/20", title=title, publisher="X")

    for kind in (OUTLET, DOCUMENT):
        claim = citing(kind, "X", speaker=speaker)
        assert fits(claim.cites[0], claim, offer, rules) is may


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(a_claim(WORDS, WORDS), id="nothing is named"),
        pytest.param(citing(CitationKind.EVENT, "speech"), id="an occasion"),
        pytest.param(citing(DOCUMENT, "report", via="report"), id="a document"),
        pytest.param(citing(CitationKind.LINK, "Reuters", "https://x.example/"), id="a link"),
    ],
)
def test_nothing_narrows_a_search(rules: Rulebook, claim) -> None:
    assert within(claim, rules) == Narrowing()


def test_a_search_is_narrowed_to_what_an_agency_publishes_and_others_copy(rules: Rulebook) -> None:
    known = rules.agencies.by_id("reuters")
    assert known is not None

    assert within(citing(OUTLET, "Reuters", via="Reuters"), rules) == Narrowing(
        hosts=known.hosts, publishers=known.names, wires=("reuters",)
    )


def test_a_search_is_narrowed_to_each_outlet_that_is_named(rules: Rulebook) -> None:
    cites = tuple(Citation(kind=OUTLET, name=name) for name in ("Northgate Wire", "the BBC"))
    narrowed = within(a_claim(WORDS, WORDS, cites=cites, via="AP"), rules)

    assert narrowed.publishers[:3] == ("Northgate Wire", "the BBC", "AP")
    assert {"BBC", "BBC News", "Associated Press"} <= set(narrowed.publishers)
    assert narrowed.hosts == ("bbc.com", "bbc.co.uk", "apnews.com", "ap.org")
    assert narrowed.wires == ("ap",)


@pytest.mark.parametrize(
    ("said", "appeared", "days"),
    [
        pytest.param(None, None, (None, None), id="no day is known"),
        pytest.param(None, DAY, (None, date(2025, 3, 13)), id="the article’s alone"),
        pytest.param((DAY, DAY), None, (date(2025, 3, 11), date(2025, 3, 19)), id="the words’"),
        pytest.param(
            (DAY, DAY), date(2025, 3, 14), (date(2025, 3, 11), date(2025, 3, 15)), id="both"
        ),
        pytest.param(
            (DAY, date(2025, 3, 20)),
            date(2026, 1, 1),
            (date(2025, 3, 11), date(2025, 3, 27)),
            id="days long past",
        ),
        pytest.param((DAY, DAY), date(2025, 3, 1), (None, None), id="words after the article"),
        pytest.param((date.min, date.min), None, (date.min, date(1, 1, 8)), id="the first day"),
        pytest.param(None, date.max, (None, date.max), id="the last day"),
    ],
)
def test_a_search_is_narrowed_to_days(rules: Rulebook, said, appeared, days) -> None:
    when = Interval(first=said[0], last=said[1]) if said else None
    narrowed = within(a_claim(WORDS, WORDS, said_on=when), rules, appeared)

    assert (narrowed.first, narrowed.last) == days


TOLD = citing(OUTLET, "Reuters")
FULL = an_alignment(WORDS, WORDS, (WORDS, WORDS), exact=True)


def nearby(wire: str | None, alignment: Alignment | None = FULL, **known: object) -> Walk:
    page = found(a_source(WORDS, wire=wire, publisher=known.pop("publisher", None)))
    return a_walk(page, alignment, **{"standing": Standing.NEARBY, **known})


@pytest.mark.parametrize(
    "walk",
    [
        pytest.param(nearby(None), id="nobody’s story"),
        pytest.param(nearby("afp"), id="another agency’s story"),
        pytest.param(nearby("reuters", None), id="another of its stories"),
        pytest.param(nearby("reuters", standing=Standing.ONWARD), id="credited by a source"),
        pytest.param(nearby(None, publisher="Halden Radio"), id="another outlet’s page"),
        pytest.param(nearby(None, None, publisher="Reuters"), id="a page of it without the words"),
        pytest.param(
            nearby(None, publisher="Reuters", searched=9), id="a search found what calls itself so"
        ),
        pytest.param(
            a_walk(Unavailable(reason="gone"), standing=Standing.NEARBY), id="not to be read"
        ),
    ],
)
def test_stays_what_it_is(rules: Rulebook, walk: Walk) -> None:
    assert as_cited(walk, TOLD, rules) == walk


def test_a_copy_of_an_agency_s_story_is_what_the_article_cites(rules: Rulebook) -> None:
    lead = as_cited(nearby("reuters"), TOLD, rules).lead

    assert (lead.standing, lead.via) == (Standing.CITED, TOLD.cites[0])
    assert lead.reason.endswith("the article names: Reuters")


def test_a_given_page_of_an_outlet_by_its_own_word_is_what_the_article_cites(
    rules: Rulebook,
) -> None:
    lead = as_cited(nearby(None, publisher="Reuters"), TOLD, rules).lead

    assert (lead.standing, lead.via) == (Standing.CITED, TOLD.cites[0])
    assert lead.reason == "it says that it is by what the article names: Reuters"


@pytest.mark.parametrize(
    ("url", "fit"),
    [
        pytest.param("https://halden-radio.blogs.example/a", False, id="a guest of another's host"),
        pytest.param("https://halden-radio-fans.example/a", False, id="a longer name"),
        pytest.param("https://example/a", False, id="no label at all"),
        pytest.param("https://www.halden-radio.example/a", True, id="its own host"),
        pytest.param("https://haldenradio.co.example/a", True, id="below a registry's label"),
    ],
)
def test_an_unknown_outlet_is_known_by_the_host_of_its_name(
    rules: Rulebook, url: str, fit: object
) -> None:
    claim = citing(CitationKind.OUTLET, "Halden Radio")

    assert fits(claim.cites[0], claim, Offer(url=url), rules) is fit


def test_an_account_of_the_outlet_posts_for_it(rules: Rulebook) -> None:
    claim = citing(CitationKind.OUTLET, "Bloomberg")
    own, other = (f"https://x.com/{name}/status/1899800000000000001" for name in ("business", "b"))

    assert fits(claim.cites[0], claim, Offer(url=own, publisher="X"), rules)
    assert not fits(claim.cites[0], claim, Offer(url=other, publisher="X"), rules)
