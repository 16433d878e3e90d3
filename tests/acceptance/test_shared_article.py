"""The very article that this program was asked for, where it lies beside the project.

Its sources are made here out of its own words, as the services and papers would have them: what is
quoted once must come back as it was quoted.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from acceptance.test_asked_article import EMBED, OEMBED, a_page, add
from internet import World, online, settings
from serving import answer, redirect

from provcheck.model.interval import Interval
from provcheck.pipeline import check

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
GOLD = next(iter(sorted(SEEDS.glob("*.gold.json"))), None)
STATEMENT, SURVEY = "https://statements.example/1", "https://institute.example/assessment"
pytestmark = pytest.mark.skipif(GOLD is None, reason="the article lies beside the project only")


def gold() -> dict[str, Any]:
    assert GOLD is not None
    return json.loads(GOLD.read_text())


def of(kind: str, via: str | None = None) -> list[dict[str, Any]]:
    return [c for c in gold()["claims"] if c["kind"] == kind and (via is None or c["via"] == via)]


def post() -> tuple[str, str, dict[str, Any]]:
    """The id, the picture's code and what the service sends of the post that is embedded."""
    (claim,) = of("embed")
    words = claim["text"].split(" https://")[0]
    link, code = claim["links"][0], claim["media"][0].rpartition("/")[2]
    text = f"{words} {link} https://t.co/{code}"
    day = Interval(first=claim["stated_date"], last=claim["stated_date"]).first
    posted = datetime(day.year, day.month, day.day, 17, tzinfo=UTC)
    number = str((int(posted.timestamp() * 1000) - 1288834974657) << 22)
    at = len(words) + 1
    urls = [
        {"url": link, "expanded_url": "https://news.example/story", "indices": [at, at + len(link)]}
    ]
    said = {
        "__typename": "Tweet", "id_str": number, "lang": "en", "text": text,
        "created_at": f"{day}T17:00:00.000Z", "display_text_range": [0, at + len(link)],
        "entities": {"urls": urls},
        "user": {"name": claim["speaker"], "screen_name": claim["author_handle"]},
    }  # fmt: skip
    return number, code, said


def page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    beyond = "<p>Nobody who was asked would say more than that, and the room was soon empty.</p>"
    return f"<html lang=en><title>{title}</title><article><h1>{title}</h1>{body}{beyond}</article>"


def shelf() -> dict[str, dict[str, object]]:
    """What the desk has read: reports, a transcript, a speech, an agency's story."""
    statement = [c for c in of("quote") if c["source_kind"] == "statement"]
    report = [c for c in of("quote") if c["source_kind"] == "report"]
    speech = [c for c in of("quote") if c["source_kind"] == "speech"]
    interview = [c for c in of("quote") if c["source_kind"] == "interview"]
    paraphrase = of("paraphrase")[0]
    agency = of("block-quote")[0]["via"]
    wire = [c for c in (*of("block-quote"), *of("quote")) if c["via"] == agency]
    body = statement[0]["speaker_as_written"]
    link = f"<a href='{STATEMENT}'>a statement</a>"
    first, second = (each["text"] for each in statement)
    told = f"In {link} {body} said: “{first}.” It added: “{second}”"
    nested = report[1]["nested_speaker"]
    linked = report[1]["text"].replace(nested, f"<a href='{SURVEY}'>{nested}</a>")
    who = interview[0]["speaker"]
    said = paraphrase["text"].split(" says ", 1)[1]
    inserted = speech[0]["editorial_insertions"][0]
    spoken = [speech[0]["text"].replace(f"{inserted}", "").replace(" ,", ","), speech[1]["text"]]
    return {
        "courier.html": {"html": page("What was answered", told),
                         "url": "https://courier.example/1", "publisher": "Sound Courier"},
        "report.html": {"html": page("War report, Thursday", report[0]["text"], linked),
                        "url": "https://reports.example/war"},
        "wire.html": {"html": page("An economy", *(c["text"] for c in wire)),
                      "url": "https://wire.example/economy", "publisher": wire[0]["via"]},
        "interview.html": {
            "html": page(f"{who}: an interview", f"{who} told us: “{interview[0]['text']}”",
                         f"{who} said {said}"),
            "url": "https://news.example/interview", "publisher": interview[0]["via"]},
        "speech.html": {"html": page(f"Speech by {speech[0]['speaker']}", *spoken),
                        "url": "https://ministry.example/speech"},
    }  # fmt: skip


def hosts() -> dict[str, dict[str, bytes]]:
    number, code, said = post()
    statement = [c["text"] for c in of("quote") if c["source_kind"] == "statement"]
    report = [c for c in of("quote") if c["source_kind"] == "report"]
    survey = report[1]["text"].split(", ", 1)[1]
    return {
        "t.co": {f"/{code}": redirect(f"https://x.com/i/status/{number}/photo/1")},
        EMBED: {"*": answer(json.dumps(said).encode(), content_type="application/json")},
        OEMBED: {},
        "news.example": {"/story": a_page(page("A story", "Troops were spoken of at length."))},
        "statements.example": {"/1": a_page(page("Statement", *(f"{t} " for t in statement)))},
        "institute.example": {"/assessment": a_page(page("Assessment", survey))},
    }


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with online(hosts(), tmp_path, monkeypatch) as world:
        yield world


def test_every_claim_reaches_a_source_and_the_right_verdict(world: World, tmp_path: Path) -> None:
    assert world
    add(tmp_path, shelf())
    article = SEEDS / gold()["article"]["file"]

    report = check(str(article), settings(tmp_path, archives=False))

    wanted = [c for c in gold()["claims"] if c["kind"] != "not-a-claim"]
    found = {finding.claim.span.start: finding for finding in report.findings}
    got = [(c["text"][:40], str(found[c["start"]].verdict)) for c in wanted if c["start"] in found]
    edited = [c["text"][:40] for c in wanted if c.get("editorial_insertions")]
    kinds = {"paraphrase": "supported"}
    assert got == [
        (c["text"][:40], "edited" if c["text"][:40] in edited else kinds.get(c["kind"], "verbatim"))
        for c in wanted
    ]
    hops = [f for f in report.findings if any(s.matched and s.lead.hop for s in f.trail)]
    assert len(hops) >= 2
