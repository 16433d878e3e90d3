"""Public archives for tests, on the small internet: what they answer, and how a desk asks them."""

import asyncio
import json
from collections.abc import Iterable
from contextlib import aclosing
from datetime import date

from internet import Routes
from serving import answer, redirect

from provcheck.fetch.desk import Desk
from provcheck.model.evidence import Found, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.archives import archive_rules, digits_of, filled, noon
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings
from provcheck.store.given import Given

WAYBACK, ARQUIVO = archive_rules().archives
PAGE = "https://gone.example/x"
DAY = date(2025, 1, 23)
HEADER = ["timestamp", "original", "statuscode", "digest"]
WORDS = b"<html lang=en><title>Talks</title><p>We will open the north pier in May.</p></html>"


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def index(*moments: str, url: str = PAGE, day: date | None = DAY) -> Routes:
    """The index of the Wayback Machine, with copies of those moments in that order."""
    rows = [HEADER, *([moment, url, "200", "ABC"] for moment in moments)] if moments else []
    body = answer(json.dumps(rows).encode(), content_type="application/json")
    return {path_of(WAYBACK.index(url, day)): body}


def replay(moment: str, body: bytes = WORDS, url: str = PAGE, **fields: str) -> Routes:
    return {path_of(filled(WAYBACK.replay, url, moment)): answer(body, **fields)}


def gate(location: str, url: str = PAGE) -> Routes:
    """The TimeGate of the Wayback Machine, which leads to the copy at `location`."""
    return {path_of(filled(WAYBACK.timegate, url)): redirect(location, vary="accept-datetime")}


def hint(told: object, url: str = PAGE, day: date | None = DAY) -> Routes:
    moment = digits_of(noon(day)) if day else ""
    body = answer(json.dumps(told).encode(), content_type="application/json")
    return {path_of(filled(WAYBACK.availability, url, moment)): body}


def archives(*wayback: Routes, availability: Routes | None = None) -> dict[str, Routes]:
    """The hosts of all archives; what they are not told to have, they do not have."""
    routes: Routes = {}
    for each in wayback:
        routes |= each
    return {"web.archive.org": routes, "archive.org": availability or {}, "arquivo.pt": {}}


def a_lead(target: str = PAGE, kind: LeadKind = LeadKind.URL) -> Lead:
    return Lead(kind=kind, target=target, standing=Standing.CITED, reason="a test")


def a_copy(url: str = PAGE, day: date | None = DAY) -> Lead:
    return a_lead(f"{url}@{day or ''}", LeadKind.ARCHIVE)


def looked_up(
    settings: Settings, leads: Iterable[Lead], given: Given | None = None
) -> list[Found | Unavailable]:
    """What a desk makes of leads, one after the other."""

    async def run() -> list[Found | Unavailable]:
        async with aclosing(Desk(given or Given(), settings, load_rulebook())) as desk:
            found = []
            for lead in leads:
                await desk.gather([lead])
                found.append(desk.known(lead))
            return found

    return asyncio.run(run())
